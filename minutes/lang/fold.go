package lang

import (
	"strings"
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
		// Upper case first: it is what unites "ſ" with "s" and "ς" with "σ".
		s = norm.NFC.String(strings.ToUpper(norm.NFC.String(s)))
		spaces = true
	}
	s = strings.ToLower(s)
	if spaces {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}
