package fidelity

import (
	"fmt"
	"strings"
)

// Node is a block as a reader sees it. The package comment says what becomes
// of which HTML.
type Node struct {
	Kind string  // "p", "h2", "ul", "ol", "li", "quote", "pre", "table", "tr", "th", "td", "hr", "dl", …
	Attr string  // what else of it shows: `start=3`, `align=right`
	Runs []Run   // the text of a p, h1 to h6 or pre; nothing else has one
	Kids []*Node // the blocks within
}

// Run is a piece of text in one look.
type Run struct {
	Text  string // with "\n" for a line break
	Marks string // the marks in alphabetical order: "del em strong"
	Link  string // where it leads, "" for nowhere
}

// String draws the tree, a line a block:
//
//	ul
//	  li
//	    p "see " [http://example.org/]"the plan"[] "now"
func (n *Node) String() string {
	var b strings.Builder
	for _, k := range n.Kids {
		k.draw(&b, 0)
	}
	return b.String()
}

func (n *Node) draw(b *strings.Builder, depth int) {
	b.WriteString(strings.Repeat("  ", depth) + n.Kind)
	if n.Attr != "" {
		b.WriteString(" " + n.Attr)
	}
	for _, r := range n.Runs {
		b.WriteByte(' ')
		if r.Marks != "" {
			b.WriteString("<" + r.Marks + ">")
		}
		if r.Link != "" {
			b.WriteString("[" + r.Link + "]")
		}
		fmt.Fprintf(b, "%q", r.Text)
	}
	b.WriteByte('\n')
	for _, k := range n.Kids {
		k.draw(b, depth+1)
	}
}

// add appends a block and returns it.
func (n *Node) add(k *Node) *Node {
	n.Kids = append(n.Kids, k)
	return k
}
