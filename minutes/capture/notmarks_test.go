package capture

import (
	"os"
	"strings"
	"testing"
	"unicode"

	"telko/minutes/lang"
)

// notMarks are lines that look like marks and are none, each followed by a tab
// and what telko offers to make of it, if it does.
func notMarks(t testing.TB) [][2]string {
	src, err := os.ReadFile("testdata/notmarks.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out [][2]string
	for line := range strings.SplitSeq(strings.TrimSuffix(string(src), "\n"), "\n") {
		typed, offer, _ := strings.Cut(line, "\t")
		out = append(out, [2]string{typed, offer})
	}
	if len(out) < 150 {
		t.Fatalf("only %d lines", len(out))
	}
	return out
}

// A line that is no mark is a note with the text that was typed, in topics and
// in passages, in German and in English.
func TestNotMarks(t *testing.T) {
	for _, l := range []lang.Lang{lang.German, lang.English} {
		for _, c := range notMarks(t) {
			typed := c[0]
			text := strings.TrimRightFunc(typed, unicode.IsSpace)
			if r := deck(l).read(typed); r.Act != ActNote || r.Text != text || r.Err != nil {
				t.Errorf("%v %q: %s", l, typed, dumpReading(r, l))
			}
			if r := atMotion(l).read(typed); r.Act != ActExtend || r.Text != text || r.Of != "p2" {
				t.Errorf("%v %q in a motion: %s", l, typed, dumpReading(r, l))
			}
		}
	}
}

// What is offered for such a line acts, and one key is enough.
func TestOffers(t *testing.T) {
	offers := 0
	for _, c := range notMarks(t) {
		g := deck(lang.German)
		r := g.read(c[0])
		offer := ""
		if r.Offer != nil {
			offer = r.Offer.Line
		}
		if offer != c[1] {
			t.Errorf("%q: offers %q, want %q", c[0], offer, c[1])
			continue
		}
		if offer == "" {
			continue
		}
		offers++
		again := g.read(offer)
		if again.Act == ActNote && again.Into == "" || again.Act == ActExtend || again.Err != nil {
			t.Errorf("%q: the offer %q is read as %s", c[0], offer, dumpReading(again, lang.German))
		}
		if s := r.Describe(lang.German); !strings.Contains(s, offer) || !strings.Contains(s, "Strg+O") {
			t.Errorf("%q: is described as %q", c[0], s)
		}
	}
	if offers < 10 {
		t.Errorf("only %d offers", offers)
	}
}

// A leading space means a note, whatever follows.
func TestLeadingSpace(t *testing.T) {
	for _, typed := range []string{
		"+kaja", "-kaja", "?kaja", "# Thema", "## Thema", "..", "! Fock flicken (kaja)", "#1 erledigt", "/ende", "/antrag Anker",
		"= Wir kaufen einen Anker", "s/gerissen/gebrochen/", "~ Fock: hält", "/undo",
	} {
		if r := deck(lang.German).read(typed); r.Act == ActNote && r.Into == "" {
			t.Errorf("%q is no mark at all", typed)
		}
		for _, space := range []string{" ", "  ", "\u00a0", "\u3000", " \t"} {
			if r := deck(lang.German).read(space + typed); r.Act != ActNote || r.Text != typed || r.Offer != nil {
				t.Errorf("%q: %s", space+typed, dumpReading(r, lang.German))
			}
		}
	}
}
