package capture

import (
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

// Act is what a line does. Which fields of a Reading count is named behind
// each; all may have Offer and Warnings.
type Act uint8

// The acts of lines.
const (
	ActNothing    Act = iota // an empty line
	ActNote                  // Text, Into, Topic
	ActExtend                // Text goes on with the open passage: Passage
	ActTopic                 // Topic: a title, Level; Of: the topic it returns to
	ActUp                    // Of: the heading it goes up to, "" for before the first topic; Topic: its title
	ActTask                  // Text, Task, Due, Into, Topic
	ActChange                // Change; of a task of this meeting Of, and Text: what its line becomes
	ActCome                  // People
	ActLeave                 // People
	ActExcuse                // People
	ActMotion                // Topic: its title, Number, MotionID; Of: the motion it returns to
	ActPetitioner            // Of: the motion; Text: name and office
	ActPassage               // Of: the motion, "" for an answer outside motions; Passage, By, Label, Text; without Text it waits for some
	ActVote                  // Of: the motion; Text, Vote, Clock; without Vote the numbers are to be asked for
	ActOutcome               // Of: the motion; Text, Outcome
	ActClose                 // the open passage is finished
	ActDecision              // Text, Into, Topic: a decision without a motion
	ActMend                  // Of, Text: what the entry becomes; Old, New
	ActUndo                  // Text: what it takes back
	ActRedo                  // Text: what it brings back
	ActReview                //
	ActPromises              //
	ActPrivate               // Of: the topic, Topic: its title
	ActReadAloud             // Of: the motion
	ActStanding              //
	ActPreview               //
	ActPublish               //
	ActEnd                   // Clock: when; zero for now
	ActHead                  // Key, Text: a value of the front matter
	ActHelp                  //
)

// Reading is how telko reads a line. It changes nothing.
type Reading struct {
	Act   Act
	Text  string  // as Entry.Text has it
	Of    EntryID // the heading, task or entry that the line is about
	Into  EntryID // the topic of a remark that is for another than the current one
	Topic string  // title of a topic or motion: the new one, or that of Of or Into
	Level int     // of a new topic, as in the file; of a note, task or decision how deep it is nested, from 0: the tabs at the start of the line (Tab puts them there)

	Task   *tasks.Task // Due is zero if the line has none
	Due    when.Date   // when the task is due, also if the line does not say
	Change *Change

	People []Attendee
	Clock  when.Clock

	Number   int // of a motion; 0 lets the session count
	MotionID motions.ID
	Passage  motions.Kind
	By       string // who speaks
	Label    string // of the passage, if another than telko's own: "Antwort der Werft"
	Vote     *motions.Vote
	Outcome  motions.Outcome

	Old, New string // of ActMend, as typed
	Key      string

	year int // of the meeting: days in it are said without

	Offer    *Offer
	Warnings []*lang.Error // what a careful keeper would look at; nothing is forbidden
	Err      *lang.Error   // why Enter does not take the line, which stays typed
}

// Attendee is somebody who comes, leaves or is excused.
type Attendee struct {
	Nick, Name string // one may be ""
	Guest      bool
	New        bool       // not known before
	From       when.Clock // of ActCome; zero: from the start
	Until      when.Clock // of ActLeave; of ActCome for who has left again; of ActExcuse for who is here and leaves
}

// Change is what a line does to a task that is there already.
type Change struct {
	Of        EntryID    // of a task of this meeting; "" for an earlier one
	Number    int        // of a task of this meeting: #3
	Task      tasks.Task // as it is
	Verb      tasks.Verb // DoneV, Reopen, Wait, Resume, Drop, Note; "" if only Due or Assignees change
	Due       when.Date  // zero if it does not change
	Assignees []tasks.Assignee
	Text      string // reason or note
}

// Offer is what one key would make of a line that was nearly understood.
type Offer struct {
	Line string
}

// Completion is what a line could become.
type Completion struct {
	Text   string // the whole line
	Cursor int    // where the cursor goes, a byte offset of Text
	Label  string // what is offered
	Note   string // what there is to say of it: a name, a task's text
	Kind   CompletionKind
}

// CompletionKind says what is completed.
type CompletionKind uint8

// The kinds of completions.
const (
	CompleteNick CompletionKind = iota
	CompleteTopic
	CompleteCommand
	CompletePage
	CompleteTask
	CompleteWord // outcomes and states
)
