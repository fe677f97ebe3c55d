package wikitext

import (
	"unicode"
	"unicode/utf8"
)

// maxCompare limits the pairs of blocks that are compared by their words at one
// place.
const maxCompare = 1 << 10

// words returns the words of a text: runs of letters and digits.
func words(s string) []string {
	var out []string
	start := -1
	for i, r := range s {
		in := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' ||
			r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
		if in && start < 0 {
			start = i
		} else if !in && start >= 0 {
			out = append(out, s[start:i])
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, s[start:])
	}
	return out
}

// similarity says how much of the words of two blocks is the same, 0 to 1,
// by their letters.
func similarity(a, b []string) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	left := make(map[string]int, len(a))
	total, same := 0, 0
	for _, w := range a {
		left[w]++
		total += len(w)
	}
	for _, w := range b {
		total += len(w)
		if left[w] > 0 {
			left[w]--
			same += 2 * len(w)
		}
	}
	return float64(same) / float64(total)
}

// alike is the similarity from which two blocks are versions of one.
const alike = 0.5

// pairAlike pairs blocks that are versions of each other, in order, so that the
// sum of similarities is the greatest. Where there are too many to compare it
// pairs none.
func pairAlike(a, b []unit) []pair {
	n, m := len(a), len(b)
	if n == 0 || m == 0 || n*m > maxCompare {
		return nil
	}
	wa, wb := wordsOf(a), wordsOf(b)
	score := make([]float64, (n+1)*(m+1)) // of the rest from (i, j)
	sim := make([]float64, n*m)
	at := func(i, j int) int { return i*(m+1) + j }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			s := similarity(wa[i], wb[j])
			if s < alike || (a[i].kind == Heading) != (b[j].kind == Heading) || (a[i].kind == Switch) != (b[j].kind == Switch) {
				s = 0
			}
			sim[i*m+j] = s
			score[at(i, j)] = max(score[at(i+1, j)], score[at(i, j+1)])
			if s > 0 {
				score[at(i, j)] = max(score[at(i, j)], s+score[at(i+1, j+1)])
			}
		}
	}
	var out []pair
	for i, j := 0, 0; i < n && j < m; {
		switch s := sim[i*m+j]; {
		case s > 0 && score[at(i, j)] == s+score[at(i+1, j+1)]:
			out = append(out, pair{i, j})
			i, j = i+1, j+1
		case score[at(i, j)] == score[at(i+1, j)]:
			i++
		default:
			j++
		}
	}
	return out
}

// pairInOrder pairs as many blocks of the same kinds in the same order: all
// written anew, each in its place.
func pairInOrder(a, b []unit) []pair {
	if len(a) != len(b) || len(a) < 2 {
		return nil
	}
	var out []pair
	for i := range a {
		if a[i].kind != b[i].kind || a[i].level != b[i].level || a[i].marks != b[i].marks {
			return nil
		}
		out = append(out, pair{i, i})
	}
	return out
}

func wordsOf(list []unit) [][]string {
	out := make([][]string, len(list))
	for i, u := range list {
		out[i] = words(u.text)
	}
	return out
}

// refine parts hunks at blocks that are versions of each other: what is changed
// in place is told apart from what is put in or taken out beside it.
func refine(hs []hunk, a, b []unit) []hunk {
	var out []hunk
	for _, h := range hs {
		i, j := h.a0, h.b0
		pairs := pairAlike(a[h.a0:h.a1], b[h.b0:h.b1])
		if pairs == nil {
			pairs = pairInOrder(a[h.a0:h.a1], b[h.b0:h.b1])
		}
		for _, p := range pairs {
			x, y := h.a0+p.a, h.b0+p.b
			if x > i || y > j {
				out = append(out, hunk{a0: i, a1: x, b0: j, b1: y})
			}
			out = append(out, hunk{a0: x, a1: x + 1, b0: y, b1: y + 1, paired: true})
			i, j = x+1, y+1
		}
		if h.a1 > i || h.b1 > j {
			out = append(out, hunk{a0: i, a1: h.a1, b0: j, b1: h.b1})
		}
	}
	return out
}
