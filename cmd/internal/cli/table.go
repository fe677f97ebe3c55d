package cli

import (
	"strings"

	"github.com/clipperhouse/displaywidth"

	"telko/minutes/lang"
)

// style is how a cell looks where colour is allowed. It repeats what the text
// says already.
type style string

// The styles in use.
const (
	plain  style = ""
	urgent style = "\x1b[31m" // red
	unset        = "\x1b[0m"
)

// cell is one field of a table: what a terminal shows, and what a pipe gets if
// that is different.
type cell struct {
	text  string
	style style
	field string
	other bool // field is what a pipe gets
}

// text returns a cell that is the same everywhere.
func text(s string) cell { return cell{text: s} }

// both returns a cell with a form for people and one for programs.
func both(shown, field string) cell { return cell{text: shown, field: field, other: true} }

// table is a list that is shown as out.go says. The first cells of a row are
// those under a heading; cells beyond the headings go into a pipe alone.
type table struct {
	heads []lang.Text
	rows  [][]cell
}

func (t *table) add(cells ...cell) { t.rows = append(t.rows, cells) }

// minLast is how narrow the last column may get before it is left to the
// terminal to wrap.
const minLast = 24

// Table writes t: columns on a terminal, fields into a pipe.
func (o *output) Table(t *table) {
	switch {
	case !o.outTTY:
		o.fields(t)
	case len(t.rows) > 0:
		o.columns(t)
	}
}

func (o *output) fields(t *table) {
	for _, row := range t.rows {
		fields := make([]string, len(row))
		for i, c := range row {
			fields[i] = c.text
			if c.other {
				fields[i] = c.field
			}
		}
		o.Record(fields...)
	}
}

func (o *output) columns(t *table) {
	last := len(t.heads) - 1
	heads := make([]string, len(t.heads))
	widths := make([]int, len(t.heads))
	for i, h := range t.heads {
		heads[i] = h.In(o.lang)
		widths[i] = displaywidth.String(heads[i])
	}
	for _, row := range t.rows {
		for i := range t.heads {
			row[i].text = clean(oneLine(row[i].text))
			widths[i] = max(widths[i], displaywidth.String(row[i].text))
		}
	}
	before := 0
	for _, w := range widths[:last] {
		before += w + 2
	}
	room := o.width - before
	if room < minLast {
		room = 0
	}
	var b strings.Builder
	for i, h := range heads {
		pad(&b, h, widths[i], i == last)
	}
	o.talk(b.String())
	for _, row := range t.rows {
		for n, part := range wrap(row[last].text, room) {
			b.Reset()
			if n == 0 {
				for i, c := range row[:last] {
					o.paint(&b, c.text, c.style)
					b.WriteString(strings.Repeat(" ", widths[i]-displaywidth.String(c.text)+2))
				}
			} else {
				b.WriteString(strings.Repeat(" ", before))
			}
			o.paint(&b, part, row[last].style)
			b.WriteByte('\n')
			o.stdout.WriteString(b.String())
		}
	}
}

func (o *output) paint(b *strings.Builder, s string, look style) {
	if !o.color || look == plain || s == "" {
		b.WriteString(s)
		return
	}
	b.WriteString(string(look) + s + unset)
}

func pad(b *strings.Builder, s string, width int, last bool) {
	b.WriteString(s)
	if !last {
		b.WriteString(strings.Repeat(" ", width-displaywidth.String(s)+2))
	}
}

// wrap breaks s between words into lines of at most width cells; a longer word
// has a line of its own. A width of 0 leaves s whole.
func wrap(s string, width int) []string {
	if width == 0 || displaywidth.String(s) <= width {
		return []string{s}
	}
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(s) {
		w := displaywidth.String(word)
		if line != "" && used+1+w > width {
			lines = append(lines, line)
			line, used = "", 0
		}
		if line != "" {
			line, used = line+" ", used+1
		}
		line, used = line+word, used+w
	}
	return append(lines, line)
}
