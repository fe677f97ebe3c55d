package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// app is the frame: the root model of the screen.
type app struct {
	*desk
	keys *keymap

	width, height int

	over    overlay   // in front of the minutes; nil for none
	waiting []overlay // to be opened once nobody is typing
	typed   time.Time // when the last key came
}

func newApp(o *Options) *app {
	return &app{desk: newDesk(o), keys: newKeymap()}
}

// Init implements tea.Model.
func (a *app) Init() tea.Cmd { return nil }

// Update implements tea.Model.
func (a *app) Update(msg tea.Msg) (tea.Model, tea.Cmd) { return a, nil }

// View implements tea.Model.
func (a *app) View() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	return v
}
