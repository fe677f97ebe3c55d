package wikitext

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark"
)

func TestExtensionHTML(t *testing.T) {
	md := goldmark.New(goldmark.WithExtensions(NewExtension(ExtOptions{
		PageURL: func(target string) string {
			switch {
			case target == "Nirgends":
				return ""
			case target == "Böse":
				return " javascript:alert(1)"
			}
			return "/wiki/" + target
		},
		TaskURL: func(id string) (string, bool) { return "aufgaben.html#" + id, strings.HasPrefix(id, "100107-") },
	})))
	for _, c := range []struct{ in, want string }{
		{"[[Haus]]", `<a href="/wiki/Haus">Haus</a>`},
		{"[[Haus|das <Haus>]]", `<a href="/wiki/Haus">das &lt;Haus&gt;</a>`},
		{"[[Haus#Tür|a \\] b]]", `<a href="/wiki/Haus#Tür">a ] b</a>`},
		{`[["><x|y]]`, `[[&quot;&gt;&lt;x|y]]`},
		{"[[:Kategorie:X]]", `<a href="/wiki/:Kategorie:X">Kategorie:X</a>`},
		{"[[Nirgends|a]]", "a"},
		{"[[Böse|a]]", "a"},
		{"[a [[Haus]]](http://example.org)", `<a href="http://example.org">a Haus</a>`},
		{"#100107-2, #100114-1", `<a href="aufgaben.html#100107-2">#100107-2</a>, #100114-1`},
		{"`[http://example.org]`{=wikitext} `[[Kategorie:X]]`{=wikitext}`{{x}}`{=wikitext}", `<a href="http://example.org">[http://example.org]</a> <code class="language-wikitext">{{x}}</code>`},
		{"`[javascript:x]`{=wikitext}", `<code class="language-wikitext">[javascript:x]</code>`},
		{"&#42; #3", "* #3"},
	} {
		var b strings.Builder
		if err := md.Convert([]byte(c.in), &b); err != nil {
			t.Fatal(err)
		}
		if got, want := b.String(), "<p>"+c.want+"</p>\n"; got != want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, want)
		}
	}
}

func TestTaskIDLength(t *testing.T) {
	for _, c := range []struct {
		in   string
		want int
	}{
		{"100107-2", 8},
		{"100107-12.", 9},
		{"IT-100107-2 x", 11},
		{"100109-jpru-1", 13},
		{"IT-100109-jörg-1", 17},
		{"100107-2)", 8},
		{"100107-2-", 8},
		{"100107", 0},
		{"100107-", 0},
		{"100107-0", 0},
		{"100107-02", 0},
		{"10010-2", 0},
		{"100107-2a", 0},
		{"a-b-c-1", 0},
		{"", 0},
		{"-1", 0},
	} {
		if got := taskIDLength([]byte(c.in)); got != c.want {
			t.Errorf("%q: got %d, want %d", c.in, got, c.want)
		}
	}
}

// TestCharacters that are none, or are written in two ways, come out as
// MediaWiki would store them.
func TestCharacters(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"a\x00b\x07c\xffd", "a\ufffdb\ufffdc\ufffdd"},
		{"A\u030angstro\u0308m", "Ångström"},
		{"a\r\nb\r\n\r\n- c\r\n", "a\nb\n\n* c"},
		{"a\u00a0b&nbsp;c", "a&nbsp;b&nbsp;c"},
		{"a&#0;b&#7;c", "a\ufffdb\ufffdc"},
		{"", ""},
		{"\n\n", ""},
	} {
		if got := FromMarkdown([]byte(c.in), WriteOptions{}); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestEscapeTerm(t *testing.T) {
	if got, want := EscapeTerm("Antwort: [[ja]] http://x.de"), "Antwort&#58; &#91;[ja]] http&#58;//x.de"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestURL: with a resolver relative addresses are links.
func TestURL(t *testing.T) {
	o := WriteOptions{HeadingShift: 2, URL: func(dest string) string {
		if dest == "nein" {
			return ""
		}
		return "https://example.org" + dest
	}}
	in := "# [a](/x y) [b](</x y>) [c](nein) [d](javascript:x) [[A|b]]"
	want := "=== [a](/x y) [https://example.org/x%20y b] c (nein) d (javascript:x) [[A|b]] ==="
	if got := FromMarkdown([]byte(in), o); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestCheckbox(t *testing.T) {
	o := WriteOptions{Checkbox: func(done bool) string { return map[bool]string{true: "✓"}[done] }}
	if got, want := FromMarkdown([]byte("- [ ] a\n- [x] *b*"), o), "* a\n* ✓ ''b''"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
