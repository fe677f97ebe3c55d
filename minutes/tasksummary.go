package minutes

import (
	"strings"
	"time"

	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// TaskSummary is what a team is told of its tasks before a telco.
type TaskSummary struct {
	Team  string    // "IT", or the title of a series
	Today when.Date // decides what is overdue
	Telco when.Date // the day of the coming telco, zero if nobody knows
	Since when.Date // the day of the last one, from which on what is done is listed; zero for nothing
	Zone  *time.Location
	Lang  lang.Lang
}

// Markdown returns the summary of ts: what is overdue, what is due by the
// telco, what later, and what was done since the last one. A part without
// tasks is left out.
func (s TaskSummary) Markdown(public PublicTasks) string {
	var overdue, soon, later, closed []tasks.Task
	for _, t := range public.Sorted(tasks.ByUrgency, s.Today).All() {
		switch {
		case t.Closed():
			if s.since(&t) {
				closed = append(closed, t)
			}
		case t.Overdue(s.Today):
			overdue = append(overdue, t)
		case !s.Telco.IsZero() && !t.Due.IsZero() && !t.Due.After(s.Telco):
			soon = append(soon, t)
		default:
			later = append(later, t)
		}
	}
	var b strings.Builder
	if s.Telco.IsZero() {
		b.WriteString("# " + lang.SummaryTitle.In(s.Lang, s.Team) + "\n")
	} else {
		b.WriteString("# " + lang.SummaryTitleOn.In(s.Lang, s.Team, FormatDate(s.Telco, s.Lang)) + "\n")
	}
	part := func(title lang.Text, ts []tasks.Task) {
		if len(ts) == 0 {
			return
		}
		b.WriteString("\n## " + title.In(s.Lang) + "\n\n")
		for i := range ts {
			b.WriteString("- " + s.line(&ts[i]) + "\n")
		}
	}
	part(lang.SummaryOverdue, overdue)
	part(lang.SummarySoon, soon)
	if s.Telco.IsZero() {
		part(lang.SummaryOpen, later)
	} else {
		part(lang.SummaryLater, later)
	}
	part(lang.SummaryClosed, closed)
	if len(overdue)+len(soon)+len(later)+len(closed) == 0 {
		b.WriteString("\n" + lang.SummaryNothing.In(s.Lang) + "\n")
	}
	return b.String()
}

// line says one task: text (who), due date and what else there is to know, id.
func (s TaskSummary) line(t *tasks.Task) string {
	text := t.Text
	var more []string
	if len(t.Assignees) > 0 {
		text += " " + bracketOf(t.Assignees)
	}
	switch {
	case t.State == tasks.Dropped:
		more = append(more, lang.StateDropped.In(s.Lang))
	case t.State == tasks.Done || t.Due.IsZero():
	case t.Overdue(s.Today):
		more = append(more, lang.SummaryLate.In(s.Lang, FormatDate(t.Due, s.Lang), s.Today.Sub(t.Due)))
	default:
		more = append(more, lang.SummaryDue.In(s.Lang, FormatDate(t.Due, s.Lang)))
	}
	if t.State == tasks.Waiting {
		more = append(more, lang.StateWaiting.In(s.Lang))
	}
	if t.Extended > 0 && !t.Closed() {
		more = append(more, lang.SummaryExtended.In(s.Lang, t.Extended))
	}
	if len(more) > 0 {
		text += ", " + strings.Join(more, ", ")
	}
	return text + " #" + string(t.ID)
}

// since reports whether t was done or dropped after the last telco.
func (s TaskSummary) since(t *tasks.Task) bool {
	if s.Since.IsZero() {
		return false
	}
	for _, e := range t.History {
		if e.Verb == tasks.DoneV || e.Verb == tasks.Drop {
			if when.Of(e.At.In(s.Zone)).After(s.Since) {
				return true
			}
		}
	}
	return false
}
