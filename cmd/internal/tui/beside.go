package tui

import (
	"strings"

	"telko/minutes/capture"
	"telko/minutes/lang"
)

// beside draws what stands beside the minutes: the agenda on the left, the
// people below it or on the right.
func (a *app) beside(l layout, h int) (left, right []string) {
	rows := a.earlierRows(l.left, h/2)
	if len(rows) == 0 {
		return a.topicsAndPeople(l, h)
	}
	left, right = a.topicsAndPeople(l, h-len(rows)-1)
	return append(append(left, ""), rows...), right
}

// topicsAndPeople draws the two in h rows.
func (a *app) topicsAndPeople(l layout, h int) (left, right []string) {
	if l.right > 0 {
		return a.agenda(l.left, h), a.people(l.right, h)
	}
	people := a.people(l.left, h)
	topics := a.agenda(l.left, h)
	// Each gets what it needs; if that is too much, neither gets less than half.
	room := h - 1
	switch n, m := len(topics), len(people); {
	case n+m <= room:
	case n <= room/2:
		people = a.people(l.left, room-n)
	case m <= room-room/2:
		topics = a.agenda(l.left, room-m)
	default:
		topics, people = a.agenda(l.left, room/2), a.people(l.left, room-room/2)
	}
	left = append(left, topics...)
	if len(people) > 0 {
		left = append(left, "")
		left = append(left, people...)
	}
	return left, nil
}

// agenda draws the topics: what is done, where one is, what is to come.
func (a *app) agenda(w, h int) []string {
	t := a.inks
	out := []string{a.row(w).put(t.strong, " "+a.text(lang.ScreenAgenda)).String()}
	topics := a.view.Topics
	if len(topics) == 0 {
		return append(out, a.row(w).put(t.faint, " "+a.text(lang.ScreenNoTopic)).String())[:min(2, max(h, 0))]
	}
	from, to := window(len(topics), a.currentTopic(), h-1)
	for i := from; i < to; i++ {
		out = append(out, a.agendaRow(&topics[i], w))
	}
	return out[:min(len(out), max(h, 0))]
}

func (a *app) currentTopic() int {
	for i := range a.view.Topics {
		if a.view.Topics[i].ID == a.view.Topic {
			return i
		}
	}
	return 0
}

// window returns which of n rows are shown where there is room for h, so that
// row at is among them with some around it.
func window(n, at, h int) (from, to int) {
	if n <= h || h <= 0 {
		return 0, min(n, max(h, 0))
	}
	from = min(max(at-h/2, 0), n-h)
	return from, from + h
}

func (a *app) agendaRow(t *capture.Topic, w int) string {
	mark, ink := "  ", a.inks.faint
	switch {
	case t.Current || t.ID == a.view.Topic:
		mark, ink = "▸ ", a.inks.topic
	case t.Done:
		mark, ink = "✓ ", ""
	case t.Private:
		ink = a.inks.private
	}
	r := a.row(w).put(a.inks.prompt, " "+mark)
	r.put("", blanks(2*min(max(t.Level-2, 0), 3)))
	time := ""
	if t.Current || t.ID == a.view.Topic {
		time = strings.TrimSpace(a.spent())
	} else if t.Spent > 0 {
		time = a.duration(t.Spent)
	}
	room := r.left() - 1
	if time != "" && room > 16 {
		room -= a.cells.width(time) + 1
	} else {
		time = ""
	}
	r.short(ink, cleanLine(t.Title), room)
	if time != "" {
		r.fill(w-a.cells.width(time)-1).put(a.inks.faint, time)
	}
	return r.String()
}

// people draws who is there, since when, guests apart, and who is not.
func (a *app) people(w, h int) []string {
	v, t := a.view, a.inks
	members, guests := v.Here()
	head := func(text string) string { return a.row(w).put(t.strong, " "+text).String() }
	out := []string{head(a.text(lang.ScreenPeople, members))}
	add := func(guest bool) {
		for i := range v.Present {
			if p := &v.Present[i]; p.Here && p.Guest == guest {
				out = append(out, a.personRow(p, w))
			}
		}
	}
	add(false)
	if guests > 0 {
		out = append(out, head(a.text(lang.ScreenGuests, guests)))
		add(true)
	}
	var left, excused, absent, awaited []string
	for i := range v.Present {
		if p := &v.Present[i]; !p.Here {
			left = append(left, called(p))
		}
	}
	for i := range v.Missing {
		switch p := &v.Missing[i]; {
		case p.Excused:
			excused = append(excused, called(p))
		case p.Absent:
			absent = append(absent, called(p))
		default:
			awaited = append(awaited, called(p))
		}
	}
	for _, l := range []struct {
		of    lang.Text
		names []string
	}{{lang.ScreenLeft, left}, {lang.ScreenExcused, excused}, {lang.ScreenAbsent, absent}, {lang.ScreenAwaited, awaited}} {
		if len(l.names) == 0 {
			continue
		}
		b := block{first: span{"", " "}, rest: span{"", "   "}, spans: []span{{t.faint, a.text(l.of) + ": " + strings.Join(l.names, ", ")}}}
		out = append(out, b.rows(a.cells, w-1, "")...)
	}
	if len(out) > h {
		n := len(out) - max(h, 0) + 1
		out = append(out[:max(h-1, 0):max(h-1, 0)], a.row(w).put(t.faint, " "+a.text(lang.ScreenMore, n)).String())
	}
	return out[:min(len(out), max(h, 0))]
}

func (a *app) personRow(p *capture.Presence, w int) string {
	r := a.row(w).put(a.inks.here, " • ")
	since := ""
	if !p.Since.IsZero() {
		since = p.Since.String()
	}
	var name ink
	if p.Guest {
		name = a.inks.guest
	}
	r.short(name, called(p), r.left()-a.cells.width(since)-2)
	if name := " " + cleanLine(p.Name); p.Name != "" && p.Nick != "" && a.cells.width(name+since)+2 <= r.left() {
		r.put(a.inks.faint, name)
	}
	if since != "" {
		r.fill(w-a.cells.width(since)-1).put(a.inks.faint, since)
	}
	return r.String()
}

// called returns the nick of somebody, or the name of one who has none.
func called(p *capture.Presence) string {
	if p.Nick != "" {
		return cleanLine(p.Nick)
	}
	return cleanLine(p.Name)
}
