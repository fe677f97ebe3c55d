package cli

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

// node is what a program reads of --to json.
type node struct {
	Format, Kind, Source string
	Line, Start, End     int
	Children             []node
}

// FuzzConvert runs the command: every pair of formats has a result and exit
// code 0 for any bytes, JSON is JSON, and what it says of wikitext is the input.
func FuzzConvert(f *testing.F) {
	for _, s := range []string{"", "# A\n\n- *b* [c](d)\n", "== A ==\n* ''b'' {{c|d}}\n", "\xff\x00\r\n", "<b>[[", "{|\n| a\n|}", "```\na", "> - 1. a\n\n       b"} {
		f.Add(s)
	}
	env, out, talk := testEnv(f, "en")
	f.Fuzz(func(t *testing.T, src string) {
		for _, from := range []string{asMarkdown, asWikitext} {
			for _, to := range []string{asMarkdown, asWikitext, asHTML, asJSON} {
				out.Reset()
				talk.Reset()
				env.Stdin = strings.NewReader(src)
				if code := Main("test", []string{"convert", "--from", from, "--to", to}, env); code != exitDone {
					t.Fatalf("%s to %s of %q: exit code %d: %s", from, to, src, code, talk)
				}
				if from == to && strings.TrimSuffix(out.String(), "\n") != strings.TrimSuffix(src, "\n") {
					t.Errorf("%s to itself: %q of %q", from, out, src)
				}
				if from != to && !utf8.Valid(out.Bytes()) {
					t.Errorf("%s to %s of %q: %q", from, to, src, out)
				}
				if !utf8.ValidString(src) && !strings.Contains(talk.String(), "UTF-8") {
					t.Errorf("%s to %s of %q: no notice", from, to, src)
				}
				if to == asJSON {
					checkTree(t, from, src, out.Bytes())
				}
			}
		}
	})
}

func checkTree(t *testing.T, from, src string, got []byte) {
	t.Helper()
	var root node
	if err := json.Unmarshal(got, &root); err != nil {
		t.Fatalf("%s %q: %v\n%s", from, src, err, got)
	}
	if root.Format != from || root.Start != 0 || root.End != len(src) {
		t.Errorf("%s %q: the root is %+v", from, src, root)
	}
	var leaves strings.Builder
	var walk func(n, parent node)
	walk = func(n, parent node) {
		if n.Start < parent.Start || n.End > parent.End || n.End < n.Start || n.Line < 1 {
			t.Errorf("%s %q: %+v is not within %+v", from, src, n, parent)
		}
		leaves.WriteString(n.Source)
		for _, c := range n.Children {
			walk(c, n)
		}
	}
	walk(root, root)
	if from == asWikitext && utf8.ValidString(src) && leaves.String() != src {
		t.Errorf("leaves join to %q, want %q", leaves.String(), src)
	}
}
