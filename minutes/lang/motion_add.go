package lang

// What is said where a passage cannot come into a motion's section.
var (
	MotionNotHere        = T("der Antrag %s steht nicht in dieser Datei", "motion %s is not in this file")
	MotionNotBetween     = T("das ließe sich an dieser Stelle nicht als eigener Abschnitt des Antrags lesen", "that could not be read as a passage of its own in this place")
	MotionNotBetweenHint = T("hinter dem ganzen Abschnitt geht es; sonst mit `telko edit` in der Datei", "it can stand behind the whole passage; else write it with `telko edit`")
)
