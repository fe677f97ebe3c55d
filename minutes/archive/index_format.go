package archive

import (
	"encoding/binary"
	"errors"
	"time"
	"unsafe"

	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// indexFile holds the open and waiting tasks, and the stamps of every file
// they were read from. The layout, all numbers unsigned varints unless said,
// texts with their length before them:
//
//	magic, then the checksum of all that follows (8 bytes)
//	basis (8 bytes), odd (1 byte)
//	twice, for tasks.log and private.log: stamp, racy, size, checksum (8 bytes)
//	number of folders; each: path, stamp, racy
//	number of files; each: folder, name, day of its ids, racy, stamp
//	number of problems; each: path, line, kind, four texts
//	number of tasks; each: length, then a task (see indexed.append)
//
// A stamp is four numbers of 8 bytes, little-endian, so that it is compared
// without being decoded.
const (
	indexFile  = cacheDir + "/tasks.index"
	indexMagic = "telko tasks 1\n"
)

// index is the decoded form.
type index struct {
	basis    uint64
	odd      bool // some id is not of the day of its file, or stands twice: days are not independent
	logs     [2]logEntry
	dirs     []dirEntry
	files    []fileEntry
	problems []Problem
	tasks    []indexed
}

type logEntry struct {
	stamp stamp
	racy  bool
	size  int
	sum   uint64 // of the first size bytes
}

type dirEntry struct {
	path  string
	stamp stamp
	racy  bool
}

type fileEntry struct {
	dir   int
	name  string
	day   string // in the ids of its tasks, YYMMDD
	stamp stamp
	racy  bool
}

// path returns where file i is.
func (x *index) path(i int) string { return x.dirs[x.files[i].dir].path + "/" + x.files[i].name }

// indexed is a task and its file, -1 for none.
type indexed struct {
	task tasks.Task
	file int
}

var errIndex = errors.New("archive: damaged index")

func (x *index) encode() []byte {
	b := make([]byte, len(indexMagic)+8, 256+64*len(x.files)+192*len(x.tasks))
	copy(b, indexMagic)
	b = binary.LittleEndian.AppendUint64(b, x.basis)
	b = appendBool(b, x.odd)
	for _, l := range x.logs {
		b = appendBool(appendStamp(b, l.stamp), l.racy)
		b = binary.LittleEndian.AppendUint64(appendInt(b, l.size), l.sum)
	}
	b = appendInt(b, len(x.dirs))
	for _, d := range x.dirs {
		b = appendBool(appendStamp(appendText(b, d.path), d.stamp), d.racy)
	}
	b = appendInt(b, len(x.files))
	for _, f := range x.files {
		b = appendText(appendText(appendInt(b, f.dir), f.name), f.day)
		b = appendStamp(appendBool(b, f.racy), f.stamp)
	}
	b = appendInt(b, len(x.problems))
	for _, p := range x.problems {
		b = appendProblem(b, p)
	}
	b = appendInt(b, len(x.tasks))
	var one []byte
	for i := range x.tasks {
		one = x.tasks[i].append(one[:0])
		b = append(appendInt(b, len(one)), one...)
	}
	binary.LittleEndian.PutUint64(b[len(indexMagic):], indexSum(b))
	return b
}

func indexSum(b []byte) uint64 { return checksum(view(b[len(indexMagic)+8:])) }

// view returns b as a text, without a copy. Nobody may write to b any more.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// openIndex checks magic and sum, and returns a reader behind them.
func openIndex(b []byte) (*reader, error) {
	if len(b) < len(indexMagic)+8 || string(b[:len(indexMagic)]) != indexMagic ||
		binary.LittleEndian.Uint64(b[len(indexMagic):]) != indexSum(b) {
		return nil, errIndex
	}
	return &reader{rest: view(b[len(indexMagic)+8:])}, nil
}

// reader decodes. Whatever it is given, it does not panic, and sets bad.
type reader struct {
	rest string
	bad  bool
}

func (r *reader) take(n int) string {
	if n < 0 || n > len(r.rest) {
		r.bad, r.rest = true, ""
		return ""
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

func (r *reader) int() int {
	var v uint64
	for shift := 0; shift < 63; shift += 7 {
		c := r.byte()
		v |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return int(v)
		}
	}
	r.bad = true
	return 0
}

// count reads how many elements of at least size bytes follow.
func (r *reader) count(size int) int {
	n := r.int()
	if n > len(r.rest)/size {
		r.bad = true
		return 0
	}
	return n
}

func (r *reader) byte() byte {
	s := r.take(1)
	if s == "" {
		return 0
	}
	return s[0]
}

func (r *reader) bool() bool   { return r.byte() != 0 }
func (r *reader) text() string { return r.take(r.int()) }

func (r *reader) uint64() uint64 {
	if s := r.take(8); s != "" {
		return binary.LittleEndian.Uint64([]byte(s))
	}
	return 0
}

func (r *reader) stamp() stamp {
	s := r.take(stampSize)
	if s == "" {
		return stamp{}
	}
	n := func(i int) uint64 { return binary.LittleEndian.Uint64([]byte(s[8*i : 8*i+8])) }
	return stamp{mtime: int64(n(0)), ctime: int64(n(1)), size: int64(n(2)), inode: n(3)}
}

const stampSize = 32

// head reads all that stands before the problems.
func (r *reader) head() *index {
	x := &index{basis: r.uint64(), odd: r.bool()}
	for i := range x.logs {
		x.logs[i] = logEntry{stamp: r.stamp(), racy: r.bool(), size: r.int(), sum: r.uint64()}
	}
	x.dirs = make([]dirEntry, r.count(stampSize))
	for i := range x.dirs {
		x.dirs[i] = dirEntry{path: r.text(), stamp: r.stamp(), racy: r.bool()}
	}
	x.files = make([]fileEntry, r.count(stampSize))
	for i := range x.files {
		x.files[i] = fileEntry{dir: r.int(), name: r.text(), day: r.text(), racy: r.bool(), stamp: r.stamp()}
		if x.files[i].dir >= len(x.dirs) {
			r.bad = true
			return x
		}
	}
	return x
}

// body reads problems and tasks into x; a nick leaves out the tasks that are
// for other persons only.
func (r *reader) body(x *index, nick string) {
	n := 0
	x.problems, n = r.problems()
	if nick == "" {
		x.tasks = make([]indexed, 0, n)
	}
	r.tasks(x, nick, n, func(t indexed) { x.tasks = append(x.tasks, t) })
}

// problems reads the problems, and how many tasks follow.
func (r *reader) problems() ([]Problem, int) {
	ps := make([]Problem, r.count(7))
	for i := range ps {
		ps[i] = r.problem()
	}
	return ps, r.count(8)
}

// tasks reads n tasks, to the end of the index.
func (r *reader) tasks(x *index, nick string, n int, take func(indexed)) {
	for range n {
		one := reader{rest: r.take(r.int())}
		if nick != "" && !(&reader{rest: one.rest}).concerns(nick) {
			continue
		}
		t := one.task(x)
		r.bad = r.bad || one.bad
		take(t)
	}
	if r.rest != "" {
		r.bad = true
	}
}

// append writes a task; the assignees come first, so that a reader who looks
// for one person passes over the others' quickly.
func (t *indexed) append(b []byte) []byte {
	k := &t.task
	b = appendInt(b, len(k.Assignees))
	for _, a := range k.Assignees {
		kind := byte(a.Kind) << 1
		if a.Tentative {
			kind |= 1
		}
		b = appendText(append(b, kind), a.Nick)
	}
	b = appendText(appendText(b, string(k.ID)), k.Text)
	b = appendDate(appendText(b, string(k.State)), k.Due)
	b = appendDate(appendInt(b, t.file+1), k.MeetingDate)
	b = appendText(appendText(b, k.Series), k.Topic)
	b = appendInt(appendInt(b, k.Line), k.Extended)
	return appendBool(appendBool(b, k.Orphan), k.Private)
}

func (r *reader) task(x *index) indexed {
	var t indexed
	k := &t.task
	if n := r.count(2); n > 0 {
		k.Assignees = make([]tasks.Assignee, n)
	}
	for i := range k.Assignees {
		kind := r.byte()
		k.Assignees[i] = tasks.Assignee{Kind: tasks.AssigneeKind(kind >> 1), Tentative: kind&1 != 0, Nick: r.text()}
	}
	k.ID, k.Text = tasks.ID(r.text()), r.text()
	k.State, k.Due = tasks.State(r.text()), r.date()
	t.file, k.MeetingDate = r.int()-1, r.date()
	k.Series, k.Topic = r.text(), r.text()
	k.Line, k.Extended = r.int(), r.int()
	k.Orphan, k.Private = r.bool(), r.bool()
	if t.file >= len(x.files) {
		r.bad = true
	} else if t.file >= 0 {
		k.Meeting = meetingOf(x.files[t.file].name)
	}
	return t
}

// concerns reports whether the task is not for other persons only.
func (r *reader) concerns(nick string) bool {
	for range r.int() {
		kind := r.byte()
		if r.text() == nick || tasks.AssigneeKind(kind>>1) != tasks.Person {
			return true
		}
		if r.bad {
			return true
		}
	}
	return false
}

// The kinds of problems in an index.
const (
	problemText = iota // message and hint, in German and English
	problemLine        // a *tasks.EventError: code and word
)

func appendProblem(b []byte, p Problem) []byte {
	b = appendInt(appendText(b, p.Path), p.Line)
	var e *tasks.EventError
	if errors.As(p.Err, &e) {
		return appendText(appendText(appendText(appendText(append(b, problemLine), string(e.Code)), e.Word), ""), "")
	}
	b = append(b, problemText)
	for _, l := range []lang.Lang{lang.German, lang.English} {
		b = appendText(appendText(b, lang.Say(p.Err, l)), lang.HintOf(p.Err, l))
	}
	return b
}

func (r *reader) problem() Problem {
	p := Problem{Path: r.text(), Line: r.int()}
	kind, de, deHint, en, enHint := r.byte(), r.text(), r.text(), r.text(), r.text()
	if kind == problemLine {
		p.Err = &tasks.EventError{Code: tasks.Code(de), Word: deHint}
		return p
	}
	e := lang.E(lang.T(de, en))
	if enHint != "" {
		e.Hint(lang.T(deHint, enHint))
	}
	p.Err = e
	return p
}

func appendInt(b []byte, n int) []byte { return binary.AppendUvarint(b, uint64(max(n, 0))) }

func appendText(b []byte, s string) []byte { return append(appendInt(b, len(s)), s...) }

func appendBool(b []byte, v bool) []byte {
	if v {
		return append(b, 1)
	}
	return append(b, 0)
}

func appendStamp(b []byte, s stamp) []byte {
	for _, v := range []uint64{uint64(s.mtime), uint64(s.ctime), uint64(s.size), s.inode} {
		b = binary.LittleEndian.AppendUint64(b, v)
	}
	return b
}

func appendDate(b []byte, d when.Date) []byte {
	return appendInt(b, d.Year<<9|int(d.Month)<<5|d.Day)
}

func (r *reader) date() when.Date {
	v := r.int()
	return when.Date{Year: v >> 9, Month: time.Month(v >> 5 & 15), Day: v & 31}
}
