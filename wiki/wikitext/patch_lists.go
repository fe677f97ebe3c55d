package wikitext

import "strings"

// partLists makes the marks of items right where an edit has put lists of
// Markdown side by side: with equal marks they would be one. Whether they are two
// is what the edited projection says, whose marks may be others than the
// person's; only items that were edited get other marks, so that what nobody
// edited keeps its bytes.
func (c *carrier) partLists() {
	items := c.items()
	for _, back := range [2]bool{false, true} {
		near := map[int]*listItem{} // by level, the item before (or behind) in the list that is open
		for i := range items {
			it := &items[i]
			if back {
				it = &items[len(items)-1-i]
			}
			if it.mark == 0 {
				clear(near)
				continue
			}
			for level := range near {
				if level > it.level {
					delete(near, level)
				}
			}
			if n := near[it.level]; n != nil && it.chunk != nil && isDigitMark(n.mark) == isDigitMark(it.mark) {
				switch one := n.edited == it.edited; {
				case one && n.mark != it.mark:
					it.mark = n.mark
				case !one && n.mark == it.mark:
					it.mark = otherMark(it.mark, it.beside)
				}
				it.beside = n.mark
			}
			near[it.level] = it
		}
	}
	for i := range items {
		items[i].set()
	}
}

// A listItem is an item of a list in the result; mark 0 stands for all else that
// ends a list. Of an item that may get another mark, chunk is where it stands.
type listItem struct {
	level        int
	mark, edited byte
	beside       byte // mark of the other list beside it
	chunk        *chunk
	at           int // of the mark in the chunk's text
}

func (it *listItem) set() {
	if it.chunk != nil && it.mark != 0 && it.chunk.text[it.at] != it.mark {
		it.chunk.text = it.chunk.text[:it.at] + string(it.mark) + it.chunk.text[it.at+1:]
	}
}

func isDigitMark(m byte) bool { return m == '.' || m == ')' }

// otherMark returns a mark that is neither of two.
func otherMark(a, b byte) byte {
	if isDigitMark(a) {
		return '.' + ')' - a
	}
	for _, m := range []byte("-*+") {
		if m != a && m != b {
			return m
		}
	}
	return a
}

// items returns the items of all chunks. A chunk that was edited counts if it has
// the blocks of the edited projection.
func (c *carrier) items() []listItem {
	var out []listItem
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.empty() {
			continue
		}
		edited := c.edited.list[max(0, ch.edited[0]):max(0, ch.edited[1])]
		u := units{}
		if ch.changed {
			u = cutMarkdown(ch.text)
		} else {
			u.list = c.own.list[ch.own[0]:ch.own[1]]
		}
		offset := 0
		for i, x := range u.list {
			it := listItem{}
			if ch.changed {
				offset += len(u.seps[i])
			}
			start := offset
			offset += len(x.text)
			if x.kind == ListItem {
				it = listItem{level: x.level, mark: x.marks[len(x.marks)-1], at: start + strings.Index(x.text, x.marks) + len(x.marks) - 1}
				it.edited = it.mark
				if len(edited) == len(u.list) && edited[i].kind == ListItem {
					it.edited = edited[i].marks[len(edited[i].marks)-1]
					if ch.changed {
						it.chunk = ch
					}
				}
			} else if x.level > 0 && x.kind != Heading { // belongs to an item
				continue
			}
			out = append(out, it)
		}
	}
	return out
}
