package archive

import "telko/motions"

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
	files, errs := w.loadAll(l)
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
	_, bad := readMotionLogs(logs)
	return bad
}
