package archive

import (
	"bytes"
	"cmp"
	"hash/crc32"
	"path"
	"slices"

	"telko/tasks"
)

// maxDays is how many days may change before reading everything is as good.
const maxDays = 12

// update makes the new index from an old one, reading only the days on which
// something changed. A day is all there is of its ids: the files of that date,
// and the lines of the logs with its ids. Days do not touch each other, unless
// the archive is odd; then, and wherever the old index may not hold, the result
// is nil and everything is read.
func (b *builder) update(old *oldIndex) *index {
	if old == nil || old.head.odd {
		return nil
	}
	old.rest.body(old.head, "")
	if old.rest.bad {
		return nil
	}
	days, ok := b.changedDays(old.head)
	if !ok || len(days) > maxDays {
		return nil
	}
	return b.redo(old.head, days)
}

// changedDays compares what is there with what was.
func (b *builder) changedDays(old *index) (days map[string]bool, ok bool) {
	days = map[string]bool{}
	for i := range b.raw {
		if !tailDays(b.raw[i], old.logs[i], i > 0, days) {
			return nil, false
		}
	}
	was := make(map[string]*fileEntry, len(old.files))
	for i := range old.files {
		was[old.dirs[old.files[i].dir].path+"/"+old.files[i].name] = &old.files[i]
	}
	for _, f := range b.l.files {
		rel := b.l.path(f)
		e := was[rel]
		if e == nil || e.racy {
			days[dayOf(f.id)] = true
		}
		delete(was, rel)
	}
	for _, gone := range was {
		days[dayOf(gone.name)] = true
	}
	// What was wrong is reported by whoever reads the file.
	for _, p := range old.problems {
		if name := path.Base(p.Path); p.Path != taskLog && p.Path != privateLog && len(name) > 10 {
			if _, ok := meetingDate(meetingOf(name)); ok {
				days[dayOf(name)] = true
			}
		}
	}
	return days, true
}

// tailDays adds the days of the lines that were appended to a log. It fails if
// anything else changed, or a line cannot be read: reports of lines are made
// by reading all.
func tailDays(data []byte, old logEntry, private bool, days map[string]bool) bool {
	if len(data) < old.size || crc32.Checksum(data[:old.size], crc32.MakeTable(crc32.Castagnoli)) != old.sum {
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
	evs, bad := tasks.ReadLog("", tail)
	if len(bad) > 0 || len(evs) > 100*maxDays {
		return false
	}
	for _, e := range evs {
		days[e.ID.Day().Short()] = true
	}
	return true
}

// redo reads the days anew and takes the others from old.
func (b *builder) redo(old *index, days map[string]bool) *index {
	files := b.scanDays(old, days)
	if files == nil {
		return nil
	}
	b.note(files)
	if b.odd(files) {
		return nil
	}
	logs := logs{tasks: linesOfDays(b.logs.tasks, days), privateTasks: linesOfDays(b.logs.privateTasks, days)}
	s := tasks.ReadStanding(logs.tasks, logs.privateTasks)
	kept := map[string][]tasks.Task{} // by path
	var loose []tasks.Task
	for _, t := range old.tasks {
		switch {
		case t.file >= 0:
			f := old.files[t.file]
			rel := old.dirs[f.dir].path + "/" + f.name
			kept[rel] = append(kept[rel], t.task)
		case !days[t.task.ID.Day().Short()]:
			loose = append(loose, t.task)
		}
	}
	for i, f := range b.l.files {
		if days[dayOf(f.id)] {
			b.open(s, i, files[i].tasks)
			continue
		}
		for _, t := range kept[b.l.path(f)] {
			b.x.tasks = append(b.x.tasks, indexed{t, i})
		}
	}
	for _, t := range afterMinutes(append(loose, s.Rest(true)...)) {
		b.x.tasks = append(b.x.tasks, indexed{t, -1})
	}
	b.x.problems = b.problems(old, files)
	return b.x
}

// scanDays reads the files of the days and stamps all others; one whose stamp
// is another than it was adds its day.
func (b *builder) scanDays(old *index, days map[string]bool) []scanned {
	was := make(map[string]stamp, len(old.files))
	for _, f := range old.files {
		was[old.dirs[f.dir].path+"/"+f.name] = f.stamp
	}
	stamps := b.stampAll()
	for i, f := range b.l.files {
		if stamps[i] != was[b.l.path(f)] {
			days[dayOf(f.id)] = true
		}
	}
	if len(days) > maxDays {
		return nil
	}
	files := b.w.scan(b.l, func(i int) bool { return days[dayOf(b.l.files[i].id)] })
	for i := range files {
		if !days[dayOf(b.l.files[i].id)] {
			files[i].stamp = stamps[i]
		}
	}
	return files
}

func (b *builder) stampAll() []stamp {
	out := make([]stamp, len(b.l.files))
	at, dir := -1, -1
	for i, f := range b.l.files {
		if f.dir != at {
			closeDir(dir)
			at = f.dir
			dir, _ = openDir(b.w.root + "/" + b.l.dirs[at])
		}
		out[i], _ = statAt(dir, f.name)
	}
	closeDir(dir)
	return out
}

// problems takes over those of the logs' old lines; the files that had any were
// read anew.
func (b *builder) problems(old *index, files []scanned) []Problem {
	out := b.l.fileProblems(files)
	for _, p := range old.problems {
		if p.Path == taskLog || p.Path == privateLog {
			out = append(out, p)
		}
	}
	return out
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
	return line
}

// afterMinutes brings what no minutes hold into the order of tasks.Fold: those
// added between meetings, then orphans, each by id.
func afterMinutes(ts []tasks.Task) []tasks.Task {
	slices.SortFunc(ts, func(a, b tasks.Task) int {
		return cmp.Or(boolOrder(a.Orphan, b.Orphan), a.ID.Compare(b.ID))
	})
	return ts
}
