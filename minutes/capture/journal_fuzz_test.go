package capture

import (
	"bytes"
	"fmt"
	"testing"
)

func FuzzReadJournal(f *testing.F) {
	_, data := writtenJournal(f, 3)
	f.Add(data)
	f.Add(data[:len(data)-9])
	f.Fuzz(func(t *testing.T, data []byte) {
		j := readJournal(testJournal, data)
		sim := newSimFS()
		sim.files[testJournal] = &simData{now: data}
		w, err := resumeJournal(sim, j)
		if err != nil {
			t.Fatal(err)
		}
		e := noteEvent(1)
		e.ID, e.At = EntryID(fmt.Sprintf("%s-%d", j.writer, j.next)), j.last
		if err := w.Append([]Event{e}); err != nil {
			return // an id that cannot be written
		}
		again := readJournal(testJournal, sim.files[testJournal].now)
		if len(again.events) != len(j.events)+1 {
			t.Fatalf("%d lines, then %d\n%q\n%q", len(j.events), len(again.events), data, sim.files[testJournal].now)
		}
	})
}

// Whatever a journal holds, a session can be made of it, and what it says can
// be written and read again.
func FuzzSessionOfJournal(f *testing.F) {
	sim := newSimFS()
	w, err := createJournal(sim, "2032-05-06-deck", "k3f", []byte(testAgenda), nil, journalStart)
	if err != nil {
		f.Fatal(err)
	}
	s := newTestSession(f, Config{Base: []byte(testAgenda), Journal: w})
	for _, l := range []string{"# Segel", "Die Fock ist gerissen", "! Tuch bestellen (fiete)", "+ lotte", "- lotte", "= Wir segeln", "/antrag Neue Winsch", "/text Es möge eine Winsch her.", "/ende"} {
		if err := s.commit([]Event{lineEvent(l)}); err != nil {
			f.Fatal(err)
		}
	}
	last := s.Events()[len(s.Events())-1].ID
	for _, e := range []Event{
		{Verb: Undo, Of: last},
		{Verb: Redo, Of: last},
		{Verb: Private, Of: "f-3"},
		{Verb: Edit, Of: "k3f-2", By: Outside, Lines: true, Text: "\n- zwei\n- Zeilen\n"},
		{Verb: Move, Of: "k3f-3", Before: "f-2"},
		{Verb: Nest, Of: "k3f-3", Level: 3},
		{Verb: GiveID, Of: "k3f-3", TaskID: "320506-1"},
		{Verb: Delete, Of: "f-1", By: Outside},
	} {
		if err := s.commit([]Event{e}); err != nil {
			f.Fatal(err)
		}
	}
	data := sim.files["2032-05-06-deck.k3f.journal"].now
	f.Add(data)
	for i := range 20 {
		damaged := bytes.Clone(data)
		damaged[i*len(data)/20] ^= 4
		f.Add(damaged)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		j := readJournal("2032-05-06-deck.k3f.journal", data)
		c := Config{Base: j.base, Private: j.private, Events: j.events, Ref: refOf("minutes/2032/2032-05-06-deck.md")}
		if c.Base == nil {
			c.Base = []byte(testBase)
		}
		c.Journal, c.Writer, c.Keeper = &Memory{}, "k3f", "kaja"
		c.Now = (&testClock{journalStart}).now
		c.Context.People = testRoster(t)
		s, err := New(c)
		if err != nil {
			return // the file it began from cannot be read
		}
		s.View()
		s.Effects()
		public, _ := s.Render()
		if c.Base = public; len(public) > 1<<20 {
			return
		}
		c.Events, c.Private = nil, nil
		if _, err := New(c); err != nil {
			t.Fatalf("%v\n%s", err, public)
		}
	})
}
