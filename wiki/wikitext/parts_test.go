package wikitext

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Texts in which something could reach over a heading at the left margin.
var acrossHeadings = []string{
	"# A\n\ntext\n\n# B\n\nmore\n\n## C\n",
	"# A\n```\ncode\n# no heading\n```\n# B\nx\n",
	"# A\n~~~ x\n# no\n# no\n# no\n# no\n",
	"- a\n\n  ```\n  x\n# B\n```\n# in code\n",
	"<!-- \n# hidden\n-->\n# B\n",
	"<pre>\n# typed\n</pre>\n# B\n",
	"<div>\n# typed\n\n# B\n",
	"> ```\n> x\n# B\n> # C\n",
	"a\n# B\nb\n===\n# C\n",
	"[x] and [y]\n\n# B\n\n[x]: http://a\n\n# C\n\n[x]: http://b\n[y]: /c 'd'\n",
	"# A\n```\n# no\n[x]: http://code\n```\n# B\n[x]\n",
	"    # code\n# B\n\t# code\n",
	"| a |\n|---|\n# B\n| c |\n",
	"#\n#\n#no\n# \n#######\n# x #\n",
	"\n\n\n# A\n\n\n# B\n\n\n",
	"[x]: http://a\n# B\n[x]: http://b\n",
	"1. a\n# B\n2. b\n# C\n- c\n\n# D\n- d",
	"lines of a\nparagraph\n#no heading\n#\tone\n####### none",
}

// A text in parts is the same as the text as a whole, however small they are.
func TestPartsAreTheWhole(t *testing.T) {
	for _, md := range acrossHeadings {
		for size := 1; size < 12; size += 3 {
			samePieces(t, md, size)
		}
	}
}

func samePieces(t *testing.T, md string, size int) {
	t.Helper()
	var whole, parts []Notice
	src := []byte(clean(md))
	want := joined(writeParts(src, len(src)+1, WriteOptions{Report: func(n Notice) { whole = append(whole, n) }}))
	got := joined(writeParts(src, size, WriteOptions{Report: func(n Notice) { parts = append(parts, n) }}))
	if got != want {
		t.Errorf("%q in parts of %d:\n%q, as a whole\n%q", md, size, got, want)
	}
	if diff := cmp.Diff(whole, parts); diff != "" {
		t.Errorf("%q in parts of %d, notices:\n%s", md, size, diff)
	}
}

// So is a page.
func TestPartsOfPageAreTheWhole(t *testing.T) {
	for _, page := range []string{
		"== A ==\na\n\n== B ==\n{{x}}\n== C {{y\n|z}} ==\n{{x}}\n== D ==\n* a\n== E ==\n* b\n\n* c",
		"== A ==\n<!--\n== B ==\n-->\n== C ==\nx\n",
		"{|\n|-\n== A ==\n|}\n== B ==\n",
		"\n\n== A ==\n\n\n== B ==\n\n",
		"",
	} {
		for size := 1; size < 12; size += 3 {
			samePagePieces(t, page, size)
		}
	}
}

func samePagePieces(t *testing.T, page string, size int) {
	t.Helper()
	var whole, parts []Notice
	want := ToMarkdown(page, ReadOptions{Report: func(n Notice) { whole = append(whole, n) }})
	got := joined(readParts(page, size, ReadOptions{Report: func(n Notice) { parts = append(parts, n) }}))
	if got != want {
		t.Errorf("%q in parts of %d:\n%q, as a whole\n%q", page, size, got, want)
	}
	if diff := cmp.Diff(whole, parts); diff != "" {
		t.Errorf("%q in parts of %d, notices:\n%s", page, size, diff)
	}
}

func FuzzPartsOfPage(f *testing.F) {
	addCases(f, "read.txt")
	f.Fuzz(func(t *testing.T, page string) {
		samePagePieces(t, stored("{{a}}\n"+page+"\n== A ==\n"+page), 1)
	})
}

func FuzzParts(f *testing.F) {
	for _, md := range acrossHeadings {
		f.Add(md, 3)
	}
	addParts := func(name string) {
		for _, c := range readCases(f, name) {
			f.Add(c.in+"\n# A\n"+c.in, 1)
		}
	}
	addParts("write.txt")
	f.Fuzz(func(t *testing.T, md string, size int) {
		samePieces(t, md, max(1, size))
	})
}

// What is taken in order stays in order, and who stops early leaves nobody
// waiting.
func TestInOrder(t *testing.T) {
	for _, together := range []bool{false, true} {
		var got []string
		for i, s := range inOrder(100, together, func(i int) string { return fmt.Sprint(i * i) }) {
			if i == 50 {
				break
			}
			got = append(got, s)
		}
		if len(got) != 50 || got[49] != "2401" {
			t.Errorf("got %s", strings.Join(got, " "))
		}
	}
}
