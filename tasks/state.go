package tasks

import "telko/tasks/when"

// step returns the state after an event with verb v. Only reopen leaves done
// and dropped; what does not fit the state changes nothing.
func (s State) step(v Verb) State {
	closed := s == Done || s == Dropped
	switch {
	case v == Reopen && closed:
		return Open
	case closed:
		return s
	case v == DoneV:
		return Done
	case v == Drop:
		return Dropped
	case v == Wait:
		return Waiting
	case v == Resume:
		return Open
	}
	return s
}

// apply changes t by one event that counts.
func (t *Task) apply(e *Event, known bool) {
	t.State = t.State.step(e.Verb)
	switch e.Verb {
	case DueV:
		t.moveDue(e.Due)
	case Assign:
		t.Assignees = e.Assignees
	case Text:
		if !known && e.Text != "" {
			t.Text = e.Text
		}
	}
}

func (t *Task) moveDue(d when.Date) {
	if !t.Due.IsZero() && d.After(t.Due) {
		t.Extended++
	}
	t.Due = d
}

// Overdue reports whether the task is open or waiting and its due date is
// before today. Today is the caller's: the current day in the team's zone.
func (t *Task) Overdue(today when.Date) bool {
	return !t.Closed() && !t.Due.IsZero() && t.Due.Before(today)
}

// Closed reports whether the task is done or dropped.
func (t *Task) Closed() bool { return t.State == Done || t.State == Dropped }

// ExtendFrom returns the day from which the words for a new due date count:
// from today if the task is overdue or has no due date, else from its due date.
func (t *Task) ExtendFrom(today when.Date) when.Date {
	if t.Due.IsZero() || t.Due.Before(today) {
		return today
	}
	return t.Due
}
