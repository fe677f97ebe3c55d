package tui

import (
	"telko/minutes"
	"telko/minutes/lang"
)

func (o *opening) view(w, h int) sheet {
	s := sheet{title: o.heading(), whole: true}
	foot, footCursor := o.foot(w)
	room := max(h-len(foot), 1)
	var rows []string
	var cursor *point
	labels := o.labelCells(o.fields, w)
	at := 0 // the row of what is chosen
	order := []int{openingDay, openingPlace}
	if len(o.fields) > openingSeries {
		order = []int{openingSeries, openingDay, openingPlace}
	}
	for _, i := range order {
		row, x := o.fieldRow(o.fields[i], i == o.at, labels, w)
		if i == o.at {
			at = len(rows)
			if x >= 0 {
				cursor = &point{x, at}
			}
		}
		rows = append(rows, row)
	}
	for _, text := range o.remarks() {
		rows = append(rows, o.row(w).put("", blanks(labels+3)).short(o.inks.faint, text, w-labels-3).String())
	}
	if len(o.people) > 0 {
		if h >= 14 {
			rows = append(rows, "")
		}
		rows = append(rows, o.row(w).short(o.inks.title, o.peopleHeading(), w).String())
	}
	for i := range o.people {
		if o.at == len(o.fields)+i {
			at = len(rows)
		}
		rows = append(rows, o.personRow(&o.people[i], o.at == len(o.fields)+i, w))
	}
	if h >= 14 {
		rows = append(rows, "")
	}
	if o.at == o.last() {
		at = len(rows)
	}
	rows = append(rows, o.beginRow(w))
	o.list.show(at, room)
	if at < 3 {
		o.list.top = 0
	}
	o.list.clamp(len(rows), room)
	s.rows = append(s.rows, rows[o.list.top:min(o.list.top+room, len(rows))]...)
	if cursor != nil {
		s.cursor = &point{cursor.x, cursor.y - o.list.top}
	}
	for len(foot) > 0 && len(s.rows) < room {
		s.rows = append(s.rows, "")
	}
	if footCursor != nil {
		s.cursor = &point{footCursor.x, footCursor.y + len(s.rows)}
	}
	s.rows = append(s.rows, foot...)
	return s
}

func (o *opening) heading() string {
	if !o.planned() {
		return o.text(lang.OpeningWhich)
	}
	if o.plan.Title != "" {
		return oneBlank(o.plan.Title)
	}
	return oneBlank(o.plan.Series.Title)
}

// remarks are what one should know of the plan.
func (o *opening) remarks() []string {
	var out []string
	if !o.planned() {
		return nil
	}
	if !o.plan.Sure {
		out = append(out, o.text(lang.OpeningNotSure))
	} else if o.plan.Shown {
		out = append(out, o.text(lang.OpeningOtherDay))
	}
	switch o.plan.Status {
	case minutes.StatusAgenda:
		out = append(out, o.text(lang.OpeningAgenda))
	case minutes.StatusDraft:
		out = append(out, o.text(lang.OpeningAgain))
	case minutes.StatusLive:
		out = append(out, o.text(lang.OpeningGoesOn))
	}
	return out
}

func (o *opening) peopleHeading() string {
	n := 0
	for i := range o.people {
		if o.people[i].state == personHere {
			n++
		}
	}
	return o.text(lang.OpeningPeople, len(o.people), n)
}

func (o *opening) personRow(p *expectedPerson, chosen bool, w int) string {
	r := o.row(w)
	if chosen {
		r.put(o.inks.prompt, "› ")
	} else {
		r.put("", "  ")
	}
	mark, word, k := "[ ] ", "", ink("")
	switch p.state {
	case personHere:
		mark, word, k = "[+] ", o.text(lang.OpeningIsHere), o.inks.here
	case personExcused:
		mark, word, k = "[?] ", o.text(lang.ScreenExcused), o.inks.faint
	case personOut:
		mark, word, k = "[-] ", o.text(lang.OpeningIsOut), o.inks.faint
	}
	if chosen {
		r.base = o.inks.chosen
	}
	r.put(k, mark).short(k, called(&p.Presence), max(w/3, 10))
	if p.Nick != "" && p.Name != "" && w >= 50 {
		r.fill(22).short(o.inks.faint, cleanLine(p.Name), r.left()-16)
	}
	return r.end(k, word).fill(w).String()
}

func (o *opening) beginRow(w int) string {
	r := o.row(w)
	text := " " + o.text(lang.OpeningBegin1) + " "
	switch {
	case o.busy:
		return r.put(o.inks.faint, "  "+o.text(lang.OpeningBusy)).String()
	case !o.planned():
		text = " " + o.text(lang.OpeningChoose) + " "
	}
	if o.at == o.last() {
		return r.put(o.inks.prompt, "› ").put(o.inks.chosen, text).String()
	}
	return r.put("", "  "+text).String()
}

// foot is what is asked, or what went wrong.
func (o *opening) foot(w int) ([]string, *point) {
	if o.ask != nil {
		return o.ask.rows(w)
	}
	if o.failed == "" {
		return nil, nil
	}
	rows := o.paragraph(o.inks.bad, o.failed, w)
	if o.hint != "" {
		rows = append(rows, o.paragraph(o.inks.faint, o.hint, w)...)
	}
	return rows, nil
}
