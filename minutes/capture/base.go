package capture

import (
	"strings"

	"telko/minutes"
)

// base is the meeting's files as the session found them, from which the events
// are folded.
type base struct {
	ctx             minutes.Context
	name, prefix    string
	public, private part
	meeting         minutes.Meeting
	nodes           []node
	people          []person
	numbers         int
	topic           EntryID
	problems        []Remark
}

// newBase reads the files that a session begins from.
func newBase(c *Config) (*base, error) {
	b := &base{ctx: c.Context, name: c.Ref.Path, numbers: c.Numbers}
	pub, err := load(b.name, c.Base, c.Context, "f-")
	if err != nil {
		return nil, err
	}
	b.meeting = pub.file.Meeting
	if c.Context.IDPrefix != nil {
		b.prefix = c.Context.IDPrefix(b.meeting.Series)
	}
	b.take(pub, &b.public, false)
	for _, p := range pub.people {
		b.people = append(b.people, *p)
	}
	if len(c.Private) > 0 {
		priv, err := load(strings.TrimSuffix(b.name, ".md")+minutes.PrivateSuffix+".md", c.Private, c.Context, "p-")
		if err != nil {
			return nil, err
		}
		b.take(priv, &b.private, true)
	}
	b.number()
	b.enter()
	return b, nil
}

// take adds a file's nodes.
func (b *base) take(l *loaded, p *part, private bool) {
	*p = part{there: true, head: l.head, tail: l.tail, nl: l.nl}
	for _, x := range l.file.Problems() {
		if x.Code == minutes.Unclosed { // swallows what is written behind it
			b.problems = append(b.problems, Remark{Err: x.Err})
		}
	}
	if b.meeting.Status == minutes.StatusLive && !private {
		l.prepare()
	}
	for _, n := range l.nodes {
		p.after = n.e.ID
		n.e.Private = private
		n.prepared = n.prepared || b.meeting.Status == minutes.StatusAgenda
		b.nodes = append(b.nodes, *n)
		if n.e.Kind == KindTask {
			b.numbers = max(b.numbers, n.e.TaskID.Number())
		}
	}
}

// number gives a number to every task.
func (b *base) number() {
	for i := range b.nodes {
		e := b.nodes[i].e
		if e.Kind != KindTask {
			continue
		}
		if e.Number = e.TaskID.Number(); e.Number == 0 {
			b.numbers++
			e.Number = b.numbers
		}
	}
}

// enter goes to the last topic in which something stands, unless the telco is
// yet to begin.
func (b *base) enter() {
	said := false
	for i := len(b.nodes) - 1; i >= 0; i-- {
		n := &b.nodes[i]
		switch {
		case n.e.Private:
		case n.isContent():
			said = true
		case n.e.Kind == KindTopic:
			if said && n.e.Section == minutes.SectionTopic {
				b.topic = n.firstID()
				return
			}
			said = false
		}
	}
}
