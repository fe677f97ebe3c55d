package capture

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// beside begins a session whose lines are brought to the disk beside it.
func (p *port) beside() *Session {
	p.t.Helper()
	o := p.options()
	o.SyncBeside = true
	s, err := Start(o, p.plan())
	if err != nil {
		p.t.Fatal(err)
	}
	return s
}

// onDisk are the texts of the journal as it is after the machine lost power, or
// after the process was killed.
func (p *port) onDisk(s *Session, power bool) string {
	f := p.sim.files[s.live.journal.name]
	data := f.now
	if power {
		data = f.synced
	}
	var out []string
	for _, e := range readJournal(s.live.journal.name, data).events {
		if e.Verb == MakeNote {
			out = append(out, e.Text)
		}
	}
	return strings.Join(out, " ")
}

// sync runs the Sync that is due.
func (p *port) sync(s *Session) {
	p.t.Helper()
	y, ok := s.StartSync()
	if !ok {
		p.t.Fatal("there is nothing to sync")
	}
	s.FinishSync(y.Run())
}

// What was accepted outlives the process at once, and the machine when the
// state says so; what is accepted while the disk is busy is the next one's.
func TestSyncBeside(t *testing.T) {
	p := newPort(t)
	s := p.beside()
	if _, ok := s.StartSync(); ok || !s.SaveState().Unsynced.IsZero() {
		t.Error("there is something to sync")
	}
	enter(t, s, "eins", "zwei")
	if got := p.onDisk(s, false); got != "eins zwei" {
		t.Errorf("killed: %q", got)
	}
	if s.SaveState().Unsynced.IsZero() {
		t.Error("all is on disk, it says")
	}
	first, ok := s.StartSync()
	if !ok {
		t.Fatal("nothing to sync")
	}
	enter(t, s, "drei")
	if _, again := s.StartSync(); again {
		t.Error("two at once")
	}
	s.FinishSync(first.Run())
	s.FinishSync(first.Run()) // is not counted twice
	if s.SaveState().Unsynced.IsZero() {
		t.Error("what came meanwhile is on disk, it says")
	}
	p.sync(s)
	if got := p.onDisk(s, true); got != "eins zwei drei" || !s.SaveState().Unsynced.IsZero() {
		t.Errorf("the machine lost power: %q", got)
	}
	enter(t, s, "vier")
	save(t, s)
	if got := p.onDisk(s, true); got != "eins zwei drei vier" || !s.SaveState().Unsynced.IsZero() {
		t.Errorf("saved, and then the machine lost power: %q", got)
	}
	enter(t, s, "fünf")
	name := s.live.journal.name
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if got := string(p.sim.files[name].synced); !strings.Contains(got, "fünf") {
		t.Errorf("closed, and then the machine lost power: %q", got)
	}
}

// A disk that refuses what it has taken may have forgotten it: it is told once
// more, and nothing is lost. Meanwhile the state says why.
func TestSyncFails(t *testing.T) {
	boom := errors.New("input/output error")
	p := newPort(t)
	s := p.beside()
	enter(t, s, "eins")
	p.sim.syncErr = boom
	p.sync(s)
	f := p.sim.files[s.live.journal.name]
	clear(f.now[len(f.synced):])
	if st := s.SaveState(); !errors.Is(st.SyncErr, boom) || st.Unsynced.IsZero() {
		t.Errorf("%+v", st)
	}
	enter(t, s, "zwei") // may be typed, and is not on disk either
	if got := entryTexts(s); got != "eins\nzwei\n" {
		t.Errorf("%q", got)
	}
	if err := s.SaveAll(); err != nil { // the file has a disk of its own
		t.Error(err)
	}
	if !strings.Contains(p.file(), "- eins\n- zwei\n") {
		t.Error(p.file())
	}
	p.sim.syncErr = nil
	p.now()
	p.now()
	p.sync(s)
	if got := p.onDisk(s, true); got != "eins zwei" || s.SaveState().SyncErr != nil {
		t.Errorf("%q, %v", got, s.SaveState().SyncErr)
	}
	agree(t, p, s)
}

// Where the disk is full only when it is asked, the reserve makes room.
func TestSyncOnFullDisk(t *testing.T) {
	p := newPort(t)
	s := p.beside()
	enter(t, s, "eins")
	p.sim.syncErr = fmt.Errorf("sync: %w", ErrFull)
	p.sync(s)
	if st := s.SaveState(); !st.Full || st.SyncErr == nil {
		t.Errorf("%+v", st)
	}
	p.sim.syncErr = nil
	p.sync(s) // at once
	if got := p.onDisk(s, true); got != "eins" || s.SaveState().SyncErr != nil {
		t.Errorf("%q, %v", got, s.SaveState().SyncErr)
	}
}

// The file does not say what the journal could still lose, unless the disk takes
// very long.
func TestSaveWaitsForSync(t *testing.T) {
	p := newPort(t)
	s := p.beside()
	p.syncIfDue(s)
	save(t, s)
	enter(t, s, "eins")
	p.time = s.live.ended.Add(2 * time.Second) // the test's clock goes on at every look
	if _, ok := s.StartSave(); ok {
		t.Fatal("it is saved before it is on disk")
	}
	for range 9 {
		if v, ok := s.StartSave(); ok {
			if err := s.Finish(v.Run()); err != nil {
				t.Fatal(err)
			}
		}
	}
	if !strings.Contains(p.file(), "- eins\n") {
		t.Errorf("the file waits for ever:\n%s", p.file())
	}
}

// syncIfDue runs the Sync that is due, if one is.
func (p *port) syncIfDue(s *Session) {
	if y, ok := s.StartSync(); ok {
		s.FinishSync(y.Run())
	}
}

// Killed at any moment: what was accepted is there.
func TestSyncKilledAnywhere(t *testing.T) {
	for at := 1; ; at++ {
		for _, power := range []bool{false, true} {
			p := newPort(t)
			s := p.beside()
			p.sim.dieAt, p.sim.half = p.sim.ops+at, at%2 == 0
			accepted, safe := 0, 0
			died := func() (died bool) {
				defer func() {
					if r := recover(); r != nil {
						if _, is := r.(crash); !is {
							panic(r)
						}
						died = true
					}
				}()
				for i := range 4 {
					enter(t, s, fmt.Sprintf("n%d", i))
					accepted++
					if i%2 == 0 {
						p.syncIfDue(s)
						safe = accepted
					}
				}
				return false
			}()
			name := s.live.journal.name
			p.sim.reboot(power)
			got := readJournal(name, p.sim.files[name].now)
			var notes []string
			for _, e := range got.events {
				if e.Verb == MakeNote {
					notes = append(notes, e.Text)
				}
			}
			least := accepted
			if power {
				least = safe
			}
			if len(notes) < least {
				t.Fatalf("killed at %d, power %v: %q of %d", at, power, notes, least)
			}
			for i, n := range notes {
				if n != fmt.Sprintf("n%d", i) {
					t.Fatalf("killed at %d, power %v: %q", at, power, notes)
				}
			}
			if !died {
				if at < 5 {
					t.Errorf("only %d moments", at)
				}
				return
			}
		}
	}
}
