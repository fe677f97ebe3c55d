package capture

import (
	"bytes"
	"errors"
	"fmt"
	"time"

	"telko/minutes/lang"
)

// journalFile is a journal that is being written. It is a Journal.
type journalFile struct {
	fs      FS
	name    string
	f       File
	size    int64 // what counts of the file
	ragged  bool  // behind size may lie what was not accepted
	last    time.Time
	buf     []byte
	reserve reserve
	behind  behind
}

// createJournal begins a journal with what the meeting's files hold.
func createJournal(fs FS, meeting, writer string, base, private []byte, now time.Time) (*journalFile, error) {
	b, err := appendBase(appendHeader(nil, meeting, writer), writer, base, private, now)
	if err != nil {
		return nil, err
	}
	name := journalName(meeting, writer)
	f, err := fs.Create(name)
	if err != nil {
		return nil, err
	}
	j := &journalFile{fs: fs, name: name, f: f, last: now.Truncate(time.Millisecond)}
	if err := j.write(b, true); err != nil {
		return nil, errors.Join(err, f.Close(), fs.Remove(name))
	}
	j.reserve.make(fs, name)
	return j, nil
}

// appendBase appends the lines of what the meeting's files hold.
func appendBase(b []byte, writer string, base, private []byte, now time.Time) (_ []byte, err error) {
	for i, text := range [][]byte{base, private} {
		verb := baseVerb
		if i == 1 {
			verb = privateBaseVerb
		}
		if text == nil {
			continue
		}
		l := journalLine{At: now, By: byTelko, ID: EntryID(writer + "-0"), Verb: verb, Text: string(text)}
		if b, err = appendLine(b, l); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// resumeJournal goes on with a journal that was read. A last line that was cut
// off is completed, or marked so that nobody takes it for an accepted one.
func resumeJournal(fs FS, j *journal) (*journalFile, error) {
	f, err := fs.Open(j.name)
	if err != nil {
		return nil, err
	}
	w := &journalFile{fs: fs, name: j.name, f: f, size: int64(j.end), last: j.last, ragged: true}
	w.reserve.make(fs, j.name)
	end := []byte("\n")
	if j.torn {
		end = []byte(" |" + tornMark + "\n")
	}
	if j.end == 0 {
		end = appendHeader(nil, j.meeting, j.writer)
	}
	if err := w.write(end, true); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return w, nil
}

// rebase notes another text that the journal begins from: the old one was lost.
func (j *journalFile) rebase(base []byte, writer string, now time.Time) error {
	b, err := appendBase(nil, writer, base, nil, now)
	if err != nil {
		return err
	}
	return j.write(b, true)
}

// Append implements Journal. An instant that is older than the newest one, as
// when somebody sets the clock back, becomes that: order in a journal is order
// in time.
func (j *journalFile) Append(events []Event) error { return j.add(events, true) }

// add is Append. Without sync the events need not be on disk when it returns,
// but before any that come later.
func (j *journalFile) add(events []Event, sync bool) error {
	b := j.buf[:0]
	last := j.last
	for i := range events {
		e := &events[i]
		if e.At = e.At.Truncate(time.Millisecond); e.At.Before(last) {
			e.At = last.In(e.At.Location())
		}
		last = e.At
		var err error
		if b, err = appendLine(b, eventLine(e)); err != nil {
			return err
		}
	}
	j.buf = b
	if cap(j.buf) > 1<<20 {
		j.buf = nil
	}
	if err := j.write(b, sync && !j.behind.on); err != nil {
		return lang.E(lang.JournalNotKept, err).Hint(lang.JournalNotKeptHint)
	}
	j.last = last
	if j.behind.on {
		j.behind.text = append(j.behind.text, b...)
		if sync {
			j.behind.due = len(j.behind.text)
		}
	}
	return nil
}

// write appends b, and returns when it is on disk. If it cannot be, nothing of
// it counts. Where the disk is full, the reserve makes room.
func (j *journalFile) write(b []byte, sync bool) error {
	err := j.try(b, sync)
	for err != nil && j.reserve.release(j.fs, err) {
		err = j.try(b, sync)
	}
	return err
}

func (j *journalFile) try(b []byte, sync bool) error {
	if len(b) == 0 {
		return nil
	}
	if j.ragged {
		if err := j.f.Truncate(j.size); err != nil {
			return err
		}
		j.ragged = false
	}
	n, err := j.f.WriteAt(b, j.size)
	if err == nil && n < len(b) {
		err = fmt.Errorf("only %d of %d bytes were written", n, len(b))
	}
	if err == nil && sync {
		err = j.f.Sync()
	}
	if err != nil {
		j.ragged = j.f.Truncate(j.size) != nil
		return err
	}
	j.size += int64(len(b))
	return nil
}

func (j *journalFile) Close() error { return j.f.Close() }

// reserve is a file that is there to be deleted when the disk is full: so some
// thousand lines can still be accepted.
type reserve struct {
	name string // "" if there is none
	used bool   // it had to be deleted
}

const reserveSize = 256 << 10

// make writes the reserve, and reports whether it is there. Doing without one is
// no reason not to begin.
func (r *reserve) make(fs FS, journal string) bool {
	name := reserveName(journal)
	// Some file systems take no room for what is all the same.
	fill := make([]byte, reserveSize)
	x := uint32(1)
	for i := range fill {
		x = x*1664525 + 1013904223
		fill[i] = byte(x >> 24)
	}
	if old, err := fs.ReadFile(name); err == nil && bytes.Equal(old, fill) {
		r.name = name
		return true
	}
	if fs.WriteFile(name, fill) != nil {
		return false
	}
	r.name, r.used = name, false
	return true
}

// release gives the reserve away after an error, and reports whether that may
// have helped.
func (r *reserve) release(fs FS, err error) bool {
	if r.name == "" || !errors.Is(err, ErrFull) {
		return false
	}
	name := r.name
	r.name, r.used = "", true
	return fs.Remove(name) == nil
}

func reserveName(journal string) string { return journal[:len(journal)-len(journalEnd)] + ".reserve" }
