package cli

import (
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
	if len(words) == 0 {
		id, err := a.myLast()
		if err != nil {
			return err
		}
		words = []string{string(id)}
	}
	return a.changeNamed(words, anyOnes, step{
		event: func(t *tasks.Task) (tasks.Event, error) { return tasks.Inverse(t) },
		told: func(t *tasks.Task, e tasks.Event) string {
			return lang.ToldUndone.In(a.lang, t.ID, a.what(tasks.Event{Verb: e.Of}), a.sentence(t), stateName(t.State))
		},
	})
}

// myLast returns the task of the last change that is mine and still stands.
func (a *app) myLast() (tasks.ID, error) {
	ws, err := a.workspace()
	if err != nil {
		return "", err
	}
	me, err := a.whoAmI(ws)
	if err != nil {
		return "", err
	}
	reg, err := ws.Register()
	if err != nil {
		return "", err
	}
	var id tasks.ID
	var last tasks.Event
	for i := range reg.Tasks {
		t := &reg.Tasks[i]
		if len(t.History) == 0 {
			continue
		}
		if e := t.History[len(t.History)-1]; e.By == me && e.Verb != tasks.Undo && e.Verb != tasks.Add && !e.At.Before(last.At) {
			id, last = t.ID, e
		}
	}
	if id == "" {
		return "", lang.E(lang.UndoNothing, me).Hint(lang.UndoSayWhich)
	}
	return id, nil
}
