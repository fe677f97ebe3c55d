package wikitext

import (
	"slices"
	"strings"
)

// maxTree is how deep a tree is opened.
const maxTree = 256

// Tree returns the page as a tree.
func (d *Document) Tree() *Tree {
	b := newBuilder(d)
	b.run()
	return b.tree
}

// builder makes the tree of a page out of its segments.
type builder struct {
	src    string
	segs   []segment
	tree   *Tree
	stack  []int32 // open nodes
	frames []frame // of the open nodes that hold inline nodes
	tags   []int32 // open tags of all frames: their elements
	spans  []span  // outermost spans that are not passed yet
	mask   *masker
	items  int // the next segment that is no comment
	deep   int // tables within the ones that are left as they are
	pos    int // lines are counted up to here
	line   int
	spare  [][]tok
	steps  int
}

func newBuilder(d *Document) *builder {
	b := &builder{src: d.src, segs: d.segs, tree: &Tree{src: d.src}, spans: d.mask.spans, mask: &d.mask, line: 1}
	b.tree.nodes = make([]treeNode, 0, 64+len(d.src)/6)
	return b
}

func (b *builder) run() {
	b.open(PageNode, 0)
	b.pushFrame()
	for i, u := range b.segs {
		if u.kind == Comment && b.top() == ListNode && b.goesOn(i) {
			b.gap(int(u.start), int(u.end))
		} else {
			b.segment(u)
		}
	}
	for len(b.stack) > 1 {
		b.closeTop(len(b.src))
	}
	b.shut(len(b.src))
}

// goesOn reports whether a list goes on behind the comments at i, which are
// not there for MediaWiki.
func (b *builder) goesOn(i int) bool {
	for ; b.items <= i || b.segs[b.items].kind == Comment; b.items++ {
		b.steps++
		if b.items+1 >= len(b.segs) {
			return false
		}
	}
	return b.segs[b.items].kind == ListItem
}

// open begins a node at from.
func (b *builder) open(kind NodeKind, from int) *treeNode {
	n := b.add(kind, from, from)
	b.stack = append(b.stack, int32(len(b.tree.nodes)-1))
	return n
}

// shut ends the innermost open node at to.
func (b *builder) shut(to int) {
	i := b.stack[len(b.stack)-1]
	b.stack = b.stack[:len(b.stack)-1]
	b.tree.nodes[i].end, b.tree.nodes[i].next = int32(to), int32(len(b.tree.nodes))
}

// leaf adds a leaf, unless it is empty.
func (b *builder) leaf(kind NodeKind, from, to int) {
	if from < to {
		b.add(kind, from, to)
	}
}

func (b *builder) add(kind NodeKind, from, to int) *treeNode {
	if b.pos < from {
		b.line += countLines(b.src[b.pos:from])
		if b.src[from-1] == '\r' && from < len(b.src) && b.src[from] == '\n' {
			b.line-- // counted with the newline
		}
		b.steps += from - b.pos
		b.pos = from
	}
	parent := int32(-1)
	if len(b.stack) > 0 {
		parent = b.stack[len(b.stack)-1]
	}
	i := int32(len(b.tree.nodes))
	if len(b.tree.nodes) == cap(b.tree.nodes) {
		b.tree.nodes = slices.Grow(b.tree.nodes, len(b.tree.nodes)) // append would copy large trees five times
	}
	b.tree.nodes = append(b.tree.nodes, treeNode{start: int32(from), end: int32(to), next: i + 1, parent: parent, line: int32(b.line), kind: kind})
	b.steps++
	return &b.tree.nodes[i]
}

// top returns the kind of the innermost open node.
func (b *builder) top() NodeKind { return b.tree.nodes[b.stack[len(b.stack)-1]].kind }

// closeTop ends the innermost open block.
func (b *builder) closeTop(at int) {
	switch b.top() {
	case CaptionNode, HeaderNode, CellNode, TableNode, RowNode:
		b.popFrame()
	}
	b.shut(at)
}

// closeTo ends open blocks up to a node of one of the kinds.
func (b *builder) closeTo(at int, kinds ...NodeKind) {
	for len(b.stack) > 1 {
		for _, k := range kinds {
			if b.top() == k {
				return
			}
		}
		b.closeTop(at)
	}
}

// segment adds what a segment holds.
func (b *builder) segment(u segment) {
	start, end := int(u.start), int(u.end)
	if b.deep > 0 || u.kind == TableStart && len(b.stack)+len(b.tags) >= maxTree {
		switch u.kind {
		case TableStart:
			b.deep++
		case TableEnd:
			b.deep--
		}
		b.leaf(TextNode, start, end)
		return
	}
	if u.kind != ListItem && b.top() == ListNode {
		b.shut(start)
	}
	switch u.kind {
	case TableStart, rowMark, captionMark, headerMark, cellMark, TableEnd:
		b.table(u)
	case ListItem:
		if b.top() != ListNode {
			b.open(ListNode, start)
		}
		n := b.open(ItemNode, start)
		n.name = u.mark
		if u.def {
			n.level = 1
			b.leaf(MarkNode, start, int(u.body[0]))
		} else {
			b.marked(u)
		}
		b.content(u)
	case Heading:
		b.open(HeadingNode, start).level = u.level
		b.marked(u)
		b.padded(int(u.body[0]), int(u.body[1]))
		b.leaf(MarkNode, int(u.body[1]), int(u.body[1])+int(u.level))
		b.gap(int(u.body[1])+int(u.level), end)
		b.shut(end)
	case Rule:
		b.open(RuleNode, start)
		b.marked(u)
		b.content(u)
	case Paragraph:
		b.open(ParagraphNode, start)
		b.content(u)
	case Pre:
		b.open(PreNode, start)
		b.content(u)
	case Switch:
		b.redirect(u)
	case HTML, Template:
		stop := start + len(strings.TrimRight(b.src[start:end], "\r\n"))
		b.inline(start, stop)
		b.leaf(SpaceNode, stop, end)
	default:
		b.gap(start, end)
	}
}

// marked adds what stands before a segment's marks, and the marks.
func (b *builder) marked(u segment) {
	b.gap(int(u.start), int(u.mark[0]))
	b.leaf(MarkNode, int(u.mark[0]), int(u.mark[1]))
}

// content adds a segment's text as inline nodes and ends its node.
func (b *builder) content(u segment) {
	from, end := int(u.start), int(u.end)
	if n := len(b.tree.nodes); int(b.tree.nodes[n-1].end) > from {
		from = int(b.tree.nodes[n-1].end) // behind the marks
	}
	stop := from + len(strings.TrimRight(b.src[from:end], "\r\n"))
	b.pushFrame()
	if u.kind == Pre {
		b.inline(from, stop)
	} else {
		b.padded(from, stop)
	}
	b.popFrame()
	b.leaf(SpaceNode, stop, end)
	b.shut(end)
}

// padded adds inline nodes between blanks that no reader sees.
func (b *builder) padded(from, to int) {
	left := from + len(b.src[from:to]) - len(strings.TrimLeft(b.src[from:to], blanks))
	right := left + len(strings.TrimRight(b.src[left:to], blanks))
	b.leaf(SpaceNode, from, left)
	b.inline(left, right)
	b.leaf(SpaceNode, right, to)
}

// redirect adds a line with a switch or a redirect.
func (b *builder) redirect(u segment) {
	start, end := int(u.start), int(u.end)
	stop := start + len(strings.TrimRight(b.src[start:end], "\r\n"))
	if i := start; b.src[i] == '#' {
		for i++; i < stop && isASCIILetter(b.src[i]); i++ {
		}
		b.leaf(SwitchNode, start, i)
		start = i
	}
	b.padded(start, stop)
	b.leaf(SpaceNode, stop, end)
}

// table adds the marks of a table.
func (b *builder) table(u segment) {
	start, end := int(u.start), int(u.end)
	mark, attr := int(u.mark[1]), int(u.body[1])
	switch u.kind {
	case TableStart:
		b.block(TableNode, start)
	case TableEnd:
		b.closeTo(start, TableNode)
		b.marked(u)
		b.closeTop(mark)
		if rest := b.src[mark:end]; strings.Trim(rest, blanks) != "" {
			b.open(ParagraphNode, mark)
			b.content(segment{kind: Paragraph, start: int32(mark), end: u.end})
		} else {
			b.leaf(SpaceNode, mark, end)
		}
		return
	case rowMark:
		b.closeTo(start, TableNode)
		b.block(RowNode, start)
	case captionMark:
		b.closeTo(start, TableNode)
		b.block(CaptionNode, start)
	default:
		if b.closeTo(start, RowNode, TableNode); b.top() == TableNode {
			b.block(RowNode, start)
		}
		if u.kind == headerMark {
			b.block(HeaderNode, start)
		} else {
			b.block(CellNode, start)
		}
	}
	b.marked(u)
	b.mixed(AttrNode, mark, attr)
	if attr < end && b.src[attr] == '|' {
		b.leaf(MarkNode, attr, attr+1)
		attr++
	}
	b.gap(attr, end)
}

// block begins a node that holds blocks.
func (b *builder) block(kind NodeKind, from int) {
	b.open(kind, from)
	b.pushFrame()
}
