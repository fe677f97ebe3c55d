package capture

import (
	"strconv"
	"strings"

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
		ID: e.ID, Level: e.Level, Text: e.Text, Source: e.Source, At: e.At, Keeper: e.By,
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

// enter goes to a topic and a motion.
func (d *document) enter(e *Event, topic, motion EntryID) {
	if topic != d.topic {
		if !d.since.IsZero() && e.At.After(d.since) {
			d.spent[d.topic] += e.At.Sub(d.since)
		}
		d.since = e.At
	}
	d.topic, d.motion, d.open = topic, motion, ""
	d.visited[topic] = true
}

// goTo carries out a Goto.
func (d *document) goTo(e *Event) {
	n := d.byID[e.Of]
	switch {
	case e.Of == "":
		d.enter(e, "", "")
	case n == nil:
	case n.e.Kind == KindMotion:
		topic := EntryID("")
		if up := d.aboveOf(d.at(e.Of)); up >= 0 {
			topic = d.nodes[up].firstID()
		}
		d.enter(e, topic, e.Of)
		if part := d.textPart(e.Of); part == nil {
			d.open = e.Of
		}
	case n.e.Kind == KindTopic:
		d.enter(e, n.firstID(), "")
	}
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

// makeLines makes an entry of lines that another program wrote into the file.
func (d *document) makeLines(e *Event) {
	at, private := d.placeOf(e)
	n, who := d.cutLines(e, at)
	n.e.ID, n.e.Private, n.e.At, n.e.Keeper = e.ID, private, e.At, e.By
	if at > 0 {
		n.after = d.nodes[at-1].e.ID
		n.within = d.flowAt(at)
	}
	d.insert(at, n)
	d.stand(n, who)
}

// editLines gives an entry the lines that another program wrote in its place.
func (d *document) editLines(old *node, e *Event) {
	i := d.at(old.e.ID)
	n, who := d.cutLines(e, i)
	if old.roll != nil {
		kept := d.people[:0:0]
		for _, p := range d.people {
			if p.line != old.e.ID {
				kept = append(kept, p)
			}
		}
		d.people = kept
	}
	n.e.ID, n.e.Private, n.e.At, n.e.Keeper, n.e.Continues = old.e.ID, old.e.Private, old.e.At, old.e.Keeper, old.e.Continues
	n.e.Edited, n.prepared, n.neutral = true, old.prepared, old.neutral
	if n.e.Kind == KindTask {
		n.e.Number = old.e.Number
	}
	if old.e.Continues != "" {
		n.e.Text, n.e.Source = old.e.Text, old.e.Source
	}
	n.after, n.within = old.after, d.flowAt(i)
	d.nodes[i] = n
	d.byID[n.e.ID] = n
	d.dirty = true
	d.stand(n, who)
}

// stand notes who stands on a line of attendance that was read anew, and reads
// what follows from the text of any other.
func (d *document) stand(n *node, who []*person) {
	if n.e.Kind == KindTask {
		if n.e.TaskID != "" {
			d.taskIDs[n.e.ID] = n.e.TaskID
		}
		d.read(n)
	}
	if n.roll == nil {
		return
	}
	d.rollRev++
	for _, p := range who {
		p.line = n.e.ID
		if have := d.findPerson(p.nick, p.name); have != nil {
			if have.line != "" {
				continue // stands on another line too: that one counts
			}
			*have = *p
			continue
		}
		d.people = append(d.people, p)
	}
}

// cutLines reads lines that another program wrote at an index: the one entry
// they are, or text that is not taken apart.
func (d *document) cutLines(e *Event, at int) (*node, []*person) {
	text := strings.TrimSuffix(e.Text, "\n")
	gap := ""
	for {
		line, rest, more := strings.Cut(text, "\n")
		if !more || !isBlank(line) {
			break
		}
		gap, text = gap+line+"\n", rest
	}
	indent, _ := indentOf(text)
	src := "---\ndate: " + d.meeting.Date.String() + "\n---\n\n# -\n\n"
	heads := 1
	if e.Verb == MakeTopic || e.Verb == MakeMotion || e.Kind == KindTopic || e.Kind == KindMotion {
		heads, indent = 0, 0
	} else {
		src += "## " + d.sectionTitle(e, at) + "\n\n"
	}
	var b strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		b.WriteString(dedent(line, indent) + "\n")
	}
	nl := d.public.nl
	n := &node{e: &Entry{Kind: KindRaw, Text: text, Source: true}}
	var who []*person
	if l, err := load(d.name, []byte(src+b.String()), d.ctx, ""); err == nil && len(l.nodes) == heads+1 {
		n, who = l.nodes[heads], l.people
	}
	n.indent, n.width = n.indent+indent, n.width+indent
	if e.Level > 0 {
		n.e.Level = e.Level
	}
	if e.Passage != "" && n.e.Kind == KindPassage {
		n.e.Passage = e.Passage
	}
	if n.roll == nil && (e.Section == minutes.SectionPresent || e.Section == minutes.SectionAbsent) {
		n.roll = &rollLine{kind: e.Section}
	}
	n.gap, n.src = strings.ReplaceAll(gap, "\n", nl), strings.ReplaceAll(text+"\n", "\n", nl)
	return n, who
}

// sectionTitle returns a heading below which the lines of an event are read as
// where they stand.
func (d *document) sectionTitle(e *Event, at int) string {
	for at--; at >= 0; at-- {
		if n := d.nodes[at]; n.isHeading() {
			if n.roll != nil {
				return n.title() // guests, say, or those excused
			}
			break
		}
	}
	switch e.Section {
	case minutes.SectionPresent:
		return lang.HeadPresent.Write(d.lang)
	case minutes.SectionAbsent:
		return lang.HeadAbsent.Write(d.lang)
	}
	if e.Verb == MakeMention || e.Kind == KindMention {
		return lang.HeadOpenTasks.Write(d.lang)
	}
	if e.Verb == MakePassage || e.Kind == KindPassage {
		return lang.LabelMotion.Write(d.lang) + " 1: -"
	}
	return "-"
}
