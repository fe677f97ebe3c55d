package wikitext

import "strings"

// result writes the items out: their texts, and between them the separators that
// their sides have there.
func (m *merger) result() Merged {
	var r Merged
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			r.Pieces = append(r.Pieces, Piece{Text: text.String(), Conflict: -1})
			text.Reset()
		}
	}
	n := [3]int{len(m.u[0].list), len(m.u[1].list), len(m.u[2].list)}
	last := edge([3]int{-1, -1, -1}) // what was written last, and is not separated yet
	for _, it := range m.items {
		if m.empty(it) {
			continue
		}
		if !last.conflict {
			text.WriteString(m.between(last, it))
		}
		if it.conflict {
			flush()
			r.Pieces = append(r.Pieces, Piece{Conflict: len(r.Conflicts)})
			r.Conflicts = append(r.Conflicts, m.conflict(it))
		} else {
			text.WriteString(m.textOf(it))
		}
		last = it
	}
	if !last.conflict {
		text.WriteString(m.between(last, edge(n)))
	}
	flush()
	if len(r.Conflicts) == 0 {
		for _, p := range r.Pieces {
			r.Text = p.Text
		}
	}
	return r
}

// edge is the item before the first, or behind the last.
func edge(at [3]int) item {
	it := item{take: oursSide}
	for s := range at {
		it.at[s] = [2]int{at[s], at[s] + 1}
	}
	return it
}

// has reports whether side s has units at an item.
func (it item) has(s int) bool { return it.at[s][0] < it.at[s][1] }

// empty reports whether an item has nothing to write.
func (m *merger) empty(it item) bool { return !it.conflict && !it.isText && !it.has(it.take) }

func (m *merger) textOf(it item) string {
	if it.isText {
		return it.text
	}
	return m.u[it.take].text(it.at[it.take][0], it.at[it.take][1])
}

// conflict returns the texts of the sides, each with the separator behind it.
func (m *merger) conflict(it item) Conflict {
	c := Conflict{Reason: it.reason}
	for s, text := range []*string{&c.Base, &c.Ours, &c.Theirs} {
		u, at := m.u[s], it.at[s]
		if at[0] == at[1] {
			continue
		}
		*text = u.text(at[0], at[1]) + u.seps[at[1]]
		if at[1] < len(u.list) && u.seps[at[1]] == "" {
			*text += "\n"
		}
	}
	if c.Ours != "" && c.Theirs != "" {
		x, y := m.u[oursSide].list[it.at[oursSide][1]-1], m.u[theirsSide].list[it.at[theirsSide][0]]
		sep := "\n\n"
		if x.kind == y.kind && (x.kind == ListItem || x.kind == Table || x.kind == TableRow) {
			sep = "\n"
		}
		c.both = strings.TrimRight(c.Ours, "\n") + sep + c.Theirs
	}
	c.BaseLine, c.OursLine, c.TheirsLine = m.u[0].line(it.at[0][0]), m.u[1].line(it.at[1][0]), m.u[2].line(it.at[2][0])
	return c
}

// between returns what separates two items that follow on each other in the
// result: what a side has there, merged if several have; for two that no side
// has side by side what parts them best.
func (m *merger) between(l, r item) string {
	var native [3]bool
	var sep [3]string
	for s := range sep {
		if native[s] = l.has(s) && r.has(s) && l.at[s][1] == r.at[s][0]; native[s] {
			sep[s] = m.u[s].seps[r.at[s][0]]
		}
	}
	b, o, t := sep[baseSide], sep[oursSide], sep[theirsSide]
	side := oursSide
	switch {
	case native[oursSide] && native[theirsSide]:
		if native[baseSide] && o == b || o != t && !(native[baseSide] && t == b) && longer(t, o) {
			side = theirsSide
		}
	case native[theirsSide]:
		side = theirsSide
	case !native[oursSide]:
		return m.apart(m.apartFrom(l, r), l, r)
	}
	for s := range sep {
		if native[s] && sep[s] == sep[side] && m.standsOn(s, l, true) && m.standsOn(s, r, false) {
			return sep[side] // a side has such blocks side by side, as it wants them
		}
	}
	return m.apart(sep[side], l, r)
}

// apartFrom returns what parts two items that no side has side by side: what
// parts one of them from a block of the other's kind, or else the longer.
func (m *merger) apartFrom(l, r item) string {
	ls, rs := source(l), source(r)
	i, j := l.at[ls][1], r.at[rs][0]
	after, before := m.u[ls].seps[i], m.u[rs].seps[j]
	if i > 0 && j < len(m.u[rs].list) {
		left, right := m.u[ls].list[i-1].kind, m.u[rs].list[j].kind
		switch {
		case j > 0 && m.u[rs].list[j-1].kind == left:
			return before
		case i < len(m.u[ls].list) && m.u[ls].list[i].kind == right:
			return after
		}
	}
	if longer(before, after) {
		return before
	}
	return after
}

// source is a side whose separators stand around an item.
func source(it item) int {
	if it.has(it.take) {
		return it.take
	}
	for s := range it.at {
		if it.has(s) {
			return s
		}
	}
	return baseSide
}

func longer(a, b string) bool {
	x, y := strings.Count(a, "\n"), strings.Count(b, "\n")
	return x > y || x == y && len(a) > len(b)
}

// apart returns the separator, or a longer one if the blocks beside it would
// become one.
func (m *merger) apart(sep string, l, r item) string {
	ls, rs := source(l), source(r)
	a, b := l.at[ls][1]-1, r.at[rs][0]
	if a < 0 || a >= len(m.u[ls].list) || b >= len(m.u[rs].list) {
		return sep
	}
	lines := strings.Count(sep, "\n")
	switch need := needBlank(m.u[ls].list[a], m.u[rs].list[b], m.f); {
	case need && lines < 2:
		return "\n\n"
	case lines == 0:
		return "\n"
	}
	return sep
}

// standsOn reports whether what an item gives to the result is of side s, or has
// its last (or first) block in common with it.
func (m *merger) standsOn(s int, it item, last bool) bool {
	from := source(it)
	return from == s || m.sameUnit(it, from, s, last)
}

// sameUnit reports whether the last (or first) block of an item is the same on
// two sides.
func (m *merger) sameUnit(it item, x, y int, last bool) bool {
	if !it.has(x) || !it.has(y) {
		return false
	}
	i, j := it.at[x][0], it.at[y][0]
	if last {
		i, j = it.at[x][1]-1, it.at[y][1]-1
	}
	if i < 0 || i >= len(m.u[x].list) || j < 0 || j >= len(m.u[y].list) {
		return true // an edge
	}
	return m.u[x].list[i].kind == m.u[y].list[j].kind
}
