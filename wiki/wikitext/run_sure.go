package wikitext

import (
	"unicode"
	"unicode/utf8"
)

// isSure reports whether run i, written with its neighbours, is surely read as
// what it is, so that nobody need convert it back to see: words, and plain
// marks, links and wikitext between words. A test holds that to the truth with
// random texts.
func isSure(runs []run, i int) bool {
	r := runs[i]
	before, after := neighbour(runs, i-1, true), neighbour(runs, i+1, false)
	if r.style != 0 && (r.style&(r.style-1) != 0 || r.style == strikeStyle ||
		!(before == '\n' || before == ' ' || before == '(') || !(isSpaceOrEnd(after) || isStop(after))) {
		return false
	}
	switch r.kind {
	case textRun:
		if r.style == 0 {
			return sureText(r.text, before == '\n', before, after)
		}
		first, _ := utf8.DecodeRuneInString(r.text)
		return (unicode.IsLetter(first) || unicode.IsDigit(first)) && sureWords(r.text) && lastRuneIn(r.text) != ' '
	case rawRun:
		return r.style == 0 && sureRaw(r.text)
	case breakRun:
		return r.style == 0 && before != ' ' && before != '\n' && after != 0 && runs[i+1].kind != breakRun
	case linkRun:
		return r.style&codeStyle == 0 && !unicode.IsLetter(after) && after != '[' && before != '[' && sureWords(r.link) && sureWords(r.text)
	}
	return false
}

// neighbour returns the character of run i that is next to another run: a
// line's end before the first, 0 behind the last, a bracket for what begins or
// ends with a mark.
func neighbour(runs []run, i int, end bool) rune {
	switch {
	case i < 0:
		return '\n'
	case i >= len(runs):
		return 0
	}
	r := runs[i]
	switch {
	case r.kind == breakRun:
		return '\n'
	case r.kind != textRun || r.style != 0 || r.group > 0:
		return '['
	case end:
		return lastRuneIn(r.text)
	}
	c, _ := utf8.DecodeRuneInString(r.text)
	return c
}

func isSpaceOrEnd(r rune) bool { return r == 0 || r == ' ' || r == '\n' }

func isStop(r rune) bool { return r == '.' || r == ',' || r == ')' || r == '?' }

// sureWords reports whether a text within a line is surely nothing but text.
func sureWords(s string) bool {
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			if !unicode.IsLetter(r) && !isDash(r) {
				return false
			}
			i += n
			continue
		}
		switch {
		case isASCIILetter(c), isDigit(c), c == ' ', c == ',', c == '(', c == ')', c == '?', c == '%', c == '+', c == '"', c == '$', c == ';':
		case c == ':':
			if i+1 < len(s) && s[i+1] == '/' {
				return false
			}
		case c == '/':
			if i > 0 && s[i-1] == '/' {
				return false
			}
		case c == '.':
			if i >= 3 && s[i-1]|0x20 == 'w' && s[i-2]|0x20 == 'w' && s[i-3]|0x20 == 'w' {
				return false
			}
		case c == '-', c == '=':
			if i > 0 && s[i-1] == c {
				return false
			}
		default:
			return false
		}
		i++
	}
	return true
}

// isDash knows the signs beyond ASCII that minutes have and nobody reads as a
// mark.
func isDash(r rune) bool {
	switch r {
	case '–', '—', '…', '„', '“', '”', '‚', '‘', '’', '§', '€', '°', '→':
		return true
	}
	return false
}

// sureText does so for a text that may begin a line and have lines.
func sureText(s string, line bool, before, after rune) bool {
	for {
		i := 0
		for i < len(s) && s[i] != '\n' {
			i++
		}
		l := s[:i]
		if line && l != "" && !sureStart(l) || !sureWords(l) {
			return false
		}
		if i == len(s) {
			break
		}
		line = true
		s = s[i+1:]
	}
	// What stands beside something else begins and ends like a word or a pause.
	switch {
	case s == "":
		return true
	case after != 0 && (s[len(s)-1] == ';' || s[len(s)-1] == '-' || s[len(s)-1] == '=' || s[len(s)-1] == '$'):
		return false
	}
	return true
}

// sureStart reports whether a line surely begins no block of either side.
func sureStart(l string) bool {
	if c := l[0]; isDigit(c) {
		i := 0
		for i < len(l) && isDigit(l[i]) {
			i++
		}
		return i < len(l) && l[i] != '.' && l[i] != ')'
	} else if isASCIILetter(c) || c == '(' || c == '"' {
		return true
	}
	r, _ := utf8.DecodeRuneInString(l)
	return unicode.IsLetter(r)
}

// sureRaw reports whether wikitext can stand in a raw span as it is.
func sureRaw(s string) bool {
	if s == "" || s == "<nowiki/>" || s[0] == ' ' || s[len(s)-1] == ' ' {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i] == '`' || s[i] == '\n' || s[i] == '\t' || s[i] == '\\' {
			return false
		}
	}
	return true
}
