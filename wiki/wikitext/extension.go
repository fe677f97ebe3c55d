package wikitext

import (
	"html"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// ExtOptions say where wiki links and task references lead in HTML.
type ExtOptions struct {
	// PageURL gives the address of a page, with "#section" if the link has
	// one; nil or "" leaves the label as text.
	PageURL func(target string) string
	// TaskURL gives the address of a task (id without "#"); nil or false
	// leaves the reference as text.
	TaskURL func(id string) (string, bool)
}

// NewExtension returns the goldmark extension for [[Page]], #100107-2 and raw
// spans, with their rendering as HTML.
func NewExtension(o ExtOptions) goldmark.Extender { return &wikiExtension{o} }

type wikiExtension struct{ o ExtOptions }

// Extend implements goldmark.Extender. The wiki link goes before goldmark's own
// link parser (priority 200), which would take its outer bracket.
func (e *wikiExtension) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(
		parser.WithInlineParsers(
			util.Prioritized(wikiLinkParser{}, 150),
			util.Prioritized(taskRefParser{}, 600),
		),
		parser.WithASTTransformers(
			util.Prioritized(entityTransformer{}, 400),
			util.Prioritized(rawSpanTransformer{}, 500),
		),
	)
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(&htmlRenderer{e.o}, 500)))
}

// htmlRenderer writes the nodes of this package as HTML.
type htmlRenderer struct{ o ExtOptions }

// RegisterFuncs implements renderer.NodeRenderer.
func (r *htmlRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(KindWikiLink, r.wikiLink)
	reg.Register(KindTaskRef, r.taskRef)
	reg.Register(KindRawSpan, r.rawSpan)
}

func (r *htmlRenderer) wikiLink(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if link := n.(*WikiLink); entering {
		href := ""
		if r.o.PageURL != nil && !inLink(n) {
			href = r.o.PageURL(link.Target)
		}
		writeLink(w, href, link.Label)
	}
	return ast.WalkSkipChildren, nil
}

func (r *htmlRenderer) taskRef(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if ref := n.(*TaskRef); entering {
		href := ""
		if r.o.TaskURL != nil && !inLink(n) {
			if u, ok := r.o.TaskURL(ref.ID); ok {
				href = u
			}
		}
		writeLink(w, href, "#"+ref.ID)
	}
	return ast.WalkSkipChildren, nil
}

// rawSpan shows a reader what he would see on the wiki, where that is simple:
// of tags and comments nothing, of a link without a label its address, of
// anything else the wikitext.
func (r *htmlRenderer) rawSpan(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkSkipChildren, nil
	}
	src := n.(*RawSpan).Wikitext
	nodes := Inlines(src)
	switch {
	case len(nodes) == 1 && nodes[0].Kind == ExternalNode && !nodes[0].Piped:
		writeLink(w, nodes[0].Target, "["+nodes[0].Target+"]")
	case len(nodes) == 1 && nodes[0].Kind == TagNode && nodes[0].Target == "br":
		_, _ = w.WriteString("<br>")
	case !unseen(nodes):
		_, _ = w.WriteString(`<code class="language-wikitext">` + html.EscapeString(src) + "</code>")
	}
	return ast.WalkSkipChildren, nil
}

// unseen reports whether nodes show nothing themselves.
func unseen(nodes []Node) bool {
	for _, n := range nodes {
		switch n.Kind {
		case TagNode, CommentNode, SwitchNode:
		case NowikiNode:
			if n.Label != "" {
				return false
			}
		case LinkNode:
			if ns, _, ok := strings.Cut(n.Target, ":"); !ok || !isCategory(strings.ToLower(strings.TrimSpace(ns))) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// inLink reports whether n is in the label of a link, which can hold none.
func inLink(n ast.Node) bool {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == ast.KindLink {
			return true
		}
	}
	return false
}

// writeLink writes a link, or its label alone if it leads nowhere. An address
// that a browser would run is none.
func writeLink(w util.BufWriter, href, label string) {
	label = html.EscapeString(label)
	if href != "" && !isScript(href) {
		label = `<a href="` + html.EscapeString(href) + `">` + label + "</a>"
	}
	_, _ = w.WriteString(label)
}
