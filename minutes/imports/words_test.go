package imports

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// markup is what a page is marked up with: words in it are none of the page's,
// and the tail of a link ([[Haus]]es) is one word with it.
var markup = regexp.MustCompile(`(?s)</?[a-zA-Z][^<>\n]*>|\A---\ntitle:|\[(?:Bearbeiten|edit)\]|(?m:^\{\|.*$)|(?m:^\s+o\s)|\]\]\pL+|(?m:^\s*\d{1,9}[.)](?:\s|$))`)

// lost fails if a word of the page is not in the file, as often as on the page.
func lost(t testing.TB, page, file string) {
	t.Helper()
	have := words(html.UnescapeString(strings.ReplaceAll(file, `\&`, "&")))
	for w, n := range words(html.UnescapeString(markup.ReplaceAllString(page, " "))) {
		if have[w] < n {
			t.Errorf("%q is %d times on the page, %d times in the file", w, n, have[w])
		}
	}
}

// lostLetters is lost for broken pages, where it is not for sure what is one
// word: no letter and no digit of the page may be missing.
func lostLetters(t testing.TB, page, file string) {
	t.Helper()
	have := map[rune]int{}
	for _, c := range html.UnescapeString(file) {
		have[c]++
	}
	for _, c := range html.UnescapeString(markup.ReplaceAllString(page, " ")) {
		if isWord(c) {
			if have[c]--; have[c] < 0 {
				t.Errorf("%q is missing in the file", c)
				return
			}
		}
	}
}

func words(s string) map[string]int {
	out := map[string]int{}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		out[w]++
	}
	return out
}

func TestNothingIsLost(t *testing.T) {
	for _, name := range pages(t) {
		t.Run(name, func(t *testing.T) {
			src := readFile(t, name)
			res, err := importFile(name, src, options(name))
			if err != nil {
				t.Fatal(err)
			}
			lost(t, string(src), string(res.Source))
		})
	}
}
