package wikitext

import "strings"

// heading returns level and text of a heading's line, or 0.
func heading(line string) (int, string) {
	t := trimTrailing(line)
	if len(t) < 3 || t[0] != '=' || t[len(t)-1] != '=' {
		return 0, ""
	}
	lead := runLength(t, 0, '=')
	if lead == len(t) { // nothing but equals signs: the outer ones are the marks
		n := min((lead-1)/2, 6)
		return n, t[n : len(t)-n]
	}
	trail := 0
	for t[len(t)-1-trail] == '=' {
		trail++
	}
	n := min(lead, trail, 6)
	return n, strings.TrimSpace(t[n : len(t)-n])
}

// trimTrailing drops white space and comments from the end of a line.
func trimTrailing(line string) string {
	for {
		line = strings.TrimRight(line, " \t\r\n")
		if !strings.HasSuffix(line, "-->") {
			return line
		}
		i := strings.LastIndex(line, "<!--")
		if i < 0 {
			return line
		}
		line = line[:i]
	}
}

// listItem emits the item on the line, or two for "; term : definition".
func (s *scanner) listItem(line string, end int) {
	n := len(line) - len(strings.TrimLeft(line, "*#:;"))
	marks, text := line[:n], line[n:]
	if marks[n-1] == ';' {
		if i := termEnd(text); i >= 0 {
			s.emit(Block{Kind: ListItem, Level: n, Marks: marks, Text: strings.TrimSpace(text[:i])}, s.pos+n+i)
			s.emit(Block{Kind: ListItem, Level: n, Marks: marks[:n-1] + ":", Text: strings.TrimSpace(text[i+1:])}, end)
			return
		}
	}
	s.emit(Block{Kind: ListItem, Level: n, Marks: marks, Text: strings.TrimSpace(text)}, end)
}

// termEnd finds the colon that ends the term of "; term : definition": the
// first that is not within a link, a tag, a template or an address.
func termEnd(text string) int {
	i := 0
	for _, n := range Inlines(text) {
		if n.Kind == TextNode {
			if j := strings.IndexByte(n.Source, ':'); j >= 0 {
				return i + j
			}
		}
		i += len(n.Source)
	}
	return -1
}

// table emits a table with the tables in it. One that is not closed ends with
// the page, as on the wiki.
func (s *scanner) table() {
	depth, end := 0, s.pos
	for end < len(s.src) {
		e := s.lineEnd(end)
		t := strings.TrimLeft(s.src[end:e], ": \t")
		end = e
		if strings.HasPrefix(t, "{|") {
			depth++
		} else if strings.HasPrefix(t, "|}") && !strings.HasPrefix(t, "|}}") {
			if depth--; depth <= 0 {
				break
			}
		}
	}
	s.emit(Block{Kind: Table, Text: strings.TrimSpace(s.src[s.pos:end])}, end)
}

// pre emits preformatted text.
func (s *scanner) pre(line string, end int) {
	if line[0] == '<' {
		sp := s.spans[s.spanAt(s.pos)]
		text := s.src[sp.inner[0]:sp.inner[1]]
		text = strings.TrimPrefix(strings.TrimPrefix(text, "\r"), "\n")
		s.emit(Block{Kind: Pre, Marks: "<", Text: strings.TrimRight(text, "\r\n")}, end)
		return
	}
	var b strings.Builder
	b.WriteString(line[1:])
	for end < len(s.src) && s.src[end] == ' ' {
		e := s.lineEnd(end)
		l := strings.TrimRight(s.src[end:e], "\r\n")
		if s.classifyAt(end, l) != Pre {
			break
		}
		b.WriteByte('\n')
		b.WriteString(l[1:])
		end = e
	}
	s.emit(Block{Kind: Pre, Marks: " ", Text: b.String()}, end)
}

// html emits an element of HTML: those that hold blocks as a whole, with all
// lines up to their end; of the others the line with their tag.
func (s *scanner) html(line string, end int) {
	name := blockTag(line)
	if wholeTags[name] && !s.noEnd[name] {
		if e := s.elementEnd(name); e >= 0 {
			end = e
		} else {
			s.noEnd[name] = true
		}
	}
	s.emit(Block{Kind: HTML, Text: strings.TrimSpace(s.src[s.pos:end])}, end)
}

// elementEnd returns the end of the line on which the element at pos ends, or -1.
func (s *scanner) elementEnd(name string) int {
	depth, i := 0, s.pos
	for k := s.spanAt(s.pos); ; {
		j := strings.IndexByte(s.src[i:], '<')
		if j < 0 {
			return -1
		}
		i += j
		for k < len(s.spans) && s.spans[k].end <= i {
			k++
		}
		if k < len(s.spans) && s.spans[k].start <= i {
			i = s.spans[k].end
			continue
		}
		rest := s.src[i+1:]
		if strings.HasPrefix(rest, "/") {
			if tagName(rest[1:]) == name {
				if depth--; depth == 0 {
					return s.lineEnd(i)
				}
			}
		} else if tagName(rest) == name {
			depth++
		}
		i++
	}
}

// blockTags are the elements that MediaWiki lets through and that break a
// paragraph.
var blockTags = map[string]bool{
	"table": true, "tr": true, "td": true, "th": true, "caption": true, "thead": true, "tbody": true,
	"ul": true, "ol": true, "dl": true, "li": true, "dt": true, "dd": true,
	"blockquote": true, "div": true, "center": true, "p": true, "hr": true,
	"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
	"noinclude": true, "onlyinclude": true, "includeonly": true,
}

// wholeTags are the block tags whose element is one block up to its end.
var wholeTags = map[string]bool{"table": true, "ul": true, "ol": true, "dl": true, "blockquote": true, "p": true}

// blockTag returns the name of the block-level tag, opening or closing, at the
// start of the line, or "".
func blockTag(line string) string {
	if len(line) < 3 || line[0] != '<' {
		return ""
	}
	name := tagName(strings.TrimPrefix(line[1:], "/"))
	if !blockTags[name] {
		return ""
	}
	return name
}

// isSwitch reports whether the line is one behaviour switch.
func isSwitch(t string) bool {
	if len(t) < 5 || !strings.HasPrefix(t, "__") || !strings.HasSuffix(t, "__") {
		return false
	}
	inner := t[2 : len(t)-2]
	return inner != "" && !strings.ContainsAny(inner, " _<[{")
}

// isRedirect reports whether the page's first line sends its readers elsewhere.
func isRedirect(line string) bool {
	l := strings.ToUpper(line)
	return (strings.HasPrefix(l, "#REDIRECT") || strings.HasPrefix(l, "#WEITERLEITUNG")) && strings.Contains(line, "[[")
}
