package capture

import (
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks/when"
)

// sectionsOf returns the sections of attendance of the public file.
func rollOf(s *Session) string {
	text := body(s)
	if i := strings.Index(text, "\n## Segel"); i >= 0 {
		text = text[:i]
	}
	return text
}

func TestRoll(t *testing.T) {
	come := func(nick string, h, m int) Event {
		e := Event{Verb: Come, Nick: nick}
		if h > 0 {
			e.Clock = when.ClockAt(h%24, m)
		}
		return e
	}
	leave := func(nick string, h, m int) Event {
		return Event{Verb: Leave, Nick: nick, Clock: when.ClockAt(h%24, m)}
	}
	for _, c := range []struct {
		name, base, want string
		events           []Event
	}{
		{
			"a roll call", "",
			"## Anwesend\n\n- Kaja Steuer (kaja)\n- Lotte Boje (lotte)\n- Otto Ost (otto) (Gast) (ab 22:50)\n\n## Abwesend\n\n- entschuldigt: Fiete Anker (fiete)\n",
			[]Event{come("kaja", 0, 0), come("lotte", 0, 0), {Verb: Excuse, Nick: "fiete"}, {Verb: Come, Nick: "otto", Name: "Otto Ost", Guest: true, Clock: when.ClockAt(22, 50)}},
		},
		{
			"leaves and comes again, past midnight", "",
			"## Anwesend\n\n- Kaja Steuer (kaja) (bis 23:10, 23:40–00:20, ab 01:05)\n",
			[]Event{come("kaja", 0, 0), leave("kaja", 23, 10), come("kaja", 23, 40), leave("kaja", 24, 20), come("kaja", 25, 5)},
		},
		{
			"times are mended", "",
			"## Anwesend\n\n- Kaja Steuer (kaja) (ab 22:40)\n- Lotte Boje (lotte) (22:30–23:15)\n- Fiete Anker (fiete)\n",
			[]Event{
				come("kaja", 22, 50), come("kaja", 22, 40), come("lotte", 22, 30), leave("lotte", 23, 10), leave("lotte", 23, 15),
				come("fiete", 0, 0), leave("fiete", 23, 0), come("fiete", 23, 0),
			},
		},
		{
			"who leaves before they came was there from the start", "",
			"## Anwesend\n\n- Kaja Steuer (kaja) (bis 22:30)\n",
			[]Event{come("kaja", 22, 50), leave("kaja", 22, 30)},
		},
		{
			"who was excused comes", "",
			"## Anwesend\n\n- Kaja Steuer (kaja) (ab 23:00)\n\n## Abwesend\n\n- entschuldigt: Lotte Boje (lotte)\n",
			[]Event{{Verb: Excuse, Nick: "kaja"}, {Verb: Excuse, Nick: "lotte"}, come("kaja", 23, 0)},
		},
		{
			"nobody is expected in the file", "",
			"",
			[]Event{{Verb: Expect, Nick: "kaja"}, come("lotte", 0, 0), {Verb: Forget, Nick: "lotte"}},
		},
		{
			"a file's own lines stay", "## Anwesend\n\n* Kaja Steuer (kaja), Vorsitz\n* Lotte Boje\n* Protokoll: Fiete Anker\n\n## Entschuldigt\n\nOtto Ost, Xaver\n\n## Segel\n",
			"## Anwesend\n\n* Kaja Steuer (kaja), Vorsitz\n* Lotte Boje (lotte) (bis 23:00)\n* Protokoll: Fiete Anker\n* Otto Ost (otto) (Gast)\n\n## Entschuldigt\n\n- entschuldigt: Xaver\n",
			[]Event{leave("lotte", 23, 0), {Verb: Come, Nick: "otto", Guest: true}},
		},
		{
			"lines that name several", "## Anwesend\n\nKaja Steuer, Lotte Boje (Gast), Fiete Anker\n\n## Abwesend\n\n- entschuldigt: Otto Ost; unentschuldigt ist niemand\n\n## Segel\n",
			"## Anwesend\n\n- Kaja Steuer (kaja)\n- Lotte Boje (lotte) (Gast) (bis 23:00)\n- Fiete Anker (fiete)\n\n## Abwesend\n\n- entschuldigt: Otto Ost; unentschuldigt ist niemand\n",
			[]Event{leave("lotte", 23, 0)},
		},
		{
			"members do not come among the guests", "## Anwesend\n\n- kaja\n\n## Gäste\n\n- otto\n\n## Segel\n",
			"## Anwesend\n\n- kaja\n- Lotte Boje (lotte)\n\n## Gäste\n\n- otto\n- Ida (Gast)\n",
			[]Event{come("lotte", 0, 0), {Verb: Come, Nick: "Ida", Guest: true}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			base := testBase
			if c.base != "" {
				base += "\n" + c.base
			}
			s := newTestSession(t, Config{Base: []byte(base), Context: minutes.Context{Lang: lang.German}})
			happen(t, s, c.events...)
			if got := rollOf(s); got != c.want {
				t.Errorf("%s\n--- not ---\n%s", got, c.want)
			}
			checkDocument(t, s)
		})
	}
}

func TestPresences(t *testing.T) {
	s := newTestSession(t, Config{Context: minutes.Context{Lang: lang.German}})
	happen(
		t, s,
		Event{Verb: Expect, Nick: "kaja"}, Event{Verb: Expect, Nick: "lotte"}, Event{Verb: Expect, Nick: "fiete"},
		Event{Verb: Come, Nick: "lotte"}, Event{Verb: Come, Nick: "otto", Guest: true, Clock: when.ClockAt(22, 40)}, Event{Verb: Excuse, Nick: "fiete"},
		Event{Verb: Leave, Nick: "lotte", Clock: when.ClockAt(23, 0)},
	)
	v := s.View()
	var got []string
	for _, p := range append(append([]Presence{}, v.Present...), v.Missing...) {
		got = append(got, p.Nick+dump([]bool{p.Here, p.Guest, p.Excused, p.Expected}))
	}
	want := "otto[true,true,false,false] lotte[false,false,false,false] kaja[false,false,false,true] fiete[false,false,true,false]"
	if strings.Join(got, " ") != want {
		t.Errorf("%s, not %s", strings.Join(got, " "), want)
	}
	if members, guests := v.Here(); members != 0 || guests != 1 {
		t.Errorf("%d members and %d guests are here", members, guests)
	}
}

// A task among the names is an entry like any other: it can be changed, and
// who comes and goes leaves it alone.
func TestTaskAmongNames(t *testing.T) {
	const file = testBase + "\n## Anwesend\n\n- Kaja Steuer (kaja)\n- [ ] Lotte anrufen (kaja) #320506-1\n  wegen der Fock\n- Fiete Anker (fiete)\n\n## Segel\n\n- gerissen\n"
	s := newTestSession(t, Config{Base: []byte(file), Context: minutes.Context{Lang: lang.German}})
	if got := publicText(s); got != file {
		t.Fatal(firstDiff(got, file))
	}
	id := entryOf(t, s, "Lotte anrufen")
	if e := s.View().Entry(id); e.Kind != KindTask || e.TaskID != "320506-1" || e.Number != 1 {
		t.Fatalf("%+v", e)
	}
	if v := s.View(); len(v.Present) != 2 || v.Topic == "" || v.Entry(v.Topic).Text != "Segel" {
		t.Errorf("%+v", v.Present)
	}
	if _, err := s.Enter("#1 erledigt"); err != nil {
		t.Fatal(err)
	}
	happen(t, s, Event{Verb: Come, Nick: "lotte", Clock: when.ClockAt(22, 50)}, Event{Verb: Forget, Nick: "fiete"}, Event{Verb: MakeNote, Text: "geflickt"})
	want := testBase + "\n## Anwesend\n\n- Kaja Steuer (kaja)\n- [x] Lotte anrufen (kaja) #320506-1\n  wegen der Fock\n- Lotte Boje (lotte) (ab 22:50)\n\n## Segel\n\n- gerissen\n- geflickt\n"
	if got := publicText(s); got != want {
		t.Error(firstDiff(got, want))
	}
	checkDocument(t, s)
	if err := s.doIt(MoveEntry{ID: id, Before: entryOf(t, s, "gerissen")}); err != nil {
		t.Fatal(err)
	}
	want = testBase + "\n## Anwesend\n\n- Kaja Steuer (kaja)\n- Lotte Boje (lotte) (ab 22:50)\n\n## Segel\n\n- [x] Lotte anrufen (kaja) #320506-1\n  wegen der Fock\n- gerissen\n- geflickt\n"
	if got := publicText(s); got != want {
		t.Error(firstDiff(got, want))
	}
}

// One that another program wrote there comes in as one.
func TestTaskAmongNamesFromOutside(t *testing.T) {
	p := newPort(t)
	s := p.start()
	for _, line := range []string{"+kaja", "# Segel", "gerissen"} {
		if _, err := s.Enter(line); err != nil {
			t.Fatal(err)
		}
	}
	p.settle(s)
	p.change("- Kaja Steuer (kaja)\n", "- Kaja Steuer (kaja)\n- [ ] Lotte anrufen (kaja)\n")
	p.settle(s)
	if e := s.View().Entry(entryOf(t, s, "Lotte anrufen")); e.Kind != KindTask || e.TaskID == "" {
		t.Errorf("%+v", e)
	}
	if _, err := s.Enter("-kaja"); err != nil {
		t.Fatal(err)
	}
	p.settle(s)
	agree(t, p, s)
	if got := p.file(); !strings.Contains(got, "- [ ] Lotte anrufen (kaja) #320506-1\n") {
		t.Error(got)
	}
}
