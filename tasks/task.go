package tasks

import "telko/tasks/when"

// ID names a task for good: "100107-2" is the second task of the meeting of
// 2010-01-07, "IT-100107-2" the same in a series with the prefix IT, and
// "100109-jpru-1" the first that jpru added outside a meeting on 2010-01-09.
// An ID holds no leading '#'; texts write one.
type ID string

// AssigneeKind says what an assignee stands for.
type AssigneeKind uint8

// The kinds of assignees.
const (
	Person   AssigneeKind = iota // Nick is a person's nick
	Group                        // Nick is a group of people.toml
	Everyone                     // "alle", "all"
	Nobody                       // "niemand", "keiner", "NN", "nobody"
)

// Assignee is one of those who are to do a task.
type Assignee struct {
	Nick      string // as the roster spells it; the word as written for Everyone and Nobody
	Tentative bool   // written with a question mark: jpru?
	Kind      AssigneeKind
}

// String returns the assignee as it is written in minutes: jpru, jpru?.
func (a Assignee) String() string {
	if a.Tentative {
		return a.Nick + "?"
	}
	return a.Nick
}

// State is where a task stands.
type State string

// The states of a task. Overdue is no state: see Task.Overdue.
const (
	Open    State = "open"
	Waiting State = "waiting"
	Done    State = "done"
	Dropped State = "dropped"
)

// Task is one thing that somebody promised.
type Task struct {
	ID          ID         // "" until minted
	Text        string     // inline Markdown, without assignees, due date and id
	Assignees   []Assignee // in the order written
	Due         when.Date  // never zero after reading minutes: see DueDays there
	State       State
	Meeting     string    // base name of the meeting's file; "" if added between meetings
	MeetingDate when.Date // the day of that meeting
	Series      string
	Topic       string // the agenda item it was promised under, "" for none
	Line        int    // in the meeting's file, from 1
	Extended    int    // how often the due date was moved to a later day
	Orphan      bool   // the log knows it, no minutes hold it any more
	Private     bool   // from a private file or private.log
	History     []Event
}
