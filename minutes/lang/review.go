package lang

// What a careful keeper looks at before the end. The hints say what one types.
var (
	ReviewNobody         = T("niemand ist als anwesend eingetragen", "nobody is listed as present")
	ReviewNobodyHint     = T("+nick, +nick", "+nick, +nick")
	ReviewUnseen         = T("nicht gesehen: %s", "not seen: %s")
	ReviewUnseenHint     = T("entschuldigt: ?%s; war da: +%s", "excused: ?%s; was there: +%s")
	ReviewNoAssignee     = T("Aufgabe ohne Zuständige: %s", "task without assignees: %s")
	ReviewNoAssigneeHint = T("%s (nick)", "%s (nick)")
	ReviewNoAnswer       = T("weder beantwortet noch entschieden: %s", "neither answered nor decided: %s")
	ReviewNoAnswerHint   = T("/antwort oder /beschluss, auch /beschluss vertagt", "/answer or /decision, also /decision postponed")
	ReviewNoDecision     = T("ohne Beschluss: %s", "without a decision: %s")
	ReviewNoDecisionHint = T("/beschluss angenommen, abgelehnt, vertagt, …", "/decision accepted, rejected, postponed, …")
	ReviewLeftOver       = T("nicht behandelt: %s", "not talked about: %s")
	ReviewLeftOverHint   = T("auf die Tagesordnung der nächsten Telko?", "put it on the agenda of the next telco?")
	ReviewPerhaps        = T("eine Aufgabe? %s → %s", "a task? %s → %s")
	ReviewPerhapsHint    = T("die Notiz wird dann zur Aufgabe", "the note then becomes a task")
)
