package motions

import (
	"cmp"

	"telko/tasks/when"
)

// state is where a motion has got to, as its steps are gone through.
type state struct {
	r       *Record
	talk    Handling  // received, discussed or answered
	end     Handling  // how it ended or was put off, "" if it did not
	endedBy int       // place of the meeting that ended it, -1 for the log
	planned when.Date // day of the meeting it is scheduled for, zero for none
	vote    *Part     // the last tally, and where
}

// step applies a step.
func (s *state) step(x *Step) {
	if x.Event != nil {
		if !x.Undone {
			s.event(x.Event)
		}
		return
	}
	switch x.What {
	case StepPlanned:
		s.planned = s.r.Places[x.place].Date
		return
	case StepMeeting:
		if x.place > 0 {
			s.takenUp(x)
			s.raise(HandlingDiscussed)
		}
		return
	case StepAnswer:
		s.takenUp(x)
		s.raise(HandlingAnswered)
	case StepVote:
		s.vote = &s.r.Parts[x.part]
		s.takenUp(x)
		s.raise(HandlingDiscussed)
	case StepDecision:
		s.raise(HandlingDiscussed)
		s.decided(x)
	default:
		s.raise(HandlingDiscussed)
	}
}

// raise lets the talk go on, never back.
func (s *state) raise(h Handling) {
	if s.talk == HandlingReceived || h == HandlingAnswered {
		s.talk = h
	}
}

// takenUp ends a postponement once a later meeting has the motion. One that was
// ended otherwise stays so until minutes or log say that it is not.
func (s *state) takenUp(x *Step) {
	if s.end == HandlingPostponed && s.endedBy != x.place {
		s.ended("", x.place)
	}
}

// ended notes how the handling ended.
func (s *state) ended(h Handling, place int) {
	s.end, s.endedBy = h, place
	s.r.Reason, s.r.Until, s.r.By = "", "", ""
}

// decided takes a decision of the minutes.
func (s *state) decided(x *Step) {
	p := &s.r.Parts[x.part]
	place := &s.r.Places[x.place]
	ruling := &Ruling{Outcome: p.Outcome, Text: p.Text, Meeting: place.Meeting, Date: place.Date, Time: p.Time, Line: p.Line}
	if s.vote != nil && s.vote.Place == x.place {
		ruling.Vote = s.vote.Vote
		s.judge(p)
	}
	h, outcome := p.Outcome.Tracks()
	switch {
	case p.Outcome == NoOutcome && isPostponed(p.Text):
		s.ended(HandlingPostponed, x.place)
		s.r.Until = untilIn(p.Text)
		return
	case h == HandlingClosed, outcome == NotDecided:
		s.contradict(outcome, Remark{Code: OtherRuling, Meeting: place.Meeting, Private: place.Private, Line: p.Line})
		s.outcome(outcome, toIn(p.Text))
	case h != "":
		ruling.Outcome = NoOutcome
	}
	s.r.Ruling = ruling
	if h != "" {
		s.ended(h, x.place)
		if h != HandlingClosed {
			s.r.Reason = p.Text
		}
	}
}

// outcome sets the outcome.
func (s *state) outcome(o Outcome, to string) {
	s.r.Outcome, s.r.To = o, ""
	if o == ReferredOut {
		s.r.To = to
	}
}

// contradict remarks on a decision that says another thing than an earlier one.
func (s *state) contradict(o Outcome, m Remark) {
	before := s.r.Outcome
	if before != NoOutcome && before != NotDecided && o != before {
		m.Words = []any{before, o}
		s.r.remark(m)
	}
}

// judge remarks on a decision that its tally does not carry. Consensus, rough
// tallies and majorities of other kinds are not judged; what the minutes record
// stands.
func (s *state) judge(p *Part) {
	v := s.vote.Vote
	if v == nil || v.Counting() != Counted {
		return
	}
	place := &s.r.Places[p.Place]
	m := Remark{Meeting: place.Meeting, Private: place.Private, Line: p.Line, Words: []any{v.For, v.Against, v.Abstain, p.Outcome}}
	accepted := p.Outcome == Accepted || p.Outcome == AcceptedChanged
	switch {
	case accepted && v.For == v.Against:
		m.Code = Tie
	case accepted && v.For < v.Against, p.Outcome == Rejected && v.For > v.Against:
		m.Code = AgainstVote
	default:
		return
	}
	s.r.remark(m)
}

// event applies an event of the log.
func (s *state) event(e *Event) {
	r := s.r
	switch e.Verb {
	case Schedule:
		s.takeBack(e)
		s.planned = cmp.Or(dayIn(e.Target), when.Of(e.At))
		r.Until = e.Target
	case Postpone:
		s.endBy(e, HandlingPostponed)
		r.Until = e.Target
	case Withdraw:
		s.endBy(e, HandlingWithdrawn)
	case Bar:
		s.endBy(e, HandlingInadmissible)
	case SettleV:
		s.endBy(e, HandlingSettled)
		if r.By = e.Other; e.Other != "" {
			r.link(Link{SettledBy, e.Other})
		}
	case Close:
		s.endBy(e, HandlingClosed)
	case Reopen:
		s.takeBack(e)
	case Decide, Refer:
		s.decide(e)
	case Realise:
		if !r.accepted() {
			r.remark(Remark{Code: NotAccepted, Event: e})
		}
		r.Realisation, r.RealisedOn, r.RealisedAt = Realised, e.On, e.Link
	case Unrealise:
		s.needReason(e, r.Realisation == Realised)
		r.Realisation, r.RealisedOn, r.RealisedAt = NoRealisation, e.On, ""
	case LinkV:
		r.link(Link{e.Relation, e.Other})
	case Unlink:
		r.unlink(Link{e.Relation, e.Other})
	}
}

// endBy ends the handling.
func (s *state) endBy(e *Event, h Handling) {
	s.needReason(e, h == HandlingInadmissible || h == HandlingPostponed && s.end != "" && s.end != HandlingPostponed)
	s.ended(h, -1)
	s.r.Reason = e.Text
}

// takeBack ends a withdrawal, a postponement or a closing.
func (s *state) takeBack(e *Event) {
	s.needReason(e, e.Verb == Reopen || s.end != "" && s.end != HandlingPostponed)
	s.ended("", -1)
	s.r.Reason = e.Text
	s.planned = when.Date{}
}

// needReason remarks on a step back for which nobody gave a reason.
func (s *state) needReason(e *Event, needed bool) {
	if needed && e.Text == "" {
		s.r.remark(Remark{Code: NoReason, Event: e, Words: []any{string(e.Verb), e.By}})
	}
}

// decide takes a decision of the log.
func (s *state) decide(e *Event) {
	o := e.Outcome
	if e.Verb == Refer {
		o = ReferredOut
	}
	s.needReason(e, o == NotDecided && s.r.Outcome != NoOutcome && s.r.Outcome != NotDecided)
	s.contradict(o, Remark{Code: OtherRuling, Event: e})
	s.outcome(o, e.Text)
	s.r.Ruling = &Ruling{Outcome: o, Text: e.Text, Date: when.Of(e.At)}
	if h, _ := o.Tracks(); h != "" {
		s.ended(h, -1)
	}
}

// finish sets what follows from all steps.
func (s *state) finish() {
	r := s.r
	planned := !s.planned.IsZero()
	switch r.Handling = s.talk; {
	case s.end == HandlingPostponed && planned && !dayIn(r.Until).After(s.planned):
		r.Handling = HandlingScheduled
	case s.end != "":
		r.Handling = s.end
	case planned && s.talk == HandlingReceived:
		r.Handling = HandlingScheduled
	}
	if r.accepted() && r.Realisation == NoRealisation {
		r.Realisation = Unrealised
	}
	for i := range r.stations {
		if m := r.stations[i].Motion; m.Realised && r.Realisation != Realised {
			r.Realisation, r.RealisedOn, r.RealisedAt = Realised, m.RealisedOn, m.RealisedAt
		}
	}
	r.Unanswered = r.Answers == 0 && !r.Handling.Ended() && !r.Resolution
}

// accepted reports whether there is something to be done because of r. A
// decision without a motion is one, unless it says no.
func (r *Record) accepted() bool {
	switch r.Outcome {
	case Accepted, AcceptedChanged:
		return true
	case NoOutcome:
		return r.Resolution && r.Ruling != nil
	}
	return false
}

// Ended reports whether nothing more is to be done about a motion, unless
// somebody takes it up again.
func (h Handling) Ended() bool {
	switch h {
	case HandlingClosed, HandlingWithdrawn, HandlingInadmissible, HandlingSettled:
		return true
	}
	return false
}
