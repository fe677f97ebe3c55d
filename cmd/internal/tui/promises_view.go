package tui

import (
	"strings"

	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/tasks"
)

func (p *promises) view(w, h int) sheet {
	s := sheet{title: p.heading(), whole: true}
	if len(p.all) == 0 {
		s.rows = []string{p.row(w).put(p.inks.faint, p.text(lang.PromiseNone)).String()}
		return s
	}
	foot, cursor := p.foot(w, h)
	room := max(h-len(foot), 1)
	rows, at := p.list(w)
	p.h = room
	p.show(at, room)
	if at == 1 {
		p.top = 0 // with the heading of the first group
	}
	p.clamp(len(rows), room)
	s.rows = append(s.rows, rows[p.top:min(p.top+room, len(rows))]...)
	for len(s.rows) < room {
		s.rows = append(s.rows, "")
	}
	if cursor != nil {
		s.cursor = &point{cursor.x, cursor.y + len(s.rows)}
	}
	s.rows = append(s.rows, foot...)
	return s
}

// list draws all rows, headings of groups among them, and says which one is
// chosen. There are never many.
func (p *promises) list(w int) (rows []string, at int) {
	group := lang.Text{}
	for i := range p.all {
		if g := promiseGroup(&p.all[i]); g != group {
			group = g
			k := p.inks.title
			if g == lang.PromiseOverdue {
				k = p.inks.bad
			}
			rows = append(rows, p.row(w).put(k, p.text(g)).String())
		}
		if i == p.at {
			at = len(rows)
		}
		rows = append(rows, p.promiseRow(&p.all[i], i == p.at, w))
	}
	return rows, at
}

func promiseGroup(it *capture.Promise) lang.Text {
	switch {
	case it.Kind == capture.PromisedMotion:
		return lang.PromiseMotions
	case it.Kind == capture.PromisedTopic:
		return lang.PromiseTopics
	case it.Overdue:
		return lang.PromiseOverdue
	}
	return lang.PromiseOpen
}

// promiseRow draws one promise: when it is due, what, who, and what was said of
// it now.
func (p *promises) promiseRow(it *capture.Promise, chosen bool, w int) string {
	r := p.row(w)
	if chosen && p.focus {
		r.base = p.inks.chosen
	}
	became := p.became(it)
	mark := "  "
	switch {
	case became != "":
		mark = "✓ "
	case chosen:
		mark = "› "
	}
	r.put(p.inks.prompt, mark)
	k := ink("")
	if became != "" {
		k = p.inks.done
		became = p.cells.short(became, max(w/3, 8))
	}
	text, who := "", ""
	switch it.Kind {
	case capture.PromisedTask:
		due := ""
		if !it.Task.Due.IsZero() {
			due = p.day(it.Task.Due)
		}
		dk := p.inks.due
		if it.Overdue && became == "" {
			dk = p.inks.bad
		}
		if w >= 60 {
			r.put(dk, due).fill(r.used + max(10-p.cells.width(due), 1))
		}
		text, who = oneBlank(it.Task.Text), assigned(it.Task.Assignees)
	case capture.PromisedMotion:
		text, who = oneBlank(it.Motion.Title), oneBlank(it.Motion.Petitioner)
	case capture.PromisedTopic:
		text = oneBlank(it.Topic)
	}
	if who != "" {
		who = " (" + p.cells.short(who, max(w/4, 6)) + ")"
	}
	tail := 0
	if became != "" {
		tail = p.cells.width(became) + 1
	}
	r.short(k, text, max(r.left()-p.cells.width(who)-tail, 4)).put(p.inks.task, who)
	if became != "" {
		r.end(p.inks.good, became)
	}
	return r.fill(w).String()
}

// foot is what is asked, or more about what is chosen.
func (p *promises) foot(w, h int) ([]string, *point) {
	if p.ask != nil {
		return p.ask.rows(w)
	}
	if h < 6 || p.at >= len(p.all) {
		return nil, nil
	}
	it := &p.all[p.at]
	var parts []string
	switch it.Kind {
	case capture.PromisedTask:
		parts = append(parts, "#"+string(it.Task.ID))
		if w < 60 && !it.Task.Due.IsZero() {
			parts = append(parts, p.weekday(it.Task.Due))
		}
		if it.Task.State == tasks.Waiting {
			parts = append(parts, p.text(lang.IsWaiting))
		}
		if it.Task.Extended > 0 {
			parts = append(parts, p.text(lang.PromiseExtended, it.Task.Extended))
		}
		if it.Task.Topic != "" {
			parts = append(parts, oneBlank(it.Task.Topic))
		}
	case capture.PromisedMotion:
		if it.Motion.ID != "" {
			parts = append(parts, "#"+string(it.Motion.ID))
		}
	}
	if it.Meeting != "" {
		parts = append(parts, it.Meeting)
	}
	rows := []string{p.inks.rule.on(rule(w))}
	if it.Kind == capture.PromisedTask {
		text := p.cells.wrap(oneBlank(it.Task.Text), w)
		if len(text) > 1 && h >= 10 {
			for _, s := range text[:min(len(text), 3)] {
				rows = append(rows, p.row(w).put("", s).String())
			}
		}
	}
	return append(rows, p.row(w).short(p.inks.faint, strings.Join(parts, " · "), w).String()), nil
}
