package tui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/displaywidth"
)

// cells measures text in cells of the terminal, as the renderer does: until the
// terminal has said that it knows grapheme clusters, a cluster is as wide as
// its runes together.
type cells struct{ clusters bool }

// width returns how many cells s takes. s holds no escape sequences.
func (c cells) width(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			if c.clusters {
				return displaywidth.String(s)
			}
			return ansi.StringWidthWc(c.shown(s))
		}
	}
	return len(s)
}

// shown returns what is drawn of s. Where a terminal has not said that it knows
// clusters, it may take an emoji of several characters for one of two cells or
// for many, and everything behind it would stand elsewhere than thought: of
// such an emoji the first character is drawn.
func (c cells) shown(s string) string {
	if c.clusters || !hasJoined(s) {
		return s
	}
	var b strings.Builder
	for g := displaywidth.StringGraphemes(s); g.Next(); {
		v := g.Value()
		if r, n := utf8.DecodeRuneInString(v); n < len(v) && hasJoined(v) && !unicode.IsLetter(r) {
			v = v[:n]
		}
		b.WriteString(v)
	}
	return b.String()
}

// hasJoined tells whether s holds what makes one emoji of several characters:
// the joiner, the mark of a coloured picture, a colour of skin.
func hasJoined(s string) bool {
	for i := 0; i+2 < len(s); i++ {
		switch s[i] {
		case 0xe2:
			if s[i:i+3] == "\u200d" {
				return true
			}
		case 0xef:
			if s[i:i+3] == "\ufe0f" {
				return true
			}
		case 0xf0:
			if i+3 < len(s) && s[i+1] == 0x9f && s[i+2] == 0x8f && s[i+3] >= 0xbb {
				return true
			}
		}
	}
	return false
}

// next returns the first grapheme cluster of s, which is not empty, and its
// width.
func (c cells) next(s string) (cluster string, width int) {
	if s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return s[:1], 1
	}
	g := displaywidth.StringGraphemes(s)
	if !g.Next() {
		return s, 0
	}
	cluster = g.Value()
	if c.clusters {
		return cluster, g.Width()
	}
	return cluster, c.width(cluster)
}

// cut returns as much of s from its start as fits into w cells, and its width.
func (c cells) cut(s string, w int) (string, int) {
	if len(s) <= w && isASCII(s) {
		return s, len(s)
	}
	used := 0
	for i := 0; i < len(s); {
		g, gw := c.next(s[i:])
		if used+gw > w {
			return s[:i], used
		}
		used += gw
		i += len(g)
	}
	return s, used
}

// short returns s in at most w cells, with an ellipsis where something is
// left out.
func (c cells) short(s string, w int) string {
	if w <= 0 {
		return ""
	}
	if c.width(s) <= w {
		return s
	}
	head, _ := c.cut(s, w-1)
	return strings.TrimRight(head, " ") + "…"
}

// wrap breaks s into rows of at most w cells, at blanks where there are any; a
// word that is wider is broken. Line breaks of s stay. There is at least one
// row. O(len(s)).
func (c cells) wrap(s string, w int) []string {
	var rows []string
	for _, p := range c.breaks(s, w, w) {
		rows = append(rows, s[p.from:p.to])
	}
	return rows
}

// part is a piece of a text, from one byte offset to another.
type part struct{ from, to int }

// breaks is wrap, with the first row of its own width, and returns where the
// rows stand in s.
func (c cells) breaks(s string, first, w int) []part {
	first, w = max(first, 1), max(w, 1)
	var rows []part
	for at := 0; ; {
		end := len(s)
		if n := strings.IndexByte(s[at:], '\n'); n >= 0 {
			end = at + n
		}
		rows = c.breakLine(rows, s, part{at, end}, first, w)
		if end == len(s) {
			return rows
		}
		at, first = end+1, w
	}
}

func (c cells) breakLine(rows []part, s string, line part, room, w int) []part {
	start, used := line.from, 0 // the row being filled
	brk, behind := -1, 0        // the last blank in it, and the width up to its end
	for i := line.from; i < line.to; {
		g, gw := c.next(s[i:line.to])
		if used+gw > room && i > start {
			room = w
			switch {
			case g == " ": // the blank at the edge is the break
				rows = append(rows, part{start, i})
				i++
				start, used, brk = i, 0, -1
				continue
			case brk >= start:
				rows = append(rows, part{start, brk})
				start, used, brk = brk+1, used-behind, -1
			default:
				rows = append(rows, part{start, i})
				start, used = i, 0
			}
		}
		if g == " " {
			brk, behind = i, used+gw
		}
		used += gw
		i += len(g)
	}
	return append(rows, part{start, line.to})
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// clean returns s as it may be drawn: what came from a file or a wiki page
// holds whatever somebody wrote, and control characters would act on the
// terminal, marks of writing direction on the rest of the row. Line breaks
// stay; a tab becomes blanks; bytes that are no UTF-8 become U+FFFD.
func clean(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if b := s[i]; b < ' ' && b != '\n' || b >= 0x7f {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	s = stripSequences(s)
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case r == '\n':
			b.WriteByte('\n')
		case r == '\t':
			b.WriteString("    ")
		case r == '\u2028' || r == '\u2029' || r == '\u0085':
			b.WriteByte('\n')
		case hidden(r):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// cleanLine is clean for what must be one row.
func cleanLine(s string) string {
	s = clean(s)
	if strings.IndexByte(s, '\n') >= 0 {
		s = strings.ReplaceAll(s, "\n", " ")
	}
	return s
}

// hidden tells whether r has no place of its own on the screen and would do
// something else there: control characters, marks of writing direction, the
// byte order mark, invisible tags.
func hidden(r rune) bool {
	switch {
	case unicode.IsControl(r):
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x061c:
		return true
	case r == 0xfeff, r >= 0xfff9 && r <= 0xfffb:
		return true
	case r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return false
}
