package wikitext

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// What the lines are that plainLists and plainParagraphs read. Each function is
// given a line without the blanks before it and without its end, and rather says
// no than be wrong: then goldmark decides.

// isMarked reports whether a line begins like an item of a list.
func isMarked(line []byte) bool {
	_, _, text := readMark(line)
	return text != 0
}

// readMark returns the mark of an item's line (for numbers what follows them),
// its number, -1 without one, and where its text begins: behind one blank, -1 if
// that is not so, 0 if the line begins no item.
func readMark(line []byte) (mark byte, number, text int) {
	i := 0
	number = -1
	if c := line[0]; isDigit(c) {
		for number = 0; i < len(line) && i < 10 && isDigit(line[i]); i++ {
			number = 10*number + int(line[i]-'0')
		}
		if i == 10 || i == len(line) || line[i] != '.' && line[i] != ')' {
			return 0, 0, 0
		}
	} else if c != '-' && c != '*' && c != '+' {
		return 0, 0, 0
	}
	mark = line[i]
	i++
	switch {
	case i == len(line) || line[i] == '\t':
		return mark, number, -1
	case line[i] != ' ':
		return 0, 0, 0
	case i+1 == len(line) || line[i+1] <= ' ':
		return mark, number, -1
	}
	return mark, number, i + 1
}

// isATX reports whether a line is a heading with # before it.
func isATX(line []byte) bool {
	n := 0
	for n < len(line) && line[n] == '#' {
		n++
	}
	return n > 0 && n <= 6 && (n == len(line) || line[n] == ' ')
}

// beginsText reports whether what an item holds begins with a line of text.
func beginsText(line []byte) bool {
	switch c := line[0]; c {
	case '(', '"', '\'', '/', '.', ',', '?', '!', '@', '$', '%', '&':
		return true
	case '[': // a box or a link, but no definition of one
		return !bytes.Contains(line, []byte("]:"))
	case '`':
		return !bytes.HasPrefix(line, []byte("```"))
	case '*', '_': // no list, no rule
		return len(line) > 2 && line[1] == c && isTextByte(line[2]) || len(line) > 1 && isTextByte(line[1])
	case '#':
		return len(line) > 1 && isDigit(line[1])
	}
	return goesOn(line)
}

// goesOn reports whether a line surely goes on with the text before it.
func goesOn(line []byte) bool {
	if isDigit(line[0]) {
		return !isMarked(line)
	}
	return isTextByte(line[0]) || line[0] == '(' || line[0] == '"'
}

func isTextByte(c byte) bool { return isASCIILetter(c) || c >= utf8.RuneSelf }

// boxLength returns the length of the box that begins a text and of the blanks
// behind it, if a text follows; 0 without one.
func boxLength(line []byte) int {
	if len(line) < 5 || line[0] != '[' || line[2] != ']' || line[3] != ' ' || line[1] != ' ' && line[1]|0x20 != 'x' {
		return 0
	}
	n := 4
	for n < len(line) && util.IsSpace(line[n]) {
		n++
	}
	if n == len(line) {
		return 0
	}
	return n
}
