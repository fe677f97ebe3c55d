package tui

import (
	"context"
	"errors"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
)

func TestReviewAndEnd(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "+kaja, bente", "# Segel", "! Fock flicken", "Bente kümmert sich um die Leinen.", "# Motor", "# Anstrich")
	s.opt.Postpone = func(titles []string) (string, error) {
		if len(titles) != 1 || titles[0] != "Anstrich" {
			t.Errorf("%v are put off", titles)
		}
		return "Anstrich steht auf der Tagesordnung von Deck-Telko 13.05.2032", nil
	}
	s.opt.Publish = func(context.Context) (string, error) { return "veröffentlicht: Deck/2032-05-06", nil }
	s.do(s.run(actEnd))
	s.has("Ende der Telko", "Aufgabe ohne Zuständige: #1 Fock flicken", "[x] nicht behandelt: Motor", "Ende um 22:43", "Telko beenden")

	// The motor is not for the next telco; the note is a task.
	s.keys("down", "space")
	s.has("[ ] nicht behandelt: Motor")
	s.keys("down", "down", "space")
	s.says("- [ ] ")
	s.has("zur Aufgabe gemacht")

	// Another time, and the end.
	s.keys("end", "up", "enter", "ctrl+u").write("25:99").keys("enter")
	s.has("keine Uhrzeit")
	s.keys("ctrl+u").write("22:40").keys("enter")
	s.has("Ende um 22:40")
	s.keys("enter")
	s.says("end: 22:40", "status: draft")
	s.has("Die Telko ist beendet, um 22:40.", "auf der Tagesordnung von Deck-Telko 13.05.2032", "Jetzt im Wiki veröffentlichen?")
	s.saving.state.Pending, s.saving.state.Saving = false, false
	s.keys("enter")
	s.do(s.publishNow())
	s.has("veröffentlicht: Deck/2032-05-06")
	if _, cmd := s.Update(keyPress("enter")); cmd == nil {
		t.Error("Enter does not leave")
	}
}

func TestReviewGoesWhereItCanBeMended(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "+kaja", "# Segel", "! Fock flicken", "# Motor")
	s.do(s.run(actReview))
	s.lacks("Telko beenden")
	s.keys("enter")
	s.has("› #1 (▏")
	s.do(s.run(actReview))
	s.keys("end", "enter")
	if e := s.view.Entry(s.panel.chosen); e == nil || e.Text != "Motor" {
		t.Errorf("%v is selected", e)
	}
}

func TestEndIsTakenBack(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "+kaja", "# Segel", "eins")
	s.do(s.run(actEnd))
	s.has("Nichts fehlt.")
	s.keys("enter")
	s.says("status: draft")
	s.keys("f8")
	s.says("status: live")
	s.saysNot("\nend:")
	if s.view.Status != minutes.StatusLive || s.over != nil {
		t.Errorf("status %s, in front %T", s.view.Status, s.over)
	}
}

func TestPublishingThatFails(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "+kaja", "# Segel", "eins")
	s.opt.Publish = func(context.Context) (string, error) { return "", errors.New("das Wiki antwortet nicht") }
	s.do(s.run(actEnd))
	s.keys("enter", "enter")
	s.saving.state.Pending, s.saving.state.Saving = false, false
	s.do(s.publishNow())
	s.has("das Wiki antwortet nicht")
	s.opt.Publish = func(context.Context) (string, error) { return "veröffentlicht: Deck", nil }
	s.keys("enter") // once more
	s.has("veröffentlicht: Deck")
	s.lacks("antwortet nicht")
}

// What somebody types while telko waits for the wiki is theirs.
func TestEndTakesNoKeyWhileItWaits(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "+kaja", "# Segel", "eins")
	s.opt.Publish = func(context.Context) (string, error) { return "gut", nil }
	s.do(s.run(actEnd))
	s.keys("enter", "enter", "esc")
	if s.over != nil {
		t.Fatalf("in front is %T", s.over)
	}
	s.write("noch et")
	s.send(publishedMsg{text: "veröffentlicht: Deck"})
	s.write("was")
	s.has("› noch etwas▏")
}
