package capture

import (
	"slices"
)

// block returns the index behind what goes along with the node at index i: what
// is nested in a list item, what stands below a heading.
func (d *document) block(i int) int {
	n := d.nodes[i]
	switch {
	case n.isHeading():
		end := i + 1
		for end < len(d.nodes) {
			m := d.nodes[end]
			if m.isHeading() && m.e.Level <= n.e.Level || n.e.Private && !m.e.Private {
				break
			}
			end++
		}
		return end
	case n.isItem():
		end := i + 1
		for end < len(d.nodes) && d.nodes[end].isItem() && d.nodes[end].e.Level > n.e.Level && d.nodes[end].e.Private == n.e.Private {
			end++
		}
		return end
	}
	return i + 1
}

// move puts an entry, and what goes along with it, before another one.
func (d *document) move(e *Event) {
	i := d.at(e.Of)
	if i < 0 || e.Of == e.Before {
		return
	}
	end := d.block(i)
	to := len(d.nodes)
	switch before := d.at(e.Before); {
	case before >= 0:
		to = before
	case e.Before != AtEnd:
		return
	case d.byID[e.Topic] != nil && d.byID[e.Topic].e.Kind == KindMotion:
		to = d.bodyEnd(d.at(e.Topic))
	case !d.nodes[i].isHeading():
		to, _ = d.placeIn(e.Topic, &Event{Stay: true})
	}
	if to >= i && to <= end {
		return
	}
	n := d.nodes[i]
	if n.isHeading() { // never into the middle of another one's text
		for to < len(d.nodes) && !(d.nodes[to].isHeading() && d.nodes[to].e.Level <= n.e.Level && d.nodes[to].roll == nil) {
			to++
		}
		if to >= i && to <= end {
			return
		}
	}
	private, ok := d.mayStand(n, i, to)
	if !ok {
		return
	}
	moved := slices.Clone(d.nodes[i:end])
	d.nodes = slices.Delete(d.nodes, i, end)
	if to > i {
		to -= len(moved)
	}
	d.nodes = slices.Insert(d.nodes, to, moved...)
	if !n.isHeading() {
		for _, m := range moved {
			if m.e.Private != private {
				d.change(m, func(x *Entry) { x.Private = private })
			}
		}
	}
	d.dirty = true
}

// mayStand reports whether the node at index i may be moved before index to:
// not among people, and passages within motions alone. Private says in which
// file it is then.
func (d *document) mayStand(n *node, i, to int) (private, ok bool) {
	if n.isHeading() {
		return n.e.Private, true
	}
	h := to - 1
	for h >= 0 && !d.nodes[h].isHeading() {
		h--
	}
	if h < 0 {
		return false, !d.inMotion(i)
	}
	head := d.nodes[h]
	return head.e.Private, head.roll == nil && (head.e.Kind == KindMotion) == d.inMotion(i)
}

// inMotion reports whether the node at index i is a passage of a motion.
func (d *document) inMotion(i int) bool {
	if d.nodes[i].e.Kind != KindPassage {
		return false
	}
	for i >= 0 && !d.nodes[i].isHeading() {
		i--
	}
	return i >= 0 && d.nodes[i].e.Kind == KindMotion
}

// nest sets how deep an entry stands; what goes along with it keeps its place
// below it.
func (d *document) nest(e *Event) {
	i := d.at(e.Of)
	if i < 0 || d.nodes[i].roll != nil {
		return
	}
	n := d.nodes[i]
	least, most := 0, deepest
	if n.isHeading() {
		least, most = 2, 6
	} else if !n.isItem() {
		return
	}
	by := min(max(e.Level, least), most) - n.e.Level
	if by == 0 {
		return
	}
	for _, m := range d.nodes[i:d.block(i)] {
		if m.e.Private != n.e.Private || m.isHeading() != n.isHeading() || m.roll != nil {
			continue
		}
		d.change(m, func(x *Entry) { x.Level = min(max(x.Level+by, least), most) })
	}
}
