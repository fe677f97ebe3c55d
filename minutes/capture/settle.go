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
	levels []int   // as they are shown
	motion *node
	depth  int                // of the last list item of this list, from 1; 0 for none
	front  *node              // the open section of attendance, place, open tasks or plan
	begun  bool               // the first topic has come
	titles map[EntryID]string // of the topics that have come, as Markdown
	told   map[EntryID]bool   // they came as topics, not as parts of a plan
}

// headingLevel returns the level that a heading is written with. Below a
// section that stands before the topics, and below a motion, a topic must not
// be deeper than that: it would be a part of it.
func (p *place) headingLevel(n *node) int {
	level := n.e.Level
	if n.isTopical() && n.e.Section != minutes.SectionPlan && p.front != nil && p.front.e.Section != minutes.SectionPlan {
		level = min(level, p.front.shown.Level)
	}
	if p.motion != nil && n.e.Kind == KindTopic {
		level = min(level, p.motion.shown.Level)
	}
	return level
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
	level, text, source, section := n.e.Level, n.e.Text, n.e.Source, n.e.Section
	var topic, motion, continues EntryID
	switch {
	case n.isHeading():
		p.depth = 0
		level = p.headingLevel(n)
		for len(p.open) > 0 && p.levels[len(p.open)-1] >= level {
			p.open = p.open[:len(p.open)-1]
		}
		switch {
		case n.e.Kind == KindMotion:
			p.front = nil
		case n.e.Section != minutes.SectionTopic:
			p.front = n
		case p.front != nil && level > p.front.shown.Level:
			section = p.front.e.Section // a part of the plan
		default:
			p.front = nil
		}
		if p.motion != nil && (n.e.Kind == KindMotion || p.motion.shown.Level >= level) {
			p.motion = nil
		}
		topic = p.topic()
		if n.e.Kind == KindTopic {
			first := d.byID[n.firstID()]
			if first == nil {
				first = n
			}
			text, source, continues = first.e.Text, first.e.Source, n.firstID()
			if title, came := p.titles[continues]; came && (section != minutes.SectionTopic || p.told[continues]) {
				n.md = title
			} else {
				n.md, continues = d.topicMD(first, p.begun), ""
				if p.titles == nil {
					p.titles, p.told = map[EntryID]string{}, map[EntryID]bool{}
				}
				p.titles[n.firstID()], p.told[n.firstID()] = n.md, section == minutes.SectionTopic
			}
		}
		p.begun = p.begun || n.e.Kind == KindMotion || section == minutes.SectionTopic
		if n.e.Kind == KindMotion {
			p.motion = n
		} else if n.roll == nil {
			p.open, p.levels = append(p.open, n), append(p.levels[:len(p.open)], level)
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
	title := ""
	if n.e.Kind == KindTask {
		title = p.topicTitle()
		readAgain = readAgain || s != nil && s.Task.Topic != title
	}
	if s != nil && n.of == n.e && !readAgain && s.Level == level && s.Section == section && s.Continues == continues && s.Topic == topic && s.Motion == motion && s.Text == text && s.Source == source {
		return nil
	}
	x := *n.e
	x.Level, x.Section, x.Topic, x.Motion, x.Continues = level, section, topic, motion, continues
	x.Text, x.Source = text, source
	if x.Kind == KindTask {
		if readAgain || n.of != n.e {
			d.parseTask(&x)
			n.md = ""
		} else if s != nil {
			x.Task = s.Task
		}
		x.Task.Topic = title
	}
	return &x
}

// topicTitle returns the title of the topic as tasks have it: "" where they
// belong to none.
func (p *place) topicTitle() string {
	for i := len(p.open) - 1; i >= 0; i-- {
		if n := p.open[i]; n.shown.Section == minutes.SectionTopic {
			bare, _ := cutMarks(p.titles[n.firstID()])
			return bare
		}
	}
	return ""
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
	if n.e.Kind == KindRaw && minutes.IsMotionDetail(n.e.Text) {
		return f // it is none of the passages
	}
	if n.e.Kind != KindPassage {
		return flow{f.open, false}
	}
	if n.e.Text == "" && n.src == "" {
		return f // it is not written
	}
	return f.behind(n.e.Passage)
}
