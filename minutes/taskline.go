package minutes

import (
	"errors"
	"strings"
	"time"
	"unicode"

	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// taskReader reads what stands behind a checkbox: text, bracket of assignees,
// due date, id.
type taskReader struct {
	people *People
	local  func(word string) (nick string, ok bool) // whom this meeting's attendance knows
	date   when.Date                                // dates in words count from here

	quiet    bool // problems are not wanted
	line     int  // of the task that is read, for problems
	problems []Problem
}

// report notes a problem of this line, one of each kind.
func (r *taskReader) report(c Code, e *lang.Error) {
	for _, p := range r.problems {
		if p.Line == r.line && p.Code == c && p.Err.Error() == e.Error() {
			return
		}
	}
	r.problems = append(r.problems, Problem{r.line, c, e})
}

// read reads a checkbox line's content. Spans are of s.
func (r *taskReader) read(s string) TaskParts {
	var p TaskParts
	start, end := cutID(s, &p)
	r.tail(s, start, end, &p)
	p.Task.Text = s[p.Text.Start:p.Text.End]
	p.Task.Assignees = p.Assignees
	return p
}

// cutID takes the id off the end of s, or off its front where a person moved
// it there, and returns what is left.
func cutID(s string, p *TaskParts) (start, end int) {
	end = len(s)
	at := strings.LastIndexAny(s, " \t") + 1
	if id, ok := wholeID(s[at:]); ok {
		p.ID, p.Task.ID = Span{at, end}, id
		return 0, trimRight(s, 0, at)
	}
	if strings.HasPrefix(s, "#") {
		word := len(s)
		if i := strings.IndexAny(s, " \t"); i > 0 {
			word = i
		}
		bare := strings.TrimSuffix(s[:word], ":")
		if id, ok := wholeID(bare); ok {
			p.ID, p.Task.ID = Span{0, len(bare)}, id
			for word < end && isBlankByte(s[word]) {
				word++
			}
			return word, end
		}
	}
	return 0, end
}

func wholeID(word string) (tasks.ID, bool) {
	if len(word) < 9 || word[0] != '#' {
		return "", false
	}
	id, err := tasks.ParseID(word)
	return id, err == nil
}

// tail reads bracket and due date off the end of s[start:end].
func (r *taskReader) tail(s string, start, end int, p *TaskParts) {
	p.Text = Span{start, end}
	if end == start {
		return
	}
	open, after := bracketAt(s, start, end)
	if open >= 0 {
		tail := trimLeft(s, after, end)
		due, named := Span{}, false
		if tail < end {
			if due, named = r.dueAt(s, tail, end, p); due.Empty() {
				r.stray(s, open, after, end)
				r.dueAlone(s, start, end, p)
				return
			}
		}
		textEnd := trimRight(s, start, open)
		if textEnd > start && r.bracket(s[open+1:after-1], p) {
			if p.InBracket && !due.Empty() {
				r.report(TwoDates, lang.E(lang.ReadTwoDates, s[due.Start:due.End]))
			}
			p.Bracket, p.Text.End = Span{open, after}, textEnd
			if !due.Empty() {
				r.takeDue(s, due, p)
			} else if !p.InBracket {
				r.strayDate(s[start:textEnd])
			}
			return
		}
		*p = TaskParts{Text: p.Text, ID: p.ID, Task: tasks.Task{ID: p.Task.ID}}
		if named {
			p.Text.End = trimRight(s, start, tail)
			r.takeDue(s, due, p)
		}
		return
	}
	r.dueAlone(s, start, end, p)
}

// dueAt reads s[tail:end] as a due date, whole. Named says that it begins with
// "bis" or "by".
func (r *taskReader) dueAt(s string, tail, end int, p *TaskParts) (due Span, named bool) {
	words, named := lang.CutDue(s[tail:end])
	if d, ok := r.readDate(words, named); ok {
		p.Task.Due = d
		return Span{tail, end}, named
	}
	return Span{}, named
}

// takeDue takes the due date at due, which dueAt has read.
func (r *taskReader) takeDue(s string, due Span, p *TaskParts) {
	words, _ := lang.CutDue(s[due.Start:due.End])
	p.Due, p.DueText, p.InBracket = due, words, false
	p.Task.Due, _ = r.readDate(words, false)
}

// dueAlone reads a due date at the end of a text without bracket: only behind
// "bis" or "by".
func (r *taskReader) dueAlone(s string, start, end int, p *TaskParts) {
	for i := end - 4; i > start; i-- {
		c := s[i] | 0x20
		if c != 'b' || !isBlankByte(s[i-1]) {
			continue
		}
		words, ok := lang.CutDue(s[i:end])
		if !ok {
			continue
		}
		if _, ok := r.readDate(words, true); ok {
			p.Text.End = trimRight(s, start, i)
			r.takeDue(s, Span{i, end}, p)
		}
		return // the last "bis" alone counts
	}
}

// readDate reads a date as a whole. One that could be several is reported
// where the writer said that a date follows.
func (r *taskReader) readDate(s string, said bool) (when.Date, bool) {
	if s == "" || len(s) > 60 {
		return when.Date{}, false
	}
	if d, ok := writtenDate(s); ok {
		return d, true
	}
	d, err := when.Read(s, r.date)
	if err == nil {
		return d, true
	}
	var ambiguous *when.AmbiguousError
	if said && !r.quiet && errors.As(err, &ambiguous) {
		r.report(AmbiguousDate, lang.E(lang.ReadAmbiguousDate, s))
	}
	return when.Date{}, false
}

// writtenDate reads the two forms that telko itself writes, 20.01.2010 and
// 2010-01-20, as when.Read does: nearly all dates of an archive.
func writtenDate(s string) (when.Date, bool) {
	if len(s) != 10 {
		return when.Date{}, false
	}
	year, month, day := s[0:4], s[5:7], s[8:10]
	switch {
	case s[2] == '.' && s[5] == '.':
		day, month, year = s[0:2], s[3:5], s[6:10]
	case s[4] != '-' || s[7] != '-':
		return when.Date{}, false
	}
	y, m, d := number(year), number(month), number(day)
	if y < 1 || m < 1 || d < 1 {
		return when.Date{}, false
	}
	date := when.Day(y, time.Month(m), d)
	return date, date == when.Date{Year: y, Month: time.Month(m), Day: d}
}

// number returns the number that s is, -1 if there is anything but digits.
func number(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = 10*n + int(s[i]-'0')
	}
	return n
}

// bracketAt returns the last bracket of s[start:end]: where it opens, and where
// the text behind it begins; open is -1 if there is none. A link's address is
// no bracket, nor is one that is escaped.
func bracketAt(s string, start, end int) (open, after int) {
	closing := end - 1
	for closing >= start && (s[closing] != ')' || escaped(s, start, closing)) {
		closing--
	}
	depth := 0
	for i := closing; i >= start; i-- {
		switch {
		case s[i] == ')' && !escaped(s, start, i):
			depth++
		case s[i] == '(' && !escaped(s, start, i):
			if depth--; depth == 0 {
				if i > start && s[i-1] == ']' {
					return -1, 0
				}
				return i, closing + 1
			}
		}
	}
	return -1, 0
}

// escaped reports whether a backslash takes its meaning from s[i].
func escaped(s string, start, i int) bool {
	n := 0
	for i-n-1 >= start && s[i-n-1] == '\\' {
		n++
	}
	return n%2 == 1
}

// stray reports a bracket of known people that does not stand at the end.
func (r *taskReader) stray(s string, open, after, end int) {
	if r.quiet {
		return
	}
	quiet := taskReader{people: r.people, local: r.local, date: r.date, quiet: true}
	var p TaskParts
	if quiet.bracket(s[open+1:after-1], &p) && strings.Trim(s[after:end], ".,;:!? ") == "" {
		r.report(StrayBracket, lang.E(lang.ReadStrayBracket, s[open+1:after-1]).Hint(lang.ReadStrayHint))
	}
}

// strayDate reports a date that stands before the bracket.
func (r *taskReader) strayDate(text string) {
	if r.quiet {
		return
	}
	quiet := taskReader{date: r.date, quiet: true}
	var p TaskParts
	quiet.dueAlone(text, 0, len(text), &p)
	if p.DueText != "" {
		r.report(StrayDate, lang.E(lang.ReadStrayDate, text[p.Due.Start:p.Due.End]).Hint(lang.ReadStrayDateHint))
	}
}

// bracket reads what stands in the last bracket. It names assignees only if
// every part is one, or, behind at least one, a date.
func (r *taskReader) bracket(s string, p *TaskParts) bool {
	var unknown []string
	known := 0
	for at := 0; at < len(s); {
		part, next := s[at:], len(s)
		if i := strings.IndexAny(part, ",;"); i >= 0 {
			part, next = part[:i], at+i+1
		}
		switch {
		case strings.TrimSpace(part) == "":
		case r.names(part, p):
			known++
		default:
			if known > 0 && len(unknown) == 0 && r.bracketDate(strings.TrimSpace(s[at:]), p) {
				return true
			}
			unknown = append(unknown, strings.TrimSpace(part))
		}
		at = next
	}
	if known > 0 && len(unknown) == 0 {
		return true
	}
	r.unknown(unknown, known)
	return false
}

func (r *taskReader) bracketDate(words string, p *TaskParts) bool {
	words, _ = lang.CutDue(words)
	d, ok := r.readDate(words, true)
	if ok {
		p.DueText, p.InBracket, p.Task.Due = words, true, d
	}
	return ok
}

// names reads one part of a bracket: a person, or several with "und" or a
// slash between them.
func (r *taskReader) names(part string, p *TaskParts) bool {
	if a, ok := r.assignee(part); ok {
		addAssignee(p, a)
		return true
	}
	for _, sep := range []string{" und ", " and ", "/", "+", "&"} {
		if !strings.Contains(part, sep) {
			continue
		}
		var all []tasks.Assignee
		for _, piece := range strings.Split(part, sep) {
			a, ok := r.assignee(piece)
			if !ok {
				return false
			}
			all = append(all, a)
		}
		for _, a := range all {
			addAssignee(p, a)
		}
		return true
	}
	return false
}

func addAssignee(p *TaskParts, a tasks.Assignee) {
	for _, have := range p.Assignees {
		if have.Nick == a.Nick && have.Kind == a.Kind {
			return
		}
	}
	p.Assignees = append(p.Assignees, a)
}

// assignee reads one name. What could be both is a person; a person of the
// roster comes before one of this meeting's attendance alone.
func (r *taskReader) assignee(word string) (tasks.Assignee, bool) {
	word = strings.TrimSpace(word)
	a := tasks.Assignee{}
	if bare, ok := strings.CutSuffix(word, "?"); ok {
		a.Tentative = true
		word = strings.TrimSpace(bare)
	}
	word = plainWord(strings.TrimPrefix(word, "@"))
	if word == "" || len(word) > 80 {
		return a, false
	}
	if who, ok := r.people.Find(word); ok {
		a.Nick = who.Nick
		return a, true
	}
	if r.local != nil {
		if nick, ok := r.local(word); ok {
			a.Nick = nick
			return a, true
		}
	}
	if name, ok := r.people.Group(word); ok {
		a.Nick, a.Kind = name, tasks.Group
		return a, true
	}
	switch {
	case lang.IsEveryone(word):
		a.Nick, a.Kind = word, tasks.Everyone
	case lang.IsNobody(word):
		a.Nick, a.Kind = word, tasks.Nobody
	default:
		return a, false
	}
	return a, true
}

// unknown reports single words that look like a nick: the only one of the
// bracket, or one beside people who are known.
func (r *taskReader) unknown(parts []string, known int) {
	if r.quiet || known == 0 && len(parts) != 1 {
		return
	}
	for _, part := range parts {
		word := plainWord(strings.TrimSuffix(strings.TrimPrefix(part, "@"), "?"))
		if !isWord(word) {
			continue
		}
		if _, ok := r.readDate(word, false); ok && known == 0 {
			continue
		}
		e := lang.E(lang.ReadUnknownPerson, part).Hint(lang.ReadUnknownHint)
		if near := r.people.Nearest(word); len(near) > 0 {
			e.Hint(lang.ReadUnknownNearest, strings.Join(near, ", "))
		}
		r.report(UnknownAssignee, e)
	}
}

// isWord reports whether s is one word with a letter in it.
func isWord(s string) bool {
	letter := false
	for _, c := range s {
		switch {
		case unicode.IsLetter(c):
			letter = true
		case !unicode.IsDigit(c) && !unicode.IsMark(c) && !strings.ContainsRune("-_.'", c):
			return false
		}
	}
	return letter
}

// plainWord takes Markdown's escapes out of a name: max\_m.
func plainWord(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && isPunct(s[i+1]) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// isPunct reports whether Markdown lets a backslash escape c.
func isPunct(c byte) bool {
	return c > ' ' && c < 0x7f && !isLetter(c) && (c < '0' || c > '9')
}

func trimRight(s string, start, end int) int {
	for end > start && isBlankByte(s[end-1]) {
		end--
	}
	return end
}

func trimLeft(s string, start, end int) int {
	for start < end && isBlankByte(s[start]) {
		start++
	}
	return start
}
