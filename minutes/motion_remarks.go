package minutes

import (
	"telko/minutes/lang"
	"telko/motions"
)

// RemarkError says what does not fit about a motion, and what to do about it.
func RemarkError(r *motions.Record, m *motions.Remark) *lang.Error {
	id := string(r.ID)
	word := func(i int) any {
		if i >= len(m.Words) {
			return ""
		}
		if o, ok := m.Words[i].(motions.Outcome); ok {
			return outcomeText(o)
		}
		return m.Words[i]
	}
	switch m.Code {
	case motions.Tie:
		return lang.E(lang.RemarkTie, id, word(0), word(1))
	case motions.AgainstVote:
		return lang.E(lang.RemarkAgainstVote, id, word(0), word(1), word(3))
	case motions.OtherRuling:
		return lang.E(lang.RemarkOtherRuling, id, word(0), word(1))
	case motions.NotAccepted:
		return lang.E(lang.RemarkNotAccepted, id)
	case motions.NoReason:
		return lang.E(lang.RemarkNoReason, id, word(0), word(1))
	case motions.NoSuchMotion:
		return lang.E(lang.RemarkNoMotion, id, word(0))
	case motions.TextChanged:
		return lang.E(lang.RemarkTextChanged, id)
	case motions.AnswerStale:
		return lang.E(lang.RemarkAnswerStale, id, word(0), id)
	case motions.AnswerLost:
		return lang.E(lang.RemarkAnswerLost, id, id)
	case motions.PerhapsSame:
		return lang.E(lang.RemarkPerhapsSame, id, word(0), word(0), id)
	case motions.TwoWordings:
		return lang.E(lang.RemarkTwoWordings, id)
	case motions.NoAdd:
		return lang.E(lang.RemarkNoAdd, id)
	case motions.NotLast:
		return lang.E(lang.RemarkNotLast, id, word(0), word(1))
	case motions.Lost:
		return lang.E(lang.RemarkLost, id)
	}
	return lang.E(lang.RemarkOther, id, string(m.Code))
}

// outcomeText returns the words for o in both languages.
func outcomeText(o motions.Outcome) lang.Text {
	return lang.T(FormatOutcome(o, lang.German), FormatOutcome(o, lang.English))
}
