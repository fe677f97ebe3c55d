package wikitext

import "iter"

// The kinds of the nodes that only a [Tree] has. An inner node has children
// and no bytes of its own; the others are leaves.
const (
	PageNode      NodeKind = SignNode + 1 + iota // the root
	HeadingNode                                  // a heading's line; Level 1 to 6
	ListNode                                     // the items of one list
	ItemNode                                     // one item, its MarkNode first; Name is its marks ("*#")
	ParagraphNode                                // lines of text
	PreNode                                      // lines with a leading blank
	RuleNode                                     // ----, and the text behind it
	TableNode                                    // {| … |}
	CaptionNode                                  // |+ …
	RowNode                                      // |- …, or the cells before the first |-
	HeaderNode                                   // ! …
	CellNode                                     // | …
	ElementNode                                  // an HTML element; Name in lower case; its tags are TagNodes
	ParamNode                                    // one parameter of a template, its bar first; Name is "" or its name
	NameNode                                     // what stands before a parameter's =, or a template's or argument's name
	ValueNode                                    // a parameter's value
	TargetNode                                   // of a link, what stands before its label
	LabelNode                                    // a link's label
	AttrNode                                     // attributes of a table, row or cell: a leaf
	MarkNode                                     // what makes the structure: * == {| |- | {{ [[ ]]: a leaf
	SpaceNode                                    // blank lines, ends of lines and blanks that no reader sees: a leaf
)

// A Tree is a page as nodes. Its leaves join to the page, the children of an
// inner node to their parent; the tree has no depth at which it cannot be
// walked without recursion, and below maxTree levels text stays text.
type Tree struct {
	src   string
	nodes []treeNode // in pre-order
}

// A treeNode is a node as it is stored. Its children begin behind it and each
// ends where its next begins.
type treeNode struct {
	start, end int32
	next       int32 // index behind its subtree
	parent     int32 // index
	line       int32
	kind       NodeKind
	level      uint8
}

// An Elem is one node of a [Tree]: a small value, to be passed around.
type Elem struct {
	tree *Tree
	i    int32
}

// Parse reads a page into a tree. It accepts any bytes and takes linear time.
// Pages are limited to 2 GiB.
func Parse(src string) *Tree { return Scan(src).Tree() }

// Tree returns the page as a tree.
func (d *Document) Tree() *Tree {
	return &Tree{src: d.src, nodes: []treeNode{{end: int32(len(d.src)), next: 1, parent: -1, line: 1, kind: PageNode}}}
}

// Source returns the page.
func (t *Tree) Source() string { return t.src }

// Root returns the page's node.
func (t *Tree) Root() Elem { return Elem{t, 0} }

// All returns the nodes in the order of the source, parents first, each with
// its depth; the root has depth 0.
func (t *Tree) All() iter.Seq2[int, Elem] {
	return func(yield func(int, Elem) bool) {
		var ends []int32 // of the open nodes
		for i := range t.nodes {
			for len(ends) > 0 && ends[len(ends)-1] <= int32(i) {
				ends = ends[:len(ends)-1]
			}
			if !yield(len(ends), Elem{t, int32(i)}) {
				return
			}
			ends = append(ends, t.nodes[i].next)
		}
	}
}

// Kind returns what e is.
func (e Elem) Kind() NodeKind { return e.tree.nodes[e.i].kind }

// Start and End are where e stands in the source, in bytes.
func (e Elem) Start() int { return int(e.tree.nodes[e.i].start) }

// End is where e ends, in bytes.
func (e Elem) End() int { return int(e.tree.nodes[e.i].end) }

// Line returns the number of the line on which e begins, from 1.
func (e Elem) Line() int { return int(e.tree.nodes[e.i].line) }

// Level returns a heading's level, 1 to 6, and 0 for all others.
func (e Elem) Level() int { return int(e.tree.nodes[e.i].level) }

// Source returns the bytes of e.
func (e Elem) Source() string { return e.tree.src[e.Start():e.End()] }

// Leaf reports whether e has no children.
func (e Elem) Leaf() bool { return e.tree.nodes[e.i].next == e.i+1 }

// Name returns the name of e: of an item its marks, of a tag, element or
// extension tag its name in lower case, of a template, argument or parameter
// its name without blanks around it, of a link its target.
func (e Elem) Name() string { return "" }

// Parent returns the node that holds e; the root has none.
func (e Elem) Parent() (Elem, bool) {
	p := e.tree.nodes[e.i].parent
	return Elem{e.tree, p}, p >= 0
}

// Children returns the nodes directly in e.
func (e Elem) Children() iter.Seq[Elem] {
	return func(yield func(Elem) bool) {
		end := e.tree.nodes[e.i].next
		for i := e.i + 1; i < end; i = e.tree.nodes[i].next {
			if !yield(Elem{e.tree, i}) {
				return
			}
		}
	}
}
