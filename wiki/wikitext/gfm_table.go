package wikitext

import (
	"bytes"
	"sort"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// tableParser makes a table of a paragraph in which a line of dashes follows a
// line with as many cells. What stands before these two stays a paragraph.
type tableParser struct{}

// Transform implements parser.ParagraphTransformer.
func (tableParser) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	pos := node.Pos()
	lines := node.Lines()
	src := reader.Source()
	for i := 1; i < lines.Len(); i++ {
		delimiters := lines.At(i)
		alignments := readAlignments(delimiters.Value(src))
		if alignments == nil {
			continue
		}
		header := readRow(lines.At(i-1), alignments, true, src, pc)
		if header.ChildCount() != len(alignments) {
			return
		}
		table := extast.NewTable()
		table.Alignments = alignments
		table.SetPos(pos)
		table.AppendChild(table, extast.NewTableHeader(header))
		lacking := 0
		for j := i + 1; j < lines.Len(); j++ {
			row := readRow(lines.At(j), alignments, false, src, pc)
			for n := row.ChildCount(); n < len(alignments) && lacking < maxCells; n++ {
				row.AppendChild(row, extast.NewTableCell())
				lacking++
			}
			table.AppendChild(table, row)
		}
		lines.SetSliced(0, i-1)
		node.Parent().InsertAfter(node.Parent(), node, table)
		if lines.Len() == 0 {
			node.Parent().RemoveChild(node.Parent(), node)
			continue
		}
		last := lines.At(i - 2)
		last.Stop-- // its line end
		lines.Set(i-2, last)
	}
}

// readAlignments reads a line like "| :-- | --: |"; nil if it is none.
func readAlignments(line []byte) []extast.Alignment {
	if w, _ := util.IndentWidth(line, 0); w > 3 {
		return nil
	}
	dashes := true
	for _, b := range line {
		dashes = dashes && b == '-'
		if !util.IsSpace(b) && b != '-' && b != '|' && b != ':' {
			return nil
		}
	}
	if dashes {
		return nil
	}
	cells := bytes.Split(line, []byte{'|'})
	if util.IsBlank(cells[0]) {
		cells = cells[1:]
	}
	if n := len(cells); n > 0 && util.IsBlank(cells[n-1]) {
		cells = cells[:n-1]
	}
	var out []extast.Alignment
	for _, c := range cells {
		a, ok := readAlignment(c)
		if !ok {
			return nil
		}
		out = append(out, a)
	}
	return out
}

func readAlignment(cell []byte) (extast.Alignment, bool) {
	cell = bytes.Trim(cell, " \t\n\f\r") // what \s is to a regular expression
	cell, left := bytes.CutPrefix(cell, []byte(":"))
	cell, right := bytes.CutSuffix(cell, []byte(":"))
	if len(cell) == 0 || len(bytes.Trim(cell, "-")) > 0 {
		return 0, false
	}
	switch {
	case left && right:
		return extast.AlignCenter, true
	case left:
		return extast.AlignLeft, true
	case right:
		return extast.AlignRight, true
	}
	return extast.AlignNone, true
}

// readRow reads the cells of a line, at most as many as there are alignments
// unless it is the header, which has at least as many.
func readRow(line text.Segment, alignments []extast.Alignment, header bool, src []byte, pc parser.Context) *extast.TableRow {
	begin := line.Start
	seg := line.TrimLeftSpace(src)
	seg = seg.TrimRightSpace(src)
	b := seg.Value(src)
	row := extast.NewTableRow(alignments)
	row.SetPos(begin)
	pos, limit := 0, len(b)
	if limit > 0 && b[0] == '|' {
		pos++
	}
	if limit > 0 && b[limit-1] == '|' {
		limit--
	}
	n := 0
	for ; pos < limit; n++ {
		if n >= len(alignments) && !header {
			return row
		}
		cell := extast.NewTableCell()
		cell.SetPos(begin + pos - line.Padding)
		if n < len(alignments) {
			cell.Alignment = alignments[n]
		}
		end := cellEnd(b, pos, limit, seg.Start, cell, pc)
		content := text.NewSegment(seg.Start+pos, seg.Start+end)
		content = content.TrimLeftSpace(src)
		content = content.TrimRightSpace(src)
		cell.Lines().Append(content)
		row.AppendChild(row, cell)
		pos = end + 1
	}
	for ; header && n < len(alignments); n++ {
		row.AppendChild(row, extast.NewTableCell())
	}
	return row
}

// cellEnd returns where the cell that begins at pos ends: at the next pipe
// without a backslash. It notes the pipes that have one behind a backtick, for
// in a code span the backslash would stay.
func cellEnd(b []byte, pos, limit, start int, cell *extast.TableCell, pc parser.Context) int {
	code := false
	var pipes *cellPipes
	for end := pos; end < limit; end++ {
		switch {
		case b[end] == '`':
			code = true
		case b[end] != '|':
		case end == 0 || b[end-1] != '\\':
			return end
		case code:
			if pipes == nil {
				pipes = &cellPipes{cell: cell}
				all, _ := pc.Get(pipesKey).([]*cellPipes)
				pc.Set(pipesKey, append(all, pipes))
			}
			pipes.at = append(pipes.at, start+end-1)
		}
	}
	return max(pos, limit)
}

// pipesKey is where a parse keeps the cells with pipes in code.
var pipesKey = parser.NewContextKey()

// cellPipes is a cell and where it has backslashes before pipes.
type cellPipes struct {
	cell *extast.TableCell
	at   []int
}

// pipeTransformer takes the backslashes before pipes out of code spans.
type pipeTransformer struct{}

// Transform implements parser.ASTTransformer.
func (pipeTransformer) Transform(_ *ast.Document, _ text.Reader, pc parser.Context) {
	all, _ := pc.Get(pipesKey).([]*cellPipes)
	if all == nil {
		return
	}
	pc.Set(pipesKey, nil)
	for _, p := range all {
		_ = ast.Walk(p.cell, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if !entering || n.Kind() != ast.KindCodeSpan {
				return ast.WalkContinue, nil
			}
			for c := n.FirstChild(); c != nil; {
				next := c.NextSibling()
				if t, ok := c.(*ast.Text); ok {
					splitAtPipes(t, p.at)
				}
				c = next
			}
			return ast.WalkContinue, nil
		})
	}
}

// splitAtPipes splits a text of a code span at its backslashes before pipes.
func splitAtPipes(t *ast.Text, pipes []int) {
	parent := t.Parent()
	last := t
	was := t.Segment
	from := sort.SearchInts(pipes, was.Start)
	for _, at := range pipes[from:] {
		if at >= was.Stop {
			break
		}
		before := ast.NewRawTextSegment(last.Segment.WithStop(at))
		behind := ast.NewRawTextSegment(last.Segment.WithStart(at + 1))
		parent.InsertAfter(parent, last, before)
		parent.InsertAfter(parent, before, behind)
		parent.RemoveChild(parent, last)
		last = behind
	}
}
