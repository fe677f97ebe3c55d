package wikitext

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// place says where a text goes to, which decides what means something there.
type place struct {
	line  bool // begins a line of the page (and each line of it does)
	colon bool // follows colons at a line's begin
	label bool // within the label of a link
	cell  bool // within a table's cell
	head  bool // within one of its header
	term  bool // within the term of a definition list
}

// Escape returns wikitext that shows plain text as it is, within a line.
func Escape(text string) string {
	return place{colon: true}.join([]token{{kind: textToken, s: clean(text)}})
}

// EscapeTerm returns wikitext that shows plain text as it is behind ";".
func EscapeTerm(text string) string {
	return place{term: true}.join([]token{{kind: textToken, s: clean(text)}})
}

// escaper appends one text to what is written, and looks at both sides of a
// character, for hardly one means something alone.
type escaper struct {
	place
	out  []byte
	s    string // the text
	next string // begin of what follows it, as it will be written
	mark bool   // '' or ''' has just been written
	quot bool   // '' or ''' follows
}

// text writes the whole text. The table of characters and reasons is in the
// package comment.
func (e *escaper) text() {
	for i := 0; i < len(e.s); {
		if n := e.plain(i); n > i {
			e.out = append(e.out, e.s[i:n]...)
			e.mark = false
			i = n
			continue
		}
		i += e.step(i)
	}
}

// step writes the character or the word at i and returns its length.
func (e *escaper) step(i int) int {
	c := e.s[i]
	switch {
	case c >= utf8.RuneSelf:
		return e.rune(i)
	case isASCIILetter(c):
		return e.word(i)
	case e.special(i, c):
		e.entity(c)
	default:
		e.out = append(e.out, c)
	}
	e.mark = false
	return 1
}

// plain returns where what surely means nothing ends that begins at i: words,
// but for those that could begin an address or a magic link, and what stands
// between them.
func (e *escaper) plain(i int) int {
	s := e.s
	if c := s[i]; !isTextByte(c) && !isDigit(c) && e.last() == 0 {
		return i
	}
	for i < len(s) {
		switch c := s[i]; {
		case isASCIILetter(c):
			j := i + 1
			for j < len(s) && isASCIILetter(s[j]) {
				j++
			}
			if j == len(s) && e.next != "" || j < len(s) && (s[j] == ':' || isMagic(s[i:j])) {
				return i
			}
			i = j
		case c >= utf8.RuneSelf && (c != 0xc2 || i+1 < len(s) && s[i+1] != 0xa0), c < utf8.RuneSelf && isBetween[c]: // 0xc2 0xa0 is a hard blank
			i++
		default:
			return i
		}
	}
	return i
}

// isBetween has the characters that mean nothing behind the begin of a line.
var isBetween = [utf8.RuneSelf]bool{
	' ': true, ',': true, '.': true, '(': true, ')': true, '-': true, '/': true, '+': true, '%': true, '"': true, '?': true, ';': true,
	'#': true, '*': true, '$': true, '>': true, '}': true, '=': true, '@': true, '^': true, '\\': true, '`': true,
	'0': true, '1': true, '2': true, '3': true, '4': true, '5': true, '6': true, '7': true, '8': true, '9': true,
}

// isMagic reports whether MediaWiki makes a link of a word with a number.
func isMagic(word string) bool { return word == "ISBN" || word == "RFC" || word == "PMID" }

// entity writes a character so that it means only itself.
func (e *escaper) entity(c byte) {
	switch c {
	case '<':
		e.out = append(e.out, "&lt;"...)
	case '&':
		e.out = append(e.out, "&amp;"...)
	case '\t':
		e.out = append(e.out, "&#32;"...) // what a reader sees of it
	default:
		e.out = append(e.out, '&', '#')
		if c >= 100 {
			e.out = append(e.out, '1')
			c -= 100
		}
		e.out = append(e.out, '0'+c/10, '0'+c%10, ';')
	}
}

// peek returns the byte behind i, or 0.
func (e *escaper) peek(i int) byte {
	if i+1 < len(e.s) {
		return e.s[i+1]
	}
	if e.next != "" {
		return e.next[0]
	}
	return 0
}

// last returns the last byte written on this line, or 0 at its start.
func (e *escaper) last() byte {
	if len(e.out) == 0 {
		return 0
	}
	if c := e.out[len(e.out)-1]; c != '\n' {
		return c
	}
	return 0
}

// special reports whether the ASCII character c at i, no letter, means
// something to MediaWiki here.
func (e *escaper) special(i int, c byte) bool {
	if e.last() == 0 && e.atStart(i, c) {
		return true
	}
	switch c {
	case '<':
		return couldTag(e.window(i)[1:])
	case '&':
		return isEntity(e.window(i))
	case '\'':
		return e.mark || e.last() == '\'' || e.quot && i == len(e.s)-1
	case '[':
		if e.peek(i) == '[' {
			return e.couldLink(i + 2)
		}
		r := e.window(i + 1)
		if protocolLength(r) > 0 { // in a text its colon is written so that it is none
			return e.label || i+1 == len(e.s) || !freeLink(r)
		}
		return strings.HasPrefix(r, "//")
	case ']':
		return e.label
	case '{':
		return e.last() == '{' || e.last() == '-' || i == len(e.s)-1 && e.peek(i) == '{'
	case '|':
		return e.cell || e.label && len(e.out) == 0
	case '!':
		return e.head && e.last() == '!'
	case '~':
		return len(e.out) > 1 && e.last() == '~' && e.out[len(e.out)-2] == '~'
	case '_':
		return e.peek(i) == '_' && couldSwitch(e.window(i))
	case ':':
		return e.term
	}
	return false
}

// couldLink reports whether what follows [[, from i on, could be the begin of a
// link: a target that ends with ]] or a bar on the same line.
func (e *escaper) couldLink(i int) bool {
	for blank := true; i < len(e.s); i++ {
		switch e.s[i] {
		case ']':
			return !blank && e.peek(i) == ']'
		case '|': // even without a target: saving makes one of the label
			return true
		case '[', '{', '}', '<', '>':
			return false
		case ' ':
		default:
			blank = false
		}
	}
	return e.next != "" && e.next != " " || e.cell || e.label || e.colon || e.term
}

// couldTag reports whether s, behind "<", could be a tag to some wiki, or begins
// a comment. A tag that no wiki knows is text to it.
func couldTag(s string) bool {
	if strings.HasPrefix(s, "!--") {
		return true
	}
	s, end := strings.CutPrefix(s, "/")
	n := 0
	for n < len(s) && (isASCIILetter(s[n]) || isDigit(s[n]) || s[n] == '-') {
		n++
	}
	if n == 0 || n < len(s) && s[n] != '>' && s[n] != '/' && !isSpace(s[n]) {
		return false
	}
	switch name := strings.ToLower(s[:n]); name {
	case "meta", "link", "img", "iframe", "video", "audio", "svg", "form", "section", "translate", "tvar", "languages", "tabs", "tab", "tabber",
		"embedvideo", "youtube", "dpl", "quiz", "choose", "option", "ask", "calendar", "comments", "vote", "poll", "googlemap",
		"uml", "plantuml", "graphviz", "mermaid", "drawio", "pdf", "slideshow", "widget", "headertabs", "email", "tex", "listpages", "jira", "bugzilla":
		return true
	default: // the end of an extension's tag is one only behind its begin
		return isHTMLTag(name) || isExtTag(name) && !end
	}
}

// window returns enough of the text from i on to know a mark by.
func (e *escaper) window(i int) string {
	const most = 64
	if len(e.s)-i >= most {
		return e.s[i : i+most]
	}
	if i >= len(e.s) {
		return e.next
	}
	return e.s[i:] + e.next
}

// atStart reports whether c at i, the first on a line or in an item, would be
// a mark of a block.
func (e *escaper) atStart(i int, c byte) bool {
	if e.line {
		switch c {
		case '*', '#', ':', ';', ' ', '\t':
			return true
		case '-':
			return strings.HasPrefix(e.window(i), "----")
		}
	}
	return c == '{' && e.peek(i) == '|' && (e.line || e.colon)
}

// endLine looks back at the line from start on, now that all of it is there:
// one that begins and ends with an equals sign would be a heading.
func (e *escaper) endLine(start int) {
	line := bytes.TrimRight(e.out[start:], " \n")
	if e.line && len(line) > 2 && line[0] == '=' && line[len(line)-1] == '=' {
		line = append([]byte("&#61;"), e.out[start+1:]...)
		e.out = append(e.out[:start], line...)
	}
}

// rune writes the character at i that is not ASCII.
func (e *escaper) rune(i int) int {
	r, n := utf8.DecodeRuneInString(e.s[i:])
	e.mark = false
	if r == '\u00a0' {
		e.out = append(e.out, "&nbsp;"...)
	} else {
		e.out = append(e.out, e.s[i:i+n]...)
	}
	return n
}

// word writes the letters at i, unless they begin an address or a magic link;
// of these the colon and the blank are written so that they begin none.
func (e *escaper) word(i int) int {
	e.mark = false
	j := i
	for j < len(e.s) && isASCIILetter(e.s[j]) {
		j++
	}
	word := e.s[i:j]
	e.out = append(e.out, word...)
	if r := lastRune(e.out[:len(e.out)-len(word)]); isWordRune(r) {
		return j - i
	}
	switch r := e.window(j); {
	case strings.HasPrefix(r, ":"):
		if !e.label && freeLink(e.window(i)) {
			e.entity(':')
			return j - i + 1
		}
	case isMagic(word):
		if t := strings.TrimLeft(r, " \t"); len(t) < len(r) && t != "" && isDigit(t[0]) && j < len(e.s) {
			e.entity(e.s[j])
			return j - i + 1
		}
	}
	return j - i
}

// freeLink reports whether MediaWiki could make a link of the begin of s. What
// would end an address but is itself written as an entity does not end it.
func freeLink(s string) bool {
	n := protocolLength(s)
	if n == 0 || n == len(s) {
		return false
	}
	switch s[n] {
	case '[', '\'', '<', '>':
		return true
	}
	return !urlEnds(s[n:])
}

// lastRune returns the last character written, or a blank.
func lastRune(b []byte) rune {
	if len(b) == 0 {
		return ' '
	}
	r, _ := utf8.DecodeLastRune(b)
	return r
}

// urlEnds reports whether no address can go on with s.
func urlEnds(s string) bool {
	if s == "" || urlStop(s[0]) {
		return true
	}
	if s[0] < utf8.RuneSelf {
		return strings.HasPrefix(s, "''")
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r == utf8.RuneError || unicode.Is(unicode.Zs, r)
}
