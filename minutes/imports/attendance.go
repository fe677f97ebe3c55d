package imports

import (
	"strings"

	"telko/minutes/lang"
)

// A group is a list of names under one label, however it was written.
type group struct {
	lang.Label
	text  string // the label as written
	names []block
	line  int
	alone bool // the names stood in lists or on lines of their own
}

// attendance brings who was there and who was not into the form of the file:
// headings with lists, before the first topic. Headings that stand there
// already stay; names behind a label ("Anwesend: a, b") get headings of their
// own. Lists that only count, or say that nobody is missing, stay as written.
func (r *reader) attendance() {
	limit := r.leading()
	var out, moved []block
	var groups []group
	first := -1 // where the first topic begins, in out
	level := 0  // of the open heading of attendance: deeper ones group names
	for i := 0; i < len(r.in); {
		b := r.in[i]
		grouped := b.kind == heading && level > 0 && b.level > level && sectionOf(b.text) == lang.NoHeading
		if grouped || b.kind == heading && isAttendance(sectionOf(b.text)) && (i < limit || !r.present) {
			if !grouped {
				level = b.level
			}
			end := r.nameEnd(i)
			sect, before := r.attendanceSection(r.in[i:end])
			r.lead.said = true
			out = append(out, before...)
			if first >= 0 {
				if !grouped {
					sect[0].level = 2
				}
				moved = append(moved, sect...)
			} else {
				out = append(out, sect...)
			}
			i = end
			continue
		}
		if b.kind == heading {
			level = 0
		}
		if b.kind == heading && first < 0 && sectionOf(b.text) != lang.HeadPlace {
			first = len(out)
		}
		if i >= limit {
			out = append(out, b)
			i++
			continue
		}
		kept, g, n := r.labelled(i, limit)
		groups = append(groups, g...)
		out = append(out, kept...)
		i += n
	}
	if first < 0 {
		first = len(out)
	}
	moved = append(r.headings(groups), moved...)
	r.in = append(out[:first:first], append(moved, out[first:]...)...)
}

func isAttendance(h lang.Heading) bool {
	return h >= lang.HeadPresent && h <= lang.HeadUnexcused
}

// sectionEnd returns the index of the next heading after the one at i.
func (r *reader) sectionEnd(i int) int {
	for i++; i < len(r.in); i++ {
		if r.in[i].kind == heading {
			break
		}
	}
	return i
}

// attendanceSection makes list items of what stands under a heading of
// attendance, where it reads like names. Prose among them, which the reader of
// the file would take for names, goes before the section.
func (r *reader) attendanceSection(sect []block) (out, before []block) {
	out = []block{sect[0]}
	head := sectionOf(sect[0].text)
	if head == lang.NoHeading { // a group of those present
		head = lang.HeadPresent
	}
	for i := 1; i < len(sect); i++ {
		b := sect[i]
		switch b.kind {
		case item:
			if head == lang.HeadPresent {
				r.present = true
			}
			if f, ok := labelOf(b.text); ok && f.Label >= lang.LabelPresent || strings.Contains(plain(b.text), ":") {
				out = append(out, b)
				r.people.add(f.rest)
				continue
			}
			if parts := splitNames(plain(b.text)); len(parts) > 1 && areNames(b.text) {
				out = append(out, r.nameItems(b, b.text)...)
				continue
			}
			r.people.add(b.text)
			out = append(out, b)
		case para, desc:
			if n := r.otherList(sect[i:]); n > 0 {
				before = append(before, sect[i:i+n]...)
				i += n - 1
				continue
			}
			names, prose := r.attendancePara(b, head, i+1 < len(sect) && sect[i+1].kind == item)
			out = append(out, names...)
			before = append(before, prose...)
		default:
			out = append(out, b)
		}
	}
	return out, before
}

// attendancePara takes a paragraph below a heading of attendance apart, line by
// line: list items of the names, what else belongs to the section, and prose.
// A line that ends in a colon announces the list below, if there is one.
func (r *reader) attendancePara(b block, head lang.Heading, listBelow bool) (names, prose []block) {
	var rest, other []string
	for _, line := range b.lines() {
		line = strings.TrimSuffix(line, `\`)
		f, ok := labelOf(line)
		switch {
		case ok && f.mark && f.Label >= lang.LabelPresent && f.rest != "":
			names = append(names, block{kind: item, level: 1, text: f.text + ": " + f.rest, line: b.line})
			r.people.add(f.rest)
		case bareNames(line) && !lang.IsImportNobody(plain(line)) && !r.metaLine(line):
			names = append(names, r.nameItems(b, strings.TrimSuffix(line, "."))...)
			r.present = r.present || head == lang.HeadPresent
		case isCount(plain(line)):
			r.warn(b.line, lang.WarnCount, plain(line))
			rest = append(rest, line)
		case lang.IsImportNobody(plain(line)), strings.HasSuffix(plain(line), ":") && listBelow:
			rest = append(rest, line)
		default:
			other = append(other, line)
		}
	}
	b.kind = para
	if len(rest) > 0 {
		b.text = strings.Join(rest, "\n")
		names = append(names, b)
	}
	if len(other) > 0 {
		b.text = strings.Join(other, "\n")
		prose = []block{b}
	}
	return names, prose
}

// nameItems makes a list item of each name in text, which stands in b.
func (r *reader) nameItems(b block, text string) []block {
	var out []block
	for _, one := range splitNames(text) {
		out = append(out, block{kind: item, level: 1, text: one, line: b.line})
	}
	r.people.add(text)
	return out
}

// otherList returns the length of a list of something other than names, with
// the line before it that says what it is of: an agenda, say.
func (r *reader) otherList(sect []block) int {
	text := plain(sect[0].text)
	if !strings.HasSuffix(text, ":") || strings.Contains(sect[0].text, "\n") || isLabelLine(text) {
		return 0
	}
	n, names := 1, true
	for n < len(sect) && sect[n].kind == item {
		names = names && bareNames(sect[n].text)
		n++
	}
	if n == 1 || names {
		return 0
	}
	return n
}

// metaLine reports whether a line is one of the head's own: a span, a date, a
// labelled place.
func (r *reader) metaLine(line string) bool {
	label, _, marked, ok := cutLabel(line)
	if ok && marked && lang.ReadImportLabel(label) != lang.NoImportLabel {
		return true
	}
	_, _, span := readSpan(line)
	return span || spanOnly(plain(line))
}

// labelled reads the block at i for names behind a label. It returns what of
// it stays where it is, the groups it held, and how many blocks it took.
func (r *reader) labelled(i, limit int) (kept []block, groups []group, n int) {
	b := r.in[i]
	switch b.kind {
	case para:
		return r.labelledPara(i, limit)
	case item, term:
		f, ok := labelOf(b.text)
		if !ok || f.Label < lang.LabelPresent || b.kind == item && !f.mark && !r.hasChildren(i) {
			break
		}
		g := group{Label: f.Label, text: f.text, line: b.line}
		n = 1
		if f.rest != "" {
			g.names = append(g.names, block{kind: item, level: 1, text: f.rest, line: b.line})
		}
		for i+n < limit && (b.kind == item && r.in[i+n].kind == item && r.in[i+n].level > b.level || b.kind == term && r.in[i+n].kind == desc) {
			c := r.in[i+n]
			c.kind, c.level = item, 1
			g.names = append(g.names, c)
			g.alone = true
			n++
		}
		if r.takes(&g) {
			return nil, []group{g}, n
		}
		if b.kind == term && len(g.names) > 0 {
			return r.in[i : i+n], nil, n
		}
	}
	return []block{b}, nil, 1
}

func (r *reader) hasChildren(i int) bool {
	return i+1 < len(r.in) && r.in[i+1].kind == item && r.in[i+1].level > r.in[i].level
}

func (r *reader) labelledPara(i, limit int) (kept []block, groups []group, n int) {
	b := r.in[i]
	lines := b.lines()
	var rest []string
	n = 1
	for k := 0; k < len(lines); k++ {
		f, ok := labelOf(lines[k])
		if !ok || f.Label < lang.LabelPresent || !f.mark && len(lines) > 1 && k > 0 {
			rest = append(rest, lines[k])
			continue
		}
		g := group{Label: f.Label, text: f.text, line: b.line + k}
		take := 0 // further lines that hold the names
		name := func(text string, line int) {
			g.names = append(g.names, block{kind: item, level: 1, text: strings.TrimSuffix(text, `\`), line: line})
		}
		if f.rest != "" {
			name(f.rest, g.line)
			if strings.HasSuffix(f.rest, ",") && k+1 < len(lines) { // a list that goes on below
				name(lines[k+1], g.line+1)
				take = 1
			}
		} else {
			g.alone = true
			for k+take+1 < len(lines) && !isLabelLine(lines[k+take+1]) && bareNames(lines[k+take+1]) {
				take++
				name(lines[k+take], b.line+k+take)
			}
			if last := k+take == len(lines)-1; last && len(g.names) == 0 {
				n += r.namesBelow(i+1, limit, &g)
			}
		}
		if !r.takes(&g) {
			if n > 1 {
				n = 1
			}
			rest = append(rest, lines[k])
			continue
		}
		groups = append(groups, g)
		k += take
	}
	if len(rest) > 0 {
		b.text = strings.TrimSuffix(strings.Join(rest, "\n"), `\`)
		kept = append(kept, b)
	}
	return kept, groups, n
}

// namesBelow takes the list, or the one paragraph, that stands below a label.
func (r *reader) namesBelow(i, limit int, g *group) int {
	n := 0
	for i+n < limit && r.in[i+n].kind == item {
		c := r.in[i+n]
		c.level = 1
		g.names = append(g.names, c)
		n++
	}
	if n == 0 && i < limit && r.in[i].kind == para && bareNames(r.in[i].flat()) && !isLabelLine(r.in[i].text) && !r.metaLine(r.in[i].text) {
		for k, line := range r.in[i].lines() {
			g.names = append(g.names, block{kind: item, level: 1, text: strings.TrimSuffix(line, `\`), line: r.in[i].line + k})
		}
		n = 1
	}
	return n
}

// takes reports whether a group holds names; one that counts or says that
// there are none stays as written.
func (r *reader) takes(g *group) bool {
	r.lead.said = true
	if len(g.names) == 0 {
		return false
	}
	for _, c := range g.names {
		text := plain(strings.TrimSuffix(c.text, "."))
		switch {
		case isCount(text):
			if g.Label == lang.LabelPresent || g.Label == lang.LabelGuests {
				r.warn(g.line, lang.WarnCount, text)
			}
			return false
		case lang.IsImportNobody(text):
			return false
		case !g.alone && !areNames(text):
			return false
		}
	}
	for _, c := range g.names {
		r.people.add(c.text)
	}
	return true
}

// headings writes groups as sections: those present with their guests, then
// those absent with the kinds of excuse. A label that can be a heading becomes
// one, any other stays before its names.
func (r *reader) headings(groups []group) []block {
	var present, absent []block
	for _, g := range groups {
		if g.Label == lang.LabelPresent || g.Label == lang.LabelGuests {
			present = r.section(present, g, lang.HeadPresent)
			r.present = true
		} else {
			absent = r.section(absent, g, lang.HeadAbsent)
		}
	}
	return append(present, absent...)
}

func (r *reader) section(out []block, g group, head lang.Heading) []block {
	named := len(out) == 0 && sectionOf(g.text) == head
	if len(out) == 0 {
		text := g.text
		if !named {
			text = head.Write(r.lang)
		}
		out = append(out, block{kind: heading, level: 2, text: text, line: g.line})
	}
	if !named {
		return append(out, block{kind: item, level: 1, text: g.text + ": " + joinNames(g.names), line: g.line})
	}
	for _, c := range g.names {
		for _, one := range splitNames(strings.TrimSuffix(c.text, ".")) {
			out = append(out, block{kind: item, level: 1, text: one, line: c.line})
		}
	}
	return out
}

func joinNames(names []block) string {
	var s []string
	for _, c := range names {
		s = append(s, strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(c.text), "."), ","))
	}
	return strings.Join(s, ", ")
}
