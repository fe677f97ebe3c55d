package wikitext

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// What is written many characters at a time is written as each of them would be.
func TestPlainTextIsEscapedAsItsCharacters(t *testing.T) {
	pieces := []string{
		"a", "Wort", "ISBN", "RFC", "PMID", "http", "mailto", "ä", "\u00a0", "–", "☐", " ", "  ", "7", "20:58", ":", "/", "//", "-", "----", "{", "{|", "|", "'", "=", "*", "#", ";", "!", "_", "__TOC__", "~", "[", "]", "<", "&", ".", ",", "(", ")", "§",
	}
	places := []place{{}, {line: true}, {colon: true}, {label: true}, {cell: true}, {cell: true, head: true}, {term: true}}
	rnd := rand.New(rand.NewPCG(3, 1))
	for range 20_000 {
		var b strings.Builder
		for range rnd.IntN(7) {
			b.WriteString(pieces[rnd.IntN(len(pieces))])
		}
		e := escaper{place: places[rnd.IntN(len(places))], s: b.String(), mark: rnd.IntN(4) == 0, quot: rnd.IntN(4) == 0}
		if rnd.IntN(2) == 0 {
			e.out = []byte(pieces[rnd.IntN(len(pieces))])
		}
		if rnd.IntN(2) == 0 {
			e.next = pieces[rnd.IntN(len(pieces))]
		}
		many, each := e, e
		many.out, each.out = append([]byte(nil), e.out...), append([]byte(nil), e.out...)
		many.text()
		for i := 0; i < len(each.s); {
			i += each.step(i)
		}
		if string(many.out) != string(each.out) || many.mark != each.mark {
			t.Fatalf("%q behind %q before %q in %+v: %q, but each for itself %q", e.s, e.out, e.next, e.place, many.out, each.out)
		}
	}
}
