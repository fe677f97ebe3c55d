package wikitext

import "strings"

// block emits what begins on the line.
func (s *scanner) block(ln line) {
	if s.tableLine(ln) {
		return
	}
	kind := s.classify(ln)
	u := ln.segment(kind)
	switch kind {
	case Blank:
		for next, ok := s.peek(); ok && s.classify(next) == Blank; next, ok = s.peek() {
			_, _ = s.next()
			u.end = int32(next.end)
		}
	case Comment, Template, Switch:
		s.paragraphMode(ln)
	case Heading:
		var n int
		n, u.body = s.heading(ln)
		u.level = uint8(n)
		u.mark[1] = u.mark[0] + int32(n)
		s.inBlock = false
	case Rule:
		u.mark[1] = u.mark[0] + int32(runLength(s.src[:ln.stop], ln.text, '-'))
		u.body[0] = u.mark[1]
		s.inBlock = false
	case ListItem:
		s.listItem(ln)
		return
	case Pre:
		s.pre(ln)
		return
	case HTML:
		s.paragraphMode(ln)
	default:
		s.paragraph(ln, ln.start)
		return
	}
	s.emit(u)
}

// lines takes the lines behind ln that go on with it, and returns their end.
// Lines of comments between them are not there for MediaWiki.
func (s *scanner) lines(ln line, goesOn func(line) bool) int {
	end := ln.end
	more := func() bool {
		next, ok := s.peek()
		return ok && !s.isTable(next) && goesOn(next)
	}
	for {
		for more() {
			next, _ := s.next()
			s.paragraphMode(next)
			end = next.end
		}
		here, comments := s.cursor, false
		for next, ok := s.peek(); ok && s.classify(next) == Comment; next, ok = s.peek() {
			_, _ = s.next()
			comments = true
		}
		if !comments || !more() {
			s.cursor, s.ahead = here, nil
			return end
		}
	}
}

// paragraph emits the text that begins at from on the line, and the lines that
// go on with it.
func (s *scanner) paragraph(ln line, from int) {
	u := ln.segment(Paragraph)
	s.paragraphMode(ln)
	u.end = int32(s.lines(ln, func(l line) bool { return s.classify(l) == Paragraph }))
	u.body = [2]int32{int32(from), u.end}
	s.emit(u)
}

// pre emits preformatted text.
func (s *scanner) pre(ln line) {
	u := ln.segment(Pre)
	if s.src[ln.text] == '<' {
		sp := s.spans[s.spanAt(ln.text, ln.k)]
		u.body = [2]int32{sp.in, sp.out}
		s.inBlock = false
	} else {
		u.end = int32(s.lines(ln, func(l line) bool {
			switch s.classify(l) {
			case Pre:
				return s.src[l.text] == ' '
			case Blank:
				return s.src[l.start] == ' '
			}
			return false
		}))
		u.body[1] = u.end
	}
	s.emit(u)
}

// listItem emits the item on the line, or two for "; term : definition".
func (s *scanner) listItem(ln line) {
	u := ln.segment(ListItem)
	n := ln.text
	for n < ln.stop && isListMark(s.src[n]) {
		n++
	}
	u.mark[1], u.body[0] = int32(n), int32(n)
	if s.src[n-1] == ';' {
		if i := s.termEnd(n, ln.stop, ln.k); i >= 0 {
			u.end, u.body[1] = int32(i), int32(i)
			s.emit(u)
			u.def, u.end, u.body = true, int32(ln.end), [2]int32{int32(i + 1), int32(ln.stop)}
			u.line += int32(countLines(s.src[ln.start:i]))
		}
	}
	s.emit(u)
}

func isListMark(c byte) bool { return c == '*' || c == '#' || c == ':' || c == ';' }

// termEnd finds the colon that ends the term of "; term : definition": the
// first that is not within a link, an address, marks or an element. One in
// front of all of them is taken at once.
func (s *scanner) termEnd(from, to, k int) int {
	if strings.IndexByte(s.src[from:to], ':') < 0 {
		return -1
	}
	p := inliner{src: s.src[:to], spans: s.spans[s.spanAt(from, k):]}
	p.tokens(from)
	s.steps += p.steps
	marks := quoteMarks(s.src, p.toks)
	depth, open := 0, style(0)
	for i, t := range p.toks {
		switch t.kind {
		case TagNode:
			switch name := t.name(s.src); {
			case s.src[t.end-2] == '/' && (isVoidTag(name) || name == "li" || name == "dt" || name == "dd"): // <br> counts as open
			case s.src[t.start+1] != '/':
				depth++
			case depth > 0:
				depth--
			}
		case QuoteNode:
			open ^= marks[i] &^ literalQuote
			if marks[i]&literalQuote != 0 {
				open ^= emStyle
			}
		case TextNode:
			if depth > 0 || open != 0 {
				continue
			}
			if j := strings.IndexByte(s.src[t.start:t.end], ':'); j >= 0 {
				return int(t.start) + j
			}
		}
	}
	return -1
}

// heading returns the level of a heading's line and where its text is, or 0.
func (s *scanner) heading(ln line) (int, [2]int32) {
	from, to := ln.text, s.trimTrailing(ln)
	if to-from < 3 || s.src[from] != '=' || s.src[to-1] != '=' {
		return 0, [2]int32{}
	}
	lead := runLength(s.src[:to], from, '=')
	n := (lead - 1) / 2 // nothing but equals signs: the outer ones are the marks
	if lead < to-from {
		trail := 0
		for s.src[to-1-trail] == '=' {
			trail++
		}
		n = min(lead, trail)
	}
	n = min(n, 6)
	return n, [2]int32{int32(from + n), int32(to - n)}
}

// trimTrailing returns the end of the line without white space and comments at
// its end.
func (s *scanner) trimTrailing(ln line) int {
	to, k := ln.stop, ln.k
	for k < len(s.spans) && int(s.spans[k].start) < ln.stop {
		k++
	}
	for to > ln.text {
		switch {
		case k > ln.k && int(s.spans[k-1].end) == to:
			k--
			if s.spans[k].kind != spanComment && s.spans[k].kind != spanIgnore {
				return to
			}
			to = int(s.spans[k].start)
		case isSpace(s.src[to-1]):
			to--
		default:
			return to
		}
	}
	return to
}
