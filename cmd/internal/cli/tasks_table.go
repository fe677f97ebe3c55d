package cli

import (
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// taskTable returns tasks as a list. A pipe gets: id, state, due date,
// "overdue" or nothing, assignees, text, meeting, topic.
func (a *app) taskTable(ts []tasks.Task, today when.Date) *table {
	states := false
	for i := range ts {
		states = states || ts[i].State != tasks.Open
	}
	tab := &table{rows: make([][]cell, 0, len(ts)), heads: []lang.Text{lang.HeadID, lang.HeadDue, lang.HeadWho, lang.HeadTask}}
	if states {
		tab.heads = []lang.Text{lang.HeadID, lang.HeadState, lang.HeadDue, lang.HeadWho, lang.HeadTask}
	}
	for i := range ts {
		t := &ts[i]
		id, what := text(string(t.ID)), text(a.taskText(t))
		if !a.out.outTTY {
			late := ""
			if t.Overdue(today) {
				late = "overdue"
			}
			tab.add(id, text(string(t.State)), text(t.Due.String()), text(late), text(assignees(t, ",")), what, text(t.Meeting), text(t.Topic))
			continue
		}
		due, who := text(a.day(t.Due)), text(assignees(t, ", "))
		if t.Overdue(today) {
			due.text += " !"
			due.style = urgent
		}
		if states {
			tab.add(id, text(minutes.StateName(t.State).In(a.lang)), due, who, what)
		} else {
			tab.add(id, due, who, what)
		}
	}
	return tab
}

// sentence says what a task is, and who is to do it.
func (a *app) sentence(t *tasks.Task) string {
	if who := assignees(t, ", "); who != "" {
		return a.taskText(t) + " (" + who + ")"
	}
	return a.taskText(t)
}

// taskText returns the text of a task; of one whose line no file has, why not.
func (a *app) taskText(t *tasks.Task) string {
	switch {
	case t.Text != "" || !t.Orphan:
		return t.Text
	case a.unread(t) != "":
		return lang.TaskUnread.In(a.lang, a.unread(t))
	}
	return lang.TaskLost.In(a.lang)
}

// unread returns the file that may have a task but cannot be read, "" for none.
// It asks once a day of minutes, and nothing as long as no task is an orphan.
func (a *app) unread(t *tasks.Task) string {
	day := t.ID.Day()
	path, known := a.unreadOf[day]
	if ws, err := a.workspace(); !known && err == nil {
		path = ws.Unread(day)
		if a.unreadOf == nil {
			a.unreadOf = map[when.Date]string{}
		}
		a.unreadOf[day] = path
	}
	return path
}

func assignees(t *tasks.Task, sep string) string {
	names := make([]string, len(t.Assignees))
	for i, p := range t.Assignees {
		names[i] = p.String()
	}
	return strings.Join(names, sep)
}

// day returns d with its day of the week as people read it.
func (a *app) day(d when.Date) string {
	if d.IsZero() {
		return ""
	}
	return lang.Weekdays[d.Weekday()].In(a.lang) + " " + minutes.FormatDate(d, a.lang)
}

// isoDay returns d with its day of the week, the date in ISO form: what an
// echo shows.
func (a *app) isoDay(d when.Date) string {
	if d.IsZero() {
		return ""
	}
	return lang.Weekdays[d.Weekday()].In(a.lang) + " " + d.String()
}

// stateSaid returns s as what a task is.
func stateSaid(s tasks.State) lang.Text {
	switch s {
	case tasks.Waiting:
		return lang.IsWaiting
	case tasks.Done:
		return lang.IsDone
	case tasks.Dropped:
		return lang.IsDropped
	}
	return lang.IsOpen
}
