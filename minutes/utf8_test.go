package minutes

import (
	"testing"
	"unicode/utf8"
)

// TestIsUTF8 holds isUTF8 to package utf8, wherever in eight bytes it breaks.
func TestIsUTF8(t *testing.T) {
	const plain = "Aufgaben, wie man sie eben schreibt"
	for i := range plain {
		for _, s := range []string{"", "ä", "€", "😀", "\ufffd", "\xff", "\xc3", "\xe2\x82", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\x80", "ä\xffä", "öß"} {
			for _, b := range []string{plain[:i] + s + plain[i:], plain[:i] + s, s + plain[:i] + s} {
				if got, want := isUTF8([]byte(b)), utf8.ValidString(b); got != want {
					t.Errorf("%q: %v, want %v", b, got, want)
				}
			}
		}
	}
}
