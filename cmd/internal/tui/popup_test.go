package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/capture"
	"telko/minutes/lang"
)

// offering is a screen where a name was begun and n are offered.
func offering(t *testing.T, n int) *screen {
	s := newScreen(t, lang.German, 80, 24)
	s.enter(notes(30)...)
	s.write("Garn für (lo")
	for i := range n {
		text := fmt.Sprintf("Garn für (lotte%d", i)
		s.entry.shown = append(s.entry.shown, capture.Completion{Text: text, Cursor: len(text), Label: fmt.Sprintf("lotte%d", i), Note: "Lotte Boje"})
	}
	return s
}

func TestPopup(t *testing.T) {
	s := offering(t, 3)
	golden(t, "popup-80x24", s.plain())
	s.press("down", "down", "tab")
	s.has("› Garn für (lotte2▏")
	s.lacks("Lotte Boje")
}

func TestPopupNeverTakesEnterOrLetters(t *testing.T) {
	s := offering(t, 3)
	s.press("enter")
	if got := s.log.Events[len(s.log.Events)-1].Text; strings.Contains(got, "lotte0") || !strings.Contains(got, "(lo") {
		t.Errorf("the line that was taken in is %q", got)
	}
	s = offering(t, 3)
	s.write(" x")
	if got := s.entry.text; got != "Garn für (lo x" {
		t.Errorf("the line is %q", got)
	}
}

func TestPopupCloses(t *testing.T) {
	s := offering(t, 3)
	s.press("esc")
	s.lacks("Lotte Boje")
	s.has("› Garn für (lo▏")
	if s.entry.shut != s.entry.word() {
		t.Error("it opens again with the next letter")
	}
	s.press("tab") // nothing to complete: the line is nested
	if got := s.entry.text; got != "\tGarn für (lo" {
		t.Errorf("the line is %q", got)
	}
}

func TestPopupIsAsHighAsThereIsRoom(t *testing.T) {
	s := offering(t, 40)
	if n := strings.Count(s.plain(), "Lotte Boje"); n != popupRows {
		t.Errorf("%d rows", n)
	}
	for range 39 {
		s.press("down")
	}
	s.has("lotte39")
	s.press("down")
	s.has("lotte0 ")
	s.press("up")
	s.has("lotte39")
	for h := range 24 {
		for w := range 60 {
			s.send(tea.WindowSizeMsg{Width: w, Height: h})
			s.plain()
		}
	}
}

func TestPopupMovesNothing(t *testing.T) {
	s := offering(t, 0)
	before := strings.Split(s.plain(), "\n")
	s = offering(t, 3)
	after := strings.Split(s.plain(), "\n")
	changed := 0
	for i := range before {
		if before[i] != after[i] {
			changed++
		}
	}
	if len(before) != len(after) || changed != 4 { // three rows, and the keys
		t.Errorf("%d rows changed:\n%s", changed, strings.Join(after, "\n"))
	}
}
