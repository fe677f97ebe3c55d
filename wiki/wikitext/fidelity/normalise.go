package fidelity

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Look says how closely two pages are compared.
type Look struct {
	// Exact keeps the attributes that show (styles, classes, borders): two
	// pages of one wiki are compared, not a page with what Markdown expects.
	Exact bool
	// Base is the address that relative ones are relative to; "" leaves them.
	Base string
}

// Tree returns what a reader sees of HTML.
func (l Look) Tree(src string) (*Node, error) {
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(src), body)
	if err != nil {
		return nil, fmt.Errorf("reading HTML: %w", err)
	}
	root := &Node{Kind: "page"}
	b := &builder{look: l, at: root}
	for _, n := range nodes {
		b.walk(n, style{})
	}
	b.flush()
	return root, nil
}

// builder makes a tree of HTML.
type builder struct {
	look    Look
	at      *Node  // the block whose inside is being read
	pending glyphs // text that belongs to no block yet
	pre     bool   // white space is kept
}

// flush makes a paragraph of the text so far.
func (b *builder) flush() {
	if runs := b.pending.flow(); len(runs) > 0 && !b.emptyCell(runs) {
		b.at.add(&Node{Kind: "p", Runs: runs})
	}
	b.pending = nil
}

// emptyCell reports whether runs are hard blanks in an item or a cell, which is
// how one is written that is empty and has its mark or its frame all the same.
func (b *builder) emptyCell(runs []Run) bool {
	switch b.at.Kind {
	case "li", "dt", "dd", "td", "th":
		return len(runs) == 1 && runs[0].Marks == "" && strings.Trim(runs[0].Text, string(nbsp)) == ""
	}
	return false
}

func (b *builder) children(n *html.Node, st style) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.walk(c, st)
	}
}

// walk adds what n shows.
func (b *builder) walk(n *html.Node, st style) {
	if n.Type == html.TextNode {
		b.pending.text(n.Data, st)
	}
	if n.Type != html.ElementNode || hidden(n) || !b.look.Exact && attr(n, "id") == "toc" {
		return
	}
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		b.heading(n, st)
	case atom.Pre:
		b.code(n, st)
	case atom.P, atom.Thead, atom.Tbody, atom.Tfoot, atom.Colgroup:
		b.flush()
		if b.look.Exact && b.attrs(n) != "" {
			b.block("div", n, st)
			return
		}
		b.children(n, st)
		b.flush()
	case atom.Ul, atom.Ol, atom.Dl:
		if k := b.block(n.Data, n, st); len(k.Kids) == 0 {
			b.at.Kids = b.at.Kids[:len(b.at.Kids)-1] // a list of nothing shows nothing
		}
	case atom.Li, atom.Dt, atom.Dd, atom.Table, atom.Tr, atom.Th, atom.Td, atom.Caption, atom.Hr, atom.Center, atom.Section:
		b.block(n.Data, n, st)
	case atom.Blockquote:
		b.block("quote", n, st)
	case atom.Div:
		if b.look.Exact && b.attrs(n) != "" {
			b.block("div", n, st)
			return
		}
		b.flush()
		b.children(n, st)
		b.flush()
	default:
		b.inline(n, st)
	}
}

// block adds a block with what is in it.
func (b *builder) block(kind string, n *html.Node, st style) *Node {
	b.flush()
	parent := b.at
	b.at = parent.add(&Node{Kind: kind, Attr: b.attrs(n)})
	b.children(n, st)
	b.flush()
	k := b.at
	b.at = parent
	return k
}

func (b *builder) heading(n *html.Node, st style) {
	b.flush()
	b.children(n, st)
	b.at.add(&Node{Kind: n.Data, Attr: b.attrs(n), Runs: b.pending.flow()})
	b.pending = nil
}

func (b *builder) code(n *html.Node, st style) {
	b.flush()
	b.pre = true
	b.children(n, st)
	b.pre = false
	b.at.add(&Node{Kind: "pre", Runs: b.pending.exact()})
	b.pending = nil
}

// inline adds the text of an inline element in its look.
func (b *builder) inline(n *html.Node, st style) {
	switch n.DataAtom {
	case atom.Br:
		b.pending.lineBreak(st)
		return
	case atom.Input:
		b.pending.text(box(n), st)
		return
	case atom.Img:
		b.pending.text("[img "+b.look.link(attr(n, "src"))+" "+attr(n, "alt")+"]", st)
		return
	case atom.A:
		if href, ok := lookup(n, "href"); ok {
			st.link = b.look.link(href)
		}
	case atom.Span, atom.Font, atom.Bdi, atom.Wbr:
	case atom.Em, atom.I:
		st = st.with("em")
	case atom.Strong, atom.B:
		st = st.with("strong")
	case atom.Del, atom.S, atom.Strike:
		st = st.with("del")
	case atom.Ins, atom.U:
		st = st.with("u")
	case atom.Code:
		if !b.pre {
			st = st.with("code")
		}
	default:
		st = st.with(n.Data)
	}
	if n.DataAtom != atom.A && n.DataAtom != atom.Code && b.look.Exact {
		if a := b.attrs(n); a != "" {
			st = st.with(a)
		}
	}
	b.children(n, st)
}

// box returns the sign that stands for a check box.
func box(n *html.Node) string {
	if attr(n, "type") != "checkbox" {
		return "[input]"
	}
	if _, ok := lookup(n, "checked"); ok {
		return "☑"
	}
	return "☐"
}

// hidden reports whether a browser shows nothing of n, with MediaWiki's own
// style sheet.
func hidden(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Link, atom.Meta, atom.Template:
		return true
	}
	for c := range strings.FieldsSeq(attr(n, "class")) {
		if c == "mw-empty-elt" || c == "mw-editsection" {
			return true
		}
	}
	return false
}

func attr(n *html.Node, name string) string {
	v, _ := lookup(n, name)
	return v
}

func lookup(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}
