package lang

// What goes out to other programs and people.
var (
	CalendarName  = T("%s: Aufgaben", "%s: tasks")
	ExportWritten = T("%d Aufgaben in %s geschrieben", "%d tasks written to %s")
	ExportLacks   = T("nicht alle Protokolle waren zu lesen oder öffentlich; ihre Aufgaben fehlen", "some minutes could not be read or made public; their tasks are missing")
	FormatUnknown = T("das Format %q gibt es nicht, nur %s", "there is no format %q, only %s")

	FlagExportFormat = T("als `FORMAT`: ical, csv oder json; ohne das sagt es der Name der Datei", "as `FORMAT`: ical, csv or json; without it the file's name tells")
	FlagOutput       = T("in die Datei `FILE`, die ganz ersetzt wird", "into `FILE`, which is replaced whole")

	HelpTasksExport = Help{
		Short: T("Aufgaben für Kalender und Tabellen", "tasks for calendars and spreadsheets"),
		Long: T(
			"Schreibt Aufgaben als Kalender (iCalendar, VTODO), als CSV oder JSON. Die Kennungen\nbleiben gleich: wer den Kalender abonniert oder wieder einliest, bekommt Änderungen und\nkeine zweiten Einträge. Nur Öffentliches geht hinaus; private Aufgaben nie.",
			"Writes tasks as a calendar (iCalendar, VTODO), as CSV or JSON. Ids stay the same: who\nsubscribes to the calendar or reads it in again gets changes and no second entries.\nOnly what is public goes out; private tasks never."),
		Examples: T(
			"telko tasks export --mine -o aufgaben.ics\ntelko tasks export --state all -f csv > aufgaben.csv",
			"telko tasks export --mine -o tasks.ics\ntelko tasks export --state all -f csv > tasks.csv"),
	}

	FlagAgendaFormat = T("als `FORMAT`: markdown oder wikitext", "as `FORMAT`: markdown or wikitext")

	HelpTasksAgenda = Help{
		Short: T("die Aufgaben für die Mail vor der Telko", "the tasks for the mail before the telco"),
		Long: T(
			"Fasst die Aufgaben für die Mail oder Seite vor der nächsten Telko zusammen: was\nüberfällig ist, was bis dahin und was später fällig wird, was seit der letzten erledigt\nwurde. Nur Öffentliches geht hinaus.",
			"Sums up the tasks for the mail or page before the next telco: what is overdue, what\nis due by then and what later, what was done since the last one. Only what is public\ngoes out."),
		Examples: T(
			"telko tasks agenda | mail -s Aufgaben team@example.org\ntelko tasks agenda --series technik-telko -f wikitext",
			"telko tasks agenda | mail -s Tasks team@example.org\ntelko tasks agenda --series technik-telko -f wikitext"),
	}
)

// The summary of tasks before a telco.
var (
	SummaryTitle    = T("Aufgaben: %s", "Tasks of %s")
	SummaryTitleOn  = T("Aufgaben zur Telko %s am %s", "Tasks of %s for %s")
	SummaryWritten  = T("%s geschrieben", "%s written")
	SummaryOverdue  = T("Überfällig", "Overdue")
	SummarySoon     = T("Bis zur Telko fällig", "Due by the telco")
	SummaryLater    = T("Später fällig", "Due later")
	SummaryOpen     = T("Offen", "Open")
	SummaryClosed   = T("Seit der letzten Telko", "Since the last telco")
	SummaryNothing  = T("Nichts ist offen.", "Nothing is open.")
	SummaryLate     = T("fällig seit %s (%d Tage)", "due since %s (%d days)")
	SummaryDue      = T("fällig am %s", "due on %s")
	SummaryExtended = T("%d-mal verschoben", "extended %d×")
)
