package lang

// Errors of XML dumps.
var (
	DumpNone     = T("das ist kein XML-Dump eines MediaWiki", "this is no XML dump of a MediaWiki")
	DumpNoneHint = T("einen gibt es auf der Spezialseite „Seiten exportieren“ des Wikis oder mit maintenance/dumpBackup.php",
		`the wiki's special page "Export pages" makes one, and so does maintenance/dumpBackup.php`)
	DumpCut     = T("der Dump bricht mitten in einer Seite ab (nach %d Seiten)", "the dump ends in the middle of a page (after %d pages)")
	DumpBroken  = T("der Dump ist beschädigt (bei Byte %d)", "the dump is damaged (at byte %d)")
	DumpCutHint = T("lade ihn noch einmal herunter und wiederhole den Befehl: was schon da ist, bleibt, wie es ist",
		"download it again and repeat the command: what is there already stays as it is")
)

// What keeps a page of a wiki or of its dump from becoming minutes.
var (
	ImportModel      = T("die Seite ist kein Wikitext, sondern %q", "the page is no wikitext but %q")
	ImportNoPage     = T("die Seite %q gibt es im Wiki nicht", "there is no page %q on the wiki")
	ImportNoPageHint = T("Groß- und Kleinschreibung zählen; alle unter einem Titel: telko import --prefix TITEL",
		"upper and lower case count; all below a title: telko import --prefix TITLE")
	DumpStub     = T("der Dump enthält ihren Text nicht", "the dump does not hold its text")
	DumpStubHint = T("mit Texten sind die Dumps von dumpBackup.php --current und von Spezial:Exportieren", "the dumps of dumpBackup.php --current and of Special:Export have texts")
	DumpTooBig   = T("ihr Text ist zu groß für eine Wikiseite", "its text is too large for a page of a wiki")
	DumpSum      = T("ihr Text ist beschädigt: die Prüfsumme im Dump ist eine andere", "its text is damaged: the checksum in the dump is another one")
)
