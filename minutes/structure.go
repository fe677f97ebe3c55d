package minutes

import (
	"bytes"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown reads the structure of CommonMark. Of inline Markdown it knows only
// what hides other marks: code, raw HTML, addresses in angle brackets.
var markdown = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
		),
	)
})

// parseMarkdown parses src; positions in the tree are offsets into src. Carriage
// returns become blanks, so that CRLF files have the structure of LF ones.
func parseMarkdown(src []byte) ast.Node {
	if bytes.IndexByte(src, '\r') >= 0 {
		src = bytes.ReplaceAll(src, []byte("\r"), []byte(" "))
	}
	return markdown().Parse(text.NewReader(src))
}

// blockKind says what a block of the document itself is.
type blockKind uint8

const (
	otherBlock blockKind = iota // lists, code, HTML, rules
	paraBlock
	quoteBlock
	headingBlock
)

// block is a child of the document, with its lines.
type block struct {
	kind       blockKind
	line, last int // first line and last line that is not blank, from 1
	headingAt  int // headingBlock: index in outline.headings
}

// document is a file's Markdown as goldmark reads it.
type document struct {
	outline
	blocks   []block
	lines    []item    // lines of text outside code and quotes, in order
	inlines  []inlined // everything that holds inline Markdown, quotes too
	problems []Problem
	index    *lineIndex
}

// item is a line of running text or the first line of a list item.
type item struct {
	line int
	text Span // without list marks and white space at either end
	task bool // it is a checkbox line
	more bool // it goes on with a list item that began on a line before
}

// inlined is a stretch of inline Markdown.
type inlined struct {
	lines  []Span
	hidden []Span // code, raw HTML, addresses
}

// reader walks the tree that goldmark made of a body.
type reader struct {
	lineIndex
	doc document
}

// lineIndex finds the lines of a body.
type lineIndex struct {
	src   []byte
	off   int   // where the body begins in src
	first int   // number of the body's first line
	ends  []int // offsets of the body's line ends, behind the line break
}

func indexLines(src []byte, start, line int) lineIndex {
	x := lineIndex{src: src, off: start, first: line}
	for at := start; at < len(src); {
		_, at = lineAt(src, at)
		x.ends = append(x.ends, at)
	}
	return x
}

// readDocument reads the body of src, which begins at start, line number line.
func readDocument(src []byte, start, line int) *document {
	r := &reader{lineIndex: indexLines(src, start, line)}
	r.doc.index = &r.lineIndex
	root := parseMarkdown(src[start:])
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		r.block(n)
	}
	r.closeBlocks()
	return &r.doc
}

// lineOf returns the number of the line that offset at of src is on.
func (r *lineIndex) lineOf(at int) int {
	lo, hi := 0, len(r.ends)
	for lo < hi {
		if mid := (lo + hi) / 2; r.ends[mid] > at {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return r.first + min(lo, max(len(r.ends)-1, 0))
}

// span returns line n without its line break.
func (r *lineIndex) span(n int) Span {
	i := n - r.first
	start := r.off
	if i > 0 {
		start = r.ends[i-1]
	}
	at, _ := lineAt(r.src, start)
	return at
}

// block takes a child of the document.
func (r *reader) block(n ast.Node) {
	b := block{kind: otherBlock}
	switch n := n.(type) {
	case *ast.LinkReferenceDefinition:
		return
	case *ast.Heading:
		b.kind = headingBlock
		b.headingAt = len(r.doc.headings)
		r.heading(n)
	case *ast.Paragraph:
		b.kind = paraBlock
	case *ast.Blockquote:
		b.kind = quoteBlock
	}
	if b.kind == headingBlock {
		b.line = r.doc.headings[b.headingAt].line
	} else {
		at := firstPos(n)
		if at < 0 {
			return
		}
		b.line = r.lineOf(at + r.off)
	}
	r.doc.blocks = append(r.doc.blocks, b)
	r.walk(n, nil)
	r.unclosed(n, b.line)
}

// firstPos returns where a block begins.
func firstPos(n ast.Node) int {
	if p := n.Pos(); p >= 0 {
		return p
	}
	if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	return -1
}

// closeBlocks sets where each block ends: before the next, blank lines left out.
func (r *reader) closeBlocks() {
	for i := range r.doc.blocks {
		b := &r.doc.blocks[i]
		b.last = r.first + len(r.ends) - 1
		if i+1 < len(r.doc.blocks) {
			b.last = r.doc.blocks[i+1].line - 1
		}
		for b.last > b.line && len(bytes.TrimSpace(r.span(b.last).Of(r.src))) == 0 {
			b.last--
		}
	}
}

// heading takes a heading of the document.
func (r *reader) heading(n *ast.Heading) {
	h := heading{level: n.Level, line: r.lineOf(n.Pos() + r.off)}
	h.at = r.span(h.line)
	if level, title := readATX(h.at.Of(r.src)); level == n.Level {
		h.title = Span{h.at.Start + title.Start, h.at.Start + title.End}
		h.body = r.ends[h.line-r.first]
	} else { // underlined
		lines := n.Lines()
		last := r.lineOf(lines.At(lines.Len()-1).Start + r.off)
		h.title = Span{lines.At(0).Start + r.off, r.span(last).End}
		for h.title.End > h.title.Start && isBlankByte(r.src[h.title.End-1]) {
			h.title.End--
		}
		h.at.End = r.span(last + 1).End
		h.body = r.ends[last+1-r.first]
	}
	r.doc.headings = append(r.doc.headings, h)
}

// walk takes what is in a block: checkbox lines, lines of text, inline
// Markdown. In says the list item it stands in, nil for none.
func (r *reader) walk(n ast.Node, in *ast.ListItem) {
	switch n := n.(type) {
	case *ast.Blockquote:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			r.quoted(c)
		}
		return
	case *ast.ListItem:
		in = n
	case *ast.Heading:
		r.inline(n)
		return
	case *ast.Paragraph, *ast.TextBlock:
		r.inline(n)
		r.text(n, in)
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeBlock {
			r.walk(c, in)
		}
	}
}

// quoted takes what is in a quote: inline Markdown alone.
func (r *reader) quoted(n ast.Node) {
	switch n.(type) {
	case *ast.Paragraph, *ast.TextBlock, *ast.Heading:
		r.inline(n)
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeBlock {
			r.quoted(c)
		}
	}
}

// text takes the lines of a paragraph outside quotes.
func (r *reader) text(n ast.Node, in *ast.ListItem) {
	first := in != nil && in.FirstChild() == n
	for i := range n.Lines().Len() {
		start := n.Lines().At(i).Start + r.off
		number := r.lineOf(start)
		at := r.span(number)
		for start < at.End && isBlankByte(r.src[start]) {
			start++
		}
		it := item{line: number, text: Span{start, at.End}, more: in != nil}
		for it.text.End > start && isBlankByte(r.src[it.text.End-1]) {
			it.text.End--
		}
		if i == 0 && first && endsInMark(r.src[at.Start:start]) {
			it.more = false
			before := len(r.doc.tasks)
			r.doc.addTask(r.src, at, number, start)
			it.task = len(r.doc.tasks) > before
		}
		r.doc.lines = append(r.doc.lines, it)
	}
}

// endsInMark reports whether what stands before an item's text ends in the mark
// of the item, so that the text stands on the item's own line.
func endsInMark(before []byte) bool {
	b := bytes.TrimRight(before, " \t")
	if len(b) == 0 {
		return false
	}
	switch b[len(b)-1] {
	case '-', '*', '+':
		return true
	case '.', ')':
		return len(b) > 1 && b[len(b)-2] >= '0' && b[len(b)-2] <= '9'
	}
	return false
}

// inline notes a stretch of inline Markdown, and what hides marks in it.
func (r *reader) inline(n ast.Node) {
	var in inlined
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		in.lines = append(in.lines, Span{s.Start + r.off, s.Stop + r.off})
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.CodeSpan:
			for t := c.FirstChild(); t != nil; t = t.NextSibling() {
				if t, ok := t.(*ast.Text); ok {
					in.hidden = append(in.hidden, Span{t.Segment.Start + r.off, t.Segment.Stop + r.off})
				}
			}
		case *ast.RawHTML:
			for i := range c.Segments.Len() {
				s := c.Segments.At(i)
				in.hidden = append(in.hidden, Span{s.Start + r.off, s.Stop + r.off})
			}
		case *ast.AutoLink:
			if at := c.Pos(); at >= 0 {
				label := c.Label(r.src[r.off:])
				in.hidden = append(in.hidden, Span{at + r.off, at + r.off + len(label) + 2})
			}
		}
	}
	r.doc.inlines = append(r.doc.inlines, in)
}

// unclosed notes a fence or comment of the document itself that goes on to the
// end of the file.
func (r *reader) unclosed(n ast.Node, line int) {
	if n.NextSibling() != nil {
		return
	}
	switch n := n.(type) {
	case *ast.FencedCodeBlock:
		open := bytes.TrimLeft(r.span(line).Of(r.src), " ")
		ticks := run(open)
		for i := line + 1; i < r.first+len(r.ends); i++ {
			l := bytes.TrimLeft(r.span(i).Of(r.src), " ")
			if len(l) > 0 && l[0] == open[0] && run(l) >= ticks && onlyOf(l, l[0]) > 0 {
				return
			}
		}
		r.doc.problems = append(r.doc.problems, openFence(line, string(open[:ticks])))
	case *ast.HTMLBlock:
		if n.HTMLBlockType == ast.HTMLBlockType2 && !bytes.Contains(r.src[r.span(line).Start:], []byte("-->")) {
			r.doc.problems = append(r.doc.problems, openComment(line))
		}
	}
}
