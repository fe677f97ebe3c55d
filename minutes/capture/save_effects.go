package capture

import (
	"errors"
	"slices"
	"time"

	"telko/minutes/archive"
	"telko/tasks"
)

// refusal is an effect that may not be, and will not be later.
type refusal struct {
	effect Effect
	err    error
}

// carry writes what the session does to earlier tasks into the logs. Killed
// between log and journal, the next session finds in the log what is there.
func (v *saving) carry(r *Saved) {
	for _, e := range v.effects {
		if e.Event.By == "" {
			e.Event.By = v.keeper
		}
		done, err := v.carryOne(e)
		var refused *tasks.Refused
		switch {
		case errors.As(err, &refused) && refused.Code == tasks.Already:
			r.carried = append(r.carried, e) // somebody else was faster
		case errors.As(err, &refused) && refused.Code != tasks.ClockBehind, errors.Is(err, archive.ErrNoTask):
			r.refused = append(r.refused, refusal{e, err})
		case err != nil:
			r.err = err
			return
		default:
			e.Event = done
			r.carried = append(r.carried, e)
		}
	}
}

// errThere ends a change of what is in the log already.
var errThere = errors.New("in the log already")

func (v *saving) carryOne(e Effect) (tasks.Event, error) {
	var there tasks.Event
	_, done, err := v.l.ws.Change(e.Event.ID, func(t tasks.Task) (tasks.Event, error) {
		i := findEvent(t.History, &e.Event)
		switch {
		case !e.Undo && i >= 0:
			there = t.History[i]
			return there, errThere
		case !e.Undo:
			ev := e.Event
			if ev.At.IsZero() {
				ev.At = v.at
			}
			ev.At = ev.At.Truncate(time.Second)
			return ev, nil
		case i < 0 || undone(t.History[i+1:], &t.History[i]):
			there = e.Event
			return there, errThere
		}
		inverse, err := tasks.Inverse(&t)
		if err == nil && (inverse.Of != t.History[i].Verb || !inverse.OfAt.Equal(t.History[i].At)) {
			err = &tasks.Refused{Code: tasks.NotLast, Task: t.ID, State: t.State}
		}
		inverse.At, inverse.By = v.at.Truncate(time.Second), v.keeper
		return inverse, err
	})
	if errors.Is(err, errThere) {
		return there, nil
	}
	return done, err
}

// findEvent returns where in a task's history an event is, -1 if nowhere. The
// archive moves instants on a little where a clock is behind. One without an
// instant is the newest of its verb, unless that was taken back.
func findEvent(history []tasks.Event, e *tasks.Event) int {
	if e.At.IsZero() {
		for i := len(history) - 1; i >= 0; i-- {
			if h := &history[i]; h.Verb == e.Verb && !undone(history[i+1:], h) {
				return i
			}
		}
		return -1
	}
	at := e.At.Truncate(time.Second)
	for i := range history {
		h := &history[i]
		if h.By == e.By && h.Verb == e.Verb && h.Due == e.Due && h.Text == e.Text && slices.Equal(h.Assignees, e.Assignees) &&
			!h.At.Before(at) && h.At.Sub(at) <= time.Hour {
			return i
		}
	}
	return -1
}

// undone reports whether one of the events after it takes e back.
func undone(after []tasks.Event, e *tasks.Event) bool {
	return slices.ContainsFunc(after, func(u tasks.Event) bool {
		return u.Verb == tasks.Undo && u.Of == e.Verb && u.OfAt.Equal(e.At)
	})
}
