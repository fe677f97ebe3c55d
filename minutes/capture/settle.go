package capture

import (
	"telko/minutes"
	"telko/motions"
)

// settle makes the entries as Views have them: with what follows from where
// they stand and who is there. It changes nothing that events depend on.
func (d *document) settle() {
	if !d.dirty && d.settledRoll == d.rollRev {
		return
	}
	again := d.settledRoll != d.rollRev
	d.dirty, d.settledRoll = false, d.rollRev
	var at [2]place
	for _, n := range d.nodes {
		p := &at[0]
		if n.e.Private {
			p = &at[1]
		}
		x := d.derive(n, p, again && n.e.Kind == KindTask)
		if x != nil {
			n.shown, n.of = x, n.e
		}
	}
}

// place is where settle is in a file.
type place struct {
	open   []*node // the topics' headings that are open
	motion *node
	depth  int // of the last list item of this list, from 1; 0 for none
}

func (p *place) topic() EntryID {
	if len(p.open) == 0 {
		return ""
	}
	return p.open[len(p.open)-1].firstID()
}

// derive returns the entry that is to be shown for n, nil if the one that was
// made before still holds.
func (d *document) derive(n *node, p *place, readAgain bool) *Entry {
	level, text, source := n.e.Level, n.e.Text, n.e.Source
	var topic, motion EntryID
	switch {
	case n.isHeading():
		p.depth = 0
		for len(p.open) > 0 && p.open[len(p.open)-1].e.Level >= level {
			p.open = p.open[:len(p.open)-1]
		}
		if p.motion != nil && (n.e.Kind == KindMotion || p.motion.e.Level >= level) {
			p.motion = nil
		}
		topic = p.topic()
		if first := d.byID[n.e.Continues]; first != nil {
			text, source = first.e.Text, first.e.Source
			if first.shown != nil {
				topic = first.shown.Topic
			}
		}
		if n.e.Kind == KindMotion {
			p.motion = n
		} else if n.roll == nil {
			p.open = append(p.open, n)
		}
	default:
		topic = p.topic()
		if p.motion != nil {
			motion = p.motion.e.ID
		}
		if n.isItem() {
			level = min(level, p.depth)
			p.depth = level + 1
		} else {
			p.depth = 0
		}
	}
	s := n.shown
	if s != nil && n.of == n.e && !readAgain && s.Level == level && s.Topic == topic && s.Motion == motion && s.Text == text && s.Source == source {
		return nil
	}
	if s != nil && s.Level != level {
		n.md = ""
	}
	x := *n.e
	x.Level, x.Topic, x.Motion, x.Text, x.Source = level, topic, motion, text, source
	if x.Kind == KindTask {
		if readAgain || n.of != n.e {
			d.parseTask(&x)
			n.md = ""
		} else if s != nil {
			x.Task = s.Task
		}
		x.Task.Topic = d.topicTitle(topic)
	}
	return &x
}

// topicTitle returns the title of a topic as tasks have it: "" where they
// belong to none.
func (d *document) topicTitle(id EntryID) string {
	n := d.byID[id]
	if n == nil || n.e.Section != minutes.SectionTopic {
		return ""
	}
	bare, _ := cutMarks(n.title())
	return bare
}

// flowAt returns what the reader of a motion knows before index i.
func (d *document) flowAt(i int) flow {
	h := i - 1
	for h >= 0 && !d.nodes[h].isHeading() {
		h--
	}
	f := flow{motions.TextPart, true}
	if h < 0 || d.nodes[h].e.Kind != KindMotion {
		return f
	}
	for _, n := range d.nodes[h+1 : i] {
		f = f.next(n)
	}
	return f
}

// next returns what the reader of a motion knows behind n.
func (f flow) next(n *node) flow {
	if n.e.Kind != KindPassage {
		return flow{f.open, false}
	}
	if n.e.Text == "" && n.src == "" {
		return f // it is not written
	}
	return f.behind(n.e.Passage)
}
