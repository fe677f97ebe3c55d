package wikitext

import "strings"

// A cursor is a place between two lines of the source.
type cursor struct {
	pos    int
	line   int
	k      int // first span that ends behind pos
	nl, cr int // next '\n' and '\r' at or behind pos; -1 not looked for
}

// A line is a logical line: a newline within a comment, a template or a nowiki
// ends none. "\n", "\r\n" and "\r" end one, as MediaWiki saves them all as the
// first.
type line struct {
	start, end int // with the end of the line
	stop       int // without
	text       int // what MediaWiki sees first: behind comments at the start
	no         int // number, from 1
	k          int // first span that ends behind start
}

// scanner goes over the source by logical lines.
type scanner struct {
	src   string
	spans []span
	cursor
	ahead  *line  // read, but not yet taken
	after  cursor // behind ahead
	buf    line
	segs   []segment
	tables int // that are open

	// What MediaWiki's paragraphs remember from line to line.
	inBlock bool // in an element that holds no paragraphs and no preformatted lines
	inQuote bool // in <blockquote>
	inPre   bool // behind a <pre> without an end: no lists any more

	steps int
}

// next takes a line.
func (s *scanner) next() (line, bool) {
	ln, ok := s.peek()
	if ok {
		s.cursor, s.ahead = s.after, nil
	}
	return ln, ok
}

// peek reads the next line without taking it.
func (s *scanner) peek() (line, bool) {
	if s.ahead != nil {
		return *s.ahead, true
	}
	if s.pos >= len(s.src) {
		return line{}, false
	}
	c := s.cursor
	ln := s.read(&c)
	s.buf, s.after = ln, c
	s.ahead = &s.buf
	return ln, true
}

// read reads the line at c.
func (s *scanner) read(c *cursor) line {
	ln := line{start: c.pos, no: c.line, k: c.k}
	s.end(c, &ln)
	ln.text = ln.start
	for k := ln.k; k < len(s.spans) && int(s.spans[k].start) == ln.text && s.spans[k].kind <= spanIgnore && s.spans[k].kind != spanExt; k++ {
		ln.text = int(s.spans[k].end)
	}
	for from := ln.text; from < ln.stop; { // a tag over several lines
		i := strings.LastIndexByte(s.src[from:ln.stop], '<')
		if i < 0 {
			break
		}
		from += i
		e := s.openTagEnd(from, ln.k)
		if e <= ln.stop {
			break
		}
		from = ln.stop
		for c.pos < e {
			s.end(c, &ln)
		}
	}
	c.line += countLines(s.src[ln.start:ln.end])
	s.steps += ln.end - ln.start
	return ln
}

// end moves c, and the end of ln, behind the next line's end outside of spans.
func (s *scanner) end(c *cursor, ln *line) {
	i := c.pos
	for {
		for c.k < len(s.spans) && int(s.spans[c.k].end) <= i {
			c.k++
			s.steps++
		}
		stop := len(s.src)
		if c.k < len(s.spans) {
			stop = int(s.spans[c.k].start)
		}
		if c.nl < i {
			c.nl = indexFrom(s.src, i, '\n')
			s.steps += c.nl - i
		}
		if c.cr < i {
			c.cr = indexFrom(s.src, i, '\r')
			s.steps += c.cr - i
		}
		switch {
		case c.cr < stop && c.cr < c.nl:
			ln.stop, ln.end = c.cr, c.cr+1
			if c.nl == ln.end && c.nl < stop {
				ln.end++
			}
		case c.nl < stop:
			ln.stop, ln.end = c.nl, c.nl+1
		case c.k >= len(s.spans):
			ln.stop, ln.end = len(s.src), len(s.src)
		default:
			i = int(s.spans[c.k].end)
			continue
		}
		c.pos = ln.end
		return
	}
}

// indexFrom returns the position of c in s at or behind i, or the end of s.
func indexFrom(s string, i int, c byte) int {
	if j := strings.IndexByte(s[i:], c); j >= 0 {
		return i + j
	}
	return len(s)
}

// countLines counts the line ends in s.
func countLines(s string) int {
	n := strings.Count(s, "\n")
	if cr := strings.Count(s, "\r"); cr > 0 {
		n += cr - strings.Count(s, "\r\n")
	}
	return n
}

// openTagEnd returns the end of the HTML tag whose '<' is at i, if it is one and
// in no span, else -1.
func (s *scanner) openTagEnd(i, k int) int {
	name := tagName(strings.TrimPrefix(s.src[i+1:min(len(s.src), i+40)], "/"))
	if k = s.spanAt(i, k); !isHTMLTag(name) || k < len(s.spans) && int(s.spans[k].start) <= i {
		return -1
	}
	return tagEnd(s.src, s.spans, i, k, &s.steps)
}

// spanAt returns the index of the first span from k on that ends behind pos.
func (s *scanner) spanAt(pos, k int) int {
	for k < len(s.spans) && int(s.spans[k].end) <= pos {
		k++
		s.steps++
	}
	return k
}

// tagEnd returns the end of the HTML tag whose '<' is at i, or -1. Within a tag
// there may be templates and comments, but no other '<'.
func (s *scanner) tagEnd(i, k int) int {
	return tagEnd(s.src, s.spans, i, s.spanAt(i, k), &s.steps)
}

func tagEnd(src string, spans []span, i, k int, steps *int) int {
	for i++; i < len(src); i++ {
		if k < len(spans) && int(spans[k].start) == i {
			i = int(spans[k].end) - 1
			k++
			continue
		}
		*steps++
		switch src[i] {
		case '>':
			return i + 1
		case '<':
			return -1
		}
	}
	return -1
}

// emit appends a unit that ends where the next begins.
func (s *scanner) emit(u segment) {
	if n := len(s.segs); n > 0 {
		u.start = s.segs[n-1].end
	}
	s.segs = append(s.segs, u)
}

func (ln line) segment(kind Kind) segment {
	return segment{
		kind: kind, end: int32(ln.end), line: int32(ln.no),
		mark: [2]int32{int32(ln.text), int32(ln.text)}, body: [2]int32{int32(ln.start), int32(ln.stop)},
	}
}
