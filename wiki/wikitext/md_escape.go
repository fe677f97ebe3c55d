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
		m := mdEscaper{full: full, s: text, b: &b, surroundings: lookAround([]run{{text: text}})}
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
	next rune // what follows the text, 0 at the end
	// links says that behind the text there is what an open bracket would spoil
	links bool
	surroundings
	// where the last "](" is, the first "[" and the last "]"
	call, open, shut int
}

// surroundings is what there is in all of a text: a mark that is there once marks
// nothing.
type surroundings struct {
	stars, lows, ticks, tildes, bars int
	lastLink                         int // the last run behind which no bracket may be open
}

// lookAround counts marks.
func lookAround(runs []run) surroundings {
	a := surroundings{lastLink: -1}
	for i, r := range runs {
		if r.style&(emStyle|strongStyle) != 0 {
			a.stars += 2
		}
		if r.style&strikeStyle != 0 {
			a.tildes += 2
		}
		switch {
		case r.kind == rawRun, r.style&codeStyle != 0:
			a.ticks += 2
		case r.kind == urlRun, r.group > 0:
			a.lastLink = i
		case r.kind == textRun:
			for j := 0; j < len(r.text); j++ {
				switch r.text[j] {
				case '*':
					a.stars++
				case '_':
					a.lows++
				case '`':
					a.ticks++
				case '~':
					a.tildes++
				case '|':
					a.bars++
				}
			}
			if strings.Contains(r.text, "](") {
				a.lastLink = i
			}
		}
	}
	return a
}

func (m *mdEscaper) text() {
	m.call, m.open, m.shut = strings.LastIndex(m.s, "]("), strings.IndexByte(m.s, '['), strings.LastIndexByte(m.s, ']')
	prev := ' '
	line := m.b.Len() == 0 || strings.HasSuffix(m.b.String(), "\n")
	for i := 0; i < len(m.s); {
		if !line {
			from := i
			for i < len(m.s) && (isASCIILetter(m.s[i]) || m.s[i] == ' ' || m.s[i] == ',') {
				i++
			}
			if i > from {
				m.b.WriteString(m.s[from:i])
				prev = rune(m.s[i-1])
				continue
			}
		}
		r, n := utf8.DecodeRuneInString(m.s[i:])
		next := m.next
		if i+n < len(m.s) {
			next, _ = utf8.DecodeRuneInString(m.s[i+n:])
		} else if next == 0 {
			next = ' '
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
	rest, _, cut := strings.Cut(m.s[i:], "\n")
	behind := strings.TrimLeft(rest, string(r))
	if !cut && m.next != 0 && m.next != '\n' {
		rest += "x" // the line goes on with something else
		if behind == "" {
			behind = "x"
		}
	}
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

func isAlnum(r rune) bool { return r != '_' && isWordRune(r) }

// active reports whether r at i would mean something between prev and next.
func (m *mdEscaper) active(i int, r, prev, next rune) bool {
	switch r {
	case '\\':
		return next < utf8.RuneSelf && (util.IsPunct(byte(next)) || next == '\n' || i+1 == len(m.s))
	case '`':
		return m.ticks > 1
	case '*':
		return m.stars > 1 && (!unicode.IsSpace(prev) || !unicode.IsSpace(next))
	case '_':
		return m.lows > 1 && !(isAlnum(prev) && isAlnum(next)) && !(unicode.IsSpace(prev) && unicode.IsSpace(next))
	case '~':
		return m.tildes > 1 && (next == '~' || prev == '~' || isWordRune(prev))
	case '<':
		return next == '/' || next == '!' || next == '?' || next < utf8.RuneSelf && isASCIILetter(byte(next))
	case '&':
		return entityLength(m.s[i:min(len(m.s), i+64)]) > 0
	case '[':
		return next == '[' || m.links && i > m.shut || i < m.call
	case ']':
		return next == '(' && (m.open < 0 || m.open > i)
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
