package motions

import (
	"time"

	"telko/tasks/when"
)

// Verb says what an event did to its motion.
type Verb string

// Add is the only verb that is known yet: it mints an id.
const Add Verb = "add"

// Event is one line of motions.log.
type Event struct {
	At     time.Time
	By     string
	ID     ID
	Verb   Verb
	Digest string // Add: Digest of the text
	Text   string // the rest of the line
}

// Line returns e as a line of the log, without line end.
func (e Event) Line() string { panic("todo") }

// ParseEvent reads one line of the log, without its line end.
func ParseEvent(line string) (Event, error) { panic("todo") }

// LineError is a line of the log that could not be read, or not in full.
type LineError struct {
	File string
	Line int // from 1
	Text string
	Err  error
}

// Error implements error.
func (e *LineError) Error() string { panic("todo") }

// Unwrap returns the cause.
func (e *LineError) Unwrap() error { return e.Err }

// ReadLog reads a log. Lines that cannot be read are reported; the log keeps
// them.
func ReadLog(name string, data []byte) ([]Event, []*LineError) { panic("todo") }

// Digest returns the mark of a motion's text that add events carry.
func Digest(text string) string { panic("todo") }

// AddEvent returns the event that mints id for a motion with this text (see
// Motion.Wording).
func AddEvent(id ID, text string, at time.Time) Event { panic("todo") }

// Mint returns an id for each of texts: the one that the log has for this
// text and that is not used yet, else the next number over used and log.
func Mint(texts []string, day when.Date, prefix string, used []ID, log []Event) []ID { panic("todo") }
