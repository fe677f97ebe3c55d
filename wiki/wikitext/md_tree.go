package wikitext

import (
	"bytes"
	"iter"
	"strconv"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// A MarkdownNode is a node of the tree of a Markdown text. Positions are bytes
// of the text. A node begins with its mark, where it has one; its end is behind
// what it holds. What lies between nodes are marks.
type MarkdownNode struct {
	// Kind is one of: document, heading, paragraph, list, item, box, quote,
	// code block, html block, rule, definition, table, header row, row, cell,
	// text, break, line end, emphasis, strong, strikethrough, code, link, image, address,
	// wiki link, task, raw, html.
	Kind       string
	Level      int    // of a heading, 1 to 6
	Name       string // of a link, image, address its destination; of a wiki link its target; of a task its id; of a code block its language; of a list its mark or first number; "x" of a ticked box
	Line       int    // that it begins on, from 1
	Start, End int
	// Source is what a node without children stands for: Start to End of the
	// text, but the lines of code and HTML without the marks before them.
	Source string
}

// ParseMarkdown yields the nodes of a text in the dialect in its order, parents
// first, each with its depth; the document has depth 0.
func ParseMarkdown(src []byte) iter.Seq2[int, MarkdownNode] {
	return markdownNodes(src, partSize)
}

func markdownNodes(src []byte, size int) iter.Seq2[int, MarkdownNode] {
	return func(yield func(int, MarkdownNode) bool) {
		if !yield(0, MarkdownNode{Kind: "document", Line: 1, End: len(src)}) {
			return
		}
		line, at := 0, 0
		for t := range inParts(src, size, true, nodesOf) {
			line += bytes.Count(src[at:t.start], []byte("\n"))
			at = t.start
			for i, n := range t.nodes {
				n.Line, n.Start, n.End = n.Line+line, n.Start+at, n.End+at
				if !yield(t.depths[i], n) {
					return
				}
			}
		}
	}
}

func nodesOf(p mdPart) treeReader {
	t := treeReader{src: p.src, start: p.start, lines: lineCounter{src: p.src}}
	for c := p.doc.FirstChild(); c != nil; c = c.NextSibling() {
		t.read(c)
	}
	for i := range t.nodes {
		if m := &t.nodes[i]; m.Kind == "text" && m.Source == "" {
			t.until(m, m.End)
		}
	}
	return t
}

// treeReader reads one block of the top level after the other.
type treeReader struct {
	src    []byte
	start  int // of src
	lines  lineCounter
	nodes  []MarkdownNode
	depths []int
}

// read walks without recursion: no nesting is too deep for it.
func (t *treeReader) read(top ast.Node) {
	var open []int // indices of the nodes that n is in
	done := func(i int) {
		if len(open) > 0 {
			parent := &t.nodes[open[len(open)-1]]
			parent.End = max(parent.End, t.nodes[i].End)
		}
	}
	for n := top; ; {
		i := t.add(t.node(n), len(open)+1)
		if c := n.FirstChild(); c != nil && t.nodes[i].Source == "" {
			open = append(open, i)
			n = c
			continue
		}
		done(i)
		if b := t.lineBreak(n); b.Kind != "" {
			done(t.add(b, len(open)+1))
		}
		for n != top && n.NextSibling() == nil {
			n = n.Parent()
			i, open = open[len(open)-1], open[:len(open)-1]
			t.close(n, i)
			done(i)
		}
		if n == top {
			return
		}
		n = n.NextSibling()
	}
}

// add appends a node and returns the index of the last. Texts that follow on
// each other are one, and empty ones none: where goldmark cuts them is its own
// affair.
func (t *treeReader) add(m MarkdownNode, depth int) int {
	if m.Kind == "text" && m.Start == m.End && m.Source == "" {
		return len(t.nodes) - 1
	}
	if last := len(t.nodes) - 1; last >= 0 && m.Kind == "text" {
		if p := &t.nodes[last]; p.Kind == "text" && t.depths[last] == depth && p.End == m.Start {
			p.End = m.End
			return last
		}
	}
	t.nodes, t.depths = append(t.nodes, m), append(t.depths, depth)
	return len(t.nodes) - 1
}

// lineBreak returns the end of the line behind a text, if it ends one.
func (t *treeReader) lineBreak(n ast.Node) MarkdownNode {
	x, ok := n.(*ast.Text)
	if !ok || !x.SoftLineBreak() && !x.HardLineBreak() {
		return MarkdownNode{}
	}
	m := MarkdownNode{Kind: "line end", Line: t.lines.of(n), Start: x.Segment.Stop}
	if x.HardLineBreak() {
		m.Kind = "break"
	}
	t.until(&m, lineEnd(t.src, m.Start)+1)
	return m
}

// node returns a node with its end if it is a leaf.
func (t *treeReader) node(n ast.Node) MarkdownNode {
	m := MarkdownNode{Line: t.lines.of(n), Start: posOf(n)}
	if m.Start < 0 {
		m.Start = t.lines.pos
	}
	m.End = m.Start
	switch n := n.(type) {
	case *ast.Heading:
		m.Kind, m.Level = "heading", n.Level
	case *ast.Paragraph, *ast.TextBlock:
		m.Kind = "paragraph"
	case *ast.List:
		m.Kind, m.Name = "list", string(n.Marker)
		if n.IsOrdered() {
			m.Name = strconv.Itoa(n.Start) + m.Name
		}
	case *ast.ListItem:
		m.Kind = "item"
	case *ast.Blockquote:
		m.Kind = "quote"
	case *ast.FencedCodeBlock:
		m.Kind, m.Name = "code block", literal(string(n.Language(t.src)))
		t.block(&m, n)
	case *ast.CodeBlock:
		m.Kind = "code block"
		t.block(&m, n)
	case *ast.HTMLBlock:
		m.Kind = "html block"
		t.block(&m, n)
		if n.HasClosure() {
			m.Source += string(n.ClosureLine.Value(t.src))
			m.End = n.ClosureLine.Stop
		}
	case *ast.ThematicBreak:
		m.Kind = "rule"
		t.until(&m, lineEnd(t.src, m.Start))
	case *ast.LinkReferenceDefinition:
		m.Kind, m.Name = "definition", string(n.Label)
		t.block(&m, n)
	case *extast.Table:
		m.Kind = "table"
	case *extast.TableHeader:
		m.Kind = "header row"
	case *extast.TableRow:
		m.Kind = "row"
	case *extast.TableCell:
		m.Kind = "cell"
	default:
		t.inline(&m, n)
	}
	return m
}

func (t *treeReader) inline(m *MarkdownNode, n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		m.Kind, m.Start, m.End = "text", n.Segment.Start, n.Segment.Stop
	case *ast.String:
		m.Kind, m.Source = "text", string(n.Value)
	case *ast.Emphasis:
		m.Kind = "emphasis"
		if n.Level == 2 {
			m.Kind = "strong"
		}
	case *extast.Strikethrough:
		m.Kind = "strikethrough"
	case *ast.CodeSpan:
		m.Kind = "code"
		t.until(m, codeEnd(t.src, m.Start))
	case *RawSpan:
		m.Kind = "raw"
		t.until(m, codeEnd(t.src, m.Start)+len(rawMark))
	case *ast.Link:
		m.Kind, m.Name = "link", string(n.Destination)
		if n.FirstChild() == nil {
			t.until(m, destinationEnd(t.src, m.Start+1))
		}
	case *ast.Image:
		m.Kind, m.Name = "image", string(n.Destination)
		if n.FirstChild() == nil {
			t.until(m, destinationEnd(t.src, m.Start+2))
		}
	case *ast.AutoLink:
		m.Kind, m.Name = "address", string(n.URL(t.src))
		label := n.Label(t.src)
		if at := t.src[min(m.Start+1, len(t.src)):]; bytes.HasPrefix(at, label) && t.src[m.Start] != '<' {
			m.Start++ // goldmark counts the blank before a bare address
		}
		end := m.Start + len(label)
		if m.Start < len(t.src) && t.src[m.Start] == '<' {
			end += 2
		}
		t.until(m, end)
	case *ast.RawHTML:
		m.Kind, m.Source = "html", string(n.Segments.Value(t.src))
		if k := n.Segments.Len(); k > 0 {
			m.End = n.Segments.At(k - 1).Stop
		}
	case *WikiLink:
		m.Kind, m.Name = "wiki link", n.Target
		if m.Start+2 <= len(t.src) {
			t.until(m, m.Start+linkEnd(t.src[m.Start:])+2)
		}
	case *TaskRef:
		m.Kind, m.Name = "task", n.ID
		t.until(m, m.Start+1+len(n.ID))
	case *extast.TaskCheckBox:
		m.Kind = "box"
		if n.IsChecked {
			m.Name = "x"
		}
		t.until(m, m.Start+len("[x]"))
	default:
		m.Kind = "text"
	}
}

// block makes a leaf of a block's lines.
func (t *treeReader) block(m *MarkdownNode, n ast.Node) {
	if k := n.Lines().Len(); k > 0 {
		m.Source = string(n.Lines().Value(t.src))
		m.End = n.Lines().At(k - 1).Stop
	}
}

// until ends a leaf at end.
func (t *treeReader) until(m *MarkdownNode, end int) {
	m.End = max(m.Start, min(end, len(t.src)))
	m.Source = string(t.src[m.Start:m.End])
}

// close ends a node behind its last child and the mark that follows.
func (t *treeReader) close(n ast.Node, i int) {
	m := &t.nodes[i]
	switch n := n.(type) {
	case *ast.Emphasis:
		m.End += n.Level
	case *extast.Strikethrough:
		m.End++
		if bytes.HasPrefix(t.src[m.Start:], []byte("~~")) {
			m.End++
		}
	case *ast.Link, *ast.Image:
		m.End = destinationEnd(t.src, m.End)
	}
	m.End = min(m.End, len(t.src))
}

// codeEnd returns the end of the code span that begins at src[i].
func codeEnd(src []byte, i int) int {
	n := 0
	for i+n < len(src) && src[i+n] == '`' {
		n++
	}
	for j := i + n; j < len(src); {
		k := bytes.IndexByte(src[j:], '`')
		if k < 0 {
			break
		}
		j += k
		run := 0
		for j+run < len(src) && src[j+run] == '`' {
			run++
		}
		if j += run; run == n {
			return j
		}
	}
	return i
}

// destinationEnd returns the end of a link whose label ends at src[i]: behind
// "](address "title")", "][label]" or "]".
func destinationEnd(src []byte, i int) int {
	if i >= len(src) || src[i] != ']' {
		return i
	}
	i++
	if i >= len(src) || src[i] != '(' && src[i] != '[' {
		return i
	}
	closing := byte(')')
	if src[i] == '[' {
		closing = ']'
	}
	open, depth := src[i], 0
	var quote byte
	for j := i; j < len(src); j++ {
		switch c := src[j]; {
		case c == '\\':
			j++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case open == '(' && (c == '"' || c == '\'') && (src[j-1] == ' ' || src[j-1] == '\n' || src[j-1] == '\t'):
			quote = c
		case open == '(' && c == '<' && depth == 1:
			quote = '>'
		case c == open:
			depth++
		case c == closing:
			if depth--; depth == 0 {
				return j + 1
			}
		}
	}
	return i
}

func lineEnd(src []byte, i int) int {
	if n := bytes.IndexByte(src[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(src)
}
