package tui

import (
	"errors"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"telko/minutes"
	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/tasks/when"
)

func TestOpeningBegins(t *testing.T) {
	s := newOpeningScreen(t, lang.German, 80, 24)
	s.has("Deck-Telko 06.05.2032", "Raum 2671", "Erwartet 3, schon da 0", "Telko beginnen")
	var begun capture.Plan
	begin := s.opt.Begin
	s.opt.Begin = func(p capture.Plan) (*capture.Session, error) {
		begun = p
		return begin(p)
	}
	// From the last row up: lotte is here, bente excused, kaja not expected.
	s.keys("up", "space", "up", "up", "?", "up", "up", "-")
	s.has("schon da 1", "entschuldigt", "wird nicht erwartet")
	s.keys("down", "down", "down", "+").write("peer").keys("enter", "enter")
	if s.session == nil {
		t.Fatal("nothing was begun")
	}
	if len(begun.Expected) != 2 || begun.Place != "Raum 2671" {
		t.Errorf("it was begun with %+v", begun)
	}
	if m, g := s.view.Here(); m != 1 || g != 1 {
		t.Errorf("%d and %d guests are there", m, g)
	}
	s.has("Was versprochen war", "Anstrich", "Neuer Anker", "› ▏") // aside: the entry line has the keys
	s.keys("esc")
	s.lacks("Anstrich")
}

func TestOpeningChangesDayAndPlace(t *testing.T) {
	s := newOpeningScreen(t, lang.German, 80, 24)
	s.keys("tab") // it goes no further than the last row
	s.keys("up", "up", "up", "up", "up", "ctrl+u").write("am Steg").keys("up", "ctrl+u").write("gestern?").keys("enter")
	s.has("kein Tag")
	s.keys("ctrl+u").write("5.5.").keys("enter")
	o := s.over.(*opening)
	if want := when.Day(2032, time.May, 5); o.plan.Ref.Date != want {
		t.Errorf("the day is %v", o.plan.Ref.Date)
	}
	s.has("Mi 05.05.2032")
}

func TestOpeningChoosesTheSeries(t *testing.T) {
	s := newOpeningScreen(t, lang.German, 80, 24)
	o := s.over.(*opening)
	o.at = openingSeries
	s.keys("right")
	s.has("Werft-Telko", "am Steg")
	s.lacks("Erwartet")

	// Where it is not clear which is meant, that is the first question.
	s = newOpeningScreen(t, lang.German, 80, 24)
	s.opt.Plan = capture.Plan{}
	s.over = newOpening(s.desk)
	s.has("Welche Telko?")
	s.keys("enter")
	s.has("Deck-Telko 06.05.2032", "Telko beginnen")
}

func TestOpeningSaysWhyNot(t *testing.T) {
	s := newOpeningScreen(t, lang.German, 40, 12)
	s.opt.Begin = func(capture.Plan) (*capture.Session, error) {
		return nil, lang.E(lang.Text{}).Because(errFull)
	}
	s.opt.Begin = func(capture.Plan) (*capture.Session, error) {
		return nil, errors.New("kaja hat diese Telko seit 21:55")
	}
	s.keys("enter")
	s.has("kaja hat diese Telko seit 21:55")
	_, cmd := s.Update(keyPress("esc"))
	if cmd == nil {
		t.Fatal("esc does not leave")
	}
	if _, ok := cmd().(leaveMsg); !ok {
		t.Errorf("esc asks for %T", cmd())
	}
}

func TestOpeningIsPassedOverByWhatGoesOn(t *testing.T) {
	s := newOpeningScreen(t, lang.German, 80, 24)
	s.opt.Plan.Status = minutes.StatusLive
	s.do(s.openTelco())
	if s.session == nil || s.over != nil && s.letting() == nil {
		t.Errorf("in front is %T", s.over)
	}
}

// What is typed while a telco is still being opened is typed into it.
func TestKeysComeBeforeTheTelco(t *testing.T) {
	s := newOpeningScreen(t, lang.German, 80, 24)
	s.opt.Plan.Status = minutes.StatusLive
	begins := s.openTelco()
	s.write("die Fock").send(tea.PasteMsg{Content: " ist hin"})
	s.do(begins)
	if s.session == nil || s.entry.text != "die Fock ist hin" {
		t.Errorf("typed is %q", s.entry.text)
	}
	s.lacks("Was versprochen war") // it has been gone through
}

func TestOpeningAtAnySize(t *testing.T) {
	s := newOpeningScreen(t, lang.German, 80, 24)
	for _, size := range [][2]int{{20, 5}, {1, 1}, {3, 2}, {40, 12}, {200, 60}} {
		s.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		for range 8 {
			s.keys("up")
			s.plain()
		}
	}
}

// A telco that had ended is asked about; who was there is in its minutes.
func TestOpeningAgain(t *testing.T) {
	s := newOpeningScreen(t, lang.German, 80, 24)
	s.opt.Plan.Status = minutes.StatusDraft
	var begun capture.Plan
	begin := s.opt.Begin
	s.opt.Begin = func(p capture.Plan) (*capture.Session, error) {
		begun = p
		return begin(p)
	}
	s.do(s.openTelco())
	s.has("Sie war beendet und geht weiter.", "Telko beginnen")
	s.lacks("Bente")
	s.keys("enter")
	if s.session == nil || len(begun.Expected) != 3 {
		t.Fatalf("it was begun with %+v", begun)
	}
	s.has("Die Telko geht weiter.")
	s.lacks("Anstrich")
	s.keys("f3")
	s.has("Anstrich")
}

func TestKeeperIsHere(t *testing.T) {
	s := newOpeningScreen(t, lang.English, 80, 24)
	s.opt.Keeper = "kaja"
	s.do(s.openTelco())
	s.has("here already 1")
	s.keys("enter")
	if m, _ := s.view.Here(); m != 1 {
		t.Errorf("%d are there", m)
	}
}
