package wikitext

import (
	"strings"
	"testing"
	"time"
)

// unfinished are beginnings that search for an end; repeated, each must not
// search on its own.
var unfinished = []string{
	"{{", "{{{", "[[", "[", "{|", "<!--", "<nowiki>", "<ref ", "<ref>", "<ref name=a>x", "<div>", "<ul>", "<blockquote>\n", "<table>\n", "<b>", "''", "'''", "'''''",
	"[http://a ", "http://a.b/", "http://", "&#", "&amp", "__A", "__", "~~~", "* ", "**", ";a", ";a:", "=", "=\n", "= a =\n", "|-\n", "{{a\n", "[[a|", "[[Datei:a|", "]]", "}}", "}}}",
	"a [[b]] ", "'''a''", "\n", " \n", " a\n", ": ", "*", "#*", "<pre>", "</pre>", "<code>", "</", "<", "&lt;", "a\n\n", "x://", "mailto:a", "-", "----\n", "{", "[", "_a", "`", "`\n", "*a", "> ", "- ", "1. ", "![", "](", "<a", "|a", "\\",
}

// TestLinear holds everything that reads a page to a time that grows with its
// length: what took its square would take minutes here.
func TestLinear(t *testing.T) {
	const size = 100_000
	for _, s := range unfinished {
		src := strings.Repeat(s, size/len(s))
		timed(t, "Scan", s, func() { Scan(src) })
		timed(t, "Inlines", s, func() { Inlines(src) })
		timed(t, "readRuns", s, func() { readRuns(src) })
		timed(t, "Escape", s, func() { Escape(src) })
		timed(t, "EscapeMarkdown", s, func() { EscapeMarkdown(src) })
		if src = src[:min(len(src), size/4)]; s == "> " || s == "1. " {
			src = src[:2000] // goldmark takes the square of the depth for nested blocks
		}
		timed(t, "ToMarkdown", s, func() { ToMarkdown(src, ReadOptions{}) })
		timed(t, "FromMarkdown", s, func() { FromMarkdown([]byte(src), WriteOptions{}) })
	}
}

func timed(t *testing.T, what, s string, f func()) {
	t.Helper()
	start := time.Now()
	f()
	if d := time.Since(start); d > 2*time.Second {
		t.Errorf("%s of many %q took %v", what, s, d)
	}
}
