package lang

// Help of telko itself and of its general commands.
var (
	HelpRoot = Help{
		Short: T("Protokolle, Aufgaben und Anträge einer Telko", "minutes, tasks and motions of a telco"),
		Long: T(
			"telko schreibt die Protokolle von Telefonkonferenzen als Markdown, veröffentlicht\nsie in einem MediaWiki und führt Buch, wer was versprochen hat.",
			"telko keeps the minutes of telephone conferences as Markdown, publishes them to\na MediaWiki, and keeps track of who promised what."),
		Examples: T(
			"telko demo probe          ein Arbeitsbereich zum Ausprobieren\ntelko show last           das letzte Protokoll\ntelko tasks --mine        was ich versprochen habe\ntelko tasks done 2        die Aufgabe 2 ist erledigt",
			"telko demo trial          a workspace to try things in\ntelko show last           the latest minutes\ntelko tasks --mine        what I promised\ntelko tasks done 2        task 2 is done"),
	}
	HelpHelp = Help{
		Short:    T("die Hilfe zu einem Befehl", "the help of a command"),
		Long:     T("Zeigt die Hilfe zu einem Befehl.", "Shows the help of a command."),
		Examples: T("telko help tasks done", "telko help tasks done"),
	}
)
