package capture

import (
	"strings"
	"testing"
)

func TestIsNear(t *testing.T) {
	for _, c := range []struct {
		word, want string
		far        int
		ok         bool
	}{
		{"kaja", "kaja", 0, true},
		{"ka", "kaja", 1, true},
		{"kajja", "kaja", 1, true},
		{"kjaa", "kaja", 1, true},
		{"kajo", "kaja", 1, true},
		{"laja", "kaja", 0, false}, // the first letter is rarely wrong
		{"kxxa", "kaja", 2, false},
		{"oel", "ole", 1, true},
		{"ol", "oel", 0, false},
		{"antwrto", "antwort", 2, true},
		{"begruednung", "begruendung", 1, true},
		{"k", "kaja", 0, false},
		{strings.Repeat("x", 80), strings.Repeat("x", 81), 1, true},
		{strings.Repeat("x", 81), strings.Repeat("x", 80), 3, false}, // too long to look at
	} {
		if far, ok := isNear(c.word, c.want, 3); ok != c.ok || ok && far != c.far {
			t.Errorf("%q and %q: %d, %t", c.word, c.want, far, ok)
		}
	}
	if _, ok := isNear("oel", "ole", 4); ok {
		t.Error("three letters are too few where four are asked for")
	}
}
