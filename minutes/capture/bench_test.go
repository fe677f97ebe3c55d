package capture

import (
	"fmt"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
)

// longSession is three hours of talk: 2,000 entries, 5,000 lines, as the screen
// must bear them.
func longSession(t testing.TB) *Session {
	s := newTestSession(t, Config{Context: minutes.Context{Lang: lang.German}})
	for i := range 2000 {
		e := Event{Verb: MakeNote, Level: i % 3, Text: fmt.Sprintf("Notiz %d: die Fock ist an der Naht gerissen", i)}
		switch {
		case i%100 == 0:
			e = Event{Verb: MakeTopic, Level: 2, Text: fmt.Sprintf("Thema %d", i)}
		case i%10 == 1:
			e = Event{Verb: MakeTask, Text: fmt.Sprintf("Aufgabe %d erledigen (kaja, lotte?) bis 20.5.", i)}
		case i%3 == 0:
			e.Text, e.Source = fmt.Sprintf("Notiz %d:\n\n- mehrere\n- Zeilen\n- in einer", i), true
		}
		if err := s.commit([]Event{e}); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func BenchmarkEntry(b *testing.B) {
	s := longSession(b)
	s.View()
	b.ResetTimer()
	for b.Loop() {
		if err := s.commit([]Event{{Verb: MakeNote, Text: "die Fock ist gerissen"}}); err != nil {
			b.Fatal(err)
		}
		s.View()
	}
}

func BenchmarkRender(b *testing.B) {
	s := longSession(b)
	s.Render()
	for b.Loop() {
		if public, _ := s.Render(); len(public) < 100_000 {
			b.Fatal(len(public))
		}
	}
}

func BenchmarkUndo(b *testing.B) {
	s := longSession(b)
	s.View()
	for b.Loop() {
		for _, c := range []Command{UndoLast{}, RedoLast{}} {
			if err := s.doIt(c); err != nil {
				b.Fatal(err)
			}
			s.View()
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	s := longSession(b)
	public, _ := s.Render()
	c := s.c
	c.Base = public
	b.SetBytes(int64(len(public)))
	for b.Loop() {
		if _, err := New(c); err != nil {
			b.Fatal(err)
		}
	}
}
