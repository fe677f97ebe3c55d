package archive

import (
	"sync"

	"telko/minutes"
	"telko/motions"
)

// Motions returns the motions of all meetings, private ones too, in order of
// meetings. Files that cannot be read, and lines of the log, are problems.
func (w *Workspace) Motions() ([]*motions.Motion, []Problem, error) {
	l, err := w.list()
	if err != nil {
		return nil, nil, err
	}
	logs, err := w.readLogs()
	if err != nil {
		return nil, nil, err
	}
	files, errs := make([]*minutes.File, len(l.files)), make([]error, len(l.files))
	var wg sync.WaitGroup
	for half := range 2 {
		wg.Go(func() {
			for i := half; i < len(l.files); i += 2 {
				files[i], errs[i] = w.load(l.path(l.files[i]))
			}
		})
	}
	wg.Wait()
	var out []*motions.Motion
	problems := append(l.problems, l.orphanFiles()...)
	for i, f := range files {
		if errs[i] != nil {
			problems = append(problems, problemOf(l.path(l.files[i]), errs[i]))
			continue
		}
		out = append(out, f.Meeting.Motions...)
	}
	return out, append(problems, motionProblems(logs)...), nil
}

// MotionLog returns what is wrong with the lines that the logs have of motions.
func (w *Workspace) MotionLog() ([]Problem, error) {
	logs, err := w.readLogs()
	return motionProblems(logs), err
}

func motionProblems(logs logs) []Problem {
	var out []Problem
	for i, data := range [][]byte{logs.motions, logs.privateMotions} {
		_, bad := motions.ReadLog([]string{motionLog, privateLog}[i], data)
		for _, b := range bad {
			out = append(out, Problem{Path: b.File, Line: b.Line, Err: b.Err})
		}
	}
	return out
}
