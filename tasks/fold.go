package tasks

import (
	"bytes"
	"cmp"
	"slices"
)

// Fold returns what has become of the tasks of the minutes by the events of
// the log: ts in their order, then the tasks added between meetings, then
// orphans, both by id. The order of evs is of no matter, and an event that is
// there twice counts once, so that the union of two logs is a log. Each task
// gets its History, in order of time.
//
// A task of ts says what the minutes do; its State is Open, or Done where the
// box is ticked. The log overrides all but the text.
func Fold(ts []Task, evs []Event) ([]Task, []Problem) {
	out := slices.Clone(ts)
	f := folder{byID: make(map[ID]int, len(ts)), first: len(ts)}
	for i := range out {
		if id := out[i].ID; id != "" {
			if _, twice := f.byID[id]; twice {
				f.problems = append(f.problems, Problem{Code: TwoTasks, ID: id})
				continue
			}
			f.byID[id] = i
		}
	}
	groups := f.group(evs, len(out))
	for i, g := range groups[:len(ts)] {
		if len(g) > 0 {
			f.fold(&out[i], g, true)
		}
	}
	for i := range out {
		// A second line with the same id is no second task: it shares its fate.
		if j, ok := f.byID[out[i].ID]; ok && j != i {
			text, line, meeting := out[i].Text, out[i].Line, out[i]
			out[i] = out[j]
			out[i].Text, out[i].Line, out[i].Topic = text, line, meeting.Topic
			out[i].Meeting, out[i].MeetingDate, out[i].Series = meeting.Meeting, meeting.MeetingDate, meeting.Series
			out[i].Private = out[i].Private || meeting.Private
		}
	}
	return append(out, f.rest(groups[len(ts):])...), f.problems
}

// folder is the work of one Fold.
type folder struct {
	byID     map[ID]int // index of a task's group
	first    int        // groups from here on belong to no task of the minutes
	problems []Problem
}

// group returns the events of each task, sorted, each once: those of the tasks
// of the minutes first, then those of others in order of appearance. All share
// one array.
func (f *folder) group(evs []Event, n int) [][]Event {
	of := make([]int32, len(evs))
	counts := make([]int32, n, n+16)
	for i := range evs {
		g, ok := f.byID[evs[i].ID]
		if !ok {
			g = len(counts)
			f.byID[evs[i].ID] = g
			counts = append(counts, 0)
		}
		of[i] = int32(g)
		counts[g]++
	}
	all := make([]Event, len(evs))
	groups := make([][]Event, len(counts))
	at := 0
	for g, c := range counts {
		groups[g] = all[at : at : at+int(c)]
		at += int(c)
	}
	for i := range evs {
		groups[of[i]] = append(groups[of[i]], evs[i])
	}
	for g := range groups {
		groups[g] = inOrder(groups[g])
	}
	return groups
}

// inOrder sorts the events of one task by instant, then by the bytes of their
// lines, and drops what is there twice. Lines are written out only for events
// of one instant.
func inOrder(evs []Event) []Event {
	sorted := true
	for i := 1; i < len(evs) && sorted; i++ {
		sorted = evs[i-1].At.Unix() < evs[i].At.Unix()
	}
	if sorted {
		return evs
	}
	slices.SortFunc(evs, func(a, b Event) int {
		if c := cmp.Compare(a.At.Unix(), b.At.Unix()); c != 0 {
			return c
		}
		if c := bytes.Compare(a.appendLine(nil), b.appendLine(nil)); c != 0 {
			return c
		}
		if a.Private && !b.Private {
			return -1 // of one line in both logs the private one is kept
		}
		return 0
	})
	return slices.CompactFunc(evs, func(a, b Event) bool {
		return a.At.Unix() == b.At.Unix() && bytes.Equal(a.appendLine(nil), b.appendLine(nil))
	})
}

// rest returns the tasks that no minutes hold.
func (f *folder) rest(groups [][]Event) []Task {
	var out []Task
	for _, g := range groups {
		t := Task{ID: g[0].ID}
		f.fold(&t, g, false)
		out = append(out, t)
	}
	slices.SortFunc(out, afterMinutes)
	return out
}

// afterMinutes orders what no minutes hold: tasks added between meetings, then
// orphans, each by id.
func afterMinutes(a, b Task) int {
	if a.Orphan != b.Orphan {
		if b.Orphan {
			return -1
		}
		return 1
	}
	return a.ID.Compare(b.ID)
}

// fold applies the events of t. Known says that the minutes hold it.
func (f *folder) fold(t *Task, evs []Event, known bool) {
	t.History = evs
	add := firstAdd(evs)
	if !known {
		t.begin(add)
		for i := range evs {
			t.Private = t.Private || evs[i].Private
		}
	}
	if add == nil {
		f.report(NoAdd, &evs[0])
	}
	undone := f.undone(evs)
	for i := range evs {
		e := &evs[i]
		f.judge(t, e, add, known, undone[e])
		if e.Verb != Add && e.Verb != Undo && !undone[e] {
			t.apply(e, known)
		}
	}
}

func firstAdd(evs []Event) *Event {
	for i := range evs {
		if evs[i].Verb == Add {
			return &evs[i]
		}
	}
	return nil
}

// begin makes t what its add says. Only what was added outside a meeting says
// more than a digest there; any other id was once a line of minutes.
func (t *Task) begin(add *Event) {
	t.State = Open
	t.MeetingDate = t.ID.Day()
	t.Orphan = add == nil || t.ID.Nick() == ""
	if add != nil {
		t.Text, t.Due, t.Assignees = add.Text, add.Due, add.Assignees
	}
}

// undone returns the events that an undo took back. An undo names the event; it
// must be the last one that still counts.
func (f *folder) undone(evs []Event) map[*Event]bool {
	var undone map[*Event]bool
	for i := range evs {
		if u := &evs[i]; u.Verb == Undo {
			last := lastThatCounts(evs[:i], undone)
			if last == nil || last.Verb == Add || last.Verb != u.Of || last.At.Unix() != u.OfAt.Unix() {
				f.report(NotLast, u)
				continue
			}
			if undone == nil {
				undone = map[*Event]bool{}
			}
			undone[last] = true
		}
	}
	return undone
}

// lastThatCounts returns the newest event that is no undo and was not undone.
func lastThatCounts(evs []Event, undone map[*Event]bool) *Event {
	for i := len(evs) - 1; i >= 0; i-- {
		if e := &evs[i]; e.Verb != Undo && !undone[e] {
			return e
		}
	}
	return nil
}

// judge reports what does not fit about e, before it is applied to t.
func (f *folder) judge(t *Task, e, add *Event, known, undone bool) {
	switch {
	case add != nil && e.At.Unix() < add.At.Unix():
		f.report(BeforeAdd, e)
	case e.Verb == Add && e.Digest != add.Digest:
		f.report(TwoTexts, e)
	case undone:
	case e.Verb == Text && known:
		f.report(InMinutes, e)
	case t.State == Done && (e.Verb == Wait || e.Verb == Resume || e.Verb == Drop),
		t.State == Dropped && (e.Verb == Wait || e.Verb == Resume || e.Verb == DoneV):
		f.report(NotOpen, e)
	}
}

func (f *folder) report(code Code, e *Event) {
	f.problems = append(f.problems, Problem{code, e.ID, *e})
}
