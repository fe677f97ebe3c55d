package archive

import (
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
)

// scanned is what one meeting's file says of tasks.
type scanned struct {
	tasks   []tasks.Task
	settled bool   // tasks are what the log says of them
	head    string // of the ids of its tasks, all but their number; "" if there are none
	day     string // in head, YYMMDD
	stamp   stamp
	err     error
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
	return w.scanOpen(l, want, nil)
}

// scanOpen is scan for a register of what is open: log reads what the logs say,
// while one worker reads files already; from then on closed lines are skipped.
// Those that were read before are the caller's to leave out.
func (w *Workspace) scanOpen(l *listing, want func(i int) bool, log func() *tasks.Standing) []scanned {
	out := make([]scanned, len(l.files))
	dirs := openDirs(w, l, want)
	defer dirs.close()
	ctx := w.Context()
	ctx.Page = nil // no task depends on it
	var standing atomic.Pointer[tasks.Standing]
	var next atomic.Int64
	work := func() {
		buf := make([]byte, 0, 32<<10)
		var early []int // read before it was known what the logs say
		for {
			i := int(next.Add(1)) - 1
			if i >= len(l.files) {
				break
			}
			if want == nil || want(i) {
				s := standing.Load()
				if s == nil && log != nil {
					early = append(early, i)
				}
				buf = w.scanFile(&out[i], l, l.files[i], dirs, ctx, s, buf)
			}
		}
		if s := standing.Load(); s != nil {
			for _, i := range early {
				settle(s, &out[i])
			}
		}
	}
	var wg sync.WaitGroup
	for range min(2, runtime.GOMAXPROCS(0)) - 1 {
		wg.Go(work)
	}
	if log != nil {
		standing.Store(log())
	}
	work()
	wg.Wait()
	return out
}

// scanFile reads one file into buf, which it returns for the next.
func (w *Workspace) scanFile(out *scanned, l *listing, f file, dirs *dirs, ctx minutes.Context, s *tasks.Standing, buf []byte) []byte {
	src, st, err := dirs.read(f, maxMeeting, buf)
	if err != nil {
		out.err = err
		return buf
	}
	out.stamp = st
	if s == nil {
		out.tasks, out.err = minutes.ReadTasks(f.name, src, ctx)
		for i := range out.tasks {
			if id := out.tasks[i].ID; id != "" && out.head == "" {
				out.setHead(string(id))
			}
		}
		return src
	}
	out.tasks, out.err = minutes.ReadOpenTasks(f.name, src, ctx, func(id []byte, checked bool) bool {
		if out.head == "" {
			out.setHead(string(id))
		}
		return s.Closed(id, checked)
	})
	settle(s, out)
	return src
}

// setHead notes what all ids of the file begin with.
func (s *scanned) setHead(id string) {
	s.head = id[:strings.LastIndexByte(id, '-')+1]
	s.day = string(dayIn([]byte(id)))
}

// dirs are the folders of a listing, opened once for all their files.
type dirs struct {
	w   *Workspace
	l   *listing
	fds []int // -1 where a folder needs care, or no file of it is wanted
}

func openDirs(w *Workspace, l *listing, want func(i int) bool) *dirs {
	d := &dirs{w: w, l: l, fds: make([]int, len(l.dirs))}
	for i := range d.fds {
		d.fds[i] = -1
	}
	tried := make([]bool, len(l.dirs))
	for i, f := range l.files {
		if tried[f.dir] || want != nil && !want(i) {
			continue
		}
		tried[f.dir] = true
		if fd, ok := w.openFolderAt(l.dirs[f.dir]); ok {
			d.fds[f.dir] = fd
		}
	}
	return d
}

func (d *dirs) close() {
	for _, fd := range d.fds {
		closeDir(fd)
	}
}

// read reads a file into buf, if that is large enough.
func (d *dirs) read(f file, limit int64, buf []byte) ([]byte, stamp, error) {
	if src, st, ok := readPlain(d.fds[f.dir], f.name, limit, buf); ok {
		return src, st, nil
	}
	return d.carefully(f, limit, buf)
}

func (d *dirs) carefully(f file, limit int64, buf []byte) ([]byte, stamp, error) {
	src, info, err := readInto(d.w.dir, d.l.path(f), limit, buf)
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
