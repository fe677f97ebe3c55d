package capture

import (
	"telko/minutes"
)

// cutRoll cuts a section of attendance into lines, and notes who stands on
// which. A task among them is one like anywhere else.
func (c *cutter) cutRoll(s *minutes.Section, from, to int) {
	for i := from; i < to; i++ {
		line := c.lines[i].text
		if isBlank(line) {
			continue
		}
		if c.tasks[i+1] != nil && !c.named(i+1) {
			c.widths = c.widths[:0]
			i = c.cutItem(s.Kind, i, to) - 1
			continue
		}
		n := c.add(Entry{Kind: KindRaw, Text: line, Source: true, Section: s.Kind}, i, i+1)
		n.roll = &rollLine{kind: s.Kind}
		if mark, indent, width, _, ok := readItem(line); ok {
			n.mark, n.indent, n.width = mark, indent, width
		}
		for _, a := range c.file.Meeting.Present {
			if a.Line == i+1 {
				c.people = append(c.people, &person{
					nick: a.Nick, name: a.Name, guest: a.Guest, note: a.Note,
					state: isPresent, intervals: a.Intervals, line: n.e.ID,
				})
			}
		}
		for _, a := range c.file.Meeting.Absent {
			if a.Line == i+1 {
				c.people = append(c.people, &person{nick: a.Nick, name: a.Name, state: isAbsent, excuse: a.Excuse, line: n.e.ID})
			}
		}
	}
}

// named reports whether line number line names somebody: a list of names may be
// one that is ticked off.
func (c *cutter) named(line int) bool {
	for _, a := range c.file.Meeting.Present {
		if a.Line == line {
			return true
		}
	}
	for _, a := range c.file.Meeting.Absent {
		if a.Line == line {
			return true
		}
	}
	return false
}
