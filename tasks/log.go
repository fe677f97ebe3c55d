package tasks

import (
	"time"

	"telko/tasks/when"
)

// LineError is a line of a log that could not be read, or not in full.
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

// ParseEvent reads one line of a log, without its line end.
func ParseEvent(line string) (Event, error) { panic("todo") }

// Line returns e as a line of the log, without line end.
func (e Event) Line() string { panic("todo") }

// ReadLog reads a log.
func ReadLog(name string, data []byte) ([]Event, []*LineError) { panic("todo") }

// AddEvent returns the event that mints id for a task of a meeting.
func AddEvent(id ID, text string, at time.Time) Event { panic("todo") }

// Mint returns an id for each of texts.
func Mint(texts []string, day when.Date, prefix string, used []ID, log []Event) []ID { panic("todo") }

// Problem is something in a log that does not fit.
type Problem struct {
	Code  Code
	ID    ID
	Event Event
}

// Code names a kind of problem, for translation.
type Code string

// Fold applies events to the tasks of the minutes.
func Fold(ts []Task, evs []Event) ([]Task, []Problem) { panic("todo") }

// Check reports whether e may follow on what the task has come to.
func Check(t *Task, e Event) error { panic("todo") }

// Settle returns e with an instant after the newest of its task, or the error
// of Check.
func Settle(t *Task, e Event) (Event, error) { panic("todo") }

// Inverse returns the undo of the last event that counts, without At and By.
func Inverse(t *Task) (Event, error) { panic("todo") }

// Refused says why an event may not follow on what the task has come to.
type Refused struct {
	Code  Code
	Task  ID
	State State
	Event Event // what was to be done
	Last  Event // the newest event of the task
}

// Error implements error.
func (e *Refused) Error() string { panic("todo") }
