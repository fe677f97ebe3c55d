package wiki

import (
	"slices"
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
	"telko/wiki/wikitext"
)

// closedDays is how long what was done stays on the page of tasks.
const closedDays = 14

// The boxes of the page of tasks.
const (
	openBox = "☐"
	doneBox = "☑"
)

// taskTable writes the list of tasks: a sortable table, what is overdue first,
// what was done lately last. A row is known again by its id.
type taskTable struct {
	lang    lang.Lang
	today   when.Date
	entries map[string]Entry // by meeting
	page    string           // title of the page of tasks
}

// nowrap keeps a cell on one line.
const nowrap = ` style="white-space:nowrap" | `

// columns of the list of tasks, in their order.
const (
	stateColumn = iota
	idColumn
	dueColumn
	whoColumn
	textColumn
	fromColumn
	columns
)

func (t *taskTable) text(ts minutes.PublicTasks) string {
	rows := t.shown(ts)
	if len(rows) == 0 {
		return emptyList(lang.ListNoTasks, t.lang)
	}
	var b strings.Builder
	b.WriteString(sortable(t.lang, lang.ListState, lang.ListID, lang.ListDue, lang.ListWho, lang.ListTask, lang.ListFrom))
	for i := range rows {
		b.WriteString("\n|- id=\"" + string(rows[i].ID) + "\"")
		if rows[i].Overdue(t.today) {
			b.WriteString(` style="background:#fee7e6;color:#202122"`)
		}
		b.WriteString("\n" + t.row(&rows[i]))
	}
	return b.String() + "\n|}"
}

// shown returns the tasks of the list in their order.
func (t *taskTable) shown(ts minutes.PublicTasks) []tasks.Task {
	var open, closed []tasks.Task
	since := t.today.AddDays(-closedDays)
	for _, task := range ts.All() {
		switch {
		case task.ID == "":
		case !task.Closed():
			open = append(open, task)
		case len(task.History) > 0 && !when.Of(task.History[len(task.History)-1].At).Before(since):
			closed = append(closed, task)
		}
	}
	tasks.Sort(open, t.today)
	slices.SortStableFunc(closed, func(a, b tasks.Task) int {
		if c := b.History[len(b.History)-1].At.Compare(a.History[len(a.History)-1].At); c != 0 {
			return c
		}
		return a.ID.Compare(b.ID)
	})
	return once(append(open, closed...))
}

// once leaves out the further lines of minutes that bear one id.
func once(ts []tasks.Task) []tasks.Task {
	seen := make(map[tasks.ID]bool, len(ts))
	return slices.DeleteFunc(ts, func(t tasks.Task) bool {
		twice := seen[t.ID]
		seen[t.ID] = true
		return twice
	})
}

func (t *taskTable) row(task *tasks.Task) string {
	cells := [columns]string{
		stateColumn: stateCell(task, t.today, t.lang),
		idColumn:    nowrap + "#" + string(task.ID),
		dueColumn:   "",
		whoColumn:   " " + t.who(task),
		textColumn:  " " + t.what(task),
		fromColumn:  " " + t.from(task),
	}
	if e, ok := t.entries[task.Meeting]; ok && e.Page != "" {
		section := string(task.ID)
		if e.Minutes.Meeting().Imported != "" {
			section = "" // an imported page has no anchors
		}
		cells[idColumn] = nowrap + linkTo(e.Page, section, "#"+string(task.ID))
	}
	if !task.Due.IsZero() {
		cells[dueColumn] = ` data-sort-value="` + task.Due.String() + `" | ` + day(task.Due, t.lang)
	}
	return "|" + strings.Join(cells[:], " ||")
}

// stateCell returns where a task stands, with the box to tick. Its place in the
// order of the list is what a sort by it goes by.
func stateCell(task *tasks.Task, today when.Date, l lang.Lang) string {
	switch {
	case task.State == tasks.Done:
		return ` data-sort-value="4" | ` + doneBox + " " + lang.ListDone.In(l)
	case task.State == tasks.Dropped:
		return ` data-sort-value="5" | ` + doneBox + " " + lang.ListDropped.In(l)
	case task.Overdue(today) && task.State == tasks.Waiting:
		return ` data-sort-value="1" | ` + openBox + " '''" + lang.ListOverdue.In(l) + "''', " + lang.ListWaiting.In(l)
	case task.Overdue(today):
		return ` data-sort-value="1" | ` + openBox + " '''" + lang.ListOverdue.In(l) + "'''"
	case task.State == tasks.Waiting:
		return ` data-sort-value="3" | ` + openBox + " " + lang.ListWaiting.In(l)
	}
	return ` data-sort-value="2" | ` + openBox + " " + lang.ListOpen.In(l)
}

func (t *taskTable) who(task *tasks.Task) string {
	names := make([]string, len(task.Assignees))
	for i, a := range task.Assignees {
		names[i] = labelOf(a.String())
	}
	return strings.Join(names, ", ")
}

func (t *taskTable) what(task *tasks.Task) string {
	return cellOf(task.Text, wikitext.WriteOptions{TaskLink: func(id string) (string, bool) {
		return t.page + "#" + id, linkTarget(t.page) != ""
	}})
}

// from returns where a task was promised.
func (t *taskTable) from(task *tasks.Task) string {
	e, ok := t.entries[task.Meeting]
	if !ok {
		return ""
	}
	m := e.Minutes.Meeting()
	if e.Page == "" {
		return wikitext.Escape(day(m.Date, t.lang))
	}
	return linkTo(e.Page, "", day(m.Date, t.lang))
}
