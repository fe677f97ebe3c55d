package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"telko/minutes/lang"
)

// View implements tea.Model.
func (a *app) View() tea.View {
	rows, cursor := a.draw()
	v := tea.NewView(strings.Join(rows, "\n"))
	v.AltScreen = true
	if cursor != nil {
		// The terminal's own cursor, for input methods show what they compose
		// there.
		v.Cursor = tea.NewCursor(cursor.x, cursor.y)
		v.Cursor.Shape = tea.CursorBar
		v.Cursor.Blink = false
	}
	return v
}

// draw returns the rows of the screen, and where the cursor stands on it.
func (a *app) draw() ([]string, *point) {
	l := a.layout()
	if l.w <= 0 || l.h <= 0 {
		return nil, nil
	}
	rows := make([]string, 0, l.h)
	if l.title > 0 {
		rows = append(rows, a.titleLine(l.w))
	}
	if o := a.letting(); o != nil && l.body >= 3 {
		rows = a.drawAside(rows, o, l)
	} else if a.over != nil && o == nil {
		return a.drawOver(rows, l)
	} else {
		rows = a.drawBody(rows, l, l.body)
	}
	if l.rule > 0 {
		rows = append(rows, a.ruleLine(l, l.w))
	}
	if l.alarm > 0 {
		rows = append(rows, a.alarmLine(l.w))
	}
	rows = a.drawPopup(rows, l)
	line, x := a.entryLine(l.w)
	cursor := &point{x, len(rows)}
	rows = append(rows, line)
	if l.say > 0 {
		rows = append(rows, a.sayLine(l.w))
	}
	if l.bar > 0 {
		rows = append(rows, a.barLine(l.w, a.barBindings()))
	}
	if a.panel.chosen != "" {
		cursor = nil
	}
	return rows, cursor
}

// drawBody adds height rows of minutes with what stands beside them.
func (a *app) drawBody(rows []string, l layout, height int) []string {
	if height <= 0 {
		return rows
	}
	shown, fresh, below := a.minutes(l.minutes, height)
	if len(a.view.Entries) == 0 {
		shown = a.emptyPage(l.minutes, height)
	}
	if mark := a.scrollMark(fresh, below); mark != "" && len(shown) == height {
		r := a.row(l.minutes)
		w := min(a.cells.width(mark)+2, l.minutes)
		last := ansi.Truncate(shown[height-1], l.minutes-w, "")
		r.used = a.styledWidth(last)
		r.b.WriteString(last)
		r.fill(l.minutes-w).put(a.inks.offer, " "+mark+" ")
		shown[height-1] = r.String()
	}
	var left, right []string
	if l.left > 0 {
		left, right = a.beside(l, height)
	}
	bar := a.inks.rule.on("│")
	var b strings.Builder
	for y := range height {
		mid := ""
		if y < len(shown) {
			mid = shown[y]
		}
		if l.left == 0 {
			rows = append(rows, mid)
			continue
		}
		b.Reset()
		b.WriteString(at(left, y))
		b.WriteString(blanks(l.left - a.styledWidth(at(left, y))))
		b.WriteString(bar)
		b.WriteString(mid)
		if l.right > 0 {
			b.WriteString(blanks(l.minutes - a.styledWidth(mid)))
			b.WriteString(bar)
			b.WriteString(at(right, y))
		}
		rows = append(rows, b.String())
	}
	return rows
}

func at(rows []string, y int) string {
	if y < len(rows) {
		return rows[y]
	}
	return ""
}

// styledWidth is the width of a row with its escape sequences.
func (d *desk) styledWidth(s string) int {
	if d.cells.clusters {
		return ansi.StringWidth(s)
	}
	return ansi.StringWidthWc(s)
}

// scrollMark says what is below, once one has scrolled away from it.
func (a *app) scrollMark(fresh int, below bool) string {
	switch {
	case a.panel.follow || !below:
		return ""
	case fresh > 0:
		return a.text(lang.ScreenNew, fresh)
	}
	return a.text(lang.ScreenBelow)
}

// emptyPage is what stands there before the first entry.
func (a *app) emptyPage(w, h int) []string {
	if h < 3 {
		return nil
	}
	return []string{"", a.row(w).put(a.inks.faint, " "+a.text(lang.ScreenEmpty)).String()}
}

// drawAside draws what leaves the keys to the entry line, in the place of the
// minutes; a wide screen has room for both.
func (a *app) drawAside(rows []string, o aside, l layout) []string {
	if l.w < wideScreen {
		s := o.view(l.w, l.body-1)
		rows = append(rows, a.sheetTitle(s.title, l.w))
		for y := range l.body - 1 {
			rows = append(rows, at(s.rows, y))
		}
		return rows
	}
	left := a.drawBody(nil, l, l.body)
	w := l.w - l.minutes - 1
	s := o.view(w, l.body-1)
	right := append([]string{a.sheetTitle(s.title, w)}, s.rows...)
	bar := a.inks.rule.on("│")
	for y := range l.body {
		rows = append(rows, at(left, y)+blanks(l.minutes-a.styledWidth(at(left, y)))+bar+at(right, y))
	}
	return rows
}

// wideScreen is from how many cells the minutes and what is looked at while
// writing stand side by side.
const wideScreen = 110

// drawOver draws the minutes as far as there is room, and in front of them
// what the overlay shows.
func (a *app) drawOver(rows []string, l layout) ([]string, *point) {
	said := 0 // a remark of the overlay, such as why something was not taken
	if a.remark.text != "" && l.say > 0 {
		said = 1
	}
	room := l.h - len(rows) - l.bar - l.alarm - said
	head := 0
	if room >= 4 {
		head = 1
	}
	s := a.over.view(l.w, max(room-head, 1))
	n := min(len(s.rows), max(room-head, 0))
	if s.whole {
		n = max(room-head, 0)
	}
	above := room - head - n
	if above >= 3 {
		rows = a.drawBody(rows, l, above)
	} else {
		n += above
	}
	if l.alarm > 0 {
		rows = append(rows, a.alarmLine(l.w))
	}
	if head > 0 {
		rows = append(rows, a.sheetTitle(s.title, l.w))
	}
	var cursor *point
	if s.cursor != nil && s.cursor.y < n {
		cursor = &point{s.cursor.x, len(rows) + s.cursor.y}
	}
	for y := range n {
		rows = append(rows, at(s.rows, y))
	}
	if said > 0 {
		rows = append(rows, a.sayLine(l.w))
	}
	if l.bar > 0 {
		rows = append(rows, a.barLine(l.w, a.over.keys()))
	}
	return rows, cursor
}

// sheetTitle is the rule on top of an overlay.
func (a *app) sheetTitle(title string, w int) string {
	r := a.row(w).put(a.inks.rule, "──")
	if title != "" {
		r.put(a.inks.title, " "+a.cells.short(cleanLine(title), w-6)+" ")
	}
	return r.put(a.inks.rule, rule(r.left())).String()
}
