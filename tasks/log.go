package tasks

import (
	"bytes"
	"fmt"
	"strings"
)

// LineError is a line of a log that could not be read, or not in full. The
// line stays in the file; everything else goes on.
type LineError struct {
	File string
	Line int    // from 1
	Text string // the line
	Err  error  // an *EventError
}

// Error implements error.
func (e *LineError) Error() string { return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err) }

// Unwrap returns the cause.
func (e *LineError) Unwrap() error { return e.Err }

// ReadLog reads a log. Events come in the order of the lines; those of unknown
// verbs are among them. What could not be read is in the second result: a
// damaged line, a conflict marker, an unknown verb, and a last line without
// line end, which counts as far as it can be read.
func ReadLog(name string, data []byte) ([]Event, []*LineError) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	text := string(data) // one copy, that all events share
	evs := make([]Event, 0, strings.Count(text, "\n")+1)
	var bad []*LineError
	var d days
	report := func(n int, line string, err error) {
		bad = append(bad, &LineError{name, n, line, err})
	}
	for n := 1; text != ""; n++ {
		line, rest, ended := nextLine(text)
		text = rest
		if line == "" {
			continue
		}
		e, err := d.parse(line)
		if e.ID != "" {
			evs = append(evs, e)
		}
		if err != nil {
			report(n, line, err)
		}
		if !ended {
			report(n, line, &EventError{Code: Cut})
		}
	}
	return evs, bad
}

// nextLine returns the first line of text without its line end, which may be
// that of Windows, and what follows.
func nextLine(text string) (line, rest string, ended bool) {
	line, rest, ended = strings.Cut(text, "\n")
	return strings.TrimSuffix(line, "\r"), rest, ended
}

// AppendLines appends evs as lines to log, the end of which may lack a line
// end, and returns what is to be written behind it.
func AppendLines(log []byte, evs ...Event) []byte {
	var b []byte
	if n := len(log); n > 0 && log[n-1] != '\n' {
		b = append(b, '\n')
	}
	for i := range evs {
		b = append(evs[i].appendLine(b), '\n')
	}
	return b
}
