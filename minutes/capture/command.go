package capture

import (
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

// Command is a change that comes from the screen rather than from a line that
// is typed.
type Command interface{ command() }

// The commands. IDs are of entries in the View.
type (
	EditEntry struct {
		ID     EntryID
		Text   string // as Entry.Text has it, or
		Source bool   // Markdown, as Session.Markdown gives it to an editor
		By     string // who speaks in a passage, "" for nobody, if
		SetBy  bool
	}
	MoveEntry struct{ ID, Before EntryID } // Before is AtEnd for the end; a heading takes along what stands below it
	NestEntry struct {
		ID EntryID
		By int
	} // deeper (+1) or less deep (-1)
	RetypeEntry struct {
		ID      EntryID
		Kind    Kind
		Passage motions.Kind // for KindPassage
	}
	DeleteEntry  struct{ ID EntryID } // a heading alone: what stood below it goes to what stands before
	UndoLast     struct{}
	RedoLast     struct{}
	GotoTopic    struct{ Topic EntryID }
	ClosePassage struct{}
	PasteText    struct { // one entry, of however many lines
		Text    string
		Kind    Kind         // KindNote or KindPassage
		Passage motions.Kind // for KindPassage
		By      string       // who speaks
	}
	NewMotion struct {
		Title, Petitioner string
		Number            int // 0 lets the session count
		Parts             []motions.Passage
	}
	EditMotion struct { // a whole motion as a form has it: one change, undone as one
		ID                EntryID // of its heading
		Title, Petitioner string
		Parts             []MotionPart // in their order; those of it that are missing here are deleted
	}
	SetHead  struct{ Key, Value string } // of the front matter: start, end, place, keeper, …, and title
	TakeVote struct {
		Vote    motions.Vote
		Outcome string // "" for none
	}
	PromiseOutcome struct { // of a task of an earlier meeting
		Task      tasks.Task
		Verb      tasks.Verb
		Due       when.Date
		Assignees []tasks.Assignee
		Text      string
	}
	SetPresence struct {
		Person Presence // Nick or Name
		Verb   Verb     // Come, Leave, Excuse, Expect, Forget
		Clock  when.Clock
	}
	MakePrivate struct{ Topic EntryID }
	EndTelco    struct{ At when.Clock }
	ReopenTelco struct{}
)

// MotionPart is a passage of EditMotion.
type MotionPart struct {
	ID      EntryID // "" for a new one
	Passage motions.Kind
	By      string // who speaks
	Clock   when.Clock
	Text    string // as Entry.Text of the passage has it, if it is unchanged; else as typed
}

func (EditEntry) command()      {}
func (MoveEntry) command()      {}
func (NestEntry) command()      {}
func (RetypeEntry) command()    {}
func (DeleteEntry) command()    {}
func (UndoLast) command()       {}
func (RedoLast) command()       {}
func (GotoTopic) command()      {}
func (ClosePassage) command()   {}
func (PasteText) command()      {}
func (NewMotion) command()      {}
func (EditMotion) command()     {}
func (SetHead) command()        {}
func (TakeVote) command()       {}
func (PromiseOutcome) command() {}
func (SetPresence) command()    {}
func (MakePrivate) command()    {}
func (EndTelco) command()       {}
func (ReopenTelco) command()    {}

// Effect is what the session wants written to tasks.log: the outcome of an
// earlier task, the drop of one whose line was deleted after it got its id, or
// that either is taken back.
type Effect struct {
	Of    EntryID     // the event or entry it comes from
	Undo  bool        // what was written for Of is to be taken back
	Event tasks.Event // what to write, At zero for now; of one to take back, what was written
}
