package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/lang"
	"telko/motions"
)

// Earlier is a motion that resembles the one that is recorded.
type Earlier struct {
	Name string // its id and title, one line
	Text string // what it asked and what was answered, plain, to be read
}

// earlier is what is known of motions like the one that is recorded.
type earlier struct {
	asked motions.Told // what was looked for last
	found []Earlier
	said  string // the names that were said, so that they are said once
}

// earlierMsg is the answer to what was asked.
type earlierMsg struct {
	asked motions.Told
	found []Earlier
}

// askEarlier looks, beside the screen, for motions that resemble the one that
// is recorded, once it has changed.
func (a *app) askEarlier() tea.Cmd {
	if a.opt.Earlier == nil {
		return nil
	}
	q := a.view.Told()
	if q.Equal(a.earlier.asked) {
		return nil
	}
	a.earlier.asked = q
	if q.Title == "" && len(q.Parts) == 0 {
		a.earlier.found = nil
		return nil
	}
	find := a.opt.Earlier
	return func() tea.Msg { return earlierMsg{q, find(q)} }
}

// earlierNow takes what was found, if it is still what is asked for, and says
// it under the entry line once.
func (a *app) earlierNow(msg earlierMsg) {
	if !msg.asked.Equal(a.earlier.asked) {
		return
	}
	a.earlier.found = msg.found
	var names []string
	for _, e := range msg.found {
		names = append(names, cleanLine(e.Name))
	}
	said := strings.Join(names, ", ")
	if said != "" && said != a.earlier.said && a.remark.text == "" {
		a.remark = remark{text: a.text(lang.ScreenEarlier, said)}
	}
	a.earlier.said = said
}

// earlierRows draws the names of what was found, in at most h rows of w cells.
func (a *app) earlierRows(w, h int) []string {
	if len(a.earlier.found) == 0 || h < len(a.earlier.found)+1 {
		return nil
	}
	out := []string{a.row(w).put(a.inks.strong, " "+a.text(lang.ScreenEarlierHead)).String()}
	for _, e := range a.earlier.found {
		r := a.row(w).put(a.inks.prompt, " ≈ ")
		r.short("", cleanLine(e.Name), r.left()-1)
		out = append(out, r.String())
	}
	return out
}

// newEarlier returns the page with what was answered to motions like this one.
func newEarlier(d *desk) overlay {
	if len(d.earlier.found) == 0 {
		return nil
	}
	var b strings.Builder
	for i, e := range d.earlier.found {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(e.Name + "\n\n" + strings.TrimRight(e.Text, "\n") + "\n")
	}
	return newPage(d, d.text(lang.ScreenEarlierHead), b.String(), nil)
}
