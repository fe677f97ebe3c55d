package motions

import (
	"time"

	"telko/tasks/when"
)

// Verb says what an event did to its motion.
type Verb string

// The verbs of the log. A line with any other verb is kept and reported. What
// stands behind a verb is written as the package comment says.
const (
	Add       Verb = "add"       // it came into a file: mints the id
	TextV     Verb = "text"      // its text was frozen
	AnswerV   Verb = "answer"    // an answer to a passage was recorded
	Schedule  Verb = "schedule"  // it is to come up at a meeting
	Postpone  Verb = "postpone"  // it was put off
	Withdraw  Verb = "withdraw"  // its petitioner took it back
	Bar       Verb = "bar"       // it is inadmissible
	SettleV   Verb = "settle"    // another motion settles it
	Close     Verb = "close"     // nothing more is to be done about it
	Reopen    Verb = "reopen"    // it is to be handled again
	Decide    Verb = "decide"    // it was decided between meetings
	Refer     Verb = "refer"     // it was referred to somebody else
	Realise   Verb = "realise"   // what was decided is done
	Unrealise Verb = "unrealise" // it turned out not to be
	LinkV     Verb = "link"      // it is something to another motion
	Unlink    Verb = "unlink"    // it is not
	Note      Verb = "note"      // somebody noted something
	Undo      Verb = "undo"      // the last event is taken back
)

// Event is one line of motions.log.
type Event struct {
	At   time.Time // to the second, with the zone offset it was written in
	By   string    // nick, "wiki:User", or "telko" for what telko does by rule
	ID   ID
	Verb Verb

	Digest   string    // Add, TextV: Digest of the wording; AnswerV: of the answer
	Passage  string    // AnswerV: Digest of the passage it answers, "" for the motion as a whole
	Target   string    // Schedule, Postpone: a meeting's base name or a date, "" if not said
	Other    ID        // SettleV, LinkV, Unlink; of SettleV "" if not said
	Relation Relation  // LinkV, Unlink
	Outcome  Outcome   // Decide
	On       when.Date // Realise, zero if not said
	Link     string    // Realise: an address, "" if not said
	Of       Verb      // Undo: the verb of the event that is taken back
	OfAt     time.Time // Undo: its instant
	Text     string    // the rest of the line: reason, to whom, note
	Private  bool      // stands in private.log; no part of the line
}
