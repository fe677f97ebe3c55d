package tui

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/displaywidth"
)

// key takes a key press and reports whether it meant something here. Up in the
// first row, down in the last one, and whatever is no matter of editing are
// left to the caller.
func (b *textBox) key(k tea.KeyPressMsg) bool {
	name := k.String()
	if name != "up" && name != "down" && name != "pgup" && name != "pgdown" {
		b.goal = -1
	}
	if b.move(name) {
		b.typing = false
		return true
	}
	if b.edit(name) {
		return true
	}
	if k.Text != "" && k.Mod&^(tea.ModShift|tea.ModCapsLock|tea.ModNumLock) == 0 {
		b.remember(true)
		b.insert(k.Text)
		return true
	}
	return false
}

// paste puts pasted text in.
func (b *textBox) paste(text string) {
	b.remember(false)
	b.insert(text)
	b.goal = -1
}

func (b *textBox) move(name string) bool {
	switch name {
	case "left", "ctrl+b":
		b.left()
	case "right", "ctrl+f":
		b.right()
	case "ctrl+left", "alt+left", "alt+b":
		b.wordLeft()
	case "ctrl+right", "alt+right", "alt+f":
		b.wordRight()
	case "home", "ctrl+a":
		b.col = int(b.starts(b.row)[b.subRow()])
	case "end", "ctrl+e":
		b.rowEnd()
	case "ctrl+home":
		b.home()
	case "ctrl+end":
		b.end()
	case "up":
		return b.vertical(-1)
	case "down":
		return b.vertical(1)
	case "pgup":
		return b.vertical(-b.page)
	case "pgdown":
		return b.vertical(b.page)
	default:
		return false
	}
	return true
}

func (b *textBox) edit(name string) bool {
	row, col := b.row, b.col
	end := len(b.lines[row].text)
	switch name {
	case "enter", "shift+enter", "ctrl+j":
		b.remember(false)
		b.insert("\n")
		return true
	case "backspace", "shift+backspace":
		b.left()
	case "delete", "ctrl+d":
		b.right()
	case "ctrl+w", "alt+backspace", "ctrl+backspace":
		b.wordLeft()
	case "alt+d", "ctrl+delete":
		b.wordRight()
	case "ctrl+u":
		b.col = 0
	case "ctrl+k":
		if b.col = end; col == end {
			b.right()
		}
	case "f8", "ctrl+z":
		b.undo()
		return true
	case "f9", "ctrl+y":
		b.redo()
		return true
	default:
		return false
	}
	to, at := b.row, b.col
	if to == row && at == col {
		return true // at an end of the text there is nothing to remove
	}
	b.row, b.col = row, col
	b.remember(false)
	if to < row || (to == row && at < col) {
		row, col, to, at = to, at, row, col
	}
	b.cut(row, col, to, at)
	return true
}

func (b *textBox) home() { b.row, b.col, b.goal = 0, 0, -1 }

func (b *textBox) end() {
	b.row = len(b.lines) - 1
	b.col, b.goal = len(b.lines[b.row].text), -1
}

func (b *textBox) rowEnd() {
	k := b.subRow()
	b.col = b.byteAt(b.row, k, 1<<30)
}

func (b *textBox) left() {
	if b.col > 0 {
		b.col = clusterBefore(b.lines[b.row].text, b.col)
	} else if b.row > 0 {
		b.row--
		b.col = len(b.lines[b.row].text)
	}
}

func (b *textBox) right() {
	line := b.lines[b.row].text
	if b.col < len(line) {
		g := displaywidth.StringGraphemes(line[b.col:])
		g.Next()
		b.col += len(g.Value())
	} else if b.row < len(b.lines)-1 {
		b.row, b.col = b.row+1, 0
	}
}

// clusterBefore returns where the grapheme cluster before at begins.
func clusterBefore(s string, at int) int {
	// Clusters are found from a place where one surely begins.
	from := at
	for from > 0 && at-from < 64 {
		from--
	}
	for from > 0 && (s[from] >= 0x80 || s[from-1] >= 0x80) {
		from--
	}
	g := displaywidth.StringGraphemes(s[from:at])
	last := from
	for pos := from; g.Next(); pos += len(g.Value()) {
		last = pos
	}
	return last
}

func (b *textBox) wordLeft() {
	if b.col == 0 {
		b.left()
		return
	}
	before := strings.TrimRightFunc(b.lines[b.row].text[:b.col], notWord)
	b.col, _ = clusterAround(b.lines[b.row].text, len(strings.TrimRightFunc(before, isWord)))
}

func (b *textBox) wordRight() {
	line := b.lines[b.row].text
	if b.col == len(line) {
		b.right()
		return
	}
	rest := strings.TrimLeftFunc(line[b.col:], notWord)
	b.col = len(line) - len(strings.TrimLeftFunc(rest, isWord))
	b.settle()
}

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || r == '_'
}
func notWord(r rune) bool { return !isWord(r) }
