package tui

import (
	"github.com/charmbracelet/x/ansi"
)

// popupRows bounds the completions that are shown at a time.
const popupRows = 7

// drawPopup puts the completions over the last rows that were drawn, above what
// is being completed. They cover the minutes and push nothing aside: a screen
// that jumps while one types cannot be read.
func (a *app) drawPopup(rows []string, l layout) []string {
	e := &a.entry
	n := min(len(e.shown), popupRows, len(rows)-l.title)
	if n <= 0 || a.panel.chosen != "" || l.w < 12 {
		return rows
	}
	from, to := window(len(e.shown), e.picked, n)
	label, note := 0, 0
	for _, c := range e.shown[from:to] {
		label = max(label, a.cells.width(cleanLine(c.Label)))
		note = max(note, a.cells.width(cleanLine(c.Note)))
	}
	label = min(label, l.w-4)
	if note = min(note, l.w-4-label-2); note < 4 {
		note = 0
	}
	width := label + 2
	if note > 0 {
		width += note + 2
	}
	_, x := a.entryLine(l.w)
	x -= a.cells.width(e.text[e.word():e.at]) // under what is being completed
	x = max(min(x-1, l.w-width), 0)
	for i := from; i < to; i++ {
		c := e.shown[i]
		r := a.row(width)
		names, notes := a.inks.popup, a.inks.popup.with(a.inks.faint)
		if i == e.picked {
			names, notes = a.inks.chosen, a.inks.chosen
		}
		r.base = names
		r.put("", " ").short("", cleanLine(c.Label), label).fill(1 + label)
		if note > 0 {
			r.base = notes
			r.put("", "  ").short("", cleanLine(c.Note), note)
		}
		r.fill(width)
		y := len(rows) - (to - from) + (i - from)
		rows[y] = a.overlaid(rows[y], r.String(), x, width)
	}
	return rows
}

// overlaid returns a styled row with another of a width put over it at x.
func (a *app) overlaid(row, over string, x, width int) string {
	m := ansi.WcWidth
	if a.cells.clusters {
		m = ansi.GraphemeWidth
	}
	left := m.Truncate(row, x, "")
	left += endInk + blanks(x-m.StringWidth(left))
	return left + over + m.TruncateLeft(row, x+width, "")
}
