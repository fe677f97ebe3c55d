package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/lang"
)

// field is a line of a form: a text of one line, or one of several words.
type field struct {
	label   lang.Text
	line    *line // nil where one chooses among options
	options []string
	pick    int
	digits  bool // takes no other characters
	// preset says that the text is telko's suggestion: what is typed takes its
	// place, a key that moves or deletes goes on with it.
	preset bool
}

func (d *desk) textField(label lang.Text, text string) *field {
	f := &field{label: label, line: &line{}}
	f.set(text)
	return f
}

// suggest puts a text there that goes when something is typed.
func (f *field) suggest(text string) {
	f.set(text)
	f.preset = text != ""
}

func (d *desk) numberField(label lang.Text, text string) *field {
	f := d.textField(label, text)
	f.digits = true
	return f
}

func choiceField(label lang.Text, options []string) *field {
	return &field{label: label, options: options}
}

// value returns what the field holds, without blanks at its ends.
func (f *field) value() string {
	if f.line == nil {
		return f.options[f.pick]
	}
	return strings.TrimSpace(f.line.text)
}

func (f *field) set(text string) { f.line.set(oneBlank(text)) }

// key takes a key press and reports whether it meant something here.
func (f *field) key(k tea.KeyPressMsg) bool {
	if f.line == nil {
		switch k.String() {
		case "left":
			f.pick = (f.pick + len(f.options) - 1) % len(f.options)
		case "right", "space":
			f.pick = (f.pick + 1) % len(f.options)
		default:
			return false
		}
		return true
	}
	if t := typedText(k); f.digits && t != "" && strings.Trim(t, "0123456789") != "" {
		return false
	}
	if f.preset && typedText(k) != "" {
		f.set("")
	}
	f.preset = false
	return f.line.edit(k)
}

func (f *field) paste(text string) {
	if f.line == nil {
		return
	}
	if f.preset {
		f.set("")
		f.preset = false
	}
	text = oneBlank(cleanText(text))
	if f.digits {
		text = strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, text)
	}
	f.line.insert(text)
}

// form is some fields below each other, one of which has the keys.
type form struct {
	*desk
	fields []*field
	at     int
}

func (f *form) current() *field { return f.fields[f.at] }

// next moves n fields on, from the last to the first and back.
func (f *form) next(n int) {
	f.at = (f.at + n + len(f.fields)) % len(f.fields)
	if l := f.current().line; l != nil {
		l.end()
	}
}

// labelCells is how wide the labels of some fields are, at most a third of w.
func (d *desk) labelCells(fields []*field, w int) int {
	n := 0
	for _, f := range fields {
		n = max(n, d.cells.width(d.text(f.label)))
	}
	return min(n, w/3)
}

// fieldRow draws a field in one row. If it has the keys, x is the cell of the
// cursor; else x is -1.
func (d *desk) fieldRow(f *field, focused bool, labels, w int) (s string, x int) {
	r := d.row(w)
	mark, k := "  ", d.inks.faint
	if focused {
		mark, k = "› ", d.inks.prompt
	}
	r.put(k, mark).short(k, d.text(f.label), labels).fill(labels + 3)
	if f.line == nil {
		if focused {
			r.put(d.inks.chosen, f.value()).put(d.inks.faint, " ‹ ›")
		} else {
			r.put("", f.value())
		}
		return r.String(), -1
	}
	at := r.used
	if !focused {
		r.short("", clean(f.line.text), r.left()-1)
		return r.String(), -1
	}
	shown, cell := f.line.view(d.cells, r.left())
	k = ""
	if f.preset {
		k = d.inks.chosen
	}
	r.put(k, shown)
	return r.String(), min(at+cell, w-1)
}

// formRows draws the fields in at most h rows, the one with the keys among
// them, and says where the cursor stands.
func (f *form) formRows(w, h int) ([]string, *point) {
	h = max(min(h, len(f.fields)), 1)
	labels := f.labelCells(f.fields, w)
	from := max(0, min(f.at-h/2, len(f.fields)-h))
	var rows []string
	var cursor *point
	for i := from; i < from+h; i++ {
		s, x := f.fieldRow(f.fields[i], i == f.at, labels, w)
		if x >= 0 {
			cursor = &point{x, len(rows)}
		}
		rows = append(rows, s)
	}
	return rows, cursor
}
