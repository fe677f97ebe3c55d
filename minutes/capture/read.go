package capture

import (
	"strings"

	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

// Act is what a line does.
type Act uint8

// The acts of lines.
const (
	ActNothing Act = iota // an empty line
	ActNote
	ActExtend // goes on with the open passage
	ActTopic
	ActSubtopic
	ActUp
	ActTask
	ActChange // an earlier task: #3 …
	ActCome
	ActLeave
	ActExcuse
	ActMotion
	ActPetitioner
	ActPassage
	ActVote
	ActOutcome // of a motion
	ActClose
	ActDecision
	ActMend
	ActElsewhere // ~ Topic: text
	ActUndo
	ActRedo
	ActReview
	ActPrivate
	ActReadAloud
	ActStanding
	ActPreview
	ActPublish
	ActEnd
	ActHelp
)

// Reading is how telko reads a line. It changes nothing.
type Reading struct {
	Act         Act
	Text        string  // what becomes the entry's text
	Of          EntryID // the topic, task or entry the line is about
	Topic       string  // title of a new topic
	Level       int
	Task        *tasks.Task
	People      []Presence
	Clock       when.Clock
	Passage     motions.Kind
	By          string
	Vote        *motions.Vote
	MotionTitle string
	Offer       *Offer
	Warnings    []*lang.Error
}

// Offer is what one key would make of a line that was nearly understood.
type Offer struct {
	Line string
}

// Completion is what a line could become.
type Completion struct {
	Text  string // the whole line
	Label string
	Kind  string
}

// Read returns how a line would be taken.
func (s *Session) Read(line string) Reading {
	switch text := strings.TrimSpace(line); {
	case text == "":
		return Reading{}
	case strings.HasPrefix(line, "# "):
		return Reading{Act: ActTopic, Topic: strings.TrimSpace(line[2:])}
	default:
		return Reading{Act: ActNote, Text: text}
	}
}

// events returns what a reading does.
func (s *Session) events(r Reading) []Event {
	switch r.Act {
	case ActTopic:
		return []Event{{Verb: MakeTopic, Level: 2, Text: r.Topic}}
	case ActNote:
		return []Event{{Verb: MakeNote, Text: r.Text}}
	}
	return nil
}

// Describe says in l how the line is read.
func (r Reading) Describe(l lang.Lang) string { return r.Text }

// Complete returns what the line could become at the cursor, a byte offset.
func (s *Session) Complete(line string, cursor int) []Completion { return nil }
