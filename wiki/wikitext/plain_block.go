package wikitext

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// plainHeadings reads headings, and at once what is in them if that is text.
type plainHeadings struct{ parser.BlockParser }

// Open implements parser.BlockParser.
func (p plainHeadings) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	n, state := p.BlockParser.Open(parent, reader, pc)
	if n != nil && n.Lines().Len() == 1 {
		if arenaOf(pc).plain(n, reader.Source(), nil, n.Lines().Sliced(0, 1)) {
			n.Lines().Clear()
		}
	}
	return n, state
}

// plainParagraphs reads a paragraph of the top level that holds nothing but
// text, in one go.
type plainParagraphs struct{}

// Trigger implements parser.BlockParser.
func (plainParagraphs) Trigger() []byte { return nil }

// Open implements parser.BlockParser.
func (plainParagraphs) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if parent.Kind() != ast.KindDocument {
		return nil, parser.NoChildren
	}
	src := reader.Source()
	line, at := reader.Position()
	a := arenaOf(pc)
	lines := a.list.lines[:0]
	last := at.Start
	for p := at.Start; p < len(src); {
		end := lineEnd(src, p)
		i := p
		for i < end && src[i] == ' ' {
			i++
		}
		if i == end {
			break
		}
		l := src[i:end]
		if !goesOn(l) {
			if len(lines) > 0 && i == p && (isATX(l) || endsParagraph(l)) {
				break
			}
			return nil, parser.NoChildren
		}
		lines = append(lines, text.NewSegment(i, end))
		last, p = p, end+1
	}
	a.list.lines = lines
	if len(lines) == 0 {
		return nil, parser.NoChildren
	}
	n := ast.NewParagraph()
	if !a.plain(n, src, nil, lines) {
		return nil, parser.NoChildren
	}
	reader.SetPosition(line+len(lines)-1, text.NewSegment(last, min(len(src), lineEnd(src, last)+1)))
	return n, parser.NoChildren
}

// endsParagraph reports whether a line begins a list that ends the paragraph
// before it.
func endsParagraph(line []byte) bool {
	_, number, text := readMark(line)
	return text > 0 && (number < 0 || number == 1) && beginsText(line[text:])
}

// Continue implements parser.BlockParser.
func (plainParagraphs) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}

// Close implements parser.BlockParser.
func (plainParagraphs) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph implements parser.BlockParser.
func (plainParagraphs) CanInterruptParagraph() bool { return false }

// CanAcceptIndentedLine implements parser.BlockParser.
func (plainParagraphs) CanAcceptIndentedLine() bool { return false }
