package capture

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// journalVersion is raised when an older telko would read a journal wrongly. A
// new verb or argument is no reason: those are passed over.
const journalVersion = 1

// Lines that are no events of the telco: what the meeting's files held when the
// journal was begun. Their ids have the number 0.
const (
	baseVerb        = "base"
	privateBaseVerb = "base-private"
)

// tornMark stands in place of the sum of a line that was cut off before it was
// accepted, once a telko has found it.
const tornMark = "torn"

// journal is what the file of a journal says.
type journal struct {
	name    string // of the file
	version int    // 0 if the first line says none
	meeting string
	writer  string
	base    []byte // the meeting's file at the beginning; nil for none
	private []byte // its private file; nil for none
	events  []Event
	last    time.Time // the newest instant
	next    int       // the number of the next id
	torn    bool      // the last line was cut off, and is not marked yet
	cut     bool      // the last line has no line break
	end     int       // length without blank space at the end
	issues  []journalIssue
	data    []byte // all of it, of one from another machine
}

// journalIssue is a line of a journal that is damaged. It stays there.
type journalIssue struct {
	Journal string // name of the file
	Line    int    // from 1
	Text    string
	Kept    bool // it counts as far as it could be read
	Err     error
}

// digestOf marks a text: two texts with one digest are the same.
func digestOf(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}

func appendHeader(b []byte, meeting, writer string) []byte {
	start := len(b)
	b = fmt.Appendf(b, "telko journal %d %s %s", journalVersion, meeting, writer)
	return appendSum(b, start)
}

// readJournal reads a journal, whatever happened to it. Meeting and writer of
// a first line that cannot be read come from the file's name.
func readJournal(name string, data []byte) *journal {
	j := &journal{name: name, next: 1}
	j.meeting, j.writer = splitJournalName(name)
	r := journalReader{j: j, taken: map[EntryID]bool{}}
	j.end = len(bytes.TrimRight(data, "\r\n"))
	j.cut = len(data) > 0 && data[len(data)-1] != '\n'
	for line := range bytes.Lines(data) {
		r.line++
		line = bytes.TrimRight(line, "\r\n")
		if len(bytes.TrimSpace(line)) > 0 {
			r.read(line)
		}
	}
	if !j.cut {
		r.flushTorn()
	}
	r.claim()
	for _, p := range r.found {
		r.take(p)
	}
	if r.torn != nil {
		j.torn = true
		j.issues = append(j.issues, *r.torn)
	}
	return j
}

// journalReader collects lines first, so that a damaged one takes no id from a
// sound one.
type journalReader struct {
	j     *journal
	line  int
	found []foundLine
	torn  *journalIssue // the last line, if it has no sum
	taken map[EntryID]bool
}

type foundLine struct {
	journalLine
	line int
	text string
	err  error // why it is damaged
}

func (r *journalReader) read(line []byte) {
	r.flushTorn()
	if r.header(line) {
		return
	}
	l, ok, err := parseLine(line)
	switch {
	case err == nil:
		r.found = append(r.found, foundLine{l, r.line, string(line), nil})
	case bytes.HasSuffix(line, []byte(" |"+tornMark)):
		r.issue(string(line), false, errNoSum)
	case r.split(line):
	case err == errNoSum:
		r.torn = &journalIssue{r.j.name, r.line, string(line), false, err}
	default:
		r.damaged(l, ok, string(line), err)
	}
}

// flushTorn is called when something follows on a line without a sum: so it was
// not cut off, but damaged.
func (r *journalReader) flushTorn() {
	if r.torn == nil {
		return
	}
	t := *r.torn
	r.torn = nil
	l, ok, _ := parseLine([]byte(t.Text))
	line := r.line
	r.line = t.Line
	r.damaged(l, ok, t.Text, t.Err)
	r.line = line
}

func (r *journalReader) damaged(l journalLine, ok bool, text string, err error) {
	if !ok {
		r.issue(text, false, err)
		return
	}
	r.found = append(r.found, foundLine{l, r.line, text, err})
}

func (r *journalReader) issue(text string, kept bool, err error) {
	r.j.issues = append(r.j.issues, journalIssue{r.j.name, r.line, text, kept, err})
}

// header reads the line that says what this is.
func (r *journalReader) header(line []byte) bool {
	text, sum, ok := strings.Cut(string(line), " |")
	f := strings.Fields(text)
	if !ok || sum != lineSum([]byte(text)) || len(f) != 5 || f[0] != "telko" || f[1] != "journal" {
		return false
	}
	v, err := strconv.Atoi(f[2])
	if err != nil {
		return false
	}
	r.j.version, r.j.meeting, r.j.writer = max(v, r.j.version), f[3], f[4]
	return true
}

// split looks for sound lines in one whose line break was damaged.
func (r *journalReader) split(line []byte) bool {
	for at := 0; ; {
		i := bytes.Index(line[at:], []byte(" |"))
		if i < 0 || at+i+6 >= len(line) {
			return false
		}
		at += i + 6
		if l, ok, err := parseLine(line[:at]); ok && err == nil {
			r.found = append(r.found, foundLine{l, r.line, string(line[:at]), nil})
			rest := line[at:]
			for skip := range min(len(rest), 4) { // what was the line break
				if l, ok, err := parseLine(rest[skip:]); ok && err == nil {
					r.found = append(r.found, foundLine{l, r.line, string(rest[skip:]), nil})
					return true
				}
			}
			if !r.split(rest) {
				l, ok, err := parseLine(rest)
				r.damaged(l, ok, string(rest), err)
			}
			return true
		}
	}
}

// claim gives sound lines their ids. A line that is there twice counts once.
func (r *journalReader) claim() {
	first := map[EntryID]string{}
	kept := r.found[:0]
	for _, f := range r.found {
		r.number(f.ID)
		if f.err == nil && f.Verb != baseVerb && f.Verb != privateBaseVerb {
			switch text, there := first[f.ID]; {
			case !there:
				first[f.ID] = f.text
				r.taken[f.ID] = true
			case text == f.text:
				continue
			default:
				f.err = errTwice
			}
		}
		kept = append(kept, f)
	}
	r.found = kept
}

// number keeps the next id above id.
func (r *journalReader) number(id EntryID) {
	if w, n := id.split(); w == r.j.writer && n >= r.j.next && n < 1<<40 {
		r.j.next = n + 1
	}
}

// mend replaces what a damaged line has that no text can.
func (l *journalLine) mend() {
	valid := func(s *string) {
		*s = strings.Map(func(r rune) rune {
			if r != '\n' && r != '\t' && r != '\r' && breaksLine(r) {
				return '\ufffd'
			}
			return r
		}, strings.ToValidUTF8(*s, "\ufffd"))
	}
	valid(&l.By)
	valid(&l.Text)
	for i := range l.Args {
		valid(&l.Args[i].Value)
	}
}

// take makes a line an event.
func (r *journalReader) take(f foundLine) {
	r.line = f.line
	if f.err != nil { // a file must stay text, or it could never be written
		f.mend()
	}
	e, err := f.event()
	if f.err == nil {
		f.err = err
	}
	switch {
	case err != nil:
		r.issue(f.text, false, f.err)
		return
	case f.err != nil && r.taken[e.ID]:
		e.ID = EntryID(r.j.writer + "-" + strconv.Itoa(r.j.next))
		r.j.next++
		fallthrough
	case f.err != nil:
		r.taken[e.ID] = true
		r.issue(f.text, true, f.err)
	}
	if e.At.After(r.j.last) {
		r.j.last = e.At
	}
	switch f.Verb {
	case baseVerb:
		r.j.base = []byte(f.Text)
	case privateBaseVerb:
		r.j.private = []byte(f.Text)
	default:
		r.j.events = append(r.j.events, e)
	}
}

// split takes an id apart; n is 0 if it is none.
func (id EntryID) split() (writer string, n int) {
	writer, num, _ := strings.Cut(string(id), "-")
	n, err := strconv.Atoi(num)
	if err != nil || n < 0 {
		return writer, 0
	}
	return writer, n
}

// journalEnd is what the names of journals end in.
const journalEnd = ".journal"

func journalName(meeting, writer string) string { return meeting + "." + writer + journalEnd }

// splitJournalName takes the name of a journal apart, "" and "" if it is none.
func splitJournalName(name string) (meeting, writer string) {
	name = name[strings.LastIndexByte(name, '/')+1:]
	rest, ok := strings.CutSuffix(name, journalEnd)
	i := strings.LastIndexByte(rest, '.')
	if !ok || i < 0 {
		return "", ""
	}
	return rest[:i], rest[i+1:]
}
