package archive

import (
	"telko/tasks"
	"telko/tasks/when"
)

// Register is the tasks of all meetings and of the logs, folded.
type Register struct {
	Tasks    []tasks.Task // those of the minutes in order of meetings and lines, those added between meetings, orphans
	Problems []Problem    // what was left out
}

// Register returns every task with its history, private ones too.
func (w *Workspace) Register() (*Register, error) {
	l, err := w.list()
	if err != nil {
		return nil, err
	}
	logs, err := w.readLogs()
	if err != nil {
		return nil, err
	}
	return fold(l, w.scan(l, nil), logs), nil
}

// Unread returns the path of a file of a meeting on day that cannot be read, ""
// if all can: where the text of a task is that nobody finds.
func (w *Workspace) Unread(day when.Date) string {
	l, err := w.list()
	if err != nil {
		return ""
	}
	for i, f := range w.scan(l, func(i int) bool { d, _ := meetingDate(l.files[i].id); return d == day }) {
		if f.err != nil {
			return l.path(l.files[i])
		}
	}
	return ""
}

// fold puts together what files and logs say.
func fold(l *listing, files []scanned, logs logs) *Register {
	r := &Register{Problems: l.fileProblems(files)}
	n := 0
	for _, f := range files {
		n += len(f.tasks)
	}
	base := make([]tasks.Task, 0, n)
	for _, f := range files {
		base = append(base, f.tasks...)
	}
	evs, bad := readTaskLogs(logs)
	folded, odd := tasks.Fold(base, evs)
	r.Tasks = folded
	r.Problems = append(r.Problems, bad...)
	for _, p := range odd {
		path := taskLog
		if p.Event.Private {
			path = privateLog
		}
		r.Problems = append(r.Problems, Problem{Path: path, Err: &EventError{p}})
	}
	return r
}

// readTaskLogs reads the events of both logs.
func readTaskLogs(logs logs) ([]tasks.Event, []Problem) {
	evs, bad := tasks.ReadLog(taskLog, logs.tasks)
	private, more := tasks.ReadLog(privateLog, logs.privateTasks)
	for i := range private {
		private[i].Private = true
	}
	return append(evs, private...), logProblems(append(bad, more...))
}

func logProblems(bad []*tasks.LineError) []Problem {
	var out []Problem
	for _, b := range bad {
		out = append(out, Problem{Path: b.File, Line: b.Line, Err: b.Err})
	}
	return out
}

// fileProblems lists what is wrong with files.
func (l *listing) fileProblems(files []scanned) []Problem {
	out := append([]Problem(nil), l.problems...)
	out = append(out, l.orphanFiles()...)
	for i, f := range files {
		if f.err != nil {
			out = append(out, problemOf(l.path(l.files[i]), f.err))
		}
	}
	return out
}
