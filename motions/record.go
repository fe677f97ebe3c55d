package motions

import (
	"slices"
	"time"

	"telko/tasks/when"
)

// Record is a motion through all the meetings that had it and all that the log
// says of it. [Fold] makes it. A list may leave out Parts and History; all
// else is always there.
type Record struct {
	ID          ID     // "" for a motion that no file gave an id yet
	Number      int    // label in the first meeting that had it; 0 if none
	Title       string // "" if none
	Petitioners []Petitioner
	Addressee   string    // "" if not said
	Source      string    // where it came from: an address, a title of a page; "" if not said
	Received    when.Date // when it came: as the minutes say, else the day of the first meeting
	Frozen      string    // title, line break and text as received, if the log has them; "" if not
	Private     bool      // stands in a private file, or the log of private things knows it

	Tracks             // where it has got to
	Ruling     *Ruling // the last decision, with the tally it rests on; nil if there is none
	Advice     string  // the last recommendation, Markdown; "" for none
	Answers    int     // how many passages are answers
	Unanswered bool    // somebody should answer still: it is neither answered nor closed in any way

	Places  []Place  // the meetings that have it, in order of time
	Links   []Link   // to other motions, those that name this one too
	Same    ID       // an earlier motion that looks as if it went on in this one; "" for none
	Remarks []Remark // what does not fit; nothing was changed because of it

	Parts   []Part // what was said, in order of time
	History []Step // what became of it, in order of time
	Orphan  bool   // the log knows it, and no minutes do

	// Resolution says that this is a decision without a motion: Ruling is all
	// there is, with the topic in Places.
	Resolution bool

	stations []Station // what it was made of
	events   []Event   // in order of time, each once
}

// Petitioner is who made a motion.
type Petitioner struct {
	Name   string
	Role   string // the office, "" if not said
	Remark string // what else stood with the name
}

// Place is a meeting that has a motion.
type Place struct {
	Meeting   string    // base name of its file
	Date      when.Date // its day
	Number    int       // label of the motion there; 0 if none
	Topic     string    // agenda item that it stands under
	Line, End int       // lines in the file, from 1, End included
	Planned   bool      // the meeting is yet to be held: an agenda
	Private   bool      // it stands in the private file
}

// Part is a passage of a motion, and where it was said.
type Part struct {
	Passage
	Place    int      // index in Record.Places
	There    []string // of a vote: who was there then, members first to come; nil if the minutes do not tell
	Of       int      // of an answer or comment: index of the passage before it, which it speaks of; else -1
	Edited   bool     // of an answer: the passage was edited after it was answered
	Gone     bool     // of an answer: the passage is gone
	Repeated bool     // a later meeting has it word for word as an earlier one

	mark string // see Mark
}

// Ruling is a decision.
type Ruling struct {
	Outcome Outcome // "" if it could not be read
	Text    string  // as written
	Meeting string  // "" if it was decided between meetings
	Date    when.Date
	Time    when.Clock // "" if not noted
	Line    int        // in the meeting's file
	Vote    *Vote      // the tally before it, nil if there is none that could be read
}

// Realisation says whether what was accepted has been done.
type Realisation string

// The states of realisation. A motion that was not accepted has none.
const (
	NoRealisation Realisation = ""
	Unrealised    Realisation = "open"
	Realised      Realisation = "done"
)

// Tracks say where a motion has got to, on three tracks that do not depend on
// each other.
type Tracks struct {
	Handling Handling
	Reason   string // why it is withdrawn, inadmissible, put off or taken up again: as written
	Until    string // HandlingPostponed: the meeting or day to which, as written; "" if not said
	By       ID     // HandlingSettled: the motion that settles it; "" if not said

	Outcome Outcome
	To      string // ReferredOut: to whom, as written

	Realisation Realisation
	RealisedOn  when.Date // zero if not known
	RealisedAt  string    // address of what was done, "" if not said
}

// Relation is what a motion is to another.
type Relation string

// The relations. Each has its inverse, which the other motion has.
const (
	Competes     Relation = "competes"      // its own inverse
	Supersedes   Relation = "supersedes"    // inverse: SupersededBy
	SupersededBy Relation = "superseded-by" // inverse: Supersedes
	SettledBy    Relation = "settled-by"    // inverse: Settles
	Settles      Relation = "settles"       // inverse: SettledBy
)

// Inverse returns what the other motion is to this one, "" for no relation.
func (r Relation) Inverse() Relation {
	switch r {
	case Competes:
		return Competes
	case Supersedes:
		return SupersededBy
	case SupersededBy:
		return Supersedes
	case SettledBy:
		return Settles
	case Settles:
		return SettledBy
	}
	return ""
}

// Link leads to another motion.
type Link struct {
	Relation Relation
	ID       ID
}

// Step is one thing that became of a motion.
type Step struct {
	At      time.Time // a meeting's start, the time of the passage, or the event's instant
	Meeting string    // "" if it is of the log
	Line    int       // in the meeting's file; 0 if it is of the log
	By      string    // who, "" if the minutes do not say
	What    StepKind
	Text    string // first line of what was said; the event's reason or note
	Event   *Event // of the log; nil if it is of the minutes
	Undone  bool   // an undo took it back

	place, part int // indices in the record's Places and Parts, -1 for none
}

// StepKind says what happened in a Step.
type StepKind string

// The kinds of steps that minutes make; those of the log are named by their
// verbs.
const (
	StepMeeting   StepKind = "meeting"   // a meeting had it
	StepPlanned   StepKind = "planned"   // it is on the agenda of one to come
	StepAnswer    StepKind = "answer"    // it was answered
	StepComment   StepKind = "comment"   // somebody commented
	StepAmendment StepKind = "amendment" // it was amended
	StepVote      StepKind = "vote"      // it was voted on
	StepDecision  StepKind = "decision"  // it was decided
)

// Remark is something that does not fit about a motion. It is for a person to
// look at; what is recorded stays as it is.
type Remark struct {
	Code    Code
	Meeting string // "" if it is of the log
	Private bool   // Meeting's private file
	Line    int    // in the meeting's file; 0 if it is of the log
	Words   []any  // what the code's message says: numbers, words, ids
	Event   *Event // of the log
}

// Clone returns a copy of r that shares nothing that can be changed.
func (r *Record) Clone() *Record {
	c := *r
	c.Petitioners, c.Places = slices.Clone(r.Petitioners), slices.Clone(r.Places)
	c.Links, c.Remarks = slices.Clone(r.Links), slices.Clone(r.Remarks)
	c.History, c.Parts = slices.Clone(r.History), slices.Clone(r.Parts)
	for i := range c.Parts {
		if v := c.Parts[i].Vote; v != nil {
			w := *v
			c.Parts[i].Vote = &w
		}
	}
	if r.Ruling != nil {
		u := *r.Ruling
		c.Ruling = &u
	}
	c.stations, c.events = slices.Clone(r.stations), slices.Clone(r.events)
	return &c
}
