package capture

import (
	"telko/motions"
)

// What changes entries that are there already.

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
			relabel(x, e)
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

// relabel gives a passage who speaks and its time. The words of its label stay
// where the one who speaks does.
func relabel(x *Entry, e *Event) {
	whole := e.Key == LabelToo
	if (whole || e.Who != "") && x.By != e.Who {
		x.By, x.Label = e.Who, ""
	}
	if whole || !e.Clock.IsZero() {
		x.Clock = e.Clock
	}
}

// touched notes that the text of n is what the keeper wrote last.
func (d *document) touched(n *node, e *Event) {
	if e.By != Outside && (e.Verb != MakeMention || !e.Stay) {
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
}

func canRetype(x *Entry, to Kind) bool {
	plain := func(k Kind) bool { return k == KindNote || k == KindTask || k == KindDecision || k == KindRaw }
	if x.Kind == KindPassage {
		return to == KindPassage
	}
	return plain(x.Kind) && plain(to) && to != KindRaw
}
