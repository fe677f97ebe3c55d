package tui

import (
	"strconv"
	"strings"

	"telko/minutes"
	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks/when"
)

// span is a piece of text in an ink.
type span struct {
	ink  ink
	text string
}

// block is an entry as it is drawn: what stands in front of its first row and
// of the others, and its text.
type block struct {
	first, rest span // of the same width
	spans       []span
	gap         bool // an empty row stands above
}

// rows draws the block into rows of at most w cells. Under an ink that is not
// "", all of it is drawn in that one alone.
func (b *block) rows(c cells, w int, over ink) []string {
	lead := min(c.width(b.first.text), max(w-1, 0))
	text, inks := b.joined()
	var out []string
	if b.gap {
		out = append(out, "")
	}
	for n, p := range c.breaks(text, w-lead, w-lead) {
		r := newRow(c, w)
		head := b.rest
		if n == 0 {
			head = b.first
		}
		if over != "" {
			r.put(over, head.text).put(over, text[p.from:p.to])
		} else {
			r.put(head.ink, head.text)
			putInked(r, text, p, inks)
		}
		out = append(out, r.String())
	}
	return out
}

// inked is where an ink ends in a text.
type inked struct {
	ink ink
	end int
}

func (b *block) joined() (string, []inked) {
	if len(b.spans) == 1 {
		return b.spans[0].text, []inked{{b.spans[0].ink, len(b.spans[0].text)}}
	}
	var t strings.Builder
	inks := make([]inked, 0, len(b.spans))
	for _, s := range b.spans {
		t.WriteString(s.text)
		inks = append(inks, inked{s.ink, t.Len()})
	}
	return t.String(), inks
}

// putInked adds a part of text in the inks that it has.
func putInked(r *row, text string, p part, inks []inked) {
	at := p.from
	for _, k := range inks {
		if k.end <= at {
			continue
		}
		end := min(k.end, p.to)
		if end > at {
			r.put(k.ink, text[at:end])
			at = end
		}
		if at >= p.to {
			return
		}
	}
}

// block returns how an entry is drawn.
func (d *desk) block(e *capture.Entry) block {
	t := d.inks
	indent := blanks(2 * min(max(e.Level, 0), 8))
	text := clean(e.Text)
	var b block
	switch e.Kind {
	case capture.KindTopic:
		b = block{gap: true, spans: []span{{t.topic, cleanLine(e.Text)}}}
		if e.Level > 2 {
			b.first, b.rest = span{t.topic, blanks(2*(min(e.Level, 6)-2)-2) + "› "}, span{"", blanks(2 * (min(e.Level, 6) - 2))}
		}
		if e.Private {
			b.spans = append(b.spans, span{t.private, "  (" + d.text(lang.ScreenPrivate) + ")"})
		}
		return b
	case capture.KindMotion:
		return block{gap: true, spans: []span{{t.motion, d.motionLabel(e.Number) + ": " + cleanLine(e.Text)}, {t.faint, idOf(string(e.MotionID))}}}
	case capture.KindNote:
		b = block{first: span{t.faint, indent + "• "}, spans: []span{{"", text}}}
	case capture.KindTask:
		box := "[ ] "
		if e.Done {
			box = "[x] "
		}
		b = block{first: span{t.task, indent + box}, spans: d.taskSpans(e)}
	case capture.KindDecision:
		b = block{first: span{t.decision, "= "}, spans: []span{{t.decision, d.text(lang.KindDecision) + ": "}, {"", text}}}
	case capture.KindPassage:
		b = d.passage(e, text)
	case capture.KindMention:
		b = block{first: span{t.mention, "↳ "}, spans: []span{{t.mention, strings.TrimSpace(idOf(string(e.TaskID)) + " ")}, {"", " " + text}}}
	default:
		b = block{first: span{t.raw, "  "}, spans: []span{{t.raw, text}}}
	}
	if e.Private {
		b.first.ink = t.private
	}
	if b.rest.text == "" {
		b.rest = span{"", blanks(d.cells.width(b.first.text))}
	}
	return b
}

func idOf(id string) string {
	if id == "" {
		return ""
	}
	return " #" + id
}

func (d *desk) motionLabel(n int) string {
	if n == 0 {
		return d.text(lang.KindMotion0)
	}
	return d.text(lang.KindMotion, n)
}

// taskSpans returns a task's text, who does it, when it is due and its number.
func (d *desk) taskSpans(e *capture.Entry) []span {
	t := d.inks
	text := cleanLine(e.Task.Text)
	if text == "" {
		text = cleanLine(e.Text)
	}
	plain := ink("")
	if e.Done {
		plain = t.done
	}
	spans := []span{{plain, text}}
	if len(e.Task.Assignees) > 0 {
		names := make([]string, len(e.Task.Assignees))
		for i, a := range e.Task.Assignees {
			names[i] = cleanLine(a.String())
		}
		spans = append(spans, span{t.task, " → " + strings.Join(names, ", ")})
	}
	if !e.Task.Due.IsZero() {
		spans = append(spans, span{t.due, " · " + d.day(e.Task.Due)})
	}
	switch {
	case e.Number > 0:
		spans = append(spans, span{t.faint, " #" + strconv.Itoa(e.Number)})
	case e.TaskID != "":
		spans = append(spans, span{t.faint, idOf(string(e.TaskID))})
	}
	return spans
}

// day returns a date as short as it can be: "Fr 15.01.", or with its year if it
// is not the telco's.
func (d *desk) day(day when.Date) string {
	name := d.text(lang.Weekdays[day.Weekday()])
	switch {
	case d.lang == lang.English:
		return name + " " + day.String()
	case day.Year == d.view.Date.Year:
		return name + " " + day.German()[:6]
	}
	return name + " " + day.German()
}

// passage returns how a passage is drawn: its label, and behind a bar what is a
// quotation in the file.
func (d *desk) passage(e *capture.Entry, text string) block {
	t := d.inks
	label := d.passageName(e.Passage)
	if e.Label != "" {
		label = strings.TrimRight(cleanLine(e.Label), ": ")
	} else if e.By != "" {
		label += " (" + cleanLine(e.By) + ")"
	}
	if !e.Clock.IsZero() && e.Label == "" {
		label += " (" + e.Clock.String() + ")"
	}
	b := block{first: span{t.passage, "  "}, rest: span{"", "  "}, spans: []span{{t.passage, label + ": "}, {"", text}}}
	switch e.Passage {
	case motions.Answer, motions.Comment:
		b.first, b.rest = span{t.passage, "│ "}, span{t.passage, "│ "}
	case motions.Decision:
		b.spans[0].ink = t.decision
	}
	return b
}

// passageName returns what a kind of passage is called.
func (d *desk) passageName(k motions.Kind) string { return passageLabel(k).Write(d.lang) }

func passageLabel(k motions.Kind) lang.Label {
	if k == capture.Petition {
		return lang.LabelPetitioner
	}
	return minutes.LabelOf(k)
}
