package capture

import (
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
)

// makeLines makes an entry of lines that another program wrote into the file.
func (d *document) makeLines(e *Event) {
	at, private := d.placeOf(e)
	n, who := d.cutLines(e, at)
	n.e.ID, n.e.Private, n.e.At, n.e.Keeper = e.ID, private, e.At, e.By
	d.goesOn(n, at)
	if at > 0 {
		n.after = d.nodes[at-1].e.ID
		n.within = d.flowAt(at)
	}
	d.insert(at, n)
	d.stand(n, who)
}

// goesOn makes "Backups (Fortsetzung)", as another program wrote it, a heading
// of the topic that it returns to.
func (d *document) goesOn(n *node, at int) {
	if n.e.Kind != KindTopic || n.roll != nil || n.e.Section != minutes.SectionTopic {
		return
	}
	title, continued := cutContinued(n.title())
	if !continued {
		return
	}
	want, _ := cutMarks(title)
	var found *node
	for _, h := range d.nodes[:at] {
		if h.e.Kind != KindTopic || h.roll != nil || h.e.Continues != "" || h.e.Private != n.e.Private || h.e.Section != minutes.SectionTopic {
			continue
		}
		if bare, _ := cutMarks(h.title()); lang.Key(bare) == lang.Key(want) && (found == nil || h.e.Level == n.e.Level) {
			found = h
		}
	}
	if found != nil {
		n.e.Continues = found.e.ID
		n.e.Text, n.e.Source = found.e.Text, found.e.Source
	}
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
	if n.roll == nil && n.e.Kind != KindTask && n.e.Kind != KindMention && (e.Section == minutes.SectionPresent || e.Section == minutes.SectionAbsent) {
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
