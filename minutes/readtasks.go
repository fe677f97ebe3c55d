package minutes

import (
	"bytes"
	"sync"

	"telko/tasks"
)

// outlines are kept for the next file, of which a register reads hundreds.
var outlines = sync.Pool{New: func() any { return new(outline) }}

// ReadTasks returns the same as Parse(name, src, ctx).Meeting.Tasks. It reads
// only what tasks depend on, and parses Markdown only where the line scanner
// is not sure of the structure.
func ReadTasks(name string, src []byte, ctx Context) ([]tasks.Task, error) {
	if err := textError(src); err != nil {
		err.File = name
		return nil, err
	}
	fm, body, line, _, err := readFront(src)
	if err != nil {
		err.File = name
		return nil, err
	}
	var m Meeting
	if err := readHead(&m, name, fm, ctx); err != nil {
		err.File = name
		return nil, err
	}
	o := outlines.Get().(*outline)
	defer outlines.Put(o)
	o.headings, o.tasks = o.headings[:0], o.tasks[:0]
	if !scan(src, body, line, o) {
		o = &readDocument(src, body, line).outline
	}
	if len(o.tasks) == 0 {
		return nil, nil
	}
	places := placesOf(src, o)
	l := lazyRoll{src: src, o: o, places: places, people: ctx.People}
	tr := &taskReader{people: ctx.People, local: l.find, date: m.Date, quiet: true}
	own := newOwner(&m, ctx)
	ts := make([]tasks.Task, 0, len(o.tasks))
	for i := range o.tasks {
		c := &o.tasks[i]
		parts := tr.read(string(c.content.Of(src)))
		if own.takes(parts.Task.ID, c.line) {
			ts = append(ts, readTask(&m, &parts, c.line, c.checked, topicTitle(places, c.heading)))
		}
	}
	if len(ts) == 0 {
		return nil, nil
	}
	return ts, nil
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
