package cli

import (
	"strings"
	"time"
	"unicode"

	"github.com/spf13/cobra"

	"telko/minutes/lang"
	"telko/tasks"
)

func (a *app) newTasksUndo() *cobra.Command {
	c := a.command("undo [ID...]", lang.HelpTasksUndo)
	c.ValidArgsFunction = a.completeTasks(anyOnes)
	c.RunE = func(_ *cobra.Command, args []string) error { return a.runTasksUndo(args) }
	return c
}

// runTasksUndo takes back the last thing that was done to each of the tasks;
// without an id, the last thing that I did.
func (a *app) runTasksUndo(words []string) error {
	take := tasks.Inverse
	if len(words) == 0 {
		mine, err := a.myLast()
		if err != nil {
			return err
		}
		words = []string{string(mine.ID)}
		take = func(t *tasks.Task) (tasks.Event, error) {
			e, err := tasks.Inverse(t)
			if err == nil && (e.Of != mine.Of || !e.OfAt.Equal(mine.OfAt)) {
				last := t.History[len(t.History)-1] // somebody was faster
				return e, &tasks.Refused{Code: tasks.NotLast, Task: t.ID, State: t.State, Event: e, Last: last}
			}
			return e, err
		}
	}
	return a.changeNamed(words, anyOnes, step{
		event: take,
		told: func(t *tasks.Task, e tasks.Event) string {
			return lang.ToldUndone.In(a.lang, t.ID, a.what(tasks.Event{Verb: e.Of}), a.sentence(t), stateSaid(t.State))
		},
		back: func(t *tasks.Task, e tasks.Event) string {
			return again(t, undone(t, e))
		},
	})
}

// again returns the command that does once more what e did to t, "" if there
// would be nothing to do.
func again(t *tasks.Task, e tasks.Event) string {
	command := "telko tasks " + string(e.Verb) + " " + string(t.ID)
	switch {
	case e.Verb == tasks.DueV:
		return "telko tasks extend " + string(t.ID) + " " + e.Due.String()
	case e.Verb == tasks.Assign:
		who := assignees(&tasks.Task{Assignees: e.Assignees}, ",")
		if who == "" {
			who = "-"
		}
		return command + " " + quoted(who)
	case e.Verb == tasks.Note:
		return command + " " + quoted(e.Text)
	case e.Verb == tasks.Text:
		return "telko tasks edit " + string(t.ID) + " " + quoted(e.Text)
	case e.Verb == tasks.DoneV && !t.Closed(),
		e.Verb == tasks.Drop && !t.Closed(),
		e.Verb == tasks.Reopen && t.Closed(),
		e.Verb == tasks.Wait && t.State == tasks.Open,
		e.Verb == tasks.Resume && t.State == tasks.Waiting:
		return command
	}
	return ""
}

// quoted returns s as a shell takes it for one word.
func quoted(s string) string {
	plain := strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-_,.:+@/", r)
	}) < 0
	if plain && s != "" {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// undone returns the event of t that the undo e took back.
func undone(t *tasks.Task, e tasks.Event) tasks.Event {
	for _, h := range t.History {
		if h.Verb == e.Of && h.At.Equal(e.OfAt) {
			return h
		}
	}
	return tasks.Event{}
}

// myLast returns the undo of the last change that I made and that still
// stands. If that is a task that I added, it refuses: going on to what I did
// before would take back something that nobody thinks of now.
func (a *app) myLast() (tasks.Event, error) {
	ws, err := a.workspace()
	if err != nil {
		return tasks.Event{}, err
	}
	me, err := a.whoAmI(ws)
	if err != nil {
		return tasks.Event{}, err
	}
	reg, err := ws.Register()
	if err != nil {
		return tasks.Event{}, err
	}
	var last tasks.Event // an undo, or the adding of a task
	var when time.Time
	for i := range reg.Tasks {
		t := &reg.Tasks[i]
		step, err := tasks.Inverse(t)
		if err != nil {
			step = tasks.Event{ID: t.ID, Verb: tasks.Add}
		}
		for _, e := range t.History {
			meant := e.Verb == step.Of && e.At.Equal(step.OfAt) || e.Verb == tasks.Add && step.Verb == tasks.Add
			if meant && e.By == me && !e.At.Before(when) {
				last, when = step, e.At
			}
		}
	}
	switch {
	case last.ID == "":
		return last, lang.E(lang.UndoNothing, me).Hint(lang.UndoSayWhich)
	case last.Verb == tasks.Add:
		return last, lang.E(lang.UndoAdded, last.ID).Hint(lang.UndoDropIt, last.ID)
	}
	return last, nil
}
