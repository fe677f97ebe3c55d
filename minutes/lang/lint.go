package lang

// What writing and lint say of a file of minutes.
var (
	NoSuchZone     = T("die Zeitzone %q gibt es nicht", "there is no time zone %q")
	NoSuchZoneHint = T("schreib sie wie timezone: Europe/Berlin", "write it like timezone: Europe/Berlin")

	CommentOpen       = T("ein Kommentar <!-- wird nicht mit --> geschlossen; was geheim ist, lässt sich nicht sagen", "a comment <!-- is not closed by -->; what is hidden cannot be told")
	CommentOpenHint   = T("schließe ihn mit -->, oder schreib \\<!-- für die Zeichen selbst", "close it with -->, or write \\<!-- for the characters themselves")
	CommentNested     = T("in einem Kommentar <!-- beginnt ein zweiter; was geheim ist, lässt sich nicht sagen", "a second comment begins inside a comment <!--; what is hidden cannot be told")
	CommentNestedHint = T("schließe den ersten mit -->, bevor der zweite beginnt", "close the first with --> before the second begins")

	PrivateFile     = T("eine private Datei wird nie veröffentlicht", "a private file is never published")
	PrivateFileHint = T("verschiebe von Hand in die öffentliche Datei, was öffentlich werden soll", "move by hand into the public file what is to become public")
	PrivateMark     = T("als nichtöffentlich markiert: %s", "marked as not public: %s")
	PrivateMarkHint = T("verschiebe das Thema mit `telko private MEETING TOPIC`, oder nimm die geschweiften Klammern weg", "move the topic with `telko private MEETING TOPIC`, or take the braces away")
	CommentOdd      = T("hier beginnt fast ein Kommentar, aber keiner", "this is almost the beginning of a comment, but none")
	CommentOddHint  = T("schreib ihn als <!-- … -->, oder \\<!, wenn das im Text stehen soll", "write it as <!-- … -->, or \\<! if the text is to say that")
	PrivateKey      = T("der Kopf sagt mit \"%s\", dass das Protokoll nichtöffentlich ist", "the front matter says with \"%s\" that the minutes are not public")
	PrivateKeyHint  = T("nimm die Zeile weg, oder verschiebe mit `telko private MEETING TOPIC`, was nichtöffentlich ist", "take the line away, or move what is not public with `telko private MEETING TOPIC`")
	HiddenNote      = T("eine versteckte Anmerkung geht über mehrere Zeilen", "a hidden note goes over several lines")
	HiddenNoteHint  = T("schreib sie als <!-- … -->", "write it as <!-- … -->")
	NameLeft        = T("der Name von %s steht noch im Text", "the name of %s still stands in the text")
	NameLeftHint    = T("schreib dort den Nick, oder den Namen ohne etwas in seiner Mitte, damit telko ihn ersetzt", "write the nick there, or the name with nothing in its middle, so that telko can replace it")

	MoveFromPrivate     = T("diese Datei ist schon privat", "this file is private already")
	MoveFromPrivateHint = T("nenne die Telko, nicht seine private Datei", "name the meeting, not its private file")
	NoSuchTopic         = T("es gibt kein Thema %q", "there is no topic %q")
	TopicsAre           = T("es gibt: %s", "there are: %s")
	AmbiguousTopic      = T("%q könnte mehrere Themen meinen, in Zeile %s", "%q could mean several topics, in lines %s")
	AmbiguousTopicHint  = T("gib den Überschriften verschiedene Titel, oder schreib (Fortsetzung) dahinter, wenn es dasselbe Thema ist", "give the headings different titles, or write (continued) behind one that is the same topic")

	LintPerhapsTask = T("ist das eine Aufgabe? Als solche stünde da: %s", "is this a task? As one it would read: %s")
	LintForeign     = T("#%s ist eine Aufgabe einer anderen Telko; das Kästchen hier ändert sie nicht", "#%s is a task of another meeting; the box here does not change it")
	LintForeignHint = T("hake sie ab mit `telko tasks done %s`", "tick it off with `telko tasks done %s`")
	LintDueBefore   = T("fällig am %s, vor der Telko", "due on %s, before the meeting")
	LintUnknown     = T("%s steht nicht in people.toml", "%s is not in people.toml")
	LintUnknownHint = T("trage die Person in people.toml ein, oder schreib (Gast) dahinter", "add the person to people.toml, or write (guest) behind")
	LintTwice       = T("%s steht schon in Zeile %d", "%s stands in line %d already")
	LintOtherName   = T("der Nick %s gehört in people.toml zu %s, nicht zu %s", "in people.toml the nick %s belongs to %s, not to %s")
)
