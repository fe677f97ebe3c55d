package capture

import (
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
)

// cutBlocks cuts the lines of a section that is no motion's.
func (c *cutter) cutBlocks(kind minutes.SectionKind, from, to int) {
	for i := from; i < to; {
		s := c.lines[i].text
		switch {
		case isBlank(s):
			i++
		case c.isItem(i):
			i = c.cutItem(kind, i, to)
		default:
			c.widths = c.widths[:0]
			end := c.blockEnd(i, to)
			c.addBlock(i, end)
			i = end
		}
	}
}

// isItem reports whether line i begins a list item.
func (c *cutter) isItem(i int) bool {
	if c.tasks[i+1] != nil {
		return true
	}
	_, indent, _, _, ok := readItem(c.lines[i].text)
	limit := 3
	if n := len(c.widths); n > 0 {
		limit += c.widths[n-1]
	}
	return ok && indent <= limit
}

// cutItem makes a node of the list item that begins on line i, without those
// nested in it, and returns where it ends.
func (c *cutter) cutItem(kind minutes.SectionKind, i, to int) int {
	mark, indent, width, first, _ := readItem(c.lines[i].text)
	for n := len(c.widths); n > 0 && indent < c.widths[n-1]; n-- {
		c.widths = c.widths[:n-1]
	}
	level := len(c.widths)
	c.widths = append(c.widths, width)
	end := c.itemEnd(i, width, to)
	text := []string{first}
	for _, l := range c.lines[i+1 : end] {
		text = append(text, dedent(l.text, width))
	}
	n := c.add(c.itemEntry(kind, i+1, strings.Join(text, "\n")), i, end)
	n.e.Level, n.mark, n.indent, n.width = level, mark, indent, width
	return end
}

// itemEnd returns the line behind the item that begins on line i and whose
// text stands at column width; items nested in it are not part of it.
func (c *cutter) itemEnd(i, width, to int) int {
	fence := ""
	_, _, _, first, _ := readItem(c.lines[i].text)
	fence = fenceOf(first)
	for j := i + 1; j < to; j++ {
		s := c.lines[j].text
		col, _ := indentOf(s)
		switch {
		case isBlank(s):
			k := j
			for k < to && isBlank(c.lines[k].text) {
				k++
			}
			if col, _ := indentOf(c.textAt(k, to)); k == to || col < width || fence == "" && c.isItem(k) {
				return j
			}
			j = k - 1
		case fence != "" && col >= width:
			if closes(dedent(s, width), fence) {
				fence = ""
			}
		case c.isItem(j):
			return j
		case col >= width:
			fence = fenceOf(dedent(s, width))
		case isBlank(c.lines[j-1].text) || fence != "" || startsBlock(s):
			return j
		}
	}
	return to
}

// textAt returns line i, "" behind the last.
func (c *cutter) textAt(i, to int) string {
	if i >= to {
		return ""
	}
	return c.lines[i].text
}

// startsBlock reports whether s ends a paragraph before it.
func startsBlock(s string) bool {
	s = strings.TrimLeft(s, " ")
	return fenceOf(s) != "" || strings.HasPrefix(s, ">") || strings.HasPrefix(s, "#") || strings.HasPrefix(s, "<") || s != "" && isRule(s)
}

// itemEntry returns the entry of an item with this text, which begins on line
// number line.
func (c *cutter) itemEntry(kind minutes.SectionKind, line int, md string) Entry {
	e := Entry{Kind: KindNote}
	if tl := c.tasks[line]; tl != nil {
		_, rest, _ := strings.Cut(md, "]")
		e.Kind, e.Done = KindMention, tl.Checked
		if tl.Task >= 0 {
			e.Kind, e.Task = KindTask, c.file.Meeting.Tasks[tl.Task]
			e.TaskID = e.Task.ID
		} else if tl.Mention >= 0 {
			e.TaskID = c.file.Meeting.Mentions[tl.Mention].ID
		}
		setText(&e, cutTaskID(strings.TrimLeft(rest, " \t"), e.TaskID))
		return e
	}
	if m := c.mentions[line]; m != nil && (kind == minutes.SectionOpenTasks || strings.HasPrefix(md, "#"+string(m.ID)+" ")) {
		e.Kind, e.TaskID = KindMention, m.ID
		md = cutTaskID(md, m.ID)
	}
	setText(&e, md)
	return e
}

// cutTaskID takes a task's id off a line, with the blanks around it.
func cutTaskID(md string, id tasks.ID) string {
	if id == "" {
		return md
	}
	first, rest, more := strings.Cut(md, "\n")
	before, after, ok := strings.Cut(first, "#"+string(id))
	if !ok {
		return md
	}
	after = strings.TrimLeft(after, " \t")
	if before != "" && after != "" {
		before = strings.TrimRight(before, " \t") + " "
	}
	first = strings.TrimSpace(before + after)
	if more {
		return first + "\n" + rest
	}
	return first
}

// blockEnd returns the line behind the block that begins on line i and is no
// list item: a paragraph, quote, piece of code or comment.
func (c *cutter) blockEnd(i, to int) int {
	s := c.lines[i].text
	if fence := fenceOf(s); fence != "" {
		for j := i + 1; j < to; j++ {
			if closes(c.lines[j].text, fence) {
				return j + 1
			}
		}
		return to
	}
	if strings.HasPrefix(strings.TrimLeft(s, " "), "<!--") {
		for j := i; j < to; j++ {
			if strings.Contains(c.lines[j].text, "-->") {
				return j + 1
			}
		}
		return to
	}
	for j := i + 1; j < to; j++ {
		s := c.lines[j].text
		if isBlank(s) || c.isItem(j) || fenceOf(s) != "" || c.answers[j+1] != nil {
			return j
		}
	}
	return to
}

// addBlock makes a node of lines i to end-1.
func (c *cutter) addBlock(i, end int) {
	md := strings.TrimRight(strings.ReplaceAll(c.src[c.lines[i].at:c.lines[end-1].next], "\r\n", "\n"), "\r\n")
	if p := c.answers[i+1]; p != nil && p.End <= end {
		c.add(passageEntry(p), i, end)
		return
	}
	if label, rest, ok := boldLabel(md); ok {
		if p, known := lang.ReadLabel(label); known && p.Label == lang.LabelDecision {
			e := Entry{Kind: KindDecision, Passage: motions.Decision, Label: p.Name, By: p.By}
			e.Clock = clockIn(p.Detail)
			setText(&e, rest)
			c.add(e, i, end)
			return
		}
	}
	c.add(Entry{Kind: KindRaw, Text: md, Source: true}, i, end)
}

// boldLabel cuts "**Label:** rest" or "**Label**: rest".
func boldLabel(s string) (label, rest string, ok bool) {
	t := strings.TrimLeft(s, " ")
	for _, mark := range []string{"**", "__"} {
		inner, cut := strings.CutPrefix(t, mark)
		if !cut {
			continue
		}
		label, rest, cut = strings.Cut(inner, mark)
		if !cut || label == "" || strings.Contains(label, "\n") {
			return "", "", false
		}
		if bare, colon := strings.CutSuffix(label, ":"); colon {
			return strings.TrimSpace(bare), strings.TrimSpace(rest), true
		}
		if bare, colon := strings.CutPrefix(rest, ":"); colon {
			return strings.TrimSpace(label), strings.TrimSpace(bare), true
		}
	}
	return "", "", false
}
