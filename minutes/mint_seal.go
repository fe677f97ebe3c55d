package minutes

import (
	"time"

	"telko/motions"
)

// sealMotions returns the events that say what texts were when a motion was
// received, and what each answer spoke of, as far as the log does not have them:
// once the meeting is over, or the section says when the motion came. So that a
// text that is changed afterwards is remarked on. Ids are those of the motions,
// in their order.
func sealMotions(f *File, ids []motions.ID, at time.Time, log []motions.Event) []motions.Event {
	m := &f.Meeting
	held := m.Status.Held()
	type key struct {
		id     motions.ID
		verb   motions.Verb
		digest string
	}
	known := map[key]bool{}
	for i := range log {
		switch e := &log[i]; e.Verb {
		case motions.TextV:
			known[key{e.ID, e.Verb, ""}] = true
		case motions.AnswerV:
			known[key{e.ID, e.Verb, e.Digest}] = true
		}
	}
	var out []motions.Event
	add := func(e motions.Event, k key) {
		if !known[k] {
			known[k] = true
			e.At, e.By, e.ID, e.Verb = at.Truncate(time.Second), "telko", k.id, k.verb
			out = append(out, e)
		}
	}
	for i, mo := range m.Motions {
		id := ids[i]
		if id.Day() == m.IDDay && hasText(mo) && (held || !mo.Received.IsZero()) {
			add(motions.TextEvent(mo.Wording()), key{id, motions.TextV, ""})
		}
		if !held {
			continue
		}
		about := ""
		for k := range mo.Parts {
			switch p := &mo.Parts[k]; p.Kind {
			case motions.Answer:
				digest := p.Mark()
				add(motions.Event{Digest: digest, Passage: about}, key{id, motions.AnswerV, digest})
			case motions.TextPart, motions.Reasons, motions.Amendment:
				about = p.Mark()
			}
		}
	}
	return out
}

func hasText(mo *motions.Motion) bool {
	for i := range mo.Parts {
		if mo.Parts[i].Kind == motions.TextPart {
			return true
		}
	}
	return false
}
