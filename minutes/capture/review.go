package capture

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
)

// ReviewCode says what a keeper should look at.
type ReviewCode uint8

// What a careful keeper looks at before the end.
const (
	ReviewNobody     ReviewCode = iota // nobody is listed as present
	ReviewUnseen                       // somebody was expected and never seen: Person
	ReviewNoAssignee                   // a task that nobody is to do: Entry
	ReviewNoAnswer                     // a motion with neither answer nor decision: Entry
	ReviewNoDecision                   // a motion that was answered or voted on, but not decided: Entry
	ReviewLeftOver                     // a topic that has nothing in it: Entry, Topic
	ReviewPerhaps                      // a note that reads like a promise: Entry, Line
	ReviewRemark                       // what reading had doubts about: Entry or none
)

// ReviewItem is one thing to look at.
type ReviewItem struct {
	Code   ReviewCode
	Entry  EntryID // "" for none
	Person Presence
	Topic  string
	Line   string      // the task that a note could become: "ruft dort an (rpr)"
	Says   *lang.Error // what is the matter; its hint is what one can type
}

// Offers reports whether there is something to accept or refuse: a note
// becomes a task, a topic goes to the next telco.
func (r *ReviewItem) Offers() bool { return r.Code == ReviewPerhaps || r.Code == ReviewLeftOver }

// Review returns what a careful keeper would look at, in the order in which
// one would: people, tasks, motions, topics, notes. It forbids nothing.
func (s *Session) Review() []ReviewItem {
	v := s.View()
	var out []ReviewItem
	if len(v.Present) == 0 {
		out = append(out, ReviewItem{Code: ReviewNobody, Says: lang.E(lang.ReviewNobody).Hint(lang.ReviewNobodyHint)})
	}
	for _, p := range v.Missing {
		if len(v.Present) > 0 && p.Expected && !p.Excused && !p.Absent {
			word := p.Nick
			if word == "" {
				word = p.Name
			}
			out = append(out, ReviewItem{Code: ReviewUnseen, Person: p, Says: lang.E(lang.ReviewUnseen, nameOf(p)).Hint(lang.ReviewUnseenHint, word, word)})
		}
	}
	for _, e := range v.Entries {
		if e.Kind == KindTask && !e.Done && len(e.Task.Assignees) == 0 {
			out = append(out, ReviewItem{Code: ReviewNoAssignee, Entry: e.ID, Says: lang.E(lang.ReviewNoAssignee, taskName(e)).Hint(lang.ReviewNoAssigneeHint, taskNumber(e))})
		}
	}
	out = append(out, reviewMotions(v)...)
	out = append(out, reviewTopics(v)...)
	out = append(out, s.reviewNotes(v)...)
	for _, p := range v.Problems {
		out = append(out, ReviewItem{Code: ReviewRemark, Entry: p.Entry, Says: p.Err})
	}
	return out
}

func nameOf(p Presence) string {
	if p.Name == "" {
		return p.Nick
	}
	return p.Name
}

// taskName returns what a task is called in a sentence.
func taskName(e *Entry) string {
	if n := taskNumber(e); n != "#" {
		return n + " " + e.Task.Text
	}
	return e.Task.Text
}

// taskNumber returns how a line names a task of this meeting.
func taskNumber(e *Entry) string {
	switch {
	case e.Number > 0:
		return "#" + strconv.Itoa(e.Number)
	case e.TaskID != "":
		return "#" + strconv.Itoa(e.TaskID.Number())
	}
	return "#"
}

// reviewMotions finds motions without an answer or a decision.
func reviewMotions(v *View) []ReviewItem {
	var out []ReviewItem
	parts := map[EntryID][]motions.Passage{}
	for _, e := range v.Entries {
		if e.Kind == KindPassage && e.Motion != "" {
			p := motions.Passage{Kind: e.Passage, Label: e.Label, Text: e.Text, Vote: e.Vote}
			if p.Label == "" {
				p.Label = "-" // a label of telko's own: it is a decision, whatever it says
			}
			p.Outcome, _ = motions.ReadOutcome(e.Text)
			parts[e.Motion] = append(parts[e.Motion], p)
		}
	}
	for _, e := range v.Entries {
		if e.Kind != KindMotion {
			continue
		}
		mo := motions.Motion{Parts: parts[e.ID]}
		title := strings.TrimSpace(lang.LabelMotion.Write(v.Lang) + " " + strconv.Itoa(e.Number))
		if e.Text != "" {
			title += ": " + e.Text
		}
		switch {
		case lastDecision(&mo) != nil:
		case mo.Handling() == motions.HandlingAnswered || mo.Vote() != nil:
			out = append(out, ReviewItem{Code: ReviewNoDecision, Entry: e.ID, Says: lang.E(lang.ReviewNoDecision, title).Hint(lang.ReviewNoDecisionHint)})
		default:
			out = append(out, ReviewItem{Code: ReviewNoAnswer, Entry: e.ID, Says: lang.E(lang.ReviewNoAnswer, title).Hint(lang.ReviewNoAnswerHint)})
		}
	}
	return out
}

// reviewTopics finds topics that nobody said anything in.
func reviewTopics(v *View) []ReviewItem {
	filled := map[EntryID]bool{}
	for _, e := range v.Entries {
		if e.Kind != KindTopic || e.Topic != "" && e.Topic != e.ID && e.Continues == "" {
			filled[e.Topic] = true
		}
	}
	var out []ReviewItem
	for i := range v.Topics {
		t := &v.Topics[i]
		if filled[t.ID] || t.Private || t.Section != minutes.SectionTopic || lang.IsMotions(t.Title) || lang.IsPrivatePart(t.Title) {
			continue
		}
		out = append(out, ReviewItem{Code: ReviewLeftOver, Entry: t.ID, Topic: t.Title, Says: lang.E(lang.ReviewLeftOver, t.Title).Hint(lang.ReviewLeftOverHint)})
	}
	return out
}

// reviewNotes finds notes that read as if somebody had promised something.
func (s *Session) reviewNotes(v *View) []ReviewItem {
	public, placed := s.Layout()
	f, err := minutes.Parse(v.Ref.Path, public, s.c.Context)
	if err != nil {
		return nil
	}
	var out []ReviewItem
	line, at := 1, 0
	for _, g := range minutes.Suggest(f, s.c.Context) {
		for ; line < g.Line; line++ {
			at += bytes.IndexByte(public[at:], '\n') + 1
		}
		i := slices.IndexFunc(placed, func(p Placed) bool { return p.Start <= at && at < p.End })
		if i < 0 {
			continue
		}
		e := v.Entry(placed[i].ID)
		if e == nil || e.Kind != KindNote {
			continue
		}
		first, _, _ := strings.Cut(e.Text, "\n")
		task := strings.TrimPrefix(g.Task, "- [ ] ")
		out = append(out, ReviewItem{Code: ReviewPerhaps, Entry: e.ID, Line: task, Says: lang.E(lang.ReviewPerhaps, first, task).Hint(lang.ReviewPerhapsHint)})
	}
	return out
}

// Accept does what an item offers: a note becomes the task that it reads like.
// A topic that is left over is for the workspace, see Postpone.
func (s *Session) Accept(r ReviewItem) error {
	if r.Code != ReviewPerhaps {
		return nil
	}
	return s.commit([]Event{
		{Verb: Retype, Of: r.Entry, Kind: KindTask},
		{Verb: Edit, Of: r.Entry, Text: r.Line},
	})
}
