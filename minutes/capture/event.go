package capture

import (
	"time"

	"telko/minutes"
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

// Verb says what an event does.
type Verb string

// The verbs. The fields that count are named behind each; all but Open may
// have With.
const (
	Open    Verb = "open"  // Key: digest of the meeting's file that the session began from; Text: the meeting's id
	Head    Verb = "head"  // Key, Text: a value of the front matter; the key "title" is the title
	Written Verb = "saved" // Key: digest of the public file as it was written
	End     Verb = "end"   // Clock: when the telco ended
	Again   Verb = "again" // the telco was not over: takes End back

	MakeTopic Verb = "topic" // Level, Text; Section for headings with a meaning; becomes the current topic unless Stay
	Goto      Verb = "goto"  // Of: the topic (its first heading), motion, or "" for before the first
	Private   Verb = "private"
	Close     Verb = "close" // the open passage is finished

	MakeNote     Verb = "note"     // Level, Text
	MakeTask     Verb = "task"     // Level, Text: behind the checkbox, as typed
	MakeDecision Verb = "decision" // Text
	MakeMotion   Verb = "motion"   // Level, Number, Text: the title; MotionID of one that is taken up again
	MakePassage  Verb = "passage"  // Passage, Who, Label, Clock, Text
	MakeMention  Verb = "mention"  // TaskID, Text, Done
	MakeRaw      Verb = "raw"      // Text: Markdown

	Petitioner Verb = "petitioner" // Of: the motion, Text: name and office
	Extend     Verb = "extend"     // Of: a passage or note; Text: a line that goes on with it
	Edit       Verb = "edit"       // Of, Text; Who and Clock of a passage, with Key LabelToo also where they are empty
	Move       Verb = "move"       // Of, Before
	Nest       Verb = "nest"       // Of, Level: the new level
	Retype     Verb = "retype"     // Of, Kind, Passage
	Delete     Verb = "delete"     // Of
	Tick       Verb = "tick"       // Of: a task, Done
	GiveID     Verb = "id"         // Of, TaskID or MotionID

	Come   Verb = "come"   // Nick, Name, Guest, Clock (zero: from the start)
	Leave  Verb = "leave"  // Nick or Name, Clock
	Excuse Verb = "excuse" // Nick, Name
	Expect Verb = "expect" // Nick, Name: should be there
	Forget Verb = "forget" // Nick or Name: was never there, takes the person off all lists

	Outcome Verb = "outcome" // TaskID, Key: a verb of tasks.log, Due, Assignees, Text: of a task of an earlier meeting
	Carried Verb = "carried" // Of: the event or entry whose effect was written to the log; Done: false if it was taken back
	Tell    Verb = "remark"  // Of, Text: something that the keeper should know

	Undo Verb = "undo" // Of: an event, which is taken out of the fold with those that came With it
	Redo Verb = "redo" // Of: an event that was undone
)

// LabelToo in the Key of an Edit says that Who and Clock are those of the
// passage from now on, empty ones too. Without it an empty one changes nothing.
const LabelToo = "label"

// Outside is who events are by that come from a change of the file by another
// program.
const Outside = "outside"

// Event is one thing that happened, a line of the journal. What the minutes are
// is a fold over them. Which fields a verb uses stands with the verbs; others
// are zero.
type Event struct {
	At   time.Time // to the millisecond
	By   string    // nick of the keeper, or Outside
	ID   EntryID   // its own, and that of the entry it makes
	Verb Verb
	With EntryID // the first event of the same line; "" for that one itself

	Of     EntryID // the entry or event it is about
	Topic  EntryID // where an entry is made: the topic or motion; "" with Before "" before the first
	Before EntryID // where an entry is made or moved to: before this one; AtEnd for the end of Topic or of the file
	Level  int
	Kind   Kind
	Secret bool // an entry or outcome for the private file or log
	Stay   bool // does not change the topic one is in: a remark for another topic, an outside change
	Source bool // Text is Markdown, as of what was pasted; else it is as typed, and escaped in the file
	Lines  bool // Text is whole lines of the file with the blank lines before them, as another program wrote them

	Passage motions.Kind
	Who     string // who speaks
	Label   string // of a passage as the file has it, or as typed: "Antwort der Werft"
	Clock   when.Clock
	Number  int
	Section minutes.SectionKind

	Nick, Name string
	Guest      bool

	TaskID    tasks.ID
	MotionID  motions.ID
	Done      bool
	Due       when.Date
	Assignees []tasks.Assignee

	Key  string
	Text string // lines end in \n
}

// AtEnd in Event.Before is the end of the topic, or of the file without one.
const AtEnd EntryID = "$"

// Journal keeps events. Append returns when they are on disk, all or none.
type Journal interface {
	Append(events []Event) error
}

// Memory is a Journal that only remembers, for tests and previews.
type Memory struct {
	Events []Event
	Err    error // what Append returns; then nothing is kept
}

// Append implements Journal.
func (m *Memory) Append(events []Event) error {
	if m.Err != nil {
		return m.Err
	}
	m.Events = append(m.Events, events...)
	return nil
}
