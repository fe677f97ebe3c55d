package imports

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"telko/minutes"
)

// FuzzImport holds any page to what every import promises: no panic; what is
// imported parses, imports again to the same bytes, and has every letter.
func FuzzImport(f *testing.F) {
	for _, name := range []string{"telko.wiki", "telko.txt", "plenum.wiki", "board.wiki", "noise.wiki", "bare.txt", "notes.md"} {
		src := golden(f, name)
		for _, part := range strings.SplitAfter(src, "\n\n") {
			f.Add(part)
		}
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		for _, ext := range []string{".wiki", ".txt", ".md"} {
			holds(t, ext, src, lostLetters)
		}
	})
}

func holds(t *testing.T, ext, src string, lost func(t testing.TB, page, file string)) {
	t.Helper()
	o := formsOptions
	o.FileName = "2015-03-12_Netz-Telko" + ext
	res, err := importFile(ext, []byte(src), o)
	if err != nil {
		return
	}
	file, err := minutes.Parse(res.ID+".md", res.Source, minutes.Context{})
	if err != nil {
		t.Fatalf("%s: the import of\n%s\ndoes not parse: %v\n%s", ext, src, err, res.Source)
	}
	if file.Meeting.Date != res.Date {
		t.Errorf("%s: %q\ndate %v, imported %v:\n%s", ext, src, file.Meeting.Date, res.Date, res.Source)
	}
	again, err := Markdown(res.Source, Options{FileName: res.ID + ".md"})
	if err != nil || !bytes.Equal(again.Source, res.Source) || again.ID != res.ID {
		t.Errorf("%s: %q\nimported again: %v, %q", ext, src, err, again.ID)
	}
	if ext != ".md" || !own(keysOf(src)) {
		lost(t, src, string(res.Source))
	}
	if t.Failed() {
		t.Logf("%s: %q\ngave\n%s", ext, src, res.Source)
	}
}

func keysOf(src string) []key {
	keys, _, _, _, _ := cutFront(strings.TrimPrefix(src, "\ufeff"))
	return keys
}

func golden(f testing.TB, name string) string {
	f.Helper()
	return string(readFile(f, name))
}

// TestShuffled puts lines of the test pages together at random: structures
// meet that no page of testdata has next to each other.
func TestShuffled(t *testing.T) {
	var lines []string
	for _, name := range pages(t) {
		lines = append(lines, strings.Split(golden(t, name), "\n")...)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	runs := 1000
	if testing.Short() {
		runs = 200
	}
	for range runs {
		n := 3 + rnd.IntN(25)
		var b strings.Builder
		for range n {
			b.WriteString(lines[rnd.IntN(len(lines))] + "\n")
			if rnd.IntN(3) == 0 {
				b.WriteByte('\n')
			}
		}
		for _, ext := range []string{".wiki", ".txt", ".md"} {
			holds(t, ext, b.String(), lost)
		}
		if t.Failed() {
			return
		}
	}
}
