package minutes

import (
	"strings"
	"unicode"

	"telko/minutes/lang"
	"telko/tasks/when"
)

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
