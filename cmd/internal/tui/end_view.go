package tui

import (
	"telko/minutes/capture"
	"telko/minutes/lang"
)

func (r *review) view(w, h int) sheet {
	s := sheet{title: r.text(lang.ReviewTitle), whole: true}
	if r.ending {
		s.title = r.text(lang.EndTitle)
	}
	foot, cursor := r.foot(w, h)
	room := max(h-len(foot), 1)
	var rows []string
	first, last := 0, 0 // rows of what is chosen
	for i := range r.items {
		if i == r.at {
			first = len(rows)
		}
		rows = append(rows, r.itemRows(&r.items[i], i == r.at, w)...)
		if i == r.at {
			last = len(rows) - 1
		}
	}
	if len(r.items) == 0 {
		rows = append(rows, r.row(w).put(r.inks.good, "✓ "+r.text(lang.ReviewNone)).String())
	}
	if r.ending {
		rows = append(rows, "")
		for i, text := range []string{r.text(lang.EndAt, r.time()), r.text(lang.EndNow)} {
			if len(r.items)+i == r.at {
				first, last = len(rows), len(rows)
			}
			rows = append(rows, r.actionRow(text, len(r.items)+i == r.at, w))
		}
	}
	r.h = room
	r.show(last, room)
	r.show(first, room)
	r.clamp(len(rows), room)
	s.rows = append(s.rows, rows[r.top:min(r.top+room, len(rows))]...)
	if len(foot) > 0 {
		for len(s.rows) < room {
			s.rows = append(s.rows, "")
		}
		if cursor != nil {
			s.cursor = &point{cursor.x, cursor.y + len(s.rows)}
		}
		s.rows = append(s.rows, foot...)
	}
	return s
}

// itemRows draws what is the matter, and below what is chosen what one can do.
func (r *review) itemRows(it *capture.ReviewItem, chosen bool, w int) []string {
	mark, k := "! ", r.inks.warn
	switch it.Code {
	case capture.ReviewLeftOver:
		mark, k = "[x] ", r.inks.topic
		if r.leave[lang.Key(it.Topic)] {
			mark = "[ ] "
		}
	case capture.ReviewPerhaps:
		mark, k = "? ", r.inks.task
	}
	lead := "  "
	if chosen {
		lead = "› "
	}
	text := oneBlank(lang.Say(it.Says, r.lang))
	if it.Code == capture.ReviewLeftOver {
		text += " · " + r.text(lang.ReviewNextTelco)
	}
	n := r.cells.width(lead + mark)
	over := ink("")
	if chosen {
		over = r.inks.strong
	}
	var rows []string
	for i, part := range r.cells.wrap(text, max(w-n, 8)) {
		line := r.row(w)
		if i == 0 {
			line.put(r.inks.prompt, lead).put(k, mark)
		} else {
			line.put("", blanks(n))
		}
		rows = append(rows, line.put(over, part).String())
	}
	if hint := lang.HintOf(it.Says, r.lang); chosen && hint != "" && !it.Offers() {
		rows = append(rows, r.row(w).put("", blanks(n)).short(r.inks.faint, oneBlank(hint), w-n).String())
	}
	return rows
}

func (r *review) actionRow(text string, chosen bool, w int) string {
	line := r.row(w)
	if chosen {
		return line.put(r.inks.prompt, "› ").put(r.inks.chosen, " "+text+" ").String()
	}
	return line.put("", "   "+text).String()
}

// foot is what is asked.
func (r *review) foot(w, _ int) ([]string, *point) {
	if r.ask != nil {
		return r.ask.rows(w)
	}
	return nil, nil
}
