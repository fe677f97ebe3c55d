package capture

import "strings"

// textLine is a line of a file.
type textLine struct {
	at, next int    // offsets: where it begins, and the line behind it
	text     string // without its line break
}

// linesOf returns the lines of src from offset start on.
func linesOf(src string, start int) []textLine {
	var out []textLine
	for at := start; at < len(src); {
		next := len(src)
		if i := strings.IndexByte(src[at:], '\n'); i >= 0 {
			next = at + i + 1
		}
		out = append(out, textLine{at, next, strings.TrimRight(src[at:next], "\r\n")})
		at = next
	}
	return out
}

func isBlank(s string) bool { return strings.TrimLeft(s, " \t\r") == "" }

// indentOf returns the column of the first character of s that is not blank,
// and its offset. Tabs go to the next multiple of four.
func indentOf(s string) (col, at int) {
	for at < len(s) {
		switch s[at] {
		case ' ':
			col++
		case '\t':
			col += 4 - col%4
		default:
			return col, at
		}
		at++
	}
	return col, at
}

// readItem reads the mark of a list item: "-", "1.". Width is the column where
// its text begins, text what stands there.
func readItem(s string) (mark string, indent, width int, text string, ok bool) {
	indent, at := indentOf(s)
	rest := s[at:]
	if rest == "" {
		return "", 0, 0, "", false
	}
	n := 0
	switch c := rest[0]; {
	case c == '-' || c == '*' || c == '+':
		if c != '+' && len(rest) > 2 && strings.Count(rest, string(c)) > 2 && isRule(rest) {
			return "", 0, 0, "", false
		}
		n = 1
	case c >= '0' && c <= '9':
		for n < len(rest) && rest[n] >= '0' && rest[n] <= '9' {
			n++
		}
		if n > 9 || n == len(rest) || rest[n] != '.' && rest[n] != ')' {
			return "", 0, 0, "", false
		}
		n++
	default:
		return "", 0, 0, "", false
	}
	if !endsWord(rest, n) {
		return "", 0, 0, "", false
	}
	mark = rest[:n]
	body := strings.TrimLeft(rest[n:], " \t")
	pad := len(rest) - n - len(body)
	if body == "" || pad > 4 || strings.Contains(rest[n:n+pad], "\t") {
		pad = 1
	}
	return mark, indent, indent + n + pad, strings.TrimLeft(rest[n:], " \t"), true
}

// dedent takes up to width columns of blanks off the front of s.
func dedent(s string, width int) string {
	for col := 0; s != "" && col < width; {
		switch s[0] {
		case ' ':
			col++
		case '\t':
			col += 4 - col%4
			if col > width {
				return strings.Repeat(" ", col-width) + s[1:]
			}
		default:
			return s
		}
		s = s[1:]
	}
	return s
}

// fenceOf returns the fence that s opens, "" if it opens none.
func fenceOf(s string) string {
	col, at := indentOf(s)
	s = s[at:]
	if col > 3 || s == "" || s[0] != '`' && s[0] != '~' {
		return ""
	}
	n := runOf(s, s[0])
	if n < 3 || s[0] == '`' && strings.IndexByte(s[n:], '`') >= 0 {
		return ""
	}
	return s[:n]
}

// closes reports whether s closes the open fence.
func closes(s, fence string) bool {
	col, at := indentOf(s)
	s = strings.TrimRight(s[at:], " \t")
	return col <= 3 && len(s) >= len(fence) && runOf(s, fence[0]) == len(s)
}
