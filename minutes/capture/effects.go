package capture

import (
	"cmp"
	"slices"
	"strings"

	"telko/minutes/lang"
	"telko/tasks"
)

// effects lists what is to be written and was not yet, what is to be taken back
// first.
func (d *document) effects() []Effect {
	wanted := map[EntryID]bool{}
	var out []Effect
	want := func(of EntryID, ev tasks.Event) {
		wanted[of] = true
		if _, done := d.carried[of]; !done {
			out = append(out, Effect{Of: of, Event: ev})
		}
	}
	for i := range d.outcomes {
		o := &d.outcomes[i]
		want(o.ID, tasks.Event{
			At: o.At, By: o.By, ID: o.TaskID, Verb: tasks.Verb(o.Key),
			Due: o.Due, Assignees: o.Assignees, Text: o.Text, Private: o.Secret,
		})
	}
	for of, id := range d.taskIDs {
		if !d.liveTask(of, id) && !d.gone[of] && !d.taken(id, of) {
			want(of, tasks.Event{ID: id, Verb: tasks.Drop})
		}
	}
	for of, was := range d.carried {
		if !wanted[of] {
			out = append(out, Effect{Of: of, Undo: true, Event: was.Event})
		}
	}
	slices.SortFunc(out, func(a, b Effect) int {
		if a.Undo != b.Undo {
			if a.Undo {
				return -1
			}
			return 1
		}
		return cmp.Or(a.Event.At.Compare(b.Event.At), strings.Compare(string(a.Of), string(b.Of)))
	})
	return out
}

// noteCarried notes that an effect was written, or taken back.
func (d *document) noteCarried(e *Event) {
	if !e.Done {
		delete(d.carried, e.Of)
		return
	}
	ev, _ := tasks.ParseEvent(e.Text)
	ev.Private = e.Secret
	d.carried[e.Of] = Effect{Of: e.Of, Event: ev}
}

// carriedEvent is what the journal notes of an effect that was written.
func carriedEvent(e Effect) Event {
	return Event{Verb: Carried, Of: e.Of, Done: !e.Undo, TaskID: e.Event.ID, Secret: e.Event.Private, Text: e.Event.Line()}
}

// tellText notes what another part of the program found.
func (d *document) tellText(e *Event) {
	d.tell(e.Of, lang.E(lang.CaptureRemark, e.Text))
}
