package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/lang"
	"telko/motions"
)

// remembers is a screen whose earlier motions are asked for: it keeps what was
// asked, and answers at once.
func remembers(t *testing.T, w, h int, found ...Earlier) (*screen, *[]motions.Told) {
	s := newScreen(t, lang.German, w, h)
	var asked []motions.Told
	s.opt.Earlier = func(q motions.Told) []Earlier {
		asked = append(asked, q)
		return found
	}
	return s, &asked
}

// answers lets what was asked for come back, as Bubble Tea would.
func (s *screen) answers() {
	s.earlier.asked = motions.Told{}
	if cmd := s.askEarlier(); cmd != nil {
		s.send(cmd())
	}
}

func TestMotionsLikeThisAreNamed(t *testing.T) {
	one := Earlier{Name: "#M310101-1 Zweite Fock", Text: "Der Verein möge eine Fock kaufen.\n\nAntwort der Kasse: Das Geld reicht.\n"}
	for _, size := range [][2]int{{110, 30}, {60, 20}} {
		s, asked := remembers(t, size[0], size[1], one)
		s.enter("# Anträge", "/antrag Neue Fock", "Die Fock ist gerissen.")
		s.answers()
		s.has("#M310101-1")
		if q := (*asked)[len(*asked)-1]; q.Title != "Neue Fock" || len(q.Parts) != 1 || q.Parts[0].Text != "Die Fock ist gerissen." || q.Parts[0].Kind != motions.TextPart {
			t.Errorf("asked for %+v", q)
		}
		s.press("f10").has("Antwort der Kasse: Das Geld reicht.")
		s.press("esc").lacks("Das Geld reicht.")
		s.enter("# Takelage")
		s.answers()
		s.lacks("#M310101-1")
	}
}

// Whoever is not in a motion, or whose motion resembles none, sees nothing of
// it, and the key says so.
func TestNothingEarlierIsNothing(t *testing.T) {
	s, asked := remembers(t, 100, 30)
	s.enter("Notiz")
	s.answers()
	if len(*asked) != 0 {
		t.Errorf("asked for %+v", *asked)
	}
	s.enter("# Anträge", "/antrag Neue Fock")
	s.answers()
	s.lacks(lang.ScreenEarlierHead.In(lang.German))
	s.press("f10").has(lang.ScreenNotHere.In(lang.German))
}

// An answer that comes after the keeper has gone on is no answer.
func TestLateAnswersAreDropped(t *testing.T) {
	s, _ := remembers(t, 110, 30)
	s.enter("# Anträge", "/antrag Neue Fock")
	late := earlierMsg{s.earlier.asked, []Earlier{{Name: "#M310101-1 Zweite Fock"}}}
	s.enter("/antrag Neues Ruder")
	s.send(tea.Msg(late))
	s.lacks("#M310101-1")
}
