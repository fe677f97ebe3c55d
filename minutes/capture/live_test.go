package capture

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/motions"
	"telko/tasks/when"
)

// port is a machine on which telcos are recorded: a workspace on a real disk,
// and a state folder on which everything can go wrong.
type port struct {
	t    testing.TB
	ws   *archive.Workspace
	sim  *simFS
	time time.Time
	word string // begins the ids of its journals
}

const (
	telco     = "2032-05-06-deck"
	telcoFile = "minutes/2032/2032-05-06-deck.md"
)

func newPort(t testing.TB) *port {
	t.Helper()
	root := filepath.Join(quickDir(t), "ws")
	s := archive.DefaultSettings()
	s.ID, s.Team = "werft", "Werft"
	s.Series = []archive.Series{{Key: "deck", Title: "Deck-Telko", Weekday: time.Thursday, Regular: true, Time: when.ClockAt(22, 0)}}
	people := []minutes.Person{
		{Nick: "kaja", Name: "Kaja Steuer", Groups: []string{"deck"}},
		{Nick: "lotte", Name: "Lotte Boje"},
		{Nick: "fiete", Name: "Fiete Anker", Groups: []string{"deck"}},
		{Nick: "otto", Name: "Otto Ost", Guest: true},
	}
	if err := archive.Init(root, archive.InitOptions{Settings: s, People: people}); err != nil {
		t.Fatal(err)
	}
	return openPort(t, root, newSimFS())
}

// quickDir is a folder in memory, if there is such a thing: every save waits for
// the disk several times.
func quickDir(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "telko-test-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

func openPort(t testing.TB, root string, sim *simFS) *port {
	t.Helper()
	p := &port{t: t, sim: sim, time: time.Date(2032, 5, 6, 20, 20, 0, 0, time.UTC), word: "k3f"}
	ws, err := archive.Open(root, archive.Options{Now: p.now, LockWait: 5 * time.Second, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ws.Close() })
	p.ws = ws
	return p
}

// now goes on a second at every look.
func (p *port) now() time.Time {
	p.time = p.time.Add(time.Second)
	return p.time
}

func (p *port) options() Options {
	return Options{Workspace: p.ws, Files: p.sim, Now: p.now, Keeper: "kaja", PID: 4711, Writer: p.word}
}

func (p *port) plan() Plan {
	p.t.Helper()
	plan, err := PlanFor(p.ws, Wish{Series: "deck"}, p.now())
	if err != nil {
		p.t.Fatal(err)
	}
	return plan
}

func (p *port) start() *Session {
	p.t.Helper()
	s, err := Start(p.options(), p.plan())
	if err != nil {
		p.t.Fatal(err)
	}
	return s
}

func (p *port) path() string { return filepath.Join(p.ws.Root(), telcoFile) }

// file is the meeting's file.
func (p *port) file() string {
	p.t.Helper()
	data, err := os.ReadFile(p.path())
	if err != nil {
		p.t.Fatal(err)
	}
	return string(data)
}

// write writes the meeting's file as an editor does.
func (p *port) write(text string) {
	p.t.Helper()
	if err := os.MkdirAll(filepath.Dir(p.path()), 0o777); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(p.path(), []byte(text), 0o666); err != nil {
		p.t.Fatal(err)
	}
}

// change replaces text in the meeting's file.
func (p *port) change(old, now string) {
	p.t.Helper()
	text := p.file()
	if strings.Count(text, old) != 1 {
		p.t.Fatalf("%q is there %d times:\n%s", old, strings.Count(text, old), text)
	}
	p.write(strings.Replace(text, old, now, 1))
}

// enter lets happen what lines say, in as much of the grammar as is needed here.
func enter(t testing.TB, s *Session, lines ...string) {
	t.Helper()
	for _, l := range lines {
		if err := tryEnter(s, l); err != nil {
			t.Fatalf("%s: %v", l, err)
		}
	}
}

func tryEnter(s *Session, line string) error {
	s.entering(true)
	defer s.entering(false)
	return s.commit([]Event{lineEvent(line)})
}

func lineEvent(line string) Event {
	mark, text, _ := strings.Cut(line, " ")
	switch mark {
	case "#":
		return Event{Verb: MakeTopic, Level: 2, Text: text}
	case "!":
		return Event{Verb: MakeTask, Text: text}
	case "=":
		return Event{Verb: MakeDecision, Text: text}
	case "/antrag":
		return Event{Verb: MakeMotion, Text: text}
	case "/text":
		return Event{Verb: MakePassage, Passage: motions.TextPart, Text: text}
	case "/undo":
		return Event{Verb: Undo, Of: EntryID(text)}
	case "/ende":
		return Event{Verb: End, Clock: when.ClockAt(23, 50)}
	case "+":
		return Event{Verb: Come, Nick: text}
	case "-":
		return Event{Verb: Leave, Nick: text, Clock: when.ClockAt(23, 10)}
	}
	return Event{Verb: MakeNote, Text: line}
}

// save saves everything.
func save(t testing.TB, s *Session) {
	t.Helper()
	if err := s.SaveAll(); err != nil {
		t.Fatal(err)
	}
	if st := s.SaveState(); st.Pending || st.Err != nil {
		t.Fatalf("%+v", st)
	}
}

// entryTexts are the entries of a session, a line each.
func entryTexts(s *Session) string {
	var b strings.Builder
	for _, e := range s.View().Entries {
		fmt.Fprintf(&b, "%s\n", e.Text)
	}
	return b.String()
}

func remarkTexts(s *Session) string {
	var b strings.Builder
	for _, r := range s.View().Problems {
		b.WriteString(r.Err.Error() + "\n")
	}
	return b.String()
}

// agree checks that the file says what the session does, and the journal too.
func agree(t testing.TB, p *port, s *Session) {
	t.Helper()
	public, _ := s.Render()
	if got := p.file(); got != string(public) {
		t.Errorf("the file is not what the session says:\n%s\n---\n%s", got, public)
	}
	j := readJournal(s.live.journal.name, p.sim.files[s.live.journal.name].now)
	c := s.c
	c.Journal, c.Events, c.Base, c.Private = &Memory{}, j.events, j.base, j.private
	again, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := again.Render(); string(got) != string(public) {
		t.Errorf("the journal says something else:\n%s\n---\n%s", got, public)
	}
}

func TestRecordAndSave(t *testing.T) {
	p := newPort(t)
	s := p.start()
	enter(t, s, "+ kaja", "+ lotte", "# Segel", "Die Fock ist gerissen", "! Tuch bestellen (fiete) bis 20.05.2032", "! Nadeln suchen", "# Anker")
	if _, err := os.Stat(p.path()); err == nil {
		t.Error("written before it was saved")
	}
	save(t, s)
	agree(t, p, s)
	for _, want := range []string{"status: live", "keeper: kaja", "start: 22:20", "## Segel\n\n- Die Fock ist gerissen\n- [ ] Tuch bestellen (fiete) bis 20.05.2032 #320506-1\n- [ ] Nadeln suchen #320506-2\n"} {
		if !strings.Contains(p.file(), want) {
			t.Errorf("%q is missing in\n%s", want, p.file())
		}
	}
	// Saved again without a change, nothing happens.
	before := len(s.Events())
	save(t, s)
	if len(s.Events()) != before {
		t.Errorf("%+v", s.Events()[before:])
	}
	enter(t, s, "/ende")
	save(t, s)
	agree(t, p, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	names, _ := p.sim.List(".")
	ended, _ := p.sim.List(endedDir)
	if len(names) != 0 || len(ended) != 1 {
		t.Errorf("%v %v", names, ended)
	}
	if !strings.Contains(p.file(), "status: draft") || !strings.Contains(p.file(), "end: ") {
		t.Error(p.file())
	}
}
