package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/lang"
)

func TestPreviewFollowsWhatOneWrites(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Segel")
	made := 0
	s.opt.Preview = func(_ context.Context, public []byte) (string, error) {
		made++
		_, body, _ := strings.Cut(string(public), "# Deck")
		return body, nil
	}
	s.send(keyPress("f5"))
	p := s.over.(*preview)
	s.has("wird gemacht", "› ▏")
	if !p.waiting {
		t.Fatal("the page is not asked for")
	}
	s.do(s.send(previewDueMsg{p}))
	s.has("-Telko 06.05.2032")

	// The entry line has the keys; what is entered is asked for once.
	s.write("die Fock ist gerissen")
	s.has("› die Fock ist gerissen▏")
	s.press("enter").write("zwei").press("enter")
	if !p.waiting || made != 1 {
		t.Errorf("waiting %v, made %d times", p.waiting, made)
	}
	s.do(s.send(previewDueMsg{p}))
	s.has("- die Fock ist gerissen", "- zwei")
	if made != 2 {
		t.Errorf("it was made %d times", made)
	}

	// Esc belongs to what is being typed first.
	s.write("halb").press("esc")
	if s.over == nil {
		t.Fatal("esc took the preview away from somebody who types")
	}
	s.press("f5")
	s.has("› halb▏")
	if s.over != nil {
		t.Errorf("in front is %T", s.over)
	}
}

func TestPreviewChangesWhileItIsMade(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Segel")
	s.opt.Preview = func(_ context.Context, public []byte) (string, error) { return string(public), nil }
	s.send(keyPress("f5"))
	p := s.over.(*preview)
	s.plain()
	_, cmd := p.update(previewDueMsg{p})
	s.enter("eins")
	if p.waiting || !p.running {
		t.Error("a second one is begun beside the first")
	}
	msg := cmd()
	s.send(msg)
	if !p.waiting {
		t.Error("what changed meanwhile is not asked for")
	}
}

func TestPreviewShowsWhatChanged(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Segel")
	page := make([]string, 500)
	for i := range page {
		page[i] = fmt.Sprintf("* Zeile %d", i)
	}
	s.opt.Preview = func(context.Context, []byte) (string, error) { return strings.Join(page, "\n"), nil }
	s.send(keyPress("f5"))
	p := s.over.(*preview)
	s.plain()
	s.do(p.start())
	s.has("Zeile 499")
	page[100] = "* ganz anders"
	s.do(p.start())
	s.has("ganz anders")
	s.press("ctrl+home")
	page[200] = "* auch anders" // one who scrolled is left where they are
	s.do(p.start())
	s.has("Zeile 0")
	s.press("ctrl+end")
	s.send(tea.WindowSizeMsg{Width: 40, Height: 12})
	s.plain()
	s.send(tea.WindowSizeMsg{Width: 150, Height: 40})
	s.has("Segel", "Zeile 4") // side by side
}

func TestDialogsFromThePreviewComeBackToIt(t *testing.T) {
	s := previewed(t, 80, 24, "== Segel ==", nil)
	s.keys("f2", "esc")
	s.has("Vorschau der Wiki-Seite")
	s.keys("f1")
	s.has("Was man tippt")
	s.keys("esc")
	s.has("Vorschau der Wiki-Seite")
}

func TestPageIsCopied(t *testing.T) {
	s := newDeck(t, lang.German, 40, 12, "# Segel")
	s.send(openMsg{newPage(s.desk, "Stand", strings.Repeat("Zeile\n", 30), nil)})
	cmd := s.send(keyPress("c"))
	if cmd == nil {
		t.Fatal("nothing is copied")
	}
	copied := false
	for _, c := range cmd().(tea.BatchMsg) {
		msg := c()
		if fmt.Sprintf("%T", msg) == "tea.setClipboardMsg" {
			copied = fmt.Sprint(msg) == strings.TrimRight(strings.Repeat("Zeile\n", 30), "\n")
		} else {
			s.send(msg)
		}
	}
	if !copied {
		t.Error("the terminal is not asked to copy the text")
	}
	s.has("kopiert, 30 Zeilen")
	s.keys("pgdown", "q")
	if s.over != nil {
		t.Errorf("in front is %T", s.over)
	}
}
