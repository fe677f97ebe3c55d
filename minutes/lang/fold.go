package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Key returns what words and names are compared by: NFC, case folded, white
// space folded. Texts keep their own form; keys are for comparing alone.
func Key(s string) string {
	plain, spaces := true, false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			plain = false
		case c <= ' ':
			spaces = true
		}
	}
	if !plain {
		s = foldRunes(s)
		spaces = true
	} else {
		s = strings.ToLower(s)
	}
	if spaces && !singleSpaced(s) {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}

// singleSpaced reports whether white space is folded in s already.
func singleSpaced(s string) bool {
	before := ' '
	for _, r := range s {
		if unicode.IsSpace(r) && (r != ' ' || before == ' ') {
			return false
		}
		before = r
	}
	return before != ' ' || s == ""
}

// foldRunes is the part of Key for what is not ASCII. Upper case comes first:
// it is what unites "ſ" with "s" and "ς" with "σ".
func foldRunes(s string) string {
	b := make([]byte, 0, 64) // most words fit, and need no memory of their own
	for _, r := range s {
		if r >= firstMark {
			s = norm.NFC.String(strings.ToUpper(norm.NFC.String(s)))
			return strings.ToLower(s)
		}
		b = utf8.AppendRune(b, unicode.ToLower(unicode.ToUpper(r)))
	}
	return string(b)
}

// firstMark is the first combining mark. What has none and nothing beyond is
// NFC as it is: German, and most of what is written in Latin letters.
const firstMark = 0x300
