package minutes

import (
	"strings"

	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// FormatTask returns t as a line of minutes, without line end:
//
//   - [ ] text (jpru?, sebi) bis 20.01.2010 #100107-2
//
// The due date is written only if it differs from defaultDue, the date that
// the reader would give a line without one, or if the text would be taken for
// one. A task that is done or dropped has its box checked.
func FormatTask(t tasks.Task, l lang.Lang, defaultDue when.Date) string {
	box := "- [ ] "
	if t.State == tasks.Done || t.State == tasks.Dropped {
		box = "- [x] "
	}
	due := t.Due
	if due == defaultDue && !endsInDue(t) {
		due = when.Date{}
	}
	return box + t.Text + taskTail(t.Assignees, due, t.ID, l)
}

// endsInDue reports whether the reader would find a due date at the end of the
// text of t.
func endsInDue(t tasks.Task) bool {
	if len(t.Assignees) > 0 {
		return false // the bracket stands between
	}
	r := taskReader{date: t.MeetingDate, quiet: true}
	return r.read(t.Text).DueText != ""
}

// taskTail returns what follows the text of a task on its line, from the space
// before it on.
func taskTail(who []tasks.Assignee, due when.Date, id tasks.ID, l lang.Lang) string {
	var b strings.Builder
	if len(who) > 0 {
		b.WriteString(" (")
		for i, a := range who {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(a.String())
		}
		b.WriteString(")")
	}
	if !due.IsZero() {
		b.WriteString(" " + lang.WriteDue.In(l, FormatDate(due, l)))
	}
	if id != "" {
		b.WriteString(" #" + string(id))
	}
	return b.String()
}

// FormatDate returns d as minutes in l have it: 20.01.2010 in German, the ISO
// form 2010-01-20 in English, where other forms are ambiguous.
func FormatDate(d when.Date, l lang.Lang) string {
	if l == lang.English {
		return d.String()
	}
	return d.German()
}
