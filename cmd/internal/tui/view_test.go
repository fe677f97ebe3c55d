package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"telko/minutes"
	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

// deck is a telco in the middle, as capture would show it.
func deck(l lang.Lang) *capture.View {
	at := time.Date(2032, 5, 6, 22, 31, 0, 0, berlin)
	n := 0
	var v *capture.View
	topic, motion := capture.EntryID(""), capture.EntryID("")
	add := func(e capture.Entry) capture.EntryID {
		n++
		e.ID, e.At, e.Topic = capture.EntryID(fmt.Sprintf("k3f-%d", n)), at, topic
		e.Motion = motion
		v.Entries = append(v.Entries, &e)
		return e.ID
	}
	v = &capture.View{
		Title: "Deck-Telko 06.05.2032", Series: "deck", Date: when.Day(2032, 5, 6), Keeper: "kaja", Place: "Kajüte", Status: minutes.StatusLive, Lang: l, Rev: 1,
		Present: []capture.Presence{
			{Nick: "kaja", Name: "Kaja Steuer", Here: true},
			{Nick: "lotte", Name: "Lotte Boje", Here: true, Since: when.ClockAt(22, 25)},
			{Nick: "piet", Name: "Piet Anker", Here: true, Since: when.ClockAt(22, 40)},
			{Name: "Dr. Frauke von der Mole-Hafenstein", Guest: true, Here: true, Since: when.ClockAt(22, 30)},
			{Nick: "jan", Name: "Jan Maat"},
		},
		Missing: []capture.Presence{
			{Nick: "ole", Excused: true}, {Nick: "wiebke", Expected: true}, {Nick: "hinnerk", Expected: true},
		},
	}
	first := add(capture.Entry{Kind: capture.KindTopic, Level: 2, Text: "Segel"})
	topic = first
	add(capture.Entry{Kind: capture.KindNote, Text: "die Fock ist gerissen, als der Wind drehte; das Großsegel hat gehalten"})
	add(capture.Entry{Kind: capture.KindNote, Level: 1, Text: "Lotte hat Garn für zwei Nähte"})
	add(capture.Entry{Kind: capture.KindTask, Text: "Fock flicken (kaja, lotte?) bis 20.05.2032", Number: 1, Task: tasks.Task{
		Text: "Fock flicken", Assignees: []tasks.Assignee{{Nick: "kaja"}, {Nick: "lotte", Tentative: true}}, Due: when.Day(2032, 5, 20),
	}})
	add(capture.Entry{Kind: capture.KindTask, Text: "Garn zählen (piet)", Number: 2, Done: true, Task: tasks.Task{
		Text: "Garn zählen", Assignees: []tasks.Assignee{{Nick: "piet"}}, Due: when.Day(2033, 1, 2),
	}})
	add(capture.Entry{Kind: capture.KindMention, TaskID: "320429-3", Text: "Anker streichen (ole): erledigt"})
	second := add(capture.Entry{Kind: capture.KindTopic, Level: 2, Text: "Anträge", Topic: ""})
	topic = second
	motion = add(capture.Entry{Kind: capture.KindMotion, Level: 3, Text: "Neuer Anker", Number: 1, MotionID: "M320506-1"})
	add(capture.Entry{Kind: capture.KindPassage, Passage: motions.Reasons, Text: "Der alte Anker ist rostig.\nEr hält das Schiff nicht mehr, wenn der Wind aus Westen kommt."})
	add(capture.Entry{Kind: capture.KindPassage, Passage: motions.Answer, By: "die Werft", Text: "Wir haben zwei auf Lager."})
	add(capture.Entry{Kind: capture.KindPassage, Passage: motions.VotePart, Clock: when.ClockAt(22, 41), Text: "3 dafür, 0 dagegen, 1 Enthaltung"})
	add(capture.Entry{Kind: capture.KindPassage, Passage: motions.Decision, Text: "angenommen"})
	motion = ""
	third := add(capture.Entry{Kind: capture.KindTopic, Level: 2, Text: "Kombüse"})
	topic = third
	add(capture.Entry{Kind: capture.KindDecision, Text: "Labskaus nur noch sonntags"})
	add(capture.Entry{Kind: capture.KindRaw, Text: "| Zutat | Menge |\n|---|---|\n| \x1b[31mRote\x1b[m Bete | 3 |"})
	last := add(capture.Entry{Kind: capture.KindNote, Text: "der Herd zieht nicht"})
	topic = ""
	fourth := add(capture.Entry{Kind: capture.KindTopic, Level: 2, Text: "Landgang", Private: true})
	fifth := add(capture.Entry{Kind: capture.KindTopic, Level: 2, Text: "Verschiedenes"})
	v.Topics = []capture.Topic{
		{ID: first, Title: "Segel", Level: 2, Done: true, Entries: 5, Spent: 7 * time.Minute},
		{ID: second, Title: "Anträge", Level: 2, Done: true, Entries: 5, Spent: 65 * time.Minute},
		{ID: third, Title: "Kombüse", Level: 2, Current: true, Entries: 3},
		{ID: fourth, Title: "Landgang", Level: 2, Private: true, Prepared: true},
		{ID: fifth, Title: "Verschiedenes", Level: 2, Prepared: true},
	}
	v.Topic, v.TopicSince, v.Last = third, at, last
	return v
}

// looking returns a screen over a view that does not change, as long as
// nothing is sent to it.
func looking(t *testing.T, v *capture.View, w, h int) *screen {
	s := newScreen(t, v.Lang, w, h)
	s.view = v
	return s
}

// resize does what a message of the terminal's size does.
func (s *screen) resize(w, h int) { s.frameMsg(tea.WindowSizeMsg{Width: w, Height: h}) }

func TestGoldenScreens(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}, {140, 40}, {60, 20}, {20, 5}, {10, 3}} {
		s := looking(t, deck(lang.German), size[0], size[1])
		golden(t, fmt.Sprintf("frame-%dx%d", size[0], size[1]), s.plain())
	}
	s := looking(t, deck(lang.English), 80, 24)
	s.entry.set("the galley's stove does not draw, and the cook wants to know who is to look at the chimney")
	golden(t, "frame-en-80x24", s.plain())
	s.saving.failed = "no space left on device"
	golden(t, "frame-unsaved-80x24", s.plain())
	s.resize(40, 12)
	golden(t, "frame-unsaved-40x12", s.plain())
	s = looking(t, deck(lang.German), 80, 24)
	for _, k := range []string{"ctrl+s", "up", "up"} {
		s.key(keyPress(k))
	}
	golden(t, "frame-chosen-80x24", s.plain())
}

// TestAnySize looks at every small size, for rows that are too wide or too
// many.
func TestAnySize(t *testing.T) {
	for _, clusters := range []bool{true, false} {
		s := looking(t, deck(lang.German), 80, 24)
		s.cells.clusters = clusters
		s.entry.set("👩‍👩‍👧 漢字 Grüße")
		s.view.Entries[1].Text = "👩‍👩‍👧 漢字 und 🇩🇪 " + s.view.Entries[1].Text
		s.view.Motion, s.view.Open, s.view.Passage = "k3f-8", true, motions.Amendment
		for w := range 90 {
			for h := range 30 {
				s.saving.failed = ""
				if w%2 == 0 {
					s.saving.failed = "kein Platz"
				}
				s.resize(w, h)
				s.plain()
				if w*h == 0 && len(s.View().Content) > 0 {
					t.Errorf("%d×%d: something is drawn", w, h)
				}
			}
		}
		s.resize(80, 24)
		s.has("Tagesordnung", "der Herd zieht nicht")
	}
}

func TestControlCharactersAreNotDrawn(t *testing.T) {
	v := deck(lang.German)
	evil := "\x1b]0;pwned\x07\x1b[2J\u202e\u009b31m\x00"
	v.Title += evil
	v.Keeper += evil
	for i, e := range v.Entries {
		x := *e
		x.Text, x.By, x.Task.Text, x.Label = x.Text+evil, x.By+evil, x.Task.Text+evil, ""
		v.Entries[i] = &x
	}
	for i := range v.Topics {
		v.Topics[i].Title += evil
	}
	for i := range v.Present {
		v.Present[i].Nick += evil
		v.Present[i].Name += evil
	}
	for i := range v.Missing {
		v.Missing[i].Nick += evil
	}
	s := looking(t, v, 140, 60)
	s.saving.failed = "x" + evil
	content := s.View().Content
	for _, r := range content {
		if hidden(r) && r != '\n' && r != '\x1b' {
			t.Fatalf("%q is drawn", r)
		}
	}
	for _, seq := range []string{"\x1b]", "\x1b[2J"} {
		if strings.Contains(content, seq) {
			t.Errorf("%q is drawn", seq)
		}
	}
}
