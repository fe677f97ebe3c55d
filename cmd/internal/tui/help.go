package tui

import (
	tea "charm.land/bubbletea/v2"

	"telko/minutes/lang"
)

// help is the page of keys and marks, made from the key map and from the keys
// of the dialog it was opened in, to which it goes back.
type help struct {
	*desk
	back  overlay // nil: the minutes
	parts []helpPart
	scroll

	rows []string // as drawn at width
	at   int      // that width
	h    int      // rows that are shown
}

// helpPart is a heading with what works there.
type helpPart struct {
	title lang.Text
	lines []helpLine
}

type helpLine struct{ keys, text string }

var _ overlay = (*help)(nil)

func newHelp(d *desk, back overlay) *help {
	o := &help{desk: d, back: back}
	if back != nil {
		o.add(lang.HelpHere, back.keys(), 0)
	}
	all := bindings()
	o.parts = append(o.parts, o.marks())
	o.add(lang.HelpOnEntry, all, onEntry)
	o.add(lang.HelpOnPopup, all, onPopup)
	o.add(lang.HelpOnChosen, all, onChosen)
	return o
}

// add lists the bindings of a place, all of them for 0, that keys lead to.
func (o *help) add(title lang.Text, all []binding, on place) {
	p := helpPart{title: title}
	for _, b := range all {
		if (on == 0 || b.in(on)) && len(b.keys) > 0 {
			p.lines = append(p.lines, helpLine{b.names(o.lang), o.text(b.text)})
		}
	}
	o.parts = append(o.parts, p)
}

// marks lists what lines can begin with.
func (o *help) marks() helpPart {
	p := helpPart{title: lang.HelpMarks}
	for _, m := range [...][2]lang.Text{
		{lang.MarkText, lang.MarkTextDoes},
		{lang.MarkTopic, lang.MarkTopicDoes},
		{lang.MarkSub, lang.MarkSubDoes},
		{lang.MarkTask, lang.MarkTaskDoes},
		{lang.MarkChange, lang.MarkChangeDoes},
		{lang.MarkCome, lang.MarkComeDoes},
		{lang.MarkNew, lang.MarkNewDoes},
		{lang.MarkMotion, lang.MarkMotionDoes},
		{lang.MarkPassage, lang.MarkPassageDoes},
		{lang.MarkVote, lang.MarkVoteDoes},
		{lang.MarkDecision, lang.MarkDecisionDoes},
		{lang.MarkMend, lang.MarkMendDoes},
		{lang.MarkElsewhere, lang.MarkElsewhereDoes},
		{lang.MarkCommands, lang.MarkCommandsDoes},
	} {
		p.lines = append(p.lines, helpLine{o.text(m[0]), o.text(m[1])})
	}
	return p
}

func (o *help) keys() []binding {
	back := closeKey()
	back.keys = append(back.keys, "q", "f1", "enter")
	back.text, back.bar = lang.DlgBack, lang.DlgBarBack
	return append([]binding{back}, scrollKeys()...)
}

func (o *help) update(msg tea.Msg) (overlay, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return o, nil
	}
	act := bound(o.keys(), k)
	if act == dlgClose {
		return o.back, nil
	}
	if k.Text == " " {
		act = dlgPageDown
	}
	o.by(act, len(o.rows), o.h)
	return o, nil
}

func (o *help) view(w, h int) sheet {
	if o.at != w {
		o.rows, o.at = o.draw(w), w
	}
	o.h = h
	o.clamp(len(o.rows), h)
	return sheet{title: o.text(lang.HelpTitle), rows: o.rows[o.top:min(o.top+h, len(o.rows))], whole: true}
}

func (o *help) draw(w int) []string {
	var rows []string
	for i, p := range o.parts {
		col := 0
		for _, l := range p.lines {
			if n := o.cells.width(l.keys); n <= w/3 { // longer ones have a row of their own
				col = max(col, n)
			}
		}
		if i > 0 {
			rows = append(rows, "")
		}
		rows = append(rows, o.row(w).put(o.inks.title, o.text(p.title)).String())
		for _, l := range p.lines {
			rows = o.line(rows, l, col, w)
		}
	}
	return rows
}

// line draws keys at the left and what they do beside them; keys that are too
// long for their column stand above it.
func (o *help) line(rows []string, l helpLine, col, w int) []string {
	text := o.cells.wrap(l.text, max(w-col-3, 8))
	r := o.row(w).put("", " ").put(o.inks.key, l.keys)
	if o.cells.width(l.keys) > col {
		rows = append(rows, r.String())
		r = o.row(w)
	}
	for _, part := range text {
		rows = append(rows, r.fill(col+3).put("", part).String())
		r = o.row(w)
	}
	return rows
}
