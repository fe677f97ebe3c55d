package wikitext

import (
	"bytes"
	"html"
	"iter"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// HTMLOptions say how ToHTML writes. The zero value works.
type HTMLOptions struct {
	ExtOptions
	// Report is told what cannot be carried over; nil: nobody listens.
	Report func(Notice)
}

// ToHTML shows Markdown as a fragment of HTML, to stand in the body of a page
// in UTF-8. It is safe to show what comes from strangers: raw HTML is text, an
// image is a link to it, and a link that leads nowhere on the web is its label
// with the destination in brackets.
func ToHTML(md []byte, o HTMLOptions) string { return joined(HTMLParts(md, o)) }

// HTMLParts yields what [ToHTML] returns, piece by piece. The functions of o
// are called from several goroutines. The text must not change until all is taken.
func HTMLParts(md []byte, o HTMLOptions) iter.Seq[string] {
	return htmlParts(cleanBytes(md, o.Report), partSize, o)
}

func htmlParts(src []byte, size int, o HTMLOptions) iter.Seq[string] {
	to := goldmark.New(
		goldmark.WithExtensions(GFM, gfmNotes{}, NewExtension(o.ExtOptions)),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(typedHTML{}, 100))),
	).Renderer()
	return converted(src, inParts(src, size, true, func(p mdPart) piece {
		out := piece{start: p.start}
		h := htmlShaper{nodeNotes{src: p.src, lines: lineCounter{src: p.src}}}
		if o.Report != nil {
			h.report = out.note
		}
		noteExcess(p, h.report)
		h.shape(p.doc)
		var b bytes.Buffer
		if err := to.Render(&b, p.src, p.doc); err != nil {
			// A buffer takes everything, and no renderer here fails.
			b.WriteString("<pre>" + html.EscapeString(string(p.src)) + "</pre>\n")
		}
		out.text = clean(b.String()) // of what references such as &#1; stand for
		return out
	}), "", o.Report)
}

// htmlShaper changes goldmark's tree into what HTML may show.
type htmlShaper struct{ nodeNotes }

func (h *htmlShaper) shape(doc ast.Node) {
	var nodes []ast.Node // collected first: shaping changes the tree
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			switch n.Kind() {
			case ast.KindLink, ast.KindImage, ast.KindAutoLink, ast.KindRawHTML, ast.KindHTMLBlock, ast.KindFencedCodeBlock:
				nodes = append(nodes, n)
			case KindRawSpan:
				if !unseen(Inlines(n.(*RawSpan).Wikitext)) {
					h.note(RawWikitext, n, n.(*RawSpan).Wikitext)
				}
			}
		}
		return ast.WalkContinue, nil
	})
	for _, n := range nodes {
		switch n := n.(type) {
		case *ast.Link:
			h.link(n, n.Destination)
		case *ast.Image:
			h.image(n)
		case *ast.AutoLink:
			if url := n.URL(h.src); n.AutoLinkType == ast.AutoLinkURL && !onWeb(url) {
				h.note(LinkAsText, n, string(url))
				replaceNode(n, ast.NewString(url))
			}
		case *ast.RawHTML, *ast.HTMLBlock:
			h.html(n)
		case *ast.FencedCodeBlock:
			if string(n.Language(h.src)) == rawLanguage {
				h.note(RawWikitext, n, string(n.Lines().Value(h.src)))
			}
		}
	}
}

// link leaves a link that leads nowhere good as its label and, in brackets, its
// destination.
func (h *htmlShaper) link(n ast.Node, dest []byte) {
	if onWeb([]byte(literal(string(dest)))) {
		return
	}
	h.note(LinkAsText, n, string(dest))
	parent := n.Parent()
	for c := n.FirstChild(); c != nil; c = n.FirstChild() {
		parent.InsertBefore(parent, n, c)
	}
	replaceNode(n, ast.NewString([]byte(" ("+string(dest)+")")))
}

// image makes a link of an image: who reads a page is not to load what lies
// elsewhere. Within a link its text stays.
func (h *htmlShaper) image(n *ast.Image) {
	h.note(ImageAsLink, n, string(n.Destination))
	link := ast.NewLink()
	link.Destination, link.Title = n.Destination, n.Title
	for c := n.FirstChild(); c != nil; c = n.FirstChild() {
		link.AppendChild(link, c)
	}
	if link.FirstChild() == nil {
		link.AppendChild(link, ast.NewString(n.Destination))
	}
	replaceNode(n, link)
	if inLink(link) {
		parent := link.Parent()
		for c := link.FirstChild(); c != nil; c = link.FirstChild() {
			parent.InsertBefore(parent, link, c)
		}
		parent.RemoveChild(parent, link)
		return
	}
	h.link(link, link.Destination)
}

func replaceNode(old, by ast.Node) {
	parent := old.Parent()
	parent.ReplaceChild(parent, old, by)
}

// onWeb reports whether an address may be a link: one without a scheme, or with
// one that a wiki would link too.
func onWeb(dest []byte) bool {
	d := strings.Map(func(r rune) rune { // browsers look past these
		if r <= ' ' {
			return -1
		}
		return r
	}, string(dest))
	i := strings.IndexAny(d, ":/?#")
	return i < 0 || d[i] != ':' || protocolLength(d) > 0
}

// lineCounter tells the lines of nodes, asked in about the order of the text.
type lineCounter struct {
	src       []byte
	pos, line int // line counts the newlines before pos
}

// of returns the line, from 1, that n begins on; 0 if that is not known.
func (l *lineCounter) of(n ast.Node) int {
	for n != nil && posOf(n) < 0 {
		n = n.Parent()
	}
	if n == nil {
		return 0
	}
	return l.at(min(posOf(n), len(l.src)))
}

// posOf returns where a node begins, -1 if that is not known. A text that was
// read in one go begins where the first thing in it does.
func posOf(n ast.Node) int {
	pos := n.Pos()
	if pos < 0 && n.HasChildren() && isText(n) {
		return n.FirstChild().Pos()
	}
	return pos
}

// at returns the line, from 1, of a position.
func (l *lineCounter) at(pos int) int {
	if pos < l.pos {
		l.line -= bytes.Count(l.src[pos:l.pos], []byte("\n"))
	} else {
		l.line += bytes.Count(l.src[l.pos:pos], []byte("\n"))
	}
	l.pos = pos
	return l.line + 1
}

// typedHTML writes raw HTML as the text that it is.
type typedHTML struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (typedHTML) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindRawHTML, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			_, _ = w.WriteString(html.EscapeString(withoutComments(string(n.(*ast.RawHTML).Segments.Value(src)))))
		}
		return ast.WalkSkipChildren, nil
	})
	reg.Register(ast.KindHTMLBlock, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		b := n.(*ast.HTMLBlock)
		typed := string(b.Lines().Value(src))
		if b.HasClosure() {
			typed += string(b.ClosureLine.Value(src))
		}
		if typed = withoutComments(typed); typed != "" {
			_, _ = w.WriteString("<p>" + strings.ReplaceAll(html.EscapeString(typed), "\n", "<br>\n") + "</p>\n")
		}
		return ast.WalkSkipChildren, nil
	})
}
