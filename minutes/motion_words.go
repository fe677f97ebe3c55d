package minutes

import (
	"telko/minutes/lang"
	"telko/motions"
)

// FormatHandling returns the words for h in l, "" for none.
func FormatHandling(h motions.Handling, l lang.Lang) string {
	switch h {
	case motions.HandlingReceived:
		return lang.MotionReceived.In(l)
	case motions.HandlingScheduled:
		return lang.MotionScheduled.In(l)
	case motions.HandlingDiscussed:
		return lang.MotionDiscussed.In(l)
	case motions.HandlingAnswered:
		return lang.MotionAnswered.In(l)
	case motions.HandlingClosed:
		return lang.MotionClosed.In(l)
	case motions.HandlingWithdrawn:
		return lang.MotionWithdrawn.In(l)
	case motions.HandlingInadmissible:
		return lang.MotionInadmissible.In(l)
	case motions.HandlingSettled:
		return lang.MotionSettled.In(l)
	case motions.HandlingPostponed:
		return lang.MotionPostponed.In(l)
	}
	return string(h)
}

// FormatRealisation returns the words for r in l, "" for none.
func FormatRealisation(r motions.Realisation, l lang.Lang) string {
	switch r {
	case motions.Unrealised:
		return lang.MotionUnrealised.In(l)
	case motions.Realised:
		return lang.MotionRealised.In(l)
	}
	return string(r)
}

// FormatRelation returns the words for r in l, to be followed by the other
// motion's id.
func FormatRelation(r motions.Relation, l lang.Lang) string {
	switch r {
	case motions.Competes:
		return lang.MotionCompetes.In(l)
	case motions.Supersedes:
		return lang.MotionSupersedes.In(l)
	case motions.SupersededBy:
		return lang.MotionSupersededBy.In(l)
	case motions.SettledBy:
		return lang.MotionSettledBy.In(l)
	case motions.Settles:
		return lang.MotionSettles.In(l)
	}
	return string(r)
}
