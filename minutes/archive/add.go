package archive

import (
	"telko/tasks"
)

// Add writes a task that was promised between meetings into the log, and
// returns it with its id: the day, who added it, and a running number. Of t
// Text, Assignees, Due, Series and Private count. The line goes to the private
// log if the task is private.
func (w *Workspace) Add(t tasks.Task, by string) (tasks.Task, error) {
	var after tasks.Task
	err := w.locked(func(*held) error {
		logs, err := w.readLogs()
		if err != nil {
			return err
		}
		now := w.Now()
		evs, _ := readTaskLogs(narrow(logs, w.Today().Short()))
		t.ID = tasks.NextPersonal(w.settings.IDPrefix(t.Series), w.Today(), by, nil, evs)
		e := tasks.NewTask(t, by, now)
		name := taskLog
		if t.Private {
			name = privateLog
		}
		if err := w.appendTask(name, e); err != nil {
			return err
		}
		folded, _ := tasks.Fold(nil, []tasks.Event{e})
		after = folded[0]
		return nil
	})
	return after, err
}

// appendTask adds one event to a log.
func (w *Workspace) appendTask(name string, e tasks.Event) error {
	if name == privateLog {
		if err := w.hidePrivate(); err != nil {
			return err
		}
		return w.appendLines(name, taskLines([]tasks.Event{e}), 0o600)
	}
	return w.appendLines(name, taskLines([]tasks.Event{e}), 0o666)
}
