package capture

import (
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
)

// events returns what a reading does, nothing for what only shows something.
func (s *Session) events(r Reading) ([]Event, error) {
	several := strings.Contains(r.Text, "\n") // as it was pasted
	switch r.Act {
	case ActNote:
		return s.into(Event{Verb: MakeNote, Level: r.Level, Text: r.Text, Source: several}, r), nil
	case ActExtend:
		return []Event{{Verb: Extend, Of: r.Of, Text: r.Text, Source: several}}, nil
	case ActTask:
		return s.into(Event{Verb: MakeTask, Level: r.Level, Text: r.Text}, r), nil
	case ActDecision:
		return s.into(Event{Verb: MakeDecision, Level: r.Level, Text: r.Text}, r), nil
	case ActTopic:
		if r.Of != "" {
			return s.enterTopic(r.Of), nil
		}
		return []Event{{Verb: MakeTopic, Level: r.Level, Text: r.Topic}}, nil
	case ActUp:
		return []Event{{Verb: Goto, Of: r.Of}}, nil
	case ActChange:
		return s.changed(r), nil
	case ActCome, ActLeave, ActExcuse:
		return s.attended(r), nil
	case ActMotion, ActPetitioner, ActPassage, ActVote, ActOutcome, ActClose:
		return s.moved(r), nil
	}
	return s.ordered(r)
}

// ordered returns what a reading does that the screen has a command for.
func (s *Session) ordered(r Reading) ([]Event, error) {
	var c Command
	switch r.Act {
	case ActMend:
		e := s.View().Entry(r.Of)
		c = EditEntry{ID: r.Of, Text: r.Text, Source: e != nil && e.Source}
	case ActUndo:
		c = UndoLast{}
	case ActRedo:
		c = RedoLast{}
	case ActPrivate:
		c = MakePrivate{Topic: r.Of}
	case ActHead:
		c = SetHead{Key: r.Key, Value: r.Text}
	case ActEnd:
		if r.Clock.IsZero() {
			r.Clock = clockOf(s.c.Now())
		}
		c = EndTelco{At: r.Clock}
	default:
		return nil, nil
	}
	ev, _, err := s.commandEvents(c)
	return ev, err
}

// into puts an entry where the line says: a remark for another topic does not
// leave the current one.
func (s *Session) into(e Event, r Reading) []Event {
	if r.Into != "" {
		e.Topic, e.Stay = r.Into, true
	}
	return []Event{e}
}

// enterTopic goes to a topic, unless one is there.
func (s *Session) enterTopic(id EntryID) []Event {
	if v := s.View(); v.Topic == id && v.Motion == "" {
		return nil
	}
	return []Event{{Verb: Goto, Of: id}}
}

func (s *Session) attended(r Reading) (ev []Event) {
	for _, p := range r.People {
		e := Event{Verb: Come, Nick: p.Nick, Name: p.Name, Guest: p.Guest, Clock: p.From}
		switch {
		case r.Act == ActLeave, r.Act == ActExcuse && !p.Until.IsZero():
			e.Verb, e.Guest, e.Clock = Leave, false, p.Until
		case r.Act == ActExcuse:
			e.Verb, e.Guest, e.Clock = Excuse, false, 0
		}
		ev = append(ev, e)
		if r.Act == ActCome && !p.Until.IsZero() {
			ev = append(ev, Event{Verb: Leave, Nick: p.Nick, Name: p.Name, Clock: p.Until})
		}
	}
	return ev
}

// moved returns what a line on a motion does.
func (s *Session) moved(r Reading) []Event {
	passage := func(kind motions.Kind, text string) Event {
		return Event{Verb: MakePassage, Passage: kind, Text: text, Source: strings.Contains(text, "\n"), Topic: r.Of}
	}
	switch r.Act {
	case ActMotion:
		if r.Of != "" {
			return []Event{{Verb: Goto, Of: r.Of}}
		}
		return []Event{{Verb: MakeMotion, Text: r.Topic, Number: r.Number, MotionID: r.MotionID}}
	case ActPetitioner:
		return []Event{{Verb: Petitioner, Of: r.Of, Text: r.Text}}
	case ActPassage:
		e := passage(r.Passage, r.Text)
		e.Who, e.Label = r.By, r.Label
		return []Event{e}
	case ActVote:
		e := passage(motions.VotePart, r.Text)
		e.Clock = r.Clock
		if r.Outcome == motions.NoOutcome {
			return []Event{e}
		}
		return []Event{e, passage(motions.Decision, minutes.FormatOutcome(r.Outcome, s.Lang()))}
	case ActOutcome:
		return []Event{passage(motions.Decision, r.Text)}
	}
	if !s.View().Open {
		return nil
	}
	return []Event{{Verb: Close}}
}

// changed returns what a line does to a task that is there: one of this meeting
// changes in the minutes, an earlier one in the log and as a mention.
func (s *Session) changed(r Reading) (ev []Event) {
	c := r.Change
	if c.Of == "" {
		return s.changedEarlier(c)
	}
	e := s.View().Entry(c.Of)
	if e == nil {
		return nil
	}
	if r.Text != e.Text {
		ev = append(ev, Event{Verb: Edit, Of: c.Of, Text: r.Text, Source: e.Source})
	}
	switch {
	case c.Verb == "":
	case c.Verb == tasks.DoneV && !e.Done:
		ev = append(ev, Event{Verb: Tick, Of: c.Of, Done: true})
	case c.Verb == tasks.Reopen && e.Done:
		ev = append(ev, Event{Verb: Tick, Of: c.Of})
	case c.Verb == tasks.Drop && e.TaskID == "":
		ev = append(ev, Event{Verb: Delete, Of: c.Of})
	case e.TaskID != "" && c.Verb != tasks.DoneV:
		ev = append(ev, Event{Verb: Outcome, TaskID: e.TaskID, Key: string(c.Verb), Text: cleanLine(c.Text), Secret: e.Private})
	}
	return ev
}

func (s *Session) changedEarlier(c *Change) (ev []Event) {
	t := c.Task
	if len(c.Assignees) > 0 {
		ev = append(ev, s.promised(PromiseOutcome{Task: t, Verb: tasks.Assign, Assignees: c.Assignees})...)
		t.Assignees = c.Assignees
	}
	if !c.Due.IsZero() {
		ev = append(ev, s.promised(PromiseOutcome{Task: t, Verb: tasks.DueV, Due: c.Due})...)
	}
	if c.Verb != "" {
		ev = append(ev, s.promised(PromiseOutcome{Task: t, Verb: c.Verb, Text: c.Text})...)
	}
	return ev
}

// noNumberYet refuses what only the log can say of a task that has no id there
// yet.
func noNumberYet(c *Change) *lang.Error {
	switch c.Verb {
	case tasks.Wait, tasks.Resume, tasks.Note:
		if c.Of != "" && c.Task.ID == "" {
			return lang.E(lang.RefuseNoNumber, c.Number).Hint(lang.RefuseNoNumberHint)
		}
	}
	return nil
}
