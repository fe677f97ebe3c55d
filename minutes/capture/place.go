package capture

import (
	"telko/minutes"
)

// Where an entry goes. The file is written in the order of the talk: what is
// said of a topic stands below its heading, as long as nothing that was said
// since stands between; else the heading comes again, "Backups (Fortsetzung)".
// What an agenda prepared and nobody has talked about stands between nothing.

// placeOf returns the index at which the entry of an event is inserted, and
// whether it is private. It makes the headings that are needed.
func (d *document) placeOf(e *Event) (at int, private bool) {
	if e.Before != "" && e.Before != AtEnd {
		if i := d.at(e.Before); i >= 0 {
			return i, d.nodes[i].e.Private
		}
	}
	if e.Topic == "" && e.Before == AtEnd {
		return len(d.nodes), e.Secret
	}
	if m := d.byID[e.Topic]; m != nil && m.e.Kind == KindMotion {
		return d.bodyEnd(d.at(e.Topic)), m.e.Private
	}
	return d.placeIn(e.Topic, e)
}

// placeIn returns where a note on a topic goes.
func (d *document) placeIn(topic EntryID, e *Event) (at int, private bool) {
	h := d.lastOf(topic)
	if h < 0 {
		if topic != "" { // its heading was taken back
			if h = d.lastHeading(); h >= 0 {
				return d.bodyEnd(h), d.nodes[h].e.Private
			}
		}
		return d.preambleEnd(false), false
	}
	private = d.nodes[h].e.Private
	at = d.bodyEnd(h)
	if e.Stay || !d.nodes[h].isTopical() || !d.saidSince(at, private) {
		return at, private
	}
	return d.goOn(topic, e.ID), private
}

// lastOf returns the index of a topic's last heading, -1 if it has none.
func (d *document) lastOf(topic EntryID) int {
	if topic == "" {
		return -1
	}
	for i := len(d.nodes) - 1; i >= 0; i-- {
		if n := d.nodes[i]; n.e.Kind == KindTopic && n.firstID() == topic {
			return i
		}
	}
	return -1
}

// lastHeading returns the index of the last heading below which notes may
// stand, -1 if there is none.
func (d *document) lastHeading() int {
	for i := len(d.nodes) - 1; i >= 0; i-- {
		if n := d.nodes[i]; n.e.Kind == KindTopic && n.roll == nil && !n.e.Private {
			return i
		}
	}
	return -1
}

// preambleEnd returns the index of the first heading of the private file, or of
// both.
func (d *document) preambleEnd(private bool) int {
	at := 0
	for at < len(d.nodes) && (!d.nodes[at].isHeading() || private && !d.nodes[at].e.Private) {
		at++
	}
	return at
}

// bodyEnd returns the index behind what stands directly below the heading at
// index h.
func (d *document) bodyEnd(h int) int {
	for h++; h < len(d.nodes) && !d.nodes[h].isHeading(); h++ {
	}
	return h
}

// treeEnd returns the index behind a heading of this level and all below it,
// from index i on within one file.
func (d *document) treeEnd(i, level int, private bool) int {
	end := i
	for ; i < len(d.nodes); i++ {
		n := d.nodes[i]
		if n.e.Private != private {
			continue
		}
		if n.isHeading() && n.e.Level <= level {
			return i
		}
		end = i + 1
	}
	return end
}

// saidSince reports whether something that was said on a topic stands at index
// i or behind it in the same file.
func (d *document) saidSince(i int, private bool) bool {
	under := d.underTopic(i - 1)
	for ; i < len(d.nodes); i++ {
		switch n := d.nodes[i]; {
		case n.isHeading():
			under = n.isTopical()
		case n.e.Private == private && under && n.isContent():
			return true
		}
	}
	return false
}

// front returns the index of the last node that was talked about in a file: the
// last thing that was said, or the heading one is below. Before there is any it
// is the last node before the first topic, -1 if nothing stands there.
func (d *document) front(private bool) int {
	at := -1
	for i := len(d.nodes) - 1; i >= 0; i-- {
		if n := d.nodes[i]; n.e.Private == private && n.isContent() && d.underTopic(i) {
			at = i
			break
		}
	}
	if h := d.lastOf(d.topic); h > at && d.nodes[h].e.Private == private {
		at = h
	}
	if at >= 0 {
		return at
	}
	for i, n := range d.nodes {
		if n.e.Private != private {
			continue
		}
		if n.isHeading() && n.isTopical() {
			break
		}
		at = i
	}
	return at
}

// isTopical reports whether a heading is that of a topic or motion, not of a
// section that stands before them.
func (n *node) isTopical() bool {
	return n.e.Kind == KindMotion || n.roll == nil && n.e.Section != minutes.SectionOpenTasks && n.e.Section != minutes.SectionPlace
}

// underTopic reports whether the node at index i stands below a topic or
// motion.
func (d *document) underTopic(i int) bool {
	for ; i >= 0; i-- {
		if n := d.nodes[i]; n.isHeading() {
			return n.isTopical()
		}
	}
	return false
}
