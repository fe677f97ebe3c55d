package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"telko/minutes"
	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// newDeck returns a screen over the telco of a boat's crew, with what an
// earlier one left, after lines were entered.
func newDeck(t *testing.T, l lang.Lang, w, h int, lines ...string) *screen {
	t.Helper()
	people, err := minutes.NewPeople([]minutes.Person{
		{Nick: "kaja", Name: "Kaja Steuer"},
		{Nick: "bente", Name: "Bente Lund"},
		{Nick: "lotte", Name: "Lotte Boje"},
		{Nick: "jorin", Name: "Jorin Heck"},
		{Nick: "peer", Name: "Peer Mast", Guest: true},
	})
	if err != nil {
		t.Fatal(err)
	}
	c := newClock()
	j := &capture.Memory{}
	day := when.Day(2032, time.May, 6)
	earlier := []tasks.Task{
		{ID: "320429-1", Text: "Rettungswesten prüfen lassen", Assignees: []tasks.Assignee{{Nick: "bente"}}, Due: when.Day(2032, time.May, 3), Meeting: "2032-04-29-deck", MeetingDate: day.AddDays(-7), Series: "deck"},
		{ID: "320422-2", Text: "Liegeplatz für den Herbst anfragen", Assignees: []tasks.Assignee{{Nick: "lotte"}, {Nick: "jorin", Tentative: true}}, Due: when.Day(2032, time.May, 13), Meeting: "2032-04-22-deck", MeetingDate: day.AddDays(-14), Series: "deck", Extended: 2},
	}
	base := "---\nseries: deck\ndate: 2032-05-06\nstart: 22:00\nkeeper: kaja\nstatus: live\ndue-days: 7\n---\n\n# Deck-Telko 06.05.2032\n"
	s, err := capture.New(capture.Config{
		Base: []byte(base), Journal: j, Writer: "k3f", Now: c.now, Keeper: "kaja",
		Context: minutes.Context{Lang: l, People: people}, Earlier: earlier,
	})
	if err != nil {
		t.Fatal(err)
	}
	a := newApp(&Options{Session: s, Lang: l, Now: c.now})
	for i, task := range earlier {
		a.promised = append(a.promised, capture.Promise{Kind: capture.PromisedTask, Task: task, Overdue: i == 0, Meeting: task.Meeting, Date: task.MeetingDate})
	}
	a.promised = append(a.promised, capture.Promise{Kind: capture.PromisedTopic, Topic: "Anstrich", Meeting: "2032-04-29-deck"})
	sc := &screen{app: a, t: t, clock: c, log: j}
	sc.send(tea.WindowSizeMsg{Width: w, Height: h})
	for _, l := range lines {
		if r, err := s.Enter(l); err != nil {
			t.Fatalf("%s: %v (%v)", l, err, r)
		}
	}
	sc.do(nil)
	return sc
}

// do delivers what a command says, and what follows from that. Commands that
// wait for a time are not for it.
func (s *screen) do(cmd tea.Cmd) {
	if cmd != nil {
		switch msg := cmd().(type) {
		case tea.BatchMsg:
			for _, c := range msg {
				s.do(c)
			}
		case nil:
		default:
			s.do(s.send(msg))
		}
		return
	}
	s.send(nil)
}

// keys presses keys and delivers what they ask for.
func (s *screen) keys(keys ...string) *screen {
	for _, k := range keys {
		if k == "space" {
			s.do(s.send(tea.KeyPressMsg{Code: ' ', Text: " "}))
			continue
		}
		s.do(s.send(keyPress(k)))
	}
	return s
}

// says fails unless the minutes hold each of the texts.
func (s *screen) says(texts ...string) {
	s.t.Helper()
	public, _ := s.session.Render()
	for _, want := range texts {
		if !strings.Contains(string(public), want) {
			s.t.Errorf("%q is not in the minutes:\n%s", want, public)
		}
	}
}

// saysNot fails if the minutes hold any of the texts.
func (s *screen) saysNot(texts ...string) {
	s.t.Helper()
	public, _ := s.session.Render()
	for _, no := range texts {
		if strings.Contains(string(public), no) {
			s.t.Errorf("%q is in the minutes:\n%s", no, public)
		}
	}
}

var talk = []string{
	"+kaja, bente, lotte", "+peer gast", "# Segel", "die Fock ist gerissen", "! Fock flicken (lotte) freitag",
	"# Anträge", "/antrag Neue Fock", "/antragsteller Bente", "/text Wir kaufen eine neue Fock.",
}

func TestVote(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, talk...)
	s.keys("f6")
	s.has("Abstimmung: Neue Fock", "Stimmberechtigt 3: kaja, bente, lotte", "ohne Stimme 1: peer", "noch keine Stimmen")
	s.write("2").keys("space").write("1").keys("tab").write("0")
	s.has("→ 2 dafür, 1 dagegen, 0 Enthaltungen")
	s.lacks("!")
	s.write("9")
	s.has("! 12 Stimmen, aber nur 3 Stimmberechtigte sind da")
	s.keys("backspace", "backspace", "enter") // it warns, and never forbids
	if s.over != nil {
		t.Error("the vote is still open")
	}
	s.says("**Abstimmung (22:43):** 2 dafür, 1 dagegen")
	s.keys("f8")
	s.saysNot("Abstimmung")
}

func TestVoteByConsensus(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, talk...)
	s.keys("f6").write("k")
	s.has("→ Konsens")
	s.keys("tab", "tab", "tab", "tab", "tab", "right", "enter")
	s.says("Konsens", "**Beschluss:** angenommen")
}

func TestVoteIsNotTakenEmpty(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, talk...)
	n := len(s.log.Events)
	s.keys("f6", "enter")
	s.has("noch keine Stimmen")
	s.keys("esc")
	if s.over != nil || len(s.log.Events) != n {
		t.Error("an empty vote was taken")
	}
}

func TestVoteAboutAnAmendment(t *testing.T) {
	s := newDeck(t, lang.English, 80, 24, append(talk, "/amendment in green")...)
	s.keys("f6").write("3").keys("enter")
	s.says("3 for", "with amendment 1")
}

func TestHelpComesBackToTheLine(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, talk...)
	s.write("der Mast ist mor").keys("left", "left", "f1")
	s.has("Was man tippt", "/antrag Titel")
	s.keys("pgdown", "pgdown")
	s.has("Strg+Y")
	s.keys("esc")
	s.has("der Mast ist m▏or")
	s.keys("f6", "f1")
	s.has("Hier", "nimmt die Abstimmung")
	s.keys("esc")
	s.has("Stimmberechtigt 3")
}

func TestPalette(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, talk[:4]...)
	s.keys("f2")
	s.has("Befehle", "/antrag", "/stand")
	s.lacks("/begründung", "/veröffentlichen", "/redo") // no motion, no wiki, nothing undone
	s.write("read")                                     // English names are found too
	s.lacks("/stand")
	s.has("nichts davon geht jetzt")
	for range "read" {
		s.keys("backspace")
	}
	s.write("motion").keys("enter")
	s.has("› /antrag ▏")
	if s.over != nil {
		t.Error("the palette is still open")
	}
	s.keys("ctrl+u").write("halb").keys("f2").write("motion").keys("enter", "up")
	s.has("› halb▏") // what stood there is not lost
	s.keys("ctrl+u", "f2").write("undo").keys("enter")
	s.has("zurückgenommen")
}

func TestPaletteGoesToTopics(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Segel", "eins", "# Motor", "zwei")
	s.keys("f2").write("segel").keys("enter")
	s.enter("drei")
	e := s.view.Entries[len(s.view.Entries)-1]
	if e.Text != "drei" || s.titleOf(e.Topic) != "Segel" {
		t.Errorf("%q went to %q", e.Text, s.titleOf(e.Topic))
	}
}

// Every command that the palette types is one.
func TestPaletteKnowsTheCommands(t *testing.T) {
	for _, l := range []lang.Lang{lang.German, lang.English} {
		s := newDeck(t, l, 80, 24, talk...)
		for _, c := range lineCommands() {
			for _, spoken := range []lang.Lang{lang.German, lang.English} {
				word := c.word.In(spoken)
				if c.types && c.works != nil && c.act == actNone && word != lang.CmdContinue.In(spoken) && word != lang.CmdPrivate.In(spoken) {
					word += " angenommen"
				}
				if r := s.session.Read(word); r.Act == capture.ActNote || r.Act == capture.ActExtend {
					t.Errorf("%s: %q is read as text", l.Code(), c.word.In(spoken))
				}
			}
		}
	}
}
