package wikitext

import "strings"

// cutMarkdown cuts a text into headings, list items, paragraphs, rows of tables,
// lines of front matter, fenced code. It goes by lines, for what a merge needs is
// not what a line means but what belongs together; every byte is in one place
// whatever it is.
func cutMarkdown(src string) units {
	c := markdownCutter{src: src}
	c.frontMatter()
	for c.pos < len(src) {
		c.line()
	}
	c.flush()
	return c.done()
}

type markdownCutter struct {
	cutter
	src    string
	pos    int
	start  int // of the open unit, which takes more lines
	open   unit
	isOpen bool
	inList bool
}

// next returns the line at pos, its line end included, and goes on.
func (c *markdownCutter) next() string {
	end := len(c.src)
	if i := strings.IndexByte(c.src[c.pos:], '\n'); i >= 0 {
		end = c.pos + i + 1
	}
	line := c.src[c.pos:end]
	c.pos = end
	return line
}

// begin opens a unit with the line just read.
func (c *markdownCutter) begin(line string, u unit) {
	c.flush()
	c.open, c.start, c.isOpen = u, c.pos-len(line), true
}

// flush ends the open unit before the line at pos, or before the one just read.
func (c *markdownCutter) flush() { c.flushAt(c.pos) }

func (c *markdownCutter) flushAt(end int) {
	if c.isOpen {
		c.isOpen = false
		c.add(c.src[c.start:end], c.open)
	}
}

// frontMatter takes the lines between two "---" at the top, each a unit, if they
// are "key: value".
func (c *markdownCutter) frontMatter() {
	end := frontMatterEnd(c.src)
	for c.pos < end {
		line := c.next()
		if strings.TrimSpace(line) == "" {
			c.sep(line)
			continue
		}
		c.add(line, unit{kind: Switch})
	}
}

// frontMatterEnd returns where the front matter ends, 0 if there is none.
func frontMatterEnd(src string) int {
	at := 0
	for n := 0; at < len(src); n++ {
		line, _, _ := strings.Cut(src[at:], "\n")
		at = min(len(src), at+len(line)+1)
		line = strings.TrimRight(line, " \t\r")
		key, _, ok := strings.Cut(line, ":")
		switch {
		case line == "---" && n > 0:
			return at
		case line == "---" || line == "" && n > 0:
		case n == 0 || !ok || strings.ContainsAny(key, " *[`") || key == "":
			return 0
		}
	}
	return 0
}

// line reads a line, or more that are one unit.
func (c *markdownCutter) line() {
	before := c.pos
	line := c.next()
	text := strings.TrimLeft(strings.TrimRight(line, "\r\n"), " \t")
	if strings.TrimSpace(text) == "" {
		c.flushAt(before)
		c.sep(line)
		return
	}
	indent := indentOf(line)
	u, more := c.classify(text, indent)
	if c.isOpen && u.kind == Paragraph && (c.open.kind != Pre || indent >= 4) {
		if c.open.kind == Paragraph && isUnderline(text) && indent < 4 {
			c.open.kind, c.open.level = Heading, 1+int(text[0]&1)
			c.flush()
		}
		return // the open unit goes on
	}
	c.flushAt(before)
	c.inList = u.kind == ListItem || c.inList && indent > 0
	c.begin(line, u)
	switch {
	case u.kind == Pre && u.marks == "":
		c.fence(text)
	case u.kind == Comment:
		c.comment(line)
	case !more:
		c.flush()
	}
}

// classify says what a line begins, and whether lines may follow that belong to
// it.
func (c *markdownCutter) classify(text string, indent int) (u unit, more bool) {
	switch {
	case indent < 4 || c.inList:
	case !c.isOpen:
		return unit{kind: Pre, marks: " "}, true
	case c.open.kind == Paragraph || c.open.kind == HTML || c.open.kind == Pre: // nothing begins so deep
		return unit{kind: Paragraph}, true
	}
	inText := c.isOpen && c.open.kind == Paragraph
	switch ch := text[0]; ch {
	case '#':
		if n := runLength(text, 0, '#'); n <= 6 && (n == len(text) || text[n] == ' ' || text[n] == '\t') {
			return unit{kind: Heading, level: n}, false
		}
	case '`', '~':
		if n := runLength(text, 0, ch); n >= 3 && (ch == '~' || !strings.Contains(text[n:], "`")) {
			return unit{kind: Pre, level: indent}, true
		}
	case '>':
		inner := strings.TrimLeft(text, "> \t")
		if c.isOpen && c.open.kind == HTML && inner != "" && inner[0] != '#' && itemMark(inner) == "" {
			return unit{kind: Paragraph}, true
		}
		return unit{kind: HTML, marks: ">"}, inner != ""
	case '|':
		return unit{kind: Table}, false
	case '<':
		if strings.HasPrefix(text, "<!--") && indent < 4 {
			return unit{kind: Comment}, true
		}
	case '[':
		if i := strings.Index(text, "]:"); i > 0 && !inText {
			return unit{kind: Switch}, false
		}
	}
	if isRuleLine(text) && (!inText || text[0] != '-') {
		return unit{kind: Rule}, false
	}
	if marks := itemMark(text); marks != "" && !(inText && (len(marks) == len(text) || isDigit(marks[0]) && marks[:len(marks)-1] != "1")) {
		return unit{kind: ListItem, level: indent + 1, marks: marks}, true
	}
	return unit{kind: Paragraph, level: indent}, true
}

// fence takes the lines up to the one that closes it.
func (c *markdownCutter) fence(open string) {
	n := runLength(open, 0, open[0])
	for c.pos < len(c.src) {
		t := strings.TrimSpace(c.next())
		if k := runLength(t, 0, open[0]); k >= n && k == len(t) {
			break
		}
	}
	c.flush()
}

// comment takes the lines up to the end of a comment; one without an end is a
// line.
func (c *markdownCutter) comment(line string) {
	from := c.pos - len(line)
	if i := strings.Index(c.src[from:], "-->"); i >= 0 {
		for c.pos < from+i+3 {
			c.next()
		}
	}
	c.flush()
}

// indentOf returns the columns before a line's text.
func indentOf(line string) int {
	n := 0
	for _, ch := range []byte(line) {
		switch ch {
		case ' ':
			n++
		case '\t':
			n += 4 - n%4
		default:
			return n
		}
	}
	return n
}

// itemMark returns the mark that begins a list item: "-", "1."; or "".
func itemMark(text string) string {
	n := 0
	for n < len(text) && n < 10 && isDigit(text[n]) {
		n++
	}
	switch {
	case n == len(text):
		return ""
	case n == 0 && (text[0] == '-' || text[0] == '*' || text[0] == '+'):
	case n > 0 && n < 10 && (text[n] == '.' || text[n] == ')'):
	default:
		return ""
	}
	n++
	if n < len(text) && text[n] != ' ' && text[n] != '\t' {
		return ""
	}
	return text[:n]
}

// isRuleLine reports whether a line is three or more of one of - * _.
func isRuleLine(text string) bool {
	if text[0] != '-' && text[0] != '*' && text[0] != '_' {
		return false
	}
	n := strings.Count(text, text[:1])
	return n >= 3 && strings.Trim(text, text[:1]+" \t") == ""
}

// isUnderline reports whether a line makes a heading of the paragraph above.
func isUnderline(text string) bool {
	t := strings.TrimRight(text, " \t")
	return t != "" && (t[0] == '=' || t[0] == '-') && strings.Trim(t, t[:1]) == ""
}
