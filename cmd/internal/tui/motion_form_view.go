package tui

import (
	"strconv"

	"telko/minutes/lang"
	"telko/motions"
)

func (f *motionForm) view(w, h int) sheet {
	s := sheet{title: f.heading(), whole: true}
	foot, footCursor := f.foot(w)
	h = max(h-len(foot), 1)
	if h >= 6 || f.here() == nil {
		s.rows, s.cursor = f.headRows(w, max(min(h-3, len(f.fields)), 1))
	}
	room := h - len(s.rows)
	if room > 0 {
		rows, cursor := f.bodyRows(w, room)
		if cursor != nil {
			s.cursor = &point{cursor.x, cursor.y + len(s.rows)}
		}
		s.rows = append(s.rows, rows...)
	}
	if len(foot) > 0 {
		for len(s.rows) < h {
			s.rows = append(s.rows, "")
		}
		if footCursor != nil {
			s.cursor = &point{footCursor.x, footCursor.y + len(s.rows)}
		}
		s.rows = append(s.rows, foot...)
	}
	return s
}

func (f *motionForm) heading() string {
	title := f.text(lang.MotionNew)
	if f.of != nil {
		title = f.text(lang.KindMotion0)
	}
	if n := f.number(); n > 0 {
		title += " " + strconv.Itoa(n)
	}
	return title
}

// foot is what is asked, or remarked, below the passages.
func (f *motionForm) foot(w int) ([]string, *point) {
	if f.ask != nil {
		return f.ask.rows(w)
	}
	if f.drop {
		return []string{f.row(w).short(f.inks.warn, f.text(lang.MotionDrop), w).String()}, nil
	}
	return nil, nil
}

// headRows draws title and petitioner, at most n of them.
func (f *motionForm) headRows(w, n int) ([]string, *point) {
	labels := f.labelCells(f.fields, w)
	from := 0
	if n < len(f.fields) && f.at < len(f.fields) {
		from = f.at
	}
	var rows []string
	var cursor *point
	for i := from; i < min(from+n, len(f.fields)); i++ {
		s, x := f.fieldRow(f.fields[i], i == f.at, labels, w)
		if x >= 0 {
			cursor = &point{x, len(rows)}
		}
		rows = append(rows, s)
	}
	return rows, cursor
}

// bodyRows draws h rows of the passages, the cursor among them. Only what is
// seen is put together.
func (f *motionForm) bodyRows(w, h int) ([]string, *point) {
	const indent = 2
	all, cursorRow, cursorCell := 0, -1, 0
	for _, p := range f.parts {
		p.box.setWidth(max(w-indent-1, 1))
		p.box.page = max(h-2, 1)
		if p == f.here() {
			row, cell := p.box.cursor()
			cursorRow, cursorCell = all+1+row, cell+indent
			f.body.show(cursorRow, h)
			if row == 0 { // with its heading
				f.body.show(all, h)
				f.body.show(cursorRow, h)
			}
		}
		all += 1 + p.box.rows()
	}
	f.body.clamp(all, h)
	var rows []string
	var cursor *point
	if cursorRow >= 0 && w > indent+2 {
		cursor = &point{min(cursorCell, w-1), cursorRow - f.body.top}
	}
	at := 0
	for _, p := range f.parts {
		n := 1 + p.box.rows()
		if at+n > f.body.top && at < f.body.top+h {
			if at >= f.body.top {
				rows = append(rows, f.partHead(p, w))
			}
			from := max(f.body.top-at-1, 0)
			for _, s := range p.box.draw(from, h-len(rows)) {
				rows = append(rows, f.row(w).put("", blanks(indent)).put(f.partInk(p), clean(s)).String())
			}
		}
		at += n
	}
	return rows, cursor
}

func (f *motionForm) partInk(p *formPart) ink {
	if p.kind == motions.Answer || p.kind == motions.Comment {
		return f.inks.passage
	}
	return ""
}

// partHead draws what a passage is and who speaks.
func (f *motionForm) partHead(p *formPart, w int) string {
	mark, k := "  ", f.inks.faint
	if p == f.here() {
		mark, k = "› ", f.inks.prompt
	}
	name := f.passageName(p.kind)
	if p.by != "" {
		name = lang.WriteBy.In(f.lang, name, oneBlank(p.by))
	}
	if !p.clock.IsZero() {
		name += " (" + p.clock.String() + ")"
	}
	r := f.row(w).put(k, mark).short(k.with(f.inks.strong), name, w-3).put("", " ")
	return r.put(f.inks.rule, rule(r.left()-1)).String()
}
