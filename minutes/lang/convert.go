package lang

// The command convert.
var (
	HelpConvert = Help{
		Short: T("Markdown und Wikitext ineinander umwandeln", "turn Markdown into wikitext and back"),
		Long: T(
			"Liest die Standardeingabe und schreibt auf die Standardausgabe; braucht keinen\n"+
				"telko-Ordner.\n\n"+
				"  --to wikitext  wie ein Mensch es schriebe; aus Wikitext: die Bytes, wie sie sind\n"+
				"  --to markdown  was Markdown nicht sagen kann, bleibt als Block ```wikitext oder als\n"+
				"                 `...`{=wikitext} stehen und geht so zurück; aus Markdown: die Bytes\n"+
				"  --to html      der Inhalt einer Seite, ohne Kopf: HTML im Text steht als Text da,\n"+
				"                 [[Seite]] führt zu ./Seite; aus Wikitext über Markdown\n"+
				"  --to json      der Baum: ein Objekt je Knoten mit kind, line (ab 1), start und end\n"+
				"                 (in Bytes), dazu level und name, wo es sie gibt; Knoten ohne children\n"+
				"                 haben source, und bei Wikitext ergeben diese zusammen die Eingabe. Jedes\n"+
				"                 Objekt der obersten Ebene steht auf einer Zeile; das äußere nennt format.\n\n"+
				"Was sich nicht übertragen lässt, steht mit Zeile auf der Standardfehlerausgabe; der\n"+
				"Exit-Code bleibt 0.",
			"Reads standard input and writes to standard output; needs no workspace.\n\n"+
				"  --to wikitext  as a person would write it; from wikitext: the bytes as they are\n"+
				"  --to markdown  what Markdown cannot say stays as a block ```wikitext or as\n"+
				"                 `...`{=wikitext}, and goes back so; from Markdown: the bytes\n"+
				"  --to html      what stands in a page's body: HTML in the text is shown as text,\n"+
				"                 [[Page]] leads to ./Page; from wikitext by way of Markdown\n"+
				"  --to json      the tree: an object a node with kind, line (from 1), start and end (in\n"+
				"                 bytes), and level and name where there are any; nodes without children\n"+
				"                 have source, and of wikitext these join to the input. Each object of\n"+
				"                 the top level is on a line; the outer one says format.\n\n"+
				"What cannot be carried over is on standard error, with its line; the exit code is 0\n"+
				"all the same."),
		Examples: T(
			"telko convert --from markdown --to wikitext < notiz.md\ntelko convert --from wikitext --to markdown < seite.wiki > seite.md",
			"telko convert --from markdown --to wikitext < note.md\ntelko convert --from wikitext --to markdown < page.wiki > page.md"),
	}
	FlagConvertFrom = T("`FORMAT` der Eingabe: markdown oder wikitext", "`FORMAT` of the input: markdown or wikitext")
	FlagConvertTo   = T("`FORMAT` der Ausgabe: wikitext, markdown, html oder json", "`FORMAT` of the output: wikitext, markdown, html or json")

	ConvertNoFrom    = T("aus welchem Format?", "from which format?")
	ConvertNoTo      = T("in welches Format?", "to which format?")
	ConvertFromIsNot = T("aus %q kann telko nichts umwandeln", "telko cannot convert from %q")
	ConvertToIsNot   = T("in %q kann telko nichts umwandeln", "telko cannot convert to %q")
	ConvertFroms     = T("--from markdown oder wikitext", "--from markdown or wikitext")
	ConvertTos       = T("--to wikitext, markdown, html oder json", "--to wikitext, markdown, html or json")
	ConvertTerminal  = T("nichts umzuwandeln: die Eingabe ist ein Terminal", "nothing to convert: the input is a terminal")
	ConvertFile      = T("convert liest keine Datei, sondern die Standardeingabe: %q ist zu viel", "convert reads standard input, not a file: %q is too many")
	ConvertTry       = T("telko convert --from %s --to %s < %s", "telko convert --from %s --to %s < %s")
	ConvertTooBig    = T("die Eingabe ist größer als %d MB", "the input is larger than %d MB")
	ConvertUnread    = T("die Eingabe ist nicht zu lesen: %v", "the input cannot be read: %v")
)

// What convert reports.
var (
	NoticeLine        = T("Zeile %d: %s", "line %d: %s")
	NoticeAbout       = T("%s: %s", "%s: %s")
	NoticeMore        = T("und %d Meldungen mehr", "and %d more notices")
	NoticeBadUTF8     = T("kein gültiges UTF-8", "no valid UTF-8")
	NoticeControlChar = T("ein Steuerzeichen", "a control character")
	NoticeTooDeep     = T("zu tief verschachtelt, bleibt Text", "nested too deeply, stays text")
	NoticeComment     = T("ein HTML-Kommentar fällt weg", "an HTML comment is left out")
	NoticeHTMLShown   = T("HTML steht als Text da", "HTML is shown as text")
	NoticeLinkAsText  = T("ein Link, der hier nirgendwohin führt, wird Text", "a link that leads nowhere here becomes text")
	NoticeImage       = T("ein Bild wird ein Link", "an image becomes a link")
	NoticeRaw         = T("bleibt als Wikitext stehen", "stays wikitext")
	NoticeEmptyItem   = T("ein leerer Listenpunkt fällt weg", "an empty list item is left out")
	NoticeOther       = T("nicht übertragen", "not carried over")
)
