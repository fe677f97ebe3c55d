package capture

import (
	"strings"
	"unicode/utf8"

	"telko/minutes/lang"
)

// isNear reports whether word may have been meant for want, both folded, and how
// far it is from it: it begins it, or differs by a letter, if it has at least
// so many, or by two in long words. The first letter is the one that is rarely
// wrong.
func isNear(word, want string, least int) (far int, ok bool) {
	if word == want {
		return 0, true
	}
	n := utf8.RuneCountInString(word)
	if n >= 2 && strings.HasPrefix(want, word) {
		return 1, true
	}
	limit := 0
	switch {
	case n >= 7:
		limit = 2
	case n >= least:
		limit = 1
	}
	if limit == 0 || word[0] != want[0] {
		return 0, false
	}
	far = distance(word, want, limit)
	return far, far <= limit
}

// distance returns how many letters must be changed, added, taken away or
// swapped with a neighbour to make b of a; more than limit if it is more.
func distance(a, b string, limit int) int {
	var bx, by [64]rune
	x, y := runes(a, bx[:0]), runes(b, by[:0])
	if d := len(x) - len(y); d > limit || -d > limit || len(x) > 63 || len(y) > 63 {
		return limit + 1
	}
	var rows [3][64]int
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(y) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		best := i
		for j := 1; j <= len(y); j++ {
			change := last[j-1]
			if x[i-1] != y[j-1] {
				change++
			}
			row[j] = min(change, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			best = min(best, row[j])
		}
		if best > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}

func runes(s string, buf []rune) []rune {
	for _, r := range s {
		buf = append(buf, r)
	}
	return buf
}

// nearest returns the candidate that word, as it was typed, may have meant: the
// nearest, of equally near ones the first. Each candidate is given with all the
// folded forms that it goes by.
func nearest[T any](word string, candidates []T, forms func(T) []string) (best T, ok bool) {
	far := 3
	for _, w := range lang.Spellings(word) {
		for _, c := range candidates {
			for _, form := range forms(c) {
				if d, is := isNear(w, form, 4); is && d < far {
					best, far, ok = c, d, true
				}
			}
		}
	}
	return best, ok
}
