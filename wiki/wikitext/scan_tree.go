package wikitext

import (
	"iter"
	"strings"
)

// The kinds of nodes that only a [Tree] has.
const (
	PageNode      NodeKind = SignNode + 1 + iota // the root
	HeadingNode                                  // a heading's line; Level 1 to 6
	ListNode                                     // items that follow on each other
	ItemNode                                     // one item; Name is its marks ("*#")
	ParagraphNode                                // lines of text
	PreNode                                      // lines with a leading blank, or <pre>
	RuleNode                                     // ----, and the text behind it
	TableNode                                    // {| … |}
	CaptionNode                                  // |+ …
	RowNode                                      // |- …, or the cells before the first |-
	HeaderNode                                   // ! …
	CellNode                                     // | …
	ElementNode                                  // an HTML element from tag to tag; without its end, its tag alone
	ArgumentNode                                 // {{{ … }}}, as a TemplateNode
	ParamNode                                    // a parameter of a template with its bar; Name is "" or its name
	NameNode                                     // a template's name, or what stands before a parameter's =
	ValueNode                                    // a parameter's value
	TargetNode                                   // where a link leads
	LabelNode                                    // a link's label
	AttrNode                                     // attributes of a table, row or cell
	MarkNode                                     // what makes the structure: * == {| |- | {{ [[ ]]
	SpaceNode                                    // white space that no reader sees: blank lines, the ends of lines
)

// A Tree is a page as nodes. A node without children is a leaf; the leaves
// join to the page, the children of a node to the node. Templates, tables and
// elements are opened up to a depth of some hundred, what is deeper in is one
// leaf, so that a tree can be walked with recursion.
type Tree struct {
	src   string
	nodes []treeNode // parents before their children, in the order of the source
}

// A treeNode is a node as it is stored.
type treeNode struct {
	start, end int32
	next       int32    // index behind its subtree
	parent     int32    // index
	line       int32    // from 1
	name       [2]int32 // where its name is
	kind       NodeKind
	level      uint8
}

// An Elem is one node of a [Tree]: a small value, to be passed around.
type Elem struct {
	tree *Tree
	i    int32
}

// Parse reads a page into a tree. It accepts any bytes up to 2 GiB and takes
// linear time.
func Parse(src string) *Tree { return Scan(src).Tree() }

// Source returns the page.
func (t *Tree) Source() string { return t.src }

// Len returns the number of nodes.
func (t *Tree) Len() int { return len(t.nodes) }

// Root returns the page's node.
func (t *Tree) Root() Elem { return Elem{t, 0} }

// All returns the nodes, parents before their children and in the order of the
// source, each with its depth; the root has depth 0.
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

// Leaves returns the nodes without children in the order of the source.
func (t *Tree) Leaves() iter.Seq[Elem] {
	return func(yield func(Elem) bool) {
		for i := range t.nodes {
			if e := (Elem{t, int32(i)}); e.Leaf() && !yield(e) {
				return
			}
		}
	}
}

func (e Elem) node() *treeNode { return &e.tree.nodes[e.i] }

// Kind returns what e is.
func (e Elem) Kind() NodeKind { return e.node().kind }

// Start returns where e begins in the source, in bytes.
func (e Elem) Start() int { return int(e.node().start) }

// End returns where e ends in the source, in bytes.
func (e Elem) End() int { return int(e.node().end) }

// Line returns the number of the line on which e begins, from 1.
func (e Elem) Line() int { return int(e.node().line) }

// Level returns a heading's level, 1 to 6; of a QuoteNode what it toggles, 1
// for emphasis, 2 for strong emphasis, 3 for both; and 0 for all others.
func (e Elem) Level() int {
	if e.Kind() == HeadingNode || e.Kind() == QuoteNode {
		return int(e.node().level)
	}
	return 0
}

// Source returns the bytes of e.
func (e Elem) Source() string { return e.tree.src[e.Start():e.End()] }

// Leaf reports whether e has no children.
func (e Elem) Leaf() bool { return e.node().next == e.i+1 }

// Name returns the name of e: of an item its marks, of a tag (with a slash in
// front if it closes), element or extension tag its name in lower case, of a
// template, argument or parameter its name, of a link its target; without
// white space around it. Others have none.
func (e Elem) Name() string {
	n := e.node()
	s := strings.Trim(e.tree.src[n.name[0]:n.name[1]], blanks)
	switch n.kind {
	case ItemNode:
		if n.level == 1 && s != "" {
			return s[:len(s)-1] + ":"
		}
	case TagNode, ElementNode, ExtNode, NowikiNode:
		return strings.ToLower(s)
	}
	return s
}

// Parent returns the node that holds e; the root has none.
func (e Elem) Parent() (Elem, bool) {
	p := e.node().parent
	return Elem{e.tree, max(p, 0)}, p >= 0
}

// Children returns the nodes directly in e.
func (e Elem) Children() iter.Seq[Elem] {
	return func(yield func(Elem) bool) {
		end := e.node().next
		for i := e.i + 1; i < end; i = e.tree.nodes[i].next {
			if !yield(Elem{e.tree, i}) {
				return
			}
		}
	}
}
