package capture

import (
	"strings"

	"telko/motions"
)

// render returns the public or the private file; nil if there is nothing in the
// private one. What was read from a file and not touched keeps its bytes.
func (d *document) render(private bool) []byte {
	p := d.public
	if private {
		if p = d.private; !p.there && !d.hasPrivate() {
			return nil
		}
		if !p.there {
			p = d.newPrivate()
		}
	}
	w := d.write(private, &p)
	return w.out
}

// Placed says where the lines of an entry stand in a file that was rendered.
type Placed struct {
	ID         EntryID
	Start, End int // offsets: from the blank lines before it to the end of its last line
}

// writer puts entries behind each other.
type writer struct {
	d      *document
	p      *part
	out    []byte
	placed []Placed
	prev   *node // the last one that was written
	same   bool  // with its own bytes
	flow   flow  // in a motion
	lists  []listLevel
	lines  map[EntryID][]*person
}

// listLevel is an open list item.
type listLevel struct {
	mark          string
	indent, width int // columns of its mark and of its text
}

func (d *document) hasPrivate() bool {
	for _, n := range d.nodes {
		if n.e.Private {
			return true
		}
	}
	return false
}

func (d *document) write(private bool, p *part) *writer {
	d.settle()
	if !private {
		q := *p
		q.head, p = d.headNow(p), &q
	}
	w := &writer{d: d, p: p, lines: map[EntryID][]*person{}}
	for _, x := range d.people {
		if x.line != "" {
			w.lines[x.line] = append(w.lines[x.line], x)
		}
	}
	w.out = append(make([]byte, 0, len(p.head)+96*len(d.nodes)), p.head...)
	for _, n := range d.nodes {
		if n.e.Private == private {
			w.node(n)
		}
	}
	var last EntryID
	if w.prev != nil {
		last = w.prev.e.ID
	}
	if p.there && last == p.after && (w.prev == nil || w.same) {
		w.out = append(w.out, p.tail...)
	} else {
		w.endLine()
	}
	return w
}

func (w *writer) endLine() {
	if n := len(w.out); n > 0 && w.out[n-1] != '\n' {
		w.out = append(w.out, w.p.nl...)
	}
}

// node writes an entry with the blank lines before it.
func (w *writer) node(n *node) {
	start := len(w.out)
	if n.isHeading() {
		w.flow, w.lists = flow{motions.TextPart, true}, w.lists[:0]
	}
	level, item := 0, n.isItem()
	var at listLevel
	if item {
		at = w.levelOf(n)
		level = min(n.shown.Level, len(w.lists))
	} else {
		w.lists = w.lists[:0]
	}
	same := n.src != "" && w.keeps(n, level)
	text := n.src
	if !same {
		if text = w.text(n, at); text == "" {
			return
		}
	}
	if item && same {
		at = listLevel{n.mark, n.indent, n.width}
	}
	w.gap(n, same, item && level < len(w.lists) && at.mark[len(at.mark)-1] != w.lists[level].mark[len(w.lists[level].mark)-1])
	w.out = append(w.out, text...)
	if item {
		w.lists = append(w.lists[:level], at)
	}
	if !n.isHeading() {
		w.flow = w.flow.next(n)
	}
	w.prev, w.same = n, same
	w.placed = append(w.placed, Placed{n.e.ID, start, len(w.out)})
}

// keeps reports whether n, which has bytes of its own, would be read as it is
// where it stands now.
func (w *writer) keeps(n *node, level int) bool {
	switch {
	case n.isItem() && n.mark != "":
		as := w.prev != nil && w.same && n.after == w.prev.e.ID // stands where it stood
		return (as || w.fits(n, level)) && (level == n.e.Level || n.roll != nil)
	case n.e.Kind == KindPassage && n.e.Label == "" && n.e.Passage != Petition:
		return n.within == w.flow
	case n.isHeading():
		return n.shown.Text == n.e.Text && n.shown.Level == n.e.Level && (n.shown.Continues == "") == (n.e.Continues == "")
	}
	return true
}

// fits reports whether an item from a file is one of this level where it stands
// now.
func (w *writer) fits(n *node, level int) bool {
	least := 0
	if level > 0 {
		least = w.lists[level-1].width
	}
	return n.indent >= least && n.indent <= least+3
}

// levelOf returns the mark and columns that telko gives a list item: those of
// the item before it, else below the text of the one it is nested in.
func (w *writer) levelOf(n *node) listLevel {
	level := min(n.shown.Level, len(w.lists))
	at := listLevel{mark: "-"}
	if level > 0 {
		up := w.lists[level-1]
		at.indent = up.width
		if len(up.mark) == 1 {
			at.mark = up.mark
		}
	}
	if level < len(w.lists) {
		at.indent = w.lists[level].indent
		if len(w.lists[level].mark) == 1 {
			at.mark = w.lists[level].mark
		}
	}
	if n.mark != "" && n.e.Level == level { // from a file, and edited
		at.mark = n.mark
		if w.fits(n, level) {
			at.indent = n.indent
		}
	}
	at.width = at.indent + len(at.mark) + 1
	return at
}

// gap writes the blank lines between the last entry and n: those of the file if
// both stood there so, else what their kinds need. List says that n begins
// another list than that of the item before it.
func (w *writer) gap(n *node, same, list bool) {
	prev := w.prev
	var after EntryID
	if prev != nil {
		after = prev.e.ID
	}
	items := prev != nil && prev.isItem() && n.isItem()
	if n.after == after {
		blank := strings.Contains(n.gap, "\n")
		if blank || n.src != "" && (items || same && (prev == nil || w.same)) {
			if prev != nil || blank {
				w.endLine()
			}
			w.out = append(w.out, n.gap...)
			return
		}
	}
	w.endLine()
	switch {
	case len(w.out) == 0, items && !list:
	case prev != nil && prev.e.Passage == motions.VotePart && n.e.Passage == motions.Decision && n.e.Kind == KindPassage && prev.shown.Motion == n.shown.Motion:
	default:
		w.out = append(w.out, w.p.nl...)
	}
}

// text returns what telko writes for n, line breaks included.
func (w *writer) text(n *node, at listLevel) string {
	var s string
	switch {
	case n.roll != nil && !n.roll.head:
		s = w.rollText(n)
		if s == "" {
			return ""
		}
		s = indented(s, at)
	case n.isHeading():
		s = w.heading(n)
	case n.e.Kind == KindPassage:
		if n.e.Text == "" {
			return ""
		}
		s = w.d.passageText(n, w.flow)
	case n.isItem():
		if n.md == "" {
			n.md = w.d.itemText(n)
		}
		s = indented(n.md, at)
	default:
		if n.md == "" {
			n.md = w.d.blockText(n)
		}
		s = n.md
	}
	s += "\n"
	if w.p.nl != "\n" {
		s = strings.ReplaceAll(s, "\n", w.p.nl)
	}
	return s
}

// indented returns a text as an item of a list.
func indented(md string, at listLevel) string {
	if at.indent == 0 && !strings.Contains(md, "\n") {
		return at.mark + " " + md
	}
	var b strings.Builder
	b.WriteString(strings.Repeat(" ", at.indent) + at.mark + " ")
	for i, line := range strings.Split(md, "\n") {
		if i > 0 {
			b.WriteByte('\n')
			if line != "" {
				b.WriteString(strings.Repeat(" ", at.width))
			}
		}
		b.WriteString(line)
	}
	return b.String()
}

// rollText returns a line of attendance or absence, "" if nobody stands on it.
func (w *writer) rollText(n *node) string {
	who := w.lines[n.e.ID]
	if len(who) == 0 {
		return ""
	}
	return rollLineText(who, n.e.Section, w.d.lang)
}
