package minutes

import (
	"strings"

	"telko/minutes/lang"
	"telko/tasks"
)

// Reminder returns what a person is told of r: a subject, and Markdown that
// reads well as plain text.
func (s TaskSummary) Reminder(r tasks.Reminder) (subject, text string) {
	var parts []string
	if n := len(r.Overdue); n > 0 {
		parts = append(parts, lang.RemindOverdue.In(s.Lang, n))
	}
	if n := len(r.Soon); n > 0 {
		parts = append(parts, lang.RemindSoon.In(s.Lang, n))
	}
	var b strings.Builder
	part := func(title lang.Text, ts []tasks.Task) {
		if len(ts) == 0 {
			return
		}
		if b.Len() > 0 {
			b.WriteString("\n")
		}
		b.WriteString(title.In(s.Lang) + ":\n\n")
		for i := range ts {
			b.WriteString("- " + s.line(&ts[i]) + "\n")
		}
	}
	part(lang.SummaryOverdue, r.Overdue)
	part(lang.RemindSoonTitle, r.Soon)
	return s.Team + ": " + strings.Join(parts, ", "), b.String()
}
