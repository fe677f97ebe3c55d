package tasks

import (
	"fmt"
	"time"
)

// Why an event may not follow; NotOpen and InMinutes are reasons too.
const (
	Already     Code = "already"      // the task is in that state
	NoEvent     Code = "no event"     // there is nothing to take back
	ClockBehind Code = "clock behind" // the newest event is more than an hour in the future
	NotNewer    Code = "not newer"    // not later than the newest event
	Exists      Code = "exists"       // the id is taken
	NoText      Code = "no text"      // a text or note is missing
)

// Refused says why an event may not follow on what the task has come to.
type Refused struct {
	Code  Code
	Task  ID
	State State
	Event Event // what was to be done
	Last  Event // the newest event of the task
}

// Error implements error.
func (e *Refused) Error() string {
	switch e.Code {
	case Already, NotOpen:
		return fmt.Sprintf("task %s is %s", e.Task, e.State)
	case NotLast:
		return fmt.Sprintf("task %s: the last event is not %s, but %s by %s", e.Task, e.Event.Of, e.Last.Verb, e.Last.By)
	case NoEvent:
		return fmt.Sprintf("task %s: nothing was done that could be taken back", e.Task)
	case ClockBehind:
		return fmt.Sprintf("task %s: %s wrote its newest event at %s, which is in the future: one of the two clocks is wrong",
			e.Task, e.Last.By, e.Last.At.Format(time.RFC3339))
	case NotNewer:
		return fmt.Sprintf("task %s has a newer event, of %s", e.Task, e.Last.At.Format(time.RFC3339))
	case InMinutes:
		return fmt.Sprintf("task %s stands in minutes; its text changes only there", e.Task)
	case Exists:
		return fmt.Sprintf("task %s exists", e.Task)
	case NoText:
		return fmt.Sprintf("task %s: %s needs a text", e.Task, e.Event.Verb)
	}
	return fmt.Sprintf("task %s: %s", e.Task, e.Code)
}

// tolerance is how far two clocks may differ before telko says so.
const tolerance = time.Hour

// IsAhead reports whether e is of a time that had not come at now, by more than
// two clocks may differ. Taken into a log, such an event would keep all others
// from its task until then.
func IsAhead(e Event, now time.Time) bool { return e.At.Sub(now) > tolerance }

// Settle returns e ready to be appended: if the clock of this machine is a
// little behind that of who wrote the newest event, its instant becomes one
// second later than that event, so that e is the newest of its task. A clock
// more than an hour off, and whatever Check refuses, is a *Refused. It needs
// the History of t.
func Settle(t *Task, e Event) (Event, error) {
	e.At = e.At.Truncate(time.Second)
	if last := t.newest(); last != nil && !e.At.After(last.At) {
		if last.At.Sub(e.At) > tolerance {
			return Event{}, t.refuse(ClockBehind, e)
		}
		e.At = last.At.Add(time.Second).In(e.At.Location())
	}
	return e, Check(t, e)
}

// Check reports whether e may follow on what the task has come to: whether it
// is newer than its newest event, changes something, and leaves done and
// dropped only by reopen. An error is a *Refused. It needs the History of t.
func Check(t *Task, e Event) error {
	if last := t.newest(); last != nil && !e.At.After(last.At) {
		if last.At.Sub(e.At) > tolerance {
			return t.refuse(ClockBehind, e)
		}
		return t.refuse(NotNewer, e)
	}
	switch e.Verb {
	case Add:
		return t.refuse(Exists, e)
	case Undo:
		return t.checkUndo(e)
	case Text, Note:
		switch {
		case oneLine(e.Text) == "":
			return t.refuse(NoText, e)
		case e.Verb == Text && t.Meeting != "":
			return t.refuse(InMinutes, e)
		}
	case DoneV, Drop, Wait, Resume, Reopen:
		if t.State.step(e.Verb) != t.State {
			return nil
		}
		if t.Closed() && t.State != reached(e.Verb) {
			return t.refuse(NotOpen, e)
		}
		return t.refuse(Already, e)
	case DueV:
		if t.Closed() {
			return t.refuse(NotOpen, e)
		}
	}
	return nil
}

// reached returns the state that v leads to.
func reached(v Verb) State {
	switch v {
	case DoneV:
		return Done
	case Drop:
		return Dropped
	case Wait:
		return Waiting
	}
	return Open
}

func (t *Task) checkUndo(e Event) error {
	last := t.lastThatCounts()
	switch {
	case last == nil:
		return t.refuse(NoEvent, e)
	case last.Verb != e.Of || last.At.Unix() != e.OfAt.Unix():
		return t.refuse(NotLast, e)
	}
	return nil
}

// Inverse returns the event that takes back the last one of t that still
// counts: an undo that names it. At and By are the caller's to fill in. What
// only the minutes say, or the adding of a task, cannot be taken back; the
// error is a *Refused. It needs the History of t.
func Inverse(t *Task) (Event, error) {
	last := t.lastThatCounts()
	if last == nil {
		return Event{}, t.refuse(NoEvent, Event{ID: t.ID, Verb: Undo})
	}
	return Event{ID: t.ID, Verb: Undo, Of: last.Verb, OfAt: last.At, Private: t.Private}, nil
}

// lastThatCounts returns the last event that an undo could take back.
func (t *Task) lastThatCounts() *Event {
	var f folder
	last := lastThatCounts(t.History, f.undone(t.History))
	if last == nil || last.Verb == Add {
		return nil
	}
	return last
}

func (t *Task) newest() *Event {
	if len(t.History) == 0 {
		return nil
	}
	return &t.History[len(t.History)-1]
}

func (t *Task) refuse(code Code, e Event) *Refused {
	r := &Refused{Code: code, Task: t.ID, State: t.State, Event: e}
	if last := t.newest(); last != nil {
		r.Last = *last
	}
	return r
}
