package capture

import (
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
)

// ReadAloud returns what a keeper reads out before and after a vote: the motion
// one is in with its amendments, who may vote, and the result if there is one.
func (s *Session) ReadAloud() string {
	v := s.View()
	return v.readAloud(v.Motion)
}

// readAloud is ReadAloud for a motion.
func (v *View) readAloud(motion EntryID) string {
	head := v.Entry(motion)
	if motion == "" || head == nil {
		return lang.AloudNone.In(v.Lang)
	}
	var b strings.Builder
	title := plainEntry(head)
	if title == "" {
		title = lang.SaidUntitled.In(v.Lang)
	}
	if head.Number > 0 {
		b.WriteString(lang.AloudMotion.In(v.Lang, head.Number, title) + "\n")
	} else {
		b.WriteString(lang.AloudUnnumbered.In(v.Lang, title) + "\n")
	}
	m := v.partsOf(motion)
	if m.petitioner != "" {
		b.WriteString(lang.AloudPart.In(v.Lang, lang.LabelPetitioner.Write(v.Lang), m.petitioner) + "\n")
	}
	if len(m.text) == 0 {
		b.WriteString("\n" + lang.AloudNoText.In(v.Lang) + "\n")
	}
	for _, text := range append(m.text, m.amendments...) {
		b.WriteString("\n" + text + "\n")
	}
	b.WriteString("\n" + v.voters() + "\n")
	switch {
	case m.vote == "" && m.decision == "":
		b.WriteString(lang.AloudOpen.In(v.Lang) + "\n")
	case m.vote != "":
		b.WriteString(lang.AloudPart.In(v.Lang, lang.LabelVote.Write(v.Lang), m.vote) + "\n")
	}
	switch {
	case m.decision != "":
		b.WriteString(lang.AloudResult.In(v.Lang, m.decision) + "\n")
	case m.vote != "":
		b.WriteString(lang.AloudUndecided.In(v.Lang) + "\n")
	}
	return b.String()
}

// motionParts are those of a motion that are read aloud, as plain text. Of
// several votes and decisions the last ones count.
type motionParts struct {
	petitioner       string
	text, amendments []string
	vote, decision   string
}

func (v *View) partsOf(motion EntryID) (m motionParts) {
	to := &m.text // what a list goes on with
	for _, e := range v.Entries {
		if e.Motion != motion || e.Private && !v.privateMotion(motion) {
			continue
		}
		text := plainEntry(e)
		switch {
		case e.Kind == KindNote || e.Kind == KindRaw:
			if to != nil && text != "" {
				*to = append(*to, text)
			}
			continue
		case e.Kind != KindPassage || text == "":
			continue
		}
		to = nil
		switch e.Passage {
		case Petition:
			m.petitioner = text
		case motions.TextPart:
			m.text = append(m.text, text)
			to = &m.text
		case motions.Amendment:
			label := lang.LabelAmendment.Write(v.Lang)
			if e.By != "" {
				text = lang.AloudOf.In(v.Lang, label, e.By, text)
			} else {
				text = lang.AloudPart.In(v.Lang, label, text)
			}
			m.amendments = append(m.amendments, text)
			to = &m.amendments
		case motions.VotePart:
			m.vote, m.decision = text, ""
		case motions.Decision:
			m.decision = text
		}
	}
	return m
}

func (v *View) privateMotion(motion EntryID) bool {
	e := v.Entry(motion)
	return e != nil && e.Private
}

// voters says who may vote: the members who are there, guests apart.
func (v *View) voters() string {
	var members, guests []string
	for i := range v.Present {
		if p := &v.Present[i]; p.Here && p.Guest {
			guests = append(guests, nameOf(*p))
		} else if p.Here {
			members = append(members, nameOf(*p))
		}
	}
	s := ""
	switch len(members) {
	case 0:
		s = lang.AloudNoVoters.In(v.Lang)
	case 1:
		s = lang.AloudVoter.In(v.Lang, members[0])
	default:
		s = lang.AloudVoters.In(v.Lang, len(members), strings.Join(members, ", "))
	}
	if len(guests) > 0 {
		s += "\n" + lang.AloudGuests.In(v.Lang, strings.Join(guests, ", "))
	}
	return s
}

// plainEntry returns an entry's text as one reads it, without marks.
func plainEntry(e *Entry) string {
	lines := strings.Split(e.Text, "\n")
	for i, line := range lines {
		if !e.Source {
			line = markdownOf(line)
		}
		lines[i] = minutes.PlainText(line)
	}
	return strings.Join(lines, "\n")
}
