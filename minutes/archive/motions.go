package archive

// MotionLogProblems returns what is wrong with the lines that the logs have of
// motions.
func (w *Workspace) MotionLogProblems() ([]Problem, error) {
	logs, err := w.readLogs()
	return motionProblems(logs), err
}

func motionProblems(logs logs) []Problem {
	_, bad := readMotionLogs(logs)
	return bad
}
