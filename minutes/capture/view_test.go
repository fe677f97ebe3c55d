package capture

import (
	"strings"
	"testing"
	"time"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks/when"
)

func TestViewTopics(t *testing.T) {
	clock := time.Date(2032, 5, 6, 22, 30, 0, 0, time.FixedZone("", 7200))
	s := newTestSession(t, Config{Base: []byte(testAgenda), Context: minutes.Context{Lang: lang.German}, Now: func() time.Time { return clock }})
	later := func(minutes int) { clock = clock.Add(time.Duration(minutes) * time.Minute) }
	happen(t, s, Event{Verb: Open}, Event{Verb: Goto, Of: "f-1"})
	later(5)
	happen(t, s, Event{Verb: MakeNote, Text: "1"}, Event{Verb: Goto, Of: "f-4"})
	later(3)
	happen(t, s, Event{Verb: Goto, Of: "f-1"})
	later(1)
	happen(t, s, Event{Verb: Goto, Of: "f-6"})

	var got []string
	for _, tp := range s.View().Topics {
		marks := ""
		for _, m := range []struct {
			is   bool
			mark string
		}{{tp.Done, "✓"}, {tp.Current, "→"}, {tp.Prepared, "·"}, {tp.Private, "!"}} {
			if m.is {
				marks += m.mark
			}
		}
		got = append(got, strings.Repeat(" ", tp.Level-2)+tp.Title+" "+marks+" "+dump(tp.Entries)+" "+tp.Spent.String())
	}
	want := []string{
		"Segel ✓· 2 6m0s", "Anker · 0 0s", " Kette ✓· 0 3m0s", " Winsch · 0 0s", "Anträge →· 2 0s", "Planung der nächsten 7 Tage · 0 0s",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\n--- not ---\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if v := s.View(); v.Topic != "f-6" || !v.TopicSince.Equal(clock) || v.Motion != "" || v.Open {
		t.Errorf("%q since %v, motion %q, open %v", v.Topic, v.TopicSince, v.Motion, v.Open)
	}
}

func TestViewPassages(t *testing.T) {
	s := newTestSession(t, Config{Context: minutes.Context{Lang: lang.German}})
	steps := []struct {
		event Event
		open  string
		last  string
	}{
		{Event{ID: "a", Verb: MakeTopic, Text: "Segel", Level: 2}, "", "Segel"},
		{Event{ID: "m", Verb: MakeMotion, Text: "Anker"}, "text in Anker", "Anker"},
		{Event{Verb: Petitioner, Of: "m", Text: "Otto"}, "text in Anker", "Otto"},
		{Event{ID: "x", Verb: Extend, Of: "m", Text: "her"}, "text in her", "her"},
		{Event{Verb: Extend, Of: "x", Text: "damit"}, "text in her\n\ndamit", "her\n\ndamit"},
		{Event{Verb: Petitioner, Of: "m", Text: "Ida"}, "", "Ida"},
		{Event{Verb: MakePassage, Passage: motions.Answer, Text: "nein"}, "answer in nein", "nein"},
		{Event{Verb: Come, Nick: "kaja"}, "answer in nein", "nein"},
		{Event{Verb: MakeNote, Topic: "a", Stay: true, Text: "dort"}, "answer in nein", "dort"},
		{Event{Verb: Close}, "", "dort"},
		{Event{Verb: MakePassage, Passage: motions.VotePart, Text: "5 dafür, 1 dagegen, 2 Enthaltungen"}, "", "5 dafür, 1 dagegen, 2 Enthaltungen"},
		{Event{Verb: Goto, Of: "m"}, "", "5 dafür, 1 dagegen, 2 Enthaltungen"},
		{Event{Verb: MakePassage, Passage: motions.Reasons, Text: "darum"}, "reasons in darum", "darum"},
		{Event{Verb: MakeTask, Text: "holen"}, "", "holen"},
	}
	for _, st := range steps {
		happen(t, s, st.event)
		v := s.View()
		open := ""
		if v.Open {
			open = string(v.Passage) + " in " + v.Entry(v.OpenEntry).Text
		}
		if last := v.Entry(v.Last); open != st.open || last == nil || last.Text != st.last {
			t.Errorf("after %s %q: open is %q, not %q; last %+v, not %q", st.event.Verb, st.event.Text, open, st.open, last, st.last)
		}
	}
	for _, e := range s.View().Entries {
		if e.Passage == motions.VotePart && (e.Vote == nil || e.Vote.For != 5 || e.Motion != "m") {
			t.Errorf("%+v", e)
		}
	}
}

func TestEndAndAgain(t *testing.T) {
	s := newTestSession(t, Config{Context: minutes.Context{Lang: lang.German}})
	is := func(end string, status minutes.Status) {
		t.Helper()
		m, err := minutes.ParseHead(s.c.Ref.Path, []byte(publicText(s)), s.c.Context)
		if v := s.View(); err != nil || m.End.Clock.String() != end || m.Status != status || v.Status != status || v.End.Clock.String() != end {
			t.Errorf("%v: ends %s, %s; the file %s, %s", err, v.End, v.Status, m.End, m.Status)
		}
	}
	is("", minutes.StatusLive)
	for range 2 {
		if err := s.doIt(EndTelco{At: when.ClockAt(1, 10)}); err != nil {
			t.Fatal(err)
		}
		is("01:10", minutes.StatusDraft)
		if s.View().End.Date != when.Day(2032, 5, 7) {
			t.Error(s.View().End)
		}
		if err := s.doIt(ReopenTelco{}); err != nil {
			t.Fatal(err)
		}
		is("", minutes.StatusLive)
	}
	if err := s.doIt(EndTelco{}); err != nil {
		t.Fatal(err)
	}
	is("22:30", minutes.StatusDraft)
	for _, c := range []Command{SetHead{"place", "Kajüte"}, SetHead{"title", "Deck"}, SetHead{"keeper", "lotte"}} {
		if err := s.doIt(c); err != nil {
			t.Fatal(err)
		}
	}
	if v := s.View(); v.Place != "Kajüte" || v.Title != "Deck" || v.Keeper != "lotte" {
		t.Errorf("%+v", v)
	}
}

// Of topics with one title, "(Fortsetzung)" is that of the one it is below.
func TestSameTitles(t *testing.T) {
	const base = testBase + "\n## A\n\n### Fock\n\n- 1\n\n## B\n\n### Fock\n\n- 2\n\n## A (Fortsetzung)\n\n### Fock (Fortsetzung)\n\n- 3\n"
	s := newTestSession(t, Config{Base: []byte(base), Context: minutes.Context{Lang: lang.German}})
	v := s.View()
	first, third := v.Entry(entryOf(t, s, "1")), v.Entry(entryOf(t, s, "3"))
	if first.Topic != third.Topic || first.Topic != v.Topic {
		t.Errorf("%s, %s, and one is in %s", first.Topic, third.Topic, v.Topic)
	}
	checkDocument(t, s)
}

func TestUndoWords(t *testing.T) {
	s := newTestSession(t, Config{Context: minutes.Context{Lang: lang.German}})
	happen(t, s, Event{ID: "a", Verb: MakeTopic, Text: "Segel", Level: 2}, Event{ID: "n", Verb: MakeNote, Text: strings.Repeat("sehr lang ", 9)}, Event{Verb: Delete, Of: "n"})
	if err := s.commit([]Event{{Verb: Come, Nick: "kaja"}, {Verb: Come, Nick: "lotte"}}); err != nil {
		t.Fatal(err)
	}
	want := []string{"Kommen von kaja, …", "Löschen von „sehr lang sehr lang sehr lang sehr lang…“", "Notiz „sehr lang sehr lang sehr lang sehr lang…“", "Thema „Segel“", ""}
	redo := ""
	for _, w := range want {
		if v := s.View(); v.CanUndo != w || v.CanRedo != redo {
			t.Errorf("undo %q, redo %q; not %q, %q", v.CanUndo, v.CanRedo, w, redo)
		}
		redo = w
		if w != "" {
			if err := s.doIt(UndoLast{}); err != nil {
				t.Fatal(err)
			}
		}
	}
	happen(t, s, Event{Verb: MakeNote, Text: "neu"})
	if v := s.View(); v.CanRedo != "" {
		t.Errorf("redo %q after something new", v.CanRedo)
	}
}
