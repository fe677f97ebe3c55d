package wikitext

import (
	"strings"
	"testing"
)

func FuzzScan(f *testing.F) {
	for _, s := range []string{"== A ==\n* b\n;c:d\n{|\n|x\n|}\n", "<!-- x\n-->\n a\n<pre>\n</pre>\n{{a\n|b}}\n__NOTOC__\n", "* <nowiki>\n</nowiki> x\n<ul>\n<li>\n</ul>x\ny"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		d := Scan(src)
		var b strings.Builder
		line := 1
		for _, x := range d.Blocks() {
			if x.Start != b.Len() || x.End <= x.Start {
				t.Fatalf("block %+v does not follow on %d", x, b.Len())
			}
			if x.Line != line {
				t.Fatalf("block %+v is on line %d", x, line)
			}
			line += strings.Count(d.Raw(x), "\n")
			b.WriteString(d.Raw(x))
		}
		if b.String() != src {
			t.Fatalf("got %q, want %q", b.String(), src)
		}
		b.Reset()
		for _, n := range Inlines(src) {
			if n.Source == "" {
				t.Fatalf("empty node %+v", n)
			}
			b.WriteString(n.Source)
		}
		if b.String() != src {
			t.Fatalf("inline: got %q, want %q", b.String(), src)
		}
	})
}
