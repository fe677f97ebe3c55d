package wikitext

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// listMark returns the mark of a list's items.
func listMark(n *ast.List) string {
	if n.IsOrdered() {
		return "#"
	}
	return "*"
}

// nothing stands in an item that has nothing, for MediaWiki hides one without.
const nothing = "&#32;"

// list writes a list, a line an item, every line with the marks of all the
// lists it is in.
func (w *writer) list(n *ast.List, prefix string) {
	prefix += listMark(n)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c != n.FirstChild() {
			w.add("\n")
		}
		w.item(c, prefix)
	}
}

// item writes an item. What can follow on the same line only as HTML does so;
// lists and raw blocks at its end are lines of their own.
func (w *writer) item(n ast.Node, prefix string) {
	first, rest := n.FirstChild(), n.FirstChild()
	start := len(w.out)
	w.add(prefix)
	bare := len(w.out)
	w.add(" ")
	text := len(w.out)
	if isText(first) {
		w.inline(first, place{})
		rest = first.NextSibling()
	}
	tail := w.trailingLists(rest)
	w.add(w.oneLine(rest, tail, false))
	if len(w.out) == text {
		if w.out = w.out[:bare]; tail == nil {
			w.add(" " + nothing)
		}
	}
	lines := 1
	if first != nil && tail == first && n.PreviousSibling() == nil { // "** a" opens both lists
		w.out, lines = w.out[:start], 0
	}
	for c := tail; c != nil; c = c.NextSibling() {
		if lines > 0 {
			w.add("\n")
		}
		lines++
		if l, ok := c.(*ast.List); ok {
			w.list(l, prefix)
		} else {
			w.add(w.codeBlock(c, "\n"))
		}
	}
}

// trailingLists returns the first of the lists and raw blocks at the end of an
// item that can be written on lines of their own: no two lists of a kind side by
// side, for they would be one.
func (w *writer) trailingLists(n ast.Node) ast.Node {
	if n == nil {
		return nil
	}
	var first ast.Node
	mark := ""
	for c := n.Parent().LastChild(); c != nil; c = c.PreviousSibling() {
		l, ok := c.(*ast.List)
		switch {
		case ok && listMark(l) != mark && (!l.IsOrdered() || l.Start == 1):
			first, mark = c, listMark(l)
		case w.isRaw(c):
			first, mark = c, ""
		default:
			return first
		}
		if c == n {
			break
		}
	}
	return first
}

// isRaw reports whether n is a raw block with something in it.
func (w *writer) isRaw(n ast.Node) bool {
	f, ok := n.(*ast.FencedCodeBlock)
	return ok && f.Lines().Len() > 0 && string(f.Language(w.src)) == rawLanguage
}

// isText reports whether n is a paragraph, of a tight list or a loose one.
func isText(n ast.Node) bool {
	switch n.(type) {
	case *ast.TextBlock, *ast.Paragraph:
		return true
	}
	return false
}

// indented writes blocks as list items below prefix, one line each.
func (w *writer) indented(n ast.Node, prefix string) string {
	var lines []string
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if s := w.indentedBlock(c, prefix); s != "" {
			lines = append(lines, s)
		}
	}
	return strings.Join(lines, "\n")
}

func (w *writer) indentedBlock(n ast.Node, prefix string) string {
	if l, ok := n.(*ast.List); ok && (!l.IsOrdered() || l.Start == 1) {
		prev, ok := n.PreviousSibling().(*ast.List)
		if !ok || listMark(prev) != listMark(l) {
			return w.written(func() { w.list(l, prefix) })
		}
	}
	if t, ok := asTable(n); ok && strings.Trim(prefix, ":") == "" {
		return w.table(t, prefix)
	}
	if isText(n) {
		if s := w.inlined(n, place{colon: true}); s != "" {
			return prefix + " " + s
		}
		return ""
	}
	if s := w.html(n, false); s != "" {
		return prefix + " " + s
	}
	return ""
}

// htmlList writes a list as HTML; sep is put between its parts.
func (w *writer) htmlList(n *ast.List, sep string) string {
	open, end := "<ul>", "</ul>"
	if n.IsOrdered() {
		open, end = "<ol>", "</ol>"
		if n.Start != 1 {
			open = `<ol start="` + strconv.Itoa(n.Start) + `">`
		}
	}
	var b strings.Builder
	b.WriteString(open + sep)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		s := w.oneLine(c.FirstChild(), nil, true)
		if s == "" {
			s = nothing
		}
		b.WriteString("<li>" + s + "</li>" + sep)
	}
	b.WriteString(end)
	return b.String()
}
