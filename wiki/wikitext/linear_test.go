package wikitext

import (
	"strings"
	"testing"
)

// A trap is a beginning that searches for an end, repeated, and the end that
// may come after all of them.
type trap struct{ open, close string }

// unfinished are beginnings without an end.
var unfinished = []string{
	"{{", "{{{", "[[", "[", "{|", "<!--", "<nowiki>", "<ref ", "<ref>", "<ref name=a>x", "<div>", "<ul>", "<blockquote>\n", "<table>\n", "<b>", "''", "'''", "'''''",
	"[http://a ", "http://a.b/", "http://", "&#", "&amp", "__A", "__", "~~~", "* ", "**", ";a", ";a:", "=", "=\n", "= a =\n", "|-\n", "{{a\n", "[[a|", "[[Datei:a|", "]]", "}}", "}}}",
	"a [[b]] ", "'''a''", "\n", " \n", " a\n", ": ", "*", "#*", "<pre>", "</pre>", "<code>", "</", "<", "&lt;", "a\n\n", "x://", "mailto:a", "-", "----\n", "{", "[", "_a", "`", "`\n", "*a", "> ", "- ", "1. ", "![", "](", "<a", "|a", "\\",
}

// traps are more, with their ends, and mixed.
var traps = func() []trap {
	var all []trap
	for _, s := range unfinished {
		all = append(all, trap{open: s})
	}
	return append(all,
		trap{"{{", "}}"}, trap{"{{{", "}}}"}, trap{"{{a|", "}}"}, trap{"{{a|b=", "}}"}, trap{"{{{a|", "}}}"}, trap{"{{{{{", "}}}}}"}, trap{"-{", "}-"}, trap{"-{{{", "}}"}, trap{"-{\n", "}-"},
		trap{"[[", "]]"}, trap{"[[a|", "]]"}, trap{"[[Datei:a|", "]]"}, trap{"[[Datei:a|[[b]]", ""}, trap{"[[Datei:a|x[[b]]", "]]"}, trap{"[[a", "]"}, trap{"[[a|[", "]]]"}, trap{"[http://a [[b]] ", "]"}, trap{"[http://a [[b ", "]"}, trap{"[//a|", "\n"},
		trap{"{|\n", "|}\n"}, trap{"{|\n|\n", "|}\n"}, trap{"{|\n|a||", "|}\n"}, trap{":{|\n", "|}\n"}, trap{"{|\n|-\n! a !! b\n", "|}\n"}, trap{"{|\n|+", "|}\n"}, trap{"{|\n|<!--x-->", "\n|}"}, trap{"{|\n!<b ", ">\n"},
		trap{"<ul>\n", "</ul>\n"}, trap{"<div>", "</div>"}, trap{"<div>\n", "</div>\n"}, trap{"<b><i>", "</b></i>"}, trap{"<b><i>", "</i></b>"}, trap{"<b>", "</i>"}, trap{"<b>[[a|<i>", "</b>]]"}, trap{"<li>", "</ul>"}, trap{"<table\n", ">\n"}, trap{"<ul>\n<ol>\n", "</ul>\n"},
		trap{"<blockquote>\n<ul>\n", "</ul>\n"}, trap{"<p>\n", "</p>"}, trap{"<b ", ">"}, trap{"<b a=\"", "\">"}, trap{"<ref>", "</ref>"}, trap{"<ref><poem>", "</poem></ref>"}, trap{"<ref ", "/>"}, trap{"<poem><ref><references>", "</references></ref></poem>"},
		trap{"</ref   ", ""}, trap{"<ref></ref ", ""}, trap{"<ref>x</ref", "\t"}, trap{"<nowiki>", "</nowiki>"}, trap{"<NoWiki>", "</nowiki>"}, trap{"<includeonly>", "</includeonly>"}, trap{"<noinclude>", ""}, trap{"<onlyinclude", ">"}, trap{"<pre", ">"},
		trap{"<!-- -->\n", ""}, trap{"a\n<!-- -->\n", ""}, trap{"a\n<!-- -->\n<!-- -->\n", "* b"}, trap{"<!-- --> ", ""}, trap{"<!---->", "* a"}, trap{"{{a}}", ""}, trap{"{{a}} ", "\n"}, trap{"{{a}}\n", ""}, trap{"== <!-- --> ==", "\n"}, trap{"==\n<!-- -->", "\n"},
		trap{"; ", ":"}, trap{";'''", ":"}, trap{";[[a:", ":"}, trap{";<b>", ":b\n"}, trap{"*;a:", "\n"}, trap{";''a:\n", ""}, trap{"; a : b\n", ""}, trap{";<!--x-->", ":"}, trap{"*#:;", "\n"}, trap{"*\n#\n", ""}, trap{"**\n*#\n", ""},
		trap{"\r", ""}, trap{"\r\n", ""}, trap{"a\r", "\n"}, trap{" a\r", "b"}, trap{"\x00", ""}, trap{"\xff", ""}, trap{"\u00a0", ""}, trap{"ä", ""}, trap{"'''a''b", "\n"}, trap{"a'''b ", "''\n"}, trap{"''''", ""}, trap{"''''''''", "a"},
		trap{"http://a.b,", ""}, trap{"http://a&lt;", ""}, trap{"http://(", ")"}, trap{"http://{{a}}", ""}, trap{"http://<!-- -->", ""}, trap{"news:;", ""}, trap{"&#1", ";"}, trap{"__A_", "__"}, trap{"~~~~~~", ""}, trap{"{{a|\n=", "}}"}, trap{"{{a|\n==b\n", "}}"}, trap{"\n=", "}}"}, trap{"|", "="}, trap{"{{|", "=}}"},
	)
}()

// TestLinear reads texts that are four times as long as others, and counts the
// work.
func TestLinear(t *testing.T) {
	const size = 8000
	for _, s := range traps {
		long := func(n int) string {
			src := strings.Repeat(s.open, n/len(s.open))
			if s.close != "" {
				src += strings.Repeat(s.close, n/len(s.open))
			}
			return src
		}
		small, large := long(size), long(4*size)
		a, b := work(small), work(large)
		if b > 5*a+1000 {
			t.Errorf("%q %q: %d steps, and %d for four times as much", s.open, s.close, a, b)
		}
		if b > workPerByte*len(large) {
			t.Errorf("%q %q: %d steps for %d bytes", s.open, s.close, b, len(large))
		}
	}
}

// TestLinearConverters reads pages that are long enough for the test to run
// into its deadline where the time grows with their square.
func TestLinearConverters(t *testing.T) {
	const size = 100_000
	for _, s := range unfinished {
		src := strings.Repeat(s, size/len(s))
		readRuns(src)
		Escape(src)
		EscapeMarkdown(src)
		// goldmark takes longer a byte, and the square of the depth for nested
		// blocks.
		src = src[:min(len(src), 25_000)]
		if s == "> " || s == "1. " {
			src = src[:2000]
		}
		ToMarkdown(src, ReadOptions{})
		FromMarkdown([]byte(src), WriteOptions{})
	}
}

// TestHuge: nothing overflows a stack or takes for ever.
func TestHuge(t *testing.T) {
	for _, s := range traps {
		deep := 20_000
		if len(s.open) <= 4 {
			deep = 100_000
		}
		src := strings.Repeat(s.open, deep) + strings.Repeat(s.close, deep)
		d := Scan(src)
		for _, err := range []error{checkTree(d.Tree()), checkBlocks(src, d.Blocks()), checkBlocks(src, d.Parts())} {
			if err != nil {
				t.Errorf("%q %q: %.200s", s.open, s.close, err.Error())
			}
		}
	}
}
