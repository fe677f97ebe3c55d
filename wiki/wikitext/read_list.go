package wikitext

import (
	"strconv"
	"strings"
)

// list converts the items at the start of blocks that belong to one list. A
// list with indents or definitions in it stays wikitext as a whole: Markdown
// has neither.
func (r *reader) list(blocks []Block) int {
	n := 0
	for n < len(blocks) && blocks[n].Kind == ListItem && (n == 0 || blocks[n].Marks[0] == blocks[0].Marks[0]) {
		n++
	}
	l := listReader{}
	l.bullet, l.dot = '-', '.'
	if r.mark == '-' {
		l.bullet = '*'
	}
	if r.number == '.' {
		l.dot = ')'
	}
	ok := true
	for _, b := range blocks[:n] {
		ok = ok && l.item(b)
	}
	if !ok || l.empty && len(l.marks) > 1 {
		for _, b := range blocks[:n] {
			r.keep(b)
		}
		return n
	}
	r.add(strings.TrimRight(l.b.String(), " \n"))
	if blocks[0].Marks[0] == '*' {
		r.mark, r.number = l.bullet, 0
	} else {
		r.mark, r.number = 0, l.dot
	}
	return n
}

// maxDepth is how deep a list is converted. Nobody reads a deeper one, and what
// Markdown needs for it grows with the square.
const maxDepth = 50

// listReader writes the items of one list as Markdown.
type listReader struct {
	b           strings.Builder
	marks       string
	count       []int // of the open lists, how many items
	width       []int // of the open lists, the indent of an item's content
	empty       bool  // the last item has no text yet
	bullet, dot byte
}

// item writes one item, and reports whether Markdown can say it.
func (l *listReader) item(b Block) bool {
	if len(b.Marks) > maxDepth || strings.Trim(b.Marks, "*#") != "" {
		return false
	}
	md, ok := inlineMarkdown(b.Text)
	if !ok || !rawIsWhole(md, b.Text) {
		return false
	}
	same := 0
	for same < len(b.Marks) && same < len(l.marks) && b.Marks[same] == l.marks[same] {
		same++
	}
	if same == len(b.Marks) && same > 0 { // the next item of a list that is open
		same--
		l.count, l.width = l.count[:same+1], l.width[:same+1]
	} else {
		l.count, l.width = l.count[:same], l.width[:same]
	}
	indent := 0
	if same > 0 {
		indent = l.width[same-1]
	}
	lead := ""
	switch {
	case l.empty && same == len(l.marks): // "- - b": Markdown reads an empty item and its list apart
	case l.empty && len(l.marks) > 1:
		return false // below text an empty item is none to Markdown
	case l.empty:
		lead = "\n" + strings.Repeat(" ", indent)
	default:
		lead = strings.Repeat(" ", indent)
	}
	for k := same; k < len(b.Marks); k++ {
		if k == len(l.count) {
			l.count, l.width = append(l.count, 0), append(l.width, 0)
		}
		l.count[k]++
		mark := string(l.bullet) + " "
		if b.Marks[k] == '#' {
			mark = strconv.Itoa(l.count[k]) + string(l.dot) + " "
		}
		indent += len(mark)
		l.width[k] = indent
		lead += mark
	}
	l.marks, l.empty = b.Marks, md == ""
	l.b.WriteString(lead)
	if !l.empty {
		l.b.WriteString(strings.ReplaceAll(md, "\n", "\n"+strings.Repeat(" ", indent)) + "\n")
	}
	return true
}
