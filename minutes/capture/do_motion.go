package capture

import (
	"strings"
	"time"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

// newMotion makes a motion with all its passages.
func (s *Session) newMotion(c NewMotion) []Event {
	motion := s.newID()
	ev := []Event{{Verb: MakeMotion, ID: motion, Text: cleanLine(c.Title), Number: c.Number}}
	if by := cleanLine(c.Petitioner); by != "" {
		ev = append(ev, Event{Verb: MakePassage, Topic: motion, Passage: Petition, Text: by})
	}
	for i := range c.Parts {
		p := &c.Parts[i]
		e := Event{Verb: MakePassage, Topic: motion, Passage: p.Kind, Who: p.By, Clock: p.Time}
		e.Text, e.Source = pasted(p.Text)
		if p.Vote != nil && e.Text == "" {
			e.Text = voteText(*p.Vote, s.Lang())
		}
		if e.Text == "" && p.Kind == motions.Decision {
			e.Text = minutes.FormatOutcome(p.Outcome, s.Lang())
		}
		if e.Text != "" {
			ev = append(ev, e)
		}
	}
	return append(ev, Event{Verb: Close})
}

// pasted returns a text of a form: one line as it is typed, several as
// Markdown.
func pasted(text string) (clean string, source bool) {
	clean = trimLines(Clean(text))
	return clean, strings.Contains(clean, "\n")
}

// editMotion changes a motion to what a form has of it: only what differs.
func (s *Session) editMotion(c EditMotion) ([]Event, error) {
	d := s.doc
	h := d.at(c.ID)
	if h < 0 || d.nodes[h].e.Kind != KindMotion {
		return nil, lang.E(lang.CaptureGone)
	}
	var ev []Event
	if title := cleanLine(c.Title); title != "" && title != d.nodes[h].e.Text {
		ev = append(ev, Event{Verb: Edit, Of: c.ID, Text: title})
	}
	kept := map[EntryID]bool{}
	for _, p := range c.Parts {
		kept[p.ID] = trimLines(Clean(p.Text)) != ""
	}
	var order []EntryID // of the passages that stay, as they stand
	var petition *Entry
	for _, n := range d.nodes[h+1 : d.bodyEnd(h)] {
		switch {
		case n.e.Kind != KindPassage:
		case n.e.Passage == Petition:
			petition = n.e
		case !kept[n.e.ID]: // among them those whose text was taken out
			ev = append(ev, Event{Verb: Delete, Of: n.e.ID})
		default:
			order = append(order, n.e.ID)
		}
	}
	switch by := cleanLine(c.Petitioner); {
	case by == "" && petition != nil:
		ev = append(ev, Event{Verb: Delete, Of: petition.ID})
	case by != "" && (petition == nil || by != petition.Text):
		ev = append(ev, Event{Verb: MakePassage, Topic: c.ID, Passage: Petition, Text: by, Stay: true})
	}
	return append(ev, s.editParts(c, order)...), nil
}

// editParts changes the passages of a motion. Order is that of those that stay.
func (s *Session) editParts(c EditMotion, order []EntryID) (ev []Event) {
	d := s.doc
	next := AtEnd // the passage that the one looked at stands before
	for i := len(c.Parts) - 1; i >= 0; i-- {
		p := &c.Parts[i]
		text, source := pasted(p.Text)
		n := d.byID[p.ID]
		if text == "" {
			continue
		}
		if p.ID == "" || n == nil || n.e.Kind != KindPassage {
			e := Event{
				Verb: MakePassage, ID: s.newID(), Topic: c.ID, Before: next, Passage: p.Passage,
				Who: p.By, Clock: p.Clock, Text: text, Source: source, Stay: true,
			}
			if next == AtEnd {
				e.Before = ""
			}
			ev, next = append(ev, e), e.ID
			continue
		}
		if n.e.Passage != p.Passage {
			ev = append(ev, Event{Verb: Retype, Of: p.ID, Kind: KindPassage, Passage: p.Passage})
		}
		by := cleanLine(p.By)
		if text != n.e.Text || by != n.e.By || p.Clock != n.e.Clock {
			e := Event{Verb: Edit, Of: p.ID, Key: LabelToo, Text: text, Source: source, Who: by, Clock: p.Clock}
			if text == n.e.Text {
				e.Source = n.e.Source
			}
			ev = append(ev, e)
		}
		if len(order) > 0 && order[len(order)-1] == p.ID {
			order = order[:len(order)-1]
		} else {
			ev = append(ev, Event{Verb: Move, Of: p.ID, Before: next, Topic: c.ID})
			for j := range order {
				if order[j] == p.ID {
					order = append(order[:j:j], order[j+1:]...)
					break
				}
			}
		}
		next = p.ID
	}
	return ev
}

// voteText returns a tally in words.
func voteText(v motions.Vote, l lang.Lang) string {
	if v.Mode != "" && v.For+v.Against+v.Abstain == 0 {
		return v.Mode
	}
	tally := lang.WriteTally
	if v.Abstain == 1 {
		tally = lang.WriteTallyOne
	}
	text := tally.In(l, v.For, v.Against, v.Abstain)
	if v.Mode != "" {
		text += " (" + v.Mode + ")"
	}
	return text
}

// assigneeWords returns assignees as a bracket has them.
func assigneeWords(as []tasks.Assignee) string {
	var words []string
	for _, a := range as {
		words = append(words, a.String())
	}
	return strings.Join(words, ", ")
}

func clockOf(t time.Time) when.Clock { return when.ClockAt(t.Hour(), t.Minute()) }
