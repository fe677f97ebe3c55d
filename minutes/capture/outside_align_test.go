package capture

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestAlign(t *testing.T) {
	for _, c := range []struct{ old, now, want string }{
		{"a b c", "a b c", "0 1 2"},
		{"a b c", "a c", "0 2"},
		{"a c", "a b c", "0 -1 1"},
		{"", "a", "-1"},
		{"a b c d", "a x c d", "0 -1 2 3"},
		{"a b c d e", "x b y d z", "-1 1 -1 3 -1"},
		{"a a a b", "a a b", "0 1 3"},
		{"a b a c a", "a c a", "0 3 4"},
		{"a b", "b a", "-1 0"},
	} {
		got := strings.Trim(fmt.Sprint(align(strings.Fields(c.old), strings.Fields(c.now))), "[]")
		if got != c.want {
			t.Errorf("%q %q: got %s, want %s", c.old, c.now, got, c.want)
		}
	}
}

// Whatever the texts: pairs are equal, and in order on both sides.
func TestAlignRandom(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var old, now []string
		for range r.IntN(30) {
			old = append(old, fmt.Sprint(r.IntN(12)))
		}
		for _, s := range old {
			switch r.IntN(6) {
			case 0:
			case 1:
				now = append(now, s, fmt.Sprint(r.IntN(20)))
			default:
				now = append(now, s)
			}
		}
		last := -1
		for j, i := range align(old, now) {
			if i < 0 {
				continue
			}
			if old[i] != now[j] || i <= last {
				t.Fatalf("%v\n%v\n%v", old, now, align(old, now))
			}
			last = i
		}
		if slices.Equal(old, now) && slices.Contains(align(old, now), -1) {
			t.Fatal("equal texts are not seen as such")
		}
	}
}

func TestMates(t *testing.T) {
	pair := func(old, now []string) string {
		return fmt.Sprint(mates(len(old), len(now), func(i, j int) float64 {
			if f := alike(old[i], now[j]); f >= 0.5 {
				return f
			}
			return 0
		}))
	}
	old := []string{"- Datenbank-Vollbackup läuft täglich", "- neuen Server ordern (jamasi)"}
	for _, c := range []struct {
		now  string
		want string
	}{
		{"- Datenbank-Vollbackup läuft stündlich|- neuen Server bestellen (jamasi)", "[0 1]"},
		{"- neuen Server bestellen (jamasi)", "[1]"},
		{"- etwas ganz anderes|- neuen Server ordern (sebi)", "[-1 1]"},
		{"- neu dazu|- Datenbank-Vollbackup läuft täglich|- noch eines", "[-1 0 -1]"},
	} {
		if got := pair(old, strings.Split(c.now, "|")); got != c.want {
			t.Errorf("%q: %s, want %s", c.now, got, c.want)
		}
	}
}
