package capture

import (
	"fmt"
	"strings"
	"testing"
)

// voyage is a telco that is recorded until it is through or dies.
type voyage struct {
	accepted []string // lines
	typing   string   // the line that was being typed
	typed    string   // the same a key before
}

func (v *voyage) sail(p *port, lines []string) {
	defer func() {
		if _, ok := recover().(crash); !ok && p.sim.dieAt > 0 && p.sim.ops >= p.sim.dieAt {
			p.t.Fatal("did not die as it was to")
		}
	}()
	s, err := Start(p.options(), Plan{Ref: refOf(telcoFile)})
	if err != nil {
		p.t.Fatal(err)
	}
	for i, l := range lines {
		for n := range l {
			if n%7 == 0 {
				v.typed, v.typing = v.typing, l[:n]
				s.SetDraft(l[:n])
			}
		}
		v.typed, v.typing = v.typing, l
		s.SetDraft(l)
		if l == "edit" { // a change from the screen, with a line half typed
			if _, err := s.Do(EditEntry{ID: s.View().Entries[1].ID, Text: "Die Fock ist geflickt"}); err != nil {
				p.t.Fatal(err)
			}
			continue
		}
		if err := tryEnter(s, l); err != nil {
			p.t.Fatal(err)
		}
		v.accepted, v.typed, v.typing = append(v.accepted, l), "", ""
		s.SetDraft("")
		if i%3 == 2 {
			p.time = p.time.Add(10e9)
			if err := s.SaveAll(); err != nil {
				p.t.Fatal(err)
			}
		}
	}
	if err := s.SaveAll(); err != nil {
		p.t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		p.t.Fatal(err)
	}
}

func voyageLines() []string {
	return []string{"# Segel", "Die Fock ist gerissen", "! Tuch bestellen (fiete)", "edit", "Das Groß hält noch", "# Anker", "Kette gefettet", "! Winsch ölen (kaja)", "Schäkel fehlt", "/ende"}
}

// Killed in any call to the disk, in its middle too, and whether the machine
// goes on or loses power: all accepted lines are there once, and the line that
// was being typed.
func TestKilledAnywhere(t *testing.T) {
	whole := newPort(t)
	new(voyage).sail(whole, voyageLines())
	want := whole.file()
	if !strings.Contains(want, "- Die Fock ist geflickt\n- [ ] Tuch bestellen (fiete) #320506-1\n- Das Groß hält noch\n") {
		t.Fatal(want)
	}
	deaths := 0
	for die := 1; die <= whole.sim.ops; die++ {
		for _, how := range []struct{ half, power bool }{{false, false}, {true, false}, {true, true}} {
			p := newPort(t)
			p.sim.dieAt, p.sim.half = die, how.half
			v := new(voyage)
			v.sail(p, voyageLines())
			accepted := v.accepted
			if p.sim.ops < die {
				continue // it ended without that call
			}
			deaths++
			p.sim.reboot(how.power)
			where := fmt.Sprintf("died in call %d (%+v)", die, how)
			s, err := Start(p.options(), Plan{Ref: refOf(telcoFile)})
			if err != nil {
				t.Fatalf("%s: %v", where, err)
			}
			// A line that dies with its Enter may be there already; a key may
			// be lost; what a machine without power keeps of them is luck.
			if got := s.Draft(); !how.power && got != v.typing && got != v.typed && !strings.Contains(entryTexts(s), lineEvent(v.typing).Text+"\n") {
				t.Errorf("%s: typing %q, got %q", where, v.typing, got)
			}
			save(t, s)
			agree(t, p, s)
			text := p.file()
			for _, l := range accepted {
				e := lineEvent(l)
				if e.Verb == End {
					continue
				}
				n := strings.Count(text, e.Text)
				if e.Text == "Die Fock ist gerissen" {
					n += strings.Count(text, "Die Fock ist geflickt")
				}
				if n != 1 {
					t.Errorf("%s: %q is there %d times:\n%s", where, e.Text, n, text)
				}
			}
			if n := strings.Count(text, "\n- ") + strings.Count(text, "\n## "); n > len(accepted)+1 {
				t.Errorf("%s: too much:\n%s", where, text)
			}
			if got := remarkTexts(s); strings.Contains(got, "Datei") || strings.Contains(got, "file") {
				t.Errorf("%s: %s", where, got)
			}
			for _, e := range s.Events() {
				if e.By == Outside {
					t.Errorf("%s: %+v", where, e)
				}
			}
			if err := s.Close(); err != nil {
				t.Errorf("%s: %v", where, err)
			}
		}
	}
	if deaths < 100 {
		t.Errorf("died %d times only", deaths)
	}
}
