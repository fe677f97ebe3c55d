package capture

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markdownOf returns a line that was typed as Markdown that shows it as typed,
// wherever a block may begin. Emphasis at word edges, code, links and
// addresses keep their meaning; what would begin a block, a comment or an
// entity, backslashes, and asterisks within words are escaped.
func markdownOf(line string) string {
	line = strings.TrimSpace(line)
	start := opener(line)
	if start < 0 && !strings.ContainsAny(line, "\\*<&") {
		return line
	}
	var b strings.Builder
	b.Grow(len(line) + 8)
	for i := 0; i < len(line); {
		c := line[i]
		switch {
		case c == '`' && i != start:
			end := codeEnd(line, i)
			b.WriteString(strings.ReplaceAll(line[i:end], "<!--", `\<!--`))
			i = end
			continue
		case i == start, c == '\\',
			c == '*' && withinWord(line, i),
			c == '<' && strings.HasPrefix(line[i:], "<!--"),
			c == '&' && isEntity(line[i:]):
			b.WriteByte('\\')
		}
		b.WriteByte(c)
		i++
	}
	return b.String()
}

// typedOf takes back markdownOf; ok is false if md is not what that makes of
// any line.
func typedOf(md string) (line string, ok bool) {
	if !strings.Contains(md, `\`) {
		return md, markdownOf(md) == md
	}
	var b strings.Builder
	for i := 0; i < len(md); {
		switch c := md[i]; {
		case c == '`':
			end := codeEnd(md, i)
			b.WriteString(strings.ReplaceAll(md[i:end], `\<!--`, "<!--"))
			i = end
			continue
		case c == '\\' && i+1 < len(md) && isPunct(md[i+1]):
			i++
			fallthrough
		default:
			b.WriteByte(md[i])
			i++
		}
	}
	return b.String(), markdownOf(b.String()) == md
}

// opener returns the offset of the character that would make line begin
// another block than a paragraph; -1 if none would.
func opener(line string) int {
	if line == "" {
		return -1
	}
	switch c := line[0]; c {
	case '#':
		n := runOf(line, c)
		if n <= 6 && endsWord(line, n) {
			return 0
		}
	case '>':
		return 0
	case '-', '+', '*', '_', '=':
		if c != '_' && c != '=' && endsWord(line, 1) || isRule(line) {
			return 0
		}
	case '`', '~':
		if n := runOf(line, c); n >= 3 && (c == '~' || strings.IndexByte(line[n:], '`') < 0) {
			return 0
		}
	case '[':
		if isCheckbox(line) || isDefinition(line) {
			return 0
		}
	case '<':
		if isTag(line) {
			return 0
		}
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		n := 0
		for n < len(line) && line[n] >= '0' && line[n] <= '9' {
			n++
		}
		if n <= 9 && n < len(line) && (line[n] == '.' || line[n] == ')') && endsWord(line, n+1) {
			return n
		}
	}
	return -1
}

// isRule reports whether line is made of one of -, *, _, = and blanks alone:
// it would be a rule, or underline the line before it.
func isRule(line string) bool { return strings.Trim(line, string(line[0])+" \t") == "" }

func isCheckbox(line string) bool {
	return len(line) >= 3 && line[0] == '[' && line[2] == ']' && strings.IndexByte(" xX", line[1]) >= 0 && endsWord(line, 3)
}

// isDefinition reports whether line may be a link's definition, which would
// not be shown.
func isDefinition(line string) bool {
	i := strings.Index(line, "]:")
	return i > 1 && strings.TrimSpace(line[1:i]) != ""
}

// isTag reports whether line may begin a block of HTML.
func isTag(line string) bool {
	if len(line) < 2 {
		return false
	}
	switch c := line[1]; {
	case c == '/' || c == '!' || c == '?':
		return true
	case c|0x20 < 'a' || c|0x20 > 'z':
		return false
	}
	i := strings.IndexFunc(line[1:], func(r rune) bool {
		return r != '-' && (r >= utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsDigit(r))
	})
	return i < 0 || strings.IndexByte(" \t>/", line[1+i]) >= 0
}

// isEntity reports whether s begins with an entity, which would be shown as
// the character it names.
func isEntity(s string) bool {
	end := strings.IndexByte(s, ';')
	if end < 2 || end > 33 {
		return false
	}
	for i, c := range []byte(s[1:end]) {
		letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
		if !letter && (c != '#' || i > 0) {
			return false
		}
	}
	return true
}

// withinWord reports whether the run of asterisks around line[i] stands
// between two letters or digits.
func withinWord(line string, i int) bool {
	from, to := i, i+1
	for from > 0 && line[from-1] == '*' {
		from--
	}
	for to < len(line) && line[to] == '*' {
		to++
	}
	before, _ := utf8.DecodeLastRuneInString(line[:from])
	after, _ := utf8.DecodeRuneInString(line[to:])
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return from > 0 && to < len(line) && word(before) && word(after)
}

// codeEnd returns where the code that begins at s[i] ends, or the run of
// backticks if no other of the same length closes it.
func codeEnd(s string, i int) int {
	n := runOf(s[i:], '`')
	for at := i + n; at < len(s); {
		j := strings.IndexByte(s[at:], '`')
		if j < 0 {
			break
		}
		m := runOf(s[at+j:], '`')
		if at += j + m; m == n {
			return at
		}
	}
	return i + n
}

// endsWord reports whether nothing or a blank stands at s[i].
func endsWord(s string, i int) bool { return i == len(s) || s[i] == ' ' || s[i] == '\t' }

func runOf(s string, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}

func isPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}
