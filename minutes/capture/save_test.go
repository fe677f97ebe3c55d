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
	"telko/tasks"
)

// earlier writes a telco of the week before, with two tasks.
func (p *port) earlier() {
	p.t.Helper()
	src := "---\nseries: deck\ndate: 2032-04-29\nstart: 22:00\nstatus: draft\ndue-days: 7\ntimezone: Europe/Berlin\n---\n\n# Deck-Telko 29.04.2032\n\n## Rumpf\n\n- [ ] Algen kratzen (fiete)\n- [ ] Farbe kaufen (lotte)\n"
	if _, err := p.ws.Create("2032-04-29-deck", []byte(src)); err != nil {
		p.t.Fatal(err)
	}
}

func (p *port) allLog() string {
	data, _ := os.ReadFile(filepath.Join(p.ws.Root(), "tasks.log"))
	return string(data)
}

// log returns the lines of tasks.log on a task, but for its add.
func (p *port) log(id string) []string {
	p.t.Helper()
	data, err := os.ReadFile(filepath.Join(p.ws.Root(), "tasks.log"))
	if err != nil {
		p.t.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		if f := strings.Fields(line); len(f) > 3 && f[2] == id && f[3] != "add" {
			out = append(out, strings.TrimSpace(line))
		}
	}
	return out
}

func outcome(id tasks.ID, verb tasks.Verb, text string) Event {
	return Event{Verb: Outcome, TaskID: id, Key: string(verb), Text: text}
}

// What is said of an earlier task is in the log once, wherever telko is killed;
// and what is taken back is taken back there.
func TestOutcomesKilledAnywhere(t *testing.T) {
	record := func(p *port) {
		defer func() {
			if r := recover(); r != nil {
				if _, ok := r.(crash); !ok {
					panic(r)
				}
			}
		}()
		s, err := Start(p.options(), plan())
		if err != nil {
			p.t.Fatal(err)
		}
		steps := []Event{outcome("320429-1", tasks.DoneV, "alles ab"), outcome("320429-2", tasks.Note, "ist bestellt"), {Verb: MakeTask, Text: "Segel flicken"}}
		for i, e := range steps {
			done := false
			for j := range s.Events() {
				if x := &s.Events()[j]; x.Verb == e.Verb && x.Text == e.Text {
					done = true
				}
			}
			if done {
				continue
			}
			happen(p.t, s, e)
			p.time = p.time.Add(10 * time.Second)
			if err := s.SaveAll(); err != nil {
				p.t.Fatal(i, err)
			}
		}
		// The second one was a slip, and the new task too.
		for i := range s.Events() {
			switch e := s.Events()[i]; {
			case e.Text == "ist bestellt" && !s.log.undone[e.ID]:
				happen(p.t, s, Event{Verb: Undo, Of: e.ID})
			case e.Verb == MakeTask && s.doc.byID[e.ID] != nil:
				happen(p.t, s, Event{Verb: Delete, Of: e.ID})
			}
		}
		p.time = p.time.Add(10 * time.Second)
		if err := s.SaveAll(); err != nil {
			p.t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			p.t.Fatal(err)
		}
	}
	calls := 1
	for die := 0; die <= calls; die++ {
		p := newPort(t)
		p.earlier()
		p.sim.dieAt = die
		record(p)
		if die == 0 {
			calls = p.sim.ops
		}
		p.sim.reboot(false)
		p.time = p.time.Add(time.Minute)
		record(p)
		for id, want := range map[string]string{"320429-1": "done", "320429-2": "note undo", "320506-1": "drop"} {
			var verbs []string
			for _, l := range p.log(id) {
				verbs = append(verbs, strings.Fields(l)[3])
			}
			if id == "320506-1" && !strings.Contains(p.allLog(), id) {
				want = "" // it died before that was a task
			}
			if got := strings.Join(verbs, " "); got != want {
				t.Errorf("died in call %d of %d: %s has %q, want %q", die, calls, id, got, want)
			}
		}
		if strings.Contains(p.file(), "Segel flicken") {
			t.Error(p.file())
		}
	}
	if calls < 20 {
		t.Errorf("%d calls only", calls)
	}
}

// An outcome that may not be is said, and not tried again and again.
func TestOutcomeRefused(t *testing.T) {
	p := newPort(t)
	p.earlier()
	s := p.start()
	if _, _, err := p.ws.Change("320429-1", func(tasks.Task) (tasks.Event, error) {
		return tasks.Event{At: p.now(), By: "lotte", Verb: tasks.DoneV}, nil
	}); err != nil {
		t.Fatal(err)
	}
	happen(t, s, outcome("320429-1", tasks.DoneV, ""), outcome("320429-1", tasks.Wait, ""), outcome("320429-7", tasks.DoneV, ""))
	save(t, s)
	if len(s.Effects()) != 0 || len(p.log("320429-1")) != 1 {
		t.Errorf("%+v %q", s.Effects(), p.log("320429-1"))
	}
	if got := remarkTexts(s); !strings.Contains(got, "#320429-1 steht so nicht im Log: die Aufgabe ist nicht offen") || !strings.Contains(got, "320429-7") || strings.Count(got, "\n") != 2 {
		t.Error(got)
	}
}

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
