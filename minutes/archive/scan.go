package archive

import (
	"os"
	"runtime"
	"sync"
	"sync/atomic"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
)

// scanned is what one meeting's file says of tasks.
type scanned struct {
	tasks []tasks.Task
	day   string // in the ids of the tasks, YYMMDD; "" if there are none
	stamp stamp
	err   error
}

// dayOr returns the day of the ids, that of the name if there are no ids.
func (s *scanned) dayOr(f file) string {
	if s.day == "" {
		return dayOf(f.id)
	}
	return s.day
}

// scan reads the tasks of the files that want is true for (nil for all), two
// at a time: more would only wait for each other, on the machines at hand.
func (w *Workspace) scan(l *listing, want func(i int) bool) []scanned {
	out := make([]scanned, len(l.files))
	dirs := openDirs(w, l)
	defer dirs.close()
	ctx := w.Context()
	var next atomic.Int64
	work := func() {
		var buf []byte
		for {
			i := int(next.Add(1)) - 1
			if i >= len(l.files) {
				return
			}
			if want == nil || want(i) {
				buf = w.scanFile(&out[i], l, l.files[i], dirs, ctx, buf)
			}
		}
	}
	var wg sync.WaitGroup
	for range min(2, runtime.GOMAXPROCS(0)) - 1 {
		wg.Go(work)
	}
	work()
	wg.Wait()
	return out
}

// scanFile reads one file into buf, which it returns for the next.
func (w *Workspace) scanFile(s *scanned, l *listing, f file, dirs *dirs, ctx minutes.Context, buf []byte) []byte {
	src, st, err := dirs.read(f, maxMeeting, buf)
	if err != nil {
		s.err = err
		return buf
	}
	s.stamp = st
	s.tasks, s.err = minutes.ReadTasks(l.path(f), src, ctx)
	for i := range s.tasks {
		if id := s.tasks[i].ID; id != "" && s.day == "" {
			s.day = string(dayIn([]byte(id)))
		}
	}
	return src
}

// dirs are the folders of a listing, opened once for all their files.
type dirs struct {
	w     *Workspace
	l     *listing
	roots []*os.Root
}

func openDirs(w *Workspace, l *listing) *dirs {
	d := &dirs{w: w, l: l, roots: make([]*os.Root, len(l.dirs))}
	for i, rel := range l.dirs {
		d.roots[i], _ = w.dir.OpenRoot(rel)
	}
	return d
}

func (d *dirs) close() {
	for _, r := range d.roots {
		if r != nil {
			_ = r.Close()
		}
	}
}

func (d *dirs) read(f file, limit int64, buf []byte) ([]byte, stamp, error) {
	var dir folder = d.w.dir
	name := d.l.path(f)
	if r := d.roots[f.dir]; r != nil {
		dir, name = r, f.name
	}
	src, info, err := readInto(dir, name, limit, buf)
	if err != nil {
		return nil, stamp{}, err
	}
	return src, stampOf(info), nil
}

// problemOf turns an error into the problem of a file.
func problemOf(rel string, err error) Problem {
	if e, ok := err.(*minutes.LineError); ok {
		return Problem{Path: rel, Line: e.Line, Err: e.Err}
	}
	return Problem{Path: rel, Err: err}
}

// orphanFiles finds private files whose public one is gone.
func (l *listing) orphanFiles() []Problem {
	var out []Problem
	for i, f := range l.files {
		if f.private && (i == 0 || l.files[i-1].id != f.id) {
			out = append(out, Problem{Path: l.path(f), Err: lang.E(lang.ArchiveOrphanFile)})
		}
	}
	return out
}
