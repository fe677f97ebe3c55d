package minutes

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// key returns what names are compared by: NFC, lower case, white space folded.
func key(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if !ascii {
		s = norm.NFC.String(strings.ToUpper(norm.NFC.String(s)))
	}
	s = strings.ToLower(s)
	if strings.IndexByte(s, ' ') >= 0 || strings.ContainsAny(s, "\t\u00a0") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}

// equalFold reports whether a and b are the same name.
func equalFold(a, b string) bool { return a == b || key(a) == key(b) }
