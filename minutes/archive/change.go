package archive

import (
	"io/fs"

	"telko/minutes/lang"
	"telko/tasks"
)

// Append adds events to the log and waits until they are on disk. Those of
// private tasks, and those that say Private, go to the private log. Whether an
// event may follow is for Change to ask; Append is for events that were made
// elsewhere.
func (w *Workspace) Append(events ...tasks.Event) error {
	return w.locked(func(*held) error {
		logs, err := w.readLogs()
		if err != nil {
			return err
		}
		var public, private []tasks.Event
		for _, e := range events {
			if !e.Private {
				t, found, err := w.task(e.ID, logs)
				if err != nil {
					return err
				}
				e.Private = found && t.Private
			}
			if e.Private {
				private = append(private, e)
			} else {
				public = append(public, e)
			}
		}
		if err := w.appendLines(privateLog, taskLines(private), 0o600); err != nil {
			return err
		}
		return w.appendLines(taskLog, taskLines(public), 0o666)
	})
}

// Change adds one event to a task: under the lock, fn gets the task as all
// logs have it now, with its history, and returns what happened to it. Change
// returns the task after the event, and the event as it was written: its
// instant is moved on where a clock is a little behind. Whatever may not follow
// is a *tasks.Refused.
func (w *Workspace) Change(id tasks.ID, fn func(t tasks.Task) (tasks.Event, error)) (tasks.Task, tasks.Event, error) {
	var after tasks.Task
	var e tasks.Event
	err := w.locked(func(*held) error {
		logs, err := w.readLogs()
		if err != nil {
			return err
		}
		t, found, err := w.task(id, logs)
		if err != nil {
			return err
		}
		if !found {
			return lang.E(lang.ArchiveNoTask, string(id)).Because(ErrNoTask)
		}
		if e, err = fn(t); err != nil {
			return err
		}
		e.ID = t.ID
		if e, err = tasks.Settle(&t, e); err != nil {
			return err
		}
		e.Private = t.Private
		log, perm := &logs.tasks, fs.FileMode(0o666)
		name := taskLog
		if t.Private {
			log, name, perm = &logs.privateTasks, privateLog, 0o600
		}
		if err := w.appendLines(name, taskLines([]tasks.Event{e}), perm); err != nil {
			return err
		}
		*log = append(*log, tasks.AppendLines(*log, e)...)
		after, _, err = w.task(id, logs)
		return err
	})
	return after, e, err
}

// Task returns the task with this id and its history, whatever its state.
func (w *Workspace) Task(id tasks.ID) (tasks.Task, error) {
	logs, err := w.readLogs()
	if err != nil {
		return tasks.Task{}, err
	}
	t, found, err := w.task(id, logs)
	if err == nil && !found {
		err = lang.E(lang.ArchiveNoTask, string(id)).Because(ErrNoTask)
	}
	return t, err
}

// task folds one task out of its meeting's file and its lines of the logs,
// which is a hundredth of the work of Register. A meeting that was moved to
// another day keeps its ids, so the other files are searched if the day's do
// not have it.
func (w *Workspace) task(id tasks.ID, logs logs) (t tasks.Task, found bool, err error) {
	l, err := w.list()
	if err != nil {
		return t, false, err
	}
	base := w.inMinutes(l, id)
	evs, _ := readTaskLogs(narrow(logs, " "+string(id)+" "))
	out, _ := tasks.Fold(base, evs)
	for _, t := range out {
		if t.ID == id {
			return t, true, nil
		}
	}
	return t, false, nil
}

// inMinutes finds the task's line. What was added between meetings has none.
func (w *Workspace) inMinutes(l *listing, id tasks.ID) []tasks.Task {
	if id.Nick() != "" {
		return nil
	}
	day := id.Day()
	onDay := func(i int) bool { d, _ := meetingDate(l.files[i].id); return d == day }
	if found := pick(w.scan(l, onDay), id); found != nil {
		return found
	}
	return pick(w.scan(l, func(i int) bool { return !onDay(i) }), id)
}

// narrow keeps of the logs the lines that hold what.
func narrow(l logs, what string) logs {
	return logs{tasks: linesWith(l.tasks, nil, what), privateTasks: linesWith(l.privateTasks, nil, what)}
}

// pick returns the first task with the id.
func pick(files []scanned, id tasks.ID) []tasks.Task {
	for _, f := range files {
		for i := range f.tasks {
			if f.tasks[i].ID == id {
				return f.tasks[i : i+1]
			}
		}
	}
	return nil
}
