package wikitext

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

func asTable(n ast.Node) (*extast.Table, bool) {
	t, ok := n.(*extast.Table)
	return t, ok
}

// table writes {| … |}, a line a row, indented by colons if it must be.
func (w *writer) table(t *extast.Table, prefix string) string {
	if prefix != "" {
		prefix += " "
	}
	lines := []string{prefix + `{| class="wikitable"`}
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		mark := "|"
		if _, ok := row.(*extast.TableHeader); ok {
			mark = "!"
		} else {
			lines = append(lines, "|-")
		}
		var cells []string
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, alignment(c, " ", " |")+" "+w.inlined(c, place{cell: true, head: mark == "!"}))
		}
		lines = append(lines, strings.TrimRight(mark+strings.Join(cells, " "+mark+mark), " "))
	}
	return strings.Join(append(lines, "|}"), "\n")
}

// alignment returns the attribute that aligns a cell, between before and after.
func alignment(n ast.Node, before, after string) string {
	c, ok := n.(*extast.TableCell)
	if !ok || c.Alignment == extast.AlignNone {
		return ""
	}
	return before + `style="text-align:` + c.Alignment.String() + `"` + after
}

// htmlTable writes a table on one line.
func (w *writer) htmlTable(t *extast.Table) string {
	var b strings.Builder
	b.WriteString(`<table class="wikitable">`)
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		tag := "td"
		if _, ok := row.(*extast.TableHeader); ok {
			tag = "th"
		}
		b.WriteString("<tr>")
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			b.WriteString("<" + tag + alignment(c, " ", "") + ">" + w.inlined(c, place{}) + "</" + tag + ">")
		}
		b.WriteString("</tr>")
	}
	b.WriteString("</table>")
	return b.String()
}
