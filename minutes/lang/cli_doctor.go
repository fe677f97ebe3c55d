package lang

// Doctor.
var (
	HelpDoctor = Help{
		Short: T("sagen, was hier nicht stimmt und wie es zu richten ist", "say what is wrong here and how to mend it"),
		Long: T(
			"Prüft den telko-Ordner (Einstellungen, Protokolle, Logs, doppelte Nummern, was git\nwissen muss), die eigene Konfiguration, abgebrochene Telkos, was telko sich von den\nWikiseiten gemerkt hat, und die Anmeldung am Wiki. Ändert nichts. Endet mit 1, wenn\netwas zu richten ist.\n\nIn eine Pipe, mit Tabs getrennt: was geprüft wurde, ok, warning oder error, Datei\nund Zeile, Befund, Rat.",
			"Checks the workspace (settings, minutes, logs, ids given twice, what git must know),\nthe user's configuration, telcos that were broken off, what telko remembers of wiki\npages, and the login to the wiki. Changes nothing. Ends with 1 if there is something\nto mend.\n\nInto a pipe, parted by tabs: what was checked, ok, warning or error, file and line,\nfinding, advice."),
		Examples: T("telko doctor\ntelko doctor --offline", "telko doctor\ntelko doctor --offline"),
	}
	FlagDoctorOffline = T("ohne das Wiki", "without the wiki")

	DoctorOK      = T("gut", "fine")
	DoctorDoubt   = T("Achtung", "look")
	DoctorTrouble = T("Fehler", "error")

	DoctorWorkspace   = T("telko-Ordner %s", "workspace %s")
	DoctorFiles       = T("%d Protokolle, %d Aufgaben, Logs und Nummern in Ordnung", "%d minutes, %d tasks, logs and ids in order")
	DoctorMe          = T("du bist %s", "you are %s")
	DoctorWiki        = T("%s, angemeldet als %s", "%s, logged in as %s")
	DoctorWikiOffline = T("%s: Konto vorhanden, nicht angemeldet", "%s: there is an account, not logged in")
	DoctorTwice       = T("die Nummer %s tragen zwei verschiedene Aufgaben", "two different tasks bear the id %s")
	DoctorTwiceHint   = T("telko tasks renumber", "telko tasks renumber")
	DoctorJournal     = T("die Telko %s wurde nicht beendet", "the telco %s was not ended")
	DoctorJournalHint = T("telko record macht weiter, /ende beendet sie", "telko record goes on, /end ends it")
	DoctorOrphan      = T("gemerkt ist eine Wikiseite von %s, das es hier nicht gibt", "a wiki page of %s is remembered, which is not here")
	DoctorOrphanHint  = T("telko import holt das Protokoll von der Seite zurück", "telko import brings the minutes back from the page")
	DoctorFine        = T("alles in Ordnung", "all is well")
	DoctorWrong       = T("Befunde: %d", "findings: %d")
)

// What a workspace in git lacks.
var (
	ArchiveGitLines     = T("es fehlen Zeilen: %s", "lines are missing: %s")
	ArchiveGitLinesHint = T("trage sie in %s nach, ehe git Privates aufnimmt oder Logs nicht zusammenführt", "add them to %s before git takes in what is private, or cannot merge logs")
)
