package fidelity

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestCorpusIsWhole holds the number of examples, so that none is lost unseen.
func TestCorpusIsWhole(t *testing.T) {
	module, err := Module()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name    string
		load    func(string) ([]Case, int, error)
		in, out int
	}{
		{"CommonMark", CommonMark, 548, 104},
		{"GFM", GFM, 44, 0},
	} {
		cases, out, err := c.load(module)
		if err != nil {
			t.Fatal(err)
		}
		if len(cases) != c.in || out != c.out {
			t.Errorf("%s: %d in scope and %d not, want %d and %d", c.name, len(cases), out, c.in, c.out)
		}
		seen := map[string]bool{}
		for _, k := range cases {
			if seen[k.ID] || k.HTML == "" && strings.TrimSpace(k.Source) != "" && !strings.Contains(k.Section, "reference") {
				t.Errorf("%s is there twice, or expects nothing", k.ID)
			}
			seen[k.ID] = true
			if strings.Contains(k.HTML, "<img") {
				t.Errorf("%s has an image", k.ID)
			}
		}
	}
}

func TestDamagedCorpusIsAnError(t *testing.T) {
	dir := t.TempDir()
	if _, _, err := CommonMark(dir); err == nil {
		t.Error("no spec.json is no error")
	}
	if _, _, err := gfmCase("table", "1\n//- - -//\na"); err == nil {
		t.Error("a case without its lines is no error")
	}
	if _, err := Pages(dir); err == nil {
		t.Error("no pages are no error")
	}
	if err := os.WriteFile(filepath.Join(dir, "a.wiki"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if pages, err := Pages(dir, filepath.Join(dir, "nirgends")); err != nil || len(pages) != 1 || pages[0].ID != "page-a" || pages[0].Source != "x" {
		t.Errorf("%+v, %v", pages, err)
	}
}

func TestRandomIsTheSameEverywhere(t *testing.T) {
	few, err := Random(3, 20)
	if err != nil {
		t.Fatal(err)
	}
	many, err := Random(3, 40)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(few, many[:20]) {
		t.Error("more texts begin otherwise than fewer")
	}
	other, err := Random(4, 20)
	if err != nil {
		t.Fatal(err)
	}
	if slices.Equal(few, other) {
		t.Error("another seed gives the same texts")
	}
}

// TestEveryPlaceHasEverything holds the set to its name: what means something
// stands in every place, and a step through them all meets everything.
func TestEveryPlaceHasEverything(t *testing.T) {
	cases, err := EveryPlace()
	if err != nil {
		t.Fatal(err)
	}
	if len(cases) != len(places())*len(markup) {
		t.Errorf("%d texts of %d places and %d pieces", len(cases), len(places()), len(markup))
	}
	if len(markup)%5 == 0 {
		t.Errorf("each fifth of %d pieces is always the same", len(markup))
	}
	seen := map[string]bool{}
	for _, c := range cases {
		if seen[c.ID] {
			t.Errorf("%s is there twice", c.ID)
		}
		seen[c.ID] = true
	}
}

// TestRandomHasEverything looks for every special construct, and for every
// block that a reader can see.
func TestRandomHasEverything(t *testing.T) {
	cases, err := Random(1, 4000)
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, c := range cases {
		all.WriteString(c.Source + "\n")
	}
	for _, m := range markup {
		if !strings.Contains(all.String(), m) {
			t.Errorf("%q is nowhere", m)
		}
	}
	for _, tag := range []string{"<h1", "<h6", "<ul", "<ol", "<blockquote", "<table", "<th>", "<td>", "<pre", "<code", "<hr", "<br", "<em>", "<strong>", "<del>", "<a "} {
		if !slices.ContainsFunc(cases, func(c Case) bool { return strings.Contains(c.HTML, tag) }) {
			t.Errorf("nothing shows %s", tag)
		}
	}
}

func TestOracle(t *testing.T) {
	o := NewOracle()
	for _, c := range []struct {
		md, html string
		common   bool
	}{
		{"*a*", "<p><em>a</em></p>\n", true},
		{"[[Haus|so]]", "<p><a href=\"wiki:Haus\">so</a></p>\n", false},
		{"a <b>x</b><!-- y -->", "<p>a &lt;b&gt;x&lt;/b&gt;</p>\n", false},
		{"<div>\nx <!-- y -->\n</div>", "<p>&lt;div&gt;\nx \n&lt;/div&gt;</p>", false},
		{"![](a/b.png)", "<p><a href=\"wiki:Datei:b.png\">b.png</a></p>\n", false},
		{"![b](http://x.example/b.png)", "<p><a href=\"http://x.example/b.png\">b</a></p>\n", false},
		{"[a](javascript:b)", "<p>a (javascript:b)</p>\n", false},
		{"<a@b.example> [c <http://x.example>](http://y.example)", "<p><a href=\"mailto:a@b.example\">a@b.example</a> <a href=\"http://y.example\">c http://x.example</a></p>\n", true},
	} {
		got, err := o.HTML(c.md)
		if err != nil || got != c.html {
			t.Errorf("%s: %q, %v, want %q", c.md, got, err, c.html)
		}
		if o.Common(c.md) != c.common {
			t.Errorf("%s: common %v", c.md, !c.common)
		}
	}
}

func TestSomeWords(t *testing.T) {
	const s = "eins zwei\n* drei, (vier) f-ünf http://sechs sieben."
	var got []string
	for _, w := range someWords(s, 9) {
		got = append(got, w.text)
		if c := w.changed(s); !strings.Contains(c, newWord) || strings.Contains(c, w.text) || !oneLine(s, c) {
			t.Errorf("%+v: %q", w, c)
		}
	}
	if want := []string{"eins", "zwei", "drei", "sieben"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if n := len(someWords(strings.Repeat(" Haus", 100)+" ", 7)); n != 7 {
		t.Errorf("%d words", n)
	}
	for _, b := range []string{"a\nb", "a\nx", newWord + "\n" + newWord, "a\n" + newWord + "\nb", newWord} {
		if oneLine("a\nb", b) {
			t.Errorf("%q has one line changed", b)
		}
	}
}
