package archive

import (
	"telko/minutes"
	"telko/motions"
	"telko/tasks"
)

// PublicOptions returns how minutes leave the team of this workspace.
func (w *Workspace) PublicOptions() minutes.PublicOptions {
	return minutes.PublicOptions{People: w.people, NamesAsNick: w.settings.Wiki.NamesAsNick}
}

// PublicText returns a text of the settings, the team's name or a series' title,
// as it may leave the team: where nicks stand for names, with nicks, and "" if a
// name is left in it that cannot be replaced.
func (w *Workspace) PublicText(text string) string {
	if !w.settings.Wiki.NamesAsNick {
		return text
	}
	text, _ = minutes.NicksFor(w.people)(text)
	return text
}

// Publics returns the meetings that may leave the team, in their order, and
// those that may not or cannot be read as problems. Those that are an agenda
// still, or going on, are among them.
func (w *Workspace) Publics() ([]minutes.Public, []Problem, error) {
	return w.publics(func(minutes.Status) bool { return true })
}

// HeldPublics is Publics without the meetings that are not over: they are no
// problem either.
func (w *Workspace) HeldPublics() ([]minutes.Public, []Problem, error) {
	return w.publics(minutes.Status.Held)
}

func (w *Workspace) publics(wanted func(minutes.Status) bool) ([]minutes.Public, []Problem, error) {
	refs, err := w.Meetings()
	if err != nil {
		return nil, nil, err
	}
	var out []minutes.Public
	var problems []Problem
	for _, ref := range refs {
		f, err := w.Load(ref)
		if err == nil && !wanted(f.Meeting.Status) {
			continue
		}
		if err == nil {
			var p minutes.Public
			if p, err = minutes.NewPublic(f, w.PublicOptions()); err == nil {
				out = append(out, p)
			}
		}
		if err != nil {
			problems = append(problems, problemOf(ref.Path, err))
		}
	}
	return out, problems, nil
}

// The logs are read for what they say in public: lines that cannot be read are
// reported by the registers, and the private log is not opened.

// PublicTasks returns the tasks that may leave the team, and as problems what
// was left out, as HeldPublics does.
func (w *Workspace) PublicTasks() (minutes.PublicTasks, []Problem, error) {
	ps, problems, err := w.HeldPublics()
	if err != nil {
		return minutes.PublicTasks{}, nil, err
	}
	ts, err := w.PublicTasksOf(ps)
	return ts, problems, err
}

// PublicTasksOf returns the tasks of public minutes with what the public log
// says of them. Those of an agenda, or of a telco that goes on, are left out.
func (w *Workspace) PublicTasksOf(ps []minutes.Public) (minutes.PublicTasks, error) {
	log, err := w.readFile(taskLog, maxLog)
	if err != nil {
		return minutes.PublicTasks{}, err
	}
	evs, _ := tasks.ReadLog(taskLog, log)
	var held []minutes.Public
	for _, p := range ps {
		if p.Meeting().Status.Held() {
			held = append(held, p)
		}
	}
	return minutes.NewPublicTasks(held, evs, w.PublicOptions()), nil
}

// PublicMotionsOf returns the motions of public minutes with what the public log
// says of them.
func (w *Workspace) PublicMotionsOf(ps []minutes.Public) (minutes.PublicMotions, error) {
	log, err := w.readFile(motionLog, maxLog)
	if err != nil {
		return minutes.PublicMotions{}, err
	}
	evs, _ := motions.ReadLog(motionLog, log)
	return minutes.NewPublicMotions(ps, evs, w.zone, w.PublicOptions()), nil
}

// PublicLog returns the log of tasks as it may leave the team; see
// minutes.NewPublicLog.
func (w *Workspace) PublicLog(ps []minutes.Public) (minutes.PublicLog, error) {
	log, err := w.readFile(taskLog, maxLog)
	if err != nil {
		return minutes.PublicLog{}, err
	}
	evs, _ := tasks.ReadLog(taskLog, log)
	return minutes.NewPublicLog(ps, evs, w.PublicOptions()), nil
}
