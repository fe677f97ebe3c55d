package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/lang"
)

// page is a text to read: what a late joiner missed, a motion to read aloud.
// It has the whole width and no frame at its sides, so that the terminal's own
// selection takes the text alone; a key copies all of it.
type page struct {
	*desk
	title string
	text  string // plain, as it is copied
	back  overlay
	scroll

	rows []string
	at   int // the width that rows were made for
	h    int
}

var _ overlay = (*page)(nil)

// newPage returns a page of a text; back is what is shown after it, nil for
// the minutes.
func newPage(d *desk, title, text string, back overlay) *page {
	return &page{desk: d, title: title, text: strings.TrimRight(text, "\n"), back: back}
}

func (p *page) keys() []binding {
	end := closeKey()
	end.keys = append(end.keys, "q", "enter")
	end.text, end.bar = lang.DlgBack, lang.DlgBarBack
	return append([]binding{
		end,
		{act: dlgCopy, keys: []string{"c", "k"}, text: lang.DlgCopy, bar: lang.DlgBarCopy},
		helpKey(),
	}, scrollKeys()...)
}

func (p *page) update(msg tea.Msg) (overlay, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return p, nil
	}
	act := bound(p.keys(), k)
	switch {
	case act == dlgClose:
		return p.back, nil
	case act == dlgHelp:
		return newHelp(p.desk, p), nil
	case act == dlgCopy:
		return p, p.copy(p.text)
	case k.Text == " ":
		act = dlgPageDown
	}
	p.by(act, len(p.rows), p.h)
	return p, nil
}

// copy asks the terminal to put text into the clipboard, and says so. Whether
// the terminal does, it does not tell.
func (d *desk) copy(text string) tea.Cmd {
	n := strings.Count(text, "\n") + 1
	return tea.Batch(tea.SetClipboard(text), say(d.text(lang.DlgCopied, n)))
}

func (p *page) view(w, h int) sheet {
	if p.at != w || p.rows == nil {
		p.rows, p.at = plainRows(p.cells, p.text, w), w
	}
	p.h = h
	p.clamp(len(p.rows), h)
	return sheet{title: p.title, rows: p.rows[p.top:min(p.top+max(h, 0), len(p.rows))], whole: true}
}
