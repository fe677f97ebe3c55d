package archive

import (
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"sync"

	"telko/tasks"
)

// reindex makes a new index, of which only what changed is read if old can be
// built on, and puts it in the old one's place.
func (w *Workspace) reindex(old *oldIndex) (*index, error) {
	tmp, now := w.beginIndex()
	b, err := w.survey(now, old == nil)
	if err != nil {
		dropTemp(w, tmp)
		return nil, err
	}
	if old == nil && tmp != nil {
		// What cannot be used makes room first: some file systems write a new
		// file out at once if it takes the place of another.
		_ = w.dir.Remove(indexFile)
	}
	var x *index
	if old != nil {
		if err = b.readLogs(); err == nil && b.sumLogs(old) {
			x = b.update(old)
		}
	}
	if x != nil {
		w.at("updated")
	} else if x, err = b.full(); err == nil {
		w.at("rebuilt")
	}
	if err != nil {
		dropTemp(w, tmp)
		return nil, err
	}
	w.endIndex(tmp, x)
	return x, nil
}

// builder is what a new index is made from.
type builder struct {
	w    *Workspace
	now  int64 // by the file system's clock, before anything was looked at
	l    *listing
	x    *index
	logs logs
	seen []stamp // of all files, once update has looked

	readLogs func() error           // puts them into logs
	standing func() *tasks.Standing // what they say; nil if they cannot be read
}

// survey lists files, and meanwhile begins to read the logs; with whole, to
// make out what they say. Stamps are taken before contents, so that what is
// written meanwhile is seen the next time.
func (w *Workspace) survey(now int64, whole bool) (*builder, error) {
	b := &builder{w: w, now: now, x: &index{basis: w.basis}}
	for i, name := range logNames {
		st, ok := statAt(w.fd, name)
		b.x.logs[i] = logEntry{stamp: st, racy: ok && st.racy(now)}
	}
	b.readLogs = sync.OnceValue(func() (err error) {
		b.logs, err = w.readLogs()
		for i, data := range b.logs.onDisk() {
			b.x.logs[i].size = len(data)
		}
		return err
	})
	b.standing = sync.OnceValue(func() *tasks.Standing {
		if b.readLogs() != nil {
			return nil
		}
		b.sumLogs(nil)
		return tasks.ReadStanding(b.logs.tasks, b.logs.privateTasks)
	})
	if whole {
		go b.standing()
	} else {
		go b.readLogs()
	}
	l, err := w.list()
	if err != nil {
		b.standing() // nothing goes on behind the caller's back
		return nil, err
	}
	b.l = l
	for i, rel := range l.dirs {
		st := l.stamps[i]
		b.x.dirs = append(b.x.dirs, dirEntry{path: rel, stamp: st, racy: st.racy(now)})
	}
	if len(l.dirs) == 0 { // no folder of meetings yet: believe nothing
		b.x.dirs = append(b.x.dirs, dirEntry{path: meetingsDir, racy: true})
	}
	return b, nil
}

// sumLogs sums up the logs, and reports whether they begin with all that they
// held when old was made; old may be nil.
func (b *builder) sumLogs(old *oldIndex) bool {
	same := true
	for i, data := range b.logs.onDisk() {
		n := 0
		if old != nil {
			n = old.head.logs[i].size
		}
		if n > len(data) {
			n, same = 0, false
		}
		var first uint64
		first, b.x.logs[i].sum = checksums(0, view(data), n)
		same = same && (old == nil || first == old.head.logs[i].sum)
	}
	return same
}

// note records the files that were scanned.
func (b *builder) note(files []scanned) {
	b.x.files = make([]fileEntry, 0, len(files))
	for i, f := range b.l.files {
		st := files[i].stamp
		b.x.files = append(b.x.files, fileEntry{dir: f.dir, name: f.name, day: files[i].dayOr(f), stamp: st, racy: st.racy(b.now) || st == stamp{}})
	}
}

// full reads everything.
func (b *builder) full() (*index, error) {
	files := b.w.scanOpen(b.l, nil, b.standing)
	if err := b.readLogs(); err != nil {
		return nil, err
	}
	s := b.standing()
	b.note(files)
	b.x.problems = append(b.l.fileProblems(files), logProblems(s.Errors(taskLog, privateLog))...)
	if b.x.odd = b.odd(files); b.x.odd {
		b.slow()
		return b.x, nil
	}
	n := 0
	for i := range files {
		n += settle(s, &files[i])
	}
	rest := s.Rest(true)
	b.x.tasks = make([]indexed, 0, n+len(rest))
	for i := range files {
		b.open(i, files[i].tasks)
	}
	for i := range rest {
		b.x.tasks = append(b.x.tasks, indexed{&rest[i], -1})
	}
	return b.x, nil
}

// settle makes the tasks of a file what the log says of them, unless they are
// that already, and counts those that are open.
func settle(s *tasks.Standing, f *scanned) (open int) {
	for i := range f.tasks {
		if f.settled && !f.tasks[i].Closed() || !f.settled && s.Settle(&f.tasks[i]) {
			open++
		}
	}
	f.settled = true
	return open
}

// open adds those tasks of file i that are open.
func (b *builder) open(i int, ts []tasks.Task) {
	for j := range ts {
		if !ts[j].Closed() {
			b.x.tasks = append(b.x.tasks, indexed{&ts[j], i})
		}
	}
}

// slow folds as Register does, for archives in which an id stands twice.
func (b *builder) slow() {
	byName := map[string]int{}
	for i, f := range b.l.files {
		byName[f.name] = i
	}
	all := fold(b.l, b.w.scan(b.l, nil), b.logs).Tasks
	for i := range all {
		t := &all[i]
		if t.Closed() {
			continue
		}
		t.History = nil
		at := -1
		if t.Meeting != "" {
			name := t.Meeting + ".md"
			if _, ok := byName[name]; !ok || t.Private {
				name = t.Meeting + privateEnd + ".md"
			}
			at = byName[name]
		}
		b.x.tasks = append(b.x.tasks, indexed{t, at})
	}
}

// odd reports whether some id stands in two files. The ids of a file differ in
// their number only, and each stands in it once, so that only files whose ids
// begin alike need a look: a meeting's public and private one, and those of
// meetings on one day. What was read of them was perhaps only what is open.
func (b *builder) odd(files []scanned) bool {
	if headsAscend(files) {
		return false
	}
	first := map[string]int{}
	again := map[int]bool{}
	for i := range files {
		head := files[i].head
		if head == "" {
			continue
		}
		if j, ok := first[head]; ok {
			again[j], again[i] = true, true
		} else {
			first[head] = i
		}
	}
	if len(again) == 0 {
		return false
	}
	seen := map[tasks.ID]bool{}
	for _, f := range b.w.scan(b.l, func(i int) bool { return again[i] }) {
		for _, t := range f.tasks {
			if t.ID != "" && seen[t.ID] {
				return true
			}
			seen[t.ID] = true
		}
	}
	return false
}

// headsAscend reports whether the heads of files are in order and none stands
// twice: so they are in nearly all archives of one series.
func headsAscend(files []scanned) bool {
	last := ""
	for i := range files {
		if head := files[i].head; head != "" {
			if head <= last {
				return false
			}
			last = head
		}
	}
	return true
}

// dayOf returns the day of a meeting as ids have it.
func dayOf(id string) string { return id[2:4] + id[5:7] + id[8:10] }

// beginIndex makes the file that will be the new index, and with it learns the
// time by the file system's clock. It is nil where nothing can be written.
func (w *Workspace) beginIndex() (f *os.File, now int64) {
	if w.plain(indexFile) != nil {
		return nil, 0
	}
	_ = w.dir.Mkdir(cacheDir, 0o777)
	f, err := w.dir.OpenFile(cacheDir+"/.index"+strconv.FormatUint(rand.Uint64(), 36), os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, 0
	}
	info, err := f.Stat()
	if err != nil {
		dropTemp(w, f)
		return nil, 0
	}
	return f, stampOf(info).mtime
}

// endIndex puts the new index in place. It is not fsynced: after a crash its
// checksum tells.
func (w *Workspace) endIndex(f *os.File, x *index) {
	if f == nil {
		return
	}
	w.endIndexAs(indexFile, f, x.encode()...)
}

func (w *Workspace) endIndexAs(index string, f *os.File, pieces ...[]byte) {
	if f == nil {
		return
	}
	var err error
	for _, b := range pieces {
		if err == nil {
			_, err = f.Write(b)
		}
	}
	name := cacheDir + "/" + f.Name()[strings.LastIndexByte(f.Name(), '/')+1:]
	if f.Close() == nil && err == nil && w.dir.Rename(name, index) == nil {
		return
	}
	_ = w.dir.Remove(name)
}

func dropTemp(w *Workspace, f *os.File) {
	if f != nil {
		_ = f.Close()
		_ = w.dir.Remove(cacheDir + "/" + f.Name()[strings.LastIndexByte(f.Name(), '/')+1:])
	}
}
