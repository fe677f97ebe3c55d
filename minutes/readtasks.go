package minutes

import (
	"bytes"
	"strings"
	"sync"
	"unsafe"

	"telko/tasks"
)

// scratch is what reading a file needs and leaves nothing of. It is kept for
// the next file, of which a register reads hundreds: fresh memory costs more
// than what is done with it.
type scratch struct {
	outline
	keys    []Entry
	places  []place
	meeting Meeting
}

var scratches = sync.Pool{New: func() any { return &scratch{keys: make([]Entry, 0, 16)} }}

// ReadTasks returns the same as Parse(name, src, ctx).Meeting.Tasks. It reads
// only what tasks depend on, and parses Markdown only where the line scanner
// is not sure of the structure.
func ReadTasks(name string, src []byte, ctx Context) ([]tasks.Task, error) {
	return readTasks(name, src, ctx, nil)
}

// ReadOpenTasks is ReadTasks for a register that wants what is open, and skips
// the rest of a line once it knows that it does not: closed is asked for every
// task with an id, which comes without '#' and is not to be kept. Of tasks
// without an id those are left out whose box is ticked.
func ReadOpenTasks(name string, src []byte, ctx Context, closed func(id []byte, checked bool) bool) ([]tasks.Task, error) {
	return readTasks(name, src, ctx, closed)
}

func readTasks(name string, src []byte, ctx Context, closed func(id []byte, checked bool) bool) ([]tasks.Task, error) {
	if err := textError(src); err != nil {
		err.File = name
		return nil, err
	}
	tmp := scratches.Get().(*scratch)
	defer scratches.Put(tmp)
	m := &tmp.meeting
	body, line, err := readTop(m, name, src, ctx, tmp.keys)
	if err != nil {
		_, _, err = readTop(m, name, src, ctx, nil) // what it says is to stay
		err.File = name
		return nil, err
	}
	o := &tmp.outline
	o.headings, o.tasks = o.headings[:0], o.tasks[:0]
	if !scan(src, body, line, o) {
		o = &readDocument(src, body, line).outline
	}
	own := newOwner(m, ctx)
	want := own.wanted(src, o.tasks, closed)
	if len(want) == 0 {
		return nil, nil
	}
	m.Series = strings.Clone(m.Series)
	places := placesTo(src, o, want[len(want)-1].heading, tmp.places)
	tmp.places = places
	l := lazyRoll{src: src, o: o, places: places, people: ctx.People}
	tr := &taskReader{people: ctx.People, local: l.find, date: m.Date, telco: ctx.telcosOf(m), quiet: true}
	ts := make([]tasks.Task, 0, len(want))
	for _, c := range want {
		parts := tr.read(string(c.content.Of(src)))
		ts = append(ts, readTask(m, &parts, c.line, c.checked, strings.Clone(topicTitle(places, c.heading))))
	}
	return ts, nil
}

// readTop fills m from what stands above the body. With room for the keys, the
// texts in it are parts of src.
func readTop(m *Meeting, name string, src []byte, ctx Context, keys []Entry) (body, line int, err *LineError) {
	*m = Meeting{}
	fm, body, line, _, err := readFront(src, keys)
	if err == nil {
		err = readHead(m, name, fm, ctx)
	}
	return body, line, err
}

// view returns b as a text, which is only to be looked at for as long as b stays
// as it is.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// wanted returns those of the checkbox lines that are tasks and not closed. It
// changes what lines holds.
func (own *owner) wanted(src []byte, lines []checkbox, closed func(id []byte, checked bool) bool) []checkbox {
	kept := lines[:0]
	quick := quickOwner{own: own}
	if d := own.m.IDDay; own.strict && d.Year >= 2000 && d.Year < 2100 {
		quick.head = d.Short() + "-"
		if own.prefix != "" {
			quick.head = own.prefix + "-" + quick.head
		}
	}
	for _, c := range lines {
		content := c.content.Of(src)
		var p TaskParts
		cutID(view(content), &p)
		id := p.Task.ID
		switch {
		case !quick.takes(id, c.line):
		case closed == nil:
			kept = append(kept, c)
		case id == "" && !c.checked, id != "" && !closed(content[p.ID.End-len(id):p.ID.End], c.checked):
			kept = append(kept, c)
		}
	}
	return kept
}

// quickOwner is an owner that takes ids with numbers of up to three digits,
// which are nearly all, without taking them apart and without a map.
type quickOwner struct {
	own  *owner
	head string // what this meeting's ids begin with, "" if that cannot be told
	seen [16]uint64
}

func (q *quickOwner) takes(id tasks.ID, line int) bool {
	number, ok := strings.CutPrefix(string(id), q.head)
	if q.head == "" || !ok || len(number) > 3 {
		return q.own.takes(id, line)
	}
	n := 0
	for i := range len(number) {
		c := number[i]
		if c < '0' || c > '9' {
			return q.own.takes(id, line)
		}
		n = 10*n + int(c-'0')
	}
	bit := uint64(1) << (n % 64)
	if q.seen[n/64]&bit != 0 {
		return false
	}
	q.seen[n/64] |= bit
	return true
}

// lazyRoll reads the attendance only when a bracket holds a word that the
// roster does not know and that stands there.
type lazyRoll struct {
	src    []byte
	o      *outline
	places []place
	people *People
	found  func(string) (string, bool)
}

func (l *lazyRoll) find(word string) (string, bool) {
	if l.found == nil {
		if !l.mayKnow(word) {
			return "", false
		}
		r := roll{people: l.people}
		for i := range l.places {
			if isRoll(l.places[i].kind) {
				h := &l.o.headings[i]
				r.readRoll(l.body(i), h.line+1, &l.places[i])
			}
		}
		l.found = r.finder()
	}
	return l.found(word)
}

// body returns what stands below heading i, up to the next.
func (l *lazyRoll) body(i int) []byte {
	end := len(l.src)
	if i+1 < len(l.o.headings) {
		end = l.o.headings[i+1].at.Start
	}
	return l.src[l.o.headings[i].body:end]
}

// mayKnow reports whether an attendance section could hold word. In doubt it
// could: a word or a section whose letters do not compare byte by byte, or a
// name from the roster behind a nick.
func (l *lazyRoll) mayKnow(word string) bool {
	if _, ok := l.people.Find(word); ok {
		return true
	}
	for i := range l.places {
		if isRoll(l.places[i].kind) && mayHold(l.body(i), word) {
			return true
		}
	}
	return false
}

// mayHold reports whether text could hold word whatever its case.
func mayHold(text []byte, word string) bool {
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= 0x80 || !isLetter(c) && (c < '0' || c > '9') {
			return true
		}
	}
	if word == "" || bytes.Contains(text, []byte("\u212a")) || bytes.Contains(text, []byte("\u017f")) || bytes.IndexByte(text, '\\') >= 0 {
		return true // letters that fold to ASCII, or escapes
	}
	first := word[0] | 0x20
	for i := 0; i+len(word) <= len(text); i++ {
		if text[i]|0x20 == first && bytes.EqualFold(text[i:i+len(word)], []byte(word)) {
			return true
		}
	}
	return false
}
