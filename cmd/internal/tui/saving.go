package tui

import (
	"telko/minutes"
	"telko/minutes/lang"

	tea "charm.land/bubbletea/v2"
)

// saving is how far the meeting's file has come. What was accepted is in the
// journal anyway.
type saving struct {
	running bool
	dirty   bool   // something changed since the save that runs was begun
	failed  string // why the last one did not work; "" if it did
	rev     int    // of the view that was looked at last
}

type (
	// saveMsg says that the file may be written now.
	saveMsg struct{}
	// savedMsg is the end of a save.
	savedMsg struct{}
)

// begin starts what goes on beside the screen.
func (a *app) begin() tea.Cmd { return nil }

// changed has the file written soon.
func (a *app) changed() tea.Cmd { return nil }

func (a *app) saveNow() tea.Cmd { return nil }

func (a *app) saved(msg savedMsg) tea.Cmd { return nil }

// savedWord says whether all is in the file.
func (a *app) savedWord() (string, ink) {
	switch {
	case a.saving.failed != "":
		return a.text(lang.ScreenFailed), a.inks.bad
	case a.saving.running:
		return a.text(lang.ScreenSaving), a.inks.faint
	case a.view.Status != minutes.StatusLive && !a.view.End.IsZero():
		return a.text(lang.ScreenEnded, a.view.End.Clock.String()), a.inks.good
	}
	return "✓ " + a.text(lang.ScreenSaved), a.inks.good
}

// keepDraft keeps the line that is being typed.
func (a *app) keepDraft() {}

// restoreDraft brings back the line that was being typed when telko ended.
func (a *app) restoreDraft() {}

// finish does what is to be done when the screen is gone.
func (a *app) finish() {}
