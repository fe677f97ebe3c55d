package capture

import (
	"slices"

	"telko/minutes"
)

// delete takes an entry out of the minutes. What is nested in a list item moves
// up; what stands below a topic's heading goes to what stands before; a motion
// goes whole.
func (d *document) delete(e *Event) {
	i := d.at(e.Of)
	if i < 0 {
		return
	}
	n := d.nodes[i]
	if e.By == Outside {
		d.gone[e.Of] = true
	}
	switch {
	case n.roll != nil:
		for _, p := range slices.Clone(d.people) {
			if p.line == e.Of {
				d.unlist(p)
				p.state, p.intervals = isExpected, nil
				d.rollRev++
			}
		}
		if i = d.at(e.Of); i >= 0 {
			d.remove(i)
		}
		return
	case n.e.Kind == KindMotion && e.By != Outside:
		for range d.bodyEnd(i) - i {
			d.remove(i)
		}
	case n.e.Kind == KindTopic:
		d.deleteTopic(i)
	default:
		for _, m := range d.nodes[i+1 : d.block(i)] {
			d.change(m, func(x *Entry) { x.Level-- })
		}
		d.remove(i)
	}
	if d.last == e.Of {
		d.last = ""
	}
	if d.open == e.Of {
		d.open = ""
	}
	if d.motion == e.Of {
		d.motion, d.open = "", ""
	}
}

// deleteTopic takes out a topic's heading. The next one that returned to it is
// its first from now.
func (d *document) deleteTopic(i int) {
	old := d.nodes[i].e
	end := d.bodyEnd(i)
	d.remove(i)
	d.rehome(i, end-1, old.Private)
	var heir EntryID
	for _, n := range d.nodes {
		if n.e.Continues != old.ID {
			continue
		}
		if heir == "" {
			heir = n.e.ID
			d.change(n, func(x *Entry) { x.Continues, x.Text, x.Source = "", old.Text, old.Source })
			d.spent[heir], d.visited[heir] = d.spent[old.ID], d.visited[old.ID]
			continue
		}
		d.change(n, func(x *Entry) { x.Continues = heir })
	}
	if d.topic != old.ID || old.Continues != "" {
		return
	}
	d.topic = heir
	for j := i - 1; j >= 0 && d.topic == ""; j-- {
		if n := d.nodes[j]; n.e.Kind == KindTopic && n.isTopical() {
			d.topic = n.firstID()
		}
	}
}

// headingBefore returns the index of the heading that what stands at index i of
// a file is below, -1 if there is none.
func (d *document) headingBefore(i int, private bool) int {
	for i--; i >= 0; i-- {
		if n := d.nodes[i]; n.isHeading() && n.e.Private == private {
			break
		}
	}
	return i
}

// rehome moves nodes that lost their heading, and would stand in a motion or
// among people now: below the topic before, or before the first heading.
func (d *document) rehome(from, end int, private bool) {
	h := d.headingBefore(from, private)
	if from == end || h < 0 || d.nodes[h].e.Kind == KindTopic && d.nodes[h].isTopical() {
		return
	}
	for h >= 0 && !(d.nodes[h].e.Kind == KindTopic && d.nodes[h].isTopical() && d.nodes[h].e.Private == private) {
		h--
	}
	to := 0
	if h >= 0 {
		to = d.bodyEnd(h)
	} else {
		to = min(from, d.preambleEnd(private))
	}
	moved := slices.Clone(d.nodes[from:end])
	d.nodes = slices.Delete(d.nodes, from, end)
	d.nodes = slices.Insert(d.nodes, to, moved...)
}

// hide moves a topic, with all that is below its headings, into the private
// file. A neutral heading stays where the first of them stood.
func (d *document) hide(e *Event) {
	first := true
	for i := 0; i < len(d.nodes); i++ {
		n := d.nodes[i]
		if !n.isHeading() || n.e.Private || n.e.ID != e.Of && n.firstID() != e.Of {
			continue
		}
		level, end := n.e.Level, d.treeEnd(i+1, n.e.Level, false)
		for _, m := range d.nodes[i:end] {
			if !m.e.Private {
				x := *m.e
				x.Private = true
				m.e = &x
			}
		}
		if first {
			first = false
			h := &Entry{ID: e.ID, Kind: KindTopic, Level: level, Text: d.neutralTitle(), Section: minutes.SectionTopic, At: e.At, Keeper: e.By}
			d.insert(i, &node{e: h, neutral: true})
		}
		i = end
	}
	d.dirty = true
}
