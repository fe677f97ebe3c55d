package wikitext

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// inlineWriter turns the inline nodes of one block into tokens.
type inlineWriter struct {
	*writer
	place        place
	toks         []token
	from, to     int  // where the last token stands in the source, if it stands there as it is
	em, strong   int  // how deep in emphasis, for '' within '' would end it
	strike, link int  // how deep in <s>, in a link's label
	box          bool // a task's box has just been written
}

// inlined returns the inline content of a block as wikitext.
func (w *writer) inlined(n ast.Node, p place) string { return w.written(func() { w.inline(n, p) }) }

// inline writes the inline content of a block.
func (w *writer) inline(n ast.Node, p place) {
	iw := inlineWriter{writer: w, place: p, toks: w.toks[:0]}
	line := w.line
	w.toks, w.line = nil, nil // a block within has to have its own
	iw.children(n)
	line = p.appendTo(line[:0], iw.toks)
	w.out = append(w.out, bytes.TrimRight(line, " \n")...)
	w.toks, w.line = iw.toks, line
}

func (w *inlineWriter) add(kind tokenKind, s string) {
	w.toks = append(w.toks, token{kind, s})
	w.to = -1
}

// source adds a text that stands in the source as it is to be shown.
func (w *inlineWriter) source(from, to int) {
	if last := len(w.toks) - 1; last >= 0 && w.to == from {
		w.toks[last].s = w.writer.text[w.from:to]
	} else {
		w.toks = append(w.toks, token{textToken, w.writer.text[from:to]})
		w.from = from
	}
	w.to = to
}

func (w *inlineWriter) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.node(c)
	}
}

func (w *inlineWriter) node(n ast.Node) {
	behindBox := w.box
	w.box = false
	switch n := n.(type) {
	case *ast.Text:
		w.text(n, behindBox)
	case *ast.String:
		w.add(textToken, string(n.Value))
	case *ast.Emphasis:
		w.emphasis(n)
	case *extast.Strikethrough:
		w.add(rawToken, "<s>")
		w.strike++
		w.children(n)
		w.strike--
		w.add(rawToken, "</s>")
	case *ast.CodeSpan:
		w.add(rawToken, w.code(codeText(n, w.src)))
	case *ast.Link:
		w.mdLink(n)
	case *ast.Image:
		w.image(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.RawHTML:
		w.rawHTML(n)
	case *extast.TaskCheckBox:
		w.checkbox(n.IsChecked)
	case *WikiLink:
		w.wikiLink(n.Target, n.Label)
	case *TaskRef:
		w.taskRef(n.ID)
	case *RawSpan:
		if n.Wikitext != "<nowiki/>" { // it is written where it is needed
			w.add(rawToken, n.Wikitext)
		}
	default:
		w.children(n)
	}
}

func (w *inlineWriter) text(n *ast.Text, behindBox bool) {
	from, to := n.Segment.Start, n.Segment.Stop
	s := w.writer.text[from:to]
	if n.Segment.Padding > 0 {
		s = string(n.Segment.Value(w.src))
	}
	shown := s
	if !n.IsRaw() {
		shown = literal(s)
	}
	if behindBox {
		shown = strings.TrimLeft(shown, " \t")
	}
	if shown == s && n.Segment.Padding == 0 {
		w.source(from, to)
	} else {
		w.add(textToken, shown)
	}
	switch {
	case n.HardLineBreak():
		w.add(rawToken, "<br>")
		w.lineBreak()
	case n.SoftLineBreak():
		w.lineBreak()
	}
}

// lineBreak ends a line. MediaWiki ends emphasis with the line, so there the
// line goes on.
func (w *inlineWriter) lineBreak() {
	if w.em+w.strong+w.strike+w.link > 0 {
		w.add(textToken, " ")
		return
	}
	w.add(breakToken, "")
}

// emphasis writes ” and ”'; within its like, as HTML.
func (w *inlineWriter) emphasis(n *ast.Emphasis) {
	depth, mark, tag := &w.em, "''", "em"
	if n.Level > 1 {
		depth, mark, tag = &w.strong, "'''", "strong"
	}
	*depth++
	before := len(w.toks)
	if *depth == 1 {
		w.add(markToken, mark)
	} else {
		w.add(rawToken, "<"+tag+">")
	}
	w.children(n)
	switch {
	case len(w.toks) == before+1: // nothing to show
		w.toks, w.to = w.toks[:before], -1
	case *depth == 1:
		w.add(markToken, mark)
	default:
		w.add(rawToken, "</"+tag+">")
	}
	*depth--
}

// code writes code, with nowiki only if its text needs it.
func (w *inlineWriter) code(s string) string {
	p := place{cell: w.place.cell, head: w.place.head, label: w.link > 0}
	escaped, within := p.join([]token{{textToken, s}}), nowiki(s, "nowiki")
	if escaped == s || escaped == within {
		return "<code>" + escaped + "</code>"
	}
	return "<code><nowiki>" + within + "</nowiki></code>"
}

// nowiki escapes what means something even within the tag.
func nowiki(s string, tag string) string {
	if !strings.ContainsAny(s, "&<\u00a0") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '&' && isEntity(s[i:min(len(s), i+64)]):
			b.WriteString("&amp;")
		case s[i] == '<' && hasTag(s[i+1:], tag):
			b.WriteString("&lt;")
		case strings.HasPrefix(s[i:], "\u00a0"):
			b.WriteString("&nbsp;")
			i++
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// hasTag reports whether s, behind "<", begins the tag or ends it. In pre the
// tag nowiki is taken out too.
func hasTag(s, tag string) bool {
	s = strings.TrimPrefix(s, "/")
	for _, t := range []string{tag, "nowiki"} {
		if len(s) >= len(t) && strings.EqualFold(s[:len(t)], t) {
			return true
		}
	}
	return false
}

// rawHTML shows a tag as typed; a comment shows nothing.
func (w *inlineWriter) rawHTML(n *ast.RawHTML) {
	var b strings.Builder
	for i := 0; i < n.Segments.Len(); i++ {
		seg := n.Segments.At(i)
		b.Write(seg.Value(w.src))
	}
	s := b.String()
	if strings.HasPrefix(s, "<!--") {
		return
	}
	w.add(textToken, strings.ReplaceAll(s, "\n", " "))
}

func (w *inlineWriter) checkbox(done bool) {
	s := "☐"
	if done {
		s = "☑"
	}
	if w.o.Checkbox != nil {
		s = w.o.Checkbox(done)
	}
	if s != "" {
		w.add(rawToken, s+" ")
	}
	w.box = true
}
