package capture

import (
	"strings"
	"unicode/utf8"

	"telko/minutes"
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
	far = minutes.Distance(word, want, limit)
	return far, far <= limit
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
