package wikitext

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// nodeNotes reports nodes of Markdown that are not carried over as they are.
type nodeNotes struct {
	src    []byte
	lines  lineCounter
	report func(Notice) // nil: nobody listens
}

func (r *nodeNotes) note(code NoticeCode, n ast.Node, text string) {
	if r.report != nil {
		note(r.report, code, r.lines.of(n), text)
	}
}

// html reports raw HTML. A closing tag says no more than its opening one.
func (r *nodeNotes) html(n ast.Node) {
	text := ""
	switch n := n.(type) {
	case *ast.RawHTML:
		text = string(n.Segments.Value(r.src))
	case *ast.HTMLBlock:
		text = string(n.Lines().Value(r.src))
	default:
		return
	}
	switch text = strings.TrimSpace(text); {
	case strings.HasPrefix(text, "</"):
	case strings.HasPrefix(text, "<!--"):
		r.note(HTMLCommentDropped, n, text)
	default:
		r.note(HTMLShown, n, text)
	}
}

// noteMarkdown reports what wikitext has nothing for: HTML, images that are to
// show, links that lead nowhere on a wiki.
func noteMarkdown(p mdPart, o WriteOptions) {
	if o.Report == nil || len(p.refs) == 0 && bytes.IndexByte(p.src, '<') < 0 && !bytes.Contains(p.src, []byte("](")) {
		return
	}
	r := nodeNotes{src: p.src, lines: lineCounter{src: p.src}, report: o.Report}
	_ = ast.Walk(p.doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Link:
			if dest := literal(string(n.Destination)); !inLink(n) && !leads(dest, o) {
				r.note(LinkAsText, n, dest)
			}
		case *ast.Image:
			r.note(ImageAsLink, n, string(n.Destination))
		default:
			r.html(n)
		}
		return ast.WalkContinue, nil
	})
}

// leads reports whether a link's destination leads somewhere on a wiki.
func leads(dest string, o WriteOptions) bool {
	return dest == "" || address(dest) != "" || strings.HasPrefix(dest, "#") && sectionLink(dest) != "" ||
		o.URL != nil && !isScript(dest) && address(o.URL(dest)) != ""
}
