package wikitext

import (
	"bytes"
	"iter"
	"runtime"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A long Markdown text is taken in parts, so that its tree is never in memory
// as a whole and every processor has something to do. A part ends before a
// heading that begins at the left margin. Whether such a line is a heading, or
// a line of code or of HTML that is still open, is not guessed: each part is
// parsed together with the line it ends before, and if that does not come out
// as a heading of the document, the part goes on. All that a later part can
// then know of an earlier one are the definitions of links; where a text could
// have some they are collected first.

// partSize is how long a part is at least, in bytes.
const partSize = 32 << 10

// An mdPart is a stretch of a text that is parsed alone.
type mdPart struct {
	src   []byte
	start int // of src in the text
	doc   ast.Node
	pc    parser.Context
	refs  []parser.Reference // defined in it, and before it if that is known
	over  []int              // where in src a limit was reached
}

// inParts yields what work makes of each part, in order. Work must not depend
// on what it did before, nor keep nodes; it runs for several parts at once if
// together is set.
func inParts[T any](src []byte, size int, together bool, work func(mdPart) T) iter.Seq[T] {
	return func(yield func(T) bool) {
		p := partParser{src: src, cuts: cuts(src, size)}
		if len(p.cuts) > 2 && bytes.Contains(src, []byte("]:")) {
			all := parser.NewContext() // keeps the first definition of each label
			for refs := range eachPart(&p, together, func(x mdPart) []parser.Reference { return x.refs }) {
				for _, r := range refs {
					all.AddReference(r)
				}
			}
			p.refs = all.References()
		}
		for x := range eachPart(&p, together, work) {
			if !yield(x) {
				return
			}
		}
	}
}

// cuts returns where parts could begin and end: 0, beginnings of lines, and
// the length of src.
func cuts(src []byte, size int) []int {
	out := []int{0}
	for at := 0; len(src)-at > size; {
		i := bytes.Index(src[at+size-1:], []byte("\n#"))
		if i < 0 {
			break
		}
		at += size + i
		out = append(out, at)
	}
	return append(out, len(src))
}

type partParser struct {
	src  []byte
	cuts []int
	refs []parser.Reference
}

// parse parses from the cut i to the cut j. It reports whether the text can be
// cut at j.
func (p *partParser) parse(i, j int) (mdPart, bool) {
	start, end := p.cuts[i], p.cuts[j]
	pc := parser.NewContext()
	for _, r := range p.refs {
		pc.AddReference(r)
	}
	parsed := p.src[start:min(len(p.src), lineEnd(p.src, end)+1)]
	doc := dialect().Parse(text.NewReader(parsed), parser.WithContext(pc))
	if end < len(p.src) {
		last := doc.LastChild()
		if h, ok := last.(*ast.Heading); !ok || h.Pos() != end-start {
			release(pc)
			return mdPart{}, false
		}
		doc.RemoveChild(doc, last)
	}
	return mdPart{src: parsed, start: start, doc: doc, pc: pc, refs: pc.References(), over: excessOf(pc)}, true
}

// eachPart parses parts and yields what work makes of them.
func eachPart[T any](p *partParser, together bool, work func(mdPart) T) iter.Seq[T] {
	type result struct {
		value T
		ok    bool
	}
	do := func(i, j int) (r result) {
		if x, ok := p.parse(i, j); ok {
			r = result{work(x), true}
			release(x.pc)
		}
		return r
	}
	return func(yield func(T) bool) {
		n, next := len(p.cuts)-1, 0
		for i, r := range inOrder(n, together, func(i int) result { return do(i, i+1) }) {
			if i < next {
				continue // was part of one before
			}
			next = i + 1
			for step := 2; !r.ok; step *= 2 { // twice as far each time, so that the time stays linear
				next = min(n, i+step)
				r = do(i, next)
			}
			if !yield(r.value) {
				return
			}
		}
	}
}

// inOrder yields what f returns for 0 to n-1, in this order. If together is
// set, f runs for several at once, but never far ahead of what is taken.
func inOrder[T any](n int, together bool, f func(int) T) iter.Seq2[int, T] {
	procs := min(runtime.GOMAXPROCS(0), n)
	if !together || procs < 2 {
		return func(yield func(int, T) bool) {
			for i := 0; i < n && yield(i, f(i)); i++ {
			}
		}
	}
	return func(yield func(int, T) bool) {
		results := make([]chan T, min(n, 2*procs))
		for i := range results {
			results[i] = make(chan T, 1) // who is not waited for any more must not wait either
		}
		begin := func(i int) {
			if i < n {
				go func() { results[i%len(results)] <- f(i) }()
			}
		}
		for i := range results {
			begin(i)
		}
		for i := range n {
			x := <-results[i%len(results)]
			begin(i + len(results))
			if !yield(i, x) {
				return
			}
		}
	}
}
