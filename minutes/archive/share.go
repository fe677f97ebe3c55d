package archive

import (
	"bytes"
	"strings"

	"telko/minutes"
	"telko/motions"
	"telko/tasks"
)

// Take adds the events that the logs do not have yet, in their order, waits
// until they are on disk, and returns them: events that were made elsewhere,
// and come again and again. Those of private tasks go to the private log. An
// event counts as there if its line is, or if same (nil for none) finds another
// form of it among the lines of the public log.
func (w *Workspace) Take(events []tasks.Event, same func(e tasks.Event) bool) ([]tasks.Event, error) {
	if len(events) == 0 {
		return nil, nil
	}
	var taken []tasks.Event
	err := w.locked(func(*held) error {
		logs, err := w.readLogs()
		if err != nil {
			return err
		}
		has := map[string]bool{}
		for _, log := range logs.onDisk() {
			for line := range bytes.Lines(log) {
				has[strings.TrimRight(string(line), "\r\n")] = true
			}
		}
		private, err := w.privateIDs(logs)
		if err != nil {
			return err
		}
		var public, hidden []tasks.Event
		for _, e := range events {
			line := e.Line()
			if has[line] || same != nil && same(e) {
				continue
			}
			has[line] = true
			if e.Private = e.Private || private[e.ID]; e.Private {
				hidden = append(hidden, e)
			} else {
				public = append(public, e)
			}
			taken = append(taken, e)
		}
		if err := w.appendLines(privateLog, taskLines(hidden), 0o600); err != nil {
			return err
		}
		return w.appendLines(taskLog, taskLines(public), 0o666)
	})
	if err != nil {
		return nil, err
	}
	return taken, nil
}

// privateIDs returns the tasks that are private. Without private files and a
// private log nothing is read.
func (w *Workspace) privateIDs(logs logs) (map[tasks.ID]bool, error) {
	l, err := w.list()
	if err != nil {
		return nil, err
	}
	some := len(logs.privateTasks) > 0
	for _, f := range l.files {
		some = some || f.private
	}
	if !some {
		return nil, nil
	}
	ids := map[tasks.ID]bool{}
	for _, t := range fold(l, w.scan(l, nil), logs).Tasks {
		if t.Private {
			ids[t.ID] = true
		}
	}
	return ids, nil
}

// PublicLog returns the log of tasks as it may leave the team; see
// minutes.NewPublicLog. The private log is not read.
func (w *Workspace) PublicLog(ps []minutes.Public) (minutes.PublicLog, error) {
	log, err := w.readFile(taskLog, maxLog)
	if err != nil {
		return minutes.PublicLog{}, err
	}
	evs, _ := tasks.ReadLog(taskLog, log) // the register reports bad lines
	return minutes.NewPublicLog(ps, evs, minutes.PublicOptions{People: w.people, NamesAsNick: w.settings.Wiki.NamesAsNick}), nil
}

// Publics returns the meetings that may leave the team, in their order, and
// those that may not or cannot be read as problems. Those that are an agenda
// still, or going on, are among them.
func (w *Workspace) Publics() ([]minutes.Public, []Problem, error) {
	refs, err := w.Meetings()
	if err != nil {
		return nil, nil, err
	}
	options := minutes.PublicOptions{People: w.people, NamesAsNick: w.settings.Wiki.NamesAsNick}
	var out []minutes.Public
	var problems []Problem
	for _, ref := range refs {
		f, err := w.Load(ref)
		if err == nil {
			var p minutes.Public
			if p, err = minutes.NewPublic(f, options); err == nil {
				out = append(out, p)
			}
		}
		if err != nil {
			problems = append(problems, problemOf(ref.Path, err))
		}
	}
	return out, problems, nil
}

// PublicTasksOf returns the tasks of public minutes with what the public log
// says of them. Those of an agenda, or of a telco that goes on, are left out.
func (w *Workspace) PublicTasksOf(ps []minutes.Public) (minutes.PublicTasks, error) {
	log, err := w.readFile(taskLog, maxLog)
	if err != nil {
		return minutes.PublicTasks{}, err
	}
	evs, _ := tasks.ReadLog(taskLog, log)
	var ended []minutes.Public
	for _, p := range ps {
		if s := p.Meeting().Status; s != minutes.StatusAgenda && s != minutes.StatusLive {
			ended = append(ended, p)
		}
	}
	return minutes.NewPublicTasks(ended, evs, minutes.PublicOptions{People: w.people, NamesAsNick: w.settings.Wiki.NamesAsNick}), nil
}

// PublicMotionsOf returns the motions of public minutes with what the public log
// says of them.
func (w *Workspace) PublicMotionsOf(ps []minutes.Public) (minutes.PublicMotions, error) {
	log, err := w.readFile(motionLog, maxLog)
	if err != nil {
		return minutes.PublicMotions{}, err
	}
	evs, _ := motions.ReadLog(motionLog, log) // the register reports bad lines
	options := minutes.PublicOptions{People: w.people, NamesAsNick: w.settings.Wiki.NamesAsNick}
	return minutes.NewPublicMotions(ps, evs, w.zone, options), nil
}
