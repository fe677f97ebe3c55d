package tasks

import (
	"fmt"
	"strings"
	"time"

	"telko/tasks/when"
)

// Code names what is wrong with a line, an event or a log, for callers that
// decide on it or say it in another language.
type Code string

// What can be wrong with a line of the log.
const (
	BadText     Code = "bad text"        // invalid UTF-8 or a control character
	BadInstant  Code = "bad instant"     // does not begin with an instant
	BadName     Code = "bad name"        // the second word names nobody
	BadID       Code = "bad id"          // the third word is no id
	BadVerb     Code = "bad verb"        // the fourth word is missing or no word
	BadDate     Code = "bad date"        // due without a date
	BadDigest   Code = "bad digest"      // add without a digest
	BadList     Code = "bad assignees"   // assign without a list of assignees
	BadUndo     Code = "bad undo"        // undo without VERB@INSTANT
	UnknownVerb Code = "unknown verb"    // of a newer telko: the event is kept, and changes nothing
	Conflict    Code = "conflict marker" // left by a merge
	Cut         Code = "cut"             // the last line has no line end
	Ahead       Code = "ahead"           // of a time that has not come, by more than an hour
)

// EventError says why a line is no event.
type EventError struct {
	Code Code
	Word string // what was found instead, "" if nothing
}

// Error implements error.
func (e *EventError) Error() string {
	switch e.Code {
	case BadText:
		return "the line holds bytes that are no text"
	case BadInstant:
		return "the line does not begin with an instant like 2010-01-09T21:14:03+01:00"
	case BadName:
		return fmt.Sprintf("%q is not the name of who did it", e.Word)
	case BadID:
		return fmt.Sprintf("%q is not an id like 100107-2", e.Word)
	case BadVerb:
		return fmt.Sprintf("%q is not a verb like done", e.Word)
	case BadDate:
		return fmt.Sprintf("%q is not a date like 2010-01-31", e.Word)
	case BadDigest:
		return fmt.Sprintf("%q is not the digest of a text", e.Word)
	case BadList:
		return fmt.Sprintf("%q is not a list of assignees like jpru,sebi", e.Word)
	case BadUndo:
		return fmt.Sprintf("%q does not name an event like done@2010-01-09T21:14:03+01:00", e.Word)
	case UnknownVerb:
		return fmt.Sprintf("this telko does not know the verb %q; the line is kept", e.Word)
	case Conflict:
		return "the line is a conflict marker that a merge left; delete it"
	case Cut:
		return "the last line has no line end and may have been cut off"
	case Ahead:
		return "the line is of a time that has not come yet"
	}
	return string(e.Code)
}

// rawEvent is a line taken apart, without anything allocated or converted.
type rawEvent struct {
	at                 instant
	by, id, verb, rest string
	key                uint64 // plain(id), 0 if it is not
}

// split takes line apart into r. What comes after the verb is for others to check.
func (d *days) split(line string, r *rawEvent) (code Code, word string) {
	*r = rawEvent{}
	if !isText(line) {
		return BadText, ""
	}
	at, n, ok := d.readInstant(line)
	if !ok || len(line) > n && line[n] != ' ' {
		if isConflict(line) {
			return Conflict, ""
		}
		return BadInstant, ""
	}
	r.at = at
	r.by, line = cut(line[min(n+1, len(line)):])
	if r.by == "" {
		return BadName, r.by
	}
	r.id, line = cut(line)
	if key, ok := plain(r.id); ok && (key>>numberBits == d.idDay || isDay(r.id[:6])) {
		r.key, d.idDay = key, key>>numberBits
	} else if _, ok := takeApart(r.id); !ok {
		return BadID, r.id
	}
	r.verb, r.rest = cut(line)
	if !isVerb(r.verb) {
		return BadVerb, r.verb
	}
	return "", ""
}

// cut returns the first word of s and what follows the blank after it.
func cut(s string) (word, rest string) {
	i := 0
	if len(s) >= 8 {
		i = firstBlank(eight(s))
	}
	for ; i < len(s); i++ {
		if s[i] == ' ' {
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}

// isVerb reports whether s could be a verb, known or not.
func isVerb(s string) bool {
	for i := range len(s) {
		if (s[i] < 'a' || s[i] > 'z') && (i == 0 || s[i] != '-') {
			return false
		}
	}
	return s != "" && len(s) <= 20
}

func isConflict(line string) bool {
	for _, mark := range []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"} {
		if rest, ok := strings.CutPrefix(line, mark); ok && (rest == "" || rest[0] == ' ') {
			return true
		}
	}
	return false
}

// ParseEvent reads one line of a log, without its line end; the package
// comment has the grammar. Its error is an *EventError. One with UnknownVerb
// comes with the event all the same: such a line is part of the task's
// history.
func ParseEvent(line string) (Event, error) {
	var d days
	return d.parse(line)
}

func (d *days) parse(line string) (Event, error) {
	var r rawEvent
	if code, word := d.split(line, &r); code != "" {
		return Event{}, &EventError{code, strings.Clone(word)}
	}
	by, ok := readName(r.by)
	if !ok {
		return Event{}, &EventError{BadName, r.by}
	}
	e := Event{At: r.at.time(), By: by, ID: ID(r.id)}
	known := knownVerb(r.verb)
	if known >= 0 {
		e.Verb = verbs[known]
	}
	if code, word := e.readRest(r.rest); code != "" {
		return Event{}, &EventError{code, word}
	}
	if known < 0 {
		e.Verb = Verb(r.verb)
		return e, &EventError{UnknownVerb, r.verb}
	}
	return e, nil
}

// The verbs that this telko knows, by number.
const (
	addVerb = iota
	doneVerb
	reopenVerb
	dueVerb
	assignVerb
	waitVerb
	resumeVerb
	dropVerb
	textVerb
	noteVerb
	undoVerb
)

// verbs are the words of the numbers.
var verbs = [...]Verb{
	addVerb: Add, doneVerb: DoneV, reopenVerb: Reopen, dueVerb: DueV, assignVerb: Assign, waitVerb: Wait,
	resumeVerb: Resume, dropVerb: Drop, textVerb: Text, noteVerb: Note, undoVerb: Undo,
}

// knownVerb returns the number of what s spells, -1 for a verb of a newer
// telko. The compiler makes it a search; a loop over verbs takes longer.
func knownVerb(s string) int {
	switch Verb(s) {
	case Add:
		return addVerb
	case DoneV:
		return doneVerb
	case Reopen:
		return reopenVerb
	case DueV:
		return dueVerb
	case Assign:
		return assignVerb
	case Wait:
		return waitVerb
	case Resume:
		return resumeVerb
	case Drop:
		return dropVerb
	case Text:
		return textVerb
	case Note:
		return noteVerb
	case Undo:
		return undoVerb
	}
	return -1
}

// readRest reads what follows the verb.
func (e *Event) readRest(rest string) (Code, string) {
	var word string
	var ok bool
	switch e.Verb {
	case Add:
		return e.readAdd(rest)
	case DueV:
		var err error
		word, rest = cut(rest)
		if e.Due, err = when.ParseISO(word); err != nil {
			return BadDate, word
		}
	case Assign:
		word, rest = cut(rest)
		if e.Assignees, ok = readList(word); !ok {
			return BadList, word
		}
	case Undo:
		word, rest = cut(rest)
		if e.Of, e.OfAt, ok = readUndo(word); !ok {
			return BadUndo, word
		}
	}
	e.Text = strings.TrimSpace(rest)
	return "", ""
}

// readAdd reads DIGEST, or DIGEST due=DATE assign=LIST TEXT.
func (e *Event) readAdd(rest string) (Code, string) {
	e.Digest, rest = cut(rest)
	if !isDigest(e.Digest) {
		return BadDigest, e.Digest
	}
	if due, ok := strings.CutPrefix(rest, "due="); ok {
		due, rest = cut(due)
		if due != "-" {
			var err error
			if e.Due, err = when.ParseISO(due); err != nil {
				return BadDate, due
			}
		}
		var list string
		list, rest = cut(rest)
		list, ok = strings.CutPrefix(list, "assign=")
		if ok {
			e.Assignees, ok = readList(list)
		}
		if !ok {
			return BadList, list
		}
	}
	e.Text = strings.TrimSpace(rest)
	return "", ""
}

// readUndo reads VERB@INSTANT.
func readUndo(word string) (Verb, time.Time, bool) {
	verb, at, _ := strings.Cut(word, "@")
	var d days
	t, n, ok := d.readInstant(at)
	if !ok || n != len(at) || !isVerb(verb) {
		return "", time.Time{}, false
	}
	return Verb(verb), t.time(), true
}

// Line returns e as a line of the log, without line end. It is what ParseEvent
// reads: for every line that telko wrote the same bytes. Line breaks in texts
// become blanks.
func (e Event) Line() string {
	return string(e.appendLine(make([]byte, 0, 80+len(e.Text))))
}

func (e *Event) appendLine(b []byte) []byte {
	b = append(appendInstant(b, e.At), ' ')
	b = append(appendName(b, e.By, false), ' ')
	b = append(append(b, e.ID...), ' ')
	b = append(b, e.Verb...)
	text := oneLine(e.Text)
	switch e.Verb {
	case Add:
		b = append(append(b, ' '), e.Digest...)
		if !e.Due.IsZero() || len(e.Assignees) > 0 || text != "" {
			b = append(b, " due="...)
			if e.Due.IsZero() {
				b = append(b, '-')
			}
			b = append(b, e.Due.String()...)
			b = appendList(append(b, " assign="...), e.Assignees)
		}
	case DueV:
		b = append(append(b, ' '), e.Due.String()...)
	case Assign:
		b = appendList(append(b, ' '), e.Assignees)
	case Undo:
		b = append(append(append(b, ' '), e.Of...), '@')
		b = appendInstant(b, e.OfAt)
	}
	if text != "" {
		b = append(append(b, ' '), text...)
	}
	return b
}
