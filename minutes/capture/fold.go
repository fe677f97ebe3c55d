package capture

import (
	"telko/minutes"
	"telko/tasks"
	"telko/tasks/when"
)

// apply lets one event count. An event on what is not there changes nothing: it
// may come from a journal that was merged, or follow one that was undone.
func (d *document) apply(e *Event) {
	d.rev++
	switch e.Verb {
	case Open:
		if d.since.IsZero() {
			d.since = e.At
		}
	case Head:
		if e.Lines {
			d.setHead(e)
			return
		}
		d.setKey(e.Key, e.Text)
	case End:
		d.setKey("end", e.Clock.String())
		d.setKey("status", string(minutes.StatusDraft))
		d.enter(e, d.topic, "")
	case Again:
		d.setKey("end", "")
		d.setKey("status", string(minutes.StatusLive))
	case MakeTopic, MakeNote, MakeTask, MakeDecision, MakeMotion, MakePassage, MakeMention, MakeRaw:
		d.make(e)
	case Goto:
		d.goTo(e)
	case Private:
		d.hide(e)
	case Close:
		d.open = ""
	case Petitioner:
		p := *e
		p.Verb, p.Passage, p.Topic = MakePassage, Petition, e.Of
		d.make(&p)
	case Extend:
		d.extend(e)
	case Edit:
		d.edit(e)
	case Move:
		d.move(e)
	case Nest:
		d.nest(e)
	case Retype:
		d.retype(e)
	case Delete:
		d.delete(e)
	case Tick:
		d.tick(e)
	case GiveID:
		d.giveID(e)
	case Come, Leave, Excuse, Expect, Forget:
		d.attend(e)
	case Outcome:
		d.outcomes = append(d.outcomes, *e)
	case Carried:
		d.noteCarried(e)
	case Tell:
		d.tellText(e)
	}
}

// tick checks or clears the box of a task.
func (d *document) tick(e *Event) {
	n := d.byID[e.Of]
	if n == nil || n.e.Kind != KindTask && n.e.Kind != KindMention || n.e.Done == e.Done {
		return
	}
	src, md := n.src, n.md
	d.change(n, func(x *Entry) { x.Done = e.Done })
	if src != "" {
		n.src, n.md = checked(src, e.Done), md
	}
	d.read(n)
}

// checked returns a checkbox line from a file with another mark in its box.
func checked(src string, done bool) string {
	for i := 0; i+2 < len(src); i++ {
		if src[i] == '[' && src[i+2] == ']' {
			mark := " "
			if done {
				mark = "x"
			}
			return src[:i+1] + mark + src[i+2:]
		}
	}
	return src
}

// giveID notes the id that a task or motion got when it was saved.
func (d *document) giveID(e *Event) {
	if e.TaskID != "" {
		d.taskIDs[e.Of] = e.TaskID
	}
	n := d.byID[e.Of]
	if n == nil {
		return
	}
	src, edited := n.src, n.e.Edited
	d.change(n, func(x *Entry) {
		if e.TaskID != "" {
			x.TaskID = e.TaskID
		}
		if e.MotionID != "" {
			x.MotionID = e.MotionID
		}
		x.Edited = edited
	})
	if src != "" {
		id := string(e.TaskID)
		if n.e.Kind == KindMotion {
			id = string(e.MotionID)
		}
		n.src = withID(src, id)
	}
	d.read(n)
}

// withID returns a line from a file with an id at the end of its first line.
func withID(src, id string) string {
	end := 0
	for end < len(src) && src[end] != '\n' && src[end] != '\r' {
		end++
	}
	for end > 0 && (src[end-1] == ' ' || src[end-1] == '\t') {
		end--
	}
	return src[:end] + " #" + id + src[end:]
}

// setKey sets a value of the heads of both files. One that would make the
// public file unreadable changes nothing.
func (d *document) setKey(key, value string) {
	head, err := headWith(d.name, d.public, d.ctx, key, value)
	if err != nil {
		return
	}
	m, err := minutes.ParseHead(d.name, []byte(head), d.ctx)
	if err != nil {
		return
	}
	d.public.head, d.meeting = head, m
	if key == "date" || key == "due-days" || key == "id-day" {
		d.settledRoll = -1 // dates in words count from another day
	}
	d.dirty = true
	if !d.private.there {
		return
	}
	if head, err = headWith(d.name, d.private, d.ctx, key, value); err == nil {
		d.private.head = head
	}
}

// defaultDue is when a task without a date is due.
func (d *document) defaultDue() when.Date {
	return d.meeting.Date.AddDays(d.meeting.DueDays)
}

// liveTask reports whether an entry stands in the minutes as the task it got
// its id for.
func (d *document) liveTask(id EntryID, task tasks.ID) bool {
	n := d.byID[id]
	return n != nil && n.e.Kind == KindTask && n.e.TaskID == task
}
