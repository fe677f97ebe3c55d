package wikitext

import (
	"strings"
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
	if r.style&codeStyle != 0 && after == '\n' { // the break could be a raw span, with backticks
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
	case urlRun:
		return r.style == 0 && r.text == r.link && (before == ' ' || before == '\n') && isSpaceOrEnd(after) && after != '\n' && sureURL(r.text)
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
		prev, next := byte(' '), byte(' ')
		if i > 0 {
			prev = s[i-1]
		}
		if i+1 < len(s) {
			next = s[i+1]
		}
		ok := false
		switch c {
		case ' ', ',', '(', ')', '?', '%', '+', '"', '$', ';', '-', '=':
			ok = true
		case ':':
			ok = next != '/'
		case '/':
			ok = prev != '/'
		case '.':
			ok = i < 3 || prev|0x20 != 'w' || s[i-2]|0x20 != 'w' || s[i-3]|0x20 != 'w'
		case '!':
			ok = next != '!' && i+1 < len(s)
		case '\'', '_':
			ok = isWordByte(prev) && isWordByte(next)
		case '#': // before a word it is a task's, and escaped, or nothing
			ok = isWordByte(prev) && !isWordByte(next) || prev == ' ' && (i > 0 && isWordByte(next) || taskIDLength([]byte(s[i+1:min(len(s), i+65)])) > 0)
		case '*', '&':
			ok = prev == ' ' && next == ' ' && i > 0 && i+1 < len(s)
		case '>':
			ok = i > 0 && i+1 < len(s)
		case '<', '@':
			ok = next == ' ' && i+1 < len(s)
		default:
			ok = isASCIILetter(c) || isDigit(c)
		}
		if !ok {
			return false
		}
		i++
	}
	return true
}

func isWordByte(c byte) bool { return isASCIILetter(c) || isDigit(c) }

// sureURL reports whether Markdown and MediaWiki surely find the same begin and
// end in an address that stands between blanks.
func sureURL(s string) bool {
	rest, ok := strings.CutPrefix(s, "http")
	rest = strings.TrimPrefix(rest, "s")
	rest, ok2 := strings.CutPrefix(rest, "://")
	host, path, _ := strings.Cut(rest, "/")
	dot := strings.LastIndexByte(host, '.')
	if !ok || !ok2 || dot < 1 || dot+1 == len(host) || len(host) > 200 {
		return false
	}
	for i := 0; i < len(host); i++ {
		c := host[i]
		if !isLower(c) && (i > dot || !isDigit(c) && c != '-' && c != '.') {
			return false
		}
	}
	for i := 0; i < len(path); i++ {
		switch c := path[i]; {
		case isWordByte(c):
		case i+1 == len(path):
			return c == '/'
		case c == '/', c == '.', c == '-', c == '=', c == '?', c == '%':
		default:
			return false
		}
	}
	return true
}

// sureExternal reports whether the runs of a link's label, with what is behind
// them, are surely a link.
func sureExternal(label []run, before rune) bool {
	return len(label) == 1 && label[0].kind == textRun && label[0].style == 0 && before != '[' && before != '!' &&
		sureURL(label[0].link) && sureWords(label[0].text)
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
		if line && l != "" && !sureStart(l) || !line && l != "" && l[0] == '#' || !sureWords(l) {
			return false
		}
		if i == len(s) {
			break
		}
		line = true
		s = s[i+1:]
	}
	// What stands beside something else ends like a word or a pause.
	switch end := s[max(0, len(s)-1):]; end {
	case "=":
		return false
	case ";", "-", "$", "\"", "%", "+":
		return after == 0
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
	} else if isASCIILetter(c) || c == '(' || c == '"' || c == '#' { // of a task's, as sureWords sees
		return true
	}
	r, _ := utf8.DecodeRuneInString(l)
	return unicode.IsLetter(r)
}

// sureBox reports whether the runs of an item that begin with a task's box are
// surely read as that.
func sureBox(runs []run) bool {
	r := runs[0]
	r.text = r.text[len("☐ "):]
	first, _ := utf8.DecodeRuneInString(r.text)
	return (unicode.IsLetter(first) || isDigit(byte(min(first, utf8.RuneSelf)))) && r.style == 0 && r.group == 0 && sureText(r.text, true, '\n', neighbour(runs, 1, false))
}

// sureRaw reports whether wikitext can stand in a raw span as it is, wherever in
// a line that comes to be.
func sureRaw(s string) bool {
	if s == "" || s == "<nowiki/>" || strings.HasPrefix(s, "<!--") || strings.HasPrefix(s, "__") || s[0] == ' ' || s[len(s)-1] == ' ' || blockTag(s) != "" {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i] == '`' || s[i] == '\n' || s[i] == '\t' || s[i] == '\\' {
			return false
		}
	}
	return true
}
