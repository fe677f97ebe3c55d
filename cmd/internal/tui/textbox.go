package tui

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
	"golang.org/x/text/unicode/norm"
)

// textBox is a text of several lines being edited: a passage of a motion, an
// entry, a field of a form. It wraps and draws only the rows that are asked
// for, and wraps a line again only when that line or the width has changed, so
// that a text of thousands of lines costs as much at a key as an empty one.
//
// The cursor stands between grapheme clusters, never within one.
type textBox struct {
	c     *cells
	lines []boxLine
	row   int // the line the cursor is in
	col   int // its byte in that line
	goal  int // the cell that moving up and down aims at, -1 for that of the cursor
	width int // that lines are wrapped at, in cells
	page  int // how many rows the page keys move

	// before, if there is one, is called before each change, and nothing is
	// remembered here: the box is a part of something that remembers itself.
	before func(typed bool)

	past, future []boxState // for undo and redo
	typing       bool       // the last change was typed: the next letter joins it
}

// boxLine is a line of a textBox and, once it was drawn, where its rows begin.
type boxLine struct {
	text   string
	at     int     // the width that starts were found for, 0 for none yet
	starts []int32 // byte at which each row begins, the first 0
}

// boxState is what undo returns to.
type boxState struct {
	lines    []string
	row, col int
}

// newTextBox returns a box that holds text, with the cursor at its end.
func newTextBox(c *cells, text string) *textBox {
	b := &textBox{c: c, goal: -1, width: 80, page: 10}
	b.setText(text)
	return b
}

// Text returns what the box holds, lines parted by "\n".
func (b *textBox) Text() string {
	var s strings.Builder
	for i := range b.lines {
		if i > 0 {
			s.WriteByte('\n')
		}
		s.WriteString(b.lines[i].text)
	}
	return s.String()
}

// Empty reports whether the box holds nothing but white space.
func (b *textBox) Empty() bool {
	for i := range b.lines {
		if strings.TrimSpace(b.lines[i].text) != "" {
			return false
		}
	}
	return true
}

func (b *textBox) setText(text string) {
	b.lines = b.lines[:0]
	for line := range strings.SplitSeq(cleanText(text), "\n") {
		b.lines = append(b.lines, boxLine{text: line})
	}
	b.end()
}

// insert puts text in at the cursor, which comes to stand behind it.
func (b *textBox) insert(text string) {
	parts := strings.Split(cleanText(text), "\n")
	line := b.lines[b.row].text
	before, after := line[:b.col], line[b.col:]
	joined := norm.NFC.String(before + parts[0]) // an accent joins the letter before it
	if len(parts) == 1 {
		b.lines[b.row] = boxLine{text: joined + after}
		b.col = len(joined)
		b.settle()
		return
	}
	fresh := make([]boxLine, 0, len(b.lines)+len(parts)-1)
	fresh = append(fresh, b.lines[:b.row]...)
	fresh = append(fresh, boxLine{text: joined})
	for _, p := range parts[1:] {
		fresh = append(fresh, boxLine{text: p})
	}
	last := len(fresh) - 1
	col := len(fresh[last].text)
	fresh[last].text += after
	fresh = append(fresh, b.lines[b.row+1:]...)
	b.lines, b.row, b.col = fresh, last, col
	b.settle()
}

// settle moves a cursor that an insertion left within a cluster, as a combining
// accent does, to that cluster's end.
func (b *textBox) settle() {
	_, b.col = clusterAround(b.lines[b.row].text, b.col)
}

// clusterAround returns the edges of the grapheme cluster that at stands
// within, at itself where it stands between two.
func clusterAround(s string, at int) (start, end int) {
	g := displaywidth.StringGraphemes(s)
	for end < at && g.Next() {
		start, end = end, end+len(g.Value())
	}
	if end == at {
		start = at
	}
	return start, end
}

// cut removes what stands between two places, the first before the second, and
// leaves the cursor there.
func (b *textBox) cut(row, col, row2, col2 int) {
	joined := b.lines[row].text[:col] + b.lines[row2].text[col2:]
	if row2 > row {
		fresh := make([]boxLine, 0, len(b.lines)-(row2-row))
		fresh = append(fresh, b.lines[:row+1]...)
		b.lines = append(fresh, b.lines[row2+1:]...)
	}
	b.lines[row] = boxLine{text: joined}
	b.row, b.col = row, col
	b.settle()
}

// split cuts off what stands behind the cursor and returns it. Blanks and empty
// lines at the cut go.
func (b *textBox) split() string {
	b.remember(false)
	var rest strings.Builder
	rest.WriteString(b.lines[b.row].text[b.col:])
	for i := b.row + 1; i < len(b.lines); i++ {
		rest.WriteByte('\n')
		rest.WriteString(b.lines[i].text)
	}
	b.cut(b.row, b.col, len(b.lines)-1, len(b.lines[len(b.lines)-1].text))
	b.setText(strings.TrimRight(b.Text(), " \t\n"))
	return strings.Trim(strings.TrimRight(rest.String(), " \t\n"), "\n ")
}

// remember notes the present state for undo. Letters typed one after the other
// are one change.
func (b *textBox) remember(typed bool) {
	if b.before != nil {
		b.before(typed && b.typing)
		b.typing = typed
		return
	}
	if typed && b.typing {
		return
	}
	b.typing = typed
	b.past = append(b.past, b.state())
	b.future = nil
	for held := 0; ; {
		for _, s := range b.past {
			held += len(s.lines)
		}
		if len(b.past) <= 2 || held <= maxRemembered {
			return
		}
		b.past, held = b.past[1:], 0
	}
}

// maxRemembered is how many lines the states for undo hold together; the two
// last ones stay in any case.
const maxRemembered = 50_000

func (b *textBox) state() boxState {
	s := boxState{lines: make([]string, len(b.lines)), row: b.row, col: b.col}
	for i := range b.lines {
		s.lines[i] = b.lines[i].text
	}
	return s
}

func (b *textBox) restore(s boxState) {
	b.lines = make([]boxLine, len(s.lines))
	for i, l := range s.lines {
		b.lines[i].text = l
	}
	b.row, b.col, b.goal, b.typing = s.row, s.col, -1, false
}

// undo takes the last change back and reports whether there was one.
func (b *textBox) undo() bool {
	return b.swap(&b.past, &b.future)
}

// redo brings back what undo took.
func (b *textBox) redo() bool {
	return b.swap(&b.future, &b.past)
}

func (b *textBox) swap(from, to *[]boxState) bool {
	n := len(*from)
	if n == 0 {
		return false
	}
	*to = append(*to, b.state())
	b.restore((*from)[n-1])
	*from = (*from)[:n-1]
	return true
}

// atEnd reports whether the cursor stands at the end of the text.
func (b *textBox) atEnd() bool {
	return b.row == len(b.lines)-1 && b.col == len(b.lines[b.row].text)
}

// countLines counts the lines of a text, in which any line end counts.
func countLines(s string) int {
	s = strings.TrimRight(cleanText(s), "\n")
	return strings.Count(s, "\n") + 1
}
