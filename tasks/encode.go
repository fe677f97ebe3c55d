package tasks

import (
	"strings"
	"unicode/utf8"
)

// Names in a line hold no blank: what would end them is written as %XX. In a
// list of assignees the comma ends a name too, and marks say what is no
// person's nick: @group, *alle, !niemand.

const hexDigits = "0123456789ABCDEF"

// appendName writes a name; list also protects what has a meaning in a list.
func appendName(b []byte, name string, list bool) []byte {
	name = strings.ToValidUTF8(name, "�")
	if name == "" || name == "-" && list {
		if name == "" {
			return append(b, '-')
		}
		return append(b, "%2D"...)
	}
	for i := range len(name) {
		c := name[i]
		if isControl(c) {
			c = '_' // no name has one, and it could reach a terminal
		}
		plain := c != ' ' && c != '%'
		if list && plain {
			plain = c != ',' && c != '?' && (i > 0 || c != '@' && c != '*' && c != '!')
		}
		if plain {
			b = append(b, c)
		} else {
			b = append(b, '%', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	return b
}

// readName reads what appendName wrote.
func readName(s string) (string, bool) {
	if strings.IndexByte(s, '\t') >= 0 {
		return "", false
	}
	i := strings.IndexByte(s, '%')
	if i < 0 {
		return s, s != ""
	}
	b := make([]byte, 0, len(s))
	for ; i >= 0; i = strings.IndexByte(s, '%') {
		if len(s) < i+3 {
			return "", false
		}
		hi, lo := strings.IndexByte(hexDigits, s[i+1]), strings.IndexByte(hexDigits, s[i+2])
		if hi < 0 || lo < 0 || isControl(byte(hi<<4|lo)) {
			return "", false
		}
		b = append(append(b, s[:i]...), byte(hi<<4|lo))
		s = s[i+3:]
	}
	b = append(b, s...)
	return string(b), utf8.Valid(b)
}

// isName reports whether readName can read s. Names are short, and nearly all
// are written as they are.
func isName(s string) bool {
	for i := range len(s) {
		if s[i] == '%' || s[i] == '\t' {
			_, ok := readName(s)
			return ok
		}
	}
	return s != ""
}

func isControl(c byte) bool { return c < ' ' || c == 0x7f }

// appendList writes assignees, none as "-".
func appendList(b []byte, as []Assignee) []byte {
	if len(as) == 0 {
		return append(b, '-')
	}
	for i, a := range as {
		if i > 0 {
			b = append(b, ',')
		}
		switch a.Kind {
		case Group:
			b = append(b, '@')
		case Everyone:
			b = append(b, '*')
		case Nobody:
			b = append(b, '!')
		}
		b = appendName(b, a.Nick, true)
		if a.Tentative {
			b = append(b, '?')
		}
	}
	return b
}

// readList reads what appendList wrote.
func readList(s string) ([]Assignee, bool) {
	if s == "-" {
		return nil, true
	}
	as := make([]Assignee, 0, strings.Count(s, ",")+1)
	for more := true; more; {
		var w string
		w, s, more = strings.Cut(s, ",")
		a, ok := readAssignee(w)
		if !ok {
			return nil, false
		}
		as = append(as, a)
	}
	return as, true
}

// validList reports whether readList can read s, without making the list.
func validList(s string) bool {
	if s == "-" {
		return true
	}
	for more := true; more; {
		var w string
		w, s, more = strings.Cut(s, ",")
		if _, ok := readAssignee(w); !ok {
			return false
		}
	}
	return true
}

func readAssignee(w string) (a Assignee, ok bool) {
	if w == "" {
		return a, false
	}
	switch w[0] {
	case '@':
		a.Kind, w = Group, w[1:]
	case '*':
		a.Kind, w = Everyone, w[1:]
	case '!':
		a.Kind, w = Nobody, w[1:]
	}
	w, a.Tentative = strings.CutSuffix(w, "?")
	if a.Nick, ok = readName(w); !ok || badMark(w) {
		return a, false
	}
	return a, true
}

// badMark reports whether w has a mark where appendName would have written it
// as %XX: two marks in a row, or a '?' within a name.
func badMark(w string) bool {
	return w[0] == '@' || w[0] == '*' || w[0] == '!' || strings.IndexByte(w, '?') >= 0
}

// oneLine returns text as the rest of a line can hold it: valid UTF-8 without
// control characters or blanks around it.
func oneLine(text string) string {
	clean := strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "�"))
	return strings.TrimSpace(clean)
}
