package wikitext

import "strings"

// A carrier carries an edit of a projection, from old to edited, to own: the
// text of a person that old is the projection of. All three have one format.
type carrier struct {
	f                Format
	anyBullet        bool // -, * and + are the same
	own, old, edited units
	refs             string // of own
	chunks           []chunk
	failed           int // a block of edited whose edit cannot be carried; -1
}

// A chunk is a piece of the result. Its ranges tile the three texts.
type chunk struct {
	own, old, edited [2]int
	text             string
	changed          bool
}

func (c chunk) empty() bool { return c.text == "" }

// carryHow says what the texts of a carrier are.
type carryHow struct {
	f         Format
	anyBullet bool
}

var (
	carryWikitext  = carryHow{f: Wikitext}
	carryMarkdown  = carryHow{f: Markdown}
	carryAnyBullet = carryHow{f: Markdown, anyBullet: true}
)

// carry returns own with the edit in it; or false and the block of edited that
// it fails at.
func carry(own, old, edited string, how carryHow) (text string, failed unit, ok bool) {
	f := how.f
	if old == edited {
		return own, unit{}, true
	}
	eol, _ := lineEndOf(own)
	if eol == "\r\n" {
		own = withoutCR(own)
	}
	c := carrier{f: f, anyBullet: how.anyBullet, own: cutBlocks(own, f), old: cutBlocks(withoutCR(old), f), edited: cutBlocks(withoutCR(edited), f), failed: -1}
	if f == Markdown {
		c.refs = linkDefinitions(c.own)
	}
	c.plan()
	if c.failed < 0 {
		text = c.write()
	}
	if c.failed >= 0 {
		if c.failed < len(c.edited.list) {
			failed = c.edited.list[c.failed]
		}
		return "", failed, false
	}
	if eol == "\r\n" {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	return text, unit{}, true
}

// changes returns where edited differs from old, told apart as finely as can be.
func (c *carrier) changes() []hunk {
	all := alignKeys(c.keys(c.old.list), c.keys(c.edited.list), hunk{a1: len(c.old.list), b1: len(c.edited.list)}, nil)
	var out []hunk
	for _, h := range all {
		switch {
		case h.paired:
		case oneInParts(c.old, c.edited, h):
			out = append(out, h)
		default:
			out = append(out, refine([]hunk{h}, c.old.list, c.edited.list)...)
		}
	}
	return out
}

// keys returns what blocks of old and edited must have in common to be the same.
// The number of an item is not part of it, but of a list's first, or one more item
// would change all below it; nor is the bullet, which a reader of wikitext takes
// another one of for every second list.
func (c *carrier) keys(list []unit) []string {
	out := make([]string, len(list))
	open := map[int]byte{} // by level, the mark of the list that is open
	for i, u := range list {
		out[i] = u.text
		if c.f == Wikitext || u.kind != ListItem {
			if u.level == 0 || u.kind != Paragraph {
				clear(open)
			}
			continue
		}
		at, mark := strings.Index(u.text, u.marks), u.marks[len(u.marks)-1]
		switch {
		case !isDigitMark(mark) && c.anyBullet:
			out[i] = u.text[:at] + "\x00" + u.text[at+1:]
		case isDigitMark(mark) && open[u.level] == mark:
			out[i] = u.text[:at] + "\x00" + u.text[at+len(u.marks)-1:]
		}
		for level := range open {
			if level > u.level {
				delete(open, level)
			}
		}
		open[u.level] = mark
	}
	return out
}

// plan makes the chunks: what nobody edited as it is, and what was edited with
// the edit in it.
func (c *carrier) plan() {
	bs := beads(c.own, c.old, c.f)
	moved := c.movedTexts(bs)
	k := 0        // the next bead
	at := chunk{} // the ends of what is done
	// keep adds the beads that end at oldTo of old. What only the person's text
	// has stays behind new blocks; but not at the top, where front matter is.
	keep := func(oldTo int, inserts bool) {
		for k < len(bs) && bs[k].b1 <= oldTo && !(inserts && bs[k].b0 == bs[k].b1 && bs[k].b0 == oldTo && oldTo > 0) {
			c.asIs(&at, bs[k])
			k++
		}
	}
	hs := c.changes()
	for i := 0; i < len(hs); {
		h := hs[i]
		i++
		keep(h.a0, h.a0 == h.a1)
		r := chunk{changed: true, own: [2]int{at.own[1], at.own[1]}, old: [2]int{at.old[1], at.old[1]}, edited: [2]int{at.edited[1], 0}}
		for {
			for k < len(bs) && bs[k].b0 < h.a1 && bs[k].b1 > bs[k].b0 || k+1 < len(bs) && bs[k].b0 == bs[k].b1 && bs[k].b0 < h.a1 && bs[k+1].b0 < h.a1 {
				r.own[1], r.old[1] = bs[k].a1, bs[k].b1
				k++
			}
			if r.old[1] <= h.a1 || i >= len(hs) || hs[i].a0 >= r.old[1] {
				break
			}
			h.b1 = hs[i].b1 // the next change is in the same bead
			h.a1 = max(h.a1, hs[i].a1)
			i++
		}
		r.edited[1] = h.b1 + max(r.old[1], h.a1) - h.a1
		if h.a0 == h.a1 && r.old[1] < h.a1 {
			r.old[1] = h.a1
		}
		c.region(&r, moved)
		if c.failed >= 0 {
			return
		}
		c.chunks = append(c.chunks, r)
		at = r
	}
	keep(len(c.old.list), false)
}

// asIs adds a bead nobody edited, a chunk a block if its blocks are paired.
func (c *carrier) asIs(at *chunk, b hunk) {
	ch := chunk{own: [2]int{b.a0, b.a1}, old: [2]int{b.b0, b.b1}, edited: [2]int{at.edited[1], at.edited[1] + b.b1 - b.b0}}
	ch.text = c.own.text(b.a0, b.a1)
	c.chunks = append(c.chunks, ch)
	*at = ch
}

// movedTexts returns, by the text of a projected block, the person's own text.
func (c *carrier) movedTexts(bs []hunk) map[string]string {
	out := map[string]string{}
	for _, b := range bs {
		if b.paired && c.own.list[b.a0].text != c.old.list[b.b0].text {
			out[c.old.list[b.b0].text] = c.own.list[b.a0].text
		}
	}
	return out
}

// region finds the text of a chunk that was edited.
func (c *carrier) region(r *chunk, moved map[string]string) {
	own, old, edited := c.own.text(r.own[0], r.own[1]), c.old.text(r.old[0], r.old[1]), c.edited.text(r.edited[0], r.edited[1])
	switch {
	case r.edited[0] == r.edited[1]:
		if r.old[0] == r.old[1] {
			r.text = own
		} else if c.losesWords(own, old, "") && !c.sameReading(own, old, c.old.list[r.old[0]]) {
			c.failed = r.edited[0]
		}
	case r.own[0] == r.own[1] && r.old[0] < r.old[1]:
		c.failed = r.edited[0] // an edit of what the person's text has not
	case r.own[0] == r.own[1]:
		r.text = c.inserted(*r, moved)
	default:
		var ok bool
		if r.text, ok = c.inline(own, old, edited, c.edited.list[r.edited[0]]); ok {
			return
		}
		if c.losesWords(own, old, edited) {
			c.failed = r.edited[0]
			return
		}
		r.text = edited
	}
}

// inline carries an edit within blocks. Of the ways to do it, which keep less and
// less of the person's spelling, it takes the first whose result can be shown to
// read like edited. Where the person's text says more than its projection, that
// cannot be shown; then nothing but words may have been edited.
func (c *carrier) inline(own, old, edited string, first unit) (string, bool) {
	if !c.sameReading(own, old, first) {
		w := carryWords(own, old, edited, cutPieces, false)
		return w.text, w.plain
	}
	want := c.reading(edited, first)
	for _, try := range [3]struct {
		cut       func(string) []string
		wordsOnly bool
	}{{cutPieces, true}, {cutPieces, false}, {cutLinks, false}} {
		w := carryWords(own, old, edited, try.cut, try.wordsOnly)
		if w.text == edited {
			return edited, true
		}
		if c.reading(w.text, first) == want {
			return w.text, true
		}
	}
	return edited, true
}

func (c *carrier) reading(text string, first unit) string {
	if c.f == Markdown {
		return markdownReading(text, c.refs, first)
	}
	return reading(text, first)
}

func (c *carrier) sameReading(own, old string, first unit) bool {
	return own == old || c.reading(own, first) == c.reading(old, first)
}

// losesWords reports whether words of the person's text, which its projection
// does not have, are not in edited.
func (c *carrier) losesWords(own, old, edited string) bool {
	left := map[string]int{}
	for _, s := range [2]string{old, edited} {
		for _, w := range cutPieces(s) {
			left[w]++
		}
	}
	for _, w := range cutPieces(own) {
		if k := kindOfPiece(w); k == wordPiece || k == commentPiece {
			if left[w]--; left[w] < 0 {
				return true
			}
		}
	}
	return false
}

// inserted returns the text of new blocks: a block that stood elsewhere as the
// person wrote it, an item of a list like its neighbour.
func (c *carrier) inserted(r chunk, moved map[string]string) string {
	var b strings.Builder
	for i := r.edited[0]; i < r.edited[1]; i++ {
		if i > r.edited[0] {
			b.WriteString(c.edited.seps[i])
		}
		text, ok := moved[c.edited.list[i].text]
		if !ok {
			text = c.likeNeighbour(i, r)
		}
		b.WriteString(text)
	}
	return b.String()
}

// likeNeighbour writes a new item of a list with the marks and blanks that the
// item above or below it has.
func (c *carrier) likeNeighbour(i int, r chunk) string {
	u := c.edited.list[i]
	if u.kind != ListItem {
		return u.text
	}
	lead := itemLead(u, c.f)
	try := func(own, old int) (string, bool) {
		if own < 0 || old < 0 || own >= len(c.own.list) || old >= len(c.old.list) {
			return "", false
		}
		x, y := c.own.list[own], c.old.list[old]
		if x.kind != ListItem || y.kind != ListItem || itemLead(y, c.f) != lead {
			return "", false
		}
		return itemLead(x, c.f) + u.text[len(lead):], true
	}
	for _, p := range [2]pair{{r.own[0] - 1, r.old[0] - 1}, {r.own[1], r.old[1]}} {
		if s, ok := try(p.a, p.b); ok && c.reading(s, u) == c.reading(u.text, u) {
			return s
		}
	}
	return u.text
}

// itemLead returns the marks of an item with the blanks around them.
func itemLead(u unit, f Format) string {
	t := u.text
	if f == Markdown {
		t = strings.TrimLeft(t, " \t")
	}
	t = strings.TrimPrefix(t, u.marks)
	t = strings.TrimLeft(t, " \t")
	return u.text[:len(u.text)-len(t)]
}
