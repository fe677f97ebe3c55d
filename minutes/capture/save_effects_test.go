package capture

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

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
