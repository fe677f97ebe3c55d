package tui

import (
	"os"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
)

// A new motion in the form is not in the journal before it is taken. So that a
// crash costs no more than a second of typing, it lies in a file meanwhile, as
// the Markdown that it would be in the minutes, and is back when the form is
// opened again.

// draftReadMsg is what such a file holds.
type draftReadMsg struct {
	of   *motionForm
	text string
}

// draftPath returns the file of the form, "" if there is none: changes of a
// motion that is in the minutes already are not kept.
func (f *motionForm) draftPath() string {
	if f.of != nil || f.opt.EditDir == "" || f.desk.view.Ref.ID == "" {
		return ""
	}
	return filepath.Join(f.opt.EditDir, "motion-"+f.desk.view.Ref.ID+".md")
}

// readDraft reads the file, beside the screen.
func (f *motionForm) readDraft() tea.Cmd {
	path := f.draftPath()
	if path == "" || f.asked {
		return nil
	}
	f.asked = true
	return func() tea.Msg {
		b, err := os.ReadFile(path)
		if err != nil || len(b) == 0 {
			return nil // there mostly is none
		}
		return draftReadMsg{f, string(b)}
	}
}

// tookDraft takes what the file held into a form that is still empty.
func (f *motionForm) tookDraft(text string) tea.Cmd {
	if f.changed() || !f.empty() {
		return nil
	}
	f.takeText(text)
	f.kept = text
	return say(f.text(lang.MotionKept))
}

// keepDraft writes the file if the form says something else than it does.
func (f *motionForm) keepDraft() tea.Cmd {
	path := f.draftPath()
	if path == "" || !f.changed() {
		return nil
	}
	text := f.draftText()
	if text == f.kept {
		return nil
	}
	f.kept = text
	return func() tea.Msg {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return nil
		}
		if err := os.WriteFile(path+"~", []byte(text), 0o600); err == nil {
			_ = os.Rename(path+"~", path)
		}
		return nil // what was accepted is in the journal; this is more than was promised
	}
}

// dropDraft removes the file once its text is in the minutes, or nowhere.
func (f *motionForm) dropDraft() tea.Cmd {
	path := f.draftPath()
	if path == "" || f.kept == "" {
		return nil
	}
	f.kept = ""
	return func() tea.Msg {
		_ = os.Remove(path)
		return nil
	}
}

// draftText returns the form as the minutes would have it.
func (f *motionForm) draftText() string {
	mo := motions.Motion{Title: f.fields[0].value(), Petitioner: f.fields[1].value(), Number: f.number()}
	for _, p := range f.parts {
		mo.Parts = append(mo.Parts, motions.Passage{Kind: p.kind, By: p.by, Time: p.clock, Text: p.box.Text()})
	}
	return minutes.ComposeMotion(mo, 3, f.lang)
}
