package wikitext

import (
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// surePieces are what texts are made of that could, and could not, be sure.
var surePieces = strings.Split(`Haus|a|b|x|die|Übergabe|ß|1|2010|12.|3)|22:50|(|)|[|]|,|.|..|:|;|!|!!|?|-|--|----|–|…|=|==|/|//|+|%|$|"|'|*|_|__|#|# |##|@|@ |&|& |&amp;|<|< |<3|>|~|\||{|}|`+"`"+`|\|www.|http:|www.a.de|a@b.de|#100107-2|RFC 1|ISBN 3161484100|''a''|'''b:'''|'''c'''|''d''.|<s>e</s>|<code>f</code>|<code>g_</code>|<br>|<br />|[[Haus]]|[[Haus\|so]]|[[A b#c\|d]]|[[Benutzer:X\|x]]|[[:Datei:X.png]]|http://a.de/b|https://a.de|http://a.de/b_c|[http://a.de b]|[http://a.de/x-y?z=1 b c]|[http://a.de]|{{x}}|<ref>y</ref>|<!-- z -->|[[Kategorie:K]]|&nbsp;|&ouml;|<nowiki/>|☐|☑| | | | | |  |`+"\n", "|")

// TestSure: what the reader does not convert back, because it is sure, would
// come back as what it is.
func TestSure(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 1))
	sure := 0
	const texts = 60_000
	for range texts {
		var b strings.Builder
		for range 1 + rng.IntN(8) {
			p := surePieces[rng.IntN(len(surePieces))]
			if p == "" {
				p = "|"
			}
			b.WriteString(p)
			if rng.IntN(2) == 0 {
				b.WriteByte(' ')
			}
		}
		src := norm.NFC.String(strings.TrimSpace(b.String()))
		in := readInline(src)
		if !in.ok || in.onlyRaw() || in.flows() {
			continue
		}
		for _, at := range []spot{{}, {flat: true}, {item: true}} {
			md, ok := in.write(at)
			if !ok {
				continue
			}
			sure++
			page, text := md, in
			switch {
			case at.flat:
				page = "## " + md
			case at.item:
				page = "- " + strings.ReplaceAll(md, "\n", "\n  ")
			}
			back := readShown(writeBack([]byte(page)), 0, 0, nil)
			got := back
			if at.item && len(back) == 1 && back[0].kind == listShown && len(back[0].kids) == 1 {
				got = back[0].kids[0].kids
			}
			if len(got) == 0 && in.blank() {
				continue
			}
			if len(got) != 1 || got[0].in == nil || !sameRuns(got[0].in.runs, text.runs) {
				t.Fatalf("%q is %q at %+v, and comes back as %q", src, md, at, writeBack([]byte(page)))
			}
		}
	}
	if sure < texts/4 { // a test of nothing
		t.Errorf("only %d of %d are sure", sure, 3*texts)
	}
	t.Logf("%d of %d are sure", sure, 3*texts)
}

// surePage returns a block of a kind that can be sure as a whole.
func surePage(rng *rand.Rand) string {
	words := strings.Split("a b. Haus (x) '''c''' ''d''. [[H]] [[H|i]] http://a.de [http://a.de b] 12 3 -- x_y {{t}} <br> &nbsp; ; : * # - = | ! 1. [ ] ☐ <s>s</s> <code>q</code> @ ~ \\ ` > <", " ")
	text := func() string {
		var b strings.Builder
		for range 1 + rng.IntN(4) {
			b.WriteString(words[rng.IntN(len(words))])
			if rng.IntN(3) > 0 {
				b.WriteByte(' ')
			}
		}
		return b.String()
	}
	switch rng.IntN(4) {
	case 0:
		columns := 1 + rng.IntN(3)
		row := func(mark string) string {
			line := mark + " " + text()
			for range columns - 1 {
				line += mark + mark + " " + text()
			}
			return line + "\n"
		}
		table := "{|\n" + row("!")
		for range rng.IntN(3) {
			table += "|-\n" + row("|")
		}
		return table + "|}"
	case 1:
		return "<blockquote>\n" + text() + strings.Repeat("\n", 1+rng.IntN(2)) + "* " + text() + "\n== " + text() + " ==\n" + text() + "\n " + text() + "\n</blockquote>"
	case 2:
		return "* " + text() + "\n*# " + text() + "\n** " + text() + "\n*: " + text() + "\n# " + text()
	}
	return "== " + text() + " ==\n " + text() + "\n<pre>\n" + text() + "\n</pre>\n"
}

// TestSureBlocks: so would the blocks that are sure as a whole.
func TestSureBlocks(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	blocks, sure := 0, 0
	for i := range 20_000 {
		page := oddPage(rng)
		if i%2 == 0 {
			page = surePage(rng)
		}
		doc := Scan(stored(page))
		r := &reader{src: doc.src}
		var l lists
		for _, s := range (&shownReader{doc: doc}).all(doc.Blocks()) {
			if s.kind == rawShown {
				continue
			}
			p := &shownPart{s: s, mark: l.mark(s)}
			p.md = r.w.write(s, p.mark)
			blocks++
			if !r.w.sure {
				continue
			}
			sure++
			if len(r.wrong([]*shownPart{p})) > 0 {
				t.Fatalf("%q\n is %q\n and comes back as %q", page, p.md, writeBack([]byte(p.md)))
			}
		}
	}
	if sure < blocks/10 {
		t.Errorf("only %d of %d are sure", sure, blocks)
	}
}
