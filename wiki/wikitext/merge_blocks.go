package wikitext

import "strings"

// A unit is a block as merging sees it: without the line ends and blank lines
// around it, which are separators. Joined with them the units are the text.
type unit struct {
	text  string
	kind  Kind
	level int    // of a heading; of a list item how deep it is, greater is deeper
	marks string // of a list item
	line  int    // from 1
}

// units are the blocks of a text. Before unit i stands seps[i], behind the last
// one seps[len(list)].
type units struct {
	list []unit
	seps []string
}

// cutBlocks cuts a text of either format.
func cutBlocks(src string, f Format) units {
	if f == Markdown {
		return cutMarkdown(src)
	}
	return cutWikitext(src)
}

// cutWikitext cuts a page into the parts that the scanner knows.
func cutWikitext(src string) units {
	d := Scan(src)
	var c cutter
	for _, b := range d.Parts() {
		if b.Kind == Blank && strings.TrimSpace(d.Raw(b)) == "" { // control characters are no separator
			c.sep(d.Raw(b))
			continue
		}
		c.add(d.Raw(b), unit{kind: b.Kind, level: b.Level, marks: b.Marks})
	}
	return c.done()
}

// cutter collects units.
type cutter struct {
	u    units
	wait strings.Builder // the separator before the next unit
	tail string          // the same, while it is one piece
	ends int             // of lines so far
}

func (c *cutter) sep(s string) {
	c.ends += countLines(s)
	if c.tail != "" || c.wait.Len() > 0 {
		c.wait.WriteString(c.tail)
		c.wait.WriteString(s)
		c.tail = ""
		return
	}
	c.tail = s
}

func (c *cutter) take() string {
	s := c.tail
	if c.wait.Len() > 0 {
		s = c.wait.String()
		c.wait.Reset()
	}
	c.tail = ""
	return s
}

// add adds a unit; the line ends behind it go to the separator.
func (c *cutter) add(raw string, u unit) {
	u.text = strings.TrimRight(raw, "\r\n")
	u.line = c.ends + 1
	c.ends += countLines(u.text)
	c.u.seps = append(c.u.seps, c.take())
	c.u.list = append(c.u.list, u)
	c.sep(raw[len(u.text):])
}

func (c *cutter) done() units {
	c.u.seps = append(c.u.seps, c.take())
	return c.u
}

// wholeLines joins what stands on one line, as a definition behind its term does:
// a merge must not part it, nor make a line of it that no side has.
func (u units) wholeLines() units {
	out := units{list: u.list[:0:0], seps: u.seps[:1:1]}
	for i, x := range u.list {
		if k := len(out.list) - 1; k >= 0 && countLines(u.seps[i]) == 0 {
			out.list[k].text += u.seps[i] + x.text
			out.seps[k+1] = u.seps[i+1]
			continue
		}
		out.list = append(out.list, x)
		out.seps = append(out.seps, u.seps[i+1])
	}
	return out
}

// text returns units i to j-1 with the separators between them.
func (u units) text(i, j int) string {
	if j == i+1 {
		return u.list[i].text
	}
	var b strings.Builder
	for k := i; k < j; k++ {
		if k > i {
			b.WriteString(u.seps[k])
		}
		b.WriteString(u.list[k].text)
	}
	return b.String()
}

// line returns the line of unit i, or where it would be.
func (u units) line(i int) int {
	switch {
	case i < len(u.list):
		return u.list[i].line
	case len(u.list) == 0:
		return 1 + countLines(u.seps[0])
	}
	last := u.list[len(u.list)-1]
	return last.line + countLines(last.text) + countLines(u.seps[len(u.list)])
}

// needBlank reports whether two blocks must have a blank line between them to
// stay two.
func needBlank(a, b unit, f Format) bool {
	if f == Markdown {
		switch a.kind {
		case Paragraph, ListItem, HTML, Comment:
			return b.kind == Paragraph || b.kind == Table || b.kind == Pre && b.marks == " " || b.kind == Rule ||
				a.kind == HTML && b.kind == HTML || a.kind != ListItem && b.kind == ListItem
		case Table:
			return b.kind == Paragraph
		}
		return false
	}
	return a.kind == Paragraph && b.kind == Paragraph || a.kind == Pre && b.kind == Pre && a.text != "" && b.text != "" && a.text[0] == ' ' && b.text[0] == ' '
}
