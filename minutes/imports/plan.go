package imports

import (
	"strings"

	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks/when"
)

var (
	box      = lazily(`^\\?\[([ xX])\\?\]\s+`)
	todoFor  = lazily(`(?i)^(?:to-?do|action|ai|aufgabe)\s+(?:für|for|an)\s+@?([^:]+?)\s*:\s*\S`)
	todoIn   = lazily(`(?i)^(?:to-?do|action|ai|aufgabe)\s*[(\[]@?([^()\[\]]+)[)\]]\s*:?\s*\S`)
	todoTo   = lazily(`(?i)^(?:to-?do|action|ai|aufgabe)(?:\s*\d+)?\s*:\s*@?(.+?)\s+to\s+\S`)
	todoBare = lazily(`(?i)^(?:to-?do|action|aufgabe)(?:\s*\d+)?\s*:\s*@?([^:]+?)\s*:\s*\S`)
	todo     = lazily(`^(?:TODO|ToDo|Todo|To-Do|ACTION|Action|AI)(?:\s|:|\()`)
	atName   = lazily(`^@([^\s:,]+(?:\s*[,+&]\s*@?[^\s:,]+)*)\s*:?\s+(\S.*)$`)
	nameText = lazily(`^(?:\*\*)?([^:*]{1,60}?)\s*:(?:\*\*)?\s+(\S.*)$`)
	arrow    = lazily(`^(.*\S)\s*(?:→|->|=>)\s*@?(\S[^→]*)$`)
	arrowed  = lazily(`^(?:→|->|=>)\s*@?([^:]+?)\s*:\s*(\S.*)$`)
	lastPair = lazily(`\(([^()]*)\)(?:\s+(?:(?:bis|by)\s+)?([^()]*))?$`)
	dueTail  = lazily(`(?i)^(.*\S)\s+((?:bis|by)\s+[^()]+)$`)
	listAnd  = lazily(`\s*(?:,|\+|&|/|\s(?:und|and)\s)\s*`)
)

// list reads a run of list items: the tally of a motion, tasks where tasks are
// due, else a list.
func (r *reader) list(first block) {
	from := r.i - 1
	for r.i < len(r.in) && r.in[r.i].isItem() {
		r.i++
	}
	run := r.in[from:r.i]
	switch {
	case r.motion != nil:
		r.motionList(run)
	case r.plan > 0:
		r.emit(r.actions(run)...)
	default:
		for _, b := range run {
			if b.kind == item && todo.MatchString(plain(b.text)) {
				r.warn(b.line, lang.WarnTask, plain(b.text))
			}
		}
		r.emit(run...)
	}
}

// motionList reads a list within a motion: a tally, passages, or text.
func (r *reader) motionList(run []block) {
	var all []string
	for _, b := range run {
		all = append(all, plain(b.text))
	}
	if joined := strings.Join(all, " / "); len(run) > 1 && len(joined) < 120 {
		if _, ok := motions.ReadVote(joined); ok {
			var text []string
			for _, b := range run {
				text = append(text, b.text)
			}
			r.emit(block{kind: labelled, label: lang.LabelVote.Write(r.lang), text: strings.Join(text, " / "), line: run[0].line})
			return
		}
	}
	for k := 0; k < len(run); k++ {
		b := run[k]
		if f, ok := labelOf(b.text); ok && f.mark && isPassage(f.Label) && b.level == 1 && f.Label != lang.LabelMotion {
			var inner []block
			if f.rest != "" {
				inner = append(inner, block{kind: para, text: f.rest, line: b.line})
			}
			for k+1 < len(run) && run[k+1].level > 1 {
				k++
				inner = append(inner, run[k])
			}
			if len(inner) > 0 {
				r.passage(f, b.line, inner)
				continue
			}
		}
		if bs, ok := r.voteLine(b.text, b.line); ok && b.level == 1 {
			r.emit(bs...)
			continue
		}
		r.motion.text = true
		r.emit(b)
	}
}

// actions makes tasks of a list under a heading of tasks. An item that only
// groups others (a person, a line that ends in a colon) stays one; what is
// nested below a task is a note on it, unless it names somebody itself.
func (r *reader) actions(run []block) []block {
	var out []block
	for i := 0; i < len(run); {
		n := i + 1
		for n < len(run) && run[n].level > run[i].level {
			n++
		}
		out = append(out, r.actionTree(run[i], run[i+1:n], r.owner)...)
		i = n
	}
	return out
}

func (r *reader) actionTree(b block, below []block, owner string) []block {
	text := plain(b.text)
	who, person := r.people.find(strings.TrimSpace(strings.TrimSuffix(text, ":")))
	group := len(below) > 0 && (person || b.kind == item && len(strings.Fields(text)) == 1 || strings.HasSuffix(text, ":") || !r.hasBracket(text) && r.allBrackets(below))
	switch {
	case group:
		if person {
			owner = who
		}
		out := []block{b}
		for i := 0; i < len(below); {
			n := i + 1
			for n < len(below) && below[n].level > below[i].level {
				n++
			}
			out = append(out, r.actionTree(below[i], below[i+1:n], owner)...)
			i = n
		}
		return out
	case b.kind == item && lang.IsImportNoTask(text):
		return append([]block{b}, below...)
	}
	out := []block{r.action(b, owner)}
	for _, c := range below {
		if c.kind == action || r.hasBracket(plain(c.text)) || explicit(plain(c.text)) || box.MatchString(c.text) {
			c = r.action(c, "")
		}
		out = append(out, c)
	}
	return out
}

func (r *reader) allBrackets(below []block) bool {
	for _, c := range below {
		if !r.hasBracket(plain(c.text)) {
			return false
		}
	}
	return true
}

// named reports whether a line begins with those who are to do it.
func (r *reader) named(text string) bool {
	m := nameText.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	_, ok := r.assignees(m[1])
	return ok
}

func explicit(text string) bool {
	return todo.MatchString(text) || atName.MatchString(text)
}

// action makes a task of a list item, its assignees in the bracket that the
// file's form has for them. Every word stays; only marks move.
func (r *reader) action(b block, owner string) block {
	b.kind = action
	b.text = strings.ReplaceAll(strings.ReplaceAll(b.text, "\\\n", " "), "\n", " ")
	if m := box.FindStringSubmatch(b.text); m != nil {
		b.done = m[1] != " "
		b.text = b.text[len(m[0]):]
	}
	text := plain(b.text)
	if r.hasBracket(text) {
		return b
	}
	for _, re := range []*pattern{todoFor, todoIn, todoTo, todoBare} {
		if m := re.FindStringSubmatch(text); m != nil {
			if names, ok := r.assignees(m[1]); ok {
				b.text = r.withBracket(b.text, names)
				return b
			}
			r.warn(b.line, lang.WarnNoPerson, m[1])
		}
	}
	for _, re := range []*pattern{atName, arrowed, nameText} {
		if m := re.FindStringSubmatch(b.text); m != nil {
			if names, ok := r.assignees(plain(m[1])); ok {
				if strings.Contains(m[1], "[") { // a link: it stays where it is
					m[2] = b.text
				}
				b.text = r.withBracket(m[2], names)
				return b
			}
			if re != nameText {
				r.warn(b.line, lang.WarnNoPerson, m[1])
			}
		}
	}
	if m := arrow.FindStringSubmatch(b.text); m != nil {
		if names, ok := r.assignees(plain(m[2])); ok && !strings.Contains(m[2], "[") {
			b.text = r.withBracket(m[1], names)
			return b
		}
	}
	if owner != "" {
		b.text = r.withBracket(b.text, owner)
	}
	return b
}

// assignees reads names that are all known; the words stay as written.
func (r *reader) assignees(s string) (string, bool) {
	var out []string
	for _, w := range listAnd.Split(strings.TrimSpace(s), -1) {
		name := strings.TrimPrefix(strings.TrimSpace(w), "@")
		if !r.isAssignee(strings.TrimSuffix(name, "?")) {
			return "", false
		}
		out = append(out, name)
	}
	return strings.Join(out, ", "), len(out) > 0
}

func (r *reader) isAssignee(word string) bool {
	word = strings.TrimSpace(word)
	if word == "" {
		return false
	}
	if _, ok := r.people.find(word); ok || lang.IsImportEveryone(word) {
		return true
	}
	_, ok := r.people.roster.Group(word)
	return ok
}

// hasBracket reports whether a task's line ends in a bracket that names
// assignees, with or without a due date behind it.
func (r *reader) hasBracket(text string) bool {
	m := lastPair.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	if m[2] != "" {
		if _, err := when.Read(m[2], r.date()); err != nil {
			return false
		}
	}
	for i, w := range strings.Split(m[1], ",") {
		w = strings.TrimSpace(w)
		if r.isAssignee(strings.TrimSuffix(w, "?")) {
			continue
		}
		if _, err := when.Read(w, r.date()); i == 0 || err != nil {
			return false
		}
	}
	return true
}

// date is the day that dates in words count from.
func (r *reader) date() when.Date {
	if r.id.date.IsZero() {
		return when.Day(2000, 1, 1)
	}
	return r.id.date
}

// withBracket puts the bracket of assignees behind a text, before its due date.
func (r *reader) withBracket(text, names string) string {
	if m := dueTail.FindStringSubmatch(text); m != nil {
		if _, err := when.Read(plain(m[2]), r.date()); err == nil {
			return m[1] + " (" + names + ") " + m[2]
		}
	}
	return text + " (" + names + ")"
}

// taskPara makes tasks of a paragraph under a heading of tasks, if every line
// of it is marked as one.
func (r *reader) taskPara(b block) bool {
	var out []block
	for k, line := range b.lines() {
		line = strings.TrimSuffix(line, `\`)
		text := plain(line)
		if !explicit(text) && !r.hasBracket(text) && !box.MatchString(line) && !arrowed.MatchString(line) && !r.named(text) {
			return false
		}
		out = append(out, r.action(block{kind: item, level: 1, text: line, line: b.line + k}, r.owner))
	}
	r.emit(out...)
	return true
}
