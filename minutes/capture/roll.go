package capture

import (
	"slices"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks/when"
)

// state says where a person is.
type state uint8

const (
	isExpected state = iota
	isPresent        // is or was there
	isAbsent
)

// person is somebody who is, was or should be there.
type person struct {
	nick, name string
	guest      bool
	state      state
	intervals  []minutes.Interval // present: in order; never changed in place
	excuse     minutes.Excuse     // absent
	note       string
	line       EntryID // the node that lists the person; "" for none
}

// here reports whether p is there now.
func (p *person) here() bool {
	n := len(p.intervals)
	return p.state == isPresent && n > 0 && p.intervals[n-1].Until.IsZero()
}

// presence returns p as a View has it.
func (p *person) presence() Presence {
	v := Presence{
		Nick: p.nick, Name: p.name, Guest: p.guest, Here: p.here(), Intervals: p.intervals,
		Excused: p.state == isAbsent && p.excuse == minutes.Excused, Absent: p.state == isAbsent, Expected: p.state == isExpected,
	}
	if n := len(p.intervals); n > 0 {
		v.Since = p.intervals[n-1].From
	}
	return v
}

// attendance returns p as package minutes has it.
func (p *person) attendance() minutes.Attendance {
	return minutes.Attendance{Name: p.name, Nick: p.nick, Guest: p.guest, Intervals: p.intervals, Note: p.note}
}

// findPerson returns who an event is about: by nick, else by name.
func (d *document) findPerson(nick, name string) *person {
	for _, p := range d.people {
		if nick != "" && lang.Key(p.nick) == lang.Key(nick) {
			return p
		}
	}
	for _, p := range d.people {
		if name != "" && lang.Key(p.name) == lang.Key(name) && (nick == "" || p.nick == "") {
			return p
		}
	}
	return nil
}

// attend carries out an event of attendance.
func (d *document) attend(e *Event) {
	p := d.findPerson(e.Nick, e.Name)
	if p == nil {
		if e.Verb == Forget {
			return
		}
		p = &person{nick: e.Nick, name: e.Name, guest: e.Guest}
		if who, ok := d.ctx.People.Find(e.Nick); ok && e.Name == "" {
			p.name = who.Name
		}
		d.people = append(d.people, p)
	}
	d.rollRev++
	switch e.Verb {
	case Come:
		p.guest = p.guest || e.Guest
		d.come(p, e)
	case Leave:
		d.leave(p, e)
	case Excuse:
		d.list(p, isAbsent, e.ID)
		p.intervals, p.excuse = nil, minutes.Excused
		d.touchLine(p.line)
	case Expect:
		p.guest = p.guest || e.Guest
	case Forget:
		d.unlist(p)
		for i := range d.people {
			if d.people[i] == p {
				d.people = append(d.people[:i:i], d.people[i+1:]...)
				break
			}
		}
	}
}

// come notes that p came at a time, the zero Clock meaning from the start. Of
// somebody who is there already it mends the time; somebody who comes when
// they left, or without a time, was never gone.
func (d *document) come(p *person, e *Event) {
	d.list(p, isPresent, e.ID)
	n := len(p.intervals)
	switch {
	case n == 0:
		p.intervals = []minutes.Interval{{From: e.Clock}}
	case p.here():
		if n > 1 && e.Clock.IsZero() {
			return
		}
		p.intervals = withLast(p.intervals, minutes.Interval{From: e.Clock})
	case e.Clock.IsZero() || e.Clock == p.intervals[n-1].Until:
		p.intervals = withLast(p.intervals, minutes.Interval{From: p.intervals[n-1].From})
	default:
		p.intervals = append(p.intervals[:n:n], minutes.Interval{From: e.Clock})
	}
	d.touchLine(p.line)
}

// leave notes that p left at a time. Of somebody who left already it mends the
// time. Whoever leaves before the time at which they are said to have come has
// been there from the start.
func (d *document) leave(p *person, e *Event) {
	d.list(p, isPresent, e.ID)
	iv := minutes.Interval{}
	if n := len(p.intervals); n > 0 {
		iv = p.intervals[n-1]
	} else {
		p.intervals = []minutes.Interval{{}}
	}
	iv.Until = e.Clock
	if !iv.From.IsZero() && d.before(iv.Until, iv.From) {
		iv.From = 0
		if n := len(p.intervals); n > 1 {
			iv.From, p.intervals = p.intervals[n-2].From, p.intervals[:n-1:n-1]
		}
	}
	p.intervals = withLast(p.intervals, iv)
	d.touchLine(p.line)
}

// withLast returns a copy of ivs with another last interval.
func withLast(ivs []minutes.Interval, last minutes.Interval) []minutes.Interval {
	out := append([]minutes.Interval(nil), ivs...)
	out[len(out)-1] = last
	return out
}

// before reports whether a comes before b in the night of the telco.
func (d *document) before(a, b when.Clock) bool {
	start := d.meeting.Start
	if start.IsZero() {
		start = when.Moment{Date: d.meeting.Date, Clock: when.ClockAt(12, 0)}
	}
	x, y := when.Night(start, a), when.Night(start, b)
	if x.Date != y.Date {
		return x.Date.Before(y.Date)
	}
	return x.Clock < y.Clock
}

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
	if i == 0 || i < len(d.nodes) && d.nodes[i].roll != nil && !d.nodes[i].roll.head {
		return
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
		if j := slices.IndexFunc(lines, func(l *node) bool { return p.state == isAbsent && l.roll.kind == minutes.SectionAbsent && l.roll.excuse == p.excuse }); j >= 0 {
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
