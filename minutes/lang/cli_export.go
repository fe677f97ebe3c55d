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
)
