package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/lang"
)

// dialogMsg handles what dialogs ask of the frame.
func (a *app) dialogMsg(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case chooseMsg:
		a.close()
		a.choose(msg.id)
		return nil, true
	case begunMsg:
		if msg.err != nil {
			return nil, false // the opening says so
		}
		return a.begun(msg), true
	case promisedMsg:
		return a.promisedNow(msg), true
	case leaveMsg:
		return tea.Quit, true
	case editedMsg:
		if msg.entry == "" {
			return nil, false // of a form
		}
		if _, ok := a.over.(*entryBox); ok {
			a.close()
		}
		return a.entryEdited(msg), true
	case publishMsg:
		a.toPublish = true
		cmd := batch(a.saveNow(), a.publishNow())
		if a.toPublish {
			a.remark = remark{text: a.text(lang.PublishSaves)}
		}
		return cmd, true
	case publishedMsg:
		if _, ok := a.over.(*ended); ok {
			return nil, false
		}
		if msg.err != nil {
			return a.fail(msg.err), true
		}
		return say(oneBlank(strings.TrimSpace(msg.text))), true
	}
	return nil, false
}

// leaveMsg asks the frame to end the program.
type leaveMsg struct{}

// publishNow publishes what is to be published once everything is saved.
func (a *app) publishNow() tea.Cmd {
	if !a.toPublish || a.saving.state.Saving || a.saving.state.Pending || a.saving.failed != "" {
		return nil
	}
	a.toPublish = false
	return a.publish()
}

// inEditor opens the selected entry, else the open passage, else what was
// entered last, in the user's editor.
func (a *app) inEditor() tea.Cmd {
	id := a.view.Last
	if a.panel.chosen != "" {
		id = a.panel.chosen
	}
	return a.editEntry(id)
}
