package lang

// What is said of motions: where they have got to, and what they are to each
// other.
var (
	MotionReceived     = T("eingegangen", "received")
	MotionScheduled    = T("auf der Tagesordnung", "scheduled")
	MotionDiscussed    = T("besprochen", "discussed")
	MotionAnswered     = T("beantwortet", "answered")
	MotionClosed       = T("abgeschlossen", "closed")
	MotionWithdrawn    = T("zurückgezogen", "withdrawn")
	MotionInadmissible = T("unzulässig", "inadmissible")
	MotionSettled      = T("anderweitig erledigt", "settled by another")
	MotionPostponed    = T("vertagt", "postponed")

	WriteInvalid      = T("%d ungültig", "%d invalid")
	WriteNotCompetent = T("nicht zuständig", "not competent")
	WriteInadmissible = T("unzulässig", "inadmissible")

	MotionUnrealised = T("umzusetzen", "to be done")
	MotionRealised   = T("umgesetzt", "realised")

	MotionCompetes     = T("konkurriert mit", "competes with")
	MotionSupersedes   = T("ersetzt", "supersedes")
	MotionSupersededBy = T("ersetzt durch", "superseded by")
	MotionSettledBy    = T("erledigt durch", "settled by")
	MotionSettles      = T("erledigt", "settles")
)

// What the register of motions refuses.
var ArchiveNoMotion = T("den Antrag #%s gibt es nicht", "there is no motion #%s")

// What reading says of labelled lines in a motion.
var (
	ReadDetailDay        = T("wann der Antrag einging, ist nicht zu lesen: %s", "when the motion was received cannot be read: %s")
	ReadDetailDayHint    = T("schreib ein Datum wie 05.01.2010", "write a date like 2010-01-05")
	ReadDetailMotion     = T("%q ist keine Nummer eines Antrags", "%q is not the id of a motion")
	ReadDetailMotionHint = T("schreib Nummern wie #M100107-1, mit Kommas dazwischen", "write ids like #M100107-1, with commas between them")
)
