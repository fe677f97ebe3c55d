package minutes

import (
	"strings"
	"unicode"

	"telko/minutes/lang"
	"telko/tasks"
)

// bracket reads what stands in the last bracket. It names assignees only if
// every part is one, or, behind at least one, a date.
func (r *taskReader) bracket(s string, p *TaskParts) bool {
	if label, names := lang.CutResponsible(s); label == 0 {
		s = s[names:] // (Zuständig: a, b)
	}
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

func addAssignee(p *TaskParts, a tasks.Assignee) { p.Assignees = addTo(p.Assignees, a) }

// addTo adds a to who, unless it is there already.
func addTo(who []tasks.Assignee, a tasks.Assignee) []tasks.Assignee {
	for _, have := range who {
		if have.Nick == a.Nick && have.Kind == a.Kind {
			return who
		}
	}
	return append(who, a)
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
	if r.quiet || r.marked || known == 0 && len(parts) != 1 {
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
