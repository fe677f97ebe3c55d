package imports

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// markup is what a page is marked up with: words in it are none of the page's.
var markup = regexp.MustCompile(`(?s)</?[a-zA-Z][^<>\n]*>|\A---\ntitle:|\[(?:Bearbeiten|edit)\]|(?m:^\{\|.*$)|(?m:^\s*\d{1,9}[.)](?:\s|$))`)

// lost fails if a word of the page is not in the file, as often as on the page.
func lost(t testing.TB, page, file string) {
	t.Helper()
	have := words(html.UnescapeString(file))
	for w, n := range words(html.UnescapeString(markup.ReplaceAllString(page, " "))) {
		if have[w] < n {
			t.Errorf("%q is %d times on the page, %d times in the file", w, n, have[w])
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
