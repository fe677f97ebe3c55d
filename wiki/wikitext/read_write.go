package wikitext

import (
	"bytes"
	"strconv"
	"strings"
)

// mdWriter writes a tree as Markdown.
type mdWriter struct {
	b      bytes.Buffer
	prefix []byte // of every line: the marks of quotes, the indent of items
	fresh  bool   // the mark of an item has just been written, and the line goes on
	sure   bool   // all of it is so plain that it need not be converted back
}

// write returns the Markdown of a block.
func (w *mdWriter) write(s *shown, mark byte) string {
	w.b.Reset()
	w.prefix, w.fresh, w.sure = w.prefix[:0], true, true
	w.block(s, mark)
	return w.b.String()
}

// line begins a line.
func (w *mdWriter) line() {
	if w.fresh {
		w.fresh = false
		return
	}
	w.b.WriteByte('\n')
	w.b.Write(w.prefix)
}

// empty writes an empty line between two blocks.
func (w *mdWriter) empty() {
	w.b.WriteByte('\n')
	w.b.WriteString(strings.TrimRight(string(w.prefix), " "))
}

// text writes lines.
func (w *mdWriter) text(s string) {
	for {
		l, rest, more := strings.Cut(s, "\n")
		if l == "" && !w.fresh {
			w.empty()
		} else {
			w.line()
			w.b.WriteString(l)
		}
		if !more {
			return
		}
		s = rest
	}
}

// block writes a block; mark is the mark of a list.
func (w *mdWriter) block(s *shown, mark byte) {
	switch s.kind {
	case paraShown:
		if text := strings.TrimSpace(s.in.text); s.in.how == wholeRaw && strings.Contains(text, "\n") {
			w.text(fence(text, rawLanguage)) // a raw span would make one line of it
			return
		}
		w.text(w.inline(s, spot{}))
	case headingShown:
		w.text(strings.TrimRight(strings.Repeat("#", s.level)+" "+w.inline(s, spot{flat: true}), " "))
	case listShown:
		w.list(s, mark)
	case quoteShown:
		w.line()
		w.b.WriteString("> ")
		n := len(w.prefix)
		w.prefix = append(w.prefix, "> "...)
		w.fresh = true
		w.blocks(s.kids, false)
		w.fresh = false
		w.prefix = w.prefix[:n]
	case preShown:
		w.sure = w.sure && surePre(s)
		w.text(fence(s.text, s.lang))
	case rawShown:
		w.text(fence(s.text, rawLanguage))
	case ruleShown:
		if len(w.prefix) > 0 { // "- ---" would be a rule as a whole
			w.sure = false
			w.text("___")
		} else {
			w.text("---")
		}
	case tableShown:
		w.table(s)
	}
}

// blocks writes the blocks in an item or a quote.
func (w *mdWriter) blocks(kids []*shown, item bool) {
	var l lists
	for i, s := range kids {
		if i > 0 && !(item && followsClosely(kids[i-1], s)) {
			w.empty()
		}
		if item && i == 0 && s.kind == paraShown {
			w.text(w.inline(s, spot{item: true}))
		} else {
			w.block(s, l.mark(s))
		}
		switch s.kind {
		case listShown, rawShown:
		case paraShown:
			w.sure = w.sure && (i == 0 || !item)
		default:
			w.sure = w.sure && !item
		}
	}
}

// followsClosely reports whether in an item no empty line need stand between
// two blocks.
func followsClosely(a, b *shown) bool {
	if a.kind == listShown && b.kind == rawShown {
		return false
	}
	switch b.kind {
	case listShown:
		return (a.kind == paraShown || a.kind == listShown) && b.level == 1 && !isEmptyItem(b.kids[0])
	case rawShown, preShown:
		return true
	}
	return false
}

// isEmptyItem reports whether an item begins without a text.
func isEmptyItem(s *shown) bool { return len(s.kids) == 0 }

// lists chooses the marks of lists: two of a kind side by side get different
// ones, for Markdown would make one list of them.
type lists struct{ bullet, number byte }

func (l *lists) mark(s *shown) byte {
	switch {
	case s.kind != listShown:
		l.bullet, l.number = 0, 0
		return 0
	case s.numbered:
		l.bullet = 0
		if l.number == '.' {
			l.number = ')'
		} else {
			l.number = '.'
		}
		return l.number
	}
	l.number = 0
	if l.bullet == '-' {
		l.bullet = '*'
	} else {
		l.bullet = '-'
	}
	return l.bullet
}

// list writes a list, its items without empty lines between them.
func (w *mdWriter) list(s *shown, mark byte) {
	for i, item := range s.kids {
		w.line()
		n, m := len(w.prefix), string(mark)+" "
		if s.numbered {
			m = strconv.Itoa(s.level+i) + string(mark) + " "
		}
		if len(item.kids) == 0 {
			w.b.WriteString(m[:len(m)-1])
			w.sure = false
			continue
		}
		w.b.WriteString(m)
		for range m {
			w.prefix = append(w.prefix, ' ')
		}
		w.fresh = true
		if item.kids[0].kind != paraShown {
			w.sure = false
		}
		w.blocks(item.kids, true)
		w.fresh = false
		w.prefix = w.prefix[:n]
	}
}

// table writes a GFM table.
func (w *mdWriter) table(s *shown) {
	for i, row := range s.kids {
		var b strings.Builder
		for _, c := range row.kids {
			b.WriteString("| ")
			if md := w.inline(c, spot{flat: true, cell: true}); md != "" {
				b.WriteString(md + " ")
			}
		}
		w.text(b.String() + "|")
		if i > 0 {
			continue
		}
		b.Reset()
		for _, a := range s.align {
			switch a {
			case "left":
				b.WriteString("| :-- ")
			case "right":
				b.WriteString("| --: ")
			case "center":
				b.WriteString("| :-: ")
			default:
				b.WriteString("| --- ")
			}
		}
		w.text(b.String() + "|")
	}
}

// inline writes a text.
func (w *mdWriter) inline(s *shown, at spot) string {
	md, sure := s.in.write(at)
	w.sure = w.sure && sure
	return md
}

// surePre reports whether code surely comes back as it is.
func surePre(s *shown) bool {
	return s.lang == "" && s.text != "" && s.text[0] != '\n' && s.text[len(s.text)-1] != '\n' && !strings.ContainsAny(s.text, "<&\u00a0\t")
}

// fence returns a fenced code block.
func fence(text, lang string) string {
	mark := "```"
	for strings.Contains(text, mark) {
		mark += "`"
	}
	if text != "" {
		text += "\n"
	}
	return mark + lang + "\n" + text + mark
}
