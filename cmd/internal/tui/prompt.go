package tui

import (
	tea "charm.land/bubbletea/v2"

	"telko/minutes/lang"
)

// prompt asks for one line within a dialog: until when, who, a note. What is
// understood of it is shown as it is typed.
type prompt struct {
	*desk
	*field
	echo func(text string) (says string, ok bool) // nil: nothing is said
	take func(text string) tea.Cmd                // what is done with it
}

func (d *desk) newPrompt(label lang.Text, text string, take func(text string) tea.Cmd) *prompt {
	return &prompt{desk: d, field: d.textField(label, text), take: take}
}

func promptKeys() []binding {
	return []binding{
		{act: dlgAccept, keys: []string{"enter"}, text: lang.PromptTake, bar: lang.DlgBarAccept},
		{act: dlgClose, keys: []string{"esc", "ctrl+c"}, text: lang.DlgBack, bar: lang.DlgBarBack},
	}
}

// update takes a message and reports whether the prompt is done.
func (p *prompt) update(msg tea.Msg) (done bool, cmd tea.Cmd) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		p.paste(msg.Content)
	case tea.KeyPressMsg:
		switch bound(promptKeys(), msg) {
		case dlgClose:
			return true, nil
		case dlgAccept:
			if p.echo != nil {
				if _, ok := p.echo(p.value()); !ok {
					return false, nil
				}
			}
			return true, p.take(p.value())
		}
		p.key(msg)
	}
	return false, nil
}

// rows draws the prompt in one row, and what it understands in a second.
func (p *prompt) rows(w int) ([]string, *point) {
	s, x := p.fieldRow(p.field, true, min(p.cells.width(p.text(p.label)), w/2), w)
	rows := []string{s}
	if p.echo != nil {
		says, ok := p.echo(p.value())
		k := p.inks.good
		if !ok {
			k = p.inks.warn
		}
		rows = append(rows, p.row(w).put(p.inks.faint, "  → ").short(k, says, w).String())
	}
	return rows, &point{x, 0}
}
