package capture

import "slices"

// What can be taken back, and in which order. An undo takes an event, with those
// that came with it, out of the fold; a redo puts them back. So undo and then
// redo is the same by construction.

// history is the events of a session, and which of them count.
type history struct {
	all    []Event
	undone map[EntryID]bool // first events of a line that count no more
	back   []EntryID        // what undo takes back, the next one last
	forth  []EntryID        // what redo brings back, the next one last
}

// add takes up an event. Refold says that what counted before counts no more,
// or the other way round, so that the document must be made anew.
func (h *history) add(e *Event) (refold bool) {
	h.all = append(h.all, *e)
	switch {
	case e.Verb == Undo:
		h.back = without(h.back, e.Of)
		h.forth = append(without(h.forth, e.Of), e.Of)
		h.undone[e.Of] = true
		return true
	case e.Verb == Redo:
		h.forth = without(h.forth, e.Of)
		h.back = append(without(h.back, e.Of), e.Of)
		delete(h.undone, e.Of)
		return true
	case e.With == "" && undoable(e):
		h.back = append(h.back, e.ID)
		h.forth = h.forth[:0]
	}
	return false
}

// counts reports whether an event is part of the fold.
func (h *history) counts(e *Event) bool {
	first := e.With
	if first == "" {
		first = e.ID
	}
	return !h.undone[first] && e.Verb != Undo && e.Verb != Redo
}

// undoable reports whether an event is something that the keeper did.
func undoable(e *Event) bool {
	switch e.Verb {
	case Open, Written, GiveID, Carried, Tell, Expect, Undo, Redo:
		return false
	}
	return e.By != Outside
}

func without(ids []EntryID, id EntryID) []EntryID {
	out := ids[:0]
	for _, have := range ids {
		if have != id {
			out = append(out, have)
		}
	}
	return out
}

// find returns the event with this id, nil if there is none.
func (h *history) find(id EntryID) *Event {
	for i := len(h.all) - 1; i >= 0; i-- {
		if h.all[i].ID == id {
			return &h.all[i]
		}
	}
	return nil
}

// group returns an event and those that came with it.
func (h *history) group(id EntryID) []*Event {
	var out []*Event
	for i := len(h.all) - 1; i >= 0; i-- {
		switch e := &h.all[i]; {
		case e.With == id:
			out = append(out, e)
		case e.ID == id:
			out = append(out, e)
			slices.Reverse(out)
			return out
		}
	}
	return out
}
