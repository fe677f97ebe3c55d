package capture

import (
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks/when"
)

// Petition is the kind of the passage that names who made a motion: package
// motions has it as a property of the motion.
const Petition motions.Kind = "petitioner"

// cutMotion cuts a motion's section: the petitioner's line, the passages, and
// the tasks among them.
func (c *cutter) cutMotion(s *minutes.Section, from, to int) {
	parts := map[int]*motions.Passage{}
	for i := range s.Motion.Parts {
		parts[s.Motion.Parts[i].Line] = &s.Motion.Parts[i]
	}
	at := flow{motions.TextPart, true}
	for i := from; i < to; {
		if isBlank(c.lines[i].text) {
			i++
			continue
		}
		if c.tasks[i+1] != nil {
			i = c.cutItem(s.Kind, i, to)
			at.fresh = false
			continue
		}
		c.widths = c.widths[:0]
		end := i + 1
		for end < to && parts[end+1] == nil && c.tasks[end+1] == nil && !isPetition(c.lines[end].text) && !minutes.IsMotionDetail(c.lines[end].text) {
			end++
		}
		next := end
		for end > i+1 && isBlank(c.lines[end-1].text) {
			end--
		}
		p := parts[i+1]
		switch {
		case p != nil:
			n := c.add(c.partEntry(p, i, end), i, end)
			n.within = at
			at = at.behind(p.Kind)
		case isPetition(c.lines[i].text):
			_, rest, _ := boldLabel(c.lines[i].text)
			e := Entry{Kind: KindPassage, Passage: Petition}
			setText(&e, rest)
			c.add(e, i, i+1)
			i++
			continue
		case minutes.IsMotionDetail(c.lines[i].text):
			c.addBlock(i, i+1)
			i++
			continue
		default:
			c.addBlock(i, end)
		}
		i = next
	}
}

// behind returns what the reader knows behind a passage of kind k.
func (f flow) behind(k motions.Kind) flow {
	switch k {
	case motions.Answer, motions.Comment:
		return flow{f.open, true}
	case Petition:
		return f
	}
	return flow{k, false}
}

// isPetition reports whether a line names who made a motion.
func isPetition(s string) bool {
	label, _, ok := boldLabel(s)
	if !ok {
		return false
	}
	p, known := lang.ReadLabel(label)
	return known && p.Label == lang.LabelPetitioner && p.By == ""
}

// partEntry returns the entry of a passage that stands on lines i to end-1,
// which may be fewer than the reader gave it.
func (c *cutter) partEntry(p *motions.Passage, i, end int) Entry {
	e := passageEntry(p)
	if p.End <= end {
		return e
	}
	lines := make([]string, 0, end-i)
	for _, l := range c.lines[i:end] {
		lines = append(lines, strings.TrimRight(l.text, "\r"))
	}
	md := strings.Join(lines, "\n")
	if _, rest, ok := boldLabel(md); ok && p.Label != "" {
		md = rest
	}
	e.Text, e.Source = "", false
	setText(&e, md)
	return e
}

// passageEntry returns the entry of a passage.
func passageEntry(p *motions.Passage) Entry {
	e := Entry{Kind: KindPassage, Passage: p.Kind, Label: p.Label, By: p.By, Clock: p.Time, Vote: p.Vote}
	setText(&e, p.Text)
	return e
}

// clockIn reads the time in the brackets of a label, none if there is none.
func clockIn(detail string) when.Clock {
	c, err := when.ReadClock(detail)
	if err != nil {
		return 0
	}
	return c
}
