package minutes

import (
	"strings"

	"telko/minutes/lang"
	"telko/tasks"
)

// People mark in other ways than by a bracket whom a task is for. All of them
// count only if everybody named is known, so that nothing is guessed:
//
//	@kaja Segel flicken           TODO kaja: Segel flicken
//	@kaja, @bente: Segel flicken  TODO für kaja: …  TODO (kaja): …
//	Segel flicken → kaja, bente   ACTION: kaja to mend the sail
//	Segel flicken; Zuständig: kaja, bente

// front reads the mark at the front of s[start:end], and returns who is
// meant and where the text begins. Most lines have none, and are looked at for
// their first byte only.
func (r *taskReader) front(s string, start, end int) ([]tasks.Assignee, int) {
	if start == end {
		return nil, start
	}
	at := -1
	var who []tasks.Assignee
	switch s[start] {
	case '@':
		who, at = r.frontAt(s[start:end])
	case 'T', 't', 'A', 'a':
		if n := lang.CutToDo(s[start:end]); n > 0 {
			if who, at = r.frontToDo(s[start+n : end]); at >= 0 {
				at += n
			}
		}
	}
	if at < 0 || len(who) == 0 || start+at >= end {
		return nil, start
	}
	return who, start + at
}

// maxNames is how long a list of names before a colon can be.
const maxNames = 80

// frontAt reads "@kaja, @bente: text" and "@kaja @bente text".
func (r *taskReader) frontAt(s string) ([]tasks.Assignee, int) {
	if i := colonAt(s); i > 0 {
		if who := r.allNames(s[:i], false); who != nil {
			return who, trimLeft(s, i+1, len(s))
		}
	}
	var p TaskParts
	at := 0
	for at < len(s) {
		word := s[at:]
		if i := strings.IndexAny(word, " \t"); i >= 0 {
			word = word[:i]
		}
		next := trimLeft(s, at+len(word), len(s))
		if len(p.Assignees) > 0 && (word == "und" || word == "and" || word == "&" || word == "+" || word == "/") && next < len(s) && s[next] == '@' {
			at = next
			continue
		}
		if word[0] != '@' {
			break
		}
		if !r.names(strings.TrimRight(word, ",;:"), &p) {
			r.unknown([]string{strings.TrimRight(word, ",;:")}, 0)
			return nil, -1
		}
		at = next
	}
	return p.Assignees, at
}

// frontToDo reads what stands behind TODO: "kaja: text", " für kaja: text",
// "(kaja): text", ": kaja to text".
func (r *taskReader) frontToDo(s string) ([]tasks.Assignee, int) {
	at := trimLeft(s, 0, len(s))
	if at == len(s) {
		return nil, -1
	}
	if s[at] == '(' || s[at] == '[' {
		end := strings.IndexAny(s, ")]")
		if end < 0 {
			return nil, -1
		}
		next := end + 1
		if next < len(s) && s[next] == ':' {
			next++
		}
		return r.allNames(s[at+1:end], true), trimLeft(s, next, len(s))
	}
	if s[at] == ':' {
		at = trimLeft(s, at+1, len(s))
	}
	at += lang.CutFor(s[at:])
	if i := colonAt(s[at:]); i > 0 {
		if who := r.allNames(s[at:at+i], true); who != nil {
			return who, trimLeft(s, at+i+1, len(s))
		}
	}
	if i := strings.Index(s[at:min(len(s), at+maxNames)], " to "); i > 0 {
		return r.allNames(s[at:at+i], true), trimLeft(s, at+i+len(" to "), len(s))
	}
	return nil, -1
}

// colonAt returns where the first colon stands that a blank follows, -1 for
// none within the length of a list of names.
func colonAt(s string) int {
	for i := 0; i < len(s) && i < maxNames; i++ {
		if s[i] == ':' && i+1 < len(s) && isBlankByte(s[i+1]) {
			return i
		}
	}
	return -1
}

// allNames reads a list of names, nil unless all are known. Words for all and
// nobody are text where no mark says that a name follows.
func (r *taskReader) allNames(list string, words bool) []tasks.Assignee {
	var p TaskParts
	for _, part := range strings.FieldsFunc(list, func(c rune) bool { return c == ',' || c == ';' }) {
		if strings.TrimSpace(part) == "" {
			continue
		}
		if !r.names(part, &p) {
			return nil
		}
	}
	for _, a := range p.Assignees {
		if !words && a.Kind != tasks.Person && a.Kind != tasks.Group {
			return nil
		}
	}
	return p.Assignees
}

// back takes an arrow or a label with names off the end of the text of p. A
// due date may stand behind them.
func (r *taskReader) back(s string, p *TaskParts) {
	text := s[p.Text.Start:p.Text.End]
	cut, list := arrowAt(text)
	words := false
	if cut < 0 {
		cut, list = lang.CutResponsible(text)
		words = true
	}
	if cut <= 0 || len(text)-list > maxNames+maxDue {
		return
	}
	names, due := text[list:], Span{}
	if p.Due.Empty() {
		names, due = r.namesAndDue(names)
	}
	who := r.allNames(names, words)
	if len(who) == 0 {
		return
	}
	end := p.Text.Start + len(strings.TrimRight(text[:cut], " \t;,.–—-|*_"))
	if end <= p.Text.Start {
		return
	}
	p.Assignees, p.Text.End = who, end
	if !due.Empty() {
		off := p.Text.Start + list
		r.takeDue(s, Span{due.Start + off, due.End + off}, p)
	}
}

// maxDue is how long a date in words can be.
const maxDue = 40

// namesAndDue parts "kaja, Freitag" and "kaja bis Freitag". The span is of s.
func (r *taskReader) namesAndDue(s string) (names string, due Span) {
	i := strings.LastIndexAny(s, ",;")
	if i < 0 {
		return s, Span{}
	}
	part := Span{trimLeft(s, i+1, len(s)), trimRight(s, 0, len(s))}
	if part.Empty() {
		return s, Span{}
	}
	if _, person := r.assignee(s[part.Start:part.End]); person {
		return s, Span{}
	}
	words, _ := lang.CutDue(s[part.Start:part.End])
	if _, ok := r.readDate(words, false); !ok {
		return s, Span{}
	}
	return s[:i], part
}

// arrowAt finds the last arrow in text: where it stands, and where the names
// behind it begin; -1 if there is none.
func arrowAt(text string) (at, names int) {
	for _, arrow := range []string{"→", "⇒", "->", "=>"} {
		i := strings.LastIndex(text, arrow)
		if i > 0 && i+len(arrow) < len(text) && (len(arrow) > 2 || isBlankByte(text[i-1]) && isBlankByte(text[i+2])) {
			return i, i + len(arrow)
		}
	}
	return -1, 0
}
