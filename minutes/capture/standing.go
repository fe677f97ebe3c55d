package capture

import (
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
)

// Standing returns what a late joiner missed, to be pasted into a chat: where
// one is, what is done and still to come, what was decided and promised, who is
// there. Nothing private is in it: nobody knows who reads the chat.
func (s *Session) Standing() string { return s.View().standing() }

func (v *View) standing() string {
	var parts []string
	head := v.Title
	if start := v.Start.Clock; !start.IsZero() {
		head = lang.StandHead.In(v.Lang, v.Title, start)
	}
	parts = append(parts, head+"\n"+v.standingTopics())
	if lines := v.standingDecisions(); len(lines) > 0 {
		parts = append(parts, lang.StandDecisions.In(v.Lang)+"\n"+bullets(lines))
	}
	if lines := v.standingTasks(); len(lines) > 0 {
		parts = append(parts, lang.StandTasks.In(v.Lang)+"\n"+bullets(lines))
	}
	if who := v.standingPeople(); who != "" {
		parts = append(parts, who)
	}
	return strings.Join(parts, "\n")
}

func bullets(lines []string) string { return "- " + strings.Join(lines, "\n- ") + "\n" }

// standingTopics says where one is, what was talked about, and what is ahead.
func (v *View) standingTopics() string {
	var done, ahead []string
	now := ""
	for i := range v.Topics {
		t := &v.Topics[i]
		switch {
		case t.Section != minutes.SectionTopic && t.Section != minutes.SectionPreamble:
		case t.Current && t.Private:
			now = lang.WritePrivatePart.In(v.Lang)
		case t.Current:
			now = t.Title
		case t.Private || lang.IsPrivatePart(t.Title):
		case t.Done:
			done = append(done, t.Title)
		case t.Level == 2:
			ahead = append(ahead, t.Title)
		}
	}
	if m := v.Entry(v.Motion); v.Motion != "" && m != nil && !m.Private {
		motion := v.motionName(m)
		if now = strings.TrimPrefix(now+", "+motion, ", "); m.Text == "" {
			now = motion
		}
	}
	var lines []string
	switch {
	case now == "":
	case v.TopicSince.IsZero() || v.Topic == "":
		lines = append(lines, lang.StandNow.In(v.Lang, now))
	default:
		lines = append(lines, lang.StandNowSince.In(v.Lang, now, clockOf(v.TopicSince)))
	}
	if len(done) > 0 {
		lines = append(lines, lang.StandDone.In(v.Lang, strings.Join(done, ", ")))
	}
	if len(ahead) > 0 {
		lines = append(lines, lang.StandAhead.In(v.Lang, strings.Join(ahead, ", ")))
	}
	if len(lines) == 0 {
		return ""
	}
	return strings.Join(lines, "\n") + "\n"
}

// motionName is how a motion is called: "Antrag 1: Neuer Anker".
func (v *View) motionName(e *Entry) string {
	title := plainEntry(e)
	if title == "" {
		title = lang.SaidUntitled.In(v.Lang)
	}
	if e.Number > 0 {
		return lang.AloudMotion.In(v.Lang, e.Number, title)
	}
	return lang.AloudUnnumbered.In(v.Lang, title)
}

func (v *View) standingDecisions() (lines []string) {
	for _, e := range v.Entries {
		switch {
		case e.Private:
		case e.Kind == KindDecision:
			lines = append(lines, oneLineOf(plainEntry(e)))
		case e.Kind == KindMotion:
			m := v.partsOf(e.ID)
			result := m.decision
			if result == "" {
				result = lang.StandPending.In(v.Lang)
			}
			if m.vote != "" {
				result += " (" + oneLineOf(m.vote) + ")"
			}
			lines = append(lines, lang.StandMotion.In(v.Lang, v.motionName(e), oneLineOf(result)))
		}
	}
	return lines
}

func (v *View) standingTasks() (lines []string) {
	for _, e := range v.Entries {
		if e.Kind != KindTask || e.Private {
			continue
		}
		line := minutes.PlainText(e.Task.Text)
		if who := assigneeNames(e.Task.Assignees); who != "" {
			line += " (" + who + ")"
		}
		if e.Done {
			line += ": " + lang.StateDone.In(v.Lang)
		} else if !e.Task.Due.IsZero() {
			line += ", " + lang.SaidDue.In(v.Lang, dayIn(e.Task.Due, v.Date.Year, v.Lang))
		}
		lines = append(lines, line)
	}
	return lines
}

func (v *View) standingPeople() string {
	var members, guests []string
	for i := range v.Present {
		if p := &v.Present[i]; p.Here && p.Guest {
			guests = append(guests, nameOf(*p))
		} else if p.Here {
			members = append(members, nameOf(*p))
		}
	}
	s := ""
	switch n := len(members); n {
	case 0:
	case 1:
		s = lang.StandOneHere.In(v.Lang, members[0]) + "\n"
	default:
		s = lang.StandHere.In(v.Lang, n, strings.Join(members, ", ")) + "\n"
	}
	if len(guests) > 0 {
		s += lang.StandGuests.In(v.Lang, strings.Join(guests, ", ")) + "\n"
	}
	return s
}

func oneLineOf(s string) string { return strings.Join(strings.Fields(s), " ") }
