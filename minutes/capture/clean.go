package capture

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Clean returns what was typed or pasted as text: in NFC, with LF for every
// kind of line break, without terminal sequences, control characters and marks
// that turn the direction of writing; tabs stay. Bytes that are no UTF-8 become
// the sign for that.
func Clean(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\ufffd")
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n").Replace(s)
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		if s[i] == 0x1b {
			i += escapeSequence(s[i:])
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == '\n' || r == '\t' || !unicode.IsControl(r) && !turnsText(r) {
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return norm.NFC.String(b.String())
}

// isPlain reports whether s is clean as it is, as nearly all that is typed.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' || c == 0x7f || c >= 0xcc {
			return false // marks begin with 0xcc, and so does all beyond Latin letters
		}
		if s[i] == 0xc2 && i+1 < len(s) && s[i+1] < 0xa0 {
			return false // C1 controls
		}
	}
	return utf8.ValidString(s)
}

// turnsText reports whether r is no text but says in which direction to write,
// or is a mark of byte order.
func turnsText(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\ufeff'
}

// escapeSequence returns how long the terminal sequence at the start of s is.
func escapeSequence(s string) int {
	if len(s) < 2 {
		return len(s)
	}
	switch s[1] {
	case '[': // CSI: parameters, then one final byte
		for i := 2; i < len(s); i++ {
			if s[i] >= 0x40 && s[i] <= 0x7e {
				return i + 1
			}
			if s[i] < 0x20 || s[i] > 0x7e {
				return i // broken off: what follows is text
			}
		}
		return len(s)
	case ']', 'P', '_', '^', 'X': // a string, to BEL or ESC \
		for i := 2; i < len(s); i++ {
			switch s[i] {
			case 0x07:
				return i + 1
			case 0x1b:
				if i+1 < len(s) && s[i+1] == '\\' {
					return i + 2
				}
				return i
			case '\n':
				return i
			}
		}
		return len(s)
	}
	if s[1] == 'O' || s[1] == 'N' { // a key of the keypad
		_, n := utf8.DecodeRuneInString(s[2:])
		return 2 + n
	}
	if s[1] >= 0x20 && s[1] <= 0x7e {
		return 2
	}
	return 1
}
