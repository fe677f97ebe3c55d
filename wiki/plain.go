package wiki

import (
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"telko/minutes"
	"telko/wiki/wikitext"
)

// inline reads Markdown as wikitext.FromMarkdown does.
var inline = sync.OnceValue(func() goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(wikitext.NewExtension(wikitext.ExtOptions{})))
})

// plain returns what a line of Markdown shows, without mark-up.
func plain(md string) string {
	src := []byte(md)
	var b strings.Builder
	_ = ast.Walk(inline().Parser().Parse(text.NewReader(src)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			v := string(n.Segment.Value(src))
			if _, code := n.Parent().(*ast.CodeSpan); !code && !n.IsRaw() {
				v = minutes.Unescape(v)
			}
			b.WriteString(v)
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.AutoLink:
			b.Write(n.Label(src))
		case *ast.RawHTML:
			for i := range n.Segments.Len() {
				seg := n.Segments.At(i)
				b.Write(seg.Value(src))
			}
		case *wikitext.WikiLink:
			b.WriteString(n.Label)
		case *wikitext.TaskRef:
			b.WriteString("#" + n.ID)
		}
		return ast.WalkContinue, nil
	})
	return strings.Join(strings.Fields(b.String()), " ")
}

// termOf writes a label behind ";".
func termOf(md string) string { return wikitext.EscapeTerm(plain(md)) }

// labelOf writes plain text as the label of a link.
func labelOf(s string) string {
	return strings.NewReplacer("]", "&#93;", "|", "&#124;").Replace(wikitext.Escape(s))
}
