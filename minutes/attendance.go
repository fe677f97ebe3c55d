package minutes

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"telko/minutes/lang"
	"telko/tasks/when"
)

// rollEntry is a line of an attendance section, with what the lines above it
// say of it.
type rollEntry struct {
	line   int
	text   string
	kind   SectionKind // SectionPresent or SectionAbsent
	guest  bool
	excuse Excuse
	note   string // "Protokoll", from "Protokoll: Jana"
}

// roll is who was there and who was not.
type roll struct {
	present  []Attendance
	absent   []Absence
	problems []Problem
	people   *People
}

// readRoll reads the body of an attendance section, line number line.
func (r *roll) readRoll(body []byte, line int, pl *place) {
	in := rollEntry{kind: pl.kind, guest: pl.guest, excuse: pl.excuse}
	lines := indexLines(body, 0, line)
	root := parseMarkdown(body)
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		r.node(&lines, n, in)
	}
}

// node takes a block of an attendance section. A list item that only says what
// follows ("Gäste:") says it of the list in it.
func (r *roll) node(rd *lineIndex, n ast.Node, in rollEntry) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		for i := range n.Lines().Len() {
			r.entry(rd, n, i, in)
		}
	case *ast.List:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if r.isTask(rd, c.FirstChild()) {
				continue
			}
			below := in
			for b := c.FirstChild(); b != nil; b = b.NextSibling() {
				switch b.(type) {
				case *ast.Paragraph, *ast.TextBlock:
					if b == c.FirstChild() {
						below = r.entry(rd, b, 0, in)
						for i := 1; i < b.Lines().Len(); i++ {
							r.entry(rd, b, i, below)
						}
						continue
					}
				}
				r.node(rd, b, below)
			}
		}
	}
}

// entry takes line i of a paragraph, and returns what it says of those below.
func (r *roll) entry(rd *lineIndex, n ast.Node, i int, in rollEntry) rollEntry {
	at := n.Lines().At(i).Start
	in.line = rd.lineOf(at)
	s := strings.TrimSpace(string(rd.src[at:max(at, rd.span(in.line).End)]))
	if _, content, ok := readCheckbox([]byte(s)); ok {
		s = s[content.Start:content.End]
	}
	below := in
	below.note = ""
	if label, rest, ok := cutLabel(s); ok {
		p, known := lang.ReadLabel(label)
		if known = known && p.Exact && p.By == ""; known {
			known = below.take(p.Label)
		}
		switch {
		case known:
			in.kind, in.guest, in.excuse = below.kind, below.guest, below.excuse
			s = rest
		case rest != "" && !strings.ContainsAny(label, "()"):
			in.note = plainName(label)
			s = rest
		}
	}
	in.text = s
	for _, part := range splitNames(s) {
		r.person(part, in)
	}
	return below
}

// isTask reports whether a list item among the names is a task rather than a
// name that is ticked off: one that says for whom it is, or until when.
func (r *roll) isTask(rd *lineIndex, b ast.Node) bool {
	if b == nil || b.Kind() != ast.KindTextBlock && b.Kind() != ast.KindParagraph {
		return false
	}
	at := b.Lines().At(0).Start
	s := rd.src[at:max(at, rd.span(rd.lineOf(at)).End)]
	_, content, ok := readCheckbox(s)
	if !ok {
		return false
	}
	line := strings.TrimSpace(string(s[content.Start:content.End]))
	t := taskReader{people: r.people, local: r.finder(), quiet: true}
	p := t.read(line)
	if len(p.Assignees) == 0 && p.Due.Empty() {
		return false
	}
	_, person := r.people.Find(plainName(line[p.Text.Start:p.Text.End]))
	return !person
}

// take sets what a label says of the names behind it.
func (e *rollEntry) take(l lang.Label) bool {
	switch l {
	case lang.LabelPresent:
		e.kind, e.guest = SectionPresent, false
	case lang.LabelGuests:
		e.kind, e.guest = SectionPresent, true
	case lang.LabelAbsent:
		e.kind, e.excuse = SectionAbsent, ExcuseUnknown
	case lang.LabelExcused:
		e.kind, e.excuse = SectionAbsent, Excused
	case lang.LabelUnexcused:
		e.kind, e.excuse = SectionAbsent, Unexcused
	default:
		return false
	}
	return true
}

// person takes one name with the brackets behind it.
func (r *roll) person(s string, in rollEntry) {
	name, brackets, left := cutBrackets(s)
	a := Attendance{Name: plainName(name), Guest: in.guest, Note: in.note, Line: in.line}
	absent, excuse := in.kind == SectionAbsent, in.excuse
	for _, b := range brackets {
		if r.nick(&a, b) {
			continue
		}
		for _, part := range strings.FieldsFunc(b, func(c rune) bool { return c == ',' || c == ';' }) {
			part = strings.TrimSpace(part)
			from, until, err := when.ReadSpan(part)
			switch {
			case lang.IsGuest(part):
				a.Guest = true
			case err == nil && !absent:
				a.Intervals = append(a.Intervals, Interval{from, until})
			case absent && excuseOf(part) != ExcuseUnknown:
				excuse = excuseOf(part)
			default:
				a.Note = joinNote(a.Note, part)
			}
		}
	}
	a.Note = joinNote(a.Note, strings.TrimLeft(strings.TrimSpace(left), "–- "))
	if lang.IsNobody(a.Name) || a.Name == "-" || a.Name == "–" || a.Name == "—" {
		return
	}
	if !r.name(&a) {
		if strings.Trim(s, "-–—*_ .…") != "" {
			r.problems = append(r.problems, Problem{in.line, UnreadLine, lang.E(lang.ReadAttendance, s)})
		}
		return
	}
	if absent {
		r.absent = append(r.absent, Absence{a.Name, a.Nick, excuse, in.line})
		return
	}
	if len(a.Intervals) == 0 {
		a.Intervals = []Interval{{}}
	}
	r.present = append(r.present, a)
}

func excuseOf(word string) Excuse {
	switch p, _ := lang.ReadLabel(word); {
	case p.Label == lang.LabelExcused && p.Exact:
		return Excused
	case p.Label == lang.LabelUnexcused && p.Exact:
		return Unexcused
	}
	return ExcuseUnknown
}

// finder returns who answers to a word among those of the attendance.
func (r *roll) finder() func(word string) (string, bool) {
	names := map[string]string{}
	add := func(name, nick string) {
		to := nick
		if to == "" {
			to = name
		}
		for _, k := range []string{key(nick), key(name)} {
			if _, taken := names[k]; k != "" && !taken {
				names[k] = to
			}
		}
	}
	for _, a := range r.present {
		add(a.Name, a.Nick)
	}
	for _, a := range r.absent {
		add(a.Name, a.Nick)
	}
	return func(word string) (string, bool) {
		to, ok := names[key(word)]
		return to, ok
	}
}
