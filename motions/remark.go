package motions

// Code names what is wrong with a motion or an event, for callers that decide
// on it or say it in a language.
type Code string

// What does not fit about a motion. Behind each stands what a Remark's Words
// are.
const (
	Tie          Code = "tie"          // accepted, with as many votes for as against: for, against, abstained, outcome
	AgainstVote  Code = "against-vote" // the decision says another thing than its tally: likewise
	OtherRuling  Code = "other-ruling" // a later decision says another thing than an earlier one: both outcomes
	NotAccepted  Code = "not-accepted" // it was realised, but never accepted
	NoReason     Code = "no-reason"    // a step back without a reason: verb, who
	NoSuchMotion Code = "no-motion"    // a link leads to no motion: id
	TextChanged  Code = "text-changed" // the text was changed after it was received
	AnswerStale  Code = "answer-stale" // a passage was edited after it was answered: line of the passage
	AnswerLost   Code = "answer-lost"  // the passage that was answered is gone
	PerhapsSame  Code = "perhaps-same" // it looks as if an earlier motion went on here: that motion's id
	TwoWordings  Code = "two-wordings" // the log minted the id for two wordings
	NoAdd        Code = "no-add"       // the log never minted the id
	NotLast      Code = "not-last"     // an undo that is not of the last event: who, verb
	Lost         Code = "lost"         // the log knows the motion, and no minutes do
)
