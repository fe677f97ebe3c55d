package lang

// What writing and lint say of a file of minutes.
var (
	NoSuchZone     = T("die Zeitzone %q gibt es nicht", "there is no time zone %q")
	NoSuchZoneHint = T("schreib sie wie timezone: Europe/Berlin", "write it like timezone: Europe/Berlin")
	MintNoDate     = T("das Datum des Treffens ist nicht bekannt, darum bekommt die Zeile keine Nummer", "the meeting's date is not known, so this line cannot get an id")
	MintNoDateHint = T("schreib in den Kopf der Datei eine Zeile wie date: 2010-01-31", "write a line like date: 2010-01-31 into the head of the file")

	CommentOpen       = T("ein Kommentar <!-- wird nicht mit --> geschlossen; was geheim ist, lässt sich nicht sagen", "a comment <!-- is not closed by -->; what is hidden cannot be told")
	CommentOpenHint   = T("schließe ihn mit -->, oder schreib \\<!-- für die Zeichen selbst", "close it with -->, or write \\<!-- for the characters themselves")
	CommentNested     = T("in einem Kommentar <!-- beginnt ein zweiter; was geheim ist, lässt sich nicht sagen", "a second comment begins inside a comment <!--; what is hidden cannot be told")
	CommentNestedHint = T("schließe den ersten mit -->, bevor der zweite beginnt", "close the first with --> before the second begins")

	PrivateFile     = T("eine private Datei wird nie veröffentlicht", "a private file is never published")
	PrivateFileHint = T("verschiebe von Hand in die öffentliche Datei, was öffentlich werden soll", "move by hand into the public file what is to become public")
	PrivateMark     = T("als nichtöffentlich markiert: %s", "marked as not public: %s")
	PrivateMarkHint = T("verschiebe den Punkt mit `telko private TREFFEN THEMA`, oder nimm die geschweiften Klammern weg", "move the topic with `telko private MEETING TOPIC`, or take the braces away")
	HiddenNote      = T("eine versteckte Anmerkung geht über mehrere Zeilen", "a hidden note goes over several lines")
	HiddenNoteHint  = T("schreib sie als <!-- … -->", "write it as <!-- … -->")
	NameLeft        = T("der Name %q steht noch im Text", "the name %q still stands in the text")
	NameLeftHint    = T("schreib ihn ohne Auszeichnung in der Mitte, damit telko ihn durch den Nick ersetzt", "write it without mark-up in its middle, so that telko can replace it by the nick")
)
