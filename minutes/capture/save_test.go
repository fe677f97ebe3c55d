package capture

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
)

// full makes it impossible to write the meeting's file, and returns what makes
// it possible again.
func (p *port) full() (mend func()) {
	lock := filepath.Join(p.ws.Root(), ".telko")
	if err := os.RemoveAll(lock); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(lock, nil, 0o666); err != nil {
		p.t.Fatal(err)
	}
	return func() {
		if err := os.Remove(lock); err != nil {
			p.t.Fatal(err)
		}
	}
}

// Where the file cannot be written, the state says so at once, the entries stay
// in the journal, and are written when it can be.
func TestFileCannotBeWritten(t *testing.T) {
	p, s := atSea(t)
	before := p.file()
	mend := p.full()
	enter(t, s, "Und der Zucker")
	p.time = p.time.Add(10 * time.Second)
	v, ok := s.StartSave()
	if !ok || !s.SaveState().Saving {
		t.Fatal("not begun")
	}
	if err := s.Finish(v.Run()); err == nil {
		t.Error("no error")
	}
	if st := s.SaveState(); st.Err == nil || !st.Pending || st.Saving || st.Copy == "" {
		t.Errorf("%+v", st)
	}
	if _, ok := s.StartSave(); ok {
		t.Error("tried again at once")
	}
	enter(t, s, "Und der Honig")
	if err := s.SaveAll(); err == nil {
		t.Error("no error")
	}
	mend()
	if p.file() != before {
		t.Error(p.file())
	}
	p.settle(s)
	agree(t, p, s)
	if p.file() != before+"- Und der Zucker\n- Und der Honig\n" {
		t.Error(p.file())
	}
	if st := s.SaveState(); st.Err != nil || st.Pending || st.Copy != "" {
		t.Errorf("%+v", st)
	}
}

// A disk without room for the journal: some thousand lines live on what was put
// aside, and the state says so; then lines are refused, and stay typed.
func TestDiskFull(t *testing.T) {
	p, s := atSea(t)
	p.sim.room = 0
	enter(t, s, "Und der Zucker")
	if st := s.SaveState(); !st.Full {
		t.Errorf("%+v", st)
	}
	p.sim.room = 0
	events, public := len(s.Events()), publicText(s)
	s.SetDraft("Und der Honig")
	err := tryEnter(s, "Und der Honig")
	if !errors.Is(err, ErrFull) || lang.HintOf(err, lang.German) == "" {
		t.Error(err)
	}
	if len(s.Events()) != events || publicText(s) != public {
		t.Error("accepted all the same")
	}
	// The file is on another disk, and has what was accepted.
	p.time = p.time.Add(10 * time.Second)
	_ = s.SaveAll()
	if !strings.Contains(p.file(), "- Und der Zucker\n") {
		t.Error(p.file())
	}
	p.sim.room = 1 << 20
	enter(t, s, "Und der Honig")
	p.settle(s)
	agree(t, p, s)
	if !strings.HasSuffix(p.file(), "- Und der Zucker\n- Und der Honig\n") {
		t.Error(p.file())
	}
	if st := s.SaveState(); st.Full {
		t.Errorf("still full: %+v", st)
	}
}

// One save at a time, the newest state next, and not at every key.
func TestSaveDebounced(t *testing.T) {
	p, s := atSea(t)
	if _, ok := s.StartSave(); ok {
		t.Error("saved just now")
	}
	p.time = p.time.Add(10 * time.Second)
	enter(t, s, "eins")
	v, ok := s.StartSave()
	if !ok {
		t.Fatal("not begun")
	}
	enter(t, s, "zwei")
	if _, ok := s.StartSaveNow(); ok {
		t.Error("two at once")
	}
	if err := s.Finish(v.Run()); err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(p.file(), "- eins\n") || !s.SaveState().Pending {
		t.Error(p.file(), s.SaveState())
	}
	p.settle(s)
	if !strings.HasSuffix(p.file(), "- eins\n- zwei\n") {
		t.Error(p.file())
	}
	agree(t, p, s)
	// With nothing to save, one looks now and then what others do.
	looks := 0
	for range 20 {
		if v, ok := s.StartSave(); ok {
			looks++
			if err := s.Finish(v.Run()); err != nil {
				t.Fatal(err)
			}
		}
	}
	if looks < 2 || looks > 15 {
		t.Errorf("looked %d times", looks)
	}
}

// Somebody sets the clock, or the machine slept: the keeper is told, and order
// in the journal is order in time.
func TestClockJumps(t *testing.T) {
	p, s := atSea(t)
	p.time = p.time.Add(-2 * time.Hour)
	enter(t, s, "Nachher")
	p.settle(s)
	if got := remarkTexts(s); !strings.Contains(got, "um 120 Minuten zurückgesprungen") {
		t.Errorf("%q", got)
	}
	agree(t, p, s)
	var last time.Time
	for _, e := range s.Events() {
		if e.At.Before(last) {
			t.Errorf("%s before %s", e.At, last)
		}
		last = e.At
	}
}

func TestClockWatch(t *testing.T) {
	wall := time.Date(2032, 5, 6, 22, 0, 0, 0, time.UTC)
	var c clockWatch
	for i, step := range []struct {
		by   time.Duration
		want time.Duration
	}{{0, 0}, {time.Second, 0}, {time.Hour, 0}, {-time.Minute, 0}, {-time.Hour, -time.Hour}, {time.Second, 0}} {
		wall = wall.Add(step.by)
		if got := c.look(wall); got != step.want {
			t.Errorf("step %d: %s, want %s", i, got, step.want)
		}
	}
	// With a monotonic reading one sees that time stood still meanwhile.
	if got := jumpOf(40*time.Minute, time.Second); got != 40*time.Minute-time.Second {
		t.Error(got)
	}
	if got := jumpOf(-40*time.Minute, time.Second); got != -40*time.Minute-time.Second {
		t.Error(got)
	}
	if got := jumpOf(time.Hour, time.Hour); got != 0 {
		t.Error(got)
	}
}

// Others read along: at most every minute, what was saved, and not the same
// twice; after an error less often.
func TestFollow(t *testing.T) {
	p := newPort(t)
	var got []string
	var fail error
	o := p.options()
	o.Follow = func(f *minutes.File) error {
		got = append(got, string(f.Source()))
		return fail
	}
	s, err := Start(o, plan())
	if err != nil {
		t.Fatal(err)
	}
	send := func() bool {
		f, ok := s.StartFollow()
		if !ok {
			return false
		}
		if _, twice := s.StartFollow(); twice {
			t.Error("two at once")
		}
		if err := s.FinishFollow(f.Run()); !errors.Is(err, fail) {
			t.Error(err)
		}
		return true
	}
	if send() {
		t.Error("sent before it was saved")
	}
	enter(t, s, "eins")
	save(t, s)
	if !send() || len(got) != 1 || got[0] != p.file() {
		t.Errorf("%q", got)
	}
	enter(t, s, "zwei")
	save(t, s)
	if send() {
		t.Error("within the minute")
	}
	p.time = p.time.Add(time.Minute)
	fail = archive.ErrBusy
	if !send() {
		t.Error("not sent")
	}
	p.time = p.time.Add(100 * time.Second)
	if send() {
		t.Error("tried again too soon")
	}
	p.time, fail = p.time.Add(time.Minute), nil
	if !send() || got[len(got)-1] != p.file() {
		t.Error("not tried again")
	}
	p.time = p.time.Add(time.Hour)
	if send() {
		t.Error("the same twice")
	}
}

// What is private goes to the private file, stays there, and what others do to
// it is seen too.
func TestSavePrivate(t *testing.T) {
	p, s := atSea(t)
	var anchor EntryID
	for _, topic := range s.View().Topics {
		if topic.Title == "Anker" {
			anchor = topic.ID
		}
	}
	if _, err := s.Do(MakePrivate{Topic: anchor}); err != nil {
		t.Fatal(err)
	}
	save(t, s)
	private := strings.TrimSuffix(p.path(), ".md") + ".private.md"
	data, err := os.ReadFile(private)
	if err != nil || !strings.Contains(string(data), "- Kette gefettet\n") || strings.Contains(p.file(), "Kette") {
		t.Fatalf("%v\n%s\n---\n%s", err, data, p.file())
	}
	if err := os.WriteFile(private, []byte(strings.Replace(string(data), "- Kette gefettet\n", "- Kette gut gefettet\n- und geölt\n", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	enter(t, s, "Und der Zucker")
	p.settle(s)
	agree(t, p, s)
	data, _ = os.ReadFile(private)
	if _, want := s.Render(); string(want) != string(data) {
		t.Errorf("%s\n---\n%s", data, want)
	}
	if !strings.Contains(string(data), "- Kette gut gefettet\n- und geölt\n") || strings.Contains(p.file(), "Kette") {
		t.Errorf("%s\n---\n%s", data, p.file())
	}
	// It goes on after another start.
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = p.start()
	before := len(s.Events())
	p.settle(s)
	if len(s.Events()) > before+1 {
		t.Errorf("%+v", s.Events()[before:])
	}
	// Somebody deletes it.
	if err := os.Remove(private); err != nil {
		t.Fatal(err)
	}
	p.settle(s)
	if again, err := os.ReadFile(private); err != nil || string(again) != string(data) || remarkTexts(s) == "" {
		t.Errorf("%v\n%s", err, again)
	}
}

// Three hours: 2,000 entries, saved and gone on with.
func TestManyEntries(t *testing.T) {
	p := newPort(t)
	s := p.start()
	for i := range 2000 {
		switch {
		case i%100 == 0:
			enter(t, s, fmt.Sprintf("# Thema %d", i))
		case i%20 == 1:
			enter(t, s, fmt.Sprintf("! Aufgabe %d (fiete)", i))
		default:
			enter(t, s, fmt.Sprintf("Notiz %d mit ein paar Worten", i))
		}
		if i%250 == 249 {
			save(t, s)
		}
	}
	save(t, s)
	agree(t, p, s)
	p.change("Notiz 1234 mit", "Notiz 1234, geändert, mit")
	p.settle(s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = p.start()
	p.settle(s)
	agree(t, p, s)
	if len(s.View().Entries) != 2000 || !strings.Contains(p.file(), "1234, geändert") || strings.Count(p.file(), "#320506-") != 100 {
		t.Error(len(s.View().Entries))
	}
}

// What ends waits for a save that runs; whose result comes late is no harm.
func TestSaveAllWaits(t *testing.T) {
	p, s := atSea(t)
	p.time = p.time.Add(10 * time.Second)
	enter(t, s, "eins")
	v, ok := s.StartSave()
	if !ok {
		t.Fatal("not begun")
	}
	enter(t, s, "zwei")
	late := make(chan Saved)
	go func() { late <- v.Run() }()
	save(t, s)
	if !strings.HasSuffix(p.file(), "- eins\n- zwei\n") {
		t.Error(p.file())
	}
	if err := s.Finish(<-late); err != nil {
		t.Error(err)
	}
	agree(t, p, s)
	enter(t, s, "drei")
	if v, ok = s.StartSaveNow(); !ok {
		t.Fatal("not begun")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Finish(v.Run()); err != nil || !strings.HasSuffix(p.file(), "- drei\n") {
		t.Error(err, p.file())
	}
}
