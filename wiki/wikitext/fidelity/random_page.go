package fidelity

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// RandomPages returns n wikitext pages, of the forms that people use and of
// those that they use wrongly. The same seed gives the same pages.
func RandomPages(seed uint64, n int) []Case {
	rng := rand.New(rand.NewPCG(seed, 11))
	out := make([]Case, n)
	for i := range out {
		out[i] = Case{
			ID: fmt.Sprintf("wikitext-%d-%d", seed, i), Section: "random page", Page: true, Foreign: "mediawiki",
			Source: generator{rng}.page(),
		}
	}
	return out
}

// inlines are pieces of a line of wikitext.
var inlines = []string{
	"''kursiv''", "'''fett'''", "'''''beides'''''", "''a '''b''' c''", "'''a ''b'' c'''", "''offen", "'''offen", "l'''eau''", "'", "''so''gar", "'''A'''nfang", "'''Punkt:''' ", "it's",
	"[[Haus]]", "[[Haus|so]]", "[[Haus]]boot", "[[haus|''so'']]", "[[Haus#Tür|da]]", "[[#unten|unten]]", "[[:Kategorie:X]]", "[[Kategorie:X]]", "[[Haus (Bau)]]", "[[/Unterseite]]", "[[Datei:X.png|mini|Bild]]", "[[offen", "zu]]", "[[a|b|c]]", "[[Benutzer:Mira|Mira]]", "[[ Haus ]]", "[[Haus_am_See]]", "[[Haus|Raum&nbsp;3]]",
	"http://example.org/a", "[http://example.org b]", "[http://example.org]", "(http://example.org/c)", "[mailto:a@example.org a]", "[//example.org d]", "http://example.org/?a=1&amp;b=2", "a@example.org", "www.example.org", "[nicht]", "[http://example.org ''k'']", "http://example.org/x_(y)",
	"{{Vorlage}}", "{{Vorlage|a=b|c}}", "{{{1}}}", "{{#if:|a|b}}", "{{lc:AB}}", "{offen}", "{{offen", "<ref>Beleg</ref>", "<ref name=\"x\">B</ref>", "<!-- weg -->", "<nowiki>''x''</nowiki>", "<nowiki/>", "<br>", "<br />", "<small>klein</small>", "<code>c</code>", "<code>a*b</code>", "<tt>t</tt>", "<u>u</u>", "<s>s</s>", "<del>d</del>", "<b>b</b>", "<i>i</i>", "<sub>2</sub>", "<span style=\"color:red\">rot</span>", "<unbekannt>", "</div>",
	"&nbsp;", "&amp;", "&lt;b&gt;", "&amp;lt;", "&auml;", "&#42;", "&unbekannt;", "&", "<", ">", "a < b", "->", "|", "||", "!", "!!", "*", "#", ":", ";", "=", "==", "~", "_", "__", "`", "```", "\\", "\\*", "*a*", "_a_", "**a**", "[a](http://example.org)", "![a](b)", "~~a~~", "`a`", "- [ ] x", "#100107-2", "1.", "1)", "+", "-", "---", "__init__", "__NOTOC__", "ISBN 978-3-16-148410-0", "RFC 2822", "<https://example.org>", "| a | b |",
	"wer ?", "so : und", "«a»", "ä", "😀", "  ", "…", "(mira, ol)", "20:15", "§ 5", "100 %",
}

// linePrefixes begin a line.
var linePrefixes = []string{"* ", "* ", "* ", "** ", "*** ", "# ", "# ", "## ", "#* ", "*# ", ": ", ":: ", ":* ", "*: ", "; ", ";Begriff: ", "*", "#", ":", "**:* ", "*:* ", " ", "----", "- ", "+ ", "1. ", "> ", "    ", "== ", "==="}

func (g generator) wikiLine() string {
	var b strings.Builder
	for range 1 + g.IntN(5) {
		if g.IntN(2) == 0 {
			b.WriteString(g.pick(words))
		} else {
			b.WriteString(g.pick(inlines))
		}
		if g.IntN(4) > 0 {
			b.WriteByte(' ')
		}
	}
	return strings.TrimSpace(b.String())
}

// page returns two to six blocks, parted by none, one or two empty lines.
func (g generator) page() string {
	var b strings.Builder
	for range 2 + g.IntN(5) {
		b.WriteString(g.wikiBlock())
		b.WriteString(g.pick([]string{"\n", "\n\n", "\n\n", "\n\n", "\n\n\n"}))
	}
	return strings.TrimSpace(b.String()) + "\n"
}

func (g generator) wikiBlock() string {
	lines := func(n int, prefix func() string) string {
		var out []string
		for range n {
			out = append(out, prefix()+g.wikiLine())
		}
		return strings.Join(out, "\n")
	}
	switch g.IntN(12) {
	case 0, 1:
		return lines(1+g.IntN(3), func() string { return "" })
	case 2:
		marks := strings.Repeat("=", 1+g.IntN(6))
		return marks + " " + g.wikiLine() + " " + marks
	case 3, 4:
		return lines(1+g.IntN(4), func() string { return g.pick([]string{"* ", "* ", "** ", "*** "}) })
	case 5:
		return lines(1+g.IntN(4), func() string { return g.pick([]string{"# ", "# ", "## ", "#* "}) })
	case 6:
		return lines(1+g.IntN(4), func() string { return g.pick(linePrefixes) })
	case 7:
		return ";" + g.wikiLine() + "\n" + lines(1+g.IntN(2), func() string { return ":" })
	case 8:
		return "{| class=\"wikitable\"\n! " + g.wikiLine() + " !! " + g.wikiLine() + "\n|-\n| " + g.wikiLine() + "\n| " + g.wikiLine() + "\n|}"
	case 9:
		return "<pre>\n" + g.wikiLine() + "\n  " + g.wikiLine() + "\n</pre>"
	case 10:
		return g.pick([]string{"<blockquote>\n", "<div class=\"kasten\">\n", "<center>"}) + g.wikiLine() + g.pick([]string{"\n</blockquote>", "\n</div>", "</center>"})
	}
	return lines(1+g.IntN(2), func() string { return " " })
}
