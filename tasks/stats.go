package tasks

import (
	"time"

	"telko/tasks/when"
)

// Kept counts what became of what somebody promised.
type Kept struct {
	Promised int
	InTime   int // done by the due date that held then, or by the end of the meeting
	Late     int // done after it
	Dropped  int
	Open     int // still open or waiting, overdue ones too
	Overdue  int // of those
	Extended int // how often due dates were moved to a later day
}

// Period is a stretch of days. A zero end is open.
type Period struct{ From, Until when.Date }

// Holds reports whether d lies in p.
func (p Period) Holds(d when.Date) bool {
	return (p.From.IsZero() || !d.Before(p.From)) && (p.Until.IsZero() || !d.After(p.Until))
}

// Promised returns the day on which t was promised: that of its meeting, else
// that of its id.
func (t *Task) Promised() when.Date {
	if !t.MeetingDate.IsZero() {
		return t.MeetingDate
	}
	return t.ID.Day()
}

// CountKept counts those of ts that were promised in p and that are for each
// person, by nick as the task has it. A task for several counts for each of
// them; those of groups, of everyone and of nobody count for no person. The
// zone tells the day on which something was done. It needs the History of ts.
func CountKept(ts []Task, p Period, today when.Date, zone *time.Location) map[string]*Kept {
	out := map[string]*Kept{}
	for i := range ts {
		t := &ts[i]
		if t.Orphan || !p.Holds(t.Promised()) {
			continue
		}
		for _, a := range t.Assignees {
			if a.Kind != Person {
				continue
			}
			if out[a.Nick] == nil {
				out[a.Nick] = &Kept{}
			}
			out[a.Nick].add(t, today, zone)
		}
	}
	return out
}

// Add counts what o does too.
func (k *Kept) Add(o Kept) {
	k.Promised += o.Promised
	k.InTime += o.InTime
	k.Late += o.Late
	k.Dropped += o.Dropped
	k.Open += o.Open
	k.Overdue += o.Overdue
	k.Extended += o.Extended
}

func (k *Kept) add(t *Task, today when.Date, zone *time.Location) {
	one := Kept{Promised: 1, Extended: t.Extended}
	switch {
	case t.State == Dropped:
		one.Dropped = 1
	case t.State == Done && t.late(zone):
		one.Late = 1
	case t.State == Done:
		one.InTime = 1
	default:
		one.Open = 1
		if t.Overdue(today) {
			one.Overdue = 1
		}
	}
	k.Add(one)
}

// late reports whether a task that is done was done after its due date.
func (t *Task) late(zone *time.Location) bool {
	at := doneAt(t)
	return !at.IsZero() && !t.Due.IsZero() && when.Of(at.In(zone)).After(t.Due)
}
