package tui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
)

// withCursor shows the text of a box with its cursor as a bar.
func withCursor(b *textBox) string {
	var s strings.Builder
	for i, l := range b.lines {
		if i > 0 {
			s.WriteByte('\n')
		}
		if i == b.row {
			s.WriteString(l.text[:b.col] + "|" + l.text[b.col:])
			continue
		}
		s.WriteString(l.text)
	}
	return s.String()
}

func TestTextBoxEdits(t *testing.T) {
	family := "👨‍👩‍👧"
	for _, c := range []struct {
		name, start string // the bar is where the cursor stands; without one at the end
		keys        []string
		want        string
	}{
		{"letters", "Guten ", []string{"T", "a", "g"}, "Guten Tag|"},
		{"an umlaut in two parts is one", "Gr|ße", []string{"u", "\u0308"}, "Gr\u00fc|ße"},
		{"backspace takes a whole family", "x" + family, []string{"backspace"}, "x|"},
		{"delete takes a whole family", "x|" + family + "y", []string{"delete"}, "x|y"},
		{"left steps over a flag", "🇩🇪🇦🇹", []string{"left"}, "🇩🇪|🇦🇹"},
		{"enter parts the line", "eins |zwei", []string{"enter"}, "eins \n|zwei"},
		{"backspace at the start joins", "eins\n|zwei", []string{"backspace"}, "eins|zwei"},
		{"delete at the end joins", "eins|\nzwei", []string{"delete"}, "eins|zwei"},
		{"at both ends there is nothing to remove", "|", []string{"backspace", "delete"}, "|"},
		{"a word to the left", "der alte Server ", []string{"ctrl+w"}, "der alte |"},
		{"a word to the right", "|der alte", []string{"ctrl+delete"}, "| alte"},
		{"to the end of the line", "a|bc\ndef", []string{"ctrl+k"}, "a|\ndef"},
		{"and then the line end", "a|\ndef", []string{"ctrl+k"}, "a|def"},
		{"to the start of the line", "abc\nde|f", []string{"ctrl+u"}, "abc\n|f"},
		{"words are passed over", "größer als|", []string{"ctrl+left", "ctrl+left"}, "|größer als"},
		{"up keeps the cell", "abcdef\nx\nabcd|ef", []string{"up", "up"}, "abcd|ef\nx\nabcdef"},
		{"undo takes a word typed as one", "a", []string{"b", "c", "ctrl+z"}, "a|"},
		{"redo brings it back", "a", []string{"b", "c", "ctrl+z", "ctrl+y"}, "abc|"},
		{"after a move typing is another change", "", []string{"a", "left", "b", "ctrl+z"}, "|a"},
		{"the whole text's ends", "a\nb|\nc", []string{"ctrl+home"}, "|a\nb\nc"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := boxAt(c.start)
			for _, k := range c.keys {
				b.key(keyPress(k))
			}
			if got := withCursor(b); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// boxAt returns a box with the cursor where a bar stands in text.
func boxAt(text string) *textBox {
	before, after, ok := strings.Cut(text, "|")
	b := newTextBox(&cells{clusters: true}, before+after)
	if ok {
		b.row = strings.Count(before, "\n")
		b.col = len(before) - strings.LastIndexByte(before, '\n') - 1
	}
	return b
}

func TestTextBoxLeavesOthersKeysAlone(t *testing.T) {
	b := newTextBox(&cells{clusters: true}, "eins\nzwei")
	for _, k := range []string{"esc", "f1", "ctrl+s", "tab", "alt+m", "ctrl+p", "down", "pgdown"} {
		if b.key(keyPress(k)) {
			t.Errorf("the box took %s", k)
		}
	}
	b.home()
	if b.key(keyPress("up")) {
		t.Error("the box took up in its first row")
	}
}

func TestTextBoxWraps(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  []string
	}{
		{"", 10, []string{""}},
		{"kurz", 10, []string{"kurz"}},
		{"der Server läuft wieder", 10, []string{"der Server", "läuft", "wieder"}},
		{"genau zehn", 10, []string{"genau zehn"}},
		{"Donaudampfschiff", 6, []string{"Donaud", "ampfsc", "hiff"}},
		{"ab 日本語", 5, []string{"ab", "日本", "語"}},
		{"\tTab", 6, []string{"", "Tab"}},
		{"日", 1, []string{"日"}},
		{"a\nb", 3, []string{"a", "b"}},
	} {
		b := newTextBox(&cells{clusters: true}, c.text)
		b.setWidth(c.width)
		if got := b.draw(0, 99); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%q at %d: got %q, want %q", c.text, c.width, got, c.want)
		}
		if b.rows() != len(c.want) {
			t.Errorf("%q: %d rows, want %d", c.text, b.rows(), len(c.want))
		}
	}
}

// Whatever is typed, the cursor stands between clusters, rows fit, and undo
// leads back to the start.
func TestTextBoxAtRandom(t *testing.T) {
	words := []string{
		"a", "ü", "ß", "\u0308", "👍🏽", "👨‍👩‍👧", "🇩🇪", "日", "\t", " ", "enter", "backspace", "delete", "left", "right",
		"up", "down", "home", "end", "pgup", "pgdown", "ctrl+left", "ctrl+right", "ctrl+w", "ctrl+k", "ctrl+u",
		"ctrl+delete", "ctrl+z", "ctrl+y",
	}
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 7))
		b := newTextBox(&cells{clusters: true}, "Der Vorstand möge beschließen\n\n\tsudo reboot 👩‍🚒")
		b.setWidth(1 + r.IntN(20))
		for range 200 {
			w := words[r.IntN(len(words))]
			if r.IntN(10) == 0 {
				b.paste("eins\r\nzwei\x1b[31m drei\u0301 " + w)
			} else {
				b.key(keyPress(w))
			}
			checkBox(t, b, w)
			if t.Failed() {
				t.Fatalf("seed %d", seed)
			}
		}
		for b.undo() {
			checkBox(t, b, "undo")
		}
		if got := b.Text(); len(b.past) == 0 && got != "Der Vorstand möge beschließen\n\n\tsudo reboot 👩‍🚒" {
			t.Fatalf("seed %d: after undoing all: %q", seed, got)
		}
	}
}

func checkBox(t *testing.T, b *textBox, key string) {
	t.Helper()
	line := b.lines[b.row].text
	edge := b.col == 0
	g := displaywidth.StringGraphemes(line)
	for at := 0; g.Next(); {
		at += len(g.Value())
		edge = edge || at == b.col
	}
	if !edge {
		t.Errorf("after %s the cursor stands within a cluster: %q", key, withCursor(b))
	}
	rows := b.draw(0, 1<<20)
	if len(rows) != b.rows() {
		t.Errorf("after %s: %d rows are drawn of %d", key, len(rows), b.rows())
	}
	for _, r := range rows {
		if w := b.c.width(r); w > b.width && w > 2 {
			t.Errorf("after %s: row %q is %d cells wide, not %d: %q", key, r, w, b.width, withCursor(b))
		}
	}
	if row, cell := b.cursor(); row < 0 || row >= len(rows) || cell < 0 || cell > b.width {
		t.Errorf("after %s: cursor at %d,%d of %d rows and %d cells", key, row, cell, len(rows), b.width)
	}
}

func TestTextBoxSplit(t *testing.T) {
	b := boxAt("Der Antrag.\n\n|Er kostet nichts.\n")
	if rest := b.split(); rest != "Er kostet nichts." || b.Text() != "Der Antrag." {
		t.Errorf("split into %q and %q", b.Text(), rest)
	}
	b.undo()
	if got := b.Text(); got != "Der Antrag.\n\nEr kostet nichts.\n" {
		t.Errorf("undo gave %q", got)
	}
}

func TestCleanText(t *testing.T) {
	for in, want := range map[string]string{
		"eins\r\nzwei\rdrei":                    "eins\nzwei\ndrei",
		"rot \x1b[31;1mrot\x1b[0m":              "rot rot",
		"\x1b]0;Titel\x07da":                    "da",
		"\x1b]8;;http://x\x1b\\Wort":            "Wort",
		"\x1b]ohne Ende\nweiter":                "]ohne Ende\nweiter",
		"u\u0308":                               "ü",
		"a\x00b\x7fc\u200ed\u2028e":             "abcd\ne",
		"\xff":                                  "\ufffd",
		"\x1b":                                  "",
		"Tab\tbleibt":                           "Tab\tbleibt",
		"\x1b[200~eingefügt\x1b[201~":           "eingefügt",
		"\x1bPq#0;2;0;0;0\x1b\\danach":          "danach",
		"ein \x1b[unfertig ünd":                 "ein nfertig ünd",
		"\u200dZWJ und\u00a0Leerzeichen \u00e4": "\u200dZWJ und\u00a0Leerzeichen \u00e4",
	} {
		if got := cleanText(in); got != want {
			t.Errorf("cleanText(%q) = %q, want %q", in, got, want)
		}
	}
}
