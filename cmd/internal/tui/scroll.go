package tui

import (
	tea "charm.land/bubbletea/v2"

	"telko/minutes/capture"
)

// panelHeight is how many rows of minutes there are room for.
func (a *app) panelHeight() int { return max(a.layout().body, 1) }

// ready prepares the panel as it will be drawn, so that rows can be counted.
func (a *app) ready() bool {
	l := a.layout()
	a.panel.prepare(l.minutes, l.body < 10, len(a.view.Entries))
	return len(a.view.Entries) > 0
}

// scroll moves the minutes by rows; negative is back.
func (a *app) scroll(rows int) {
	if !a.ready() {
		return
	}
	h := a.panelHeight()
	at := a.topSpot(h)
	if rows < 0 {
		at = a.up(at, -rows)
	} else {
		at = a.down(at, rows)
	}
	a.showFrom(at)
}

// showFrom has the panel begin at a place; where that is the end, it follows.
func (a *app) showFrom(at spot) {
	p := &a.panel
	follow := a.followSpot()
	if at == follow || after(at, follow) && !after(a.endSpot(a.panelHeight()), follow) {
		p.follow = true
		return
	}
	if p.follow {
		p.left = len(a.view.Entries)
	}
	p.follow, p.top, p.skip = false, a.view.Entries[at.entry].ID, at.row
}

// followSpot returns where the panel would begin if it followed.
func (a *app) followSpot() spot {
	was := a.panel.follow
	a.panel.follow = true
	at := a.topSpot(a.panelHeight())
	a.panel.follow = was
	return at
}

// toStart and toEnd go to the ends of the minutes.
func (a *app) toStart() {
	if a.ready() {
		a.showFrom(spot{})
	}
}

func (a *app) toEnd() { a.panel.follow = true }

// choose selects an entry and scrolls until it is seen; "" ends selecting.
func (a *app) choose(id capture.EntryID) {
	a.panel.chosen = id
	i := a.indexOf(id)
	if i < 0 {
		a.panel.chosen = ""
		return
	}
	a.reveal(i)
}

// reveal scrolls until an entry is seen, as little as it must.
func (a *app) reveal(i int) {
	if !a.ready() {
		return
	}
	h := a.panelHeight()
	at := a.topSpot(h)
	first := spot{i, 0}
	last := spot{i, len(a.rowsOf(a.view.Entries[i])) - 1}
	if after(at, first) {
		a.showFrom(first)
		return
	}
	if low := a.up(last, h-1); after(low, at) {
		if after(low, first) { // higher than the panel: its start counts
			low = first
		}
		a.showFrom(low)
	}
}

// startChoosing selects the entry where lines go in.
func (a *app) startChoosing() {
	if len(a.view.Entries) == 0 {
		return
	}
	if a.letting() != nil && a.width < wideScreen {
		a.over = nil // it would hide what is selected
	}
	i := a.focus()
	if j := a.indexOf(a.view.Last); j >= 0 {
		i = j
	}
	a.choose(a.view.Entries[i].ID)
}

// chosenKey handles a key while an entry is selected.
func (a *app) chosenKey(act action) tea.Cmd {
	i := a.indexOf(a.panel.chosen)
	if i < 0 {
		a.panel.chosen = ""
		return nil
	}
	entries := a.view.Entries
	pick := func(j int) { a.choose(entries[min(max(j, 0), len(entries)-1)].ID) }
	switch act {
	case actNone:
		return nil
	case actUp:
		pick(i - 1)
	case actDown:
		if i == len(entries)-1 {
			a.endChoosing()
			return nil
		}
		pick(i + 1)
	case actScrollUp:
		pick(a.pageFrom(i, -1))
	case actScrollDown:
		pick(a.pageFrom(i, 1))
	case actFirst:
		pick(0)
	case actLast:
		pick(len(entries) - 1)
	case actBack:
		a.endChoosing()
	case actEdit, actNestIn, actNestOut, actMoveUp, actMoveDown, actToNote, actToTask, actToDecision, actDelete, actGoto:
		id, cmd := a.operate(act, entries[i])
		a.look()
		a.choose(id)
		return cmd
	default:
		return a.run(act)
	}
	return nil
}

// endChoosing goes back to the entry line.
func (a *app) endChoosing() {
	a.panel.chosen = ""
	a.panel.follow = true
}

// pageFrom returns the entry a panel's height above or below one.
func (a *app) pageFrom(i, dir int) int {
	if !a.ready() {
		return i
	}
	h := max(a.panelHeight()-2, 1)
	if dir < 0 {
		return min(a.up(spot{i, 0}, h).entry, i-1)
	}
	return max(a.down(spot{i, 0}, h).entry, i+1)
}
