package wikitext

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A pieceKind says what a piece of a block is to a patch.
type pieceKind uint8

const (
	wordPiece    pieceKind = iota // letters and digits
	spacePiece                    // blanks
	textPiece                     // punctuation that is no markup
	markPiece                     // markup, and ends of lines
	commentPiece                  // <!-- … -->
)

// cutPieces cuts a text into words and what is between them. Joined they are
// the text.
func cutPieces(s string) []string {
	var out []string
	for s != "" {
		n := pieceLength(s)
		out = append(out, s[:n])
		s = s[n:]
	}
	return out
}

// pieceLength returns the length of the piece at the start of s.
func pieceLength(s string) int {
	switch c := s[0]; {
	case c == ' ' || c == '\t':
		return len(s) - len(strings.TrimLeft(s, " \t"))
	case c == '\n' || c == '\r':
		return len(s) - len(strings.TrimLeft(s, "\r\n"))
	case strings.IndexByte("'*#:;=-~`_", c) >= 0:
		return runLength(s, 0, c)
	case strings.HasPrefix(s, "[[") || strings.HasPrefix(s, "]]") || strings.HasPrefix(s, "{{") || strings.HasPrefix(s, "}}") ||
		strings.HasPrefix(s, "||") || strings.HasPrefix(s, "!!"):
		return 2
	case strings.HasPrefix(s, "<!--"):
		if i := strings.Index(s, "-->"); i > 0 {
			return i + 3
		}
	case c == '<' && len(s) > 1 && (s[1] == '/' || s[1] >= 'A' && s[1] <= 'Z' || s[1] >= 'a' && s[1] <= 'z'):
		if i := strings.IndexAny(s[:min(len(s), 200)], ">\n"); i > 0 && s[i] == '>' {
			return i + 1
		}
	case c == '&':
		if i := strings.IndexAny(s[:min(len(s), 32)], "; \n"); i > 1 && s[i] == ';' {
			return i + 1
		}
	}
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !isWordPart(r) || r == utf8.RuneError && size == 1 {
			break
		}
		n += size
	}
	if n == 0 {
		_, n = utf8.DecodeRuneInString(s)
	}
	return n
}

func isWordPart(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func kindOfPiece(s string) pieceKind {
	switch {
	case strings.HasPrefix(s, "<!--"):
		return commentPiece
	case s[0] == ' ' || s[0] == '\t':
		return spacePiece
	case strings.IndexByte(".,?()/%\"-+$", s[0]) >= 0 && len(s) == 1:
		return textPiece
	}
	if r, _ := utf8.DecodeRuneInString(s); isWordPart(r) {
		return wordPiece
	} else if r >= utf8.RuneSelf && r != utf8.RuneError {
		return textPiece
	}
	return markPiece
}

// alignPieces pairs the pieces of two texts: the words first, for blanks and
// marks are everywhere, then what is between two paired words.
func alignPieces(a, b []string) []pair {
	num := numbering{}
	wordsIn := func(list []string) (seq, at []int) {
		for i, s := range list {
			if kindOfPiece(s) == wordPiece {
				seq, at = append(seq, num.of(s)), append(at, i)
			}
		}
		return seq, at
	}
	seqA, atA := wordsIn(a)
	seqB, atB := wordsIn(b)
	all := func(list []string) []int {
		seq := make([]int, len(list))
		for i, s := range list {
			seq[i] = num.of(s)
		}
		return seq
	}
	found := align(seqA, seqB, len(num))
	allA, allB := all(a), all(b)
	al := &aligner{seen: make([]occurrence, len(num))}
	i, j := 0, 0
	for _, p := range append(found[:len(found):len(found)], pair{-1, -1}) {
		x, y := len(a), len(b)
		if p.a >= 0 {
			x, y = atA[p.a], atB[p.b]
		}
		al.between(allA[i:x], allB[j:y], i, j, 0)
		if p.a >= 0 {
			al.pairs = append(al.pairs, pair{x, y})
		}
		i, j = x+1, y+1
	}
	return al.pairs
}

// A wordPatch is what carryWords makes.
type wordPatch struct {
	text  string
	plain bool // only words and blanks were changed, and nothing of the person's own was lost
}

// carryWords carries the edit from old to edited, which are projections, to own,
// which is the person's text of old. What was not edited keeps its spelling. With
// wordsOnly, changes without a word in them are left out: a converter may spell
// the whole of a text otherwise because of one character in it.
func carryWords(own, old, edited string, cut func(string) []string, wordsOnly bool) wordPatch {
	s, p, n := cut(own), cut(old), cut(edited)
	at := make([]int, len(p)) // where a piece of old is in own
	for i := range at {
		at[i] = -1
	}
	inOld := make([]bool, len(s))
	for _, x := range alignPieces(s, p) {
		at[x.b] = x.a
		inOld[x.a] = true
	}
	w := wordPatch{plain: true}
	var out strings.Builder
	done := 0 // of own
	hs := hunks(alignPieces(p, n), len(p), len(n))
	for i, h := range hs {
		hs[i].paired = !wordsOnly || hasWord(p[h.a0:h.a1]) || hasWord(n[h.b0:h.b1]) // is made
	}
	for _, h := range widen(hs, at) {
		if !h.paired {
			continue
		}
		from, _ := startIn(h, at, len(s))
		to, _ := endIn(h, at, len(s))
		from = max(from, done)
		to = max(to, from)
		w.plain = w.plain && plainPieces(p[h.a0:h.a1]) && plainPieces(n[h.b0:h.b1])
		writeAll(&out, s[done:from])
		writeAll(&out, n[h.b0:h.b1])
		for k := from; k < to; k++ {
			switch {
			case inOld[k]:
			case kindOfPiece(s[k]) == commentPiece:
				out.WriteString(s[k])
			case kindOfPiece(s[k]) == wordPiece:
				w.plain = false
			}
		}
		done = to
	}
	writeAll(&out, s[done:])
	w.text = out.String()
	return w
}

func writeAll(b *strings.Builder, pieces []string) {
	for _, s := range pieces {
		b.WriteString(s)
	}
}

// widen makes the changes so wide that begin and end of each are known in the
// person's text, and joins those that meet; so it must see all of them, those
// that are not made too.
func widen(hs []hunk, at []int) []hunk {
	var out []hunk
	for _, h := range hs {
		for {
			_, ok := startIn(h, at, 0)
			if ok {
				break
			}
			h.a0, h.b0 = h.a0-1, h.b0-1
		}
		for {
			_, ok := endIn(h, at, 0)
			if ok {
				break
			}
			h.a1, h.b1 = h.a1+1, h.b1+1
		}
		if k := len(out) - 1; k >= 0 && h.a0 < out[k].a1 {
			out[k].paired = out[k].paired || h.paired
			if h.a1 > out[k].a1 { // the end that is farther to the right knows more changes
				out[k].a1, out[k].b1 = h.a1, h.b1
			} else {
				out[k].b1 = h.b1 + out[k].a1 - h.a1
			}
			if h.a0 < out[k].a0 {
				out[k].b0 -= out[k].a0 - h.a0
				out[k].a0 = h.a0
			}
			continue
		}
		out = append(out, h)
	}
	return out
}

// startIn returns where a change of old begins in own, false if that cannot be
// said because the pieces beside it are spelled in another way there.
func startIn(h hunk, at []int, end int) (int, bool) {
	switch {
	case h.a0 < h.a1 && at[h.a0] >= 0:
		return at[h.a0], true
	case h.a0 == 0:
		return 0, true
	case at[h.a0-1] >= 0:
		return at[h.a0-1] + 1, true
	case h.a0 < len(at) && at[h.a0] >= 0:
		return at[h.a0], true
	case h.a0 == len(at):
		return end, true
	}
	return 0, false
}

// endIn returns where it ends.
func endIn(h hunk, at []int, end int) (int, bool) {
	switch {
	case h.a0 == h.a1:
		return startIn(h, at, end)
	case at[h.a1-1] >= 0:
		return at[h.a1-1] + 1, true
	case h.a1 == len(at):
		return end, true
	case at[h.a1] >= 0:
		return at[h.a1], true
	}
	return 0, false
}

func hasWord(pieces []string) bool {
	return slices.ContainsFunc(pieces, func(s string) bool { return kindOfPiece(s) == wordPiece })
}

// cutLinks cuts a text as cutPieces does, but a link is one piece, with the
// letters that belong to its label.
func cutLinks(s string) []string {
	var out []string
	for s != "" {
		n := pieceLength(s)
		if s[0] == '[' {
			if i := strings.IndexAny(s[n:], "]\n"); i > 0 && s[n+i] == ']' {
				n += i + len(s[n+i:]) - len(strings.TrimLeft(s[n+i:], "]"))
				n += len(linkTrail(s[n:]))
			}
		}
		out = append(out, s[:n])
		s = s[n:]
	}
	return out
}

// plainPieces reports whether there is no markup among pieces.
func plainPieces(pieces []string) bool {
	for _, s := range pieces {
		if k := kindOfPiece(s); k == markPiece || k == commentPiece {
			return false
		}
	}
	return true
}
