package capture

import (
	"bytes"
	"strconv"
	"time"
)

// draft keeps the line that is being typed, so that a telko that is killed
// gives it back. It is written at every key, so nobody waits for the disk; in
// two files by turns, so that one is whole wherever a write is cut off.
type draft struct {
	fs    FS
	name  string
	files [2]File
	n     int // writes so far
	line  string
	after EntryID // the newest event that came from a line or the screen
}

const (
	draftVerb  = "typing"
	nothingYet = "-" // in place of the id of an event
)

// draftName returns the name of the draft beside a journal.
func draftName(journal string) string { return journal[:len(journal)-len(journalEnd)] + ".draft" }

// draftNames are the files of a draft.
func draftNames(name string) [2]string { return [2]string{name, name + "2"} }

// set keeps the line. What it cannot keep it does without: the next key tries
// again.
func (d *draft) set(line string, now time.Time) { d.write(line, now, "") }

// expect keeps the line, as after the events there are and as after one that is
// about to be accepted.
func (d *draft) expect(next EntryID, now time.Time) { d.write(d.line, now, next) }

func (d *draft) write(line string, now time.Time, or EntryID) {
	turn := (d.n + 1) % 2
	if d.files[turn] == nil {
		f, err := d.fs.Open(draftNames(d.name)[turn])
		if err != nil {
			return
		}
		d.files[turn] = f
	}
	after := d.after
	if after == "" {
		after = nothingYet
	}
	l := journalLine{At: now, By: byTelko, ID: after, Verb: draftVerb, Args: []journalArg{{"n", strconv.Itoa(d.n + 1)}}, Text: line}
	if or != "" {
		l.Args = append(l.Args, journalArg{"or", string(or)})
	}
	b, err := appendLine(nil, l)
	if err != nil {
		return
	}
	// What is left of a longer line stands behind this one and is not read.
	if _, err := d.files[turn].WriteAt(b, 0); err == nil {
		d.line = line
		d.n++
	}
}

// read returns the line that was being typed, "" if there was none, or if what
// came after it was accepted.
func (d *draft) read() {
	var newest journalLine
	for _, name := range draftNames(d.name) {
		data, err := d.fs.ReadFile(name)
		if err != nil {
			continue
		}
		first, _, _ := bytes.Cut(data, []byte("\n"))
		l, ok, err := parseLine(first)
		if !ok || err != nil || l.Verb != draftVerb {
			continue
		}
		if n, _ := strconv.Atoi(l.arg("n")); n > d.n {
			d.n, newest = n, l
		}
	}
	after := d.after
	if after == "" {
		after = nothingYet
	}
	if d.n > 0 && (newest.ID == after || newest.arg("or") == string(after)) {
		d.line = newest.Text
	}
}

// remove deletes the draft.
func (d *draft) remove() (err error) {
	for i, name := range draftNames(d.name) {
		if d.files[i] != nil {
			_ = d.files[i].Close()
		}
		if e := d.fs.Remove(name); e != nil {
			err = e
		}
	}
	return err
}

// close ends the writing of the draft, which stays.
func (d *draft) close() {
	for _, f := range d.files {
		if f != nil {
			_ = f.Close()
		}
	}
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
