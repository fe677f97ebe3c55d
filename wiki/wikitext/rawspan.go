package wikitext

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A RawSpan is `wikitext`{=wikitext} in Markdown: what Markdown cannot say,
// kept so that it goes back to the wiki byte for byte.
type RawSpan struct {
	ast.BaseInline
	Wikitext string
}

// KindRawSpan is the kind of a RawSpan.
var KindRawSpan = ast.NewNodeKind("RawSpan")

// Kind implements ast.Node.
func (n *RawSpan) Kind() ast.NodeKind { return KindRawSpan }

// Dump implements ast.Node.
func (n *RawSpan) Dump(src []byte, level int) {
	ast.DumpHelper(n, src, level, map[string]string{"Wikitext": n.Wikitext}, nil)
}

// rawMark follows a code span that is wikitext, as in pandoc's Markdown.
var rawMark = []byte("{=wikitext}")

// rawLanguage is the language of a fenced block that is wikitext.
const rawLanguage = "wikitext"

// rawSpanTransformer makes raw spans of the code spans that are marked so.
type rawSpanTransformer struct{}

// Transform implements parser.ASTTransformer.
func (rawSpanTransformer) Transform(doc *ast.Document, reader text.Reader, pc parser.Context) {
	src := reader.Source()
	if !bytes.Contains(src, rawMark) {
		return
	}
	var spans []*ast.CodeSpan
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if c, ok := n.(*ast.CodeSpan); ok && entering {
			if t, ok := c.NextSibling().(*ast.Text); ok && bytes.HasPrefix(t.Segment.Value(src), rawMark) {
				spans = append(spans, c)
			}
		}
		return ast.WalkContinue, nil
	})
	for _, c := range spans {
		t := c.NextSibling().(*ast.Text)
		t.Segment = t.Segment.WithStart(t.Segment.Start + len(rawMark))
		parent := c.Parent()
		raw := &RawSpan{Wikitext: codeText(c, src)}
		raw.SetPos(c.Pos())
		parent.ReplaceChild(parent, c, raw)
	}
}

// codeText returns what a code span shows.
func codeText(c *ast.CodeSpan, src []byte) string {
	var b bytes.Buffer
	for n := c.FirstChild(); n != nil; n = n.NextSibling() {
		switch t := n.(type) {
		case *ast.Text:
			b.Write(bytes.ReplaceAll(t.Segment.Value(src), []byte("\n"), []byte(" ")))
		case *ast.String:
			b.Write(t.Value)
		}
	}
	return b.String()
}
