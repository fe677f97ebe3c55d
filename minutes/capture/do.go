package capture

import (
	"slices"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
)

// Do carries out a command of the screen, as Enter does with a line.
func (s *Session) Do(c Command) (Reading, error) {
	events, r, err := s.commandEvents(c)
	if err != nil {
		return r, err
	}
	return r, s.commit(events)
}

// commandEvents returns what a command does.
func (s *Session) commandEvents(c Command) ([]Event, Reading, error) {
	var r Reading
	one := func(e Event, err error) ([]Event, Reading, error) {
		if err != nil {
			return nil, r, err
		}
		return []Event{e}, r, nil
	}
	switch c := c.(type) {
	case EditEntry:
		r = Reading{Act: ActMend, Of: c.ID, Text: c.Text}
		return one(s.editEntry(c))
	case MoveEntry:
		return one(s.moveEntry(c))
	case NestEntry:
		return one(s.nestEntry(c))
	case RetypeEntry:
		return one(s.retypeEntry(c))
	case DeleteEntry:
		_, err := s.entry(c.ID)
		return one(Event{Verb: Delete, Of: c.ID}, err)
	case UndoLast:
		if len(s.log.back) == 0 {
			return nil, r, lang.E(lang.CaptureNothingBack)
		}
		r = Reading{Act: ActUndo, Text: s.View().CanUndo}
		return one(Event{Verb: Undo, Of: s.log.back[len(s.log.back)-1]}, nil)
	case RedoLast:
		if len(s.log.forth) == 0 {
			return nil, r, lang.E(lang.CaptureNothingForth)
		}
		r = Reading{Act: ActRedo, Text: s.View().CanRedo}
		return one(Event{Verb: Redo, Of: s.log.forth[len(s.log.forth)-1]}, nil)
	case GotoTopic:
		if n, err := s.entry(c.Topic); c.Topic != "" && (err != nil || !n.isHeading()) {
			return nil, r, lang.E(lang.CaptureNoTopic)
		}
		r = Reading{Act: ActTopic, Of: c.Topic}
		return one(Event{Verb: Goto, Of: c.Topic}, nil)
	case ClosePassage:
		return one(Event{Verb: Close}, nil)
	case PasteText:
		return one(s.paste(c))
	case NewMotion:
		return s.newMotion(c), Reading{Act: ActMotion, Topic: c.Title}, nil
	case EditMotion:
		ev, err := s.editMotion(c)
		return ev, r, err
	case SetHead:
		if err := s.doc.checkHead(c.Key, c.Value); err != nil {
			return nil, r, err
		}
		return one(Event{Verb: Head, Key: c.Key, Text: cleanLine(c.Value)}, nil)
	case TakeVote:
		ev, err := s.takeVote(c)
		return ev, Reading{Act: ActVote, Vote: &c.Vote}, err
	case PromiseOutcome:
		return s.promised(c), r, nil
	case SetPresence:
		if c.Person.Nick == "" && c.Person.Name == "" {
			return nil, r, lang.E(lang.CaptureNoPerson)
		}
		return one(Event{Verb: c.Verb, Nick: c.Person.Nick, Name: c.Person.Name, Guest: c.Person.Guest, Clock: c.Clock}, nil)
	case MakePrivate:
		return one(s.makePrivate(c.Topic))
	case EndTelco:
		if s.doc.meeting.Status != minutes.StatusLive && !s.doc.meeting.End.IsZero() {
			return nil, r, lang.E(lang.CaptureEnded)
		}
		if c.At.IsZero() {
			c.At = clockOf(s.c.Now())
		}
		return one(Event{Verb: End, Clock: c.At}, nil)
	case ReopenTelco:
		if s.doc.meeting.End.IsZero() && s.doc.meeting.Status == minutes.StatusLive {
			return nil, r, lang.E(lang.CaptureNotEnded)
		}
		return one(Event{Verb: Again}, nil)
	}
	return nil, r, nil
}

// paste makes one entry of text of however many lines.
func (s *Session) paste(c PasteText) (Event, error) {
	e := Event{Verb: MakeNote, Text: trimLines(Clean(c.Text))}
	if e.Text == "" {
		return e, lang.E(lang.CaptureEmpty)
	}
	e.Source = slices.Contains([]byte(e.Text), '\n')
	if c.Kind == KindPassage {
		e.Verb, e.Passage, e.Who = MakePassage, c.Passage, c.By
		switch c.Passage {
		case motions.Answer, motions.Comment:
		default:
			if s.doc.motion == "" {
				return e, lang.E(lang.CaptureNoMotion)
			}
		}
	}
	return e, nil
}

// trimLines takes blank lines off both ends of a text, and blanks off the ends
// of its lines.
func trimLines(text string) string {
	lines := linesTrimmed(text)
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return joinLines(lines)
}

// takeVote puts a tally, and what was decided, into the motion one is in.
func (s *Session) takeVote(c TakeVote) ([]Event, error) {
	if s.doc.motion == "" {
		return nil, lang.E(lang.CaptureNoMotion)
	}
	at := c.Vote.Time
	if at.IsZero() {
		at = clockOf(s.c.Now())
	}
	ev := []Event{{Verb: MakePassage, Passage: motions.VotePart, Clock: at, Text: voteText(c.Vote, s.Lang())}}
	if c.Outcome != "" {
		ev = append(ev, Event{Verb: MakePassage, Passage: motions.Decision, Text: c.Outcome})
	}
	return ev, nil
}

// makePrivate hides a topic.
func (s *Session) makePrivate(topic EntryID) (Event, error) {
	n := s.doc.byID[topic]
	switch {
	case n == nil || !n.isHeading() || !n.isTopical():
		return Event{}, lang.E(lang.CaptureNoTopic)
	case n.e.Private:
		return Event{}, lang.E(lang.CaptureIsPrivate)
	case n.e.Kind == KindTopic:
		topic = n.firstID()
	}
	return Event{Verb: Private, Of: topic}, nil
}

// promised notes what became of a task of an earlier meeting: in its log, and
// among the open tasks of these minutes.
func (s *Session) promised(c PromiseOutcome) []Event {
	t := &c.Task
	return []Event{
		{Verb: Outcome, TaskID: t.ID, Key: string(c.Verb), Due: c.Due, Assignees: c.Assignees, Text: cleanLine(c.Text), Secret: t.Private},
		{Verb: MakeMention, TaskID: t.ID, Text: mentionText(c, s.Lang()), Source: true, Secret: t.Private, Stay: true},
	}
}

// mentionText says what became of a task: "Text (chrit): erledigt".
func mentionText(c PromiseOutcome, l lang.Lang) string {
	t := c.Task
	text := t.Text
	if len(t.Assignees) > 0 {
		text += " (" + assigneeWords(t.Assignees) + ")"
	}
	reason := markdownOf(cleanLine(c.Text))
	switch c.Verb {
	case tasks.DoneV:
		text = lang.MentionDone.In(l, text)
	case tasks.Drop:
		text = lang.MentionDrop.In(l, text)
	case tasks.Wait:
		text = lang.MentionWait.In(l, text)
	case tasks.Resume:
		text = lang.MentionResume.In(l, text)
	case tasks.Reopen:
		text = lang.MentionReopen.In(l, text)
	case tasks.DueV:
		text = lang.MentionDue.In(l, text, minutes.FormatDate(c.Due, l))
	case tasks.Assign:
		text = lang.MentionAssign.In(l, text, assigneeWords(c.Assignees))
	case tasks.Note:
		return lang.MentionNote.In(l, text, reason)
	}
	if reason != "" {
		text = lang.MentionReason.In(l, text, reason)
	}
	return text
}
