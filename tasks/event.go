package tasks

import (
	"time"

	"telko/tasks/when"
)

// Verb says what an event did to its task.
type Verb string

// The verbs of the log. A line with any other verb is kept and reported.
const (
	Add    Verb = "add"
	DoneV  Verb = "done"
	Reopen Verb = "reopen"
	DueV   Verb = "due"
	Assign Verb = "assign"
	Wait   Verb = "wait"
	Resume Verb = "resume"
	Drop   Verb = "drop"
	Text   Verb = "text"
	Note   Verb = "note"
	Undo   Verb = "undo"
)

// Event is one line of the log: at an instant, somebody did something to a
// task.
type Event struct {
	At        time.Time // to the second, with the zone offset it was written in
	By        string    // nick, "wiki:User", or "telko" for what telko does by rule
	ID        ID
	Verb      Verb
	Digest    string     // Add: Digest of the text
	Due       when.Date  // DueV: the new due date; Add of a task between meetings
	Assignees []Assignee // Assign; Add of a task between meetings
	Of        Verb       // Undo: the verb of the event that is taken back
	OfAt      time.Time  // Undo: its instant
	Text      string     // the rest of the line: reason, new text, note
	Private   bool       // stands in private.log; no part of the line
}
