package archive

import (
	"telko/minutes"
	"telko/motions"
)

// PublicMotions returns the motions that may leave the team, and what was left
// out: meetings that cannot be read or may hold something private. Those that
// are an agenda still, or going on, are left out as well, but are no problem.
// The private log is not read.
func (w *Workspace) PublicMotions() (minutes.PublicMotions, []Problem, error) {
	pages, problems, err := w.publicMeetings()
	if err != nil {
		return minutes.PublicMotions{}, nil, err
	}
	log, err := w.readFile(motionLog, maxLog)
	if err != nil {
		return minutes.PublicMotions{}, nil, err
	}
	evs, _ := motions.ReadLog(motionLog, log) // the register reports bad lines
	return minutes.NewPublicMotions(pages, evs, w.zone, w.publicOptions()), problems, nil
}

func (w *Workspace) publicOptions() minutes.PublicOptions {
	return minutes.PublicOptions{People: w.people, NamesAsNick: w.settings.Wiki.NamesAsNick}
}

// publicMeetings returns the meetings that are over, as they may leave the team.
func (w *Workspace) publicMeetings() ([]minutes.Public, []Problem, error) {
	refs, err := w.Meetings()
	if err != nil {
		return nil, nil, err
	}
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
		p, err := minutes.NewPublic(f, w.publicOptions())
		if err != nil {
			problems = append(problems, problemOf(ref.Path, err))
			continue
		}
		pages = append(pages, p)
	}
	return pages, problems, nil
}
