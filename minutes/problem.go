package minutes

import "telko/minutes/lang"

// Code names a kind of problem, for scripts and tests.
type Code string

// The problems that reading finds.
const (
	UnknownAssignee Code = "unknown-assignee" // an unknown word where assignees stand
	DuplicateID     Code = "duplicate-id"     // two task lines of one file bear one id
	Unclosed        Code = "unclosed"         // a fence or comment that goes on to the end of the file
	UnreadLine      Code = "unread-line"      // a line of attendance or front matter that could not be read
	DuplicateKey    Code = "duplicate-key"    // a key of the front matter given twice
	TwoDates        Code = "two-dates"        // a task line with two due dates
	AmbiguousDate   Code = "ambiguous-date"   // a due date that could be several days
	StrayDate       Code = "stray-date"       // a due date that stands before the bracket, where it does not count
	StrayBracket    Code = "stray-bracket"    // a bracket of known people that does not stand at the end
	StrayID         Code = "stray-id"         // a task's id that does not stand at the end: the line gets none until it does
	UnreadVote      Code = "unread-vote"      // a tally that could not be read
	UnreadOutcome   Code = "unread-outcome"   // a decision whose outcome could not be read
	UnreadDetail    Code = "unread-detail"    // a labelled line of a motion that could not be read: it is text
	DuplicateNumber Code = "duplicate-number" // two motions of one meeting with one number
	DuplicateMotion Code = "duplicate-motion" // two motions of one file with one id
	Continues       Code = "continues"        // "(Fortsetzung)" of a topic that is not there
	Misspelt        Code = "misspelt"         // a label that was recognised though it is misspelt
	StrayParts      Code = "stray-parts"      // a list line below a task that looks like part of it
)

// Problem is something that reading found doubtful. The file is read all the
// same: what is in doubt stays as written.
type Problem struct {
	Line int // from 1
	Code Code
	Err  *lang.Error
}

func openFence(line int, mark string) Problem {
	return Problem{line, Unclosed, lang.E(lang.ReadOpenFence).Hint(lang.ReadOpenHint, mark)}
}

func openComment(line int) Problem {
	return Problem{line, Unclosed, lang.E(lang.ReadOpenComment).Hint(lang.ReadOpenHint, "-->")}
}
