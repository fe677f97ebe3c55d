package fidelity

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Random returns n texts of Markdown full of what means something to
// MediaWiki. The same seed gives the same texts, and more of them begin with
// the fewer.
func Random(seed uint64, n int) ([]Case, error) {
	rng := rand.New(rand.NewPCG(seed, 9))
	oracle := NewOracle()
	out := make([]Case, n)
	for i := range out {
		g := generator{rng}
		md := g.document()
		html, err := oracle.HTML(md)
		if err != nil {
			return nil, err
		}
		out[i] = Case{ID: fmt.Sprintf("random-%d-%d", seed, i), Section: "random", Source: md, HTML: html}
		if oracle.Common(md) {
			out[i].Foreign = "typed"
		}
	}
	return out, nil
}

// generator writes random Markdown.
type generator struct{ *rand.Rand }

func (g generator) pick(list []string) string { return list[g.IntN(len(list))] }

// markup means something to MediaWiki, somewhere.
var markup = []string{
	"'", "''", "'''", "''''", "'''''", "l'''eau", "[", "]", "[[", "]]", "[[[", "{", "}", "{{", "}}", "{{{", "}}}", "{{{{", "|", "||", "|-", "{|", "|}", "!", "!!", "~", "~~~~", "~~~~~", "~~~~~~~",
	"=", "==", "===", "----", "-----", ":", "::", ";", "; a : b", "#", "##", "*", "**", "-{", "}-", "-{zh}-", "_", "__",
	"__TOC__", "__NOTOC__", "__KEIN_INHALTSVERZEICHNIS__", "__INHALTSVERZEICHNIS__", "__FORCETOC__", "__INDEXIEREN__",
	"#REDIRECT [[X]]", "#WEITERLEITUNG [[X]]", "#REDIRECT", "{{PAGENAME}}", "{{subst:PAGENAME}}", "{{SUBST:PAGENAME}}", "{{{1}}}", "{{{1|x}}}", "{{Vorlage|a=b}}", "{{#if:a|b}}", "{{!}}", "{{=}}", "{{SEITENNAME}}",
	"subst:", "ISBN 978-3-16-148410-0", "ISBN 3161484100", "RFC 2822", "PMID 1234", "ISBN", "RFC", "&", "&amp;", "&nbsp;", "&#42;", "&lt;", "&amp;amp;", "&amp;nbsp;", "&amp;#42;", "&copy;", "&unbekannt;",
	"<b>", "</b>", "<i>x</i>", "<ref>", "</ref>", "<ref>x</ref>", "<nowiki>", "</nowiki>", "<nowiki/>", "<pre>", "</pre>", "<br>", "<br/>", "<div style=\"color:red\">", "</div>", "<gallery>", "<includeonly>", "<noinclude>", "<onlyinclude>", "<references/>", "<hr>", "<li>", "<table>", "<unbekannt>", "<", ">", "<3", "->", "<-", "a < b > c",
	"http://example.org", "http://example.org.", "http://example.org/a_(b)", "(http://example.org/x)", "https://example.org/a,b;", "http://example.org/?a=1&b=2&copy;", "http://example.org/''x''", "http://example.org/{{x}}", "http://", "http:// x", "www.example.org", "a@example.org", "ftp://example.org/x", "mailto:a@example.org", "irc://example.org/x", "news:x", "tel:123", "//example.org", "HTTP://example.org", "xhttp://example.org", "http://example.org/ä", "\"http://example.org\"", "http://example.org|x", "http://example.org]x", "[http://example.org x]", "[//example.org x]", "[mailto:a@example.org x]",
	"[[Haus]]", "[[Haus]]boot", "[[Haus|so]]", "[[Haus#Tür|so]]", "[[Kategorie:X]]", "[[:Kategorie:X]]", "[[Datei:X.png]]", "[[de:X]]", "[[Haus|]]", "[[|Haus]]", "[[Haus|[x]]]", "[[Haus|''x'']]", "[[ ]]", "[[a{b]]", "[[Benutzer:X|x]]", "#100107-2",
	"`code`", "`''x''`", "`{{x}}`", "`~~~~`", "`a|b`", "`</nowiki>`", "`&amp;`", "`[[x]]`", "`]`", "`` ` ``", "`<b>`", "`http://example.org`", "`__TOC__`",
	"*a*", "**a**", "***a***", "_a_", "*a **b** c*", "**a *b* c**", "*a***b**", "**a***b*", "*'a'*", "~~weg~~", "~~''x''~~", "*[[Haus]]*", "**`x`**",
	"[a](http://example.org)", "[a](http://example.org \"titel ''x'' {{y}}\")", "[a]b](http://example.org)", "[a \\[b\\]](http://example.org)", "[''x''](http://example.org)", "[*a*](http://example.org)", "[a](<http://example.org/a b[c]>)", "[a](#oben)", "<http://example.org>", "<https://example.org/a|b>", "<a@example.org>", "[`a|b`](http://example.org)", "[{{x}}](http://example.org/{{y}})",
	"\\*", "\\[", "\\_", "\\`", "\\#", "\\|", "\\<", "\\&amp;", "\\\\", "C:\\neu", "\u00a0", "\u2003", "ä", "ß", "😀", "A\u030a", "„“", "«", "»", "%", "?", ".", ",", "/", "(", ")", "-", "+", "1.", "2)", "§ 5", "x²",
	"Datei:", "Kategorie:", "Spezial:", "MediaWiki:", "Vorlage:", "{{Vorlage:X}}", "{{:Haus}}", "~16:30", "3 * 4 = 12", "a_b_c", ":)", ";)", ":-D", "*g*", "+1", "= 5", "5 =", "100 %", "wer ?", "was !", "so : und",
}

// words are ordinary.
var words = []string{"Haus", "Server", "läuft", "wieder", "x", "und", "die", "Leitung", "Antrag", "neu", "Ja", "3", "2010", "Router", "gegen", "Übergabe"}

// text returns a line of words and markup.
func (g generator) text() string {
	var b strings.Builder
	for range 1 + g.IntN(6) {
		if g.IntN(3) == 0 {
			b.WriteString(g.pick(words))
		} else {
			b.WriteString(g.pick(markup))
		}
		if g.IntN(3) > 0 {
			b.WriteByte(' ')
		}
	}
	return strings.TrimSpace(b.String())
}

// cell returns a text without bars, which would end a table's cell.
func (g generator) cell() string {
	return bars.Replace(g.text())
}

// bars escapes the bars of a text for a table's cell.
var bars = strings.NewReplacer("\\|", "\\|", "|", "\\|")

// document returns one to three blocks.
func (g generator) document() string {
	var parts []string
	for range 1 + g.IntN(3) {
		parts = append(parts, g.block(2))
	}
	return strings.Join(parts, "\n\n")
}

// block returns a block, with blocks in it as deep as depth.
func (g generator) block(depth int) string {
	n := 13
	if depth == 0 {
		n = 6
	}
	switch g.IntN(n) {
	case 0, 1:
		return g.text()
	case 2:
		return g.text() + "\n" + g.text()
	case 3:
		return strings.Repeat("#", 1+g.IntN(6)) + " " + g.text()
	case 4:
		return "```\n" + g.text() + "\n" + g.text() + "\n```"
	case 5:
		return g.text() + "\\\n" + g.text()
	case 6:
		return g.list("- ", depth)
	case 7:
		return g.list("1. ", depth)
	case 8:
		return indent("> ", g.block(depth-1))
	case 9:
		return g.table()
	case 10:
		return "*" + g.text() + "* **" + g.text() + "** ~~" + g.text() + "~~"
	case 11:
		return "[" + g.text() + "](http://example.net/" + g.pick(words) + ") " + g.text()
	}
	return "---\n\n" + g.text()
}

func (g generator) list(mark string, depth int) string {
	var items []string
	sep := "\n"
	if g.IntN(4) == 0 {
		sep = "\n\n"
	}
	for range 1 + g.IntN(3) {
		item := g.text()
		switch g.IntN(4) {
		case 0:
			if item != "" {
				item += "\n" + g.list("- ", 0)
			}
		case 1:
			if depth > 0 {
				item += sep + g.block(depth-1)
			}
		}
		items = append(items, mark+strings.TrimPrefix(indent(strings.Repeat(" ", len(mark)), item), strings.Repeat(" ", len(mark))))
	}
	return strings.Join(items, sep)
}

func (g generator) table() string {
	rows := []string{"| " + g.cell() + " | " + g.cell() + " |", "|---|---|"}
	for range 1 + g.IntN(2) {
		rows = append(rows, "| "+g.cell()+" | "+g.cell()+" |")
	}
	return strings.Join(rows, "\n")
}

// indent puts prefix before every line that has text.
func indent(prefix, s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if l != "" || strings.TrimSpace(prefix) != "" {
			lines[i] = prefix + l
		}
	}
	return strings.Join(lines, "\n")
}
