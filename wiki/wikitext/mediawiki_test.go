package wikitext_test

import (
	"fmt"
	"html"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/wiki/wikitest"
	"telko/wiki/wikitext"
)

// nasty are texts that mean something to MediaWiki and nothing, or something
// else, to a person who types them into minutes. Each is checked as a
// paragraph, a list item, a heading, a table's cell, in emphasis, in a link's
// label and indented.
var nasty = []string{
	`1 * 2 = 2`, `: so`, `; und so`, `:: tief`, `# 3`, `#3`, `#100107-2`, `= gleich =`, `== gleich ==`, `==`, `---- Strich`, `-----`,
	`{| class=x`, `|}`, `|-`, `| a || b`, `! a !! b`, `a | b`, `a || b`, `a !! b`, `-{ a }-`,
	`{{Vorlage}}`, `{{{1}}}`, `{{{{a}}}}`, `{{subst:PAGENAME}}`, `{{`, `}}`, `{ {`, `{{{`, `a}}b`, `#REDIRECT [[X`, `#WEITERLEITUNG`,
	`~~~`, `~~~~ gezeichnet`, `~~~~~`, `~~~~~~~`, `~16:30`, `Nutzer''s`, `'''fett'''`, `''''`, `'''''x'''''`, `l'''eau'''`, `it's`, `'a'`, `''`, `'`,
	`[[`, `]]`, `[[]]`, `[[ ]]`, `[[a`, `[[a{b]]`, `[[a|]]`, `[[|a]]`, `[[<b>]]`, `[1]`, `[http://example.org x`, `[[[Haus]]]`, `[ [Haus] ]`,
	`\_\_TOC\_\_`, `\_\_NOTOC\_\_`, `\_\_KEIN\_INHALTSVERZEICHNIS\_\_`, `\_\_INHALTSVERZEICHNIS\_\_`, `\_\_init\_\_`, `a__b`,
	`ISBN 978-3-16-148410-0`, `RFC 2822`, `PMID 1234567`, `ISBN 3161484100`, `RFC&nbsp;2822`,
	`&amp;amp;`, `&amp;nbsp;`, `&amp;#42;`, `&amp;lt;b>`, `AT&T`, `a & b`, `&nbsp;x`, `x&nbsp;y`, `&auml;`,
	`<b>x</b>`, `<ref>x</ref>`, `<nowiki>''x''</nowiki>`, `<nowiki/>`, `</nowiki>`, `<pre>x`, `<br>`, `<br/>`, `<unbekannt>`, `a < b > c`, `<3`, `->`, `<-`,
	`<!-- x`, `<includeonly>x</includeonly>`, `<div style="color:red">x</div>`, `<gallery>x</gallery>`, `<hr>`, `<li>x`,
	`http://example.org.`, `http://example.org/a_(b)`, `(http://example.org/)`, `http://example.org/a,b;`, `http://localhost/x`, `www.example.org`, `a@example.org`,
	`ftp://example.org/x`, `mailto:a@example.org`, `irc://example.org/x`, `news:x`, `tel:123`, `//example.org`, `xhttp://example.org`, `HTTP://example.org`, `http://`, `http:// x`,
	`<http://example.org>x`, `http://example.org/?a=1&b=2&amp;copy;`, `http://example.org/''x''`, `http://example.org/{{x}}`, `"http://example.org"`, `http://example.org/ä`,
	`[javascript:x](javascript:alert(1))`, `[a](http://example.org "titel ''x'' {{y}}")`, `[a]b](http://example.org)`, `[a \[b\]](http://example.org)`, `[''x''](http://example.org)`,
	`[http://example.org](http://example.net)`, `[RFC 1](http://example.org)`, `[a](http://example.org/a|b)`, `[a](<http://example.org/a b[c]>)`, `[](http://example.org)`,
	`[[Haus]]`, `[[Haus]]boot`, `[[Haus|Boot]]haus`, `[[Kategorie:X]]`, `[[Datei:X.png]]`, `[[de:X]]`, `[[Haus#Tür|so]]`, `[[Haus|[x]]]`, `[[Haus|[x]]]]`, `[[Haus|''x'']]`, `[[Haus]]http://example.org/`, `'[[Haus]]'`,
	"`code`", "`''x''`", "`{{x}}`", "`~~~~`", "`a|b`", "`</nowiki>`", "`&amp;`", "`[[x]]`", "`]`", "` `` `", "`<b>`", "`http://example.org`", "`__TOC__`",
	`*a*`, `**a**`, `***a***`, `*a **b** c*`, `**a *b* c**`, `*a***b**`, `**a***b*`, `*'a'*`, `*a*'`, `'*a*`, `**'**`, `*a*_b_`, `**a****b**`, `*(*a*)*`, `**(**a**)**`, `***a** b*`, `***a* b**`,
	`*''*`, `* * *a`, `~~weg~~`, `~~''x''~~`, `a\*b`, `C:\neu`, `\\`, `![Bild](x.png)`, `![](http://example.org/x.png)`, `![''x''](a_b.png)`,
	`Straße`, `“Zitat”`, `a — b`, "a\u2003b", "a\u200bb", `😀`, "A\u030a", `C# und F#`, `100 %`, `wer ?`, `was !`, `a:b`, `a : b`, `§ 5`, `x²`,
	`:)`, `;)`, `:-D`, `*g*`, `+1`, `-1`, `1.`, `2) x`, `a=b`, `=5`, `5=`, `|`, `||`, `!`, `!!`, `%C3`, `{}`, `[]`, `()`, `_x_`, `__`, `_`,
}

// settings are the places a text is put to.
var settings = []struct{ name, before, after string }{
	{"paragraph", "", ""},
	{"item", "- ", ""},
	{"number", "1. ", ""},
	{"nested", "- x\n  - ", ""},
	{"second paragraph", "- x\n\n  ", ""},
	{"heading", "## ", ""},
	{"cell", "| x | y |\n|---|---|\n| ", " | z |"},
	{"emphasis", "*", "*"},
	{"strong", "**x ", " y**"},
	{"label", "[x ", " y](http://example.net/)"},
	{"quote", "> ", ""},
	{"between", "x ", " y"},
	{"second line", "x\n", ""},
}

// A paper is what is asked of the wiki at once: many texts on one page, each
// behind a mark of its own, because a page costs 40 ms.
type paper struct {
	md, name []string
	indent   string
}

func (p *paper) add(name, md string) {
	p.name, p.md = append(p.name, name), append(p.md, md)
}

// TestShowsAsTyped converts what is hard to convert, lets a real MediaWiki
// save and show it, and compares the words with those that Markdown shows.
func TestShowsAsTyped(t *testing.T) {
	w := wikitest.Start(t)
	for _, s := range settings {
		t.Run(s.name, func(t *testing.T) {
			p := &paper{}
			for _, n := range nasty {
				p.add(n, s.before+n+s.after)
			}
			p.check(t, w)
		})
	}
	t.Run("indented", func(t *testing.T) {
		p := &paper{indent: ":"}
		for _, n := range nasty {
			p.add(n, n)
		}
		p.check(t, w)
	})
}

// TestRandomShowsAsTyped does so with texts that nobody thought of. The seed is
// fixed, so that a failure is there again.
func TestRandomShowsAsTyped(t *testing.T) {
	w := wikitest.Start(t)
	rng := rand.New(rand.NewPCG(7, 9))
	p := &paper{}
	for range 1500 {
		md := randomMarkdown(rng)
		p.add(md, md)
	}
	p.check(t, w)
}

// TestPagesReadTheSame takes whole pages through Markdown and back and lets the
// wiki show both.
func TestPagesReadTheSame(t *testing.T) {
	w := wikitest.Start(t)
	names, err := filepath.Glob("testdata/pages/*.wiki")
	if err != nil || len(names) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			md := wikitext.ToMarkdown(string(src), wikitext.ReadOptions{})
			again := wikitext.FromMarkdown([]byte(md), wikitext.WriteOptions{})
			want, got := lines(parse(w, string(src))), lines(parse(w, again))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("the page reads otherwise (-want +got):\n%s", diff)
			}
		})
	}
}

// lines returns the blocks of a page as a reader sees them, with their marks.
func lines(h string) []string {
	var out []string
	h = regexp.MustCompile(`(?s)<(/?)(li|dd|dt|ul|ol|dl|p|h[1-6]|td|th|tr|table|pre|blockquote|hr)\b[^<>]*>`).ReplaceAllString(h, "\x00<$1$2>\x00")
	for _, part := range strings.Split(h, "\x00") {
		if s := strings.TrimSpace(part); strings.HasPrefix(s, "</") || s == "<p>" {
			continue
		} else if s == "<pre>" || block.MatchString(s) && !strings.Contains(s, " ") {
			out = append(out, s)
		} else if m := words(s) + " " + marks(s); m != " " {
			out = append(out, m)
		}
	}
	return out
}

var pieces = []string{
	"*", "**", "_", "'", "''", "'''", "`", "[", "]", "[[", "]]", "{", "{{", "}}", "{{{", "}}}", "|", "||", "!", "!!", "~", "~~~~", "=", "==", "----", ":", ";", "#", "{|", "|}", "|-",
	"<", ">", "&", "&amp;", "&nbsp;", "&lt;", "<b>", "</b>", "<nowiki>", "</nowiki>", "<pre>", "<ref>", "__TOC__", "\\", "\\*", "\\[", "http://example.org", "https://example.org/a(b)", "mailto:", "RFC 1", "ISBN 3161484100",
	"#REDIRECT", "[[Haus]]", "[[Haus|so]]", "[a](http://example.org)", "Haus", "x", "Kategorie:", "Datei:", "subst:", "1.", "-{", "}-", "ä", "(", ")", "\n\n", "\n- ", "\n  - ", "\n1. ", "\n# ", "\n> ", "\n    ", "\n```\n", "\n| a | b |\n|---|---|\n| ", " | ", "<https://example.org>", "![b](c.png)", "`", "", "*", "**", "[x] ", "#100107-2", "\n---\n", ".", ",", "?", "/", "-", "+", "  ", "\n", "\n", "~~", "!(", "![", "](", "\"",
}

func randomMarkdown(rng *rand.Rand) string {
	var b strings.Builder
	b.WriteString(settings[rng.IntN(4)].before)
	for range 2 + rng.IntN(9) {
		b.WriteString(pieces[rng.IntN(len(pieces))])
		if rng.IntN(3) == 0 {
			b.WriteByte(' ')
		}
	}
	return strings.TrimSpace(b.String())
}

const perPage = 60

// check asks the wiki and compares.
func (p *paper) check(t *testing.T, w *wikitest.Wiki) {
	t.Helper()
	for len(p.md) > 0 {
		n := min(perPage, len(p.md))
		var page strings.Builder
		for i, md := range p.md[:n] {
			fmt.Fprintf(&page, "<div>FALL%dBEGINN</div>\n%s\n<div>FALL%dENDE</div>\n\n", i, wikitext.FromMarkdown([]byte(md), wikitext.WriteOptions{Indent: p.indent}), i)
		}
		shown := parse(w, page.String())
		for i, md := range p.md[:n] {
			_, rest, ok := strings.Cut(shown, fmt.Sprintf("<div>FALL%dBEGINN</div>", i))
			rest, _, ok2 := strings.Cut(rest, fmt.Sprintf("<div>FALL%dENDE</div>", i))
			out := wikitext.FromMarkdown([]byte(md), wikitext.WriteOptions{Indent: p.indent})
			if !ok || !ok2 {
				t.Errorf("%q as %q: the page lost its end", md, out)
				continue
			}
			if got, want := words(rest), words(markdownHTML(md)); got != want {
				t.Errorf("%q\n  as %q\n shows %q\n  want %q", md, out, got, want)
			} else if got, want := marks(rest), marks(markdownHTML(md)); got != want {
				t.Errorf("%q\n  as %q\n has marks %q\n      want %q", md, out, got, want)
			}
		}
		p.md, p.name = p.md[n:], p.name[n:]
	}
}

// parse returns the HTML that the wiki makes of text, as if it were saved.
func parse(w *wikitest.Wiki, text string) string {
	var out struct{ Parse struct{ Text string } }
	w.Call(wikitest.Admin, &out, "action", "parse", "title", "Testseite", "text", text, "pst", "1",
		"contentmodel", "wikitext", "prop", "text", "disablelimitreport", "1", "disableeditsection", "1", "disabletoc", "1")
	return out.Parse.Text
}

var (
	tag   = regexp.MustCompile(`<(/?)([a-z0-9]+)([^<>]*)>|<!--.*?-->`)
	block = regexp.MustCompile(`</?(p|li|ul|ol|td|th|tr|table|h[1-6]|blockquote|br|pre|dd|dl|hr|div)\b[^<>]*>`)
	href  = regexp.MustCompile(` href="([^"]*)"`)
)

// words returns what a reader sees of HTML, its white space single. MediaWiki
// puts a hard space before some marks, which nobody sees.
func words(h string) string {
	h = html.UnescapeString(tag.ReplaceAllString(block.ReplaceAllString(h, " "), ""))
	return strings.Join(strings.Fields(strings.ReplaceAll(h, "\u00a0", " ")), " ")
}

// marks returns the words of HTML without their blanks, with what they are
// marked as: emphasis, code, and where they lead.
func marks(h string) string {
	var b strings.Builder
	depth, link, last := map[string]int{}, "", ""
	text := func(s string) {
		s = strings.Join(strings.Fields(strings.ReplaceAll(html.UnescapeString(s), "\u00a0", " ")), "")
		if s == "" {
			return
		}
		now := link
		for _, m := range []string{"b", "c", "i", "s"} {
			if depth[m] > 0 {
				now += m
			}
		}
		if now != last {
			b.WriteString("{" + now + "}")
			last = now
		}
		b.WriteString(s)
	}
	at := 0
	for _, m := range tag.FindAllStringSubmatchIndex(h, -1) {
		text(h[at:m[0]])
		at = m[1]
		if m[4] < 0 {
			continue
		}
		step := 1
		if m[3] > m[2] {
			step = -1
		}
		switch name := h[m[4]:m[5]]; name {
		case "i", "em":
			depth["i"] += step
		case "b", "strong":
			depth["b"] += step
		case "s", "del":
			depth["s"] += step
		case "code", "pre":
			depth["c"] += step
		case "a":
			if depth["a"] += step; depth["a"] > 1 || step < 0 && depth["a"] > 0 { // no link within a link
				continue
			}
			link = ""
			if to := href.FindStringSubmatch(h[m[6]:m[7]]); step > 0 && to != nil {
				link = leads(html.UnescapeString(to[1]))
			}
		}
	}
	text(h[at:])
	return b.String()
}

// leads returns an address in one form; all pages of the wiki are one.
func leads(to string) string {
	if s, err := url.PathUnescape(to); err == nil {
		to = s
	}
	if strings.HasPrefix(to, "/") && !strings.HasPrefix(to, "//") || strings.HasPrefix(to, "#") {
		return "wiki "
	}
	return strings.TrimSuffix(to, "/") + " "
}
