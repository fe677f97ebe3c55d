package capture

import (
	"bytes"
	"errors"
	"slices"
	"sync"
	"time"

	"telko/minutes/archive"
)

// How often the meeting's file is written and looked at.
const (
	saveEvery  = 500 * time.Millisecond // at most, while things change
	lookEvery  = 3 * time.Second        // for what other programs do to it
	retryEvery = 2 * time.Second        // after an error
	settleTime = 400 * time.Millisecond // what another program wrote must stand so long
	restFor    = 4                      // times what the last save took, so that it is not felt
	tookMost   = 2 * time.Second        // of that; a machine may have slept meanwhile
)

// saver is what a live session knows of the meeting's files.
type saver struct {
	known    [2]fileText // public and private, as telko wrote or read them last
	upto     EntryID     // the newest event that telko wrote into them
	stale    map[string]EntryID
	pending  bool      // something may not be in the files yet
	current  *saving   // that runs; nil for none
	err      error     // of the last save
	copied   []byte    // what lies beside, if the files could not be written
	saved    time.Time // when the files were last known to hold everything
	ended    time.Time // when the last Run was finished
	took     time.Duration
	seen     [2][]byte // what another program wrote, and has to stand for a while
	unsettle bool      // and does not yet
}

// SaveState says how safe the minutes are. What was accepted is in the journal
// in any case, and outlives the process; Unsynced says since when some of it
// would not outlive the machine.
type SaveState struct {
	Pending bool      // something is in the journal and not in the meeting's file yet
	Saving  bool      // the file is being written
	Err     error     // why it could not be written, nil if it could; it is tried again
	Saved   time.Time // when the file last held everything; zero: not yet
	Copy    string    // where a copy lies while the file cannot be written; "" for none
	Full    bool      // the disk is full; the journal lives on what was put aside for that

	Unsynced time.Time // since when something accepted waits for the disk; zero: all is there
	SyncErr  error     // why the disk has refused it, nil if it did not; it is tried again
}

// SaveState returns how safe the minutes are.
func (s *Session) SaveState() SaveState {
	l := s.live
	if l == nil {
		return SaveState{}
	}
	st := SaveState{Pending: l.pending, Saving: l.current != nil, Err: l.err, Saved: l.saved, Full: l.journal.reserve.used}
	if b := &l.journal.behind; b.due > 0 {
		st.Unsynced, st.SyncErr = b.since, b.say()
	}
	if l.copied != nil {
		st.Copy = l.where(copyName(l.journal.name))
	}
	return st
}

// Save is the state of a session on its way into the meeting's file.
type Save struct{ s *saving }

// saving is what a Save works with.
type saving struct {
	run     func() Saved // once
	l       *live
	ref     archive.Ref
	known   [2]fileText
	next    [2]fileText // what the files are to hold
	write   bool        // something changed since known
	upto    EntryID     // the newest event that is in next
	effects []Effect
	keeper  string // whom effects are by
	at      time.Time
	full    bool // the journal has no reserve any more
}

// Saved is what came of a Save.
type Saved struct {
	save    *saving
	ref     archive.Ref
	err     error
	found   [2][]byte         // what lies in the files now; nil for no file
	changes [2]*outsideChange // how that differs from what the session knows
	minted  [2]*minted        // if it is only that ids were given
	wrote   bool              // next was written
	anew    bool              // the file was gone
	carried []Effect
	refused []refusal
	copied  []byte
	reserve *reserve // a new one
}

// StartSave takes what is to be saved. False says that there is nothing to do
// now: ask again soon, say at every tick of a clock. The save is then Run, in
// any goroutine, and its result given to Finish, in this one.
func (s *Session) StartSave() (Save, bool) { return s.startSave(false) }

// StartSaveNow is StartSave without waiting for more to save.
func (s *Session) StartSaveNow() (Save, bool) { return s.startSave(true) }

func (s *Session) startSave(now bool) (Save, bool) {
	l := s.live
	if l == nil || l.current != nil {
		return Save{}, false
	}
	at := l.now()
	if jump := l.clock.look(at); jump != 0 {
		_ = s.commit([]Event{{By: byTelko, Verb: Tell, Text: jumped(jump, at).In(s.Lang())}})
	}
	effects := s.Effects()
	wait := saveEvery
	switch {
	case l.unsettle:
		wait = settleTime
	case l.err != nil:
		wait = retryEvery
	case !l.pending && len(effects) == 0:
		wait = lookEvery
	}
	wait = max(wait, restFor*l.took)
	if since := at.Sub(l.ended); !now && !l.ended.IsZero() && since >= 0 && since < wait {
		return Save{}, false
	}
	if !now && !l.ended.IsZero() && l.journal.behind.waits(at.Sub(l.ended)) {
		return Save{}, false
	}
	v := &saving{l: l, ref: l.ref, known: l.known, write: l.pending, effects: effects, keeper: s.c.Keeper, at: at, upto: s.lastEvent(), full: l.journal.reserve.used}
	v.next = l.known
	if v.write {
		v.next = [2]fileText{s.doc.layOut(false), s.doc.layOut(true)}
	}
	v.run = sync.OnceValue(v.work)
	l.current = v
	return Save{v}, true
}

// lastEvent returns the id of the newest event, "" if there is none.
func (s *Session) lastEvent() EntryID {
	if n := len(s.log.all); n > 0 {
		return s.log.all[n-1].ID
	}
	return ""
}

const byTelko = "telko"

// Run writes the meeting's files, unless another program changed them: then it
// finds out how. It may be called in any goroutine, and does its work once.
func (v Save) Run() Saved { return v.s.run() }

func (v *saving) work() Saved {
	r := Saved{save: v, ref: v.ref}
	r.err = v.files(&r)
	if r.err != nil && v.write {
		r.copied = v.copyBeside()
	}
	if r.err == nil && (r.wrote || r.changes == [2]*outsideChange{}) {
		v.carry(&r)
	}
	if v.full {
		if again := new(reserve); again.make(v.l.fs, v.l.journal.name) {
			r.reserve = again
		}
	}
	return r
}

// errLook ends an edit that was only to look.
var errLook = errors.New("only looking")

// files brings the files to next, or finds out what happened to them.
func (v *saving) files(r *Saved) error {
	for try := 0; ; try++ {
		err := v.filesOnce(r)
		if !errors.Is(err, archive.ErrChanged) || try == 3 {
			return err
		}
	}
}

func (v *saving) filesOnce(r *Saved) error {
	ws := v.l.ws
	var found [2][]byte
	changed := false
	_, err := ws.EditBoth(r.ref, func(public, private []byte) ([]byte, []byte, error) {
		found = [2][]byte{bytes.Clone(public), bytes.Clone(private)}
		gone := isGone(public) && !isGone(v.known[0].src) || isGone(private) && !isGone(v.known[1].src)
		if changed = v.differs(found); changed || !v.write && !gone {
			return nil, nil, errLook
		}
		r.anew = r.anew || gone
		return v.next[0].src, v.next[1].src, nil // unchanged too: a task may want its id
	})
	switch {
	case errors.Is(err, archive.ErrNoMeeting):
		return v.create(r)
	case errors.Is(err, errLook):
		r.found = found
		if !changed {
			return nil
		}
		return v.compareWith(r, &v.known)
	case err != nil:
		return err
	}
	return v.readBack(r)
}

// differs reports whether the files hold what telko did not put there. One that
// is gone, or empty, is written anew.
func (v *saving) differs(found [2][]byte) bool {
	for i, f := range found {
		if isGone(f) {
			continue
		}
		if !bytes.Equal(f, v.known[i].src) {
			return true
		}
	}
	return false
}

func isGone(src []byte) bool { return len(bytes.TrimSpace(src)) == 0 }

// create writes the files of a meeting that has none, any more or yet.
func (v *saving) create(r *Saved) error {
	next := v.next
	ref, err := v.l.ws.Create(v.ref.ID, next[0].src)
	if errors.Is(err, archive.ErrExists) { // elsewhere, or just now
		if ref, err = v.l.ws.Resolve(v.ref.ID); err == nil && ref.Path != r.ref.Path {
			r.ref = ref
			return v.filesOnce(r)
		}
		return errors.Join(err, archive.ErrChanged)
	}
	if err != nil {
		return err
	}
	ref.Date, ref.PrivatePath = v.ref.Date, v.ref.PrivatePath
	r.ref, r.anew = ref, r.anew || v.known[0].src != nil
	if next[1].src != nil {
		if _, err := v.l.ws.EditPrivate(ref, func(old []byte) ([]byte, error) {
			if !isGone(old) {
				return nil, nil
			}
			return next[1].src, nil
		}); err != nil {
			return err
		}
	}
	return v.readBack(r)
}

// readBack reads what was written: with ids now.
func (v *saving) readBack(r *Saved) error {
	r.wrote = true
	if _, err := v.l.ws.EditBoth(r.ref, func(public, private []byte) ([]byte, []byte, error) {
		r.found = [2][]byte{bytes.Clone(public), bytes.Clone(private)}
		return nil, nil, errLook
	}); !errors.Is(err, errLook) {
		return err
	}
	next := v.next
	for i, now := range r.found {
		if r.minted[i] = findMinted(&next[i], now); r.minted[i] != nil {
			next[i] = r.minted[i].file
		}
	}
	return v.compareWith(r, &next)
}

// compareWith finds out how the files differ from what telko knows.
func (v *saving) compareWith(r *Saved, known *[2]fileText) error {
	for i, now := range r.found {
		if isGone(now) || bytes.Equal(now, known[i].src) {
			continue
		}
		name := r.ref.Path
		if i == 1 {
			name = privateName(r.ref)
		}
		c, err := compare(name, &known[i], now, v.l.ctx)
		if err != nil {
			return err
		}
		r.changes[i] = c
	}
	return nil
}

func privateName(ref archive.Ref) string {
	if ref.PrivatePath != "" {
		return ref.PrivatePath
	}
	return privateOf(ref.Path)
}

func copyName(journal string) string { return journal[:len(journal)-len(journalEnd)] + ".copy.md" }

// copyBeside keeps what could not be written where it can be found, and returns
// it; nil if that is not possible either.
func (v *saving) copyBeside() []byte {
	all := slices.Concat(v.next[0].src, v.next[1].src)
	if bytes.Equal(all, v.l.copied) {
		return all
	}
	if v.l.fs.WriteFile(copyName(v.l.journal.name), all) != nil {
		return nil
	}
	return all
}
