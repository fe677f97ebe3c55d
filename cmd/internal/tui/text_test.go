package tui

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWrap(t *testing.T) {
	tests := []struct {
		text string
		w    int
		want string // rows parted by |
	}{
		{"", 5, ""},
		{"eins zwei drei", 9, "eins zwei|drei"},
		{"eins zwei drei", 4, "eins|zwei|drei"},
		{"eins zwei drei", 5, "eins|zwei|drei"},
		{"eins  zwei", 5, "eins |zwei"},
		{"Donaudampfer", 5, "Donau|dampf|er"},
		{"ab Donaudampfer", 5, "ab|Donau|dampf|er"},
		{"eins\nzwei", 20, "eins|zwei"},
		{"eins\n", 20, "eins|"},
		{"äöü äöü", 3, "äöü|äöü"},
		{"漢字漢字", 5, "漢字|漢字"},
		{"漢字", 1, "漢|字"},
		{"e\u0301e\u0301 x", 2, "e\u0301e\u0301|x"},
	}
	for _, tt := range tests {
		if got := strings.Join(cells{clusters: true}.wrap(tt.text, tt.w), "|"); got != tt.want {
			t.Errorf("wrap(%q, %d) is %q, want %q", tt.text, tt.w, got, tt.want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("die Fock ist gerissen 👩‍👩‍👧 漢字\n e\u0301", 7, true)
	f.Add("  zwei  blanke ", 3, false)
	f.Fuzz(func(t *testing.T, s string, w int, clusters bool) {
		if !utf8.ValidString(s) || w < 1 || w > 200 || len(s) > 2000 {
			t.Skip()
		}
		s = clean(s)
		c := cells{clusters: clusters}
		rows := c.wrap(s, w)
		squeeze := strings.NewReplacer(" ", "", "\n", "")
		if a, b := squeeze.Replace(strings.Join(rows, "")), squeeze.Replace(s); a != b {
			t.Fatalf("wrapping %q lost something: %q", s, rows)
		}
		for _, r := range rows {
			if g, _ := "", 0; c.width(r) > w {
				g, _ = c.next(r)
				if g != r {
					t.Fatalf("a row of %q is wider than %d: %q", s, w, r)
				}
			}
		}
		one := cleanLine(s)
		for n := range 5 {
			head, hw := c.cut(one, n)
			if !strings.HasPrefix(one, head) || hw > n || c.width(head) != hw {
				t.Fatalf("cut(%q, %d) is %q, %d wide", one, n, head, hw)
			}
		}
	})
}

func TestClean(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Grüße", "Grüße"},
		{"rot\x1b[31m!", "rot!"},
		{"a\tb", "a    b"},
		{"a\x00\x07\x7fb", "ab"},
		{"a\u009b31mb", "a31mb"},
		{"a\u202eb\u2066c", "abc"},
		{"a\u2028b\u0085c", "a\nb\nc"},
		{"\ufeffa", "a"},
		{"a\xffb", "a\ufffdb"},
		{"👩‍👩‍👧 ❤️", "👩‍👩‍👧 ❤️"},
	}
	for _, tt := range tests {
		if got := clean(tt.in); got != tt.want {
			t.Errorf("clean(%q) is %q, want %q", tt.in, got, tt.want)
		}
	}
	if got := cleanLine("a\nb"); got != "a b" {
		t.Errorf("cleanLine leaves a line break: %q", got)
	}
}

func TestShort(t *testing.T) {
	c := cells{clusters: true}
	for _, tt := range []struct {
		s    string
		w    int
		want string
	}{{"Backups", 7, "Backups"}, {"Backups", 6, "Backu…"}, {"ein Wort", 5, "ein…"}, {"Backups", 1, "…"}, {"Backups", 0, ""}, {"漢字漢", 4, "漢…"}} {
		if got := c.short(tt.s, tt.w); got != tt.want {
			t.Errorf("short(%q, %d) is %q, want %q", tt.s, tt.w, got, tt.want)
		}
	}
}

func TestRowIsNeverTooWide(t *testing.T) {
	c := cells{clusters: true}
	for w := range 12 {
		r := newRow(c, w).put("", "a漢").short("", "漢字漢字", 5).put("", "漢x").fill(w)
		if got := c.width(r.String()); got != w {
			t.Errorf("a row of %d cells is %d wide: %q", w, got, r.String())
		}
	}
	r := newRow(c, 10).put("", "links").end("", "re")
	if got := r.String(); got != "links   re" {
		t.Errorf("got %q", got)
	}
	if got := newRow(c, 7).put("", "links").end("", "re").String(); got != "links" {
		t.Errorf("what has no room is left out, got %q", got)
	}
}

func TestJoinedEmojiAreDrawnAsTheirFirst(t *testing.T) {
	for _, c := range []struct {
		text, shown string
		width       int
	}{
		{"👨‍👩‍👧 da", "👨 da", 5},
		{"👍🏽", "👍", 2},
		{"🛢️x", "🛢x", 2},
		{"\u0915\u094d\u200d\u0937", "\u0915\u094d\u200d\u0937", 2},
		{"üß", "üß", 2},
	} {
		plain := cells{}
		if got := plain.shown(c.text); got != c.shown {
			t.Errorf("of %q %q is drawn", c.text, got)
		}
		if got := plain.width(c.text); got != c.width {
			t.Errorf("%q is %d cells wide, not %d", c.text, got, c.width)
		}
		if s := (cells{clusters: true}); s.shown(c.text) != c.text {
			t.Errorf("%q is not drawn whole", c.text)
		}
		if r := newRow(plain, 40).put("", c.text); r.String() != c.shown || r.used != c.width {
			t.Errorf("the row of %q is %q", c.text, r.String())
		}
	}
}
