package wikitext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// EscapeMarkdown returns Markdown that shows plain text as it is, within one
// paragraph; it escapes only what would mean something there.
func EscapeMarkdown(text string) string {
	if isPlain(text) {
		return text
	}
	text = strings.TrimLeft(clean(text), " \t") // which Markdown drops, or takes for code
	want := tidy([]run{{text: text}})
	for _, full := range []bool{false, true} {
		var b strings.Builder
		m := mdEscaper{full: full, s: text, b: &b}
		m.text()
		got, ok := readRuns(FromMarkdown([]byte(b.String()), WriteOptions{}))
		if full || ok && sameRuns(got, want) {
			return b.String()
		}
	}
	return text
}

// mdEscaper writes plain text as Markdown.
type mdEscaper struct {
	full bool // escape all punctuation, whatever it could mean
	cell bool // in a table's cell
	s    string
	b    *strings.Builder
}

func (m *mdEscaper) text() {
	prev := ' '
	line := m.b.Len() == 0 || strings.HasSuffix(m.b.String(), "\n")
	for i := 0; i < len(m.s); {
		r, n := utf8.DecodeRuneInString(m.s[i:])
		next := ' '
		if i+n < len(m.s) {
			next, _ = utf8.DecodeRuneInString(m.s[i+n:])
		}
		switch {
		case line && isDigit(m.s[i]):
			n = m.number(i)
			m.b.WriteString(m.s[i : i+n])
			if i+n < len(m.s) && (m.s[i+n] == '.' || m.s[i+n] == ')') && (i+n+1 == len(m.s) || m.s[i+n+1] == ' ' || m.s[i+n+1] == '\n') {
				m.b.WriteByte('\\')
				m.b.WriteByte(m.s[i+n])
				n++
			}
		case r == '\u00a0':
			m.b.WriteString("&nbsp;")
		case r < utf8.RuneSelf && util.IsPunct(byte(r)) && (m.full || m.cell && r == '|' || line && m.atStart(i, r) || m.active(i, r, prev, next)):
			m.b.WriteByte('\\')
			m.b.WriteRune(r)
		default:
			m.b.WriteString(m.s[i : i+n])
		}
		line = r == '\n'
		prev = r
		i += n
	}
}

// number returns the length of the digits at i.
func (m *mdEscaper) number(i int) int {
	n := 0
	for i+n < len(m.s) && isDigit(m.s[i+n]) {
		n++
	}
	return n
}

// atStart reports whether r at i, the first on a line, would begin a block, a
// task's box or the definition of a link.
func (m *mdEscaper) atStart(i int, r rune) bool {
	rest, _, _ := strings.Cut(m.s[i:], "\n")
	behind := strings.TrimLeft(rest, string(r))
	switch r {
	case '#':
		return behind == "" || behind[0] == ' '
	case '>', '`', '|':
		return true
	case '-', '+', '*', '_', '=':
		return len(rest) == 1 || rest[1] == ' ' || strings.Trim(rest, string(r)+" ") == "" || strings.Contains(rest, "|")
	case '~':
		return strings.HasPrefix(rest, "~~~")
	case '[':
		return len(rest) > 2 && rest[2] == ']' || strings.Contains(rest, "]:") || strings.HasPrefix(rest, "[^")
	case ':':
		return strings.Contains(rest, "-")
	}
	return false
}

// active reports whether r at i would mean something between prev and next.
func (m *mdEscaper) active(i int, r, prev, next rune) bool {
	switch r {
	case '\\':
		return next < utf8.RuneSelf && (util.IsPunct(byte(next)) || next == '\n' || i+1 == len(m.s))
	case '`':
		return true
	case '*':
		return !unicode.IsSpace(prev) || !unicode.IsSpace(next)
	case '_':
		return !(isWordRune(prev) && isWordRune(next)) && !(unicode.IsSpace(prev) && unicode.IsSpace(next))
	case '~':
		return next == '~' || prev == '~' || isWordRune(prev)
	case '<':
		return next == '/' || next == '!' || next == '?' || next < utf8.RuneSelf && isASCIILetter(byte(next))
	case '&':
		return entityLength(m.s[i:min(len(m.s), i+64)]) > 0
	case '[':
		return next == '[' || i+1 == len(m.s)
	case ']':
		return next == '(' || i+1 == len(m.s)
	case '@':
		return isWordRune(prev) && isWordRune(next)
	case ':':
		return isWordRune(prev) && next == '/'
	case '.':
		return i >= 3 && strings.EqualFold(m.s[i-3:i], "www")
	case '#':
		if isDigit(byte(next)) || isWordRune(next) { // a task's id
			return taskIDLength([]byte(m.s[i+1:min(len(m.s), i+1+64)])) > 0
		}
		return prev == ' ' && strings.Trim(m.s[i:], "#") == ""
	case '{':
		return strings.HasPrefix(m.s[i:], string(rawMark))
	}
	return false
}
