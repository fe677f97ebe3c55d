package cli

import (
	"time"

	"telko/minutes"
	"telko/motions"
)

// motionJSON is a motion through all its meetings: the fields of
// minutes.MotionJSON, and what the log and other meetings add.
type motionJSON struct {
	ID          string           `json:"id"`
	Number      int              `json:"number"`
	Title       string           `json:"title"`
	Petitioner  string           `json:"petitioner"`
	Role        string           `json:"role,omitempty"`
	Petitioners []petitionerJSON `json:"petitioners"`
	Addressee   string           `json:"addressee"`
	Source      string           `json:"source"`
	Received    string           `json:"received"`
	Private     bool             `json:"private"`

	Handling    string `json:"handling"`
	Reason      string `json:"reason"`
	Until       string `json:"until"`
	SettledBy   string `json:"settled_by"`
	Outcome     string `json:"outcome"`
	ReferredTo  string `json:"referred_to"`
	Realised    bool   `json:"realised"`
	Realisation string `json:"realisation"`
	RealisedOn  string `json:"realised_on"`
	RealisedAt  string `json:"realised_at"`

	Recommendation string `json:"recommendation"`
	Answers        int    `json:"answers"`
	Unanswered     bool   `json:"unanswered"`

	Parts    []motionPartJSON  `json:"parts"`
	Vote     *motionVoteJSON   `json:"vote"`
	Decision *rulingJSON       `json:"decision"`
	Meeting  string            `json:"meeting"`
	Topic    string            `json:"topic"`
	Meetings []motionPlaceJSON `json:"meetings"`
	Links    []motionLinkJSON  `json:"links"`
}

type petitionerJSON struct {
	Name string `json:"name"`
	Role string `json:"role"`
}

// motionPartJSON is a passage: the fields of minutes.PartJSON, and where it
// was said. Answers is the index of the passage that an answer or comment is
// about, null for none.
type motionPartJSON struct {
	minutes.PartJSON
	Meeting  string   `json:"meeting"`
	Line     int      `json:"line"`
	Answers  *int     `json:"answers"`
	Edited   bool     `json:"edited"`   // what it answers was edited since
	Gone     bool     `json:"gone"`     // what it answers is gone
	Repeated bool     `json:"repeated"` // an earlier meeting has it
	There    []string `json:"there"`    // of a vote
}

// motionVoteJSON is a tally with what minutes.VoteJSON may not have.
type motionVoteJSON struct {
	minutes.VoteJSON
	Invalid int `json:"invalid"`
}

type rulingJSON struct {
	Outcome string          `json:"outcome"`
	Text    string          `json:"text"`
	Meeting string          `json:"meeting"`
	Date    string          `json:"date"`
	Time    string          `json:"time"`
	Vote    *motionVoteJSON `json:"vote"`
}

type motionPlaceJSON struct {
	Meeting string `json:"meeting"`
	Date    string `json:"date"`
	Number  int    `json:"number"`
	Topic   string `json:"topic"`
	Line    int    `json:"line"`
	Planned bool   `json:"planned"`
}

type motionLinkJSON struct {
	Relation string `json:"relation"`
	ID       string `json:"id"`
}

func motionsJSON(rs []*motions.Record) []motionJSON {
	out := make([]motionJSON, 0, len(rs))
	for _, r := range rs {
		out = append(out, recordJSON(r))
	}
	return out
}

func recordJSON(r *motions.Record) motionJSON {
	j := motionJSON{
		ID: string(r.ID), Number: r.Number, Title: r.Title, Petitioners: []petitionerJSON{}, Addressee: r.Addressee,
		Source: r.Source, Received: r.Received.String(), Private: r.Private,
		Handling: string(r.Handling), Reason: r.Reason, Until: r.Until, SettledBy: string(r.By),
		Outcome: string(r.Outcome), ReferredTo: r.To,
		Realised: r.Realisation == motions.Realised, Realisation: string(r.Realisation),
		RealisedOn: r.RealisedOn.String(), RealisedAt: r.RealisedAt,
		Recommendation: r.Advice, Answers: r.Answers, Unanswered: r.Unanswered,
		Parts: []motionPartJSON{}, Meetings: []motionPlaceJSON{}, Links: []motionLinkJSON{},
	}
	for i, p := range r.Petitioners {
		if i == 0 {
			j.Petitioner, j.Role = p.Name, p.Role
		}
		j.Petitioners = append(j.Petitioners, petitionerJSON{p.Name, p.Role})
	}
	for i := range r.Parts {
		p := &r.Parts[i]
		pj := motionPartJSON{
			PartJSON: minutes.PartJSON{Kind: string(p.Kind), By: p.By, Time: p.Time.String(), Text: p.Text},
			Meeting:  r.Places[p.Place].Meeting, Line: p.Line, Edited: p.Edited, Gone: p.Gone, Repeated: p.Repeated,
			There: append([]string{}, p.There...),
		}
		if p.Of >= 0 {
			of := p.Of
			pj.Answers = &of
		}
		if p.Vote != nil {
			j.Vote = voteJSON(p.Vote)
		}
		j.Parts = append(j.Parts, pj)
	}
	if d := r.Ruling; d != nil {
		j.Decision = &rulingJSON{string(d.Outcome), d.Text, d.Meeting, d.Date.String(), d.Time.String(), voteJSON(d.Vote)}
	}
	for i, p := range r.Places {
		if i == 0 {
			j.Meeting, j.Topic = p.Meeting, p.Topic
		}
		j.Meetings = append(j.Meetings, motionPlaceJSON{p.Meeting, p.Date.String(), p.Number, p.Topic, p.Line, p.Planned})
	}
	for _, l := range r.Links {
		j.Links = append(j.Links, motionLinkJSON{string(l.Relation), string(l.ID)})
	}
	return j
}

func voteJSON(v *motions.Vote) *motionVoteJSON {
	if v == nil {
		return nil
	}
	return &motionVoteJSON{
		minutes.VoteJSON{For: v.For, Against: v.Against, Abstain: v.Abstain, Mode: v.Mode, Time: v.Time.String()}, v.Invalid,
	}
}

// stepJSON is one thing that became of a motion.
type stepJSON struct {
	At      string `json:"at"`
	By      string `json:"by"`
	What    string `json:"what"`
	Text    string `json:"text"`
	Meeting string `json:"meeting"`
	Line    int    `json:"line"`
	Undone  bool   `json:"undone"`
}

func stepsJSON(steps []motions.Step) []stepJSON {
	out := make([]stepJSON, 0, len(steps))
	for i := range steps {
		s := &steps[i]
		out = append(out, stepJSON{s.At.Format(time.RFC3339), s.By, string(s.What), s.Text, s.Meeting, s.Line, s.Undone})
	}
	return out
}
