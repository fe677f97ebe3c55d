package tui

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"

	"telko/minutes"
	"telko/minutes/capture"
	"telko/minutes/lang"
)

// saveSoon is how long after a change the file is written: what somebody types
// in one go is written once.
const saveSoon = 300 * time.Millisecond

// saving is what the screen knows of the meeting's file, and of those who read
// along. What was accepted is in the journal anyway.
type saving struct {
	asked   bool                 // a saveMsg is on its way
	rev     int                  // of the view that was asked for last
	session *capture.Session     // the one whose draft was brought back
	state   capture.SaveState    // as it was looked at last
	run     func() capture.Saved // the save that is under way, nil for none: does it, or waits for it
	told    int                  // how many of the view's problems were said
	failed  string               // why the file could not be written; "" if it could
}

type (
	// saveMsg says that the file may be written now.
	saveMsg struct{}
	// syncedMsg says that the disk has what was accepted, or why not.
	// savedMsg is the end of a save, followedMsg of a draft for others.
	syncedMsg   struct{ synced capture.Synced }
	savedMsg    struct{ saved capture.Saved }
	followedMsg struct{ followed capture.Followed }
)

// changed follows a change of the session: the file is to be written soon.
func (a *app) changed() tea.Cmd {
	s := &a.saving
	if a.session == nil {
		return nil
	}
	if s.session != a.session { // it has just begun
		s.session, s.told = a.session, len(a.view.Problems)
		a.restoreDraft()
	}
	a.lookAtSaving()
	if s.rev == a.view.Rev && !s.state.Pending || s.asked {
		return nil
	}
	s.rev, s.asked = a.view.Rev, true
	return tea.Tick(saveSoon, func(time.Time) tea.Msg { return saveMsg{} })
}

// saveNow begins to write the file, if there is something to write. The work is
// done beside the screen.
func (a *app) saveNow() tea.Cmd {
	if a.session == nil {
		return nil
	}
	var cmd tea.Cmd
	if save, ok := a.session.StartSave(); ok {
		run := sync.OnceValue(save.Run)
		a.saving.run = run
		cmd = func() tea.Msg { return savedMsg{run()} }
	}
	if f, ok := a.session.StartFollow(); ok {
		cmd = batch(cmd, func() tea.Msg { return followedMsg{f.Run()} })
	}
	a.lookAtSaving()
	return cmd
}

// slowDisk is how long the disk may take before the keeper is told.
const slowDisk = time.Second

// syncNow has what was accepted brought to the disk, beside the screen.
func (a *app) syncNow() tea.Cmd {
	if a.session == nil {
		return nil
	}
	y, ok := a.session.StartSync()
	if !ok {
		return nil
	}
	return func() tea.Msg { return syncedMsg{y.Run()} }
}

// synced takes what came of it, and goes on with what was accepted meanwhile.
func (a *app) synced(msg syncedMsg) tea.Cmd {
	a.session.FinishSync(msg.synced)
	a.lookAtSaving()
	return a.saveNow()
}

// saved takes what came of a save. Why it failed is among the state.
func (a *app) saved(msg savedMsg) tea.Cmd {
	a.saving.run = nil
	_ = a.session.Finish(msg.saved)
	a.lookAtSaving()
	if a.saving.state.Pending && a.saving.failed == "" && !a.saving.asked {
		a.saving.asked = true
		return tea.Tick(saveSoon, func(time.Time) tea.Msg { return saveMsg{} })
	}
	return nil // after an error, the clock's tick tries again
}

// tellNews says what the session has found since, say that the file was deleted,
// once nobody is typing: the next key takes it away.
func (a *app) tellNews() {
	if a.session == nil || a.over != nil || a.entry.text != "" {
		return
	}
	if since := a.now().Sub(a.typed); since >= 0 && since < quiet {
		return
	}
	n := len(a.view.Problems)
	if n > a.saving.told {
		a.remark = remark{cleanLine(lang.Say(a.view.Problems[n-1].Err, a.lang)), true}
	}
	a.saving.told = n
}

// lookAtSaving notes how safe the minutes are.
func (a *app) lookAtSaving() {
	s := &a.saving
	s.state, s.failed = a.session.SaveState(), ""
	switch {
	case s.state.Err != nil:
		s.failed = cleanLine(a.why(s.state.Err))
		if s.state.Copy != "" {
			s.failed += " (" + a.text(lang.ScreenCopy, cleanLine(s.state.Copy)) + ")"
		}
	case s.state.SyncErr != nil:
		s.failed = cleanLine(a.why(s.state.SyncErr))
	case s.state.Full:
		s.failed = a.text(lang.ScreenFull)
	}
}

// why returns what an error comes down to, for a line that has little room: of
// one of the system, what is wrong with which file.
func (a *app) why(err error) string {
	var system syscall.Errno
	if !errors.As(err, &system) {
		return lang.Say(err, a.lang)
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		return system.Error() + ": " + filepath.Base(path.Path)
	}
	return system.Error()
}

// savedWord says whether all is in the file.
func (a *app) savedWord() (string, ink) {
	switch s := &a.saving; {
	case s.failed != "":
		return a.text(lang.ScreenFailed), a.inks.bad
	case !s.state.Unsynced.IsZero() && a.now().Sub(s.state.Unsynced) >= slowDisk:
		return a.text(lang.ScreenUnsynced), a.inks.warn
	case s.state.Saving && s.state.Pending:
		return a.text(lang.ScreenSaving), a.inks.faint
	case s.state.Pending:
		return a.text(lang.ScreenUnsaved), a.inks.faint
	case a.view.Status != minutes.StatusLive && !a.view.End.IsZero():
		return a.text(lang.ScreenEnded, a.view.End.Clock.String()), a.inks.good
	}
	return "✓ " + a.text(lang.ScreenSaved), a.inks.good
}

// keepDraft keeps the line that is being typed.
func (a *app) keepDraft() { a.session.SetDraft(a.entry.text) }

// restoreDraft brings back the line that was being typed when telko ended.
func (a *app) restoreDraft() {
	if a.session == nil || a.entry.text != "" {
		return
	}
	if line := a.session.Draft(); strings.TrimSpace(line) != "" {
		a.setEntry(line, len(line))
		a.remark = remark{text: a.text(lang.ScreenDraft)}
	}
}

// finish writes the file when the screen is gone. A save that was under way is
// waited for.
func (a *app) finish() error {
	if a.session == nil {
		return nil
	}
	if run := a.saving.run; run != nil {
		a.saving.run = nil
		_ = a.session.Finish(run())
	}
	return a.session.SaveAll()
}
