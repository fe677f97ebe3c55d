package wikitext

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzScan: every byte is in exactly one block, one part, one inline node and
// one leaf of the tree; positions and lines are right; the work is linear.
func FuzzScan(f *testing.F) {
	addCases(f, "read.txt", "write.txt", "indent.txt")
	addPages(f)
	for _, s := range traps {
		f.Add(s.open + s.open + s.close)
	}
	f.Fuzz(func(t *testing.T, src string) {
		d := Scan(src)
		for name, blocks := range map[string][]Block{"blocks": d.Blocks(), "parts": d.Parts()} {
			if err := checkBlocks(src, blocks); err != nil {
				t.Errorf("%s of %q: %v", name, src, err)
			}
		}
		if err := checkNodes(src); err != nil {
			t.Errorf("nodes of %q: %v", src, err)
		}
		if err := checkTree(Parse(src)); err != nil {
			t.Errorf("tree of %q: %v", src, err)
		}
		if n := work(src); n > workPerByte*(len(src)+50) {
			t.Errorf("%d steps for %d bytes: %.200q", n, len(src), src)
		}
	})
}

func addPages(f *testing.F) {
	f.Helper()
	names, err := filepath.Glob("testdata/pages/*.wiki")
	if err != nil || len(names) == 0 {
		f.Fatalf("no pages: %v", err)
	}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(src))
	}
}

// checkBlocks holds blocks to their source.
func checkBlocks(src string, blocks []Block) error {
	at, line := 0, 1
	for _, b := range blocks {
		switch {
		case b.Start != at || b.End <= at || b.End > len(src):
			return fmt.Errorf("%+v does not follow on %d", b, at)
		case b.Line != line:
			return fmt.Errorf("%+v is on line %d", b, line)
		}
		line += countLines(src[at:b.End])
		at = b.End
	}
	if at != len(src) {
		return fmt.Errorf("they end at %d of %d", at, len(src))
	}
	return nil
}

// checkNodes holds inline nodes to their source.
func checkNodes(src string) error {
	var b strings.Builder
	for _, n := range Inlines(src) {
		if n.Source == "" {
			return fmt.Errorf("an empty one: %+v", n)
		}
		b.WriteString(n.Source)
	}
	if b.String() != src {
		return fmt.Errorf("they join to %q", b.String())
	}
	return nil
}

// checkTree holds a tree to its source: children fill their parent without a
// gap, and know it.
func checkTree(tree *Tree) error {
	src := tree.Source()
	if r := tree.Root(); r.Start() != 0 || r.End() != len(src) {
		return fmt.Errorf("the root is %d to %d", r.Start(), r.End())
	}
	deepest, n := 0, 0
	for depth, e := range tree.All() {
		deepest = max(deepest, depth)
		n++
		at := e.Start()
		for c := range e.Children() {
			if p, ok := c.Parent(); !ok || p != e {
				return fmt.Errorf("%s %q does not know its parent %s", c.Kind(), c.Source(), e.Kind())
			}
			if c.Start() != at {
				return fmt.Errorf("%s %q begins at %d, not %d", c.Kind(), c.Source(), c.Start(), at)
			}
			at = c.End()
		}
		switch {
		case !e.Leaf() && at != e.End():
			return fmt.Errorf("the children of %s %q end at %d of %d", e.Kind(), e.Source(), at, e.End())
		case e.Start() == e.End() && depth > 0:
			return fmt.Errorf("an empty %s at %d", e.Kind(), e.Start())
		case e.Kind() == TextNode && !e.Leaf():
			return fmt.Errorf("text with children at %d", e.Start())
		}
		_ = e.Name()
	}
	if n != tree.Len() {
		return fmt.Errorf("%d of %d nodes", n, tree.Len())
	}
	if deepest > maxTree+10 {
		return fmt.Errorf("%d deep", deepest)
	}
	var b strings.Builder
	for e := range tree.Leaves() {
		if at := e.Start(); len(src) < 2000 && e.Line() != lineAt(src, at) {
			return fmt.Errorf("%s %q is on line %d, not %d", e.Kind(), e.Source(), e.Line(), lineAt(src, at))
		}
		b.WriteString(e.Source())
	}
	if b.String() != src {
		return fmt.Errorf("the leaves join to %q", b.String())
	}
	return nil
}

// lineAt returns the number of the line at i.
func lineAt(src string, i int) int {
	n := countLines(src[:i])
	if i > 0 && src[i-1] == '\r' && i < len(src) && src[i] == '\n' {
		n--
	}
	return n + 1
}

// work counts what scanning a text takes.
func work(src string) int {
	d := Scan(src)
	d.Blocks()
	b := newBuilder(d)
	b.run()
	m := masker{src: src}
	m.run(0, len(src))
	p := inliner{src: src, spans: m.spans}
	p.tokens(0)
	return d.steps + b.steps + m.steps + p.steps
}

// workPerByte is what a byte may take.
const workPerByte = 60
