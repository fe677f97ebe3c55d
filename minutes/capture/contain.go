package capture

import (
	"strings"
)

// What an entry's text may be is the entry's own affair: it must never begin a
// section, a passage, a task or a list item beside it, nor hide what follows.
// A typed line is escaped. Markdown that was pasted keeps its lists, quotes,
// code and emphasis; headings sink below the motion they stand in, or become
// bold lines.

// where says what an entry's text stands in.
type where uint8

const (
	inItem        where = iota // a list item
	inTask                     // a list item, behind its first line
	inQuote                    // a block quote of an answer
	inTopic                    // a paragraph below a topic, behind a label
	inMotion                   // a passage, behind its label
	inMotionFirst              // a motion's first text, without a label
)

// entryMD returns the text of an entry as Markdown that opens no structure but
// its own. Level is that of the motion's heading.
func (d *document) entryMD(e *Entry, at where, level int) string {
	if e.Text == "" {
		return "…"
	}
	if !e.Source {
		if !strings.Contains(e.Text, "\n") {
			return noLabel(markdownOf(e.Text), at)
		}
		return linesWhere(e.Text, at)
	}
	md := strings.TrimRight(containMarkdown(e.Text, at, level), "\n")
	if at != inTask {
		md = strings.TrimLeft(md, "\n")
	}
	if md == "" || !contained(md, at, level) {
		return linesWhere(e.Text, at)
	}
	return md
}

// lineMD is entryMD for text that goes on behind a checkbox or an id: its first
// line begins no block.
func (d *document) lineMD(e *Entry) (first, rest string) {
	first, more, several := strings.Cut(e.Text, "\n")
	switch {
	case !e.Source:
		first = markdownOf(first)
	default:
		first = noBox(hideNothing(strings.TrimSpace(first)))
	}
	if first == "" {
		first = "…"
	}
	if !several {
		return first, ""
	}
	x := *e
	x.Text = more
	return first, d.entryMD(&x, inTask, 0)
}

// linesMarkdown returns lines that were typed as Markdown.
func linesMarkdown(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = markdownOf(line)
	}
	return strings.Join(lines, "\n")
}

// linesWhere is linesMarkdown for lines that stand somewhere.
func linesWhere(text string, at where) string {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	for i, line := range lines {
		lines[i] = markdownOf(line)
		if i > 0 || at == inMotionFirst {
			lines[i] = noLabel(lines[i], inMotionFirst)
		}
	}
	return strings.Join(lines, "\n")
}
