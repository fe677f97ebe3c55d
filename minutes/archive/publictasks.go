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
	refs, err := w.Meetings()
	if err != nil {
		return minutes.PublicTasks{}, nil, err
	}
	options := minutes.PublicOptions{People: w.people, NamesAsNick: w.settings.Wiki.NamesAsNick}
	var pages []minutes.Public
	var problems []Problem
	for _, ref := range refs {
		f, err := w.Load(ref)
		if err != nil {
			problems = append(problems, problemOf(ref.Path, err))
			continue
		}
		if s := f.Meeting.Status; s == minutes.StatusAgenda || s == minutes.StatusLive {
			continue
		}
		p, err := minutes.NewPublic(f, options)
		if err != nil {
			problems = append(problems, problemOf(ref.Path, err))
			continue
		}
		pages = append(pages, p)
	}
	log, err := w.readFile(taskLog, maxLog)
	if err != nil {
		return minutes.PublicTasks{}, nil, err
	}
	evs, _ := tasks.ReadLog(taskLog, log) // the register reports bad lines
	return minutes.NewPublicTasks(pages, evs, options), problems, nil
}
