package minutes

import (
	"strings"

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
	telco  telcos                                   // nil: nobody knows when the next telco is

	quiet    bool // problems are not wanted
	marked   bool // the line that is read names somebody at its front
	line     int  // of the task that is read, for problems
	problems []Problem
}

// telcos returns the days of the next telco of that name, counted from a day.
type telcos = func(name string, from when.Date) []when.Date

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
	r.marked = false
	marked, text := r.front(s, start, end)
	r.marked = len(marked) > 0
	r.tail(s, start, end, &p)
	switch {
	case r.marked:
		if p.Bracket.Empty() && text < p.Text.End { // else the mark is part of the text, and both count
			p.Text.Start = text
		}
		for _, a := range p.Assignees {
			marked = addTo(marked, a)
		}
		p.Assignees = marked
	case p.Bracket.Empty():
		r.back(s, &p)
	}
	p.Task.Text = s[p.Text.Start:p.Text.End]
	p.Task.Assignees = p.Assignees
	return p
}

// cutID takes the id off the end of s, or off its front where a person moved
// it there, and returns what is left.
func cutID(s string, p *TaskParts) (start, end int) {
	end = len(s)
	at := len(s)
	for at > 0 && s[at-1] != ' ' && s[at-1] != '\t' {
		at--
	}
	word := s[at:]
	for word != "" && endsSentence(word[len(word)-1]) { // which is easily typed behind it
		word = word[:len(word)-1]
	}
	if id, ok := wholeID(word); ok {
		p.ID, p.Task.ID = Span{at, at + len(word)}, id
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

func endsSentence(c byte) bool { return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' }

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
	quiet := taskReader{people: r.people, local: r.local, date: r.date, telco: r.telco, quiet: true}
	var p TaskParts
	if !quiet.bracket(s[open+1:after-1], &p) {
		return
	}
	tail := s[trimLeft(s, after, end):end]
	if strings.Trim(tail, ".,;:!? ") == "" {
		r.report(StrayBracket, lang.E(lang.ReadStrayBracket, s[open+1:after-1]).Hint(lang.ReadStrayHint))
	} else if _, said := lang.CutDue(tail); said && strings.ContainsAny(tail, "0123456789") {
		r.report(StrayBracket, lang.E(lang.ReadStrayDue, tail, s[open+1:after-1]).Hint(lang.DateForms))
	}
}

// strayDate reports a date that stands before the bracket.
func (r *taskReader) strayDate(text string) {
	if r.quiet {
		return
	}
	quiet := taskReader{date: r.date, telco: r.telco, quiet: true}
	var p TaskParts
	quiet.dueAlone(text, 0, len(text), &p)
	if p.DueText != "" {
		r.report(StrayDate, lang.E(lang.ReadStrayDate, text[p.Due.Start:p.Due.End]).Hint(lang.ReadStrayDateHint))
	}
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
