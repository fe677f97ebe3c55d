package capture

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks/when"
)

func plan() Plan { return Plan{Ref: refOf(telcoFile)} }

// The second one on a machine is told who has the meeting, since when.
func TestHeld(t *testing.T) {
	p := newPort(t)
	s := p.start()
	_, err := Start(p.options(), plan())
	var held *Held
	if !errors.As(err, &held) || !errors.Is(err, ErrHeld) {
		t.Fatal(err)
	}
	if held.Keeper != "kaja" || held.PID != 4711 || held.Meeting != telco || held.Since.Format("15:04") != "22:20" {
		t.Errorf("%+v", held)
	}
	if got := lang.Say(err, lang.German); got != telco+" wird schon von kaja mitgeschrieben, seit 22:20 (Prozess 4711)" {
		t.Error(got)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s, err = Start(p.options(), plan())
	if err != nil {
		t.Fatal(err)
	}
	// One that died holds nothing.
	p.sim.reboot(false)
	if _, err := Start(p.options(), plan()); err != nil {
		t.Error(err)
	}
	p.sim.held[holdName(telco)] = []byte("?")
	if _, err := Start(p.options(), plan()); !errors.Is(err, ErrHeld) || strings.Contains(err.Error(), "0001") {
		t.Error(err)
	}
	_ = s
}

// A start that fails gives the meeting back.
func TestStartFails(t *testing.T) {
	p := newPort(t)
	p.sim.readOnly = fs.ErrPermission
	if _, err := Start(p.options(), plan()); !errors.Is(err, fs.ErrPermission) || lang.HintOf(err, lang.German) == "" {
		t.Error(err)
	}
	p.sim.readOnly = nil
	p.write("---\ndate: gestern\n---\n")
	if _, err := Start(p.options(), plan()); err == nil || !strings.Contains(err.Error(), telcoFile+":2") {
		t.Error(err)
	}
	if err := os.Remove(p.path()); err != nil {
		t.Fatal(err)
	}
	if s, err := Start(p.options(), plan()); err != nil || s == nil {
		t.Error(err)
	}
}

// What an agenda prepared is there; the telco begins when it is recorded.
func TestStartFromAgenda(t *testing.T) {
	p := newPort(t)
	p.write("---\nseries: deck\ndate: 2032-05-06\nstart: 21:00\nstatus: agenda\ndue-days: 7\ntimezone: Europe/Berlin\n---\n\n# Deck-Telko 06.05.2032\n\n## Segel\n\n- Fock oder Genua?\n\n## Anker\n")
	plan := p.plan()
	plan.Place = "Kajüte"
	plan.Expected = []Presence{{Nick: "kaja", Name: "Kaja Steuer"}}
	s, err := Start(p.options(), plan)
	if err != nil {
		t.Fatal(err)
	}
	v := s.View()
	if v.Status != minutes.StatusLive || v.Start.Clock != when.ClockAt(22, 20) || v.Keeper != "kaja" || v.Place != "Kajüte" || len(v.Topics) != 2 || len(v.Missing) != 1 {
		t.Errorf("%+v", v)
	}
	if _, err := s.Do(GotoTopic{Topic: v.Topics[0].ID}); err != nil {
		t.Fatal(err)
	}
	enter(t, s, "Genua")
	save(t, s)
	agree(t, p, s)
	want := "---\nseries: deck\ndate: 2032-05-06\nstart: 22:20\nplace: Kajüte\nkeeper: kaja\nstatus: live\ndue-days: 7\ntimezone: Europe/Berlin\n---\n\n# Deck-Telko 06.05.2032\n\n## Segel\n\n- Fock oder Genua?\n- Genua\n\n## Anker\n"
	if p.file() != want {
		t.Errorf("%s\n---\n%s", p.file(), want)
	}
}

// What ended a while ago is opened again, with its journal if the file is as
// that left it, else from the file.
func TestReopen(t *testing.T) {
	for _, edited := range []bool{false, true} {
		p, s := atSea(t)
		enter(t, s, "/ende")
		save(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if edited {
			p.change("Kaffee ist alle", "Kaffee ist nicht alle")
		}
		p.time = p.time.Add(2 * time.Hour)
		p.word = "m7q"
		s = p.start()
		if v := s.View(); v.Status != minutes.StatusLive || !v.End.IsZero() || v.Start.Clock != when.ClockAt(22, 20) {
			t.Errorf("%+v", v)
		}
		if got := len(s.Events()) > 15; got == edited {
			t.Errorf("edited %v: %d events", edited, len(s.Events()))
		}
		enter(t, s, "Doch noch was")
		save(t, s)
		agree(t, p, s)
		if !strings.Contains(p.file(), "status: live\n") || strings.Contains(p.file(), "end:") || !strings.Contains(p.file(), "alle\n- Doch noch was\n") {
			t.Error(p.file())
		}
		if edited != strings.Contains(p.file(), "nicht alle") {
			t.Error(p.file())
		}
	}
}

// takeOver ends s and has Lotte go on from the file alone, which stays as it is.
func takeOver(t *testing.T, p *port, s *Session) (*port, *Session) {
	t.Helper()
	text := p.file()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	q := openPort(t, p.ws.Root(), newSimFS())
	q.time, q.word = p.time, "m7q"
	o := q.options()
	o.Keeper = "lotte"
	s, err := Start(o, q.plan())
	if err != nil {
		t.Fatal(err)
	}
	q.settle(s)
	if q.file() != text {
		t.Errorf("the file changed by itself:\n%s", q.file())
	}
	return q, s
}

// Another keeper takes over from the file alone.
func TestTakeOver(t *testing.T) {
	p, s := atSea(t)
	text := p.file()
	q, s := takeOver(t, p, s)
	enter(t, s, "Lotte schreibt")
	q.settle(s)
	agree(t, q, s)
	if got := q.file(); got != text+"- Lotte schreibt\n" || s.View().Topic == "" {
		t.Errorf("%s", got)
	}
}

// A journal that is damaged is gone on with, and the keeper is told once.
func TestStartFromDamagedJournal(t *testing.T) {
	p, s := atSea(t)
	enter(t, s, "Und der Zucker", "Und der Honig")
	name := s.live.journal.name
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	f := p.sim.files[name]
	f.now = bytes.Replace(f.now, []byte("Und der Zucker"), []byte("Und der Rucker"), 1)
	for range 2 {
		s = p.start()
		if n := strings.Count(remarkTexts(s), "beschädigt"); n != 1 {
			t.Errorf("told %d times: %s", n, remarkTexts(s))
		}
		p.settle(s)
		agree(t, p, s)
		if !strings.Contains(p.file(), "- Und der Rucker\n- Und der Honig\n") {
			t.Error(p.file())
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	// Of a newer telko nothing is touched.
	f.now = append(appendSum([]byte("telko journal 2 "+telco+" k3f"), 0), f.now...)
	before := bytes.Clone(f.now)
	if _, err := Start(p.options(), plan()); err == nil || lang.HintOf(err, lang.English) == "" || !bytes.Equal(f.now, before) {
		t.Error(err)
	}
}

// Whatever is left of a journal, a session begins, and says what there is.
func TestStartFromRestOfJournal(t *testing.T) {
	p, s := atSea(t)
	name := s.live.journal.name
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole, text := bytes.Clone(p.sim.files[name].now), p.file()
	for cut := 0; cut < len(whole); cut += 97 {
		for _, front := range []bool{false, true} {
			p.sim.files[name] = &simData{now: bytes.Clone(whole[:cut])}
			if front {
				p.sim.files[name].now = bytes.Clone(whole[cut:])
			}
			p.write(text)
			s, err := Start(p.options(), plan())
			if err != nil {
				t.Fatalf("cut at %d: %v", cut, err)
			}
			enter(t, s, fmt.Sprintf("Rest %d", cut))
			p.settle(s)
			for _, l := range []string{"Die Fock ist gerissen", "Das Groß hält noch", "Kette gefettet", "Kaffee ist alle", "Neue Winsch", "eine Winsch her", fmt.Sprintf("Rest %d", cut)} {
				if n := strings.Count(p.file(), l); n != 1 {
					t.Errorf("cut at %d, front %v: %q is there %d times\n%s", cut, front, l, n, p.file())
				}
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			for n := range p.sim.files {
				delete(p.sim.files, n)
			}
			if t.Failed() {
				return
			}
		}
	}
}

// Journals that a crash left are listed.
func TestUnfinished(t *testing.T) {
	p, s := atSea(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := Unfinished(p.sim)
	if err != nil || fmt.Sprint(got) != "["+telco+"]" {
		t.Error(got, err)
	}
}

// A file that --merge names must be a journal of this meeting.
func TestMergeOfOther(t *testing.T) {
	p, s := atSea(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, data := range []string{"", "Einkauf: Milch\n", string(appendHeader(nil, "2032-05-07-deck", "m7q"))} {
		o := p.options()
		o.Merge = [][]byte{[]byte(data)}
		if _, err := Start(o, plan()); err == nil {
			t.Errorf("%q was taken for a journal of this meeting", data)
		}
	}
	if len(p.sim.held) > 0 {
		t.Error("still held")
	}
}

var _ archive.Ref

// A second keeper who begins from a file that is live takes what an agenda
// prepared for prepared, too.
func TestTakeOverWithAgenda(t *testing.T) {
	p := newPort(t)
	p.write(testAgenda)
	s := p.start()
	for _, x := range s.View().Topics {
		if x.Title == "Segel" {
			if _, err := s.Do(GotoTopic{Topic: x.ID}); err != nil {
				t.Fatal(err)
			}
		}
	}
	enter(t, s, "Genua")
	p.settle(s)
	if file := p.file(); !strings.Contains(file, "\nto-come: Neuer Anker\n") {
		t.Errorf("the file does not say what is to come:\n%s", file)
	}
	q, s := takeOver(t, p, s)
	if v := s.View(); v.Topic == "" || v.Entry(v.Topic).Text != "Segel" {
		t.Errorf("goes on in %+v", v.Topic)
	}
	for _, x := range s.View().Topics {
		if x.Title == "Anträge" && x.Done {
			t.Error("the motions count as talked about")
		}
	}
	for _, line := range []string{"doch die Fock", "# Anker", "rostig"} {
		if _, err := s.Enter(line); err != nil {
			t.Fatal(err)
		}
	}
	q.settle(s)
	agree(t, q, s)
	if got := q.file(); strings.Contains(got, "Fortsetzung") || !strings.Contains(got, "- Genua\n- doch die Fock\n") || !strings.Contains(got, "to-come: Neuer Anker\n") {
		t.Errorf("%s", got)
	}
	for _, line := range []string{"/antrag 1", "/antwort Kein Geld.", "# Segel", "geflickt"} {
		if _, err := s.Enter(line); err != nil {
			t.Fatal(err)
		}
	}
	q.settle(s)
	if got := q.file(); strings.Contains(got, "to-come") || !strings.Contains(got, "## Segel (Fortsetzung)\n\n- geflickt\n") {
		t.Errorf("%s", got)
	}
	enter(t, s, "/ende")
	q.settle(s)
	if got := q.file(); strings.Contains(got, "to-come") {
		t.Errorf("%s", got)
	}
}

// Another machine's list of what is to come is no change of the file.
func TestToComeFromOutside(t *testing.T) {
	p := newPort(t)
	p.write(testAgenda)
	s := p.start()
	enter(t, s, "+kaja")
	p.settle(s)
	before := len(s.Events())
	p.change("to-come: Segel | Neuer Anker\n", "to-come: Neuer Anker\n")
	p.settle(s)
	for _, e := range s.Events()[before:] {
		if e.By == Outside {
			t.Errorf("%+v", e)
		}
	}
	enter(t, s, "# Segel", "Genua")
	p.settle(s)
	agree(t, p, s)
	if got := p.file(); !strings.Contains(got, "\nto-come: Neuer Anker\n") {
		t.Errorf("%s", got)
	}
}
