package wikitext

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Nearly all of what minutes hold are lists whose items are lines of text, and
// for each such line goldmark asks ten parsers, opens three blocks and closes
// them again. plainLists reads such a list of the top level in one go, into the
// same nodes; whatever is in any way unusual it leaves to goldmark from the
// list's first line on. A fuzz test compares the trees.
type plainLists struct{ parser.BlockParser }

// plainListKey is where a parse keeps the last list that was read so.
var plainListKey = parser.NewContextKey()

// Open implements parser.BlockParser.
func (p plainLists) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	n, state := p.BlockParser.Open(parent, reader, pc)
	list, ok := n.(*ast.List)
	if !ok || parent.Kind() != ast.KindDocument {
		return n, state
	}
	line, at := reader.Position()
	s := arenaOf(pc).scanner(reader.Source())
	end, lines := s.read(at.Start)
	if lines == 0 {
		return n, state
	}
	s.build(list)
	reader.SetPosition(line+lines-1, text.NewSegment(end, min(len(s.src), lineEnd(s.src, end)+1)))
	pc.Set(plainListKey, n)
	return n, parser.NoChildren
}

// Continue implements parser.BlockParser.
func (p plainLists) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	if pc.Get(plainListKey) == node {
		return parser.Close
	}
	return p.BlockParser.Continue(node, reader, pc)
}

// Close implements parser.BlockParser.
func (p plainLists) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	if pc.Get(plainListKey) != node {
		p.BlockParser.Close(node, reader, pc)
	}
}

// plainDepth is how deep the lists are that are read here.
const plainDepth = 20

// listScanner reads the lines of a list.
type listScanner struct {
	*arena
	src   []byte
	items []plainItem
	subs  []plainSub
	more  []text.Segment // the further lines of all items
	open  []openList     // the lists that the line before is in
	lines []text.Segment // of the text at hand
	nodes []*ast.ListItem
}

type plainItem struct {
	mark, text, end int // where its mark, its text and the end of its line are
	sub, up         int // the list that it is in, and the item that this is in
	more            int // how many further lines its text has
	number          int // -1 without one
}

// plainSub is a list; the first one is that of the top level.
type plainSub struct {
	loose bool
	node  *ast.List
}

type openList struct {
	column, content int // where its marks begin, and the text of its last item
	mark            byte
	sub, item       int
}

// read reads the lines from start on that are one list. It returns where the
// last of them begins and how many they are, none if they are left to goldmark.
func (s *listScanner) read(start int) (last, lines int) {
	blank := false
	n := 0
	for p := start; p < len(s.src); n++ {
		end := lineEnd(s.src, p)
		at := p
		for at < end && s.src[at] == ' ' {
			at++
		}
		switch {
		case at == end:
			blank = true
			p = end + 1
			continue
		case isMarked(s.src[at:end]):
			if !s.marked(p, at, end, blank) {
				return 0, 0
			}
		case blank:
			if at == p && s.src[at] > ' ' {
				return last, lines
			}
			return 0, 0
		case at == p && isATX(s.src[at:end]):
			return last, lines
		default:
			if !s.further(at, end) {
				return 0, 0
			}
		}
		blank = false
		last, lines = p, n+1
		p = end + 1
	}
	return last, lines
}

// marked reads the line at line, with a mark at at.
func (s *listScanner) marked(line, at, end int, blank bool) bool {
	mark, number, text := readMark(s.src[at:end])
	if text < 0 || !beginsText(s.src[at+text:end]) {
		return false
	}
	text += at
	k := len(s.open) - 1
	for k >= 0 && s.open[k].column > at-line {
		k--
	}
	it := plainItem{mark: at, text: text, end: end, up: -1, number: number}
	switch {
	case k >= 0 && s.open[k].column == at-line: // an item beside the one before
		if s.open[k].mark != mark {
			return false
		}
		s.open = s.open[:k+1]
		if blank {
			s.subs[s.open[k].sub].loose = true
		}
	case len(s.items) == 0 && at == line,
		k >= 0 && k == len(s.open)-1 && s.open[k].content == at-line && k < plainDepth:
		if len(s.items) > 0 {
			if number >= 0 && number != 1 && !blank { // goes on with the text
				return false
			}
			if blank {
				s.subs[s.open[k].sub].loose = true
			}
		}
		s.open = append(s.open, openList{column: at - line, mark: mark, sub: len(s.subs)})
		s.subs = append(s.subs, plainSub{})
		k++
	default:
		return false
	}
	if k > 0 {
		it.up = s.open[k-1].item
	}
	it.sub = s.open[k].sub
	s.open[k].content, s.open[k].item = text-line, len(s.items)
	s.items = append(s.items, it)
	return true
}

// further reads a line that goes on with the text of the item before.
func (s *listScanner) further(at, end int) bool {
	it := &s.items[len(s.items)-1]
	if !goesOn(s.src[at:end]) || s.src[it.text] == '[' { // it could define a link
		return false
	}
	it.more++
	s.more = append(s.more, text.NewSegment(at, end))
	return true
}

// build makes nodes of what was read; list is the outermost.
func (s *listScanner) build(list *ast.List) {
	nodes, more := s.nodes[:0], s.more
	for i := range s.items {
		it := &s.items[i]
		sub := &s.subs[it.sub]
		if sub.node == nil {
			if sub.node = list; i > 0 {
				sub.node = ast.NewList(s.src[it.text-2])
				sub.node.Start = max(sub.node.Start, it.number)
				sub.node.SetPos(it.mark)
				nodes[it.up].AppendChild(nodes[it.up], sub.node)
			}
			sub.node.IsTight = !sub.loose
		}
		item := s.arena.items.next()
		item.Offset = it.text - it.mark
		item.SetPos(it.mark)
		sub.node.AppendChild(sub.node, item)
		nodes = append(nodes, item)
		var block ast.Node
		if sub.loose {
			block = ast.NewParagraph()
		} else {
			block = s.blocks.next()
		}
		item.AppendChild(item, block)
		s.text(block, it, more[:it.more])
		more = more[it.more:]
	}
	s.nodes = nodes
}

func (s *listScanner) reset() {
	clear(s.subs)
	clear(s.nodes)
	s.src, s.items, s.subs, s.more, s.open = nil, s.items[:0], s.subs[:0], s.more[:0], s.open[:0]
}

// text gives an item's text its children, or its lines if only goldmark can.
func (s *listScanner) text(block ast.Node, it *plainItem, more []text.Segment) {
	s.lines = append(append(s.lines[:0], text.NewSegment(it.text, it.end)), more...)
	var box ast.Node
	if n := boxLength(s.src[it.text:it.end]); n > 0 {
		s.lines[0].Start += n
		c := s.boxes.next()
		c.IsChecked = s.src[it.text+1] != ' '
		c.SetPos(it.text)
		box = c
	}
	if s.plain(block, s.src, box, s.lines) {
		return
	}
	s.lines[0].Start = it.text
	last := len(s.lines) - 1
	for i, l := range s.lines {
		if i < last {
			l.Stop++
		} else {
			l = l.TrimRightSpace(s.src)
		}
		block.Lines().Append(l)
	}
}
