package wikitext

import "strings"

// write joins the chunks and looks whether the blocks are still the same when
// they stand beside each other.
func (c *carrier) write() string {
	if c.f == Markdown {
		c.partLists()
	}
	text := c.join(false)
	bad := c.differs(text)
	if bad < 0 {
		return text
	}
	text = c.join(true)
	if bad = c.differs(text); bad < 0 {
		return text
	}
	c.failed = min(c.chunks[bad].edited[0], max(0, len(c.edited.list)-1))
	return ""
}

// join writes the chunks with what separates them: the person's separators, but
// where the edit is about them. wide parts everything edited with blank lines,
// list items excepted.
func (c *carrier) join(wide bool) string {
	var b strings.Builder
	last := chunk{own: [2]int{-1, 0}, old: [2]int{-1, 0}, edited: [2]int{-1, 0}}
	for _, ch := range c.chunks {
		if ch.empty() {
			continue
		}
		b.WriteString(c.between(last, ch, wide))
		b.WriteString(ch.text)
		last = ch
	}
	n, o, e := len(c.own.list), len(c.old.list), len(c.edited.list)
	b.WriteString(c.between(last, chunk{own: [2]int{n, n + 1}, old: [2]int{o, o + 1}, edited: [2]int{e, e + 1}}, wide))
	return b.String()
}

// sepKind sorts separators: nothing, a line's end, blank lines.
func sepKind(s string) int { return min(2, strings.Count(s, "\n")) }

func beside(l, r [2]int) bool { return l[0] < l[1] && r[0] < r[1] && l[1] == r[0] }

// between returns what separates two chunks.
func (c *carrier) between(l, r chunk, wide bool) string {
	atEdge := l.own[1] == 0 && l.own[0] < 0 || r.own[0] == len(c.own.list) && r.own[1] > r.own[0]
	own, old, edited := beside(l.own, r.own), beside(l.old, r.old), beside(l.edited, r.edited)
	switch {
	case atEdge && l.own[0] < 0 && r.own[0] == len(c.own.list) && r.own[1] > r.own[0]:
		return "" // nothing is left
	case l.own[0] < 0:
		return c.own.seps[0]
	case atEdge:
		return c.own.seps[len(c.own.list)]
	}
	var sep string
	a, b := lastOf(l, c), firstOf(r, c)
	same := own && old && edited && sepKind(c.old.seps[r.old[0]]) == sepKind(c.edited.seps[r.edited[0]]) &&
		a.kind == c.old.list[l.old[1]-1].kind && b.kind == c.old.list[r.old[0]].kind
	aboutList := edited && !same && (l.changed || r.changed) && a.kind == ListItem && b.kind == ListItem && (c.f == Markdown || oneList(a.kind, a.marks, b.kind, b.marks))
	switch {
	case aboutList && own && sepKind(c.own.seps[r.own[0]]) == sepKind(c.edited.seps[r.edited[0]]):
		return c.own.seps[r.own[0]]
	case aboutList:
		return c.edited.seps[r.edited[0]] // a blank line makes two lists
	case own && edited && old && !same:
		sep = c.edited.seps[r.edited[0]]
	case own:
		sep = c.own.seps[r.own[0]]
		if !edited || old || !(l.changed || r.changed) {
			break
		}
		fallthrough
	case edited:
		sep = c.styled(l, r, c.edited.seps[r.edited[0]])
	default:
		sep = c.nearest(l, r)
	}
	if own && !(l.changed || r.changed) || same && !wide || edited && !wide && sepKind(sep) == sepKind(c.edited.seps[r.edited[0]]) {
		return sep
	}
	return c.safe(sep, l, r, wide)
}

// styled returns a separator of the edited projection as the person would write
// it: where the projection's separators beside it are the same, what the person
// has there.
func (c *carrier) styled(l, r chunk, sep string) string {
	for _, p := range [2]pair{{l.own[1], l.old[1]}, {r.own[0], r.old[0]}} {
		if p.a <= 0 || p.a >= len(c.own.list) || p.b <= 0 || p.b >= len(c.old.list) || sepKind(c.old.seps[p.b]) != sepKind(sep) {
			continue
		}
		own := c.own.seps[p.a]
		// Beside a heading nothing else is needed.
		if sepKind(own) == sepKind(sep) || c.own.list[p.a-1].kind == Heading && lastOf(l, c).kind == Heading ||
			c.own.list[p.a].kind == Heading && firstOf(r, c).kind == Heading {
			return own
		}
	}
	return sep
}

// nearest returns the separator for chunks that stand side by side in no text.
func (c *carrier) nearest(l, r chunk) string {
	sep := "\n"
	for _, s := range [3]string{sepAt(c.own, l.own[1]), sepAt(c.own, r.own[0]), sepAt(c.edited, r.edited[0])} {
		if longer(s, sep) {
			sep = s
		}
	}
	return sep
}

func sepAt(u units, i int) string {
	if i <= 0 || i >= len(u.list) {
		return ""
	}
	return u.seps[i]
}

// lastOf returns the last block of a chunk.
func lastOf(ch chunk, c *carrier) unit {
	if ch.edited[0] < ch.edited[1] && ch.edited[0] >= 0 {
		return c.edited.list[ch.edited[1]-1]
	}
	if ch.own[0] < ch.own[1] && ch.own[0] >= 0 {
		return c.own.list[ch.own[1]-1]
	}
	return unit{}
}

// firstOf returns the first block of a chunk.
func firstOf(ch chunk, c *carrier) unit {
	if ch.edited[0] < ch.edited[1] && ch.edited[0] < len(c.edited.list) {
		return c.edited.list[ch.edited[0]]
	}
	if ch.own[0] < ch.own[1] && ch.own[0] < len(c.own.list) {
		return c.own.list[ch.own[0]]
	}
	return unit{}
}

// safe widens a separator that would make one block of two.
func (c *carrier) safe(sep string, l, r chunk, wide bool) string {
	a, b := lastOf(l, c), firstOf(r, c)
	inList := a.kind == ListItem && b.kind == ListItem || a.kind == TableRow || b.kind == TableRow || b.kind == TableEnd || a.kind == Table && b.kind == Table
	switch lines := strings.Count(sep, "\n"); {
	case lines < 2 && (needBlank(a, b, c.f) || wide && !inList):
		return "\n\n"
	case lines == 0 && !(isTerm(a) && isDefinition(b)):
		return "\n"
	}
	return sep
}

// differs returns the first chunk whose blocks are others in the text, -1 if
// there is none.
func (c *carrier) differs(text string) int {
	u := cutBlocks(text, c.f).list
	for k, ch := range c.chunks {
		if ch.empty() {
			continue
		}
		want := c.own.list[max(0, ch.own[0]):max(0, ch.own[1])]
		if ch.changed {
			want = cutAs(ch.text, c.f, firstOf(ch, c))
		}
		for _, w := range want {
			if len(u) == 0 || u[0].text != w.text || c.f == Wikitext && u[0].kind != w.kind {
				return k
			}
			u = u[1:]
		}
	}
	return -1
}
