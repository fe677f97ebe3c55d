package minutes

import "bytes"

// An outline is the structure of a file that tasks depend on: its headings and
// checkbox lines. The line scanner and goldmark both make one; where the
// scanner is sure, they make the same.
type outline struct {
	headings []heading
	tasks    []checkbox
}

// checkbox is a checkbox line before its text is read. It is small, since a
// register holds those of a whole archive in passing.
type checkbox struct {
	line    int
	at      Span // the line, without its line break
	mark    int  // offset of the character between [ and ]
	content Span // what follows, without white space at either end
	heading int  // index of the last heading before, -1 for none
	checked bool
}

// taskLine returns c as files hold it.
func (c *checkbox) taskLine() TaskLine {
	return TaskLine{
		Line: c.line, At: c.at, Mark: c.mark, Checked: c.checked, Content: c.content,
		heading: c.heading, Task: -1, Mention: -1,
	}
}

// heading is a heading of the document itself, not one within a list or quote.
type heading struct {
	level int
	line  int  // from 1
	at    Span // its line or lines, without the last line break
	body  int  // where the line behind it begins
	title Span // its text; of several lines if it is underlined
}

// readATX returns the level of the heading that line is, and its text as a
// part of line; 0 if it is none.
func readATX(line []byte) (level int, title Span) {
	i := 0
	for i < len(line) && (line[i] == ' ' || line[i] == '\r') {
		i++
	}
	if i > 3 {
		return 0, Span{}
	}
	start := i
	for i < len(line) && line[i] == '#' {
		i++
	}
	level = i - start
	if level < 1 || level > 6 || i < len(line) && !isBlankByte(line[i]) {
		return 0, Span{}
	}
	for i < len(line) && isBlankByte(line[i]) {
		i++
	}
	end := len(line)
	for end > i && isBlankByte(line[end-1]) {
		end--
	}
	// A run of # at the end closes the heading if a space stands before it.
	closing := end
	for closing > i && line[closing-1] == '#' {
		closing--
	}
	if closing < end && (closing == i || isBlankByte(line[closing-1])) {
		for closing > i && isBlankByte(line[closing-1]) {
			closing--
		}
		end = closing
	}
	return level, Span{i, end}
}

// readCheckbox reads "[ ] text" at the start of an item's text. Content is a
// part of text, without white space at either end.
func readCheckbox(text []byte) (checked bool, content Span, ok bool) {
	if len(text) < 4 || text[0] != '[' || text[2] != ']' || text[3] != ' ' && text[3] != '\t' {
		return false, Span{}, false
	}
	switch text[1] {
	case ' ':
	case 'x', 'X':
		checked = true
	default:
		return false, Span{}, false
	}
	i, end := 4, len(text)
	for i < end && isBlankByte(text[i]) {
		i++
	}
	for end > i && isBlankByte(text[end-1]) {
		end--
	}
	return checked, Span{i, end}, i < end
}

// addTask adds the checkbox line whose item's text begins at offset text of
// src; it does nothing if there is no checkbox.
func (o *outline) addTask(src []byte, at Span, line, text int) {
	checked, content, ok := readCheckbox(src[text:at.End])
	if !ok {
		return
	}
	o.tasks = append(o.tasks, checkbox{
		line:    line,
		at:      at,
		mark:    text + 1,
		content: Span{text + content.Start, text + content.End},
		heading: len(o.headings) - 1,
		checked: checked,
	})
}

// taskLines returns the checkbox lines of o as files hold them.
func taskLines(o *outline) []TaskLine {
	if len(o.tasks) == 0 {
		return nil
	}
	lines := make([]TaskLine, len(o.tasks))
	for i := range o.tasks {
		lines[i] = o.tasks[i].taskLine()
	}
	return lines
}

// titleText returns a heading's text as one line.
func titleText(src []byte, s Span) string {
	t := s.Of(src)
	if bytes.IndexByte(t, '\n') < 0 {
		return string(t)
	}
	return string(bytes.Join(bytes.Fields(t), []byte(" ")))
}
