package minutes

import (
	"bytes"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"

	fastutf8 "github.com/segmentio/asm/utf8"

	"telko/minutes/lang"
	"telko/tasks/when"
)

// FrontMatter is the key: value lines on top of a file.
type FrontMatter struct {
	At   Span    // from the first "---" to the end of the second's line, line break included; empty if there is none
	Keys []Entry // in order, unknown ones too
}

// Entry is one line of the front matter.
type Entry struct {
	Key   string // as written
	Value string // without white space at either end
	Line  int    // in the file, from 1
	At    Span   // the line, without its line break
	Val   Span   // the value
}

// Get returns the value of key, the first if there are several.
func (fm FrontMatter) Get(key string) (value string, ok bool) {
	if e := fm.entry(key); e != nil {
		return e.Value, true
	}
	return "", false
}

func (fm FrontMatter) entry(key string) *Entry {
	for i := range fm.Keys {
		if k := fm.Keys[i].Key; mayFold(k, key) && strings.EqualFold(k, key) {
			return &fm.Keys[i]
		}
	}
	return nil
}

// mayFold reports whether two keys could be the same whatever their case. Their
// first letters mostly say that they are not.
func mayFold(a, b string) bool {
	return a == "" || b == "" || (a[0]|b[0]) >= utf8.RuneSelf || a[0]|0x20 == b[0]|0x20
}

const bom = "\ufeff"

// textError returns why src is no text, nil if it is.
func textError(src []byte) *LineError {
	if isText(src) {
		return nil
	}
	at := 0
	for src[at] != 0 {
		r, n := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	line := 1 + bytes.Count(src[:at], []byte("\n"))
	return &LineError{Line: line, Err: lang.E(lang.ReadNotText).Hint(lang.ReadNotTextHint)}
}

// isText reports whether b is UTF-8 without NUL. The library's check looks at 32
// bytes at a time where the processor can: package utf8 takes every byte behind
// the first letter that is not ASCII by itself, which was a tenth of what
// reading all minutes takes.
func isText(b []byte) bool {
	if bytes.IndexByte(b, 0) >= 0 {
		return false
	}
	return fastutf8.Valid(b)
}

// isFence reports whether line, without its line break, opens or closes the
// front matter.
func isFence(line []byte) bool {
	return bytes.HasPrefix(line, []byte("---")) && len(bytes.TrimRight(line[3:], " \t\r")) == 0
}

// readFront splits src into front matter and body: where the body begins, and
// the number of its first line. A byte order mark belongs to neither. The keys
// are put into the room of keys, if there is enough; with such room they are
// parts of src, and hold only as long as its bytes stay.
func readFront(src []byte, keys []Entry) (fm FrontMatter, body, line int, problems []Problem, err *LineError) {
	start := 0
	if bytes.HasPrefix(src, []byte(bom)) {
		start = len(bom)
	}
	first, next := lineAt(src, start)
	if !isFence(first.Of(src)) {
		return fm, start, 1, nil, nil
	}
	fm.Keys = keys[:0]
	textOf := view
	if fm.Keys == nil {
		fm.Keys = make([]Entry, 0, 12)
		textOf = func(b []byte) string { return string(b) }
	}
	for n := 2; next < len(src); n++ {
		var at Span
		at, next = lineAt(src, next)
		text := at.Of(src)
		if isFence(text) {
			fm.At = Span{start, next}
			return fm, next, n + 1, problems, nil
		}
		trimmed := bytes.TrimSpace(text)
		if heading, _ := readATX(text); heading > 0 && len(trimmed) > 1 {
			err = &LineError{Line: n, Err: lang.E(lang.ReadFrontOpen).Hint(lang.ReadFrontOpenHint)}
			return fm, 0, 0, nil, err
		}
		if len(trimmed) == 0 {
			continue
		}
		e, ok := readEntry(textOf(text), at.Start)
		if !ok {
			problems = append(problems, Problem{n, UnreadLine, lang.E(lang.ReadFrontLine)})
			continue
		}
		e.Line, e.At = n, at
		if old := fm.entry(e.Key); old != nil {
			problems = append(problems, Problem{n, DuplicateKey, lang.E(lang.ReadDuplicateKey, e.Key, old.Line)})
		}
		fm.Keys = append(fm.Keys, e)
	}
	err = &LineError{Line: 1, Err: lang.E(lang.ReadFrontOpen).Hint(lang.ReadFrontOpenHint)}
	return fm, 0, 0, nil, err
}

// readEntry reads "key: value", which stands at offset of the file. All behind
// the first colon is the value, so that 22:20, no and # mean what they say.
func readEntry(text string, offset int) (Entry, bool) {
	colon := strings.IndexByte(text, ':')
	if colon < 0 {
		return Entry{}, false
	}
	name := strings.TrimSpace(text[:colon])
	if name == "" || strings.IndexByte(name, ' ') >= 0 || strings.IndexByte(name, '\t') >= 0 {
		return Entry{}, false
	}
	right := trimRight(text, colon+1, len(text))
	left := trimLeft(text, colon+1, right)
	return Entry{
		Key:   name,
		Value: text[left:right],
		Val:   Span{offset + left, offset + right},
	}, true
}

func isBlankByte(c byte) bool { return c == ' ' || c == '\t' || c == '\r' }

// lineAt returns the line that begins at start, without its line break, and
// where the next one begins.
func lineAt(src []byte, start int) (at Span, next int) {
	i := bytes.IndexByte(src[start:], '\n')
	if i < 0 {
		return Span{start, len(src)}, len(src)
	}
	end := start + i
	if end > start && src[end-1] == '\r' {
		return Span{start, end - 1}, end + 1
	}
	return Span{start, end}, end + 1
}

// identity returns the base name that is a meeting's identity, and whether the
// file is one that is not public.
func identity(name string) (id string, private bool) {
	base := path.Base(strings.ReplaceAll(name, "\\", "/"))
	base = strings.TrimSuffix(base, ".md")
	id = strings.TrimSuffix(base, ".private")
	return id, id != base
}

// readHead fills m from the front matter, the name of the file and ctx. What
// the file says wins.
func readHead(m *Meeting, name string, fm FrontMatter, ctx Context) *LineError {
	m.ID, m.Private = identity(name)
	m.Series, _ = fm.Get("series")
	m.Place, _ = fm.Get("place")
	m.Keeper, _ = fm.Get("keeper")
	m.Imported, _ = fm.Get("imported")
	if err := readDays(m, fm, ctx); err != nil {
		return err
	}
	if err := readTimes(m, fm); err != nil {
		return err
	}
	m.Status = StatusDraft
	if e := fm.entry("status"); e != nil {
		m.Status = Status(strings.ToLower(e.Value))
		switch m.Status {
		case StatusAgenda, StatusLive, StatusDraft, StatusFinal, StatusApproved:
		default:
			return &LineError{Line: e.Line, Err: lang.E(lang.ReadBadStatus, e.Value).Hint(lang.ReadBadStatusHint)}
		}
	}
	m.TimeZone = ctx.TimeZone
	if v, ok := fm.Get("timezone"); ok && v != "" {
		m.TimeZone = v
	}
	if v, ok := fm.Get("page"); ok && v != "" {
		m.Page = v
	} else if ctx.Page != nil {
		m.Page = ctx.Page(m.Series, m.Date)
	}
	return nil
}

// readDays reads what counts days: date, id-day, due-days. A file without a
// date has that of its name.
func readDays(m *Meeting, fm FrontMatter, ctx Context) *LineError {
	read := func(name string, into *when.Date) *LineError {
		e := fm.entry(name)
		if e == nil {
			return nil
		}
		d, err := when.ParseISO(e.Value)
		if err != nil {
			return &LineError{Line: e.Line, Err: lang.E(lang.ReadBadDate, name, e.Value).Hint(lang.ReadBadDateHint)}
		}
		*into = d
		return nil
	}
	if len(m.ID) >= 10 {
		m.Date, _ = when.ParseISO(m.ID[:10])
	}
	if err := read("date", &m.Date); err != nil {
		return err
	}
	if m.Date.IsZero() {
		return &LineError{Line: 1, Err: lang.E(lang.ReadNoDate).Hint(lang.ReadNoDateHint)}
	}
	m.IDDay = m.Date
	if err := read("id-day", &m.IDDay); err != nil {
		return err
	}
	m.DueDays = ctx.DueDays
	if m.DueDays == 0 {
		m.DueDays = DefaultDueDays
	}
	if e := fm.entry("due-days"); e != nil {
		n, err := strconv.Atoi(e.Value)
		if err != nil || n < 0 || n > 3650 {
			return &LineError{Line: e.Line, Err: lang.E(lang.ReadBadDays, e.Value).Hint(lang.ReadBadDaysHint)}
		}
		m.DueDays = n
	}
	return nil
}

// readTimes reads start and end. An empty value is "not known".
func readTimes(m *Meeting, fm FrontMatter) *LineError {
	read := func(name string) (when.Moment, *LineError) {
		e := fm.entry(name)
		if e == nil || e.Value == "" {
			return when.Moment{}, nil
		}
		at, ok := readMoment(e.Value, m.Date)
		if !ok {
			return when.Moment{}, &LineError{Line: e.Line, Err: lang.E(lang.ReadBadTime, name, e.Value).Hint(lang.ReadBadTimeHint)}
		}
		return at, nil
	}
	start, err := read("start")
	if err != nil {
		return err
	}
	end, err := read("end")
	if err != nil {
		return err
	}
	m.Start = start
	switch {
	case end.IsZero():
	case end.Date != m.Date:
		m.End = end
	case start.IsZero():
		m.End = when.Night(when.Moment{Date: m.Date}, end.Clock)
	default:
		m.End = when.Night(start, end.Clock)
	}
	return nil
}

// readMoment reads "22:20", of the meeting's day, or "2010-01-08 00:10", which
// names it because it is the day before or after.
func readMoment(s string, day when.Date) (m when.Moment, ok bool) {
	m.Date = day
	if before, clock, found := strings.Cut(s, " "); found {
		if d, err := when.ParseISO(before); err == nil {
			if n := d.Sub(day); n < -1 || n > 1 {
				return m, false
			}
			m.Date, s = d, strings.TrimSpace(clock)
		}
	}
	c, err := when.ReadClock(s)
	m.Clock = c
	return m, err == nil
}

// FormatStart returns the time at which a meeting of that day began as the front
// matter has it: with its day if it is another one.
func FormatStart(m when.Moment, day when.Date) string {
	if m.Clock.IsZero() || m.Date.IsZero() || m.Date == day {
		return m.Clock.String()
	}
	return m.Date.String() + " " + m.Clock.String()
}
