package capture

import (
	"strings"
	"unicode/utf8"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
)

// Describe says in l how the line is read, with the offer of a near miss:
// "Aufgabe · rpr, sebi · fällig Fr 15.01."; of a line that Enter would not take,
// why. Warnings are not in it.
func (r Reading) Describe(l lang.Lang) string {
	s := r.describe(l)
	if r.Err != nil {
		s = r.Err.In(l)
		if hint := lang.HintOf(r.Err, l); hint != "" {
			s += dot + hint
		}
	}
	if r.Offer != nil {
		s = lang.SaidOffer.In(l, s, r.Offer.Line)
	}
	return s
}

func (r Reading) describe(l lang.Lang) string {
	switch r.Act {
	case ActNote:
		if r.Into != "" {
			return lang.SaidNoteFor.In(l, r.Topic)
		}
		return withLines(lang.SaidNote.In(l), r.Text, l)
	case ActExtend:
		return withLines(lang.SaidGoesOn.In(l, passageName(r.Passage, "", l)), r.Text, l)
	case ActTask:
		return r.describeTask(l)
	case ActChange:
		return r.describeChange(l)
	case ActCome, ActLeave, ActExcuse:
		return r.describePeople(l)
	case ActTopic, ActUp, ActPrivate:
		return r.describeTopic(l)
	case ActMotion, ActPetitioner, ActPassage, ActVote, ActOutcome, ActClose, ActReadAloud:
		return r.describeMotion(l)
	case ActDecision:
		s := lang.SaidDecision.In(l, excerpt(r.Text))
		if r.Into != "" {
			s += dot + lang.SaidFor.In(l, r.Topic)
		}
		return s
	case ActMend:
		return lang.SaidMend.In(l, around(r.Text, r.New))
	}
	return r.describeCommand(l)
}

const dot = " · "

func (r Reading) describeCommand(l lang.Lang) string {
	switch r.Act {
	case ActUndo:
		return sayOr(lang.SaidUndo, r.Text, lang.RefuseNoUndo, l)
	case ActRedo:
		return sayOr(lang.SaidRedo, r.Text, lang.RefuseNoRedo, l)
	case ActReview:
		return lang.SaidReview.In(l)
	case ActPromises:
		return lang.SaidPromises.In(l)
	case ActStanding:
		return lang.SaidStanding.In(l)
	case ActPreview:
		return lang.SaidPreview.In(l)
	case ActPublish:
		return lang.SaidPublish.In(l)
	case ActHelp:
		return lang.SaidHelp.In(l)
	case ActEnd:
		if !r.Clock.IsZero() {
			return lang.SaidEndAt.In(l, r.Clock)
		}
		return lang.SaidEnd.In(l)
	case ActHead:
		key := map[string]lang.Text{"place": lang.SaidPlace, "keeper": lang.SaidKeeper, "start": lang.SaidStart, "title": lang.SaidTitle}
		return key[r.Key].In(l, orDots(r.Text))
	}
	return ""
}

// sayOr says t of text, or what there is to say without one.
func sayOr(t lang.Text, text string, none lang.Text, l lang.Lang) string {
	if text == "" {
		return none.In(l)
	}
	return t.In(l, text)
}

func (r Reading) describeTopic(l lang.Lang) string {
	switch {
	case r.Act == ActPrivate && r.Of == "":
		return lang.RefuseNoTopic.In(l)
	case r.Act == ActPrivate:
		return lang.SaidPrivate.In(l, r.Topic)
	case r.Act == ActUp && r.Err != nil:
		return r.Err.In(l)
	case r.Act == ActUp:
		return lang.SaidUp.In(l, orDots(r.Topic))
	case r.Of != "":
		return lang.SaidReturn.In(l, r.Topic)
	case r.Level > 2:
		return lang.SaidSubtopic.In(l, r.Topic)
	}
	return lang.SaidTopic.In(l, r.Topic)
}

func (r Reading) describeTask(l lang.Lang) string {
	s := lang.SaidTask.In(l)
	if r.Into != "" {
		s = lang.SaidTaskFor.In(l, r.Topic)
	}
	who := assigneeNames(r.Task.Assignees)
	if who == "" {
		who = lang.SaidNobody.In(l)
	}
	s += dot + who
	if !r.Due.IsZero() {
		s += dot + lang.SaidDue.In(l, dayIn(r.Due, r.year, l))
	}
	return s
}

func assigneeNames(as []tasks.Assignee) string {
	var names []string
	for _, a := range as {
		names = append(names, a.String())
	}
	return strings.Join(names, ", ")
}

func (r Reading) describeChange(l lang.Lang) string {
	c := r.Change
	var parts []string
	if c.Verb != "" {
		did := map[tasks.Verb]lang.Text{
			tasks.DoneV: lang.DidDone, tasks.Reopen: lang.DidReopen, tasks.Wait: lang.DidWait, tasks.Resume: lang.DidResume,
			tasks.Drop: lang.DidDrop, tasks.Note: lang.DidNote,
		}[c.Verb].In(l)
		if c.Text != "" {
			did = lang.SaidReason.In(l, did, c.Text)
		}
		parts = append(parts, did)
	}
	if len(c.Assignees) > 0 {
		parts = append(parts, lang.SaidNewWho.In(l, assigneeNames(c.Assignees)))
	}
	if !c.Due.IsZero() {
		parts = append(parts, lang.SaidNewDue.In(l, dayIn(c.Due, r.year, l)))
	}
	return lang.SaidChange.In(l, shortID(c), strings.Join(parts, dot), excerpt(minutes.PlainText(c.Task.Text)))
}

func (r Reading) describeMotion(l lang.Lang) string {
	switch r.Act {
	case ActMotion:
		title := r.Topic
		if title == "" {
			title = lang.SaidUntitled.In(l)
		}
		s := lang.SaidMotion.In(l, title)
		switch {
		case r.Of != "":
			s = lang.SaidMotionBack.In(l, title)
		case r.Number > 0:
			s = lang.SaidMotionNr.In(l, r.Number, title)
		}
		if r.MotionID != "" && r.Of == "" {
			s += dot + lang.SaidTakenUp.In(l, r.MotionID)
		}
		return s
	case ActPetitioner:
		return lang.SaidPetitioner.In(l, orDots(r.Text))
	case ActVote:
		return lang.SaidVote.In(l, orDots(r.Text))
	case ActOutcome:
		s := lang.SaidOutcome.In(l, orDots(excerpt(r.Text)))
		if words := minutes.FormatOutcome(r.Outcome, l); r.Outcome != motions.NoOutcome && !strings.EqualFold(words, r.Text) {
			s += dot + words
		}
		return s
	case ActClose:
		if r.Passage == "" {
			return lang.SaidCloseNone.In(l)
		}
		return lang.SaidClose.In(l, passageName(r.Passage, "", l))
	case ActReadAloud:
		return lang.SaidReadAloud.In(l, orDots(r.Topic))
	}
	name := r.Label
	if name == "" {
		name = passageName(r.Passage, r.By, l)
	}
	if r.Text == "" {
		return lang.SaidOpens.In(l, name)
	}
	return withLines(name+dot+excerpt(r.Text), r.Text, l)
}

// passageName returns how minutes in l call a passage, and who speaks in it.
func passageName(k motions.Kind, by string, l lang.Lang) string {
	name := lang.SaidText.In(l)
	switch k {
	case motions.Reasons:
		name = lang.LabelReasons.Write(l)
	case motions.Answer:
		name = lang.LabelAnswer.Write(l)
	case motions.Comment:
		name = lang.LabelComment.Write(l)
	case motions.Amendment:
		name = lang.LabelAmendment.Write(l)
	case motions.VotePart:
		name = lang.LabelVote.Write(l)
	case motions.Decision:
		name = lang.LabelDecision.Write(l)
	}
	if by != "" {
		return lang.WriteBy.In(l, name, by)
	}
	return name
}

// withLines says of how many lines a text is, if of several.
func withLines(s, text string, l lang.Lang) string {
	if n := strings.Count(text, "\n"); n > 0 {
		return lang.SaidLines.In(l, s, n+1)
	}
	return s
}

// excerpt returns the beginning of a text, to be said of it.
func excerpt(s string) string {
	const most = 60
	s, _, more := strings.Cut(s, "\n")
	if n := 0; utf8.RuneCountInString(s) > most {
		for i := range s {
			if n++; n == most {
				return s[:i] + "…"
			}
		}
	}
	if more {
		return s + " …"
	}
	return s
}

// around returns a part of text with what stands in it.
func around(text, what string) string {
	text = strings.ReplaceAll(text, "\n", " ")
	at := max(strings.Index(text, what), 0)
	from := 0
	if at > 24 {
		if i := strings.IndexByte(text[at-24:at], ' '); i >= 0 {
			from = at - 24 + i + 1
		}
	}
	s := excerpt(text[from:])
	if from > 0 {
		s = "…" + s
	}
	return s
}

func orDots(s string) string {
	if s == "" {
		return "…"
	}
	return s
}
