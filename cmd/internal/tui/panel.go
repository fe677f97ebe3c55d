package tui

import (
	"telko/minutes/capture"
)

// panel is the minutes as they are scrolled through. It follows the place where
// lines go in until one scrolls away from it.
type panel struct {
	follow bool
	top    capture.EntryID // the entry that the first row belongs to, unless it follows
	skip   int             // how many of its rows are above
	left   int             // how many entries there were when one scrolled away

	chosen capture.EntryID // the selected entry, "" for none

	width int // that the rows were drawn for
	dense bool
	drawn map[*capture.Entry][]string
	mark  *capture.Entry // the selected entry as it was drawn last
	marks []string       // its rows
}

// forget drops all rows that were drawn: the inks or the widths of characters
// have changed.
func (p *panel) forget() { p.drawn, p.mark = nil, nil }

// prepare readies the panel for rows of a width, and drops the rows of entries
// that are gone once they are as many as those that are there.
func (p *panel) prepare(width int, dense bool, entries int) {
	if p.drawn == nil || p.width != width || p.dense != dense || len(p.drawn) > 2*entries+256 {
		p.drawn = make(map[*capture.Entry][]string, 256)
		p.width, p.dense, p.mark = width, dense, nil
	}
}

// gutter is how many cells stand in front of each row: the mark of the selected
// entry.
const gutter = 1

// rowsOf returns an entry's rows. They are made once.
func (a *app) rowsOf(e *capture.Entry) []string {
	p := &a.panel
	if rows, ok := p.drawn[e]; ok {
		return rows
	}
	b := a.block(e)
	if p.dense {
		b.gap = false
	}
	rows := b.rows(a.cells, p.width-gutter, "")
	for i := range rows {
		rows[i] = " " + rows[i]
	}
	p.drawn[e] = rows
	return rows
}

// chosenRows returns the rows of the selected entry.
func (a *app) chosenRows(e *capture.Entry) []string {
	if a.panel.mark == e {
		return a.panel.marks
	}
	b := a.block(e)
	gap := b.gap && !a.panel.dense
	b.gap = false
	rows := b.rows(a.cells, a.panel.width-gutter, a.inks.chosen)
	for i := range rows {
		rows[i] = a.inks.prompt.on("▌") + rows[i]
	}
	if gap {
		rows = append([]string{""}, rows...)
	}
	a.panel.mark, a.panel.marks = e, rows
	return rows
}

// spot is a row of the minutes.
type spot struct{ entry, row int }

// minutes draws the part of the minutes that is to be seen: h rows of w cells,
// and how many entries came in since one scrolled away, below those shown.
func (a *app) minutes(w, h int) (rows []string, fresh int, below bool) {
	entries := a.view.Entries
	a.panel.prepare(w, h < 10, len(entries))
	if h <= 0 || len(entries) == 0 {
		return nil, 0, false
	}
	at := a.topSpot(h)
	i := at.entry
	for ; i < len(entries) && len(rows) < h; i++ {
		e := entries[i]
		of := a.rowsOf(e)
		if e.ID == a.panel.chosen && e.ID != "" {
			of = a.chosenRows(e)
		}
		if i == at.entry {
			of = of[min(at.row, len(of)):]
		}
		rows = append(rows, of[:min(len(of), h-len(rows)+1)]...)
	}
	below = i < len(entries) || len(rows) > h
	if len(rows) > h {
		rows = rows[:h]
	}
	if !a.panel.follow {
		fresh = max(len(entries)-a.panel.left, 0)
	}
	return rows, fresh, below
}

// topSpot returns where the first row that is shown stands.
func (a *app) topSpot(h int) spot {
	if !a.panel.follow {
		if i := a.indexOf(a.panel.top); i >= 0 {
			at := spot{i, min(a.panel.skip, len(a.rowsOf(a.view.Entries[i]))-1)}
			if end := a.endSpot(h); after(at, end) {
				return end
			}
			return at
		}
		a.panel.follow = true
	}
	// Prepared topics may stand below the place where lines go in: a few rows
	// of them are shown.
	focus := a.focus()
	last := spot{focus, len(a.rowsOf(a.view.Entries[focus])) - 1}
	low := a.down(last, min(max(h/4, 1), h-1))
	return a.up(low, h-1)
}

// focus returns the entry where lines go in: the last one of the current topic.
func (a *app) focus() int {
	entries := a.view.Entries
	n := len(entries) - 1
	if a.view.Topic == "" {
		if i := a.indexOf(a.view.Last); i >= 0 {
			return i
		}
		return n
	}
	for i := n; i >= 0; i-- {
		e := entries[i]
		if e.ID == a.view.Topic || e.Topic == a.view.Topic || e.Continues == a.view.Topic {
			return i
		}
	}
	return n
}

// indexOf returns which entry has an id, -1 if none has.
func (a *app) indexOf(id capture.EntryID) int {
	if id == "" {
		return -1
	}
	entries := a.view.Entries
	for i := len(entries) - 1; i >= 0; i-- {
		if entries[i].ID == id {
			return i
		}
	}
	return -1
}

func after(x, y spot) bool { return x.entry > y.entry || x.entry == y.entry && x.row > y.row }

// endSpot returns the last place for the first row: the end of the minutes
// fills the panel.
func (a *app) endSpot(h int) spot {
	n := len(a.view.Entries) - 1
	return a.up(spot{n, len(a.rowsOf(a.view.Entries[n])) - 1}, h-1)
}

// up returns the place n rows above, or the first.
func (a *app) up(s spot, n int) spot {
	for n > s.row {
		if s.entry == 0 {
			return spot{0, 0}
		}
		n -= s.row + 1
		s.entry--
		s.row = len(a.rowsOf(a.view.Entries[s.entry])) - 1
	}
	s.row -= n
	return s
}

// down returns the place n rows below, or the last.
func (a *app) down(s spot, n int) spot {
	for {
		last := len(a.rowsOf(a.view.Entries[s.entry])) - 1
		if s.row+n <= last {
			s.row += n
			return s
		}
		if s.entry == len(a.view.Entries)-1 {
			s.row = last
			return s
		}
		n -= last - s.row + 1
		s.entry, s.row = s.entry+1, 0
	}
}
