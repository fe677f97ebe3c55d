package capture

import "strings"

// blockStart returns what must be escaped so that line begins no other block
// than a paragraph: n bytes at offset at; n is 0 if it begins none.
func blockStart(line string) (at, n int) {
	if line == "" {
		return 0, 0
	}
	switch c := line[0]; c {
	case '#':
		if n := runOf(line, c); n <= 6 && endsWord(line, n) {
			return 0, 1
		}
	case '>':
		return 0, 1
	case '-', '+', '*', '_', '=', '|', ':':
		if strings.IndexByte("-+*", c) >= 0 && endsWord(line, 1) || isRule(line) || isTableRule(line) {
			return 0, 1
		}
	case '`', '~':
		if n := runOf(line, c); n >= 3 && (c == '~' || strings.IndexByte(line[n:], '`') < 0) {
			return 0, n
		}
	case '[':
		if isCheckbox(line) || isDefinition(line) {
			return 0, 1
		}
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		if n := listNumber(line); n > 0 {
			return n, 1
		}
	}
	return 0, 0
}

// listNumber returns how many digits stand before the dot or bracket of a
// numbered list item; 0 if line is none.
func listNumber(line string) int {
	n := 0
	for n < len(line) && line[n] >= '0' && line[n] <= '9' {
		n++
	}
	if n > 0 && n <= 9 && n < len(line) && (line[n] == '.' || line[n] == ')') && endsWord(line, n+1) {
		return n
	}
	return 0
}

// isRule reports whether line is made of one of -, *, _, = and blanks alone:
// it would be a rule, or underline the line before it.
func isRule(line string) bool {
	return strings.IndexByte("-*_=", line[0]) >= 0 && strings.Trim(line, string(line[0])+" \t") == ""
}

// isTableRule reports whether line would make a table of the line before it.
func isTableRule(line string) bool {
	return strings.IndexByte(line, '|') >= 0 && strings.IndexByte(line, '-') >= 0 && strings.Trim(line, "|:- \t") == ""
}

func isCheckbox(line string) bool {
	return len(line) >= 3 && line[0] == '[' && line[2] == ']' && strings.IndexByte(" xX", line[1]) >= 0 && endsWord(line, 3)
}

// isDefinition reports whether line may be a link's definition, which would
// not be shown.
func isDefinition(line string) bool {
	i := strings.Index(line, "]:")
	return i > 1 && strings.TrimSpace(line[1:i]) != ""
}

// endsWord reports whether nothing or a blank stands at s[i].
func endsWord(s string, i int) bool { return i == len(s) || s[i] == ' ' || s[i] == '\t' }
