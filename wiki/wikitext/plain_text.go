package wikitext

import (
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// isSpecial has the bytes at which something other than text could begin.
// Addresses are known by what is within them.
var isSpecial = [256]bool{
	0: true, 1: true, 2: true, 3: true, 4: true, 5: true, 6: true, 7: true, 8: true, 9: true, 10: true, 11: true, 12: true,
	13: true, 14: true, 15: true, 16: true, 17: true, 18: true, 19: true, 20: true, 21: true, 22: true, 23: true, 24: true,
	25: true, 26: true, 27: true, 28: true, 29: true, 30: true, 31: true,
	'\\': true, '`': true, '[': true, '<': true, '*': true, '_': true, '~': true, '#': true, '@': true, ':': true, '.': true,
}

// plainEnd returns where the text that begins at s[i] ends: at a task's id, at
// the end, or at -1 if only goldmark knows what is in it. n is the length of the
// id with its sign.
func plainEnd(s []byte, i int) (end, n int) {
	for ; i < len(s); i++ {
		if !isSpecial[s[i]] {
			continue
		}
		switch s[i] {
		case ':':
			if i+1 < len(s) && s[i+1] == '/' {
				return -1, 0
			}
		case '.':
			if i >= 3 && s[i-1] == 'w' && s[i-2] == 'w' && s[i-3] == 'w' {
				return -1, 0
			}
		case '#':
			if !beginsTaskRef(s, i) {
				return -1, 0
			}
			if n := taskIDLength(s[i+1:]); n > 0 {
				return i, n + 1
			}
			return -1, 0
		default:
			return -1, 0
		}
	}
	return i, 0
}

// beginsTaskRef reports whether the character before s[i] lets a task's id
// begin there.
func beginsTaskRef(s []byte, i int) bool {
	if i == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRune(s[:i])
	return !isWordRune(r) && r != '#' && r != '&' && r != '/'
}

// plain makes what lines hold the children of a block, if that is nothing but
// text and tasks' ids, as goldmark would; box is what stands before it. It
// reports whether it did. Blanks at the end of a line say something, but for the
// last.
func (a *arena) plain(block ast.Node, src []byte, box ast.Node, lines []text.Segment) bool {
	from := len(a.kids)
	if box != nil {
		a.kids = append(a.kids, box)
	}
	for k, l := range lines {
		last := k == len(lines)-1
		if last {
			l = l.TrimRightSpace(src)
		}
		if !last && src[l.Stop-1] == ' ' || !a.plainLine(src[l.Start:l.Stop], l.Start, last) {
			clear(a.kids[from:])
			a.kids = a.kids[:from]
			return false
		}
	}
	a.plains = append(a.plains, plainBlock{block, from, len(a.kids)})
	return true
}

func (a *arena) plainLine(s []byte, start int, last bool) bool {
	for i := 0; ; {
		end, n := plainEnd(s, i)
		if end < 0 {
			return false
		}
		if end > i || n == 0 && !last {
			t := a.texts.next()
			t.Segment = text.NewSegment(start+i, start+end)
			t.SetSoftLineBreak(n == 0 && !last)
			a.kids = append(a.kids, t)
		}
		if n == 0 {
			return true
		}
		ref := &TaskRef{ID: string(s[end+1 : end+n])}
		ref.SetPos(start + end)
		a.kids = append(a.kids, ref)
		i = end + n
	}
}

// plainBlock is a block whose children are kids of the arena: goldmark takes
// all it finds in a block for blocks, until it has read what is in them.
type plainBlock struct {
	node     ast.Node
	from, to int
}

// plainTransformer gives these blocks their children.
type plainTransformer struct{}

// Transform implements parser.ASTTransformer.
func (plainTransformer) Transform(_ *ast.Document, _ text.Reader, pc parser.Context) {
	a, _ := pc.Get(arenaKey).(*arena)
	if a == nil {
		return
	}
	for _, p := range a.plains {
		for _, k := range a.kids[p.from:p.to] {
			p.node.AppendChild(p.node, k)
		}
	}
}
