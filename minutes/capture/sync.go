package capture

import (
	"sync"
	"time"

	"telko/minutes/lang"
)

// A disk may take long until it has a line for good, and the one who types must
// not feel that. With Options.SyncBeside a line that is accepted is in the
// journal's file at once, where it outlives the process, and a Sync that runs
// beside brings it to the disk; until then SaveState says that it is not there.

// behind is what a journal does not know to be on disk yet.
type behind struct {
	on      bool      // lines are accepted before they are on disk
	text    []byte    // the end of the journal's file
	due     int       // how much of it must get there; the rest could be found again
	since   time.Time // when the first of it was accepted
	running *syncing
	err     error     // of the last Sync
	tried   time.Time // when it failed
}

// Sync is the end of a journal on its way to the disk.
type Sync struct{ s *syncing }

// syncing is what a Sync works with.
type syncing struct {
	run  func() error // once
	upto int64        // size of the file that is on disk then
}

// Synced is what came of a Sync.
type Synced struct {
	sync *syncing
	err  error
}

// StartSync takes what is to be brought to the disk. False says that there is
// nothing to do now: ask again when something was accepted, when a Sync is
// finished, and, as one that failed is tried again, at every tick of a clock.
// The Sync is then Run, in any goroutine, and its result given to FinishSync, in
// this one.
func (s *Session) StartSync() (Sync, bool) {
	l := s.live
	if l == nil || l.journal.behind.running != nil || l.journal.behind.due == 0 {
		return Sync{}, false
	}
	b := &l.journal.behind
	if since := l.now().Sub(b.tried); b.err != nil && since >= 0 && since < retryEvery {
		return Sync{}, false
	}
	b.running = l.journal.syncing()
	return Sync{b.running}, true
}

// Run waits for the disk. It may be called in any goroutine, and does its work
// once.
func (y Sync) Run() Synced { return Synced{y.s, y.s.run()} }

// FinishSync notes what came of a Sync. After an error nothing is lost, but it
// is not on disk: SaveState says why, and the next Sync writes it once more.
func (s *Session) FinishSync(r Synced) {
	if l := s.live; l != nil && r.sync == l.journal.behind.running {
		l.journal.synced(r, l.fs, l.now())
	}
}

// syncing returns what brings the journal to the disk. What a disk has refused
// once it may have forgotten: that is written again.
func (j *journalFile) syncing() *syncing {
	f, again, at := j.f, []byte(nil), j.size-int64(len(j.behind.text))
	if j.behind.err != nil {
		again = append(again, j.behind.text...)
	}
	return &syncing{upto: j.size, run: sync.OnceValue(func() error {
		if len(again) > 0 {
			if _, err := f.WriteAt(again, at); err != nil {
				return err
			}
		}
		return f.Sync()
	})}
}

// synced notes what came of it. Where the disk is full, the reserve makes room
// and the next attempt need not wait.
func (j *journalFile) synced(r Synced, fs FS, now time.Time) {
	b := &j.behind
	b.running = nil
	if r.err != nil {
		b.err, b.tried = r.err, now
		if j.reserve.release(fs, r.err) {
			b.tried = time.Time{}
		}
		return
	}
	b.err, b.since = nil, now
	if rest := j.size - r.sync.upto; rest < int64(len(b.text)) {
		done := len(b.text) - int(rest)
		b.text, b.due = append([]byte(nil), b.text[done:]...), max(0, b.due-done)
	}
}

// flush waits until all is on disk.
func (l *live) flush() error {
	j := l.journal
	for try := 0; j.behind.due > 0; try++ {
		if j.behind.running == nil {
			if j.behind.err != nil && try > 0 && !j.behind.tried.IsZero() {
				return j.behind.say()
			}
			j.behind.running = j.syncing()
		}
		j.synced(Synced{j.behind.running, j.behind.running.run()}, l.fs, l.now())
	}
	return nil
}

// say returns the error of the last Sync for people, nil if there is none.
func (b *behind) say() error {
	if b.err == nil {
		return nil
	}
	return lang.E(lang.JournalNotOnDisk, b.err).Because(b.err)
}

// waits reports whether a save had better wait for a Sync: so that the file never
// says what the journal could still lose.
func (b *behind) waits(sinceSave time.Duration) bool {
	return b.due > 0 && b.err == nil && sinceSave >= 0 && sinceSave < behindMost
}

// behindMost is how long a save waits for a disk that is slow.
const behindMost = 5 * time.Second
