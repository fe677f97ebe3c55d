package capture

import (
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

// EntryID names an entry of the minutes, and the event that made it, for good:
// the word of the journal it was written in and a running number, "k3f-17".
type EntryID string

// Kind says what an entry is.
type Kind uint8

// The kinds of entries.
const (
	KindRaw      Kind = iota // what telko does not take apart: a paragraph, a table, code
	KindTopic                // a heading that is no motion's
	KindNote                 // a list item
	KindTask                 // a checkbox line
	KindDecision             // a decision without a motion
	KindMotion               // a motion's heading
	KindPassage              // a passage of a motion
	KindMention              // a line on an earlier task
)

// Entry is one piece of the minutes. Entries are never changed: one that is
// edited is replaced by another with the same ID.
type Entry struct {
	ID     EntryID
	Kind   Kind
	Level  int    // of a heading as in the file, from 2; of other entries how deep they are nested, from 0
	Text   string // as typed: without list mark, checkbox, label, quote marks, id; lines end in \n
	Source bool   // Text is Markdown; else it is as typed, and escaped in the file
	At     time.Time
	Keeper string // who wrote it; "" if it came with the file

	Passage motions.Kind  // KindPassage
	Label   string        // of a passage, as the file has it; "" for telko's own
	By      string        // who speaks in a passage
	Clock   when.Clock    // of a passage or decision
	Vote    *motions.Vote // KindPassage of a vote, if it can be read

	Task   tasks.Task // KindTask: as read from Text
	TaskID tasks.ID   // KindTask, KindMention; "" until minted
	Number int        // of a task in this meeting (#3), of a motion (Antrag 3); 0 for none
	Done   bool       // KindTask, KindMention: the box is ticked

	MotionID motions.ID // KindMotion; "" until minted

	Section   minutes.SectionKind // KindTopic: what the heading means
	Continues EntryID             // KindTopic: the topic it returns to, as "Backups (Fortsetzung)"

	Topic   EntryID // the first heading of the topic it stands under; a topic's own is that above it
	Motion  EntryID // the motion it is a part of
	Private bool    // stands in the private file
	Edited  bool    // changed since it was entered or loaded
}

// Topic is an agenda item.
type Topic struct {
	ID       EntryID // of its first heading
	Title    string
	Level    int                 // of its heading, from 2
	Section  minutes.SectionKind // a topic, the plan, or the mentions of open tasks
	Done     bool                // it was talked about, and is not now
	Current  bool
	Private  bool
	Prepared bool          // was there before the telco
	Entries  int           // that stand under it, without those of sub-topics
	Spent    time.Duration // until View.TopicSince
}

// Presence is a person who is, was or should be there.
type Presence struct {
	Nick, Name string
	Guest      bool
	Here       bool
	Since      when.Clock // of the last coming; zero: from the start
	Intervals  []minutes.Interval
	Excused    bool // not here, and has said so
	Absent     bool // not here, listed as absent in the file
	Expected   bool // not seen yet
}

// View is a snapshot of a session that never changes: the screen draws from it
// alone.
type View struct {
	Ref        archive.Ref
	Title      string
	Series     string
	Date       when.Date
	Start, End when.Moment // End is zero while the telco goes on
	Place      string
	Keeper     string
	Status     minutes.Status
	Lang       lang.Lang

	Entries []*Entry // in the order of the file, those of the private file behind them
	Topics  []Topic  // in the order of the file

	Topic      EntryID // the topic one is in; "" before the first
	TopicSince time.Time
	Motion     EntryID      // the motion one is in
	Open       bool         // a passage is open: a note goes on with it
	Passage    motions.Kind // the open passage's
	OpenEntry  EntryID      // the open passage; the motion itself before its first text

	Present []Presence // those here, then those who left, in the order in which they came
	Missing []Presence // excused, absent, expected

	Last             EntryID // the entry that s/// mends
	CanUndo, CanRedo string  // what they would take back, in words; "" for nothing
	Rev              int     // grows with every change
	Problems         []Remark
}

// Remark is something that a person should know of the session.
type Remark struct {
	Entry EntryID // "" for the whole
	Err   *lang.Error
}

// Entry returns the entry with this id, nil if there is none.
func (v *View) Entry(id EntryID) *Entry {
	for _, e := range v.Entries {
		if e.ID == id {
			return e
		}
	}
	return nil
}

// Here counts who is there: members and guests.
func (v *View) Here() (members, guests int) {
	for i := range v.Present {
		switch p := &v.Present[i]; {
		case !p.Here:
		case p.Guest:
			guests++
		default:
			members++
		}
	}
	return members, guests
}
