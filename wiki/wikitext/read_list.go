package wikitext

import "strings"

// maxDepth is how deep lists and quotes are converted. Nobody reads deeper
// ones, and what Markdown needs for them grows with the square.
const maxDepth = 50

// list reads the items of one list. A line that Markdown has nothing for (a
// description below an item, an item that holds lines) stays wikitext, as a
// block in the item before it, where it keeps its line.
func (r *shownReader) list(blocks []Block) *shown {
	l := &listReader{}
	var hidden []int
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		if isHidden(blocks[i:]) {
			hidden = append(hidden, b.Line)
			continue
		}
		if b.Kind == ListItem && len(b.Marks) <= maxDepth && strings.Trim(b.Marks, "*#") == "" {
			if kids, ok := r.itemText(b); ok {
				l.item(b.Marks, kids)
				continue
			}
		}
		if b.Kind == ListItem && len(b.Marks) > maxDepth && r.deep != nil {
			r.deep(b)
		}
		end := b.End // "; term : definition" are two blocks on one line
		for i+1 < len(blocks) && !strings.HasSuffix(r.doc.src[:end], "\n") {
			i++
			end = blocks[i].End
		}
		l.raw(blocks[0].Marks[:1], trimLines(r.doc.src[b.Start:end]))
	}
	if l.root != nil && hidden != nil {
		if r.hidden == nil {
			r.hidden = map[*shown][]int{}
		}
		r.hidden[l.root] = hidden
	}
	return l.root
}

// isHidden reports whether the first item is one that MediaWiki hides: one that
// holds neither text nor a list.
func isHidden(blocks []Block) bool {
	b := blocks[0]
	return b.Kind == ListItem && b.Text == "" && (len(blocks) == 1 || !strings.HasPrefix(blocks[1].Marks, b.Marks) || len(blocks[1].Marks) == len(b.Marks))
}

// itemText reads what stands on an item's line: a text, then blocks as HTML.
func (r *shownReader) itemText(b Block) ([]*shown, bool) {
	if b.Text == "" {
		return nil, true
	}
	if !strings.Contains(b.Text, "<") {
		text := b.Text
		if r.doc.src[b.Start+len(b.Marks)] == ' ' {
			text = " " + text // it counts where apostrophes are balanced
		}
		p := newText(paraShown, text)
		if p.in.blank() {
			return nil, true
		}
		return []*shown{p}, p.in.ok
	}
	kids, ok := flow(b.Text, r.shift)
	if ok {
		for i, k := range kids {
			if k.kind == paraShown && k.inP() != (i > 0) {
				ok = false
			}
		}
	}
	if ok {
		return kids, true
	}
	p := newText(paraShown, b.Text) // the tags of blocks as raw spans
	return []*shown{p}, p.in.ok
}

// listReader makes a tree of the items of one list.
type listReader struct {
	root  *shown
	marks string
	open  []*shown // the lists that are open
}

// item adds an item with the marks in front of it.
func (l *listReader) item(marks string, kids []*shown) {
	same := 0
	for same < len(marks) && same < len(l.open) && marks[same] == l.marks[same] {
		same++
	}
	if same == len(marks) { // the next item of a list that is open
		same--
		l.open = l.open[:same+1]
	} else {
		l.open = l.open[:same]
	}
	if same < len(l.open) {
		l.add(l.open[same])
	}
	for k := len(l.open); k < len(marks); k++ {
		list := &shown{kind: listShown, numbered: marks[k] == '#', level: 1}
		if k == 0 {
			l.root = list
		} else {
			item := last(l.open[k-1])
			item.kids = append(item.kids, list)
		}
		l.open = append(l.open, list)
		l.add(list)
	}
	l.marks = marks
	item := last(l.open[len(l.open)-1])
	item.kids = kids
}

func (l *listReader) add(list *shown) {
	list.kids = append(list.kids, &shown{kind: itemShown})
}

func last(s *shown) *shown { return s.kids[len(s.kids)-1] }

// raw adds a line of wikitext to the last item. If there is none yet, the line
// is all there is of the first.
func (l *listReader) raw(mark, text string) {
	if len(l.open) == 0 {
		l.item(mark, nil)
	}
	item := last(l.open[len(l.open)-1])
	if n := len(item.kids); n > 0 && item.kids[n-1].kind == rawShown {
		item.kids[n-1].text += "\n" + text
		return
	}
	item.kids = append(item.kids, &shown{kind: rawShown, text: text})
}
