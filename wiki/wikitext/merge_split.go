package wikitext

import "strings"

// rejoin puts together again what refine told apart although lines went from one
// block to another: a paragraph that a side parted, or two that it joined. Else
// such a line would count as put in beside the block that both sides changed, and
// come out even if the other side wrote it anew.
func rejoin(hs []hunk, base, side []unit) []hunk {
	var out []hunk
	pairs := 0 // in the last one of out
	for _, h := range hs {
		if h.paired {
			pairs++
		}
		k := len(out) - 1
		if k >= 0 && out[k].a1 == h.a0 && out[k].b1 == h.b0 && pairs == 1 && linesMoved(out[k], h, base, side) {
			out[k] = hunk{a0: out[k].a0, a1: h.a1, b0: out[k].b0, b1: h.b1}
			continue
		}
		pairs = 0
		if h.paired {
			pairs = 1
		}
		out = append(out, h)
	}
	return out
}

// linesMoved reports whether lines of one place are at the other on the side, and
// no more at their own.
func linesMoved(g, h hunk, base, side []unit) bool {
	return goesOver(base[g.a0:g.a1], side[g.b0:g.b1], side[h.b0:h.b1]) ||
		goesOver(base[h.a0:h.a1], side[h.b0:h.b1], side[g.b0:g.b1])
}

// goesOver reports whether a line was in before, is in there and not in after.
func goesOver(before, after, there []unit) bool {
	if len(before) == 0 || len(there) == 0 {
		return false
	}
	left := map[string]bool{}
	each := func(list []unit, do func(line string)) {
		for _, u := range list {
			for line := range strings.Lines(u.text) {
				if line = strings.TrimSpace(line); line != "" {
					do(line)
				}
			}
		}
	}
	each(before, func(line string) { left[line] = true })
	each(after, func(line string) { delete(left, line) })
	found := false
	each(there, func(line string) { found = found || left[line] })
	return found
}
