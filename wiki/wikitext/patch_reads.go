package wikitext

import (
	"slices"
	"strconv"
	"strings"
)

// readsAs returns what a reader sees of wikitext, in a form that is equal for
// texts that read the same: the blocks, and of their text the runs. A list that a
// blank line parts is two.
func readsAs(src string) string {
	var b strings.Builder
	d := Scan(src)
	parts := d.Parts()
	for i, x := range parts {
		switch {
		case x.Kind != Blank:
			b.WriteString(blockReadsAs(x, d.Raw(x)))
			b.WriteByte(0)
		case i > 0 && i+1 < len(parts) && oneList(parts[i-1].Kind, parts[i-1].Marks, parts[i+1].Kind, parts[i+1].Marks):
			b.WriteByte('\x05')
		}
	}
	return b.String()
}

// oneList reports whether two items side by side are of one list.
func oneList(a Kind, x string, b Kind, y string) bool {
	if a != ListItem || b != ListItem {
		return false
	}
	return x[0] == y[0] || (x[0] == ';' || x[0] == ':') && (y[0] == ';' || y[0] == ':')
}

// partsList reports whether the blank line before unit i parts a list.
func (u units) partsList(i int) bool {
	return i > 0 && i < len(u.list) && sepKind(u.seps[i]) == 2 && oneList(u.list[i-1].kind, u.list[i-1].marks, u.list[i].kind, u.list[i].marks)
}

// withBreaks returns the units for comparing: where a blank line parts a list,
// that is part of the item below.
func (u units) withBreaks() []unit {
	out := slices.Clone(u.list)
	for i := 1; i < len(out); i++ {
		if u.partsList(i) {
			out[i].text = "\x05" + out[i].text
		}
	}
	return out
}

// readsAs returns what a reader sees of units i to j-1 of wikitext. known is what
// was found out before.
func (u units) readsAs(i, j int, known map[string]string) string {
	var b strings.Builder
	for k := i; k < j; k++ {
		x := u.list[k]
		if u.partsList(k) {
			b.WriteByte('\x05')
		}
		key := string(rune(x.kind)) + x.text
		s, ok := known[key]
		if !ok {
			s = reading(x.text, x)
			known[key] = s
		}
		b.WriteString(s)
	}
	return b.String()
}

func blockReadsAs(x Block, raw string) string {
	head := string(rune('A'+x.Kind)) + strconv.Itoa(x.Level) + x.Marks + "\x01"
	switch x.Kind {
	case Heading, ListItem, Paragraph:
		return head + runsReadAs(x.Text)
	case Table, TableStart, TableRow, TableEnd:
		return head + cellsReadAs(raw)
	case Pre:
		text, plain := x.Text, true
		if x.Marks == " " {
			text, plain = preText(text)
		}
		if plain {
			return string(rune('A'+x.Kind)) + decodeEntities(text)
		}
		return head + x.Text
	}
	return head + strings.Join(strings.Fields(x.Text), " ")
}

// runsReadAs writes the runs of a text down.
func runsReadAs(text string) string {
	runs, ok := readRuns(clean(strings.TrimSpace(text)))
	if !ok {
		return strings.Join(strings.Fields(text), " ")
	}
	var b strings.Builder
	for _, r := range runs {
		link := r.link
		if a := address(link); a != "" {
			link = a
		}
		b.WriteString(strconv.Itoa(int(r.kind)) + "," + strconv.Itoa(int(r.style)) + "," + strconv.Itoa(r.group) + "," + link + "\x02")
		b.WriteString(strings.ReplaceAll(r.text, "\n", " "))
		b.WriteByte('\x03')
	}
	return b.String()
}

// cellsReadAs writes the cells of a table's row down: "| a || b" and each cell
// on a line of its own are the same.
func cellsReadAs(raw string) string {
	sep := "\n|"
	if strings.HasPrefix(strings.TrimLeft(raw, "|- \t\r\n"), "!") {
		sep = "\n!"
	}
	raw = strings.NewReplacer("||", sep, "!!", "\n!").Replace(raw)
	var b strings.Builder
	for _, line := range strings.Split(raw, "\n") {
		line = strings.TrimSpace(line)
		mark := ""
		if line != "" && (line[0] == '|' || line[0] == '!') {
			mark = line[:1]
			line = strings.TrimSpace(line[1:])
		}
		if strings.HasPrefix(line, "-") {
			line = strings.TrimRight(line, "- ")
		} else {
			line = runsReadAs(line)
		}
		if mark+line != "" {
			b.WriteString(mark + line + "\x04")
		}
	}
	return b.String()
}

// openTable is put before parts of a table that are looked at alone.
const openTable = "{|\n"

// inTable reports whether a block is what it is only within a table.
func inTable(u unit) bool { return u.kind == TableRow || u.kind == TableEnd }

// reading returns readsAs for wikitext that begins with a block like first.
func reading(text string, first unit) string {
	if inTable(first) {
		return readsAs(openTable + text)
	}
	return readsAs(text)
}

// markdownReading returns readsAs for a piece of Markdown that begins with a
// block like first. refs are the link definitions of its text.
func markdownReading(text, refs string, first unit) string {
	if first.kind != Pre || first.marks == "" {
		text = dedent(text)
	}
	if marks := itemMark(strings.TrimLeft(text, " ")); marks != "" && isDigit(marks[0]) { // which item of a list it is does not show
		text = strings.Replace(text, marks, "1"+marks[len(marks)-1:], 1)
	}
	if refs != "" && strings.Contains(text, "]") {
		text += "\n\n" + refs
	}
	return readsAs(FromMarkdown([]byte(text), WriteOptions{}))
}

// linkDefinitions returns the lines that say where [text][label] leads.
func linkDefinitions(u units) string {
	var b strings.Builder
	for _, x := range u.list {
		if x.kind == Switch && strings.HasPrefix(strings.TrimLeft(x.text, " "), "[") {
			b.WriteString(x.text + "\n")
		}
	}
	return b.String()
}

// cutAs cuts a text that begins with a block like first.
func cutAs(text string, f Format, first unit) []unit {
	if f == Wikitext && inTable(first) {
		return cutWikitext(openTable + text).list[1:]
	}
	return cutBlocks(text, f).list
}

// dedent takes the indent of the first line from all lines.
func dedent(s string) string {
	lead := s[:len(s)-len(strings.TrimLeft(s, " \t"))]
	if lead == "" {
		return s
	}
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimPrefix(l, lead)
	}
	return strings.Join(lines, "\n")
}
