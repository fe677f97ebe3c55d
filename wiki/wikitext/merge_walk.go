package wikitext

// An item of a merge is a place in all three texts: units [at[s][0], at[s][1])
// of side s. The items tile every side in order.
type item struct {
	at       [3][2]int
	take     int // the side whose units stand in the result, or the text
	text     string
	isText   bool // lines of both sides, merged
	conflict bool
	reason   Reason
}

// The sides.
const (
	baseSide = iota
	oursSide
	theirsSide
)

// merger merges three texts, cut into units.
type merger struct {
	f     Format
	u     [3]units
	items []item
	next  [3]int // where the next item begins
	steps int
}

func newMerger(base, ours, theirs string, f Format) *merger {
	m := &merger{f: f}
	for s, text := range [3]string{base, ours, theirs} {
		m.u[s] = cutBlocks(text, f).wholeLines()
	}
	return m
}

// change is a hunk of one side.
type change struct {
	hunk
	side int
}

func (c change) inserts() bool { return c.a0 == c.a1 }

// run finds the items.
func (m *merger) run() {
	num := numbering{}
	var seq [3][]int
	for s := range m.u {
		seq[s] = make([]int, len(m.u[s].list))
		for i, u := range m.u[s].list {
			seq[s][i] = num.of(withoutCR(u.text))
		}
	}
	var sides [2][]hunk
	for k := range sides {
		al := &aligner{}
		al.run(seq[baseSide], seq[k+1], len(num))
		m.steps += al.steps
		base, side := m.u[baseSide].list, m.u[k+1].list
		sides[k] = rejoin(refine(hunks(al.pairs, len(base), len(side)), base, side), base, side)
	}
	m.walk(sides[0], sides[1])
	m.moved(seq, len(num))
}

// walk goes over the changes of both sides in the order of the base, and takes
// together those that must be looked at together.
func (m *merger) walk(ours, theirs []hunk) {
	for len(ours) > 0 || len(theirs) > 0 {
		var group [3][]hunk
		lo, hi := -1, -1
		for {
			side, h := pick(ours, theirs)
			if side == 0 {
				break
			}
			c := change{h, side}
			if lo >= 0 && !m.together(lo, hi, group, c) {
				break
			}
			if lo < 0 {
				lo = h.a0
			}
			hi = max(hi, h.a1)
			group[side] = append(group[side], h)
			if side == oursSide {
				ours = ours[1:]
			} else {
				theirs = theirs[1:]
			}
		}
		m.unchanged(lo)
		m.group(lo, hi, group)
	}
	m.unchanged(len(m.u[baseSide].list))
}

// pick returns the side of the change that comes first, and 0 when there is
// none.
func pick(ours, theirs []hunk) (int, hunk) {
	switch {
	case len(ours) == 0 && len(theirs) == 0:
		return 0, hunk{}
	case len(theirs) == 0:
		return oursSide, ours[0]
	case len(ours) == 0:
		return theirsSide, theirs[0]
	}
	o, t := ours[0], theirs[0]
	if t.a0 < o.a0 || t.a0 == o.a0 && t.a1 < o.a1 {
		return theirsSide, t
	}
	return oursSide, o
}

// together reports whether a change belongs to the group that spans [lo, hi) of
// the base.
func (m *merger) together(lo, hi int, group [3][]hunk, c change) bool {
	other := group[oursSide+theirsSide-c.side]
	if len(other) == 0 {
		return c.a0 < hi // never: changes of one side do not overlap
	}
	last := change{other[len(other)-1], oursSide + theirsSide - c.side}
	switch {
	case c.a0 < hi:
		return true
	case c.inserts() && last.inserts():
		return last.a0 == c.a0
	case c.inserts() && last.a1 == c.a0:
		// Put in right behind what the other side took out or wrote anew.
		return last.b1-last.b0 != last.a1-last.a0 && m.leans(m.blocks(c), m.u[baseSide].list[last.a0:last.a1])
	}
	return false
}

// blocks returns what a change puts in.
func (m *merger) blocks(c change) []unit { return m.u[c.side].list[c.b0:c.b1] }

// leans reports whether the first of the blocks means something else when those
// before it are not there: what stands below a heading, an item below an item, a
// definition below its term.
func (m *merger) leans(blocks, before []unit) bool {
	if len(blocks) == 0 {
		return false
	}
	b := blocks[0]
	for _, x := range before {
		switch {
		case x.kind == Heading:
			if b.kind != Heading || b.level > x.level {
				return true
			}
		case x.kind == ListItem && b.kind == ListItem:
			if b.level > x.level || isDefinition(b) && isTerm(x) {
				return true
			}
		case x.kind == ListItem && b.kind != Heading && b.level > 0: // Markdown: a paragraph of an item
			return true
		}
	}
	return false
}

func isDefinition(u unit) bool { return u.marks != "" && u.marks[len(u.marks)-1] == ':' }
func isTerm(u unit) bool       { return u.marks != "" && u.marks[len(u.marks)-1] == ';' }

// unchanged adds the blocks that no side changed up to lo of the base, one item
// each.
func (m *merger) unchanged(lo int) {
	for m.next[baseSide] < lo {
		it := item{take: oursSide}
		for s := range m.next {
			it.at[s] = [2]int{m.next[s], m.next[s] + 1}
			m.next[s]++
		}
		// Line ends within a block may differ.
		if m.u[oursSide].list[it.at[oursSide][0]].text == m.u[baseSide].list[it.at[baseSide][0]].text {
			it.take = theirsSide
		}
		m.items = append(m.items, it)
	}
}

// span returns the item that goes to hi of the base, with the changes of both
// sides in it.
func (m *merger) span(hi int, group [3][]hunk) item {
	it := item{}
	width := hi - m.next[baseSide]
	for s := range m.next {
		w := width
		for _, h := range group[s] {
			w += h.b1 - h.b0 - (h.a1 - h.a0)
		}
		it.at[s] = [2]int{m.next[s], m.next[s] + w}
		m.next[s] += w
	}
	return it
}

// group adds the items of changes that belong together.
func (m *merger) group(lo, hi int, group [3][]hunk) {
	ours, theirs := group[oursSide], group[theirsSide]
	switch {
	case len(theirs) == 0 || len(ours) == 0:
		it := m.span(hi, group)
		it.take = oursSide
		if len(ours) == 0 {
			it.take = theirsSide
		}
		m.items = append(m.items, it)
	case lo == hi:
		m.insertions(ours[0], theirs[0])
	default:
		m.overlap(m.span(hi, group), group)
	}
}

// insertions adds what both sides put in at one place. What they have in common
// at its ends is there once.
func (m *merger) insertions(o, t hunk) {
	same := func(i, j int) bool {
		return withoutCR(m.u[oursSide].list[i].text) == withoutCR(m.u[theirsSide].list[j].text)
	}
	for o.b0 < o.b1 && t.b0 < t.b1 && same(o.b0, t.b0) {
		m.put(oursSide, 1, 1)
		o.b0, t.b0 = o.b0+1, t.b0+1
	}
	tail := 0
	for o.b0 < o.b1-tail && t.b0 < t.b1-tail && same(o.b1-1-tail, t.b1-1-tail) {
		tail++
	}
	n, k := o.b1-tail-o.b0, t.b1-tail-t.b0
	x, y := m.u[oursSide].list[o.b0:o.b0+n], m.u[theirsSide].list[t.b0:t.b0+k]
	switch {
	case n == 0 && k == 0:
	case k == 0:
		m.put(oursSide, n, 0)
	case n == 0:
		m.put(theirsSide, 0, k)
	case m.versions(x, y) || m.leans(y, x) && m.leans(x, y) || m.parts(x, y) && m.parts(y, x):
		m.put(oursSide, n, k)
		it := &m.items[len(m.items)-1]
		it.conflict, it.reason = true, BothInserted
	case m.leans(y, x) || m.parts(x, y):
		m.put(theirsSide, 0, k)
		m.put(oursSide, n, 0)
	default:
		m.put(oursSide, n, 0)
		m.put(theirsSide, 0, k)
	}
	for ; tail > 0; tail-- {
		m.put(oursSide, 1, 1)
	}
}

// parts reports whether x before y would part y from the list it goes on with.
func (m *merger) parts(x, y []unit) bool {
	if y[0].kind != ListItem && y[0].kind != Table && y[0].kind != TableRow {
		return false
	}
	for _, u := range x {
		if u.kind != y[0].kind {
			return true
		}
	}
	return false
}

// put adds an item of n units of ours and k of theirs that the base has not.
func (m *merger) put(take, n, k int) {
	it := item{take: take}
	for s, w := range [3]int{0, n, k} {
		it.at[s] = [2]int{m.next[s], m.next[s] + w}
		m.next[s] += w
	}
	m.items = append(m.items, it)
}

// versions reports whether some block of x and some block of y look like the same
// thing written twice.
func (m *merger) versions(x, y []unit) bool {
	if len(x)*len(y) > maxCompare {
		return true
	}
	wx, wy := wordsOf(x), wordsOf(y)
	for i := range x {
		for j := range y {
			if x[i].text == y[j].text || similarity(wx[i], wy[j]) >= alike {
				return true
			}
		}
	}
	return false
}

// overlap adds what both sides changed.
func (m *merger) overlap(it item, group [3][]hunk) {
	var text [3]string
	for s := range text {
		text[s] = withoutCR(m.u[s].text(it.at[s][0], it.at[s][1]))
	}
	removed := it.at[oursSide][0] == it.at[oursSide][1] || it.at[theirsSide][0] == it.at[theirsSide][1]
	switch merged, ok := "", false; {
	case text[oursSide] == text[theirsSide]:
		it.take = oursSide
	case !removed:
		if merged, ok = mergeLines(text[baseSide], text[oursSide], text[theirsSide]); ok {
			it.text, it.isText = merged, true
			break
		}
		it.conflict, it.reason = true, BothChanged
	default:
		it.conflict, it.reason = true, ChangedGone
	}
	m.items = append(m.items, it)
}

// moved makes conflicts of blocks that one side moved while the other moved or
// removed or changed them: they would come out twice, or come back.
func (m *merger) moved(seq [3][]int, limit int) {
	count := make([][4]int, limit) // base, ours, theirs, merged
	for s := range seq {
		for _, v := range seq[s] {
			count[v][s]++
		}
	}
	for _, it := range m.items {
		if !it.conflict && !it.isText {
			for _, v := range seq[it.take][it.at[it.take][0]:it.at[it.take][1]] {
				count[v][3]++
			}
		}
	}
	for k := range m.items {
		it := &m.items[k]
		if it.conflict || it.isText {
			continue
		}
		if b := it.at[baseSide]; b[1] == b[0]+1 && it.at[it.take][1] == it.at[it.take][0]+1 && seq[baseSide][b[0]] == seq[it.take][it.at[it.take][0]] {
			continue // nobody changed it
		}
		for _, v := range seq[it.take][it.at[it.take][0]:it.at[it.take][1]] {
			if c := count[v]; c[baseSide] == 1 && c[3] > c[oursSide]+c[theirsSide]-1 {
				it.conflict, it.reason = true, MovedBothWays
				break
			}
		}
	}
}
