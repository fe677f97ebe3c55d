package capture

import (
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
