package minutes

import "bytes"

// maxNesting is how deep lists may be nested before the scanner gives up.
const maxNesting = 16

// scanner is the state between two lines.
type scanner struct {
	items   [maxNesting]int // column of the content of each open list item
	open    int             // how many items are open
	para    bool            // a paragraph is open in the innermost item
	quote   bool            // the paragraph, if any, may belong to a block quote
	fence   byte            // character of the open fence, 0 for none
	ticks   int             // length of the open fence
	comment bool            // within a comment that began outside lists
}

// what a line is, once its indentation is known.
type verdict uint8

const (
	doubt      verdict = iota // goldmark must decide
	running                   // text of a paragraph
	blockStart                // something that ends a paragraph
	listItem                  // blockStart, and its content stands at the column returned
)

// scan fills o from the body of src, which begins at start, line number line,
// without parsing Markdown: on lines alone, with a stack of the list items that
// are open. It is several times faster than goldmark and needs next to no
// memory, for the register of a whole archive.
//
// It decides what files of minutes are made of: headings, lists with lists in
// them, paragraphs, block quotes, fenced and indented code, comments. Where it
// meets anything else (HTML blocks, underlined headings, empty items, tabs) it
// stops and is not sure: the caller parses, and o means nothing. Where it is
// sure, goldmark finds the same.
func scan(src []byte, start, line int, o *outline) (sure bool) {
	var s scanner
	for next := start; next < len(src); line++ {
		begin := next
		end := len(src)
		if i := bytes.IndexByte(src[begin:], '\n'); i >= 0 {
			end = begin + i
			next = end + 1
			if i > 0 && src[end-1] == '\r' {
				end--
			}
		} else {
			next = end
		}
		if s.note(src[begin:end]) {
			if src[begin+2] == '[' {
				o.addTask(src, Span{begin, end}, line, begin+2)
			}
			continue
		}
		i := begin
		for i < end && src[i] == ' ' {
			i++
		}
		if i == end {
			s.blank()
			continue
		}
		if src[i] < ' ' {
			return false // a tab, or what CommonMark and Unicode disagree on
		}
		if !s.line(src, Span{begin, end}, next, line, i-begin, o) {
			return false
		}
	}
	return true
}

// note takes the line that minutes have most of, as line would: a bullet at the
// margin, and behind it a text. It reports whether this is one.
func (s *scanner) note(line []byte) bool {
	if len(line) < 3 || line[1] != ' ' || s.fence != 0 || s.comment {
		return false
	}
	if c := line[0]; c != '-' && c != '*' && c != '+' {
		return false
	}
	if c := line[2]; !isLetter(c) && c != '[' && c < 0x80 {
		return false
	}
	s.items[0], s.open, s.para, s.quote = len("- "), 1, true, false
	return true
}

// blank takes an empty line.
func (s *scanner) blank() {
	if s.fence == 0 && !s.comment {
		s.para, s.quote = false, false
	}
}

// line takes a line that is not empty and begins with indent spaces.
func (s *scanner) line(src []byte, at Span, next, number, indent int, o *outline) bool {
	if s.comment {
		s.comment = !bytes.Contains(at.Of(src), []byte("-->"))
		return true
	}
	in := 0 // items that go on in this line
	for in < s.open && indent >= s.items[in] {
		in++
	}
	if in < s.open && indent >= 4 {
		return false // goldmark has its own mind about items this far in
	}
	base := 0
	if in > 0 {
		base = s.items[in-1]
	}
	rest := src[at.Start+indent : at.End]
	if s.fence != 0 {
		if in == s.open {
			if indent-base < 4 && s.closes(rest) {
				s.fence = 0
			}
			return true
		}
		s.fence = 0 // the item ends, and the fence with it
		s.para = false
	}
	if indent-base >= 4 {
		if s.para || s.quote {
			return in == s.open // goes on with the paragraph
		}
		s.open = in
		return true
	}
	switch v, content := s.classify(rest, indent, in); v {
	case doubt:
		return false
	case running:
		return s.text(in)
	case listItem:
		if in == maxNesting {
			return false
		}
		s.items[in] = content
		s.open, s.para, s.quote = in+1, true, false
		o.addTask(src, at, number, at.Start+content)
	default:
		s.start(src, at, next, number, in, rest, o)
	}
	return true
}

// text takes a line of running text.
func (s *scanner) text(in int) bool {
	if s.para {
		// A line that is not indented as its item is goes on with the item's
		// paragraph all the same; whether a quote within an item has one, only
		// goldmark knows.
		return in == s.open || !s.quote
	}
	if s.quote && in < s.open {
		return false
	}
	if in < s.open {
		s.open = in
	}
	s.para = true
	return true
}

// start takes a line that begins a block other than a list item.
func (s *scanner) start(src []byte, at Span, next, number, in int, rest []byte, o *outline) {
	s.open, s.para, s.quote = in, false, false
	switch rest[0] {
	case '#':
		if in == 0 {
			level, title := readATX(at.Of(src))
			o.headings = append(o.headings, heading{
				level: level, line: number, at: at, body: next,
				title: Span{at.Start + title.Start, at.Start + title.End},
			})
		}
	case '>':
		s.quote = true
	case '`', '~':
		s.fence, s.ticks = rest[0], run(rest)
	case '<':
		s.comment = !bytes.Contains(rest, []byte("-->"))
	}
}

// classify says what a line is that is indented by fewer than four columns
// more than the item it stands in.
func (s *scanner) classify(rest []byte, indent, in int) (v verdict, content int) {
	switch c := rest[0]; c {
	case '#':
		n := run(rest)
		if n > 6 || n < len(rest) && rest[n] != ' ' {
			if n < len(rest) && rest[n] < ' ' {
				return doubt, 0
			}
			return running, 0
		}
		return blockStart, 0
	case '>':
		return blockStart, 0
	case '`', '~':
		if n := run(rest); n < 3 || c == '`' && bytes.IndexByte(rest[n:], '`') >= 0 {
			return running, 0
		}
		return blockStart, 0
	case '<':
		return s.html(rest, in), 0
	case '=':
		if s.para && onlyOf(rest, '=') > 0 {
			return doubt, 0
		}
		return running, 0
	case '-', '*', '+', '_':
		return s.bullet(rest, indent, in)
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return s.ordered(rest, indent, in)
	}
	return running, 0
}

// html tells comments, which hide what is in them, from other HTML.
func (s *scanner) html(rest []byte, in int) verdict {
	if bytes.HasPrefix(rest, []byte("<!--")) {
		if in > 0 || s.open > 0 && s.quote {
			return doubt
		}
		return blockStart
	}
	if len(rest) > 1 && (rest[1] == '/' || rest[1] == '!' || rest[1] == '?' || isLetter(rest[1])) {
		return doubt
	}
	return running
}

// bullet reads a line that begins with a bullet's character: an item, a rule,
// or text.
func (s *scanner) bullet(rest []byte, indent, in int) (verdict, int) {
	c := rest[0]
	if n := onlyOf(rest, c); n > 0 && c != '+' {
		switch {
		case c == '-' && s.para, n == 1 && c != '_':
			return doubt, 0 // an underlined heading? an empty item?
		case n >= 3:
			return blockStart, 0
		}
		if c == '-' || bytes.IndexByte(rest, ' ') >= 0 {
			return doubt, 0
		}
		return running, 0
	}
	if c == '_' || len(rest) > 1 && rest[1] > ' ' {
		return running, 0
	}
	return itemContent(rest, 1, indent)
}

// ordered reads a line that begins with a digit: a numbered item or text.
func (s *scanner) ordered(rest []byte, indent, in int) (verdict, int) {
	n := 0
	for n < len(rest) && rest[n] >= '0' && rest[n] <= '9' {
		n++
	}
	if n > 9 || n == len(rest) || rest[n] != '.' && rest[n] != ')' || n+1 < len(rest) && rest[n+1] > ' ' {
		return running, 0
	}
	if (s.para || s.quote) && (n > 1 || rest[0] != '1') && in == s.open {
		return doubt, 0 // only a 1 interrupts a paragraph
	}
	return itemContent(rest, n+1, indent)
}

// itemContent returns the column where an item's content stands, behind its
// mark of n bytes. Items that hold another block at once are for goldmark.
func itemContent(rest []byte, n, indent int) (verdict, int) {
	i := n
	for i < len(rest) && rest[i] == ' ' {
		i++
	}
	if i == len(rest) || i == n || i-n > 4 || rest[i] < ' ' {
		return doubt, 0
	}
	switch inner := rest[i:]; inner[0] {
	case '#', '>', '`', '~', '<', '-', '*', '+', '_', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		var plain scanner
		if v, _ := plain.classify(inner, 0, 0); v != running {
			return doubt, 0
		}
	}
	return listItem, indent + i
}

// closes reports whether rest closes the open fence.
func (s *scanner) closes(rest []byte) bool {
	if rest[0] != s.fence {
		return false
	}
	n := run(rest)
	return n >= s.ticks && len(bytes.TrimRight(rest[n:], " \t\r")) == 0
}

// run returns how often the first byte of b is repeated.
func run(b []byte) int {
	n := 1
	for n < len(b) && b[n] == b[0] {
		n++
	}
	return n
}

// onlyOf returns how often c stands in b if there is nothing but c and blanks,
// else 0.
func onlyOf(b []byte, c byte) int {
	n := 0
	for _, x := range b {
		switch {
		case x == c:
			n++
		case !isBlankByte(x):
			return 0
		}
	}
	return n
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
