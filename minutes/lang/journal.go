package lang

// What is said of the journal of a telco that is being recorded, of the
// meeting's file, and of who else has to do with them.
var (
	JournalNotKept      = T("nicht gespeichert: %v", "not saved: %v")
	JournalNotOnDisk    = T("noch nicht auf dem Datenträger: %v", "not on the disk yet: %v")
	JournalNotKeptHint  = T("die Zeile steht noch da: noch einmal Enter, sobald es wieder geht", "the line is still there: press Enter again once it can be saved")
	JournalNoFolder     = T("für das Journal ist kein Platz: %v", "there is no place for the journal: %v")
	JournalNoFolderHint = T("ohne Journal wäre bei einem Absturz alles verloren; $XDG_STATE_HOME nennt einen anderen Ordner", "without a journal a crash would lose everything; $XDG_STATE_HOME names another folder")
	JournalNewer        = T("%s ist von einem neueren telko", "%s is of a newer telko")
	JournalNewerHint    = T("mit dem fortfahren, das die Telko begonnen hat", "go on with the one that began the telco")
	JournalDamaged      = T("Journal %s, Zeile %d ist beschädigt und gilt, soweit sie zu lesen war: %s", "journal %s, line %d is damaged and counts as far as it could be read: %s")
	JournalLost         = T("Journal %s, Zeile %d ist nicht zu lesen und steht dort noch: %s", "journal %s, line %d cannot be read and is still there: %s")
	JournalNone         = T("%s ist kein Journal", "%s is no journal")
	JournalOther        = T("das Journal %s gehört zu %s", "the journal %s belongs to %s")
	JournalMerged       = T("das Journal von %s ist dazugekommen: %d Einträge", "the journal of %s was added: %d entries")

	HoldBy         = T("%s wird schon von %s mitgeschrieben, seit %s (Prozess %d)", "%s is being recorded by %s already, since %s (process %d)")
	HoldBySomebody = T("%s wird schon von einem anderen telko mitgeschrieben", "%s is being recorded by another telko already")

	ClockAhead = T("die Uhr ist um %.0f Minuten vorgesprungen, auf %s", "the clock jumped ahead by %.0f minutes, to %s")
	ClockBack  = T("die Uhr ist um %.0f Minuten zurückgesprungen, auf %s", "the clock jumped back by %.0f minutes, to %s")

	OutsideAnew     = T("die Datei war gelöscht oder leer und wurde neu geschrieben", "the file was deleted or empty, and was written anew")
	OutsideBoth     = T("hier und in der Datei zugleich geändert; in der Datei stand: %s", "changed here and in the file at once; the file said: %s")
	OutsideDeleted  = T("hier gelöscht und in der Datei geändert, deshalb wieder da: %s", "deleted here and changed in the file, so it is back: %s")
	OutsideGone     = T("in der Datei gelöscht und hier geändert, deshalb noch da: %s", "deleted in the file and changed here, so it is still there: %s")
	OutsideMostGone = T("in der Datei fehlten auf einmal %d Einträge; sie wurden wieder hineingeschrieben", "%d entries were missing from the file all at once; they were written again")

	OutcomeRefused  = T("#%s steht so nicht im Log: %s", "#%s is not so in the log: %s")
	OutcomeNotOpen  = T("die Aufgabe ist nicht offen", "the task is not open")
	OutcomeNotLast  = T("seither ist etwas anderes geschehen", "something else has happened since")
	OutcomeNoText   = T("der Text fehlt", "the text is missing")
	OutcomeNotNewer = T("es gibt schon etwas Neueres", "there is something newer already")
)
