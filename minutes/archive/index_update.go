package archive

import (
	"bytes"
	"cmp"
	"path"
	"slices"

	"telko/tasks"
)

// maxChanges is how many days or files may change before reading everything is
// as good.
const maxChanges = 24

// update makes the new index from an old one, reading only what belongs to the
// days on which something changed. A day is all there is of its ids: the
// meetings that give them out, and the lines of the logs that bear them. Days
// do not touch each other, unless an id stands twice (odd); then, and wherever
// the old index may not hold, the result is nil and everything is read.
func (b *builder) update(old *oldIndex) *index {
	if old == nil || old.head.odd {
		return nil
	}
	old.rest.body(old.head, "")
	if old.rest.bad {
		return nil
	}
	u := &update{builder: b, old: old.head, days: map[string]bool{}}
	for i, data := range [][]byte{b.logs.tasks, b.logs.private} {
		if !u.tail(data, old.head.logs[i], i > 0) {
			return nil
		}
	}
	if !u.read() {
		return nil
	}
	return u.merge()
}

// update is the work of builder.update.
type update struct {
	*builder
	old   *index
	days  map[string]bool // to be made anew
	files []scanned       // of the new listing; tasks only of those that were read
	fresh []bool          // which were read
}

// tail adds the days of the lines that were appended to a log. It fails if
// anything else changed, or a line cannot be read: numbers of bad lines are
// found by reading all.
func (u *update) tail(data []byte, old logEntry, private bool) bool {
	if len(data) < old.size || checksum(view(data[:old.size])) != old.sum {
		return false
	}
	tail := data[old.size:]
	if len(tail) == 0 {
		return true
	}
	if old.size > 0 && data[old.size-1] != '\n' {
		return false
	}
	if private {
		tail, _ = splitPrivate(tail)
	}
	if bytes.Count(tail, []byte("\n")) > 100*maxChanges {
		return false
	}
	evs, bad := tasks.ReadLog("", tail)
	for _, e := range evs {
		u.days[e.ID.Day().Short()] = true
	}
	return len(bad) == 0
}

// read reads the files that changed, then those that share a day with them or
// with a new line of a log.
func (u *update) read() bool {
	day, changed, ok := u.compare()
	if !ok {
		return false
	}
	u.files = u.w.scan(u.l, func(i int) bool { return changed[i] })
	for i := range u.files {
		if changed[i] {
			u.days[u.files[i].dayOr(u.l.files[i])] = true
		}
	}
	if len(u.days) > maxChanges {
		return false
	}
	more := u.w.scan(u.l, func(i int) bool { return !changed[i] && u.days[day[i]] })
	stamps := u.stamps()
	for i := range u.files {
		switch {
		case changed[i]:
		case u.days[day[i]]:
			u.files[i], changed[i] = more[i], true
		default:
			u.files[i] = scanned{stamp: stamps[i], day: day[i]}
		}
	}
	u.fresh = changed
	return true
}

// compare finds the files that are new, were changed, had something wrong with
// them (whoever reads them reports it), or are gone; and the days of all others.
func (u *update) compare() (day []string, changed []bool, ok bool) {
	was := make(map[string]*fileEntry, len(u.old.files))
	for i := range u.old.files {
		was[u.old.path(i)] = &u.old.files[i]
	}
	wrong := map[string]bool{}
	for _, p := range u.old.problems {
		wrong[p.Path] = true
	}
	day, changed = make([]string, len(u.l.files)), make([]bool, len(u.l.files))
	stamps, n := u.stamps(), 0
	for i, f := range u.l.files {
		rel := u.l.path(f)
		e := was[rel]
		delete(was, rel)
		if e != nil {
			day[i] = e.day
		}
		if e == nil || e.racy || e.stamp != stamps[i] || wrong[rel] {
			changed[i] = true
			n++
			if e != nil {
				u.days[e.day] = true
			}
		}
	}
	for _, gone := range was {
		u.days[gone.day] = true
	}
	return day, changed, n <= maxChanges
}

// stamps looks at every file, once.
func (u *update) stamps() []stamp {
	if u.seen != nil {
		return u.seen
	}
	u.seen = make([]stamp, len(u.l.files))
	at, dir := -1, -1
	for i, f := range u.l.files {
		if f.dir != at {
			closeDir(dir)
			at = f.dir
			dir, _ = openDir(path.Join(u.w.root, u.l.dirs[at]))
		}
		u.seen[i], _ = statAt(dir, f.name)
	}
	closeDir(dir)
	return u.seen
}

// merge puts together what was read and what the old index has of other days.
func (u *update) merge() *index {
	if u.odd(u.files) {
		return nil
	}
	u.note(u.files)
	s := tasks.ReadStanding(linesOfDays(u.logs.tasks, u.days), linesOfDays(u.logs.privateTasks, u.days))
	kept := map[string][]tasks.Task{} // by path
	var loose []tasks.Task
	for _, t := range u.old.tasks {
		if t.file >= 0 {
			rel := u.old.path(t.file)
			kept[rel] = append(kept[rel], t.task)
		} else if !u.days[t.task.ID.Day().Short()] {
			loose = append(loose, t.task)
		}
	}
	for i, f := range u.l.files {
		if u.fresh[i] {
			u.open(s, i, u.files[i].tasks)
			continue
		}
		for _, t := range kept[u.l.path(f)] {
			u.x.tasks = append(u.x.tasks, indexed{t, i})
		}
	}
	for _, t := range afterMinutes(append(loose, s.Rest(true)...)) {
		u.x.tasks = append(u.x.tasks, indexed{t, -1})
	}
	u.x.problems = u.l.fileProblems(u.files)
	for _, p := range u.old.problems {
		if p.Path == taskLog || p.Path == privateLog {
			u.x.problems = append(u.x.problems, p)
		}
	}
	return u.x
}

// afterMinutes brings what no minutes hold into the order of tasks.Fold: those
// added between meetings, then orphans, each by id.
func afterMinutes(ts []tasks.Task) []tasks.Task {
	slices.SortFunc(ts, func(a, b tasks.Task) int {
		return cmp.Or(boolOrder(a.Orphan, b.Orphan), a.ID.Compare(b.ID))
	})
	return ts
}

// linesOfDays returns the lines with an id of one of the days.
func linesOfDays(log []byte, days map[string]bool) []byte {
	var out []byte
	for line := range bytes.Lines(log) {
		if days[string(dayIn(thirdWord(line)))] {
			out = append(out, line...)
		}
	}
	return out
}

// thirdWord returns the word of a line in which the id stands.
func thirdWord(line []byte) []byte {
	for range 2 {
		i := bytes.IndexByte(line, ' ')
		if i < 0 {
			return nil
		}
		line = line[i+1:]
	}
	if i := bytes.IndexByte(line, ' '); i >= 0 {
		return line[:i]
	}
	return bytes.TrimRight(line, "\r\n")
}
