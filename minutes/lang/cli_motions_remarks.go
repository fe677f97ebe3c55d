package lang

// What does not fit about a motion. It is for a person to look at; what is
// recorded stays.
var (
	CLIRemarkTie         = T("mit %d zu %d Stimmen gleich viele dafür und dagegen, aber als angenommen eingetragen", "%d votes for and %d against are a tie, but it is recorded as accepted")
	CLIRemarkAgainst     = T("%d dafür, %d dagegen, aber eingetragen ist: %s", "%d for, %d against, but what is recorded is: %s")
	CLIRemarkRuling      = T("vorher war es %s, jetzt ist es %s", "it was %s before, and is %s now")
	CLIRemarkNotAccepted = T("als umgesetzt eingetragen, aber nie angenommen", "recorded as realised, but never accepted")
	CLIRemarkNoReason    = T("ein Schritt zurück ohne Grund", "a step back without a reason")
	CLIRemarkNoMotion    = T("verweist auf #%v, den Antrag gibt es nicht", "leads to #%v, and there is no such motion")
	CLIRemarkText        = T("der Wortlaut wurde nach dem Eingang geändert", "the wording was changed after it was received")
	CLIRemarkStale       = T("ein Abschnitt wurde geändert, nachdem er beantwortet war", "a passage was edited after it was answered")
	CLIRemarkLost        = T("ein beantworteter Abschnitt ist nicht mehr da", "a passage that was answered is gone")
	CLIRemarkSame        = T("vielleicht derselbe wie #%v", "perhaps the same as #%v")
	CLIRemarkTwo         = T("die Nummer wurde für zwei Wortlaute vergeben", "the id was given to two wordings")
	CLIRemarkNoAdd       = T("das Log kennt die Nummer nicht", "the log does not know the id")
	CLIRemarkNotLast     = T("%v hat etwas zurückgenommen, das nicht das Letzte war", "%v took back something that was not the last thing")
	CLIRemarkOrphan      = T("kein Protokoll hat ihn mehr", "no minutes have it any more")
)
