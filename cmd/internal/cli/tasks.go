package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// taskCommands are the commands of tasks, in the order of help.
var taskCommands = []struct {
	name string
	make func(*app) *cobra.Command
}{
	{"list", func(a *app) *cobra.Command { return a.tasksLister("list", lang.HelpTasksList) }},
	{"show", (*app).newTasksShow},
	{"add", (*app).newTasksAdd},
	{"done", (*app).newTasksDone},
	{"reopen", (*app).newTasksReopen},
	{"extend", (*app).newTasksExtend},
	{"assign", (*app).newTasksAssign},
	{"wait", (*app).newTasksWait},
	{"resume", (*app).newTasksResume},
	{"drop", (*app).newTasksDrop},
	{"note", (*app).newTasksNote},
	{"edit", (*app).newTasksEdit},
	{"log", (*app).newTasksLog},
	{"undo", (*app).newTasksUndo},
	{"renumber", (*app).newTasksRenumber},
	{"agenda", (*app).newTasksAgenda},
	{"remind", (*app).newTasksRemind},
	{"export", (*app).newTasksExport},
}

// newTasks returns the group of task commands; by itself it lists.
func (a *app) newTasks() *cobra.Command {
	c := a.tasksLister("tasks", lang.HelpTasks)
	c.Args = a.noSuchCommand
	if a.completesFlagOf(c) {
		return c
	}
	for _, i := range namedTask(a.args) {
		c.AddCommand(taskCommands[i].make(a))
	}
	return c
}

// completesFlagOf reports whether a shell asks what could come next behind a
// flag of c that takes a value: then that alone, and none of its commands.
func (a *app) completesFlagOf(c *cobra.Command) bool {
	if len(a.args) != 4 || !asksCompletion(a.args) {
		return false
	}
	name, long := strings.CutPrefix(a.args[2], "--")
	f := c.Flags().Lookup(name)
	return long && f != nil && f.NoOptDefVal == ""
}

// namedTask returns the commands of tasks that stand in args; none if these are
// flags alone, which list; all in any doubt. A list is what telko is
// asked for most, and a dozen commands that it does not need cost time.
func namedTask(args []string) []int {
	var all, some []int
	for i, c := range taskCommands {
		if len(args) > 1 && slices.Contains(args[1:], c.name) {
			some = append(some, i)
		}
		all = append(all, i)
	}
	if len(some) > 0 {
		return some
	}
	if len(args) == 0 || args[0] != "tasks" {
		return all
	}
	for _, arg := range args[1:] {
		if len(arg) < 3 || arg[:2] != "--" || strings.HasPrefix(arg, "--h") {
			return all
		}
	}
	return nil
}

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
			tab.add(id, text(stateName(t.State).In(a.lang)), due, who, what)
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

func stateName(s tasks.State) lang.Text {
	switch s {
	case tasks.Waiting:
		return lang.StateWaiting
	case tasks.Done:
		return lang.StateDone
	case tasks.Dropped:
		return lang.StateDropped
	}
	return lang.StateOpen
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

// step is one change of one task: event returns what happens, without At, By
// and ID; once it is written, told says it, and back which command takes it
// back. Without back that is undo.
type step struct {
	event func(t *tasks.Task) (tasks.Event, error)
	told  func(t *tasks.Task, e tasks.Event) string
	back  func(t *tasks.Task, e tasks.Event) string
}

// changeNamed makes a step with the tasks that words name.
func (a *app) changeNamed(words []string, c choice, s step) error {
	if err := someIDs(words); err != nil {
		return err
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	ts, err := a.pick(ws, words, c)
	if err != nil {
		return err
	}
	return a.change(ws, ts, s)
}

// change makes a step with each of ts and echoes it: a sentence on a terminal,
// the record of the list in a pipe, and how to take it back. A task that
// refuses does not keep the others from changing.
func (a *app) change(ws *archive.Workspace, ts []tasks.Task, s step) error {
	me, err := a.whoAmI(ws)
	if err != nil {
		return err
	}
	var (
		failed        error
		changed, back []string
		saved         int
	)
	for _, t := range ts {
		now, e, err := ws.Change(t.ID, func(t tasks.Task) (tasks.Event, error) {
			e, err := s.event(&t)
			e.At, e.By, e.ID = ws.Now(), me, t.ID
			return e, err
		})
		if err != nil {
			if len(ts) == 1 {
				return err
			}
			a.fail(err)
			failed = &exitError{max(exitCode(err), exitCode(failed)), errSilent}
			continue
		}
		saved++
		if s.back == nil {
			changed = append(changed, string(t.ID))
		} else if again := s.back(&now, e); again != "" {
			back = append(back, again)
		}
		if a.out.outTTY {
			a.out.Print(s.told(&now, e) + "\n")
		} else {
			a.out.Table(a.taskTable([]tasks.Task{now}, ws.Today()))
			a.out.talk(s.told(&now, e))
		}
	}
	if len(changed) > 0 {
		back = append(back, "telko tasks undo "+strings.Join(changed, " "))
	}
	for _, command := range back {
		a.out.Hint(lang.TaskHowToUndo, command)
	}
	a.send(ws, saved)
	return failed
}
