package tui

import (
	"strings"
)

// tabCells is how wide a tab is drawn; the text keeps the tab.
const tabCells = 4

// boxNext is next for text that may hold tabs.
func (c cells) boxNext(s string) (cluster string, width int) {
	if s[0] == '\t' {
		return s[:1], tabCells
	}
	return c.next(s)
}

// boxWidth is width for text that may hold tabs.
func (c cells) boxWidth(s string) int {
	n := strings.Count(s, "\t")
	if n == 0 {
		return c.width(s)
	}
	return c.width(strings.ReplaceAll(s, "\t", "")) + tabCells*n
}

// wrapStarts returns the bytes at which the rows of line begin when it is
// wrapped at width cells: behind blanks if it can be, else within the word.
// Blanks at a row's end hang over.
func (c cells) wrapStarts(line string, width int) []int32 {
	starts := []int32{0}
	width = max(width, 1)
	if len(line) <= width && !strings.Contains(line, "\t") {
		return starts // no cluster is wider than it has bytes
	}
	row, used, at := 0, 0, 0 // start of the row, its cells, where we are
	gap, gapUsed := 0, 0     // behind the last blank of the row, and its cells
	for at < len(line) {
		g, w := c.boxNext(line[at:])
		blank := g == " " || g == "\t"
		for used+w > width && !blank && at > row {
			if gap > row {
				row, used = gap, used-gapUsed
			} else {
				row, used = at, 0
			}
			starts = append(starts, int32(row))
		}
		used += w
		at += len(g)
		if blank {
			gap, gapUsed = at, used
		}
	}
	return starts
}

// starts returns where the rows of line i begin.
func (b *textBox) starts(i int) []int32 {
	l := &b.lines[i]
	if l.at != b.width {
		l.starts, l.at = b.c.wrapStarts(l.text, b.width), b.width
	}
	return l.starts
}

// setWidth says how many cells wide the box is drawn.
func (b *textBox) setWidth(w int) { b.width = max(w, 1) }

// rows returns how many rows the text takes on the screen.
func (b *textBox) rows() int {
	n := 0
	for i := range b.lines {
		n += len(b.starts(i))
	}
	return n
}

// draw returns n rows from the given one on, fewer at the end of the text. They
// hold no tab and are at most as wide as the box.
func (b *textBox) draw(from, n int) []string {
	var out []string
	at := 0
	for i := range b.lines {
		if len(out) >= n {
			break
		}
		starts := b.starts(i)
		if at+len(starts) <= from {
			at += len(starts)
			continue
		}
		for k := range starts {
			if at >= from && len(out) < n {
				out = append(out, strings.TrimRight(b.rowText(i, k), " "))
			}
			at++
		}
	}
	return out
}

// rowText returns row k of line i with blanks for tabs.
func (b *textBox) rowText(i, k int) string {
	text, starts := b.lines[i].text, b.starts(i)
	end := len(text)
	if k+1 < len(starts) {
		end = int(starts[k+1])
	}
	return strings.ReplaceAll(text[starts[k]:end], "\t", "    ")
}

// cursor returns the row and the cell in which the cursor is drawn: behind a
// row that is full, the one behind the box.
func (b *textBox) cursor() (row, cell int) {
	for i := range b.row {
		row += len(b.starts(i))
	}
	k := b.subRow()
	from := int(b.starts(b.row)[k])
	return row + k, min(b.c.boxWidth(b.lines[b.row].text[from:b.col]), b.width)
}

// subRow returns which row of its line the cursor is in.
func (b *textBox) subRow() int {
	starts := b.starts(b.row)
	k := len(starts) - 1
	for k > 0 && int(starts[k]) > b.col {
		k--
	}
	return k
}

// vertical moves the cursor n rows down, or up, and reports whether it moved.
// It keeps to the cell it began in.
func (b *textBox) vertical(n int) bool {
	moved := false
	if b.goal < 0 {
		_, b.goal = b.cursor()
	}
	for ; n > 0; n-- {
		moved = b.step(1) || moved
	}
	for ; n < 0; n++ {
		moved = b.step(-1) || moved
	}
	return moved
}

func (b *textBox) step(dir int) bool {
	row, k := b.row, b.subRow()+dir
	switch {
	case k < 0 && row == 0, k >= len(b.starts(row)) && row == len(b.lines)-1:
		return false
	case k < 0:
		row--
		k = len(b.starts(row)) - 1
	case k >= len(b.starts(row)):
		row++
		k = 0
	}
	b.row = row
	b.col = b.byteAt(row, k, b.goal)
	return true
}

// byteAt returns the byte of line i at the given cell of its row k.
func (b *textBox) byteAt(i, k, cell int) int {
	text, starts := b.lines[i].text, b.starts(i)
	from, end := int(starts[k]), len(text)
	last := k+1 >= len(starts)
	if !last {
		end = int(starts[k+1])
	}
	at, used := from, 0
	for at < end {
		g, w := b.c.boxNext(text[at:end])
		// Behind the last cluster of a row that goes on is the next row.
		if used+w > cell || (!last && at+len(g) >= end) {
			break
		}
		used += w
		at += len(g)
	}
	return at
}
