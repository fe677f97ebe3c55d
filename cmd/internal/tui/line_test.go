package tui

import (
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/unicode/norm"
)

// edited returns a line after keys, with | at the cursor.
func edited(text string, keys ...string) string {
	var l line
	l.setAt(strings.ReplaceAll(text, "|", ""), max(strings.IndexByte(text, '|'), 0))
	if !strings.Contains(text, "|") {
		l.end()
	}
	for _, k := range keys {
		l.edit(keyPress(k))
	}
	return l.text[:l.at] + "|" + l.text[l.at:]
}

func TestLineEdit(t *testing.T) {
	const family = "👩‍👩‍👧"
	tests := []struct {
		text string
		keys string // parted by blanks
		want string
	}{
		{"", "a ä ß", "aäß|"},
		{"ab|cd", "x", "abx|cd"},
		{"ab|cd", "left left", "|abcd"},
		{"ab|cd", "left left left", "|abcd"},
		{"ab|cd", "right right right", "abcd|"},
		{"ab|cd", "home x", "x|abcd"},
		{"ab|cd", "end x", "abcdx|"},
		{"ab|cd", "ctrl+a ctrl+e", "abcd|"},
		{"ab|cd", "backspace", "a|cd"},
		{"|cd", "backspace", "|cd"},
		{"ab|cd", "delete", "ab|d"},
		{"ab|", "delete", "ab|"},
		{"a" + family + "|b", "backspace", "a|b"},
		{"a|" + family + "b", "delete", "a|b"},
		{"a|" + family + "b", "right", "a" + family + "|b"},
		{"a" + family + "|b", "left", "a|" + family + "b"},
		{"x 🇩🇪🇫🇷|", "backspace", "x 🇩🇪|"},
		{"x 🇩🇪🇫🇷|", "left left", "x |🇩🇪🇫🇷"},
		{"q\u0323\u0301|", "backspace", "|"},
		{"e|", "\u0301", "é|"},
		{"die Fock|", "ctrl+left", "die |Fock"},
		{"die (Fock)|", "ctrl+left", "die (|Fock)"},
		{"die (Fock)|", "ctrl+left ctrl+left", "|die (Fock)"},
		{"|die (Fock)", "ctrl+right", "die| (Fock)"},
		{"|die (Fock)", "ctrl+right ctrl+right", "die (Fock|)"},
		{"Grüße an|", "ctrl+w", "Grüße |"},
		{"Grüße an|", "ctrl+w ctrl+w", "|"},
		{"ab|cd", "ctrl+k", "ab|"},
		{"ab|cd", "ctrl+u", "|cd"},
		{"ab|cd", "ctrl+k home ctrl+y", "cd|ab"},
		{"ab|cd", "ctrl+k ctrl+k ctrl+y", "abcd|"},
		{"ab|", "alt+@", "ab@|"},
		{"ab", "ctrl+alt+@ ctrl+alt+[ ctrl+alt+] ctrl+alt+{ ctrl+alt+} ctrl+alt+| ctrl+alt+~ ctrl+alt+\\", "ab@[]{}|~\\|"},
		{"ab|", "alt+b", "ab|"},
		{"ab|", "f5 pgup ctrl+j", "ab|"},
	}
	for _, tt := range tests {
		if got := edited(tt.text, strings.Fields(tt.keys)...); got != tt.want {
			t.Errorf("%q, %s: %q, want %q", tt.text, tt.keys, got, tt.want)
		}
	}
}

func TestLineTakesBlanks(t *testing.T) {
	var l line
	l.edit(tea.KeyPressMsg{Code: ' ', Text: " "})
	l.edit(tea.KeyPressMsg{Code: ' ', Mod: tea.ModShift}) // some terminals tell of the shift key
	if l.text != "  " {
		t.Errorf("got %q", l.text)
	}
}

func TestLineViewScrolls(t *testing.T) {
	c := cells{clusters: true}
	var l line
	l.set("0123456789abcdefghij")
	for _, tt := range []struct {
		at   int
		want string // with | at the cursor
	}{
		{20, "…efghij|"}, {19, "…efghi|j"}, {14, "…abcd|efgh…"}, {13, "…abc|defgh…"}, {0, "|012345678…"}, {5, "01234|5678…"}, {9, "012345678|9"},
	} {
		l.at = tt.at
		s, x := l.view(c, 10)
		head, _ := c.cut(s, x)
		if got := head + "|" + s[len(head):]; c.width(s) > 10 || x > 9 || got != tt.want {
			t.Errorf("at %d: %q (%d wide), want %q", tt.at, got, c.width(s), tt.want)
		}
	}
}

func FuzzLine(f *testing.F) {
	f.Add("die Fock 👩‍👩‍👧 e\u0301", []byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
	f.Add("🇩🇪🇫🇷", []byte{1, 1, 3, 2, 10, 11})
	f.Fuzz(func(t *testing.T, s string, ops []byte) {
		if !utf8.ValidString(s) || len(s) > 300 || len(ops) > 40 {
			t.Skip()
		}
		var l line
		l.set(cleanLine(s))
		keys := []string{"left", "right", "home", "end", "backspace", "delete", "ctrl+w", "ctrl+k", "ctrl+u", "ctrl+y", "ctrl+left", "ctrl+right", "x", "\u0301", "\u200d", "👧", "ü"}
		for _, op := range ops {
			l.edit(keyPress(keys[int(op)%len(keys)]))
			if l.at < 0 || l.at > len(l.text) || !utf8.ValidString(l.text[:l.at]) || !norm.NFC.IsNormalString(l.text) {
				t.Fatalf("%q, cursor at %d", l.text, l.at)
			}
			if l.boundary(l.at) != l.at {
				t.Fatalf("the cursor stands in a character: %q, %d", l.text, l.at)
			}
			for _, clusters := range []bool{true, false} {
				c := cells{clusters}
				for _, w := range []int{0, 1, 2, 7, 40} {
					s, x := l.view(c, w)
					if c.width(s) > w || x < 0 || x >= max(w, 1) {
						t.Fatalf("%q at %d in %d cells: %q, %d", l.text, l.at, w, s, x)
					}
				}
			}
		}
	})
}

func TestHistory(t *testing.T) {
	var h history
	for _, s := range []string{"eins", "zwei", "zwei", "drei", ""} {
		h.add(s)
	}
	steps := []struct {
		older bool
		want  string
		ok    bool
	}{
		{true, "drei", true},
		{true, "zwei", true},
		{true, "eins", true},
		{true, "", false},
		{false, "zwei", true},
		{false, "drei", true},
		{false, "halb", true},
		{false, "", false},
	}
	for i, st := range steps {
		got, ok := "", false
		if st.older {
			got, ok = h.older("halb")
		} else {
			got, ok = h.newer()
		}
		if got != st.want || ok != st.ok {
			t.Errorf("step %d: %q, %v; want %q, %v", i, got, ok, st.want, st.ok)
		}
	}
}
