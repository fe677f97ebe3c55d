package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// overlay is what stands in front of the minutes for a while: a dialog, a page
// to read, a form. While there is one it gets every message that is not the
// frame's own, keys and pastes above all.
//
// It may use its desk's session, for update runs in the goroutine that owns it;
// the frame sees that the View has changed. It draws only in view.
type overlay interface {
	// update takes a message and returns what is to be shown from now on:
	// itself, another overlay, or nil when it is done. It never returns a nil
	// pointer in the interface.
	update(msg tea.Msg) (overlay, tea.Cmd)
	// view draws itself into at most h rows of w cells. Both can be as small as
	// 1, and h can change at any time.
	view(w, h int) sheet
	// keys returns what works in it, for the line at the bottom and the help.
	keys() []binding
}

// aside is an overlay that can leave the keys to the entry line: a page that is
// looked at while one writes, a list that one has not turned to yet. While it
// does, only those keys go to it that its table binds, and no paste; what it
// shows stands in the place of the minutes, above the entry line.
type aside interface {
	overlay
	// lets reports whether the entry line has the keys.
	lets() bool
}

// letting returns what is in front if it leaves the keys to the entry line.
func (a *app) letting() aside {
	if o, ok := a.over.(aside); ok && o.lets() {
		return o
	}
	return nil
}

// sheet is an overlay as it is drawn: rows that rise from the bottom, with
// the minutes above them as far as there is room.
type sheet struct {
	title  string   // plain text, for the rule on top
	rows   []string // none wider than asked for; more than fit are cut at the end
	cursor *point   // where the terminal's cursor stands in rows; nil hides it
	whole  bool     // covers the minutes even where they had room
}

// point is a place on the screen or in a sheet, from 0.
type point struct{ x, y int }

// quiet is how long nothing was typed before something opens by itself: it
// would take the next key of somebody who is typing.
const quiet = 400 * time.Millisecond

type (
	// openMsg asks the frame to show an overlay at once: its user asked for it.
	openMsg struct{ o overlay }
	// waitMsg asks the frame to show an overlay once nobody is typing.
	waitMsg struct{ o overlay }
	// sayMsg is a remark for the line under the entry line, until the next key.
	sayMsg struct {
		text string // plain, one line
		bad  bool
	}
	// runMsg asks the frame for an action, as if its key had been pressed.
	runMsg struct{ act action }
	// typeMsg puts a line into the entry line, to be looked at and accepted.
	typeMsg struct{ line string }
	// changedMsg says that there is a new View.
	changedMsg struct{}
	// quietMsg says that it may be quiet now.
	quietMsg struct{}
)

// send returns the command that delivers msg to the frame.
func send(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }

// say returns the command that shows a remark.
func say(text string) tea.Cmd { return send(sayMsg{text: text}) }
