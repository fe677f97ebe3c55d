package wikitext

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// slowly is the dialect's parser without the shortcuts for plain lines.
func slowly() parser.Parser {
	return goldmark.New(
		goldmark.WithParser(boundedParser(false)),
		goldmark.WithExtensions(GFM, gfmNotes{}, NewExtension(ExtOptions{})),
	).Parser()
}

// plainCases are lists and texts on both sides of what is read in one go.
var plainCases = []string{
	"- a\n- b\n", "- a\n\n- b", "- a\n  - b\n    - c\n- d\n", "- a\n  - b\n\n  - c\n- d\n", "- a\n\n  - b\n- c\n", "- a\n- b\n\n  text\n", "- a\n- b\n\n\n\ntext\n",
	"- a\n* b\n", "* a\n\n* b\n+ c\n", "1. a\n2. b\n", "2) a\n3) b\n   - c\n", "1. a\n2) b\n", "- a\n  1. b\n", "- a\n  2. b\n", "- a\n\n  2. b\n", "- a\n   - b\n", "- a\n - b\n", "- a\n    - b\n",
	"- a\n      - b\n", "-  a\n-  b\n", "-\n- a\n", "- a\n-\n- b\n", "- - a\n- b\n", "- # a\n- b\n", "- a\n# b\n- c\n", "- a\n#b\n- c\n", "- a\n---\n- b\n", "- a\n- ---\n", "- a\n- - -\n", "* * *\n* a\n", "- a\n***\n",
	"- **\n- __\n", "- ***a***\n- *a*\n- _a_\n- *\n", "- a\nb\n- c\n", "- a\n  b\n      c\n- d\n", "- a  \n  b\n", "- a\\\n  b\n", "- a \n  b \n", "- a\n  > b\n", "- a\n  ```\n  b\n  ```\n", "- a\n  ===\n", "- a\n  b\n  ---\n", "- a\n  ---\n",
	"- a | b\n  --- | ---\n", "- | a |\n  |---|\n", "- [ ] a\n- [x] b\n- [X] c\n- [y] d\n- [ ]\n- [ ]  e\n- [ ]f\n- [\t] g\n", "- [a]: b\n- [a]\n", "- [a]\n  [b]: c\n- d", "- [a\n  b]: c\n", "[a]: b\n- [a] c\n", "- `a` b\n- ```\n- ~~~\n",
	"- a #100107-2 b\n- #100107-2\n- a#100107-2\n- #100107-2 #100107-3\n  #100107-4\n  a\n- [ ] #100107-2\n- # 100107-2\n- #1\n", "- &amp; &#42; a\n- a & b\n", "- http://a.b\n- www.a.b\n- a www.b.c\n- a@b.de\n- a: b\n- a:b://c\n- ftp://a.b\n",
	"a\nb\n\nc\n", "a\n- b\n", "a\n2. b\n", "a\n1. b\n", "a\n-\n", "a\n---\n", "a\n===\n", "a\n# b\n", "a\n#b\n", "a\n    b\n", "a  \nb\n", "a\\\nb", "a | b\n---|---\n", "a\n\n\n- b\n\n\n# c\n\n\nd", "  a\n b\n", "   - a\n   - b\n",
	"1\n2\n", "1.\n2.\n", "1.a\n", "12345678901. a\n", "a #100107-2: b\n#100107-3\n", "a\n  \t\nb", "- a\n \t \n- b\n", "- a\r\n- b\r\n", "- a\vb\n- \fc\n", "- \u00a0a\n- ä\n- – b\n", "> - a\n> - b\n\n- c\n", "- a\n\n<div>\n", "- a\n\n    code\n", "- a\n\n\tcode\n",
	"# a\n## b #\n### c ##\n#### *d*\n##### #100107-2\n#\n# #\n", "> # a\n", "- a\n  # b\n", "a\nb #100107-2\n",
	"1. a\n\n1) b\n", "- a\n\n- b\n\n1. c\n\n-d\n", "- a\n\n-\n", "- a\n\n---\n", "- a\n- b\n+ c\n- d\n", "10. a\n    - b\n11. c\n",
}

func TestPlainLinesAreReadAsGoldmarkDoes(t *testing.T) {
	for _, md := range plainCases {
		sameNodes(t, md)
	}
	rnd := rand.New(rand.NewPCG(7, 1))
	for range 5000 {
		sameNodes(t, randomLines(rnd))
	}
}

// randomLines returns lines of what lists are made of.
func randomLines(rnd *rand.Rand) string {
	pieces := []string{
		"- ", "- ", "- ", "  - ", "  - ", "    - ", "* ", "1. ", "2. ", "   - ", "   1. ", "# ", "## ", "  ", "    ", "", "", "-", "> ", "\t", "| ",
		"a", "a b", "Text mit Wörtern", "[ ] b", "[x] b", "[a]: b", "[a]", "#100107-2", " #100107-2 c", "#1", "1. a", "- a", "2 a", "*a* b", "`c`", "http://a.de/", "---", "===", "***", ":", "a: b", "\\", "  ", "&amp;", "[[A]]", "~~a~~", "<b>", "```",
	}
	var b strings.Builder
	for range 1 + rnd.IntN(8) {
		for range rnd.IntN(4) {
			b.WriteString(pieces[rnd.IntN(len(pieces))])
		}
		b.WriteString("\n\n"[:1+rnd.IntN(5)/4])
	}
	return b.String()
}

func FuzzPlainLines(f *testing.F) {
	for _, md := range plainCases {
		f.Add(md)
	}
	f.Fuzz(sameNodes)
}

func sameNodes(t *testing.T, md string) {
	t.Helper()
	src := []byte(clean(md))
	want := nodesIn(src, slowly().Parse(text.NewReader(src)))
	got := nodesIn(src, parse(src))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%q, goldmark's nodes and those read in one go:\n%s", md, diff)
	}
}

// nodesIn lists the nodes of a tree with where they stand. Texts that follow on
// each other are one.
func nodesIn(src []byte, doc ast.Node) string {
	var b bytes.Buffer
	var lines lineCounter
	lines.src = src
	depth := 0
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			depth--
			return ast.WalkContinue, nil
		}
		depth++
		fmt.Fprintf(&b, "%*s%s", depth, "", n.Kind())
		switch n := n.(type) {
		case *ast.Text:
			b.Truncate(b.Len() - len("Text") - depth)
			if p, ok := n.PreviousSibling().(*ast.Text); ok && !p.SoftLineBreak() && !p.HardLineBreak() && p.Segment.Stop == n.Segment.Start {
				b.Truncate(bytes.LastIndexByte(b.Bytes(), '"'))
			} else {
				fmt.Fprintf(&b, "%*sText %d \"", depth, "", n.Segment.Start)
			}
			fmt.Fprintf(&b, "%s\" %v %v\n", n.Segment.Value(src), n.SoftLineBreak(), n.HardLineBreak())
			return ast.WalkContinue, nil
		case *ast.List:
			fmt.Fprintf(&b, " %c %d %v", n.Marker, n.Start, n.IsTight)
		case *ast.ListItem:
			fmt.Fprintf(&b, " %d", n.Offset)
		case *ast.Heading:
			fmt.Fprintf(&b, " %d", n.Level)
		case *extast.TaskCheckBox:
			fmt.Fprintf(&b, " %v", n.IsChecked)
		case *TaskRef:
			fmt.Fprintf(&b, " %s", n.ID)
		}
		fmt.Fprintf(&b, " %d", posOf(n))
		if isText(n) || n.Kind() == ast.KindListItem {
			fmt.Fprintf(&b, " line %d", lines.of(n))
		}
		b.WriteByte('\n')
		return ast.WalkContinue, nil
	})
	return b.String()
}
