package tui

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"telko/minutes/lang"
)

func TestMotionFormSurvivesACrash(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "edit")
	s := newDeck(t, lang.German, 80, 24, "# Anträge")
	s.view.Ref.ID = "2032-05-06-deck"
	s.opt.EditDir = dir
	s.keys("f4").paste(mail).keys("f5").write("Stimmt.")
	s.do(s.form().keepDraft())
	files, _ := filepath.Glob(filepath.Join(dir, "*"))
	if len(files) != 1 {
		t.Fatalf("there are %v", files)
	}
	if fi, _ := os.Stat(files[0]); fi.Mode().Perm() != 0o600 {
		t.Errorf("the draft has mode %v", fi.Mode())
	}
	want := s.form().snapshot()

	// The program is gone; another one begins.
	s = newDeck(t, lang.German, 80, 24, "# Anträge")
	s.view.Ref.ID = "2032-05-06-deck"
	s.opt.EditDir = dir
	s.keys("f4")
	s.has("ist wieder da", "Stimmt.")
	if got := s.form().snapshot(); got.title != want.title || got.petitioner != want.petitioner || len(got.parts) != len(want.parts) {
		t.Errorf("it is %+v, not %+v", got, want)
	}
	s.keys("ctrl+s")
	s.says("Stimmt.")
	if files, _ = filepath.Glob(filepath.Join(dir, "*")); len(files) != 0 {
		t.Errorf("the draft is still there: %v", files)
	}
}

// What is typed before the draft is read is not overwritten by it.
func TestMotionDraftGivesWay(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Anträge")
	s.keys("f4").write("Neues")
	s.send(draftReadMsg{s.form(), mail})
	s.formSays("Neues/\ntext(): \n")
}

// A draft that is read again says the same.
func TestMotionDraftRoundTrip(t *testing.T) {
	for _, text := range []string{
		mail, "nur Text", "Begründung: weil", "Text\n\n**Antwort (23:10):** gleich\n\nText danach",
		"> **Antwort der IT:** ja\n\nweiter\n\nKommentar von Lotte: hm\nnoch eine Zeile", "Änderung: grün statt blau\n\nAbstimmung: 3 dafür\nBeschluss: angenommen",
	} {
		s := newDeck(t, lang.German, 80, 24, "# Anträge")
		s.keys("f4")
		f := s.form()
		f.takeText(text)
		first := f.said()
		g := emptyMotionForm(s.desk)
		g.takeText(f.draftText())
		g.at = f.at
		for i := range g.parts {
			g.parts[i].box.row, g.parts[i].box.col = f.parts[min(i, len(f.parts)-1)].box.row, f.parts[min(i, len(f.parts)-1)].box.col
		}
		if second := g.said(); second != first {
			t.Errorf("of %q\n%s\ncomes back as\n%s\nby\n%s", text, first, second, f.draftText())
		}
	}
}

func TestTickKeepsTheDraftOnlyWhenItChanged(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Anträge")
	s.view.Ref.ID = "2032-05-06-deck"
	s.opt.EditDir = t.TempDir()
	s.keys("f4")
	f := s.form()
	if f.keepDraft() != nil {
		t.Error("an empty form is kept")
	}
	s.write("Neue Fock")
	if f.keepDraft() == nil || f.keepDraft() != nil {
		t.Error("it is not kept once")
	}
	if _, cmd := f.update(tickMsg(time.Time{})); cmd != nil {
		t.Error("it is kept again at a tick")
	}
}
