package wikitext

import (
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Every character is composed as the standard says, behind one that it could
// join and before one.
func TestComposed(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		for _, s := range []string{string(r), "a" + string(r), string(r) + "\u0308", "\u2013" + string(r)} {
			if got, want := composed(s), norm.NFC.String(s); got != want {
				t.Fatalf("composed(%q) = %q, want %q", s, got, want)
			}
		}
	}
}

func TestClean(t *testing.T) {
	for _, c := range [][2]string{
		{"a\tb\nä–\U0001f600", "a\tb\nä–\U0001f600"},
		{"a\r\nb\rc", "a\nb\nc"},
		{"\x00\x1f\x7f", "\ufffd\ufffd\ufffd"},
		{"\ufffe\uffff\ufffd", "\ufffd\ufffd\ufffd"},
		{"\xff\xc3", "\ufffd\ufffd"},
		{"\ue000\ufeff", "\ue000\ufeff"},
	} {
		if got := clean(c[0]); got != c[1] {
			t.Errorf("clean(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}
