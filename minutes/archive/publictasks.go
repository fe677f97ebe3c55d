package archive

import (
	"telko/minutes"
	"telko/tasks"
)

// PublicTasks returns the tasks that may leave the team, and what was left out:
// meetings that cannot be read or may hold something private. Those that are
// an agenda still, or going on, are left out as well, but are no problem.
// The private log is not read.
func (w *Workspace) PublicTasks() (minutes.PublicTasks, []Problem, error) {
	pages, problems, err := w.publicMeetings()
	if err != nil {
		return minutes.PublicTasks{}, nil, err
	}
	log, err := w.readFile(taskLog, maxLog)
	if err != nil {
		return minutes.PublicTasks{}, nil, err
	}
	evs, _ := tasks.ReadLog(taskLog, log) // the register reports bad lines
	return minutes.NewPublicTasks(pages, evs, w.publicOptions()), problems, nil
}
