package archive

import (
	"bytes"
	"cmp"
	"maps"
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
	if old == nil || old.head.odd || !old.readRest() {
		return nil
	}
	u := &update{builder: b, old: old.head, days: map[string]bool{}}
	for i, data := range b.logs.onDisk() {
		if !u.tail(data, old.head.logs[i].size, i > 0) {
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
	was   []int           // where the others are in old.files
}

// tail adds the days of the lines that were appended to a log behind its first
// n bytes. It fails if a line cannot be read, or was cut off before: numbers of
// bad lines are found by reading all.
func (u *update) tail(data []byte, n int, private bool) bool {
	tail := data[n:]
	if len(tail) == 0 {
		return true
	}
	if n > 0 && data[n-1] != '\n' {
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
	was := make(map[string]int, len(u.old.files))
	for i := range u.old.files {
		was[u.old.path(i)] = i
	}
	u.was = make([]int, len(u.l.files))
	wrong := map[string]bool{}
	for _, p := range u.old.problems {
		wrong[p.Path] = true
	}
	day, changed = make([]string, len(u.l.files)), make([]bool, len(u.l.files))
	stamps, n := u.stamps(), 0
	for i, f := range u.l.files {
		rel := u.l.path(f)
		var e *fileEntry
		if j, ok := was[rel]; ok {
			e, u.was[i] = &u.old.files[j], j
			day[i] = e.day
			delete(was, rel)
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
		u.days[u.old.files[gone].day] = true
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
	kept, loose := u.oldTasks()
	u.x.tasks = make([]indexed, 0, len(u.old.tasks)+64)
	for i := range u.l.files {
		if u.fresh[i] {
			settle(s, &u.files[i])
			u.open(i, u.files[i].tasks)
			continue
		}
		for _, t := range kept[u.was[i]] {
			u.x.tasks = append(u.x.tasks, indexed{t.task, i})
		}
	}
	rest := afterMinutes(append(loose, s.Rest(true)...))
	for i := range rest {
		u.x.tasks = append(u.x.tasks, indexed{&rest[i], -1})
	}
	u.x.problems = u.l.fileProblems(u.files)
	for _, p := range u.old.problems {
		if p.Path == taskLog || p.Path == privateLog {
			u.x.problems = append(u.x.problems, p)
		}
	}
	return u.x
}

// oldTasks returns the old index's tasks of each file, and of those in none the
// ones of days that did not change.
func (u *update) oldTasks() (ofFile [][]indexed, loose []tasks.Task) {
	ofFile = make([][]indexed, len(u.old.files))
	for i := 0; i < len(u.old.tasks); {
		t := &u.old.tasks[i]
		if t.file < 0 {
			if !u.days[t.task.ID.Day().Short()] {
				loose = append(loose, *t.task)
			}
			i++
			continue
		}
		n := i
		for n < len(u.old.tasks) && u.old.tasks[n].file == t.file {
			n++
		}
		ofFile[t.file] = u.old.tasks[i:n]
		i = n
	}
	return ofFile, loose
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
	return linesWith(log, func(line []byte) bool {
		return days[string(dayIn(thirdWord(line)))]
	}, slices.Collect(maps.Keys(days))...)
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
