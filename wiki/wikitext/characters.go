package wikitext

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// clean returns Markdown as MediaWiki would keep its characters: line ends are
// newlines, and what is no character of text (broken UTF-8, NUL and other
// control characters) is U+FFFD, as MediaWiki stores it.
func clean(src string) string {
	if isClean(src) {
		return src
	}
	src = strings.ReplaceAll(src, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case isControl(r):
			return utf8.RuneError
		}
		return r // strings.Map yields U+FFFD for broken bytes
	}, src)
}

// cleanNoting does so and reports what it replaces.
func cleanNoting(src string, report func(Notice)) string {
	if isClean(src) {
		return src
	}
	noteBytes(src, report)
	return clean(src)
}

// cleanBytes does so for Markdown. The result may be md itself.
func cleanBytes(md []byte, report func(Notice)) []byte {
	if isClean(md) {
		return md
	}
	return []byte(cleanNoting(string(md), report))
}

// isClean reports whether clean leaves a text as it is.
func isClean[T string | []byte](s T) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c < ' ' && c != '\n' && c != '\t' || c == 0x7f {
				return false
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(string(s[i:min(len(s), i+utf8.UTFMax)]))
		if r == utf8.RuneError && n == 1 || isControl(r) {
			return false
		}
		i += n
	}
	return true
}

func isControl(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r == 0xfffe || r == 0xffff
}

// stored returns a text as MediaWiki would keep its characters.
func stored(s string) string { return composed(clean(s)) }

// composed returns a text in the normal form C. The characters of ordinary texts
// have no other form: those before the combining ones, dashes, quotes, boxes.
func composed(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] < 0xcc { // below U+0300, or within a character
			continue
		}
		if s[i] != 0xe2 || i+2 >= len(s) || !isComposed(s[i+1], s[i+2]) {
			return norm.NFC.String(s)
		}
	}
	return s
}

// isComposed reports whether the character of 0xe2 and two bytes more is one
// that surely stays as it is.
func isComposed(b, c byte) bool {
	switch b {
	case 0x80: // U+2000 to U+203F, but for the first, which are blanks
		return c >= 0x90
	case 0x82, 0x86, 0x98, 0x9c: // €, arrows, boxes, ticks
		return true
	}
	return false
}
