package wikitext

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// Of GFM, notes have tables, strikethrough, task lists and bare links. goldmark
// has extensions for them, and the nodes here are theirs. But to import them is
// to compile their regular expressions at every start of the program, which
// takes as long as listing one's tasks. So their parsers are written here once
// more, by hand; a fuzz test holds them to goldmark's.

// GFM is the goldmark extension for tables and strikethrough, with their
// rendering as HTML.
var GFM goldmark.Extender = gfm{}

type gfm struct{}

// Extend implements goldmark.Extender.
func (gfm) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(
		parser.WithParagraphTransformers(util.Prioritized(tableParser{}, 200)),
		parser.WithASTTransformers(util.Prioritized(pipeTransformer{}, 0)),
		parser.WithInlineParsers(util.Prioritized(strikeParser{}, 500)),
	)
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(gfmRenderer{}, 500)))
}

// gfmNotes is the extension for task lists and bare links, which only the way
// to wikitext needs.
type gfmNotes struct{}

// Extend implements goldmark.Extender.
func (gfmNotes) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithInlineParsers(
		util.Prioritized(boxParser{}, 0),
		util.Prioritized(bareLinkParser{}, 999),
	))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(boxRenderer{}, 500)))
}

// gfmRenderer writes tables and strikethrough as HTML.
type gfmRenderer struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (gfmRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(extast.KindTable, around("<table>\n", "</table>\n"))
	reg.Register(extast.KindTableHeader, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch {
		case entering:
			_, _ = w.WriteString("<thead>\n<tr>\n")
		case n.NextSibling() == nil:
			_, _ = w.WriteString("</tr>\n</thead>\n")
		default:
			_, _ = w.WriteString("</tr>\n</thead>\n<tbody>\n")
		}
		return ast.WalkContinue, nil
	})
	reg.Register(extast.KindTableRow, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch {
		case entering:
			_, _ = w.WriteString("<tr>\n")
		case n.Parent().LastChild() == n:
			_, _ = w.WriteString("</tr>\n</tbody>\n")
		default:
			_, _ = w.WriteString("</tr>\n")
		}
		return ast.WalkContinue, nil
	})
	reg.Register(extast.KindTableCell, renderCell)
	reg.Register(extast.KindStrikethrough, around("<del>", "</del>"))
}

// around returns a renderer that writes open before a node and end behind it.
func around(open, end string) renderer.NodeRendererFunc {
	return func(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			_, _ = w.WriteString(open)
		} else {
			_, _ = w.WriteString(end)
		}
		return ast.WalkContinue, nil
	}
}

func renderCell(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*extast.TableCell)
	tag := "td"
	if n.Parent().Kind() == extast.KindTableHeader {
		tag = "th"
	}
	if !entering {
		_, _ = w.WriteString("</" + tag + ">\n")
		return ast.WalkContinue, nil
	}
	if n.Alignment != extast.AlignNone {
		tag += ` style="text-align:` + n.Alignment.String() + `"`
	}
	_, _ = w.WriteString("<" + tag + ">")
	return ast.WalkContinue, nil
}

// boxRenderer writes the box of a task list as HTML.
type boxRenderer struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (boxRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(extast.KindTaskCheckBox, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch {
		case !entering:
		case n.(*extast.TaskCheckBox).IsChecked:
			_, _ = w.WriteString(`<input checked="" disabled="" type="checkbox"> `)
		default:
			_, _ = w.WriteString(`<input disabled="" type="checkbox"> `)
		}
		return ast.WalkContinue, nil
	})
}
