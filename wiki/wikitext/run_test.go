package wikitext

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Texts without marks are what they are when all of their marks are read.
func TestUnmarkedTexts(t *testing.T) {
	pieces := []string{
		"a", "Wort", "http", "mailto", "urn", "news", "ä", "\u00a0", "☐", " ", " ", "\t", "\n", "7", "20:58", ":", ": ", "/", "//", "-", "'", "_", "__", "''", "TOC", "~", "[", "]", "{", "}", "-{", "<", ">", "&", "&amp;", "#", "*", "=", "|", "ISBN 1", "\r", ";", "!", "\\",
	}
	rnd := rand.New(rand.NewPCG(4, 1))
	unmarked := 0
	for range 100_000 {
		var b strings.Builder
		for range rnd.IntN(6) {
			b.WriteString(pieces[rnd.IntN(len(pieces))])
		}
		s := b.String()
		if !isUnmarked(s) {
			continue
		}
		unmarked++
		got, _ := readRuns(s)
		want, ok := readMarked(s)
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(run{})); !ok || diff != "" && len(want)+len(got) > 0 {
			t.Fatalf("%q, read with its marks and without:\n%s", s, diff)
		}
	}
	if unmarked < 10_000 {
		t.Errorf("only %d texts are without marks", unmarked)
	}
}
