package wikitext

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// oneLine writes the blocks from n up to end on one line, as HTML where wiki
// markup would need a line of its own. A paragraph that comes first goes
// without its tag if bare is set.
func (w *writer) oneLine(n, end ast.Node, bare bool) string {
	var b strings.Builder
	for c := n; c != nil && c != end; c = c.NextSibling() {
		b.WriteString(w.html(c, bare && c == n))
	}
	return b.String()
}

// html writes a block on one line.
func (w *writer) html(n ast.Node, bare bool) string {
	switch n := n.(type) {
	case *ast.Heading:
		tag := "h" + strconv.Itoa(w.level(n))
		return "<" + tag + ">" + w.inlined(n, place{}) + "</" + tag + ">"
	case *ast.List:
		return w.htmlList(n, "")
	case *ast.Blockquote:
		return "<blockquote>" + w.oneLine(n.FirstChild(), nil, false) + "</blockquote>"
	case *ast.ThematicBreak:
		return "<hr>"
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		return w.codeBlock(n, "&#10;")
	case *ast.HTMLBlock:
		return paragraph(place{}.join(w.htmlBlock(n)), bare)
	}
	if t, ok := asTable(n); ok {
		return w.htmlTable(t)
	}
	return paragraph(w.inlined(n, place{}), bare)
}

// paragraph writes a paragraph on the line of another block.
func paragraph(s string, bare bool) string {
	if s == "" || bare {
		return s
	}
	return "<p>" + s + "</p>"
}
