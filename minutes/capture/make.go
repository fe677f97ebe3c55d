package capture

import (
	"strconv"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
)

// make makes the entry of an event.
func (d *document) make(e *Event) {
	if e.Lines {
		d.makeLines(e)
		return
	}
	x := &Entry{
		ID: e.ID, Level: min(max(e.Level, 0), deepest), Text: e.Text, Source: e.Source, At: e.At, Keeper: e.By,
		By: e.Who, Label: e.Label, Clock: e.Clock, TaskID: e.TaskID, MotionID: e.MotionID, Done: e.Done, Section: e.Section,
	}
	switch e.Verb {
	case MakeTopic:
		x.Kind = KindTopic
		d.makeTopic(x, e)
		return
	case MakeMotion:
		x.Kind, x.Number = KindMotion, e.Number
		d.makeMotion(x, e)
		return
	case MakePassage:
		x.Kind, x.Passage, x.Level = KindPassage, e.Passage, 0
		d.makePassage(x, e)
		return
	case MakeMention:
		x.Kind = KindMention
		d.makeMention(x, e)
		return
	case MakeTask:
		x.Kind = KindTask
	case MakeDecision:
		x.Kind, x.Passage = KindDecision, motions.Decision
	case MakeNote:
		x.Kind = KindNote
	}
	at, private := d.placeOf(e)
	d.put(x, at, private, e)
	if !e.Stay {
		d.open = ""
	}
}

// put inserts a new entry.
func (d *document) put(x *Entry, at int, private bool, e *Event) *node {
	x.Private = private
	n := &node{e: x, aside: e.Stay}
	d.insert(at, n)
	d.read(n)
	d.touched(n, e)
	return n
}

func (d *document) makeTopic(x *Entry, e *Event) {
	if x.Section == minutes.SectionPreamble {
		x.Section = sectionOf(x.Text)
	}
	at, level, private := d.placeHeading(e, min(max(e.Level, 2), 6))
	x.Level = level
	d.put(x, at, private, e)
	if !e.Stay {
		d.enter(e, e.ID, "")
	}
}

// sectionOf returns what a heading that is typed begins. Attendance is none of
// it: that is not typed as a topic.
func sectionOf(title string) minutes.SectionKind {
	switch lang.ReadHeading(title) {
	case lang.HeadOpenTasks:
		return minutes.SectionOpenTasks
	case lang.HeadPlan:
		return minutes.SectionPlan
	}
	return minutes.SectionTopic
}

func (d *document) makeMotion(x *Entry, e *Event) {
	level := e.Level
	if level == 0 {
		level = 2
		if h := d.lastOf(e.Topic); h >= 0 {
			level = min(d.nodes[h].e.Level+1, 6)
		}
	}
	if x.Number == 0 {
		x.Number = d.nextMotion()
	}
	at, level, private := d.placeHeading(e, level)
	x.Level, x.Section = level, minutes.SectionMotion
	d.put(x, at, private, e)
	if !e.Stay {
		d.motion, d.open = e.ID, e.ID
	}
}

// makePassage puts a passage at the end of its motion. There is but one
// petitioner, who stands first.
func (d *document) makePassage(x *Entry, e *Event) {
	m := d.at(e.Topic)
	if m < 0 || d.nodes[m].e.Kind != KindMotion { // an answer outside motions
		at, private := d.placeOf(e)
		d.put(x, at, private, e)
		d.opened(e, false)
		return
	}
	if e.Passage == Petition {
		for i := m + 1; i < d.bodyEnd(m); i++ {
			if n := d.nodes[i]; n.e.Kind == KindPassage && n.e.Passage == Petition {
				again := *e
				again.Of = n.e.ID
				d.edit(&again)
				d.opened(e, true)
				return
			}
		}
		d.put(x, m+1, d.nodes[m].e.Private, e)
		d.opened(e, true)
		return
	}
	at, private := d.placeOf(e)
	d.put(x, at, private, e)
	d.opened(e, true)
}

// opened notes which passage typed text goes on with behind one that was made:
// itself, or the motion's text where it is of one line.
func (d *document) opened(e *Event, within bool) {
	if e.Stay {
		return
	}
	d.open = e.ID
	if within {
		d.motion = e.Topic
	}
	switch e.Passage {
	case motions.VotePart, motions.Decision:
		d.open = ""
	case Petition:
		d.open = ""
		if d.textPart(e.Topic) == nil {
			d.open = e.Topic
		}
	}
}

// makeMention puts a line on an earlier task where those stand. A second one on
// a task takes the place of the first.
func (d *document) makeMention(x *Entry, e *Event) {
	x.Level = 0
	if e.Before != "" {
		at, private := d.placeOf(e)
		d.put(x, at, private, e)
		return
	}
	at := d.openTasks(e.Secret, e.ID)
	for i := at - 1; i >= 0 && !d.nodes[i].isHeading(); i-- {
		if n := d.nodes[i]; n.e.TaskID == x.TaskID && x.TaskID != "" {
			d.change(n, func(have *Entry) { have.Text, have.Source, have.Done = x.Text, x.Source, x.Done })
			d.touched(n, e)
			return
		}
	}
	d.put(x, at, e.Secret, e)
}

// neutralTitle returns the title of the heading that a private topic leaves,
// which no other heading has.
func (d *document) neutralTitle() string {
	title := lang.WritePrivatePart.In(d.lang)
	for n := 2; ; n++ {
		taken := false
		for _, have := range d.nodes {
			taken = taken || have.isHeading() && lang.Key(have.e.Text) == lang.Key(title)
		}
		if !taken {
			return title
		}
		title = lang.WritePrivatePart.In(d.lang) + " " + strconv.Itoa(n)
	}
}
