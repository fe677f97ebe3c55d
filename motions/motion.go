package motions

import "telko/tasks/when"

// ID names a motion for good: "M100107-1" is the first motion of the meeting
// of 2010-01-07. An ID holds no leading '#'.
type ID string

// Kind says what a passage of a motion is.
type Kind string

// The kinds of passages.
const (
	TextPart  Kind = "text"
	Reasons   Kind = "reasons"
	Answer    Kind = "answer"
	Comment   Kind = "comment"
	Amendment Kind = "amendment"
	VotePart  Kind = "vote"
	Decision  Kind = "decision"
)

// Passage is one piece of a motion, in the order of the minutes. What follows
// an answer without a label of its own goes on with the passage that the
// answer interrupted, as a further passage of that kind.
type Passage struct {
	Kind      Kind
	By        string     // who answers or comments, "" if not said
	Time      when.Clock // when it was said or voted, if noted
	Label     string     // the label as written, without mark-up and colon; "" for none
	Text      string     // Markdown, without label and quote marks
	Vote      *Vote      // Kind VotePart: the tally, nil if it could not be read
	Outcome   Outcome    // Kind Decision: what was decided, "" if it could not be read
	Advice    bool       // Kind Comment: it recommends a decision
	Line, End int        // lines in the file, from 1, End included; 0 if not from a file
}

// Vote is a tally. Relative and rough tallies keep their words in Mode.
type Vote struct {
	For, Against, Abstain int
	Invalid               int
	Mode                  string     // "", "show of hands", "consensus", …: as written
	Time                  when.Clock // when it was taken, if noted
}

// Handling says how far the talk about a motion has got.
type Handling string

// The ways a motion is handled: the first five in their order, then those that
// end it, or put it off.
const (
	HandlingReceived     Handling = "received"     // it came, nobody has talked about it yet
	HandlingScheduled    Handling = "scheduled"    // it is on the agenda of a meeting to come
	HandlingDiscussed    Handling = "discussed"    // a meeting talked about it
	HandlingAnswered     Handling = "answered"     // it was answered
	HandlingClosed       Handling = "closed"       // it was decided, or whoever handles it is done with it
	HandlingWithdrawn    Handling = "withdrawn"    // its petitioner took it back
	HandlingInadmissible Handling = "inadmissible" // it may not be put, for a reason
	HandlingSettled      Handling = "settled"      // another motion settled it
	HandlingPostponed    Handling = "postponed"    // it was put off to a meeting
)

// Outcome is what a decision said. It is read, never computed from a tally.
type Outcome string

// The outcomes of a motion.
const (
	NoOutcome       Outcome = ""
	Accepted        Outcome = "accepted"
	AcceptedChanged Outcome = "accepted with changes"
	Rejected        Outcome = "rejected"
	NotDecided      Outcome = "not decided"
	ReferredOut     Outcome = "referred"
	NotCompetent    Outcome = "not competent"
)

// What a decision may say that is no outcome, but ends the handling.
const (
	Settled      Outcome = "settled otherwise"
	Withdrawn    Outcome = "withdrawn"
	Inadmissible Outcome = "inadmissible"
)

// Motion is a request that a body is to decide, with all that was said of it.
type Motion struct {
	ID         ID           // "" until minted
	Number     int          // label, unique within its meeting; 0 if none
	Title      string       // "" if none
	Petitioner string       // on the first line that names one
	Role       string       // the petitioner's office
	Remark     string       // what else stands on the petitioner's line
	Others     []Petitioner // on further lines
	Addressee  string       // whom it is put to, "" if not said
	Source     string       // where it came from, "" if not said
	Received   when.Date    // when it came, zero if not said
	Links      []Link       // to other motions, as the section says
	Parts      []Passage
	Realised   bool      // the section says that what was decided is done
	RealisedOn when.Date // zero if not said
	RealisedAt string    // address of what was done, "" if not said
	Meeting    string    // base name of the meeting's file
	Topic      string
	Level      int // of its heading
	Line, End  int // lines in the file, from 1, End included
}

// Vote returns the last tally of the motion (a recount keeps both, the last
// counts), nil if there is none.
func (m *Motion) Vote() *Vote {
	for i := len(m.Parts) - 1; i >= 0; i-- {
		if v := m.Parts[i].Vote; v != nil {
			return v
		}
	}
	return nil
}
