package wikitext

import "github.com/epiclabs-io/diff3"

// Aligning two sequences, from the surest to the doubtful:
//
//	common head and tail                        a a . . . . z z
//	elements that are unique in both (anchors)      .A. .B.
//	what is left between two anchors            the longest common subsequence
//
// The last step is diff3's, whose time grows with the product of the lengths;
// so it gets no more than smallGap, and longer gaps are aligned by the number
// of the occurrence: the third "x" of one with the third "x" of the other.

// smallGap limits the product of the lengths of what diff3 aligns. With it the
// time for n elements is at most n·smallGap/n', n' the length of a gap.
const smallGap = 1 << 16

// maxAnchorDepth is how often anchors are looked for between anchors.
const maxAnchorDepth = 16

// A pair says that element a of one sequence is element b of the other.
type pair struct{ a, b int }

// aligner aligns sequences of numbers; equal numbers are equal elements. Its
// tables are by number, so that no hashing is needed.
type aligner struct {
	pairs []pair
	steps int // work done, for tests
	seen  []occurrence
}

type occurrence struct{ inA, inB, atA, atB int }

// align returns the pairs of equal elements, growing on both sides. The numbers
// are from 0 to below limit.
func align(a, b []int, limit int) []pair {
	al := &aligner{}
	al.run(a, b, limit)
	return al.pairs
}

func (al *aligner) run(a, b []int, limit int) {
	al.seen = make([]occurrence, limit)
	al.between(a, b, 0, 0, 0)
}

// between aligns a and b, which begin at offA and offB of the whole.
func (al *aligner) between(a, b []int, offA, offB, depth int) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		al.pairs = append(al.pairs, pair{offA, offB})
		a, b, offA, offB = a[1:], b[1:], offA+1, offB+1
		al.steps++
	}
	tail := 0
	for len(a) > tail && len(b) > tail && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	al.steps += tail
	endA, endB := offA+len(a), offB+len(b)
	a, b = a[:len(a)-tail], b[:len(b)-tail]
	if len(a) > 0 && len(b) > 0 {
		al.gap(a, b, offA, offB, depth)
	}
	for ; tail > 0; tail-- {
		al.pairs = append(al.pairs, pair{endA - tail, endB - tail})
	}
}

// gap aligns what has no common head and tail.
func (al *aligner) gap(a, b []int, offA, offB, depth int) {
	al.steps += len(a) + len(b)
	anchors := al.anchors(a, b)
	switch {
	case len(anchors) > 0 && depth < maxAnchorDepth:
	case len(a)*len(b) <= smallGap:
		al.steps += len(a) * len(b)
		al.common(a, b, offA, offB)
		return
	default:
		for _, p := range al.byNumber(a, b) {
			al.pairs = append(al.pairs, pair{offA + p.a, offB + p.b})
		}
		return
	}
	i, j := 0, 0
	for _, p := range anchors {
		al.between(a[i:p.a], b[j:p.b], offA+i, offB+j, depth+1)
		al.pairs = append(al.pairs, pair{offA + p.a, offB + p.b})
		i, j = p.a+1, p.b+1
	}
	al.between(a[i:], b[j:], offA+i, offB+j, depth+1)
}

// anchors returns the longest growing sequence of elements that are unique in
// both.
func (al *aligner) anchors(a, b []int) []pair {
	for i, v := range a {
		al.seen[v].inA++
		al.seen[v].atA = i
	}
	for j, v := range b {
		al.seen[v].inB++
		al.seen[v].atB = j
	}
	var found []pair
	for i, v := range a {
		if s := al.seen[v]; s.inA == 1 && s.inB == 1 {
			found = append(found, pair{i, s.atB})
		}
	}
	al.forget(a, b)
	return growing(found)
}

// byNumber aligns the n-th occurrence of an element with the n-th.
func (al *aligner) byNumber(a, b []int) []pair {
	first := make(map[pair]int, len(b)) // (element, number) to index
	for j, v := range b {
		first[pair{v, al.seen[v].inB}] = j
		al.seen[v].inB++
	}
	var found []pair
	for i, v := range a {
		if j, ok := first[pair{v, al.seen[v].inA}]; ok {
			found = append(found, pair{i, j})
		}
		al.seen[v].inA++
	}
	al.forget(a, b)
	return growing(found)
}

func (al *aligner) forget(a, b []int) {
	for _, v := range a {
		al.seen[v] = occurrence{}
	}
	for _, v := range b {
		al.seen[v] = occurrence{}
	}
}

// common appends the longest common subsequence.
func (al *aligner) common(a, b []int, offA, offB int) {
	for _, d := range diff3.DiffComm(a, b) {
		for range d.Common {
			al.pairs = append(al.pairs, pair{offA, offB})
			offA, offB = offA+1, offB+1
		}
		offA, offB = offA+len(d.File1), offB+len(d.File2)
	}
}

// growing returns the longest sequence of pairs, which are sorted by a, that
// grows in b too.
func growing(pairs []pair) []pair {
	ends, before := []int{}, make([]int, len(pairs)) // by length: the pair that ends it; the pair before
	for i, p := range pairs {
		lo, hi := 0, len(ends)
		for lo < hi {
			if mid := (lo + hi) / 2; pairs[ends[mid]].b < p.b {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		before[i] = -1
		if lo > 0 {
			before[i] = ends[lo-1]
		}
		if lo == len(ends) {
			ends = append(ends, i)
		} else {
			ends[lo] = i
		}
	}
	out := make([]pair, len(ends))
	if len(ends) > 0 {
		for k, i := len(ends)-1, ends[len(ends)-1]; k >= 0; k, i = k-1, before[i] {
			out[k] = pairs[i]
		}
	}
	return out
}

// A hunk is a place where two sequences differ: a[a0:a1] became b[b0:b1].
type hunk struct {
	a0, a1, b0, b1 int
	paired         bool // one element each, and versions of each other
}

// hunks returns what lies between the pairs of sequences of n and m elements.
func hunks(pairs []pair, n, m int) []hunk {
	var out []hunk
	i, j := 0, 0
	for _, p := range append(pairs[:len(pairs):len(pairs)], pair{n, m}) {
		if p.a > i || p.b > j {
			out = append(out, hunk{a0: i, a1: p.a, b0: j, b1: p.b})
		}
		i, j = p.a+1, p.b+1
	}
	return out
}

// numbering gives equal strings equal numbers.
type numbering map[string]int

func (n numbering) of(s string) int {
	v, ok := n[s]
	if !ok {
		v = len(n)
		n[s] = v
	}
	return v
}
