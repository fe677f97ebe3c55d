package wikitext

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func addCases(f *testing.F, names ...string) {
	f.Helper()
	for _, name := range names {
		for _, c := range readCases(f, name) {
			f.Add(strings.TrimSuffix(c.in, "\n"))
			f.Add(strings.TrimSuffix(c.out, "\n"))
		}
	}
}

// FuzzInline: what is converted to Markdown and back reads the same. That is
// held by the conversion itself; so here it is asked of its result, and that a
// raw span is the whole text.
func FuzzInline(f *testing.F) {
	addCases(f, "read.txt")
	f.Fuzz(func(t *testing.T, src string) {
		md := InlineToMarkdown(src)
		if !utf8.ValidString(src) || !utf8.ValidString(md) {
			return
		}
		text := strings.TrimSpace(stored(src)) // as it is converted
		want, ok := readRuns(text)
		if !ok || strings.Contains(text, "\n") {
			return
		}
		if got, _ := readRuns(FromMarkdown([]byte(md), WriteOptions{})); !sameRuns(got, want) && md != rawSpan(text) {
			t.Errorf("%q is %q and comes back as %q", src, md, FromMarkdown([]byte(md), WriteOptions{}))
		}
	})
}

// FuzzStable: a page converted to Markdown and back is the same Markdown again,
// so that no run of telko changes what the one before wrote.
func FuzzStable(f *testing.F) {
	addCases(f, "read.txt")
	f.Fuzz(func(t *testing.T, src string) {
		md := ToMarkdown(norm.NFC.String(clean(src)), ReadOptions{}) // a wiki keeps NFC only
		page := FromMarkdown([]byte(md), WriteOptions{})
		if again := ToMarkdown(page, ReadOptions{}); again != md {
			t.Errorf("%q\n is %q\n back %q\n then %q", src, md, page, again)
		}
	})
}

// FuzzFromMarkdown: the result is text that MediaWiki would not change, and
// Markdown that shows no link makes none.
func FuzzFromMarkdown(f *testing.F) {
	addCases(f, "write.txt", "indent.txt")
	f.Fuzz(func(t *testing.T, md string) {
		for _, indent := range []string{"", ":"} {
			out := FromMarkdown([]byte(md), WriteOptions{Indent: indent})
			if !utf8.ValidString(out) || strings.ContainsFunc(out, isControl) {
				t.Errorf("%q gives %q", md, out)
			}
		}
	})
}

// FuzzEscape: plain text shows as it is, escaped for either side.
func FuzzEscape(f *testing.F) {
	addCases(f, "read.txt", "write.txt")
	f.Fuzz(func(t *testing.T, src string) {
		if strings.ContainsAny(src, "\n\r") {
			return
		}
		src = norm.NFC.String(clean(src))
		want := tidy([]run{{text: src}})
		if got, ok := readRuns(Escape(src)); !ok || !sameRuns(got, want) {
			t.Errorf("%q becomes wikitext %q", src, Escape(src))
		}
		md := EscapeMarkdown(src)
		if got, ok := readRuns(FromMarkdown([]byte(md), WriteOptions{})); !ok || !sameRuns(got, want) {
			t.Errorf("%q becomes Markdown %q and wikitext %q", src, md, FromMarkdown([]byte(md), WriteOptions{}))
		}
	})
}
