package wikitext_test

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
	"golang.org/x/text/unicode/norm"

	"telko/wiki/wikitext"
)

// oracle shows Markdown as its readers expect it: raw HTML as typed, without
// comments; images as their text.
var oracle = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Linkify,
		wikitext.NewExtension(wikitext.ExtOptions{PageURL: func(string) string { return "/x" }})),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(typed{}, 1))),
)

func markdownHTML(md string) string {
	var b bytes.Buffer
	if err := oracle.Convert([]byte(md), &b); err != nil {
		panic(err)
	}
	return norm.NFC.String(b.String())
}

// typed renders what the wiki shows otherwise than HTML does.
type typed struct{}

func (typed) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindRawHTML, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			var b []byte
			for i := range n.(*ast.RawHTML).Segments.Len() {
				seg := n.(*ast.RawHTML).Segments.At(i)
				b = append(b, seg.Value(src)...)
			}
			if !bytes.HasPrefix(b, []byte("<!--")) {
				_, _ = w.Write(util.EscapeHTML(b))
			}
		}
		return ast.WalkSkipChildren, nil
	})
	reg.Register(ast.KindHTMLBlock, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			var b []byte
			for i := range n.Lines().Len() {
				seg := n.Lines().At(i)
				b = append(b, seg.Value(src)...)
			}
			if c := n.(*ast.HTMLBlock); c.HasClosure() {
				b = append(b, c.ClosureLine.Value(src)...)
			}
			if !bytes.HasPrefix(bytes.TrimSpace(b), []byte("<!--")) {
				_, _ = w.WriteString("<p>")
				_, _ = w.Write(util.EscapeHTML(b))
				_, _ = w.WriteString("</p>")
			}
		}
		return ast.WalkSkipChildren, nil
	})
	reg.Register(ast.KindImage, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		return image(w, n.(*ast.Image), entering)
	})
	reg.Register(extast.KindTaskCheckBox, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			_, _ = w.WriteString(map[bool]string{false: "☐ ", true: "☑ "}[n.(*extast.TaskCheckBox).IsChecked])
		}
		return ast.WalkContinue, nil
	})
	reg.Register(ast.KindLink, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		return link(w, n.(*ast.Link), entering)
	})
}

// image is a link to the address, or to the page of the file.
func image(w util.BufWriter, n *ast.Image, entering bool) (ast.WalkStatus, error) {
	if _, ok := n.Parent().(*ast.Link); ok {
		if entering && !n.HasChildren() {
			_, _ = w.WriteString(html.EscapeString(string(n.Destination)))
		}
		return ast.WalkContinue, nil
	}
	if strings.HasSuffix(string(n.Destination), "/") {
		return ast.WalkContinue, nil
	}
	if !entering {
		_, _ = w.WriteString("</a>")
		return ast.WalkContinue, nil
	}
	href, name := string(n.Destination), string(n.Destination)
	if !strings.Contains(href, "://") {
		name = href[strings.LastIndex(href, "/")+1:]
		href = "/wiki"
	}
	_, _ = w.WriteString(`<a href="` + html.EscapeString(href) + `">`)
	if !n.HasChildren() {
		_, _ = w.WriteString(html.EscapeString(name))
	}
	return ast.WalkContinue, nil
}

// link is text, with its destination, where the wiki has no link.
func link(w util.BufWriter, n *ast.Link, entering bool) (ast.WalkStatus, error) {
	dest := string(n.Destination)
	isLink := strings.HasPrefix(dest, "http")
	switch {
	case isLink && entering:
		_, _ = w.WriteString(`<a href="` + html.EscapeString(dest) + `">`)
	case isLink:
		_, _ = w.WriteString("</a>")
	case !entering && dest != "":
		_, _ = w.WriteString(" (" + html.EscapeString(dest) + ")")
	}
	return ast.WalkContinue, nil
}
