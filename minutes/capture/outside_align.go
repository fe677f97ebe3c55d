package capture

import (
	"slices"
	"sort"
	"strings"
)

// align finds which of the old texts are among the new ones, in both orders:
// for each new text the index of the old one, -1 for none. Texts that stand
// once on either side hold the rest in place.
func align(old, now []string) []int {
	pairs := make([]int, len(now))
	for j := range pairs {
		pairs[j] = -1
	}
	alignPart(old, now, 0, len(old), 0, len(now), pairs)
	return pairs
}

func alignPart(old, now []string, i0, i1, j0, j1 int, pairs []int) {
	for i0 < i1 && j0 < j1 && old[i0] == now[j0] {
		pairs[j0] = i0
		i0, j0 = i0+1, j0+1
	}
	for i0 < i1 && j0 < j1 && old[i1-1] == now[j1-1] {
		i1, j1 = i1-1, j1-1
		pairs[j1] = i1
	}
	if i0 == i1 || j0 == j1 {
		return
	}
	held := anchors(old, now, i0, i1, j0, j1)
	for _, a := range held {
		alignPart(old, now, i0, a[0], j0, a[1], pairs)
		pairs[a[1]] = a[0]
		i0, j0 = a[0]+1, a[1]+1
	}
	if len(held) > 0 {
		alignPart(old, now, i0, i1, j0, j1, pairs)
	}
}

// anchors returns the longest run of texts, as pairs of indices that grow on
// both sides, that are there once in each part.
func anchors(old, now []string, i0, i1, j0, j1 int) [][2]int {
	type places struct{ i, j, n, m int }
	at := make(map[string]*places, i1-i0)
	for i := i0; i < i1; i++ {
		p := at[old[i]]
		if p == nil {
			p = &places{}
			at[old[i]] = p
		}
		p.i, p.n = i, p.n+1
	}
	var both []*places
	for j := j0; j < j1; j++ {
		if p := at[now[j]]; p != nil {
			if p.m == 0 {
				both = append(both, p)
			}
			p.j, p.m = j, p.m+1
		}
	}
	both = slices.DeleteFunc(both, func(p *places) bool { return p.n != 1 || p.m != 1 })
	// The longest growing run of i, both being in the order of j.
	tails := []int{} // of the runs of each length, the index in both with the least i
	from := make([]int, len(both))
	for k, p := range both {
		n := sort.Search(len(tails), func(x int) bool { return both[tails[x]].i >= p.i })
		from[k] = -1
		if n > 0 {
			from[k] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, k)
		} else {
			tails[n] = k
		}
	}
	out := make([][2]int, len(tails))
	if len(tails) == 0 {
		return out
	}
	for n, k := len(tails)-1, tails[len(tails)-1]; n >= 0; n, k = n-1, from[k] {
		out[n] = [2]int{both[k].i, both[k].j}
	}
	return out
}

// alike says how much of two texts is the same, from 0 to 1: of their words,
// without marks.
func alike(a, b string) float64 {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	count := map[string]int{}
	for _, w := range x {
		count[w]++
	}
	same := 0
	for _, w := range y {
		if count[w] > 0 {
			count[w]--
			same++
		}
	}
	return 2 * float64(same) / float64(len(x)+len(y))
}

// mates pairs what is left over between two anchors, in order, so that most is
// alike: for each new text the index of the old one that it was, -1 for none.
// Fit says how well two of them go together, 0 for not at all.
func mates(olds, news int, fit func(i, j int) float64) []int {
	out := make([]int, news)
	for j := range out {
		out[j] = -1
	}
	if olds == 0 || news == 0 || olds*news > 1<<16 {
		return out
	}
	best := make([][]float64, olds+1)
	for i := range best {
		best[i] = make([]float64, news+1)
	}
	score := make([]float64, olds*news)
	for i := olds - 1; i >= 0; i-- {
		for j := news - 1; j >= 0; j-- {
			f := fit(i, j)
			score[i*news+j] = f
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if f > 0 {
				best[i][j] = max(best[i][j], f+best[i+1][j+1])
			}
		}
	}
	for i, j := 0, 0; i < olds && j < news; {
		switch f := score[i*news+j]; {
		case f > 0 && best[i][j] == f+best[i+1][j+1]:
			out[j] = i
			i, j = i+1, j+1
		case best[i][j] == best[i+1][j]:
			i++
		default:
			j++
		}
	}
	return out
}
