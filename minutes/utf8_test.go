package minutes

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestIsText holds isText to packages utf8 and strings, wherever in 32 bytes it breaks.
func TestIsText(t *testing.T) {
	const plain = "Aufgaben, wie man sie eben schreibt, wenn es eilt, und noch ein paar Worte mehr"
	for i := range plain {
		for _, s := range []string{"", "ä", "€", "😀", "\ufffd", "\xff", "\xc3", "\xe2\x82", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\x80", "ä\xffä", "öß", "\x00", "\x00ä", "ä\x00", "\x01\x7f"} {
			for _, b := range []string{plain[:i] + s + plain[i:], plain[:i] + s, s + plain[:i] + s} {
				if got, want := isText([]byte(b)), utf8.ValidString(b) && !strings.Contains(b, "\x00"); got != want {
					t.Errorf("%q: %v, want %v", b, got, want)
				}
			}
		}
	}
}
