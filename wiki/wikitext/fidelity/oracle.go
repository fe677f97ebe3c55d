package fidelity

import (
	"bytes"
	"fmt"
	"html"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"telko/wiki/wikitext"
)

// Oracle says what a reader of the project's Markdown must see: goldmark's own
// HTML of CommonMark and GFM, with the dialect's links. Where the
// specification of package wikitext says otherwise, so does it: raw HTML shows
// as typed, comments not; an image is a link to the file's page; an address
// that would run is text.
type Oracle struct{ md goldmark.Markdown }

// NewOracle returns an oracle.
func NewOracle() *Oracle {
	return &Oracle{goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Linkify,
			wikitext.NewExtension(wikitext.ExtOptions{PageURL: func(target string) string { return "wiki:" + target }})),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(shown{}, 1))),
	)}
}

// HTML returns what a reader of md sees.
func (o *Oracle) HTML(md string) (string, error) {
	var b bytes.Buffer
	if err := o.md.Convert([]byte(md), &b); err != nil {
		return "", fmt.Errorf("rendering Markdown: %w", err)
	}
	return b.String(), nil
}

// Common reports whether md has nothing but CommonMark and GFM, so that other
// converters can be asked to do it.
func (o *Oracle) Common(md string) bool {
	common := true
	_ = ast.Walk(o.md.Parser().Parse(text.NewReader([]byte(md))), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *wikitext.WikiLink, *wikitext.TaskRef, *wikitext.RawSpan, *ast.Image, *ast.HTMLBlock:
			common = false
		case *ast.RawHTML:
			common = false
		case *ast.Link:
			common = common && !runs(string(n.Destination))
		}
		return ast.WalkContinue, nil
	})
	return common
}

// runs reports whether a browser would run an address.
func runs(dest string) bool {
	scheme, _, ok := strings.Cut(strings.ToLower(strings.TrimSpace(dest)), ":")
	return ok && (scheme == "javascript" || scheme == "data" || scheme == "vbscript")
}

// shown renders what the wiki shows otherwise than goldmark.
type shown struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (shown) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindRawHTML, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			typed(w, lines(src, n.(*ast.RawHTML).Segments), "", "")
		}
		return ast.WalkSkipChildren, nil
	})
	reg.Register(ast.KindHTMLBlock, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			b := n.(*ast.HTMLBlock)
			all := lines(src, b.Lines())
			if b.HasClosure() {
				all = append(all, b.ClosureLine.Value(src)...)
			}
			typed(w, all, "<p>", "</p>")
		}
		return ast.WalkSkipChildren, nil
	})
	reg.Register(ast.KindImage, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		image(w, n.(*ast.Image), entering)
		return ast.WalkContinue, nil
	})
	reg.Register(ast.KindAutoLink, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			autoLink(w, src, n.(*ast.AutoLink))
		}
		return ast.WalkContinue, nil
	})
	reg.Register(ast.KindLink, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		link(w, n.(*ast.Link), entering)
		return ast.WalkContinue, nil
	})
}

func lines(src []byte, segs *text.Segments) []byte {
	var b []byte
	for i := range segs.Len() {
		seg := segs.At(i)
		b = append(b, seg.Value(src)...)
	}
	return b
}

// typed writes raw HTML as the text that it is, without comments.
func typed(w util.BufWriter, raw []byte, before, behind string) {
	for {
		i := bytes.Index(raw, []byte("<!--"))
		if i < 0 {
			break
		}
		j := bytes.Index(raw[i:], []byte("-->"))
		if j < 0 {
			raw = raw[:i]
			break
		}
		raw = append(raw[:i:i], raw[i+j+3:]...)
	}
	_, _ = w.WriteString(before + html.EscapeString(string(raw)) + behind)
}

// image writes the link to an image's page, or to its address.
func image(w util.BufWriter, n *ast.Image, entering bool) {
	dest := string(n.Destination)
	if !entering {
		_, _ = w.WriteString("</a>")
		return
	}
	href, name := dest, dest
	if !strings.Contains(dest, "://") {
		name = dest[strings.LastIndex(dest, "/")+1:]
		href = "wiki:Datei:" + name
	}
	_, _ = w.WriteString(`<a href="` + html.EscapeString(href) + `">`)
	if !n.HasChildren() {
		_, _ = w.WriteString(html.EscapeString(name))
	}
}

// autoLink writes an address; in a link's label it is text, for a browser
// knows no link within a link.
func autoLink(w util.BufWriter, src []byte, n *ast.AutoLink) {
	label := html.EscapeString(string(n.Label(src)))
	href := string(n.URL(src))
	if n.AutoLinkType == ast.AutoLinkEmail {
		href = "mailto:" + strings.TrimPrefix(href, "mailto:")
	}
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == ast.KindLink || p.Kind() == ast.KindImage {
			href = ""
		}
	}
	if href != "" {
		label = `<a href="` + html.EscapeString(href) + `">` + label + "</a>"
	}
	_, _ = w.WriteString(label)
}

// link writes a link, or the label with the destination behind it.
func link(w util.BufWriter, n *ast.Link, entering bool) {
	dest := string(n.Destination)
	switch {
	case runs(dest) && !entering:
		_, _ = w.WriteString(" (" + html.EscapeString(dest) + ")")
	case runs(dest):
	case entering:
		_, _ = w.WriteString(`<a href="` + html.EscapeString(dest) + `">`)
	default:
		_, _ = w.WriteString("</a>")
	}
}
