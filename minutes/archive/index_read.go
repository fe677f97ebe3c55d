package archive

import (
	"encoding/binary"
	"io"
	"path"
	"slices"

	"telko/tasks"
)

// oldIndex is an index on disk of which only the head has been read. The rest
// is read from the same open file, which nobody writes to any more: a newer
// index replaces it as a whole.
type oldIndex struct {
	head  *index // files, problems and tasks once they were asked for
	src   io.ReaderAt
	close func()
	begin []byte // of the file, read at once
	n     int    // of tasks
	parts []part
}

// firstRead is enough for the head of most archives, and all of small ones.
const firstRead = 4 << 10

// readIndex returns nil if there is no index, or none of this program for these
// settings, or a damaged one.
func (w *Workspace) readIndex() *oldIndex {
	dir, ok := openDirAt(w.fd, cacheDir)
	if !ok {
		return nil
	}
	defer closeDir(dir)
	f, st, ok := openPlain(dir, path.Base(indexFile), maxLog)
	if !ok {
		return nil
	}
	o := openIndex(f, int(st.size))
	if o == nil || o.head.basis != w.basis {
		f.close()
		return nil
	}
	o.close = f.close
	return o
}

// openIndex reads the head of an index of size bytes, nil if it is damaged.
func openIndex(src io.ReaderAt, size int) *oldIndex {
	o := &oldIndex{src: src}
	o.begin = readAt(src, 0, min(size, firstRead))
	if len(o.begin) < headStart || string(o.begin[:len(indexMagic)]) != indexMagic {
		return nil
	}
	end := headStart + int(binary.LittleEndian.Uint32(o.begin[len(indexMagic):]))
	if end > size {
		return nil
	}
	if end > len(o.begin) {
		o.begin = readAt(src, 0, end)
	}
	if len(o.begin) < end {
		return nil
	}
	head := view(o.begin[headStart:end])
	if checksum(head) != binary.LittleEndian.Uint64(o.begin[len(indexMagic)+4:]) {
		return nil
	}
	ok := false
	if o.head, o.n, o.parts, ok = readHead(head, end, size); !ok {
		return nil
	}
	return o
}

// readAt returns n bytes of src, nil if it has fewer.
func readAt(src io.ReaderAt, at, n int) []byte {
	b := make([]byte, n)
	if k, _ := src.ReadAt(b, int64(at)); k < n {
		return nil
	}
	return b
}

// part reads a part. Elements are of at least size bytes.
func (o *oldIndex) part(p *part, size int) *reader {
	var data []byte
	if p.at+p.size <= len(o.begin) {
		data = o.begin[p.at : p.at+p.size]
	} else {
		data = readAt(o.src, p.at, p.size)
	}
	r := &reader{rest: view(data)}
	r.bad = len(data) != p.size || p.count > p.size/size || checksum(r.rest) != p.sum
	return r
}

// readFiles decodes the files, and reports whether they are whole.
func (o *oldIndex) readFiles() bool {
	p := &o.parts[filePart]
	if o.head.files != nil || p.count == 0 {
		return true
	}
	r := o.part(p, stampSize)
	if r.bad {
		return false
	}
	files := make([]fileEntry, p.count)
	for i := range files {
		f := fileEntry{dir: r.int(), name: r.text(), day: r.text(), racy: r.bool(), stamp: r.stamp()}
		if files[i] = f; f.dir >= len(o.head.dirs) {
			return false
		}
	}
	if r.bad || r.rest != "" {
		return false
	}
	o.head.files = files
	return true
}

// problems returns the problems, and whether they are whole.
func (o *oldIndex) problems() ([]Problem, bool) {
	p := &o.parts[problemPart]
	if p.count == 0 {
		return nil, p.size == 0
	}
	r := o.part(p, 7)
	if r.bad {
		return nil, false
	}
	ps := make([]Problem, p.count)
	for i := range ps {
		ps[i] = r.problem()
	}
	return ps, !r.bad && r.rest == ""
}

// readRest decodes all that the head does not have, and reports whether it is
// whole.
func (o *oldIndex) readRest() (ok bool) {
	if !o.readFiles() {
		return false
	}
	if o.head.problems, ok = o.problems(); !ok {
		return false
	}
	var all []tasks.Task
	return o.every(func(n int) []tasks.Task {
		all, o.head.tasks = make([]tasks.Task, n), make([]indexed, n)
		return all
	}, func(i, file int) bool {
		o.head.tasks[i] = indexed{&all[i], file}
		return file < len(o.head.files)
	})
}

// register decodes what OpenTasks returns, nil if it is damaged. The tasks go
// straight into the answer.
func (o *oldIndex) register(nick string) *Register {
	r, ok := &Register{}, false
	if r.Problems, ok = o.problems(); !ok {
		return nil
	}
	if nick != "" {
		r.Tasks, ok = o.concerning(nick)
	} else {
		ok = o.every(func(n int) []tasks.Task {
			r.Tasks = make([]tasks.Task, n)
			return r.Tasks
		}, func(int, int) bool { return true })
	}
	if !ok {
		return nil
	}
	return r
}

// every reads all n tasks into room(n), and reports whether they are whole. Take
// is told the number and the file of each.
func (o *oldIndex) every(room func(n int) []tasks.Task, take func(i, file int) bool) bool {
	total := 0
	for _, p := range o.parts[loosePart:] {
		total += p.count
	}
	if o.n > total {
		return false
	}
	all := room(o.n)
	seen, missing := make([]bool, o.n), o.n
	for i := loosePart; i < len(o.parts); i++ {
		p := &o.parts[i]
		r := o.part(p, minTask)
		for range p.count {
			n := r.int()
			if r.bad || n >= o.n {
				return false
			}
			if seen[n] { // it is for several persons
				r.task(&tasks.Task{})
				continue
			}
			file := r.task(&all[n])
			seen[n] = true
			missing--
			if r.bad || !take(n, file) {
				return false
			}
		}
		if r.bad || r.rest != "" {
			return false
		}
	}
	return missing == 0
}

// concerning returns the tasks that are not for other persons only, those of
// two parts, in their order; and whether they are whole.
func (o *oldIndex) concerning(nick string) ([]tasks.Task, bool) {
	shared := o.open(&o.parts[sharedPart])
	own := &source{reader: &reader{}}
	if i := slices.IndexFunc(o.parts[nickParts:], func(p part) bool { return p.nick == nick }); i >= 0 {
		own = o.open(&o.parts[nickParts+i])
	}
	if shared.bad || own.bad {
		return nil, false
	}
	out := make([]tasks.Task, 0, shared.left+own.left)
	for shared.left+own.left > 0 {
		from := own
		if own.left == 0 || shared.left > 0 && shared.next < own.next {
			from = shared
		}
		out = append(out, tasks.Task{})
		from.task(&out[len(out)-1])
		from.advance()
		if from.bad {
			return nil, false
		}
	}
	return out, shared.rest == "" && own.rest == ""
}

// source is a part whose tasks are taken one by one.
type source struct {
	*reader
	left int
	next int // number of the next, if any is left
}

func (o *oldIndex) open(p *part) *source {
	s := &source{reader: o.part(p, minTask), left: p.count + 1}
	s.advance()
	return s
}

func (s *source) advance() {
	if s.left--; s.left > 0 {
		s.next = s.int()
	}
}
