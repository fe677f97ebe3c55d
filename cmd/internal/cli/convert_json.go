package cli

import (
	"encoding/json"
	"iter"
	"strings"

	"telko/wiki/wikitext"
)

// treeNode is a node as --to json writes it, a contract with programs. What
// has children has no source of its own, so that the result is linear in size
// however deep the nesting is.
type treeNode struct {
	Format string `json:"format,omitempty"` // of the outermost node alone
	Kind   string `json:"kind"`
	Level  int    `json:"level,omitempty"`
	Name   string `json:"name,omitempty"`
	Line   int    `json:"line"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Source string `json:"source,omitempty"`
}

// treeNodes yields nodes in the order of the text, parents first, each with its
// depth.
type treeNodes = iter.Seq2[int, treeNode]

// convertTree writes the tree of a text, node by node.
func (a *app) convertTree(from string, src []byte) error {
	nodes := markdownTree(src)
	if from == asWikitext {
		nodes = wikitextTree(string(src))
	}
	return a.writeTree(from, nodes)
}

// writeTree needs neither recursion nor the whole tree: a depth that no stack
// holds and a text of many megabytes are nothing special.
func (a *app) writeTree(format string, nodes treeNodes) error {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	open, last := 0, -1 // how many objects have their children open; the depth of the last
	for depth, n := range nodes {
		switch {
		case depth > last && last >= 0:
			b.WriteString(`,"children":[`)
			if last == 0 {
				b.WriteByte('\n')
			}
			open++
		case last >= 0:
			b.WriteByte('}')
			for ; open > depth; open-- {
				b.WriteString("]}")
			}
			b.WriteByte(',')
			if depth == 1 {
				b.WriteByte('\n')
			}
		}
		last = depth
		if depth == 0 {
			n.Format = format
		}
		before := b.Len()
		if err := enc.Encode(n); err != nil {
			return err
		}
		line := strings.TrimSuffix(b.String()[before:], "}\n")
		// Encode ends each value; the children are to come before its end.
		head := b.String()[:before]
		b.Reset()
		a.out.Print(head + line)
	}
	b.WriteByte('}')
	for ; open > 1; open-- {
		b.WriteString("]}")
	}
	if open == 1 {
		b.WriteString("\n]}")
	}
	a.out.Print(b.String() + "\n")
	return nil
}

func wikitextTree(src string) treeNodes {
	return func(yield func(int, treeNode) bool) {
		for depth, e := range wikitext.Parse(src).All() {
			n := treeNode{Kind: e.Kind().String(), Level: e.Level(), Name: e.Name(), Line: e.Line(), Start: e.Start(), End: e.End()}
			if e.Leaf() && depth > 0 {
				n.Source = e.Source()
			}
			if !yield(depth, n) {
				return
			}
		}
	}
}

func markdownTree(src []byte) treeNodes {
	return func(yield func(int, treeNode) bool) {
		for depth, e := range wikitext.ParseMarkdown(src) {
			if !yield(depth, treeNode{Kind: e.Kind, Level: e.Level, Name: e.Name, Line: e.Line, Start: e.Start, End: e.End, Source: e.Source}) {
				return
			}
		}
	}
}
