package lang

// What the screen says of motions like the one that is recorded.
var (
	KeysEarlier       = T("was auf ähnliche Anträge geantwortet wurde", "what was answered to motions like this one")
	ScreenEarlier     = T("ähnlich: %s (F10 zeigt die Antworten)", "like this one: %s (F10 shows the answers)")
	ScreenNoAnswer    = T("noch keine Antwort", "no answer yet")
	ScreenEarlierHead = T("Ähnliche Anträge", "Motions like this")
)
