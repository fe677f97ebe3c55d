package cli

import (
	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
)

// motionRemark says what does not fit about a motion, and where.
func (a *app) motionRemark(m *motions.Remark) string {
	where := ""
	if m.Meeting != "" {
		if ws, err := a.workspace(); err == nil {
			if ref, err := ws.Resolve(m.Meeting); err == nil {
				path := ref.Path
				if m.Private {
					path = ref.PrivatePath
				}
				where = at(a.path(ws, path), m.Line)
			}
		}
	}
	return where + a.remarkText(m)
}

func (a *app) remarkText(m *motions.Remark) string {
	word := func(i int) any {
		if i >= len(m.Words) {
			return ""
		}
		if o, ok := m.Words[i].(motions.Outcome); ok {
			return minutes.FormatOutcome(o, a.lang)
		}
		return m.Words[i]
	}
	switch m.Code {
	case motions.Tie:
		return lang.CLIRemarkTie.In(a.lang, word(0), word(1))
	case motions.AgainstVote:
		return lang.CLIRemarkAgainst.In(a.lang, word(0), word(1), word(3))
	case motions.OtherRuling:
		return lang.CLIRemarkRuling.In(a.lang, word(0), word(1))
	case motions.NotAccepted:
		return lang.CLIRemarkNotAccepted.In(a.lang)
	case motions.NoReason:
		return lang.CLIRemarkNoReason.In(a.lang)
	case motions.NoSuchMotion:
		return lang.CLIRemarkNoMotion.In(a.lang, word(0))
	case motions.TextChanged:
		return lang.CLIRemarkText.In(a.lang)
	case motions.AnswerStale:
		return lang.CLIRemarkStale.In(a.lang)
	case motions.AnswerLost:
		return lang.CLIRemarkLost.In(a.lang)
	case motions.PerhapsSame:
		return lang.CLIRemarkSame.In(a.lang, word(0))
	case motions.TwoWordings:
		return lang.CLIRemarkTwo.In(a.lang)
	case motions.NoAdd:
		return lang.CLIRemarkNoAdd.In(a.lang)
	case motions.NotLast:
		return lang.CLIRemarkNotLast.In(a.lang, word(0))
	case motions.Lost:
		return lang.CLIRemarkOrphan.In(a.lang)
	}
	return string(m.Code)
}
