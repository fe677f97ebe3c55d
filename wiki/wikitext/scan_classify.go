package wikitext

import "strings"

// classify says what the line begins, if it is no line of a table.
func (s *scanner) classify(ln line) Kind {
	if strings.Trim(s.src[ln.start:ln.stop], blanks) == "" {
		return Blank
	}
	if ln.text < ln.stop {
		switch c := s.src[ln.text]; c {
		case '*', '#', ':', ';':
			if c == '#' && ln.start == 0 && isRedirect(s.src[ln.start:ln.stop]) {
				return Switch
			}
			if !s.inPre {
				return ListItem
			}
		case '=':
			if n, _ := s.heading(ln); n > 0 {
				return Heading
			}
		case '-':
			if strings.HasPrefix(s.src[ln.text:ln.stop], "----") {
				return Rule
			}
		case '_':
			if isSwitch(strings.Trim(s.src[ln.start:ln.stop], blanks)) {
				return Switch
			}
		}
	}
	if k, ok := s.classifySpans(ln); ok {
		return k
	}
	if ln.text >= ln.stop {
		return Paragraph
	}
	if s.src[ln.text] == '<' && blockTag(s.src[ln.text:ln.stop]) != "" && s.tagEnd(ln.text, ln.k) >= 0 {
		return HTML
	}
	if s.src[ln.text] == ' ' && !s.inBlock && !s.inQuote && !s.inPre && !s.hasBlockTag(ln) {
		return Pre
	}
	return Paragraph
}

// classifySpans knows the lines that consist of what the preprocessor takes.
func (s *scanner) classifySpans(ln line) (Kind, bool) {
	comments, others := 0, 0
	var only span
	i := ln.start
	for k := ln.k; k < len(s.spans) && int(s.spans[k].start) < ln.stop; k++ {
		sp := s.spans[k]
		if strings.Trim(s.src[i:sp.start], blanks) != "" {
			return 0, false
		}
		s.steps++
		if sp.kind == spanComment {
			comments++
		} else if others++; others > 1 {
			return 0, false
		} else {
			only = sp
		}
		i = int(sp.end)
	}
	if comments+others == 0 || strings.Trim(s.src[i:max(i, ln.stop)], blanks) != "" {
		return 0, false
	}
	switch {
	case others == 0:
		return Comment, true
	case comments > 0:
		return 0, false
	case only.kind == spanTemplate, only.kind == spanArgument:
		return Template, true
	case only.kind == spanIgnore:
		return HTML, true
	}
	switch only.tag(s.src) {
	case "pre":
		return Pre, int(only.start) == ln.start
	case "nowiki", "ref":
		return 0, false
	}
	return HTML, true
}

// paragraphMode remembers the tags on a line that has been taken, as
// MediaWiki's paragraphs do.
func (s *scanner) paragraphMode(ln line) {
	opens, closes := false, false
	s.tags(ln, func(name string, end bool) {
		o, c := blockEffect(name, end)
		opens, closes = opens || o, closes || c
		switch {
		case name == "blockquote":
			s.inQuote = !end
		case name == "pre" && !end:
			s.inPre = true
		}
	})
	if opens || closes {
		s.inBlock = !closes
	}
}

// hasBlockTag reports whether the line has a tag that is not preformatted.
func (s *scanner) hasBlockTag(ln line) bool {
	found := false
	s.tags(ln, func(name string, end bool) {
		o, c := blockEffect(name, end)
		found = found || o || c
	})
	return found
}

// blockEffect says whether MediaWiki opens or closes an element without
// paragraphs at a tag.
func blockEffect(name string, end bool) (opens, closes bool) {
	switch name {
	case "table", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "p", "ul", "ol", "dl":
		return !end, end
	case "td", "th":
		return end, !end
	case "tr", "caption", "dt", "dd", "li":
		return true, false
	case "center", "blockquote", "div", "hr":
		return false, true
	}
	return false, false
}

// tags calls do for the HTML tags of a line.
func (s *scanner) tags(ln line, do func(name string, end bool)) {
	k := ln.k
	for i := ln.text; i < ln.end; i++ {
		j := strings.IndexByte(s.src[i:ln.end], '<')
		if j < 0 {
			return
		}
		i += j
		if k = s.spanAt(i, k); k < len(s.spans) && int(s.spans[k].start) <= i {
			i = int(s.spans[k].end) - 1
			continue
		}
		rest, end := strings.CutPrefix(s.src[i+1:], "/")
		if name := tagName(rest); isHTMLTag(name) && s.tagEnd(i, k) >= 0 {
			do(name, end)
		}
	}
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
	for _, word := range [...]string{"#REDIRECT", "#WEITERLEITUNG"} {
		if len(line) > len(word) && strings.EqualFold(line[:len(word)], word) {
			return strings.Contains(line, "[[")
		}
	}
	return false
}
