package tui

import "strings"

// ink is how a piece of text is drawn: the escape sequence in front of it, ""
// for the terminal's own.
type ink string

const endInk = "\x1b[m"

// on returns s in the ink.
func (k ink) on(s string) string {
	if k == "" || s == "" {
		return s
	}
	return string(k) + s + endInk
}

// with returns the ink and another on top of it.
func (k ink) with(o ink) ink { return k + o }

// row is one line of the screen being put together from pieces of plain text,
// never wider than it may be.
type row struct {
	b    strings.Builder
	c    cells
	used int
	max  int
	base ink // under all pieces
}

func newRow(c cells, width int) *row {
	r := &row{c: c, max: width}
	r.b.Grow(width + 32)
	return r
}

// put adds s, as much as fits. s is clean and has no line break.
func (r *row) put(k ink, s string) *row {
	if s == "" || r.used >= r.max {
		return r
	}
	part, w := r.c.cut(s, r.max-r.used)
	r.b.WriteString(r.base.with(k).on(r.c.shown(part)))
	r.used += w
	if len(part) < len(s) { // a wide character may leave one cell
		r.fill(r.max)
	}
	return r
}

// short adds s in at most w cells, with an ellipsis where it is cut.
func (r *row) short(k ink, s string, w int) *row {
	return r.put(k, r.c.short(s, min(w, r.max-r.used)))
}

// fill adds blanks up to column to.
func (r *row) fill(to int) *row {
	if n := min(to, r.max) - r.used; n > 0 {
		r.b.WriteString(r.base.on(blanks(n)))
		r.used += n
	}
	return r
}

// end adds s at the right edge, if there is room for all of it and a blank.
func (r *row) end(k ink, s string) *row {
	if w := r.c.width(s); r.used+w < r.max {
		r.fill(r.max - w)
		r.put(k, s)
	}
	return r
}

// left returns how many cells are left.
func (r *row) left() int { return r.max - r.used }

// String returns the row with its escape sequences.
func (r *row) String() string { return r.b.String() }

const manyBlanks = "                                                                                                                                "

func blanks(n int) string {
	if n <= len(manyBlanks) {
		return manyBlanks[:max(n, 0)]
	}
	return strings.Repeat(" ", n)
}

const manyRules = "────────────────────────────────────────────────────────────────────────────────────────────────────"

func rule(n int) string {
	if n*len("─") <= len(manyRules) {
		return manyRules[:max(n, 0)*len("─")]
	}
	return strings.Repeat("─", n)
}
