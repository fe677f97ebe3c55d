package lang

// What writing and lint say of a file of minutes.
var (
	NoSuchZone     = T("die Zeitzone %q gibt es nicht", "there is no time zone %q")
	NoSuchZoneHint = T("schreib sie wie timezone: Europe/Berlin", "write it like timezone: Europe/Berlin")
	MintNoDate     = T("das Datum des Treffens ist nicht bekannt, darum bekommt die Zeile keine Nummer", "the meeting's date is not known, so this line cannot get an id")
	MintNoDateHint = T("schreib in den Kopf der Datei eine Zeile wie date: 2010-01-31", "write a line like date: 2010-01-31 into the head of the file")
)
