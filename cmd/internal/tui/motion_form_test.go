package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/motions"
)

const mail = "Antrag 2: Neue Fock\r\nAntragstellerin: Bente Lund\r\n\r\nWir kaufen eine neue Fock.\r\n\r\nBegründung:\r\nDie alte ist gerissen. Zweimal schon.\r\n"

// form returns the form in front of a screen.
func (s *screen) form() *motionForm {
	s.t.Helper()
	f, ok := s.over.(*motionForm)
	if !ok {
		s.t.Fatalf("in front is %T", s.over)
	}
	return f
}

// parts shows what a form says, the cursor as a bar.
func (f *motionForm) said() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s/%s\n", f.fields[0].value(), f.fields[1].value())
	for _, p := range f.parts {
		text := p.box.Text()
		if p == f.here() {
			text = withCursor(p.box)
		}
		fmt.Fprintf(&b, "%s(%s): %s\n", p.kind, p.by, text)
	}
	return b.String()
}

func (s *screen) paste(text string) *screen {
	s.do(s.send(tea.PasteMsg{Content: text}))
	return s
}

func (s *screen) formSays(want string) {
	s.t.Helper()
	if got := s.form().said(); got != want {
		s.t.Errorf("the form says\n%s\nand should say\n%s", got, want)
	}
}

func TestMotionFormTakesAMailApart(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Anträge")
	s.keys("f4").paste(mail)
	s.formSays("Neue Fock/Bente Lund\ntext(): Wir kaufen eine neue Fock.\nreasons(): Die alte ist gerissen. Zweimal schon.|\n")
	s.has("Neuer Antrag 2", "Antragstext ─", "Begründung ─")
	s.keys("ctrl+s")
	s.says("### Antrag 2: Neue Fock", "**Antragsteller:** Bente Lund", "Wir kaufen eine neue Fock.", "**Begründung:** Die alte ist gerissen.")
	if s.over != nil {
		t.Errorf("in front is %T", s.over)
	}
}

func TestMotionFormPutsAnAnswerIn(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Anträge")
	s.keys("f4").paste(mail)
	for range "Zweimal schon." {
		s.keys("left")
	}
	s.keys("f5").write("Stimmt.")
	s.formSays("Neue Fock/Bente Lund\ntext(): Wir kaufen eine neue Fock.\nreasons(): Die alte ist gerissen.\nanswer(): Stimmt.|\nreasons(): Zweimal schon.\n")
	s.keys("ctrl+t").write("Lotte").keys("enter")
	s.has("Antwort von Lotte")
	s.keys("ctrl+s")
	s.says("> **Antwort von Lotte:** Stimmt.\n\nZweimal schon.")
}

func TestMotionFormUndoesAndJoins(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Anträge")
	s.keys("f4", "tab", "tab", "tab").write("eins zwei")
	for range "zwei" {
		s.keys("left")
	}
	s.keys("f4")
	s.formSays("/\ntext(): eins\nreasons(): |zwei\n")
	s.keys("f8")
	s.formSays("/\ntext(): eins |zwei\n")
	s.keys("f9")
	s.formSays("/\ntext(): eins\nreasons(): |zwei\n")
	s.keys("f3")
	s.formSays("/\ntext(): eins\nanswer(): |zwei\n")
	s.keys("backspace")
	s.formSays("/\ntext(): eins\n|zwei\n")
	for range 9 {
		s.keys("f8")
	}
	s.formSays("/\ntext(): |\n")
}

func TestMotionFormMovesThroughItsParts(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Anträge")
	s.keys("f4").paste(mail).keys("up")
	s.formSays("Neue Fock/Bente Lund\ntext(): Wir kaufen eine neue Fock.|\nreasons(): Die alte ist gerissen. Zweimal schon.\n")
	s.keys("up", "up", "up")
	if f := s.form(); f.at != 0 {
		t.Errorf("the field %d has the keys", f.at)
	}
	s.keys("end").write(" und Groß").keys("down", "down", "down", "down", "down")
	s.formSays("Neue Fock und Groß/Bente Lund\ntext(): Wir kaufen eine neue Fock.\nreasons(): Die alte ist gerissen. Zweimal schon.|\n")
}

func TestMotionFormIsPutAside(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Anträge")
	s.keys("f4").paste(mail).keys("esc")
	s.has("noch einmal Esc legt es beiseite")
	s.write("!").keys("esc", "esc") // the letter took the question back
	s.has("# Anträge"[2:])
	if s.over != nil {
		t.Fatalf("in front is %T", s.over)
	}
	s.keys("f4")
	s.formSays("Neue Fock/Bente Lund\ntext(): Wir kaufen eine neue Fock.\nreasons(): Die alte ist gerissen. Zweimal schon.!|\n")
}

func TestMotionFormChangesAMotion(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Anträge")
	parts := []motions.Passage{{Kind: motions.TextPart, Text: "Wir kaufen eine neue Fock."}, {Kind: motions.Reasons, Text: "Die alte ist gerissen."}}
	if _, err := s.session.Do(capture.NewMotion{Title: "Fock", Petitioner: "Bente", Parts: parts}); err != nil {
		t.Fatal(err)
	}
	s.do(nil)
	before, _ := s.session.Render()
	s.keys("f4")
	s.formSays("Fock/Bente\ntext(): Wir kaufen eine neue Fock.\nreasons(): Die alte ist gerissen.|\n")
	s.keys("home", "f6").write("Wirklich?").keys("ctrl+s")
	s.says("**Kommentar:** Wirklich?", "Wir kaufen eine neue Fock.", "Die alte ist gerissen.")
	s.keys("f8")
	if after, _ := s.session.Render(); string(after) != string(before) {
		t.Errorf("one undo gives\n%s\nand not\n%s", after, before)
	}
}

func TestMotionFormStaysWhenNothingIsAccepted(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Anträge")
	s.log.Err = errFull
	s.keys("f4").paste(mail).keys("ctrl+s")
	s.has("kein Platz auf dem Gerät", "Die alte ist gerissen.")
	s.log.Err = nil
	s.keys("ctrl+s")
	s.says("Neue Fock")
}

// A long text costs no more to draw than what is seen of it, and fits any
// window.
func TestMotionFormOfManyLines(t *testing.T) {
	var text strings.Builder
	for i := range 300 {
		fmt.Fprintf(&text, "Zeile %d: die Ölwanne 🛢️ ist undicht und tropft auf das Deck\n", i)
	}
	s := newDeck(t, lang.German, 80, 24, "# Anträge")
	s.keys("f4").paste(text.String())
	s.has("Zeile 299")
	for _, size := range [][2]int{{20, 5}, {40, 12}, {1, 1}, {7, 3}, {200, 60}, {80, 24}} {
		s.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		s.plain()
		s.keys("pgup", "pgup").write("x")
		s.plain()
	}
	s.keys("ctrl+home")
	s.has("Zeile 0:")
	s.keys("ctrl+s")
	s.says("Zeile 0", "Zeile 299")
}
