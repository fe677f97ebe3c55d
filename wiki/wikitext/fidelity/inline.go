package fidelity

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// style is what a text looks like: the marks that are on, and where it leads.
type style struct {
	marks []string // sorted, each once
	link  string
}

// with returns s with one more mark.
func (s style) with(mark string) style {
	i, there := slices.BinarySearch(s.marks, mark)
	if there {
		return s
	}
	s.marks = slices.Insert(slices.Clone(s.marks), i, mark)
	return s
}

func (s style) equal(t style) bool {
	return s.link == t.link && slices.Equal(s.marks, t.marks)
}

// glyph is one character in its look.
type glyph struct {
	r  rune
	br bool // a line break, not a character
	style
}

// glyphs is a text under construction.
type glyphs []glyph

func (g *glyphs) text(s string, st style) {
	for _, r := range s {
		*g = append(*g, glyph{r: r, style: st})
	}
}

func (g *glyphs) lineBreak(st style) { *g = append(*g, glyph{r: '\n', br: true, style: st}) }

const nbsp = '\u00a0'

// flow returns the text of a paragraph as a browser sets it: white space is
// one blank and none at its edges and beside line breaks; line breaks at its
// edges show nothing.
func (g glyphs) flow() []Run {
	g.unarmoured()
	g = g.collapsed()
	g.plainBlanks()
	return g.runs()
}

// unarmoured returns g with the blanks that MediaWiki made hard as they were
// typed.
func (g glyphs) unarmoured() {
	for i, c := range g {
		if c.r == nbsp && frenchSpace(g, i) {
			g[i].r = ' '
		}
	}
}

// collapsed returns g without the white space that a browser does not show.
func (g glyphs) collapsed() glyphs {
	var out glyphs
	for _, c := range g {
		switch {
		case c.br:
			for len(out) > 0 && out[len(out)-1].isBlank() {
				out = out[:len(out)-1]
			}
			if len(out) > 0 {
				out = append(out, c)
			}
		case strings.ContainsRune(" \t\n\r\f", c.r):
			if n := len(out); n > 0 && !out[n-1].isBlank() && !out[n-1].br {
				c.r = ' '
				out = append(out, c)
			}
		default:
			out = append(out, c)
		}
	}
	for len(out) > 0 && (out[len(out)-1].isBlank() || out[len(out)-1].br) {
		out = out[:len(out)-1]
	}
	return out
}

func (c glyph) isBlank() bool { return c.r == ' ' && !c.br }

// frenchSpace reports whether the hard blank at i is one that MediaWiki makes
// of an ordinary one.
func frenchSpace(g glyphs, i int) bool {
	return i+1 < len(g) && strings.ContainsRune("?:;!%»›", g[i+1].r) || i > 0 && strings.ContainsRune("«‹", g[i-1].r)
}

// inked are the marks that show on a blank: it has a line through it or below
// it, or a ground.
var inked = []string{"code", "del", "kbd", "mark", "samp", "u"}

// plainBlanks takes from blanks and line breaks the marks that do not show on
// them, and the link, where not both neighbours have them.
func (g glyphs) plainBlanks() {
	for i := range g {
		if !g[i].isBlank() && !g[i].br || i == 0 || i+1 == len(g) {
			continue
		}
		before, behind := g[i-1].marks, g[i+1].marks
		var keep []string
		for _, m := range g[i].marks {
			if slices.Contains(inked, m) || slices.Contains(before, m) && slices.Contains(behind, m) {
				keep = append(keep, m)
			}
		}
		for _, m := range before {
			if slices.Contains(behind, m) && !slices.Contains(inked, m) && !slices.Contains(keep, m) {
				keep = append(keep, m)
			}
		}
		slices.Sort(keep)
		g[i].marks = keep
		if g[i].link = g[i-1].link; g[i+1].link != g[i].link {
			g[i].link = ""
		}
	}
}

// runs joins glyphs of one look.
func (g glyphs) runs() []Run {
	var out []Run
	for i := 0; i < len(g); {
		j := i
		var b strings.Builder
		for j < len(g) && g[j].equal(g[i].style) {
			b.WriteRune(g[j].r)
			j++
		}
		out = append(out, Run{Text: norm.NFC.String(b.String()), Marks: strings.Join(g[i].marks, " "), Link: g[i].link})
		i = j
	}
	return out
}

// exact returns the text of code as it stands, but for the end of its last
// line.
func (g glyphs) exact() []Run {
	g.unarmoured()
	if n := len(g); n > 0 && g[n-1].r == '\n' {
		g = g[:n-1]
	}
	return g.runs()
}
