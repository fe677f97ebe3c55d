package capture

import (
	"slices"

	"telko/minutes"
	"telko/minutes/lang"
)

// list puts p on the list of a state, on a new line at its end, unless it
// stands there.
func (d *document) list(p *person, to state, id EntryID) {
	if p.state == to && p.line != "" {
		return
	}
	d.unlist(p)
	p.state, p.excuse, p.note = to, minutes.ExcuseUnknown, ""
	kind := minutes.SectionPresent
	if to == isAbsent {
		kind = minutes.SectionAbsent
		if line := d.excusedLine(); line != nil {
			p.line = line.e.ID
			return
		}
	}
	after := d.rollEnd(kind, p.guest, id)
	n := &node{e: &Entry{ID: id + "/" + EntryID(p.nick+p.name), Kind: KindRaw, Section: kind}, roll: &rollLine{kind: kind}}
	if to == isAbsent {
		n.roll.excuse = minutes.Excused
	}
	if last := d.nodes[after]; last.roll != nil && !last.roll.head && last.mark != "" && last.mark[0] < '0' {
		n.mark, n.indent, n.width = last.mark, last.indent, last.width
	}
	d.insert(after+1, n)
	p.line = n.e.ID
}

// excusedLine returns telko's own line of those excused, nil if there is none.
func (d *document) excusedLine() *node {
	for _, n := range d.nodes {
		if n.roll != nil && n.src == "" && n.roll.kind == minutes.SectionAbsent && n.roll.excuse == minutes.Excused && !n.roll.head {
			return n
		}
	}
	return nil
}

// rollEnd returns the index of the last node of a section of attendance, which
// is begun if there is none: behind what stands before the first heading, and
// absence behind attendance. Only guests stand below a heading for guests.
func (d *document) rollEnd(kind minutes.SectionKind, guest bool, id EntryID) int {
	end, other, among := -1, -1, false
	for i, n := range d.nodes {
		if n.roll != nil && n.roll.head {
			among = lang.ReadHeading(n.e.Text) == lang.HeadGuests
		}
		switch {
		case n.e.Private:
		case n.roll != nil && n.e.Section == kind:
			if !among || guest {
				end = i
			}
		case n.roll != nil:
			other = i
		}
	}
	if end >= 0 {
		return end
	}
	at := d.preambleEnd(false)
	if kind == minutes.SectionAbsent && other >= 0 {
		at = other + 1
	}
	title := lang.HeadPresent
	if kind == minutes.SectionAbsent {
		title = lang.HeadAbsent
	}
	head := &Entry{ID: id + "/" + EntryID(title.Write(lang.English)), Kind: KindTopic, Level: 2, Text: title.Write(d.lang), Section: kind}
	d.insert(at, &node{e: head, roll: &rollLine{kind: kind, head: true}})
	return at
}

// unlist takes p off the line it stands on; a line that is empty goes.
func (d *document) unlist(p *person) {
	line := p.line
	if line == "" {
		return
	}
	d.touchLine(line)
	line, p.line = p.line, ""
	for _, q := range d.people {
		if q.line == line {
			return
		}
	}
	i := d.at(line)
	if i < 0 {
		return
	}
	d.remove(i)
	if i == 0 || i < len(d.nodes) && !d.nodes[i].isHeading() {
		return // something else stands below the heading
	}
	if head := d.nodes[i-1]; head.roll != nil && head.roll.head && head.src == "" {
		d.remove(i - 1) // telko's own heading with nobody below it
	}
}

// touchLine makes a line of attendance from a file telko's own. One that named
// several people becomes a line for each, those absent one for each excuse.
func (d *document) touchLine(id EntryID) {
	n := d.byID[id]
	if n == nil || n.src == "" {
		return
	}
	n.src = ""
	i := d.at(id)
	var lines []*node
	for _, p := range d.people {
		if p.line != id {
			continue
		}
		if j := slices.IndexFunc(lines, func(l *node) bool {
			return p.state == isAbsent && l.roll.kind == minutes.SectionAbsent && l.roll.excuse == p.excuse
		}); j >= 0 {
			p.line = lines[j].e.ID
			continue
		}
		line := n
		if len(lines) > 0 {
			line = &node{e: &Entry{ID: id + "/" + EntryID(p.nick+p.name), Kind: KindRaw, Section: n.e.Section}, mark: n.mark, indent: n.indent, width: n.width}
			i++
			d.insert(i, line)
			p.line = line.e.ID
		}
		line.roll = &rollLine{kind: minutes.SectionPresent, excuse: p.excuse}
		if p.state == isAbsent {
			line.roll.kind = minutes.SectionAbsent
		}
		lines = append(lines, line)
	}
}
