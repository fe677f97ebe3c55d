package cli

import (
	"errors"

	"telko/minutes/lang"
	"telko/motions"
)

// stepName says what happened in a step of a motion's history.
func (a *app) stepName(s *motions.Step) string {
	if s.Event != nil {
		name := a.verbName(s.Event.Verb)
		for _, more := range []string{s.Event.Target, string(s.Event.Other), string(s.Event.Outcome), s.Event.On.String(), s.Event.Link} {
			if more != "" {
				name += " " + more
			}
		}
		if s.Event.Verb == motions.Undo {
			name += ": " + a.verbName(s.Event.Of)
		}
		return name
	}
	switch s.What {
	case motions.StepMeeting:
		return lang.StepMeeting.In(a.lang)
	case motions.StepPlanned:
		return lang.StepPlanned.In(a.lang)
	case motions.StepAnswer:
		return lang.StepAnswer.In(a.lang)
	case motions.StepComment:
		return lang.StepComment.In(a.lang)
	case motions.StepAmendment:
		return lang.StepAmendment.In(a.lang)
	case motions.StepVote:
		return lang.StepVote.In(a.lang)
	case motions.StepDecision:
		return lang.StepDecision.In(a.lang)
	}
	return string(s.What)
}

// verbName says what an event did.
func (a *app) verbName(v motions.Verb) string {
	t, ok := verbText(v)
	if !ok {
		return string(v) // of another telko
	}
	return t.In(a.lang)
}

func verbText(v motions.Verb) (lang.Text, bool) {
	switch v {
	case motions.Add:
		return lang.StepAdd, true
	case motions.TextV:
		return lang.StepText, true
	case motions.AnswerV:
		return lang.StepAnswered, true
	case motions.Schedule:
		return lang.StepSchedule, true
	case motions.Postpone:
		return lang.StepPostpone, true
	case motions.Withdraw:
		return lang.StepWithdraw, true
	case motions.Bar:
		return lang.StepBar, true
	case motions.SettleV:
		return lang.StepSettle, true
	case motions.Close:
		return lang.StepClose, true
	case motions.Reopen:
		return lang.StepReopen, true
	case motions.Decide:
		return lang.StepDecide, true
	case motions.Refer:
		return lang.StepRefer, true
	case motions.Realise:
		return lang.StepRealise, true
	case motions.Unrealise:
		return lang.StepUnrealise, true
	case motions.LinkV:
		return lang.StepLink, true
	case motions.Unlink:
		return lang.StepUnlink, true
	case motions.Note:
		return lang.StepNote, true
	case motions.Undo:
		return lang.StepUndo, true
	}
	return lang.Text{}, false
}

// motionRefusal says why a motion does not take an event, nil if err is about
// something else.
func motionRefusal(err error) *lang.Error {
	var e *motions.Refused
	if !errors.As(err, &e) {
		return nil
	}
	switch e.Code {
	case motions.Already:
		return lang.E(lang.RefusedMotionAlready, e.Motion)
	case motions.NoReason:
		return lang.E(lang.RefusedMotionReason, e.Motion).Hint(lang.RefusedMotionReasonIs)
	case motions.NoEvent:
		return lang.E(lang.RefusedMotionNoEvent, e.Motion)
	case motions.NotLast:
		return lang.E(lang.RefusedMotionLast, e.Motion, e.Last.By)
	case motions.NoText:
		return lang.E(lang.RefusedMotionText, e.Motion)
	case motions.Self:
		return lang.E(lang.RefusedMotionSelf, e.Motion)
	case motions.Exists:
		return lang.E(lang.RefusedMotionExists, e.Motion)
	case motions.ClockBehind:
		return lang.E(lang.RefusedMotionClock, e.Motion, e.Last.By, e.Last.At.Format("2006-01-02 15:04")).Hint(lang.RefusedClockHint)
	}
	return lang.E(lang.RefusedMotionNewer, e.Motion)
}
