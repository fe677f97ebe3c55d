package cli

import (
	"strings"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
)

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

// change makes a step with each of ts, echoes it, and says how to take it back.
// A task that refuses does not keep the others from changing.
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
		a.echoTask(ws, &now, s.told(&now, e))
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

// echoTask tells what was done to t: a sentence on a terminal; into a pipe the
// record that the list has of it, and the sentence beside it.
func (a *app) echoTask(ws *archive.Workspace, t *tasks.Task, told string) {
	if a.out.outTTY {
		a.out.Print(told + "\n")
		return
	}
	a.out.Table(a.taskTable([]tasks.Task{*t}, ws.Today()))
	a.out.talk(told)
}
