package capture

import (
	"slices"
	"time"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

// document is what the events say: the minutes, and where in them one is. It
// is made from the meeting's file and changed by one event after the other.
type document struct {
	lang   lang.Lang
	ctx    minutes.Context
	name   string // of the meeting's file
	prefix string // of ids in the series

	nodes []*node // in the order of the file; those of the private file have Entry.Private
	byID  map[EntryID]*node

	public, private part
	meeting         minutes.Meeting // what the head says
	people          []*person       // in the order in which they came
	rollRev         int             // grows with changes of people

	topic   EntryID // that one is in; "" before the first
	since   time.Time
	spent   map[EntryID]time.Duration
	visited map[EntryID]bool
	motion  EntryID // that one is in
	open    EntryID // the open passage; the motion itself before its first text
	last    EntryID

	taskIDs  map[EntryID]tasks.ID // of entries that have or had one
	gone     map[EntryID]bool     // entries that another program deleted
	outcomes []Event              // of earlier tasks
	carried  map[EntryID]Effect   // what was written to the logs
	problems []Remark
	numbers  int // highest number of a task

	settledRoll int  // rollRev that the tasks were shown with
	dirty       bool // the nodes changed since settle
	rev         int
}

// part is what a file holds beside its entries.
type part struct {
	there bool // there is such a file
	head  string
	tail  string  // blank lines at the end
	after EntryID // the entry that tail follows
	nl    string
}

// newDocument makes the document of a meeting's files.
func newDocument(b *base) *document {
	d := &document{
		lang: b.ctx.Lang, ctx: b.ctx, name: b.name, prefix: b.prefix,
		byID: map[EntryID]*node{}, spent: map[EntryID]time.Duration{}, visited: map[EntryID]bool{},
		taskIDs: map[EntryID]tasks.ID{}, gone: map[EntryID]bool{}, carried: map[EntryID]Effect{},
		public: b.public, private: b.private, meeting: b.meeting, numbers: b.numbers,
		settledRoll: -1, dirty: true, topic: b.topic, problems: slices.Clone(b.problems),
	}
	d.nodes = make([]*node, len(b.nodes), len(b.nodes)+64)
	for i := range b.nodes {
		n := b.nodes[i]
		d.nodes[i] = &n
		d.byID[n.e.ID] = &n
		if n.e.Kind == KindTask && n.e.TaskID != "" {
			d.taskIDs[n.e.ID] = n.e.TaskID
		}
	}
	for _, p := range b.people {
		d.people = append(d.people, &p)
	}
	d.ctx.Known = d.known
	return d
}

// at returns the index of a node, -1 if it is not there. What is asked for is
// mostly near the end.
func (d *document) at(id EntryID) int {
	n := d.byID[id]
	if n == nil {
		return -1
	}
	for i := len(d.nodes) - 1; i >= 0; i-- {
		if d.nodes[i] == n {
			return i
		}
	}
	return -1
}

func (d *document) insert(i int, n *node) {
	d.nodes = slices.Insert(d.nodes, i, n)
	d.byID[n.e.ID] = n
	d.dirty = true
}

func (d *document) remove(i int) {
	delete(d.byID, d.nodes[i].e.ID)
	d.nodes = slices.Delete(d.nodes, i, i+1)
	d.dirty = true
}

// change replaces an entry by what fn makes of it.
func (d *document) change(n *node, fn func(e *Entry)) {
	e := *n.e
	fn(&e)
	n.replace(e)
	d.dirty = true
}

// known returns who of this meeting's attendance answers to a word, as package
// minutes finds them.
func (d *document) known(word string) (nick string, ok bool) {
	want := lang.Key(word)
	for _, st := range []state{isPresent, isAbsent} {
		for _, p := range d.people {
			if p.state != st || lang.Key(p.nick) != want && lang.Key(p.name) != want || want == "" {
				continue
			}
			if p.nick != "" {
				return p.nick, true
			}
			return p.name, true
		}
	}
	return "", false
}

// calendar is what dates in words count from.
func (d *document) calendar() when.Calendar {
	c := when.Calendar{From: d.meeting.Date}
	if next := d.ctx.NextTelco; next != nil {
		c.Telco = func(name string, from when.Date) []when.Date { return next(d.meeting.Series, name, from) }
	}
	return c
}

// owns reports whether id is one that this meeting gives to its tasks.
func (d *document) owns(id tasks.ID) bool {
	return id.Day() == d.meeting.IDDay && id.Nick() == "" && (d.ctx.IDPrefix == nil || id.Prefix() == d.prefix)
}

// nextMotion returns the number of the next motion.
func (d *document) nextMotion() int {
	most := 0
	for _, n := range d.nodes {
		if n.e.Kind == KindMotion {
			most = max(most, n.e.Number)
		}
	}
	return most + 1
}

// textPart returns the passage of a motion that plain text goes on with: its
// last one of text, nil if there is none.
func (d *document) textPart(motion EntryID) *node {
	var found *node
	for i := d.at(motion) + 1; i > 0 && i < len(d.nodes) && !d.nodes[i].isHeading(); i++ {
		if n := d.nodes[i]; n.e.Kind == KindPassage && n.e.Passage == motions.TextPart {
			found = n
		}
	}
	return found
}

// tell notes something that the keeper should know.
func (d *document) tell(id EntryID, err *lang.Error) {
	d.problems = append(d.problems, Remark{Entry: id, Err: err})
}
