package capture

import (
	"strings"

	"telko/minutes"
	"telko/motions"
	"telko/tasks"
)

// read fills in what follows from an entry's text: task, tally, number.
func (d *document) read(n *node) {
	switch n.e.Kind {
	case KindTask:
		x := *n.e
		d.readTask(&x)
		n.e = &x
	case KindPassage:
		if n.e.Passage != motions.VotePart {
			return
		}
		x := *n.e
		x.Vote = nil
		if v, ok := motions.ReadVote(x.Text); ok {
			v.Time = x.Clock
			x.Vote = &v
		}
		n.e = &x
	}
}

// readTask reads a task's text as the file will have it. An id that was typed
// at its end becomes the entry's, if it has none: one of another meeting makes
// the line a mention.
func (d *document) readTask(x *Entry) {
	line, rest, more := strings.Cut(x.Text, "\n")
	if id, before, ok := cutLastID(line); ok && (x.TaskID == "" || x.TaskID == id) && (before != "" || !d.owns(id)) {
		x.TaskID = id
		if x.Text = before; more {
			x.Text += "\n" + rest
		}
		if !d.owns(id) || d.taken(id, x.ID) {
			x.Kind, x.Task = KindMention, tasks.Task{}
			return
		}
		d.taskIDs[x.ID] = id
	}
	d.parseTask(x)
	if x.Number == 0 || x.TaskID != "" {
		if x.Number = x.TaskID.Number(); x.Number == 0 {
			d.numbers++
			x.Number = d.numbers
		}
		d.numbers = max(d.numbers, x.Number)
	}
}

// parseTask reads the first line of a task's text.
func (d *document) parseTask(x *Entry) {
	md, _ := d.lineMD(&Entry{Text: strings.SplitN(x.Text, "\n", 2)[0], Source: x.Source})
	t, _ := minutes.ReadTask(md, d.ctx, d.calendar())
	if t.Text == "" { // an id alone, as text
		t = tasks.Task{Text: `\` + md}
	}
	if id, start, _, ok := tasks.FindID(t.Text, 0); ok && start == 0 && id != "" {
		t.Text = `\` + t.Text // would be the line's own
	}
	t.ID, t.State = x.TaskID, tasks.Open
	if x.Done {
		t.State = tasks.Done
	}
	if t.Due.IsZero() {
		t.Due = d.defaultDue()
	}
	m := &d.meeting
	t.Meeting, t.MeetingDate, t.Series, t.Private = m.ID, m.Date, m.Series, x.Private
	x.Task = t
}

// taken reports whether another entry bears the id of a task.
func (d *document) taken(id tasks.ID, but EntryID) bool {
	for e, have := range d.taskIDs {
		if have == id && e != but && d.byID[e] != nil {
			return true
		}
	}
	return false
}

// cutLastID takes a task's id off the end of a line.
func cutLastID(line string) (id tasks.ID, before string, ok bool) {
	at := strings.LastIndexAny(line, " \t") + 1
	if len(line)-at < 9 || line[at] != '#' {
		return "", line, false
	}
	id, err := tasks.ParseID(line[at:])
	return id, strings.TrimRight(line[:at], " \t"), err == nil
}
