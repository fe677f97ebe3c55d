package wikitext

import "strings"

// beads aligns a person's blocks with those of the projection that shows the
// same: every block of both is in one bead, in order. A bead has one block of
// each side where they belong together; none on one side where the other has no
// such block; and more than one where that cannot be told apart.
//
// Blocks belong together if they are equal; else if they have the same letters
// in the same order; else if they have most words in common; else by their
// number between those that do.
func beads(own, old units, f Format) []hunk {
	content := textOf
	if f == Markdown {
		content = withoutMark
	}
	out := alignUnits(own.list, old.list, content, hunk{a1: len(own.list), b1: len(old.list)}, nil)
	out = eachGap(out, func(h hunk, out []hunk) []hunk {
		return alignUnits(own.list, old.list, lettersOf, h, out)
	})
	out = eachGap(out, func(h hunk, out []hunk) []hunk {
		if oneInParts(own, old, h) {
			return append(out, h)
		}
		return append(out, refine([]hunk{h}, own.list, old.list)...)
	})
	return eachGap(out, func(h hunk, out []hunk) []hunk {
		if h.a1-h.a0 != h.b1-h.b0 {
			return append(out, h)
		}
		for h.a0 < h.a1 {
			out = append(out, hunk{a0: h.a0, a1: h.a0 + 1, b0: h.b0, b1: h.b0 + 1, paired: true})
			h.a0, h.b0 = h.a0+1, h.b0+1
		}
		return out
	})
}

// oneInParts reports whether one block on one side of h has the words of several
// on the other: a raw block for what are passages in the Markdown, a block that
// became two.
func oneInParts(a, b units, h hunk) bool {
	n, m := h.a1-h.a0, h.b1-h.b0
	if n == 0 || m == 0 || n == m || n != 1 && m != 1 || n+m > 64 {
		return false
	}
	return similarity(words(a.text(h.a0, h.a1)), words(b.text(h.b0, h.b1))) > 0.8
}

// eachGap replaces the beads that are not one to one.
func eachGap(hs []hunk, f func(h hunk, out []hunk) []hunk) []hunk {
	var out []hunk
	for _, h := range hs {
		if h.a1 == h.a0+1 && h.b1 == h.b0+1 && h.paired {
			out = append(out, h)
		} else {
			out = f(h, out)
		}
	}
	return out
}

// alignUnits appends the beads of the blocks within h: pairs that key makes
// equal, and what is between them.
func alignUnits(a, b []unit, key func(unit) string, h hunk, out []hunk) []hunk {
	keys := func(list []unit) []string {
		s := make([]string, len(list))
		for i, u := range list {
			s[i] = key(u)
		}
		return s
	}
	return alignKeys(keys(a[h.a0:h.a1]), keys(b[h.b0:h.b1]), h, out)
}

// alignKeys does so for the keys of the blocks within h.
func alignKeys(a, b []string, h hunk, out []hunk) []hunk {
	num := numbering{}
	seq := func(keys []string) []int {
		s := make([]int, len(keys))
		for i, k := range keys {
			s[i] = num.of(k)
		}
		return s
	}
	x, y := seq(a), seq(b)
	i, j := h.a0, h.b0
	for _, p := range align(x, y, len(num)) {
		p.a, p.b = p.a+h.a0, p.b+h.b0
		if p.a > i || p.b > j {
			out = append(out, hunk{a0: i, a1: p.a, b0: j, b1: p.b})
		}
		out = append(out, hunk{a0: p.a, a1: p.a + 1, b0: p.b, b1: p.b + 1, paired: true})
		i, j = p.a+1, p.b+1
	}
	if h.a1 > i || h.b1 > j {
		out = append(out, hunk{a0: i, a1: h.a1, b0: j, b1: h.b1})
	}
	return out
}

// withoutMark returns the text of a block of Markdown, of an item without its
// mark.
func withoutMark(u unit) string {
	if u.kind != ListItem {
		return u.text
	}
	return strings.TrimLeft(u.text[strings.Index(u.text, u.marks)+len(u.marks):], " \t")
}

func textOf(u unit) string { return u.text }

// lettersOf returns the letters and digits of a block; what has none is itself
// without blanks.
func lettersOf(u unit) string {
	var b strings.Builder
	text := u.text
	if u.kind == ListItem {
		text = withoutMark(u)
	}
	for _, piece := range cutPieces(text) {
		if kindOfPiece(piece) == wordPiece {
			b.WriteString(piece)
		}
	}
	if b.Len() == 0 {
		return strings.Join(strings.Fields(u.text), "")
	}
	return b.String()
}
