package minutes

// Distance returns how many letters must be changed, added, taken away or
// swapped with a neighbour to make b of a; more than limit if it is more, or
// a word is longer than any that somebody would have mistyped.
func Distance(a, b string, limit int) int {
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
