package minutes

import (
	"strings"
	"unicode"

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
	rd := &reader{src: body, first: line}
	for at := 0; at < len(body); {
		_, at = lineAt(body, at)
		rd.ends = append(rd.ends, at)
	}
	root := parseMarkdown(body)
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		r.node(rd, n, in)
	}
}

// node takes a block of an attendance section. A list item that only says what
// follows ("Gäste:") says it of the list in it.
func (r *roll) node(rd *reader, n ast.Node, in rollEntry) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		for i := range n.Lines().Len() {
			r.entry(rd, n, i, in)
		}
	case *ast.List:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
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
func (r *roll) entry(rd *reader, n ast.Node, i int, in rollEntry) rollEntry {
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

// cutLabel cuts "label: rest", with or without emphasis around the label. A
// colon within brackets or within a word (22:50) cuts nothing.
func cutLabel(s string) (label, rest string, ok bool) {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case ':':
			after := strings.TrimLeft(s[i+1:], "*_")
			if depth != 0 || after != "" && after[0] != ' ' && after[0] != '\t' {
				continue
			}
			label = strings.Trim(strings.TrimSpace(s[:i]), "*_")
			return label, strings.TrimSpace(after), label != ""
		}
	}
	return "", s, false
}

// splitNames splits a line at the commas, semicolons and "und" outside brackets.
func splitNames(s string) []string {
	var out []string
	depth, from := 0, 0
	cut := func(i, n int) {
		if part := strings.TrimSpace(s[from:i]); part != "" {
			out = append(out, part)
		}
		from = i + n
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '(' || c == '[':
			depth++
		case c == ')' || c == ']':
			depth--
		case depth > 0:
		case c == ',' || c == ';':
			cut(i, 1)
		case c == ' ':
			for _, and := range []string{" und ", " and "} {
				if strings.HasPrefix(s[i:], and) {
					cut(i, len(and))
					i += len(and) - 1
				}
			}
		}
	}
	cut(len(s), 0)
	return out
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

// nick takes a bracket that holds a nick: one word, behind the name, that is
// no mark of a guest and no time. A nick may be a word like "gast": then the
// roster must know it as that of the person who stands before it.
func (r *roll) nick(a *Attendance, b string) bool {
	word := plainWord(b)
	if a.Nick != "" || word == "" || strings.ContainsAny(word, " \t,;:") {
		return false
	}
	who, known := r.people.Find(word)
	if known && (a.Name == "" || equalFold(who.Name, a.Name) || equalFold(who.Nick, word) && !isMark(word)) {
		a.Nick = who.Nick
		return true
	}
	if isMark(word) || !isNickWord(word) {
		return false
	}
	a.Nick = word
	return true
}

// isMark reports whether a bracket's word says something of the person.
func isMark(word string) bool {
	_, _, err := when.ReadSpan(word)
	return lang.IsGuest(word) || err == nil || excuseOf(word) != ExcuseUnknown
}

func isNickWord(s string) bool {
	for _, c := range s {
		if unicode.IsSpace(c) || unicode.IsControl(c) || strings.ContainsRune("()[]{}<>?#\"!", c) {
			return false
		}
	}
	return strings.IndexFunc(s, unicode.IsLetter) >= 0
}

// name completes name and nick from the roster. Ok is false if what stands
// there is no name.
func (r *roll) name(a *Attendance) bool {
	if who, ok := r.people.Find(a.Name); ok && a.Name != "" {
		if a.Nick == "" {
			a.Nick = who.Nick
		}
		if !equalFold(a.Name, who.Name) && who.Name != "" && equalFold(a.Nick, who.Nick) {
			a.Name = who.Name // it was the nick, or an alias
		}
		return true
	}
	if a.Name == "" && a.Nick != "" {
		if who, ok := r.people.Find(a.Nick); ok {
			a.Name = who.Name
		}
		return true
	}
	if !isName(a.Name) {
		return false
	}
	if a.Nick == "" && !strings.ContainsAny(a.Name, " \t") {
		a.Name, a.Nick = "", a.Name
	}
	return true
}

// isName reports whether s looks like the name of a person: one to five words
// with letters, no digits but in a nick of one word.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	for _, w := range words {
		if strings.IndexFunc(w, unicode.IsLetter) < 0 {
			return false
		}
		if len(words) > 1 && strings.ContainsAny(w, "0123456789") {
			return false
		}
	}
	return !strings.ContainsAny(s, "!?<>=|:") && !strings.HasSuffix(s, "...") && !strings.HasSuffix(s, "…")
}

// cutBrackets splits "Name (a) (b) rest".
func cutBrackets(s string) (name string, brackets []string, rest string) {
	i := bracketOpen(s)
	if i < 0 {
		return s, nil, ""
	}
	name, rest = s[:i], s[i:]
	for strings.HasPrefix(rest, "(") {
		depth, end := 0, -1
		for j := 0; j < len(rest) && end < 0; j++ {
			switch rest[j] {
			case '(':
				depth++
			case ')':
				if depth--; depth == 0 {
					end = j
				}
			}
		}
		if end < 0 {
			break
		}
		brackets = append(brackets, strings.TrimSpace(rest[1:end]))
		rest = strings.TrimSpace(rest[end+1:])
	}
	return strings.TrimSpace(name), brackets, rest
}

// bracketOpen returns where the first bracket opens that is no link's address.
func bracketOpen(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] == '(' && (i == 0 || s[i-1] != ']') {
			return i
		}
	}
	return -1
}

// plainName takes mark-up off a name: emphasis around it, links to the user's
// page, escapes.
func plainName(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.Index(s, "[["); i >= 0 {
		if j := strings.Index(s[i:], "]]"); j > 0 {
			inner := s[i+2 : i+j]
			if k := strings.LastIndexByte(inner, '|'); k >= 0 {
				inner = inner[k+1:]
			} else if k := strings.LastIndexAny(inner, ":/"); k >= 0 {
				inner = inner[k+1:]
			}
			s = s[:i] + inner + s[i+j+2:]
		}
	}
	s = strings.TrimPrefix(strings.Trim(s, "*_ \t"), "@")
	return strings.Join(strings.Fields(plainWord(s)), " ")
}

func joinNote(a, b string) string {
	b = strings.TrimSpace(b)
	if a == "" || b == "" {
		return a + b
	}
	return a + ", " + b
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
