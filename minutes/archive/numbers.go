package archive

import (
	"slices"

	"telko/minutes"
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

// numbers is what is known of ids when new ones are given out: the logs, and
// the other files of the same day, which share its running numbers.
type numbers struct {
	w     *Workspace
	logs  logs
	added minted // given out in this change
	files []fileIDs
}

// fileIDs are the ids that a file bears.
type fileIDs struct {
	rel     string
	tasks   map[tasks.ID]bool
	motions map[motions.ID]bool
}

// numbersOf reads the logs and the files that share the meeting's day.
func (w *Workspace) numbersOf(m *meetingFiles) (*numbers, error) {
	logs, err := w.readLogs()
	if err != nil {
		return nil, err
	}
	n := &numbers{w: w, logs: logs}
	l, err := w.list()
	if err != nil {
		return nil, err
	}
	for _, f := range l.files {
		rel := l.path(f)
		if d, _ := meetingDate(f.id); d != m.ref.Date || rel == m.public.rel || rel == m.private.rel {
			continue
		}
		if src, err := w.readFile(rel, maxMeeting); err == nil {
			n.note(rel, src)
		}
	}
	for _, r := range []*replacement{m.public, m.private} {
		src := r.data
		if src == nil {
			src = r.old
		}
		n.note(r.rel, src)
	}
	return n, nil
}

// note remembers the ids in a file. One that cannot be read has its ids in the
// logs all the same.
func (n *numbers) note(rel string, src []byte) {
	f, err := minutes.Parse(rel, src, n.w.Context())
	if src == nil || err != nil {
		return
	}
	ids := fileIDs{rel: rel, tasks: map[tasks.ID]bool{}, motions: map[motions.ID]bool{}}
	for _, t := range f.Meeting.Tasks {
		if t.ID != "" {
			ids.tasks[t.ID] = true
		}
	}
	for _, m := range f.Meeting.Motions {
		if m.ID != "" {
			ids.motions[m.ID] = true
		}
	}
	n.files = append(n.files, ids)
}

func (n *numbers) add(m minted) {
	n.added.tasks = append(n.added.tasks, m.tasks...)
	n.added.motions = append(n.added.motions, m.motions...)
}

// daysFor returns the days whose lines of the logs count for the file rel: that
// of its meeting, and those of its ids, which a meeting keeps when it is moved.
func (n *numbers) daysFor(rel string, day when.Date) []string {
	days := []string{day.Short()}
	for _, f := range n.files {
		if f.rel != rel {
			continue
		}
		for id := range f.tasks {
			days = append(days, id.Day().Short())
		}
		for id := range f.motions {
			days = append(days, id.Day().Short())
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// tasksFor returns the events that count when ids of a day are given out in
// the file rel. An id that another file bears is taken, whatever its text: its
// event comes without a digest, so that no line here can be meant by it.
func (n *numbers) tasksFor(rel string, day when.Date) []tasks.Event {
	var evs []tasks.Event
	days := n.daysFor(rel, day)
	for _, log := range [][]byte{n.logs.tasks, n.logs.privateTasks} {
		some, _ := tasks.ReadLog("", linesWith(log, nil, days...))
		evs = append(evs, some...)
	}
	evs = append(evs, n.added.tasks...)
	for _, other := range n.files {
		if other.rel == rel {
			continue
		}
		for i := range evs {
			if evs[i].Verb == tasks.Add && other.tasks[evs[i].ID] {
				evs[i].Digest = ""
			}
		}
		for id := range other.tasks {
			evs = append(evs, tasks.Event{ID: id, Verb: tasks.Add})
		}
	}
	return evs
}

// motionsFor is tasksFor for motions.
func (n *numbers) motionsFor(rel string, day when.Date) []motions.Event {
	var evs []motions.Event
	days := n.daysFor(rel, day)
	for _, log := range [][]byte{n.logs.motions, n.logs.privateMotions} {
		some, _ := motions.ReadLog("", linesWith(log, nil, days...))
		evs = append(evs, some...)
	}
	evs = append(evs, n.added.motions...)
	for _, other := range n.files {
		if other.rel == rel {
			continue
		}
		for i := range evs {
			if evs[i].Verb == motions.Add && other.motions[evs[i].ID] {
				evs[i].Digest = ""
			}
		}
		for id := range other.motions {
			evs = append(evs, motions.Event{ID: id, Verb: motions.Add})
		}
	}
	return evs
}
