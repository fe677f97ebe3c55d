package minutes

import (
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

// MeetingJSON is a meeting as telko shows it to programs. Its fields are a
// contract: names and meanings stay, further fields may come. Times are RFC
// 3339 without a zone ("2010-01-08T01:10"), clock times "22:50", dates ISO.
//
// Lists are never null. What is not known of a person (nick, from, until) or
// does not hold (guest), and the role of a petitioner without one, are left
// out; every other field is always there, "" or null if there is nothing.
type MeetingJSON struct {
	ID       string `json:"id"`
	Series   string `json:"series"`
	Page     string `json:"page"`
	Title    string `json:"title"`
	Date     string `json:"date"`
	Start    string `json:"start"`
	End      string `json:"end"`
	TimeZone string `json:"timezone"`
	Place    string `json:"place"`
	Keeper   string `json:"keeper"`
	Status   string `json:"status"`

	Present []PresentJSON `json:"present"`
	Absent  []AbsentJSON  `json:"absent"`
	Agenda  []ItemJSON    `json:"agenda"`
	Motions []MotionJSON  `json:"motions"`

	AnswersTotal          int `json:"answers_total"` // in motions
	AnswersOutsideMotions int `json:"answers_outside_motions"`

	Tasks []TaskJSON `json:"tasks"`
	Links []string   `json:"links"`
}

// PresentJSON is a person who was there. From and Until are the first coming
// and the last leaving, left out for those there from the start, or to the end.
type PresentJSON struct {
	Name      string         `json:"name"`
	Nick      string         `json:"nick,omitempty"`
	Guest     bool           `json:"guest,omitempty"`
	From      string         `json:"from,omitempty"`
	Until     string         `json:"until,omitempty"`
	Intervals []IntervalJSON `json:"intervals"`
}

// IntervalJSON is a stretch of attendance; "" is the start or the end of the
// meeting.
type IntervalJSON struct {
	From  string `json:"from"`
	Until string `json:"until"`
}

// AbsentJSON is a person who was missing. Excused is null where the minutes do
// not say.
type AbsentJSON struct {
	Name    string `json:"name"`
	Nick    string `json:"nick,omitempty"`
	Excused *bool  `json:"excused"`
}

// ItemJSON is an agenda item with those below it.
type ItemJSON struct {
	Title string     `json:"title"`
	Notes string     `json:"notes"`
	Items []ItemJSON `json:"items"`
}

// MotionJSON is a motion. Vote is the last tally, null if there is none that
// could be read.
type MotionJSON struct {
	ID         string     `json:"id"`
	Number     int        `json:"number"`
	Title      string     `json:"title"`
	Petitioner string     `json:"petitioner"`
	Role       string     `json:"role,omitempty"`
	Handling   string     `json:"handling"`
	Outcome    string     `json:"outcome"`
	Realised   bool       `json:"realised"`
	Parts      []PartJSON `json:"parts"`
	Vote       *VoteJSON  `json:"vote"`
	Meeting    string     `json:"meeting"`
	Topic      string     `json:"topic"`
}

// PartJSON is a passage of a motion.
type PartJSON struct {
	Kind string `json:"kind"`
	By   string `json:"by"`
	Time string `json:"time"`
	Text string `json:"text"`
}

// VoteJSON is a tally.
type VoteJSON struct {
	For     int    `json:"for"`
	Against int    `json:"against"`
	Abstain int    `json:"abstain"`
	Invalid int    `json:"invalid"`
	Mode    string `json:"mode"`
	Time    string `json:"time"`
}

// TaskJSON is a task. Assignees are nicks, groups, or the word as written for
// everyone and nobody; those asked with a question mark are in Tentative too.
type TaskJSON struct {
	ID        string   `json:"id"`
	Text      string   `json:"text"`
	Assignees []string `json:"assignees"`
	Tentative []string `json:"tentative"`
	Due       string   `json:"due"`
	State     string   `json:"state"`
	Overdue   bool     `json:"overdue"`
	Meeting   string   `json:"meeting"`
	Topic     string   `json:"topic"`
}

// JSON returns m for programs. The tasks are those of folded that belong to m,
// as the log has them now; if folded is nil, they are m's own, as the minutes
// have them. Today is the day that decides what is overdue.
func JSON(m *Meeting, folded []tasks.Task, today when.Date) MeetingJSON {
	j := MeetingJSON{
		ID: m.ID, Series: m.Series, Page: m.Page, Title: m.Title,
		Date: m.Date.String(), Start: m.Start.String(), End: m.End.String(), TimeZone: m.TimeZone,
		Place: m.Place, Keeper: m.Keeper, Status: string(m.Status),
		Present: []PresentJSON{}, Absent: []AbsentJSON{}, Agenda: itemsJSON(m.Agenda),
		Motions: []MotionJSON{}, Links: append([]string{}, m.Links...),
		AnswersOutsideMotions: len(m.Answers),
	}
	for i := range m.Present {
		j.Present = append(j.Present, presentJSON(&m.Present[i]))
	}
	for _, a := range m.Absent {
		j.Absent = append(j.Absent, absentJSON(a))
	}
	for _, mo := range m.Motions {
		j.Motions = append(j.Motions, JSONMotion(mo))
		for _, p := range mo.Parts {
			if p.Kind == motions.Answer {
				j.AnswersTotal++
			}
		}
	}
	own := m.Tasks
	if folded != nil {
		own = nil
		for _, t := range folded {
			if t.Meeting == m.ID {
				own = append(own, t)
			}
		}
	}
	j.Tasks = JSONTasks(own, today)
	return j
}

func presentJSON(a *Attendance) PresentJSON {
	p := PresentJSON{Name: a.Name, Nick: a.Nick, Guest: a.Guest, Intervals: []IntervalJSON{}}
	for _, iv := range a.Intervals {
		p.Intervals = append(p.Intervals, IntervalJSON{iv.From.String(), iv.Until.String()})
	}
	if n := len(a.Intervals); n > 0 {
		p.From, p.Until = p.Intervals[0].From, p.Intervals[n-1].Until
	}
	return p
}

func absentJSON(a Absence) AbsentJSON {
	j := AbsentJSON{Name: a.Name, Nick: a.Nick}
	if a.Excuse != ExcuseUnknown {
		excused := a.Excuse == Excused
		j.Excused = &excused
	}
	return j
}

func itemsJSON(items []*Item) []ItemJSON {
	out := []ItemJSON{}
	for _, it := range items {
		out = append(out, ItemJSON{it.Title, it.Notes, itemsJSON(it.Items)})
	}
	return out
}

// outcomeJSON returns the outcome alone of what a decision said: that a motion
// was withdrawn is said by its handling.
func outcomeJSON(o motions.Outcome) string {
	_, out := o.Tracks()
	return string(out)
}

// JSONMotion returns mo for programs.
func JSONMotion(mo *motions.Motion) MotionJSON {
	j := MotionJSON{
		ID: string(mo.ID), Number: mo.Number, Title: mo.Title,
		Petitioner: mo.Petitioner, Role: mo.Role,
		Handling: string(mo.Handling()), Outcome: outcomeJSON(mo.Outcome()), Realised: mo.Realised,
		Parts: []PartJSON{}, Meeting: mo.Meeting, Topic: mo.Topic,
	}
	for _, p := range mo.Parts {
		j.Parts = append(j.Parts, PartJSON{string(p.Kind), p.By, p.Time.String(), p.Text})
	}
	if v := mo.Vote(); v != nil {
		j.Vote = &VoteJSON{v.For, v.Against, v.Abstain, v.Invalid, v.Mode, v.Time.String()}
	}
	return j
}

// JSONTasks returns ts for programs. It is never nil.
func JSONTasks(ts []tasks.Task, today when.Date) []TaskJSON {
	out := make([]TaskJSON, 0, len(ts))
	for i := range ts {
		t := &ts[i]
		j := TaskJSON{
			ID: string(t.ID), Text: t.Text, Assignees: []string{}, Tentative: []string{},
			Due: t.Due.String(), State: string(t.State), Overdue: t.Overdue(today),
			Meeting: t.Meeting, Topic: t.Topic,
		}
		for _, a := range t.Assignees {
			j.Assignees = append(j.Assignees, a.Nick)
			if a.Tentative {
				j.Tentative = append(j.Tentative, a.Nick)
			}
		}
		out = append(out, j)
	}
	return out
}
