package tui

import (
	tea "charm.land/bubbletea/v2"

	"telko/minutes/capture"
)

// operate carries out what a key does to the selected entry: edit, nest, move,
// retype, delete. It returns what is selected afterwards.
func (a *app) operate(act action, e *capture.Entry) (capture.EntryID, tea.Cmd) {
	return e.ID, nil
}
