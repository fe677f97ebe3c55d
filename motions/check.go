package motions

import (
	"fmt"
	"reflect"
	"slices"
	"time"
)

// Why an event may not follow. NotLast and NoReason are reasons too.
const (
	ClockBehind Code = "clock behind" // the newest event is more than an hour in the future
	NotNewer    Code = "not newer"    // not later than the newest event
	Already     Code = "already"      // it would change nothing
	NoEvent     Code = "no event"     // there is nothing to take back
	NoText      Code = "no text"      // a note without words
	Exists      Code = "exists"       // the id is taken
	Self        Code = "self"         // a link to itself
)

// Refused says why an event may not follow on what a motion has come to.
type Refused struct {
	Code   Code
	Motion ID
	Tracks Tracks // as they are
	Event  Event  // what was to be done
	Last   Event  // the newest event of the motion
}

// Error returns the message in English.
func (e *Refused) Error() string {
	switch e.Code {
	case ClockBehind:
		return fmt.Sprintf("motion %s: %s wrote its newest event at %s, which is in the future: one of the two clocks is wrong",
			e.Motion, e.Last.By, e.Last.At.Format(time.RFC3339))
	case NotNewer:
		return fmt.Sprintf("motion %s has a newer event, of %s", e.Motion, e.Last.At.Format(time.RFC3339))
	case Already:
		return fmt.Sprintf("motion %s: %s would change nothing", e.Motion, e.Event.Verb)
	case NoEvent:
		return fmt.Sprintf("motion %s: nothing was done that could be taken back", e.Motion)
	case NotLast:
		return fmt.Sprintf("motion %s: the last event is not %s, but %s by %s", e.Motion, e.Event.Of, e.Last.Verb, e.Last.By)
	case NoReason:
		return fmt.Sprintf("motion %s: %s is a step back and needs a reason", e.Motion, e.Event.Verb)
	case NoText:
		return fmt.Sprintf("motion %s: %s needs a text", e.Motion, e.Event.Verb)
	case Exists:
		return fmt.Sprintf("motion %s exists", e.Motion)
	case Self:
		return fmt.Sprintf("motion %s cannot be linked to itself", e.Motion)
	}
	return fmt.Sprintf("motion %s: %s", e.Motion, e.Code)
}

// tolerance is how far two clocks may differ before telko says so.
const tolerance = time.Hour

// Settle returns e ready to be appended: if the clock of this machine is a
// little behind that of who wrote the newest event, its instant becomes one
// second later than that event. What Check refuses is a *Refused. The remarks
// are those that e would add: for a person to look at before it is written,
// never a reason to change it.
func Settle(r *Record, e Event) (Event, []Remark, error) {
	e.ID, e.At = r.ID, e.At.Truncate(time.Second)
	if last := r.newest(); last != nil && !e.At.After(last.At) {
		if last.At.Sub(e.At) > tolerance {
			return Event{}, nil, r.refuse(ClockBehind, e)
		}
		e.At = last.At.Add(time.Second).In(e.At.Location())
	}
	remarks, err := Check(r, e)
	return e, remarks, err
}

// Check reports whether e may follow on what the motion has come to: whether it
// is newer than its newest event, changes something, and has a reason if it is
// a step back. An error is a *Refused.
func Check(r *Record, e Event) ([]Remark, error) {
	if last := r.newest(); last != nil && !e.At.After(last.At) {
		if last.At.Sub(e.At) > tolerance {
			return nil, r.refuse(ClockBehind, e)
		}
		return nil, r.refuse(NotNewer, e)
	}
	text := oneLine(e.Text) != ""
	switch e.Verb {
	case Add, TextV:
		return nil, r.refuse(Exists, e)
	case Undo:
		return nil, r.checkUndo(e)
	case Note:
		if !text {
			return nil, r.refuse(NoText, e)
		}
		return nil, nil
	case Refer:
		if !text {
			return nil, r.refuse(NoText, e)
		}
	case LinkV, Unlink:
		if e.Other == r.ID {
			return nil, r.refuse(Self, e)
		}
		if slices.Contains(r.Links, Link{e.Relation, e.Other}) == (e.Verb == LinkV) {
			return nil, r.refuse(Already, e)
		}
		return nil, nil
	case AnswerV:
		return nil, nil
	}
	after := Preview(r, e)
	fresh := newRemarks(r.Remarks, after.Remarks)
	for _, m := range fresh {
		if m.Code == NoReason {
			return nil, r.refuse(NoReason, e)
		}
	}
	if after.Tracks == r.Tracks && !text {
		return nil, r.refuse(Already, e)
	}
	return fresh, nil
}

// Preview returns r as it would be after e. Of other motions it knows nothing,
// so that Links has only what r itself says.
func Preview(r *Record, e Event) *Record {
	e.ID = r.ID
	events := append(slices.Clone(r.events), e)
	for _, after := range Fold(r.stations, events) {
		if after.ID == r.ID {
			return after
		}
	}
	return r
}

// newRemarks returns the remarks of after that before does not have.
func newRemarks(before, after []Remark) []Remark {
	var out []Remark
	for _, m := range after {
		if m.Code == NoSuchMotion || m.Code == PerhapsSame {
			continue // the other motions are not there
		}
		same := func(b Remark) bool {
			return b.Code == m.Code && b.Meeting == m.Meeting && b.Line == m.Line && reflect.DeepEqual(b.Words, m.Words) && sameEvent(b.Event, m.Event)
		}
		if !slices.ContainsFunc(before, same) {
			out = append(out, m)
		}
	}
	return out
}

func sameEvent(a, b *Event) bool {
	return (a == nil) == (b == nil) && (a == nil || a.Line() == b.Line())
}

func (r *Record) checkUndo(e Event) error {
	last := r.lastThatCounts()
	switch {
	case last == nil:
		return r.refuse(NoEvent, e)
	case last.Verb != e.Of || last.At.Unix() != e.OfAt.Unix():
		return r.refuse(NotLast, e)
	}
	return nil
}

// Inverse returns the event that takes back the last one of r that still
// counts: an undo that names it. At and By are the caller's to fill in. What
// only the minutes say cannot be taken back; the error is a *Refused.
func Inverse(r *Record) (Event, error) {
	last := r.lastThatCounts()
	if last == nil {
		return Event{}, r.refuse(NoEvent, Event{ID: r.ID, Verb: Undo})
	}
	return Event{ID: r.ID, Verb: Undo, Of: last.Verb, OfAt: last.At, Private: r.Private}, nil
}

func (r *Record) lastThatCounts() *Event {
	quiet := Record{events: r.events}
	return lastThatCounts(r.events, quiet.undone())
}

func (r *Record) newest() *Event {
	for i := len(r.events) - 1; i >= 0; i-- {
		if !r.events[i].byRule() {
			return &r.events[i]
		}
	}
	return nil
}

func (r *Record) refuse(code Code, e Event) *Refused {
	out := &Refused{Code: code, Motion: r.ID, Tracks: r.Tracks, Event: e}
	if last := r.newest(); last != nil {
		out.Last = *last
	}
	return out
}
