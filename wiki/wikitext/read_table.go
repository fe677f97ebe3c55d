package wikitext

import "strings"

// tableReader makes a table of its cells, if Markdown can say it: a row of
// header cells, then rows of as many other cells, each with a line of text.
type tableReader struct {
	rows [][]*shown
	bad  bool
}

// row begins a row.
func (t *tableReader) row() {
	if n := len(t.rows); n > 0 && len(t.rows[n-1]) == 0 {
		return // MediaWiki drops empty rows
	}
	t.rows = append(t.rows, nil)
}

func (t *tableReader) open() bool { return len(t.rows) > 0 }

// cell adds a cell to the row.
func (t *tableReader) cell(header bool, align, text string) {
	c := newText(cellShown, strings.TrimSpace(text))
	c.lang = align
	if !c.in.ok || strings.Contains(c.text, "\n") || header != (len(t.rows) == 1) {
		t.bad = true
	}
	t.rows[len(t.rows)-1] = append(t.rows[len(t.rows)-1], c)
}

// table returns the table, or nil if Markdown cannot say it.
func (t *tableReader) table() *shown {
	if n := len(t.rows); n > 0 && len(t.rows[n-1]) == 0 {
		t.rows = t.rows[:n-1]
	}
	if t.bad || len(t.rows) == 0 {
		return nil
	}
	out := &shown{kind: tableShown}
	for _, c := range t.rows[0] {
		out.align = append(out.align, c.lang)
	}
	for _, row := range t.rows {
		if len(row) != len(out.align) {
			return nil
		}
		for i, c := range row {
			if c.lang != out.align[i] {
				return nil
			}
		}
		out.kids = append(out.kids, &shown{kind: rowShown, kids: row})
	}
	return out
}

// cellAlign reads the attributes of a cell.
func cellAlign(attrs string) (string, bool) {
	switch strings.TrimSpace(attrs) {
	case `style="text-align:left"`, `style="text-align:left;"`, `style="text-align: left;"`:
		return "left", true
	case `style="text-align:right"`, `style="text-align:right;"`, `style="text-align: right;"`:
		return "right", true
	case `style="text-align:center"`, `style="text-align:center;"`, `style="text-align: center;"`:
		return "center", true
	}
	return "", false
}

// readTable reads a table between {| and |}, or returns nil.
func readTable(src string) *shown {
	lines := strings.Split(src, "\n")
	if len(lines) < 3 || strings.TrimSpace(lines[len(lines)-1]) != "|}" {
		return nil
	}
	switch strings.TrimSpace(strings.TrimPrefix(lines[0], "{|")) {
	case "", `class="wikitable"`, `class=wikitable`:
	default:
		return nil
	}
	if !strings.HasPrefix(lines[0], "{|") {
		return nil
	}
	t := &tableReader{}
	for _, l := range lines[1 : len(lines)-1] {
		l = strings.TrimSpace(l)
		switch {
		case l == "":
		case l == "|-" || strings.HasPrefix(l, "|-") && strings.Trim(l, "|-") == "":
			t.row()
		case strings.HasPrefix(l, "|}"), strings.HasPrefix(l, "|+"), strings.HasPrefix(l, "|-"):
			return nil
		case l[0] == '|' || l[0] == '!':
			if !t.open() {
				t.row()
			}
			if !t.line(l) {
				return nil
			}
		default:
			return nil // a cell of several lines
		}
	}
	return t.table()
}

// line reads the cells on one line.
func (t *tableReader) line(l string) bool {
	header := l[0] == '!'
	for _, cell := range splitCells(l[1:], header) {
		align := ""
		if attrs, rest, ok := cutAttributes(cell); ok {
			if align, ok = cellAlign(attrs); !ok {
				return false
			}
			cell = rest
		}
		if t.cell(header, align, cell); t.bad {
			return false
		}
	}
	return true
}

// splitCells parts the cells on a line: at || and, in headers, at !!, but not
// within links and templates.
func splitCells(s string, header bool) []string {
	if !strings.Contains(s, "||") && !strings.Contains(s, "!!") {
		return []string{s}
	}
	var out []string
	at, start := 0, 0
	for _, n := range Inlines(s) {
		if n.Kind == TextNode {
			for i := at; i+1 < at+len(n.Source); i++ {
				if c := s[i]; c == s[i+1] && (c == '|' || c == '!' && header) {
					out = append(out, s[start:i])
					start = i + 2
					i++
				}
			}
		}
		at += len(n.Source)
	}
	return append(out, s[start:])
}

// cutAttributes parts a cell's attributes from its text. A bar behind a link is
// none that parts them.
func cutAttributes(cell string) (attrs, text string, ok bool) {
	if strings.IndexByte(cell, '|') < 0 {
		return "", cell, false
	}
	at := 0
	for _, n := range Inlines(cell) {
		if n.Kind == LinkNode {
			break
		}
		if i := strings.IndexByte(n.Source, '|'); i >= 0 && n.Kind == TextNode {
			return cell[:at+i], cell[at+i+1:], true
		}
		at += len(n.Source)
	}
	return "", cell, false
}
