package wikitext

import (
	"strings"
	"testing"
)

// unfinished are beginnings that search for an end; repeated, each must not
// search on its own.
var unfinished = []string{
	"{{", "{{{", "[[", "[", "{|", "<!--", "<nowiki>", "<ref ", "<ref>", "<ref name=a>x", "<div>", "<ul>", "<blockquote>\n", "<table>\n", "<b>", "''", "'''", "'''''",
	"[http://a ", "http://a.b/", "http://", "&#", "&amp", "__A", "__", "~~~", "* ", "**", ";a", ";a:", "=", "=\n", "= a =\n", "|-\n", "{{a\n", "[[a|", "[[Datei:a|", "]]", "}}", "}}}",
	"a [[b]] ", "'''a''", "\n", " \n", " a\n", ": ", "*", "#*", "<pre>", "</pre>", "<code>", "</", "<", "&lt;", "a\n\n", "x://", "mailto:a", "-", "----\n", "{", "[", "_a", "`", "`\n", "*a", "> ", "- ", "1. ", "![", "](", "<a", "|a", "\\",
}

// TestLinear reads pages that are long enough for the test to run into its
// deadline where the time grows with their square. How fast it is otherwise is
// for the benchmarks.
func TestLinear(t *testing.T) {
	const size = 100_000
	for _, s := range unfinished {
		src := strings.Repeat(s, size/len(s))
		Scan(src)
		Inlines(src)
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
