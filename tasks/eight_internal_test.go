package tasks

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestEightBytesAtATime holds the loops over words to what the same loops over
// bytes say, for texts in which anything stands anywhere.
func TestEightBytesAtATime(t *testing.T) {
	rnd := rand.New(rand.NewPCG(8, 8))
	pieces := []string{"a", "f", "g", "0", "9", ":", " ", "/", "`", "~", "\t", "\x00", "\x1f", "\x7f", "\x80", "\x9f", "\xff", "ä", "€", "🎉", "\r"}
	for range 200_000 {
		var b strings.Builder
		for range rnd.IntN(14) {
			if rnd.IntN(3) > 0 {
				b.WriteString("a0"[rnd.IntN(2):][:1])
			} else {
				b.WriteString(pieces[rnd.IntN(len(pieces))])
			}
		}
		s := b.String()
		control := strings.ContainsFunc(s, func(c rune) bool { return c < ' ' && c != '\t' || c == 0x7f })
		if want := utf8.ValidString(s) && !control; isText(s) != want {
			t.Fatalf("isText(%q) = %v", s, !want)
		}
		word, rest, _ := strings.Cut(s, " ")
		if w, r := cut(s); w != word || r != rest {
			t.Fatalf("cut(%q) = %q, %q", s, w, r)
		}
		if len(s) < 8 {
			continue
		}
		if want := strings.Trim(s[:8], "0123456789abcdef") == ""; isHex(eight(s)) != want {
			t.Fatalf("isHex(%q) = %v", s[:8], !want)
		}
	}
}

func TestClock(t *testing.T) {
	for h := range 100 {
		for m := 0; m < 100; m += 4 {
			for s := 0; s < 100; s += 3 {
				text := fmt.Sprintf("%02d:%02d:%02d", h, m, s)
				n, ok := clock(eight(text))
				if valid := h < 24 && m < 60 && s < 60; ok != valid || ok && n != int64(h*3600+m*60+s) {
					t.Fatalf("%s is %d, %v", text, n, ok)
				}
			}
		}
	}
	good := []byte("21:14:03")
	for i := range good {
		for c := range 256 {
			text := append([]byte{}, good...)
			text[i] = byte(c)
			digit := c >= '0' && c <= '9'
			if i == 2 || i == 5 {
				digit = c == ':'
			}
			if _, ok := clock(eight(string(text))); ok && !digit {
				t.Errorf("%q is a time", text)
			}
		}
	}
}

func TestVerbsHaveTheirNumbers(t *testing.T) {
	for i, v := range verbs {
		if n := knownVerb(string(v)); n != i {
			t.Errorf("%s is number %d, not %d", v, n, i)
		}
	}
}
