package lang

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// Letters below the combining marks fold without tables as they do with them.
func TestFoldLatin(t *testing.T) {
	for r := rune(0x80); r < firstMark+0x100; r++ {
		for _, s := range []string{string(r), "a" + string(r) + "B", string(r) + string(r)} {
			want := strings.ToLower(norm.NFC.String(strings.ToUpper(norm.NFC.String(s))))
			if got := foldRunes(s); got != want {
				t.Errorf("%q (%U): %q, want %q", s, r, got, want)
			}
		}
	}
}

func TestSingleSpaced(t *testing.T) {
	for _, s := range []string{"", " ", "a", "a b", " a", "a ", "a  b", "a\tb", "a\u00a0b", "ä ö", "\n", "a \u2003b", "a b c"} {
		if got, want := singleSpaced(s), s == strings.Join(strings.Fields(s), " "); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
}
