package lang

// Help is what the help of one command says. What it does is said in Short in
// one line for lists, in Long in full.
type Help struct{ Short, Long, Examples Text }

// What the command says whatever it does.
var (
	CLIError     = T("Fehler", "error")
	CLIHint      = T("Hinweis", "hint")
	CLIWarning   = T("Warnung", "warning")
	CLICancelled = T("abgebrochen, nichts wurde geändert", "cancelled, nothing was changed")
	CLISeeHelp   = T("`%s --help` sagt, was es gibt", "`%s --help` says what there is")

	CLINoCommand      = T("%q ist kein Befehl von %s", "%q is no command of %s")
	CLIDidYouMean     = T("war `%s` gemeint?", "did you mean `%s`?")
	CLIFlagUnknown    = T("die Option %s gibt es hier nicht", "there is no flag %s here")
	CLIFlagNeedsValue = T("die Option %s braucht einen Wert", "the flag %s needs a value")
	CLIFlagInvalid    = T("%q passt nicht zur Option %s", "%q does not fit the flag %s")
)

// Headings of help.
var (
	CLIHelpUsage       = T("Aufruf:", "Usage:")
	CLIHelpCommands    = T("Befehle:", "Commands:")
	CLIHelpFlags       = T("Optionen:", "Flags:")
	CLIHelpCommonFlags = T("Optionen aller Befehle:", "Flags of all commands:")
	CLIHelpExamples    = T("Beispiele:", "Examples:")
	CLIHelpExit        = T("Exit-Status:", "Exit status:")
)

// The exit codes.
var (
	CLIExitDone     = T("erledigt; auch, wenn eine Liste leer ist", "done; an empty list too")
	CLIExitFailed   = T("fehlgeschlagen", "failed")
	CLIExitUsage    = T("falsch aufgerufen, oder abgebrochen", "wrong usage, or cancelled")
	CLIExitConflict = T("ein Konflikt: ein Mensch muss entscheiden", "a conflict: a person must decide")
	CLIExitAuth     = T("nicht angemeldet, oder nicht erlaubt", "not logged in, or not allowed")
	CLIExitBusy     = T("das Wiki ist beschäftigt oder nicht erreichbar", "the wiki is busy or cannot be reached")
)

// Flags that every command has.
var (
	FlagMe      = T("wer ich bin, als `NICK`", "who I am, as a `NICK`")
	FlagHelp    = T("diese Hilfe", "this help")
	FlagVersion = T("die Version", "the version")
	FlagJSON    = T("als JSON", "as JSON")
)

// BareOutside is what telko offers outside a workspace.
var BareOutside = T(
	`telko schreibt die Protokolle von Telefonkonferenzen, veröffentlicht sie im Wiki
und weiß, wer was versprochen hat. Hier ist noch kein telko-Ordner.

  telko demo DIR    einen mit einem erfundenen Jahr anlegen und sich umsehen
  telko init        hier einen für das eigene Team anlegen
  git clone URL     einen holen, den das Team schon hat
  telko clone URL PAGE
                    einen aus dem Wiki des Teams holen

telko --help zeigt alle Befehle.`,
	`telko writes the minutes of telephone conferences, publishes them to a wiki,
and knows who promised what. There is no workspace here yet.

  telko demo DIR    make one with an invented year in it, and look around
  telko init        make one here for your own team
  git clone URL     get the one that your team has
  telko clone URL PAGE
                    get one from the team's wiki

telko --help shows all commands.`)

// What is missing around telko.
var (
	StateNoHome = T("weder $HOME noch $XDG_STATE_HOME sagen, wo telko etwas aufheben kann", "neither $HOME nor $XDG_STATE_HOME says where telko can keep something")
)

// Wrong usage.
var (
	CLITooFewArgs       = T("da fehlt etwas", "something is missing")
	CLITooManyArgs      = T("%q ist zu viel", "%q is too much")
	CLINotNegative      = T("%s darf nicht negativ sein", "%s cannot be negative")
	CLIAmbiguousMeeting = T("%q kann mehrere Telkos meinen", "%q could be several meetings")
)

// Completion by the shell.
var (
	CompletionNoShell = T("%q kenne ich nicht: bash, zsh oder fish", "%q is not known: bash, zsh or fish")
	CompleteGroup     = T("Gruppe", "group")
	CompleteDates     = T("heute morgen übermorgen montag dienstag mittwoch donnerstag freitag samstag sonntag +7 +14 monatsende", "today tomorrow monday tuesday wednesday thursday friday saturday sunday +7 +14")
	CompleteMe        = T("ich", "me")
	HelpCompletion    = Help{
		Short: T("Vervollständigung für die Shell", "completion for the shell"),
		Long: T(
			"Gibt das Skript aus, mit dem eine Shell (bash, zsh, fish) Befehle, Optionen,\nNummern von Aufgaben und Personen vervollständigt. bash braucht dazu das Paket\nbash-completion.",
			"Prints the script by which a shell (bash, zsh, fish) completes commands, flags,\nids of tasks and people. bash needs the package bash-completion for it."),
		Examples: T(
			"source <(telko completion bash)                                   # in ~/.bashrc\ntelko completion zsh > \"${fpath[1]}/_telko\"\ntelko completion fish > ~/.config/fish/completions/telko.fish",
			"source <(telko completion bash)                                   # in ~/.bashrc\ntelko completion zsh > \"${fpath[1]}/_telko\"\ntelko completion fish > ~/.config/fish/completions/telko.fish"),
	}
)

// Telko without a command, in a workspace.
var (
	BareWorkspace = T("Ordner", "Workspace")
	BareLast      = T("Letzte Telko", "Last telco")
	BareOpen      = T("Offene Aufgaben", "Open tasks")
	BareMine      = T("Davon für %s", "Of these for %s")
	BareCount     = T("%d, davon %d überfällig", "%d, %d of them overdue")
	BareNext      = T("`telko tasks --mine`, `telko show last`; `telko --help` zeigt alles", "`telko tasks --mine`, `telko show last`; `telko --help` shows all")
)
