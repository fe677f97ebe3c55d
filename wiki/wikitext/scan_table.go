package wikitext

import "strings"

// isTable reports whether the line is one of a table's, and where its mark is.
func (s *scanner) isTable(ln line) bool {
	_, _, kind := s.tableMark(ln)
	return kind != Blank
}

// tableMark finds the mark of a table at the start of the line, where comments
// and white space may stand before it. It returns where it begins and ends and
// what it makes, or Blank.
func (s *scanner) tableMark(ln line) (from, to int, kind Kind) {
	i, k := ln.start, ln.k
	for i < ln.stop {
		if k < len(s.spans) && int(s.spans[k].start) == i {
			if sp := s.spans[k]; sp.kind != spanComment && sp.kind != spanIgnore {
				return 0, 0, Blank
			}
			i = int(s.spans[k].end)
			k++
			continue
		}
		if strings.IndexByte(blanks, s.src[i]) < 0 {
			break
		}
		i++
	}
	if i >= ln.stop {
		return 0, 0, Blank
	}
	rest := s.src[i:ln.stop]
	if c := rest[0]; c == '{' || c == ':' {
		j := 0
		for j < len(rest) && rest[j] == ':' {
			j++
		}
		for j < len(rest) && isSpace(rest[j]) {
			j++
		}
		if k = s.spanAt(i+j, k); strings.HasPrefix(rest[j:], "{|") && (k >= len(s.spans) || int(s.spans[k].start) > i+j) {
			return i, i + j + 2, TableStart
		}
		return 0, 0, Blank
	}
	switch {
	case s.tables == 0:
		return 0, 0, Blank
	case rest[0] == '!':
		return i, i + 1, headerMark
	case rest[0] != '|':
		return 0, 0, Blank
	case strings.HasPrefix(rest, "|}"):
		return i, i + 2, TableEnd
	case strings.HasPrefix(rest, "|-"):
		return i, i + 1 + runLength(rest, 1, '-'), rowMark
	case strings.HasPrefix(rest, "|+"):
		return i, i + 2, captionMark
	}
	return i, i + 1, cellMark
}

// tableLine emits the line if it is one of a table's.
func (s *scanner) tableLine(ln line) bool {
	from, to, kind := s.tableMark(ln)
	if kind == Blank {
		return false
	}
	u := ln.segment(kind)
	u.mark = [2]int32{int32(from), int32(to)}
	u.body = [2]int32{int32(to), int32(ln.stop)}
	switch kind {
	case TableStart:
		s.tables++
		s.inBlock = true
	case TableEnd:
		s.tables--
		s.inBlock = false
	case rowMark:
		s.inBlock = true
	default:
		s.cells(ln, u)
		return true
	}
	s.emit(u)
	return true
}

// cells emits the cells of a line, or its caption.
func (s *scanner) cells(ln line, u segment) {
	i, k := int(u.mark[1]), ln.k
	no := u.line
	for {
		// A cell's attributes end at its first bar, unless a link stands before it.
		start, bar, next, link := i, -1, -1, false
		for i < ln.stop && next < 0 {
			if k = s.spanAt(i, k); k < len(s.spans) && int(s.spans[k].start) <= i {
				i = int(s.spans[k].end)
				continue
			}
			s.steps++
			switch c := s.src[i]; {
			case c == '|' && i+1 < ln.stop && s.src[i+1] == '|',
				c == '!' && u.kind == headerMark && i+1 < ln.stop && s.src[i+1] == '!':
				next = i
			case c == '|' && bar < 0 && !link:
				bar = i
			case c == '[' && i+1 < ln.stop && s.src[i+1] == '[', c == '-' && i+1 < ln.stop && s.src[i+1] == '{':
				link = true
			case c == '<' && u.kind == headerMark:
				if e := s.tagEnd(i, k); e > 0 && e <= ln.stop && tagName(strings.TrimPrefix(s.src[i+1:], "/")) != "" {
					i = e - 1
				}
			}
			i++
		}
		text := start
		u.body = [2]int32{int32(start), int32(start)}
		if bar >= 0 {
			u.body[1], text = int32(bar), bar+1
		}
		stop := ln.stop
		if next >= 0 {
			stop = next
		}
		stop = max(stop, text)
		u.line = no
		if strings.Trim(s.src[text:stop], blanks) == "" {
			u.end = int32(stop)
			if next < 0 {
				u.end = int32(ln.end)
			}
			no += int32(countLines(s.src[u.mark[0]:u.end]))
			s.emit(u)
			s.inBlock = u.kind == captionMark
		} else {
			u.end = int32(text)
			no += int32(countLines(s.src[u.mark[0]:u.end]))
			s.emit(u)
			s.inBlock = u.kind == captionMark
			rest := ln
			rest.start, rest.text, rest.no = text, text, int(no)
			if next < 0 {
				s.paragraph(rest, text)
				return
			}
			p := rest.segment(Paragraph)
			p.end, p.body = int32(stop), [2]int32{int32(text), int32(stop)}
			s.emit(p)
			no += int32(countLines(s.src[text:stop]))
		}
		if next < 0 {
			return
		}
		u.mark = [2]int32{int32(next), int32(next + 2)}
		i = next + 2
	}
}
