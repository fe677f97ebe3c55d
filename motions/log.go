package motions

import (
	"bytes"
	"fmt"
	"strings"
)

// LineError is a line of the log that could not be read, or not in full.
type LineError struct {
	File string
	Line int // from 1
	Text string
	Err  error
}

// Error returns the message in English.
func (e *LineError) Error() string { return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err) }

// Unwrap returns the cause.
func (e *LineError) Unwrap() error { return e.Err }

// ReadLog reads a log, in order of lines; identical lines are one event. Lines
// of verbs that are not known are among the events, and reported. Lines that
// cannot be read are reported and left out; the file keeps them.
func ReadLog(name string, data []byte) ([]Event, []*LineError) {
	var events []Event
	var bad []*LineError
	seen := map[string]bool{}
	all := string(bytes.TrimPrefix(data, []byte("\ufeff"))) // one copy, that all events share
	for n := 1; all != ""; n++ {
		line, rest, _ := strings.Cut(all, "\n")
		all = rest
		line = strings.TrimRight(line, "\r")
		if strings.TrimSpace(line) == "" || seen[line] {
			continue
		}
		seen[line] = true
		e, err := ParseEvent(line)
		if err != nil {
			bad = append(bad, &LineError{name, n, line, err})
		}
		if err == nil || err == ErrVerb {
			events = append(events, e)
		}
	}
	return events, bad
}
