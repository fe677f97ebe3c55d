package motions

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Verb says what an event did to its motion.
type Verb string

// Add is the only verb that is known yet: it mints an id.
const Add Verb = "add"

// Event is one line of motions.log.
type Event struct {
	At     time.Time // to the second, with the zone offset it was written in
	By     string    // nick, or "telko" for what telko does by rule
	ID     ID
	Verb   Verb
	Digest string // Add: Digest of the wording
	Text   string // the rest of the line
}

// Line returns e as a line of the log, without line end.
func (e Event) Line() string {
	s := e.At.Format(time.RFC3339) + " " + e.By + " " + string(e.ID) + " " + string(e.Verb)
	if e.Digest != "" {
		s += " " + e.Digest
	}
	if e.Text != "" {
		s += " " + strings.Join(strings.Fields(e.Text), " ")
	}
	return s
}

// What a line of the log may lack.
var (
	ErrCut     = errors.New("the line is cut short: it needs an instant, who, an id and a verb")
	ErrInstant = errors.New("the line does not begin with an instant like 2010-01-07T22:20:00+01:00")
	ErrVerb    = errors.New("the verb is not known to this telko; the line is kept")
	ErrDigest  = errors.New("add needs the digest of the motion's wording, ten hexadecimal digits")
	ErrMarker  = errors.New("the line is a mark of a conflict that was not resolved: keep both sides, remove the marks")
)

// ParseEvent reads one line of the log, without its line end.
func ParseEvent(line string) (Event, error) {
	for _, m := range []string{"<<<<<<<", "=======", ">>>>>>>", "|||||||"} {
		if strings.HasPrefix(line, m) {
			return Event{}, ErrMarker
		}
	}
	parts := strings.SplitN(line, " ", 5)
	at, err := time.Parse(time.RFC3339, parts[0])
	if err != nil {
		return Event{}, ErrInstant
	}
	if len(parts) < 4 || parts[1] == "" || parts[3] == "" {
		return Event{}, ErrCut
	}
	id, err := ParseID(parts[2])
	if err != nil {
		return Event{}, err
	}
	e := Event{At: at, By: parts[1], ID: id, Verb: Verb(parts[3])}
	if e.Verb != Add {
		return Event{}, ErrVerb
	}
	if len(parts) == 5 {
		e.Digest, e.Text, _ = strings.Cut(parts[4], " ")
	}
	if len(e.Digest) != 10 || strings.Trim(e.Digest, "0123456789abcdef") != "" {
		return Event{}, ErrDigest
	}
	return e, nil
}

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
// that cannot be read are reported and left out; the file keeps them.
func ReadLog(name string, data []byte) ([]Event, []*LineError) {
	var events []Event
	var bad []*LineError
	seen := map[string]bool{}
	for n := 1; len(data) > 0; n++ {
		line, rest, _ := bytes.Cut(data, []byte("\n"))
		data = rest
		text := strings.TrimRight(string(line), "\r")
		if strings.TrimSpace(text) == "" || seen[text] {
			continue
		}
		seen[text] = true
		e, err := ParseEvent(text)
		if err != nil {
			bad = append(bad, &LineError{name, n, text, err})
			continue
		}
		events = append(events, e)
	}
	return events, bad
}
