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

// What lint says of motions, with a suggestion in each.
var (
	LintVotes          = T("%d Stimmen, aber nur %d Mitglieder waren da; sieh nach, wer wann kam und ging", "%d votes, but only %d members were there; check who came and left when")
	LintRough          = T("in Worten abgestimmt („%s“): telko rechnet nichts daraus; schreib Zahlen wie 5 dafür, 1 dagegen, 2 Enthaltungen, wenn sie bekannt sind", "a vote in words (“%s”): telko counts nothing from it; write numbers like 5 for, 1 against, 2 abstentions if they are known")
	LintUnanimous      = T("%s, aber mit %d Stimmen dagegen; eines davon stimmt nicht", "%s, but with %d votes against; one of these is wrong")
	LintQuorum         = T("nur %d Mitglieder waren da, beschlussfähig ist man ab %d; vermerke, wer noch da war, oder stimmt noch einmal ab", "only %d members were there, the quorum is %d; note who else was there, or vote again")
	LintNoAnswer       = T("%s ist weder beantwortet noch entschieden; schreib > **%s:** … oder **%s:** … darunter", "%s was neither answered nor decided; write > **%s:** … or **%s:** … below it")
	LintVoteBare       = T("„%s“ zählt als Text des Antrags; wenn abgestimmt wurde, schreib **%s:** davor", "“%s” counts as text of the motion; if that was a vote, write **%s:** before it")
	LintNoDecision     = T("über %s wurde abgestimmt, aber kein Ergebnis steht da; schreib **%s:** … darunter", "%s was voted on, but no outcome is written down; write **%s:** … below it")
	LintNoPetitioner   = T("von wem der Antrag ist, steht nicht da; schreib **%s:** Name (Amt) darunter", "it does not say whose motion this is; write **%s:** name (office) below it")
	LintPetitioner     = T("wer %s ist, ist nicht bekannt; schreib das Amt in Klammern dahinter, oder trage die Person in people.toml ein", "it is not known who %s is; write the office in brackets behind the name, or add the person to people.toml")
	LintPetitionerNear = T("wer %s ist, ist nicht bekannt; ist %s gemeint?", "it is not known who %s is; is %s meant?")
)

// What does not fit about a motion over several meetings, or about what the log
// says of it, with a suggestion in each.
var (
	RemarkTie         = T("#%s: als angenommen eingetragen, mit %v zu %v Stimmen; sieh nach, ob Stimmen oder Ergebnis falsch abgeschrieben sind", "#%s: recorded as accepted, with %v to %v votes; check whether the votes or the outcome were written down wrongly")
	RemarkAgainstVote = T("#%s: %v dafür und %v dagegen, eingetragen ist aber: %v; sieh nach, ob Stimmen oder Ergebnis falsch abgeschrieben sind", "#%s: %v for and %v against, but what is recorded is: %v; check whether the votes or the outcome were written down wrongly")
	RemarkOtherRuling = T("#%s: vorher %v, jetzt %v; wenn es ein neuer Antrag ist, gib ihm eine eigene Nummer", "#%s: %v before, and %v now; if this is a new motion, give it an id of its own")
	RemarkNotAccepted = T("#%s ist umgesetzt, aber nie angenommen worden; trage den Beschluss nach", "#%s was realised, but never accepted; write down the decision")
	RemarkNoReason    = T("#%s: %v von %v geht einen Schritt zurück und nennt keinen Grund; schreib ihn mit `telko motions note` dazu", "#%s: %v by %v is a step back and gives no reason; add one with `telko motions note`")
	RemarkNoMotion    = T("#%s nennt #%v, den Antrag gibt es nicht; prüfe die Nummer", "#%s names #%v, and there is no such motion; check the id")
	RemarkTextChanged = T("#%s: der Wortlaut wurde geändert, nachdem der Antrag eingegangen war; stell ihn wieder her, und schreib die Änderung als **Änderung:** darunter", "#%s: the wording was changed after the motion was received; restore it, and write the change as **Amendment:** below it")
	RemarkAnswerStale = T("#%s: der Abschnitt in Zeile %v wurde geändert, nachdem er beantwortet war; prüfe die Antwort, und bestätige sie mit `telko motions answer %s`", "#%s: the passage in line %v was edited after it was answered; check the answer, and write it anew with `telko motions answer %s`")
	RemarkAnswerLost  = T("#%s: der Abschnitt, auf den diese Antwort ging, ist nicht mehr da; stell ihn wieder her, oder beantworte neu mit `telko motions answer %s`", "#%s: the passage that this answer spoke of is gone; restore it, or answer again with `telko motions answer %s`")
	RemarkPerhapsSame = T("#%s ist vielleicht die Fortsetzung von #%v; wenn ja, schreib #%v statt #%s hinter die Überschrift", "#%s perhaps goes on with #%v; if so, write #%v instead of #%s behind the heading")
	RemarkTwoWordings = T("#%s wurde für zwei verschiedene Anträge vergeben; gib dem späteren eine neue Nummer", "#%s was given to two different motions; give the later one a new id")
	RemarkNoAdd       = T("#%s: das Log hat diese Nummer nie vergeben; prüfe die Zeilen", "#%s: the log never gave out this id; check its lines")
	RemarkNotLast     = T("#%s: %v nimmt %v zurück, aber das war nicht das Letzte; es gilt nicht", "#%s: %v takes back %v, which was not the last event; it does not count")
	RemarkLost        = T("#%s steht in keinem Protokoll mehr; stell den Abschnitt wieder her, wenn er verloren ging", "#%s stands in no minutes any more; restore the section if it was lost")
	RemarkOther       = T("#%s: %s", "#%s: %s")
)
