package archive

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"telko/tasks"
)

// OpenTasks returns the tasks that are open or waiting, in the order of
// Register, without History; of the problems only those with lines and files
// that could not be read. A nick leaves out those that are for other persons
// only ("" for none); those of groups and of everyone stay in.
//
// It answers from an index in .telko if every file is as it was when that was
// written. Otherwise it reads what changed, all if in doubt, and writes the
// index anew; where it cannot, it answers all the same.
func (w *Workspace) OpenTasks(nick string) (*Register, error) {
	old := w.readIndex()
	if old != nil {
		defer old.close()
		if w.fresh(old) {
			if r := old.register(nick); r != nil {
				return r, nil
			}
			old = nil
		}
	}
	x, err := w.reindex(old)
	if err != nil {
		return nil, err
	}
	if nick != "" {
		x.tasks = slices.DeleteFunc(x.tasks, func(t indexed) bool { return !concerns(t.task, nick) })
	}
	return answer(x), nil
}

// Offer returns the tasks of OpenTasks for a shell to complete. A shell waits
// for it at every key, so it looks at logs and folders, but at no single file:
// what an editor wrote into a file without replacing it may not be seen yet.
// The command that is then run looks at everything.
func (w *Workspace) Offer(nick string) ([]tasks.Task, error) {
	if old := w.readIndex(); old != nil {
		defer old.close()
		if w.freshBut(old.head, nil) {
			if r := old.register(nick); r != nil {
				return r.Tasks, nil
			}
		}
	}
	r, err := w.OpenTasks(nick)
	if err != nil {
		return nil, err
	}
	return r.Tasks, nil
}

func answer(x *index) *Register {
	r := &Register{Problems: x.problems, Tasks: make([]tasks.Task, len(x.tasks))}
	for i := range x.tasks {
		r.Tasks[i] = *x.tasks[i].task
	}
	return r
}

func concerns(t *tasks.Task, nick string) bool {
	return slices.ContainsFunc(t.Assignees, func(a tasks.Assignee) bool { return a.Nick == nick || notPerson(a) })
}

// fresh reports whether nothing has changed since old was written.
func (w *Workspace) fresh(old *oldIndex) bool {
	return old.readFiles() && w.freshBut(old.head, old.head.files)
}

// freshBut reports whether logs and folders are as they were when x was
// written, and of the files those given. A new file, one that is gone and one
// that was replaced change their folder's stamp.
func (w *Workspace) freshBut(x *index, files []fileEntry) bool {
	return w.freshLogs(logNames, &x.logs) && w.freshFiles(x, files)
}

func (w *Workspace) freshLogs(names [2]string, logs *[2]logEntry) bool {
	for i, name := range names {
		if st, _ := statAt(w.fd, name); logs[i].racy || st != logs[i].stamp {
			return false
		}
	}
	return true
}

func (w *Workspace) freshFiles(x *index, files []fileEntry) bool {
	// Files are by folder, for a meeting's name begins with its year.
	looks := len(files)
	parts := make([][]fileEntry, len(x.dirs))
	for i := range x.dirs {
		n := 0
		for n < len(files) && files[n].dir == i {
			n++
		}
		parts[i], files = files[:n], files[n:]
	}
	if len(files) > 0 {
		return false
	}
	// The system looks at two files at a time as quickly as at one.
	var stale atomic.Bool
	var next atomic.Int32
	look := func() {
		for !stale.Load() {
			i := int(next.Add(1)) - 1
			if i >= len(parts) {
				return
			}
			if !w.freshDir(&x.dirs[i], parts[i]) {
				stale.Store(true)
			}
		}
	}
	var wg sync.WaitGroup
	if looks > 100 && runtime.GOMAXPROCS(0) > 1 {
		wg.Go(look)
	}
	look()
	wg.Wait()
	return !stale.Load()
}

func (w *Workspace) freshDir(d *dirEntry, files []fileEntry) bool {
	if len(files) == 0 {
		st, ok := statAt(w.fd, d.path)
		return ok && !d.racy && st == d.stamp
	}
	fd, ok := openDir(w.root + "/" + d.path)
	if !ok {
		return false
	}
	defer closeDir(fd)
	if st, ok := statOf(fd); !ok || d.racy || st != d.stamp {
		return false
	}
	for i := range files {
		f := &files[i]
		if st, ok := statAt(fd, f.name); !ok || f.racy || st != f.stamp {
			return false
		}
	}
	return true
}

// logNames are the logs that tasks come from, in the order of index.logs.
var logNames = [...]string{taskLog, privateLog}
