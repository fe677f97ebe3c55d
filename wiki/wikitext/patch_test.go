package wikitext

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// patchPages are pages as people write them: the project's own, and the seeds
// where they are.
func patchPages(t testing.TB) map[string]string {
	t.Helper()
	pages := map[string]string{}
	for _, glob := range []string{"testdata/pages/*.wiki", "testdata/patch/*.wiki", "../../../shared/seeds/*.wiki"} {
		names, err := filepath.Glob(glob)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			pages[filepath.Base(name)] = string(data)
		}
	}
	if len(pages) < 2 {
		t.Fatal("no pages")
	}
	return pages
}

// wordPlaces returns where the words of a text are.
func wordPlaces(s string) [][2]int {
	var out [][2]int
	at := 0
	for _, p := range cutPieces(s) {
		if kindOfPiece(p) == wordPiece {
			out = append(out, [2]int{at, at + len(p)})
		}
		at += len(p)
	}
	return out
}

// changedLines returns the lines of b that a has not, and the other way.
func changedLines(a, b string) (gone, come []string) {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	num := numbering{}
	var s [2][]int
	for k, l := range [][]string{x, y} {
		for _, line := range l {
			s[k] = append(s[k], num.of(line))
		}
	}
	for _, h := range hunks(align(s[0], s[1], len(num)), len(x), len(y)) {
		gone, come = append(gone, x[h.a0:h.a1]...), append(come, y[h.b0:h.b1]...)
	}
	return gone, come
}

// onceMore remembers the last result of a conversion: the page before an edit is
// converted again and again.
func onceMore(f func(string) string) func(string) string {
	seen := map[string]string{}
	return func(in string) string {
		if out, ok := seen[in]; ok {
			return out
		}
		out := f(in)
		if len(seen) == 0 {
			seen[in] = out
		}
		return out
	}
}

// isSyntax reports whether a word is none, but part of how something is written:
// the scheme of an address, the number of a list's item, a fence's language, a
// namespace, an attribute.
func isSyntax(s string, at [2]int) bool {
	w, rest := s[at[0]:at[1]], s[at[1]:]
	line := strings.TrimLeft(s[strings.LastIndexByte(s[:at[0]], '\n')+1:at[0]], " ")
	return w == "wikitext" || w == "mailto" || w == "class" || w == "wikitable" || strings.HasSuffix(s[:at[0]], "[[") && rest[0] == ':' || w == "NOTOC" || strings.HasPrefix(rest, "://") || line == "" && strings.HasPrefix(rest, ". ")
}

// oneChange returns what of a was replaced by what of b.
func oneChange(a, b string) (string, string) {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	j := 0
	for j < len(a)-i && j < len(b)-i && a[len(a)-1-j] == b[len(b)-1-j] {
		j++
	}
	return a[i : len(a)-j], b[i : len(b)-j]
}

var everyWord = flag.Bool("every-word", false, "replace every word of long pages too")

// TestPatchOneWord replaces every word of a page in turn, either way: one line
// changes, and of it that word, or the link that it is part of.
func TestPatchOneWord(t *testing.T) {
	const word = "jqxwj"
	for name, page := range patchPages(t) {
		md := ToMarkdown(page, ReadOptions{})
		p := Patch{Wikitext: page, Markdown: md}
		p.Write = onceMore(p.write)
		p.Read = onceMore(p.read)
		p.Write(md)
		p.Read(page)
		for _, way := range []struct {
			name        string
			from, other string
			patch       func(Patch) (string, error)
		}{{"to wikitext", md, page, PatchWikitext}, {"to Markdown", page, md, PatchMarkdown}} {
			places, good := wordPlaces(way.from), 0
			for i, at := range places {
				if len(places) > 500 && i%7 > 0 && !*everyWord {
					continue
				}
				if isSyntax(way.from, at) {
					continue
				}
				old := way.from[at[0]:at[1]]
				p.New = way.from[:at[0]] + word + way.from[at[1]:]
				got, err := way.patch(p)
				if err != nil {
					t.Errorf("%s, %s: %q: %v", name, way.name, old, err)
					continue
				}
				gone, come := changedLines(way.other, got)
				if len(gone) == 1 && len(come) == 1 {
					x, y := oneChange(gone[0], come[0])
					if strings.Contains(y, "qxw") && (len(x) <= len(old)+1 && len(y) <= len(word) || strings.Contains(gone[0], "[") && len(x) < 40) {
						good++
						continue
					}
				}
				t.Errorf("%s, %s: %q changes\n%q\nto\n%q", name, way.name, old, gone, come)
			}
			t.Logf("%s, %s: %d of %d words", name, way.name, good, len(places))
		}
	}
}
