package minutes

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestIsText holds isText to packages utf8 and strings, wherever in the blocks
// of bytes that it looks at the text breaks.
func TestIsText(t *testing.T) {
	const plain = "Aufgaben, wie man sie eben schreibt, wenn es eilt, und noch ein paar Worte mehr" +
		" dazu, die schon älter sind, über die niemand mehr spricht, für die es aber 3 € gab"
	for i := range len(plain) {
		for _, s := range []string{"", "ä", "ää", "€", "😀", "\ufffd", "\xff", "\xc3", "\xe2\x82", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\x80", "ä\xffä", "öß", "\x00", "\x00ä", "ä\x00", "\x01\x7f"} {
			for _, b := range []string{plain[:i] + s + plain[i:], plain[:i] + s, s + plain[:i] + s} {
				if got, want := isText([]byte(b)), utf8.ValidString(b) && !strings.Contains(b, "\x00"); got != want {
					t.Errorf("%q: %v, want %v", b, got, want)
				}
			}
		}
	}
}

func FuzzIsText(f *testing.F) {
	for _, s := range []string{"für alle, die es lesen wollen, und 3 € dazu", "\xf0\x9f\x98\x80", "\xed\xa0\x80", "\xc3", "a\x00"} {
		f.Add([]byte(s), uint8(40))
	}
	f.Fuzz(func(t *testing.T, b []byte, before uint8) {
		b = append([]byte(strings.Repeat("x", int(before))), b...)
		if got, want := isText(b), utf8.Valid(b) && !strings.Contains(string(b), "\x00"); got != want {
			t.Errorf("%q: %v, want %v", b, got, want)
		}
	})
}
