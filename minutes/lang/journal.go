package lang

// What is said of the journal of a telco that is being recorded, and of its
// files.
var (
	JournalNotKept     = T("nicht gespeichert: %v", "not saved: %v")
	JournalNotKeptHint = T("Die Zeile ist noch da; noch einmal Enter, sobald es wieder geht", "the line is still there; press Enter again when it can be saved")
)
