package tui

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// cleanText is pasted for text that may hold tabs, which stay: an entry that
// came with the file is edited as it is.
func cleanText(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = stripSequences(strings.ToValidUTF8(s, "\uFFFD"))
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085':
			return '\n'
		case hidden(r):
			return -1
		}
		return r
	}, s))
}

// isPlain reports whether s is printable ASCII, tabs and line ends, as most is
// that is typed.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x7f || c < ' ' && c != '\n' && c != '\t' {
			return false
		}
	}
	return true
}
