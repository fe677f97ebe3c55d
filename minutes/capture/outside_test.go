package capture

import (
	"os"
	"strings"
	"testing"
	"time"
)

// atSea is a telco that goes on, saved.
func atSea(t testing.TB) (*port, *Session) {
	t.Helper()
	p := newPort(t)
	s := p.start()
	enter(t, s, "+ kaja", "+ lotte", "# Segel", "Die Fock ist gerissen", "Das Groß hält noch", "! Tuch bestellen (fiete)",
		"# Anker", "Kette gefettet", "/antrag Neue Winsch", "/text Es möge eine Winsch her.", "# Sonstiges", "Kaffee ist alle")
	save(t, s)
	agree(t, p, s)
	return p, s
}

// settle lets some time pass, and saves.
func (p *port) settle(s *Session) {
	p.t.Helper()
	for range 3 {
		p.time = p.time.Add(time.Second)
		save(p.t, s)
	}
	if s.SaveState().Err != nil {
		p.t.Fatal(s.SaveState().Err)
	}
}

// What another program does to the file is there, in the file and on the
// screen, and so is what was entered here meanwhile.
func TestOutsideChanges(t *testing.T) {
	for _, c := range []struct {
		name   string
		change []string // pairs: old, new
		want   []string // stand in the file afterwards
		gone   []string
	}{
		{"edit", []string{"Das Groß hält noch", "Das Groß hält noch zwei Jahre"}, []string{"- Das Groß hält noch zwei Jahre\n- [ ] Tuch"}, []string{"hält noch\n"}},
		{"add", []string{"- Kette gefettet\n", "- Kette gefettet\n- Schäkel fehlt\n"}, []string{"- Kette gefettet\n- Schäkel fehlt\n"}, nil},
		{"add first", []string{"- Kette gefettet\n", "- Schäkel fehlt\n- Kette gefettet\n"}, []string{"## Anker\n\n- Schäkel fehlt\n- Kette gefettet\n"}, nil},
		{"add last", []string{"- Kaffee ist alle\n", "- Kaffee ist alle\n- Tee auch\n\nEin Absatz\nvon zwei Zeilen.\n"}, []string{"- Tee auch\n\nEin Absatz\nvon zwei Zeilen.\n"}, nil},
		{"delete", []string{"- Das Groß hält noch\n", ""}, nil, []string{"Groß"}},
		{"task", []string{"- [ ] Tuch bestellen (fiete)", "- [x] Segeltuch bestellen (lotte)"}, []string{"- [x] Segeltuch bestellen (lotte) #320506-1\n"}, []string{"] Tuch bestellen"}},
		{"new task", []string{"- Kette gefettet\n", "- Kette gefettet\n- [ ] Winsch ölen (kaja)\n"}, []string{"- [ ] Winsch ölen (kaja) #320506-2\n"}, nil},
		{"topic", []string{"## Sonstiges", "## Rettungsboot\n\n- undicht\n\n## Sonstiges"}, []string{"\n## Rettungsboot\n\n- undicht\n\n## Sonstiges\n\n- Kaffee"}, nil},
		{"title of a topic", []string{"## Anker", "## Anker und Kette"}, []string{"\n## Anker und Kette\n"}, []string{"## Anker\n"}},
		{"passage", []string{"Es möge eine Winsch her.", "Es möge eine elektrische Winsch her."}, []string{"\nEs möge eine elektrische Winsch her.\n"}, []string{"eine Winsch her"}},
		{"new passage", []string{"Es möge eine Winsch her.\n", "Es möge eine Winsch her.\n\n**Begründung:** Der Rücken.\n"}, []string{"**Begründung:** Der Rücken.\n"}, nil},
		{"head", []string{"keeper: kaja", "keeper: lotte\nx-raum: Messe"}, []string{"keeper: lotte\nx-raum: Messe\n"}, []string{"keeper: kaja"}},
		{"title", []string{"# Deck-Telko 06.05.2032", "# Deck-Telko, die lange"}, []string{"\n# Deck-Telko, die lange\n"}, []string{"06.05.2032\n\n#"}},
		{"attendance", []string{"- Lotte Boje (lotte)\n", "- Lotte Boje (lotte) (bis 23:00)\n- Fiete Anker (fiete)\n"}, []string{"- Lotte Boje (lotte) (bis 23:00)\n- Fiete Anker (fiete)\n"}, nil},
		{"order", []string{"- Die Fock ist gerissen\n- Das Groß hält noch\n", "- Das Groß hält noch\n- Die Fock ist gerissen\n"}, []string{"- Das Groß hält noch\n- Die Fock ist gerissen\n"}, nil},
		{"raw", []string{"## Sonstiges\n", "## Sonstiges\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<!-- nur für uns -->\n"}, []string{"| a | b |\n|---|---|\n| 1 | 2 |\n\n<!-- nur für uns -->\n"}, nil},
		{"nested", []string{"- Kette gefettet\n", "- Kette gefettet\n  - mit Talg\n    - vom Rind\n"}, []string{"- Kette gefettet\n  - mit Talg\n    - vom Rind\n"}, nil},
	} {
		for _, here := range []bool{false, true} {
			name := c.name
			if here {
				name += ", and an entry here"
			}
			t.Run(name, func(t *testing.T) {
				p, s := atSea(t)
				p.change(c.change[0], c.change[1])
				want := c.want
				if here {
					enter(t, s, "Und der Zucker", "! Zucker kaufen (otto)")
					want = append(want, "- Und der Zucker\n- [ ] Zucker kaufen (otto) #320506-")
				}
				p.settle(s)
				agree(t, p, s)
				for _, w := range want {
					if !strings.Contains(p.file(), w) {
						t.Errorf("%q is missing in\n%s", w, p.file())
					}
				}
				for _, w := range c.gone {
					if strings.Contains(p.file(), w) {
						t.Errorf("%q is still there\n%s", w, p.file())
					}
				}
				if got := remarkTexts(s); got != "" {
					t.Error(got)
				}
				// It is taken over once.
				before := len(s.Events())
				p.settle(s)
				if len(s.Events()) != before {
					t.Errorf("%+v", s.Events()[before:])
				}
				// Another start finds nothing new either.
				text := p.file()
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				s = p.start()
				p.settle(s)
				if p.file() != text {
					t.Errorf("after another start:\n%s", p.file())
				}
				for _, e := range s.Events()[before:] {
					if e.By == Outside {
						t.Errorf("after another start: %+v", e)
					}
				}
			})
		}
	}
}

// Where both changed one entry, both texts are kept, and somebody says so.
func TestOutsideBoth(t *testing.T) {
	find := func(s *Session, text string) EntryID {
		for _, e := range s.View().Entries {
			if e.Text == text {
				return e.ID
			}
		}
		t.Fatalf("no %q in %s", text, entryTexts(s))
		return ""
	}
	for _, c := range []struct {
		name, old, now, here, text string
		want                       string
	}{
		{"note", "Das Groß hält noch", "Das Groß hält lange", "Das Groß hält noch", "Das Groß hält nicht", "- Das Groß hält nicht\n- Das Groß hält lange\n"},
		{"task", "- [ ] Tuch bestellen (fiete)", "- [ ] Segeltuch bestellen (fiete)", "Tuch bestellen (fiete)", "Tuch kaufen (fiete)", "- [ ] Tuch kaufen (fiete) #320506-1\n- Segeltuch bestellen (fiete)\n"},
		{"passage", "Es möge eine Winsch her.", "Es möge eine Handwinsch her.", "Es möge eine Winsch her.", "Es möge eine elektrische Winsch her.", "Es möge eine elektrische Winsch her.\n\nEs möge eine Handwinsch her.\n"},
		{"topic", "## Anker", "## Ankergeschirr", "Anker", "Anker und Kette", "## Anker und Kette\n\n- Ankergeschirr\n- Kette gefettet\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, s := atSea(t)
			p.change(c.old, c.now)
			if _, err := s.Do(EditEntry{ID: find(s, c.here), Text: c.text}); err != nil {
				t.Fatal(err)
			}
			p.settle(s)
			agree(t, p, s)
			if !strings.Contains(p.file(), c.want) {
				t.Errorf("%q is missing in\n%s", c.want, p.file())
			}
			if !strings.Contains(remarkTexts(s), "at once") && !strings.Contains(remarkTexts(s), "zugleich") {
				t.Errorf("nobody is told: %q", remarkTexts(s))
			}
			if strings.Count(p.file(), "#320506-1") != 1 {
				t.Errorf("two lines with one id:\n%s", p.file())
			}
		})
	}
	t.Run("deleted here", func(t *testing.T) {
		p, s := atSea(t)
		p.change("Das Groß hält noch", "Das Groß hält lange")
		if _, err := s.Do(DeleteEntry{ID: find(s, "Das Groß hält noch")}); err != nil {
			t.Fatal(err)
		}
		p.settle(s)
		if !strings.Contains(p.file(), "- Das Groß hält lange\n") || remarkTexts(s) == "" {
			t.Errorf("%s\n%s", p.file(), remarkTexts(s))
		}
	})
	t.Run("deleted there", func(t *testing.T) {
		p, s := atSea(t)
		p.change("- Das Groß hält noch\n", "")
		if _, err := s.Do(EditEntry{ID: find(s, "Das Groß hält noch"), Text: "Das Groß hält nicht"}); err != nil {
			t.Fatal(err)
		}
		p.settle(s)
		if !strings.Contains(p.file(), "- Das Groß hält nicht\n") || remarkTexts(s) == "" {
			t.Errorf("%s\n%s", p.file(), remarkTexts(s))
		}
	})
	t.Run("the same", func(t *testing.T) {
		p, s := atSea(t)
		p.change("Das Groß hält noch", "Das Groß hält lange")
		if _, err := s.Do(EditEntry{ID: find(s, "Das Groß hält noch"), Text: "Das Groß hält lange"}); err != nil {
			t.Fatal(err)
		}
		p.settle(s)
		if strings.Count(p.file(), "Groß") != 1 || remarkTexts(s) != "" {
			t.Errorf("%s\n%s", p.file(), remarkTexts(s))
		}
	})
}

// A file that is gone, or empty, is written anew.
func TestOutsideGone(t *testing.T) {
	for name, spoil := range map[string]func(p *port){
		"deleted": func(p *port) { os.Remove(p.path()) },
		"empty":   func(p *port) { p.write("") },
		"folder":  func(p *port) { os.RemoveAll(p.ws.Root() + "/minutes") },
	} {
		for _, here := range []bool{false, true} {
			p, s := atSea(t)
			text := p.file()
			spoil(p)
			if here {
				enter(t, s, "Und der Zucker")
				text += "- Und der Zucker\n"
			}
			p.settle(s)
			if got := p.file(); got != text {
				t.Errorf("%s:\n%s\n---\n%s", name, got, text)
			}
			if !strings.Contains(remarkTexts(s), "neu geschrieben") || strings.Count(remarkTexts(s), "\n") != 1 {
				t.Errorf("%s: %q", name, remarkTexts(s))
			}
			agree(t, p, s)
		}
	}
}

// Most of the file is gone at once: that is no editing.
func TestOutsideMostGone(t *testing.T) {
	p, s := atSea(t)
	text := p.file()
	head, _, _ := strings.Cut(text, "## Segel")
	p.write(head + "## Segel\n\n- Neu dazu\n")
	p.settle(s)
	for _, want := range []string{"- Neu dazu\n", "- Kaffee ist alle\n", "- Die Fock ist gerissen\n"} {
		if !strings.Contains(p.file(), want) {
			t.Errorf("%q is missing in\n%s", want, p.file())
		}
	}
	if remarkTexts(s) == "" {
		t.Error("nobody is told")
	}
	agree(t, p, s)
}

// A file that somebody broke is not written over: telko says where, keeps a
// copy of what it has, and goes on when it is mended.
func TestOutsideBroken(t *testing.T) {
	p, s := atSea(t)
	p.change("due-days: 7", "due-days: viele")
	broken := p.file()
	enter(t, s, "Und der Zucker")
	p.time = p.time.Add(5 * time.Second)
	if err := s.SaveAll(); err == nil || !strings.Contains(err.Error(), telcoFile+":7") {
		t.Errorf("%v", err)
	}
	if p.file() != broken {
		t.Errorf("written over:\n%s", p.file())
	}
	st := s.SaveState()
	if st.Err == nil || !st.Pending || st.Copy == "" {
		t.Errorf("%+v", st)
	}
	if got := p.sim.files[st.Copy]; got == nil || !strings.Contains(string(got.now), "- Und der Zucker\n") {
		t.Errorf("no copy: %v", got)
	}
	// It may be begun anew meanwhile.
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	var err error
	if s, err = Start(p.options(), Plan{Ref: refOf(telcoFile)}); err != nil {
		t.Fatal(err)
	}
	enter(t, s, "Und der Honig")
	if err := s.SaveAll(); err == nil || p.file() != broken {
		t.Errorf("%v\n%s", err, p.file())
	}
	p.change("due-days: viele", "due-days: 9")
	p.settle(s)
	agree(t, p, s)
	for _, want := range []string{"- Und der Zucker\n", "- Und der Honig\n", "due-days: 9\n"} {
		if !strings.Contains(p.file(), want) {
			t.Errorf("%q is missing in\n%s", want, p.file())
		}
	}
	if st := s.SaveState(); st.Copy != "" || st.Err != nil {
		t.Errorf("%+v", st)
	}
}

// An editor that writes bit by bit is waited for.
func TestOutsideBitByBit(t *testing.T) {
	p, s := atSea(t)
	whole := strings.Replace(p.file(), "Kaffee", "Tee", 1)
	for n := len(whole) / 2; n < len(whole); n += 40 {
		p.write(whole[:n])
		p.time = p.time.Add(5 * time.Second)
		if v, ok := s.StartSave(); ok {
			if err := s.Finish(v.Run()); err != nil {
				t.Fatal(err)
			}
		}
	}
	p.write(whole)
	p.settle(s)
	if p.file() != whole || remarkTexts(s) != "" {
		t.Errorf("%s\n%s", p.file(), remarkTexts(s))
	}
}

// A heading that returns to a topic is one of that topic, whoever wrote it.
func TestContinuedFromOutside(t *testing.T) {
	p := newPort(t)
	s := p.start()
	for _, line := range []string{"# Segel", "gerissen", "# Anker", "rostig"} {
		if _, err := s.Enter(line); err != nil {
			t.Fatal(err)
		}
	}
	p.settle(s)
	p.change("- rostig\n", "- rostig\n\n## Segel (Fortsetzung)\n\n- von Lotte\n")
	p.settle(s)
	p.settle(s)
	if v := s.View(); len(v.Topics) != 2 {
		t.Errorf("%d topics: %+v", len(v.Topics), v.Topics)
	}
	for _, line := range []string{"# Segel", "geflickt"} {
		if _, err := s.Enter(line); err != nil {
			t.Fatal(err)
		}
	}
	p.settle(s)
	agree(t, p, s)
	if got := p.file(); !strings.HasSuffix(got, "- rostig\n\n## Segel (Fortsetzung)\n\n- von Lotte\n- geflickt\n") {
		t.Error(got)
	}
}
