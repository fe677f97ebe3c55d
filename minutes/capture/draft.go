package capture

import (
	"bytes"
	"time"
)

// draft keeps the line that is being typed, so that a telko that is killed
// gives it back. It is written at every key, so nobody waits for the disk.
type draft struct {
	fs    FS
	name  string
	f     File
	line  string
	after EntryID // the newest event that came from a line or the screen
}

const (
	draftVerb  = "typing"
	nothingYet = "-" // in place of the id of an event
)

func draftName(journal string) string { return journal[:len(journal)-len(journalEnd)] + ".draft" }

// set keeps the line. What it cannot keep it does without: the next key tries
// again.
func (d *draft) set(line string, now time.Time) { d.write(line, d.after, now) }

// expect keeps the line, as after now and as after an event that is about to be
// accepted.
func (d *draft) expect(next EntryID, now time.Time) { d.write(d.line, d.after, now, next) }

func (d *draft) write(line string, after EntryID, now time.Time, or ...EntryID) {
	if d.f == nil {
		f, err := d.fs.Open(d.name)
		if err != nil {
			return
		}
		d.f = f
	}
	if after == "" {
		after = nothingYet
	}
	l := journalLine{At: now, By: "telko", ID: after, Verb: draftVerb, Text: line}
	for _, id := range or {
		l.Args = append(l.Args, journalArg{"or", string(id)})
	}
	b, err := appendLine(nil, l)
	if err != nil {
		return
	}
	// What is left of a longer line stands behind this one and is not read.
	if _, err := d.f.WriteAt(b, 0); err == nil {
		d.line = line
	}
}

// readDraft returns the line that was being typed, "" if there was none, or if
// what came after it was accepted.
func readDraft(fs FS, name string, after EntryID) string {
	data, err := fs.ReadFile(name)
	if err != nil {
		return ""
	}
	first, _, _ := bytes.Cut(data, []byte("\n"))
	l, ok, err := parseLine(first)
	if !ok || err != nil || l.Verb != draftVerb {
		return ""
	}
	if after == "" {
		after = nothingYet
	}
	for _, a := range l.Args {
		if a.Key == "or" && a.Value == string(after) {
			return l.Text
		}
	}
	if l.ID != after {
		return ""
	}
	return l.Text
}

// isTyped reports whether an event came from a line or from the screen, and not
// from what telko found or did by itself.
func isTyped(e *Event) bool {
	switch e.Verb {
	case Open, Written, GiveID, Carried, Tell:
		return false
	}
	return e.By != Outside
}

// lastTyped returns the newest event that is typed, "" if there is none.
func lastTyped(events []Event) EntryID {
	for i := len(events) - 1; i >= 0; i-- {
		if isTyped(&events[i]) {
			return events[i].ID
		}
	}
	return ""
}
