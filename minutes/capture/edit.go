package capture

import (
	"slices"

	"telko/minutes"
	"telko/motions"
)

// What changes entries that are there already.

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

// edit gives an entry another text.
func (d *document) edit(e *Event) {
	n := d.byID[e.Of]
	if n == nil {
		return
	}
	if e.Lines {
		d.editLines(n, e)
		return
	}
	if n.roll != nil {
		return
	}
	if n.e.Continues != "" { // the title of a topic is that of its first heading
		if n = d.byID[n.e.Continues]; n == nil {
			return
		}
	}
	d.change(n, func(x *Entry) {
		x.Text, x.Source = e.Text, e.Source
		if x.Kind == KindTopic {
			x.Section = sectionOf(x.Text)
		}
		if x.Kind == KindPassage || x.Kind == KindDecision {
			if e.Who != "" {
				x.By, x.Label = e.Who, ""
			}
			if !e.Clock.IsZero() {
				x.Clock = e.Clock
			}
		}
	})
	if n.e.Kind == KindTopic {
		for _, m := range d.nodes {
			if m.e.Continues == n.e.ID && m.e.Section != n.e.Section {
				x := *m.e
				x.Section = n.e.Section
				m.e = &x
			}
		}
	}
	d.read(n)
	d.touched(n, e)
}

// touched notes that n is what the keeper changed last.
func (d *document) touched(n *node, e *Event) {
	if e.By != Outside {
		d.last = n.e.ID
	}
}

// extend adds a line to the open passage.
func (d *document) extend(e *Event) {
	n := d.byID[e.Of]
	if n == nil {
		return
	}
	if n.e.Kind == KindMotion {
		first := *e
		first.Verb, first.Passage, first.Topic = MakePassage, motions.TextPart, e.Of
		d.make(&first)
		return
	}
	d.change(n, func(x *Entry) {
		have, add := x.Text, e.Text
		switch {
		case e.Source && !x.Source:
			have, x.Source = linesMarkdown(have), true
		case x.Source && !e.Source:
			add = linesMarkdown(add)
		}
		if have != "" {
			have += "\n\n"
		}
		x.Text = have + add
	})
	d.read(n)
	d.touched(n, e)
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
	d.touched(n, e)
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
	least, most := 0, 12
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
	d.touched(n, e)
}

// retype makes an entry one of another kind. A motion's passage becomes another
// passage; notes, tasks and decisions become each other.
func (d *document) retype(e *Event) {
	n := d.byID[e.Of]
	if n == nil || !canRetype(n.e, e.Kind) {
		return
	}
	d.change(n, func(x *Entry) {
		x.Kind, x.Vote, x.Label = e.Kind, nil, ""
		x.Passage = ""
		switch e.Kind {
		case KindPassage:
			x.Passage = e.Passage
		case KindDecision:
			x.Passage = motions.Decision
		}
		if x.Kind != KindTask {
			x.Done = false
		}
	})
	d.read(n)
	d.touched(n, e)
}

func canRetype(x *Entry, to Kind) bool {
	plain := func(k Kind) bool { return k == KindNote || k == KindTask || k == KindDecision || k == KindRaw }
	if x.Kind == KindPassage {
		return to == KindPassage
	}
	return plain(x.Kind) && plain(to) && to != KindRaw
}

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
