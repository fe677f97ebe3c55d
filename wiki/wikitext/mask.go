package wikitext

import "strings"

// spanKind says what a span hides.
type spanKind uint8

const (
	spanComment  spanKind = iota // <!-- … -->
	spanExt                      // <nowiki>, <ref> and the like, with their content
	spanTemplate                 // {{ … }}
	spanArgument                 // {{{ … }}}
)

// A span is a stretch of source that MediaWiki's preprocessor takes out before
// it looks at lines: a newline or an asterisk within it means nothing.
type span struct {
	start, end int
	kind       spanKind
	name       string // of an extension tag, lower case
	inner      [2]int // content of an extension tag; equal when self-closed
}

// extTags are the tags whose content MediaWiki or a usual extension of it
// takes as it is. A tag that a wiki does not know is text there, but then its
// content is not wiki markup that a reader of minutes would miss.
var extTags = map[string]bool{
	"nowiki": true, "pre": true, "ref": true, "references": true, "gallery": true,
	"math": true, "chem": true, "ce": true, "source": true, "syntaxhighlight": true,
	"poem": true, "score": true, "timeline": true, "imagemap": true, "inputbox": true,
	"categorytree": true, "indicator": true, "templatestyles": true, "templatedata": true,
	"mapframe": true, "maplink": true, "graph": true, "hiero": true, "charinsert": true,
	"dynamicpagelist": true, "rss": true, "html": true, "includeonly": true, "langconvert": true,
}

// A brace is a run of opening braces or brackets that waits for its end.
type brace struct {
	char  byte
	pos   int
	count int
}

// masker finds spans in one pass over the source.
type masker struct {
	src   string
	spans []span
	stack []brace
	gt    int             // position of the next '>', for positions up to it; -1: not looked for
	noEnd map[string]bool // tags that are not closed again before the end
}

// maskSpans returns the outermost spans of src in order. It takes linear time
// whatever is left open: an opening mark is looked at once and what has no end
// is remembered.
func maskSpans(src string) []span {
	if !strings.ContainsAny(src, "<{") {
		return nil
	}
	m := &masker{src: src, gt: -1, noEnd: map[string]bool{}}
	for i := 0; i < len(src); {
		switch c := src[i]; c {
		case '<':
			i = m.angle(i)
		case '{', '[':
			n := runLength(src, i, c)
			if n >= 2 {
				m.stack = append(m.stack, brace{c, i, n})
			}
			i += n
		case '}', ']':
			i = m.closing(i, c)
		default:
			i++
		}
	}
	return m.spans
}

// angle looks at the '<' at i and returns where to go on.
func (m *masker) angle(i int) int {
	src := m.src
	if strings.HasPrefix(src[i:], "<!--") {
		end := len(src) // an open comment hides the rest of the page
		if j := strings.Index(src[i+4:], "-->"); j >= 0 {
			end = i + 4 + j + 3
		}
		m.spans = append(m.spans, span{start: i, end: end, kind: spanComment})
		return end
	}
	name := tagName(src[i+1:])
	if name == "" || !extTags[name] || m.noEnd[name] {
		return i + 1
	}
	gt := m.nextGT(i)
	if gt < 0 {
		return len(src)
	}
	s := span{start: i, end: gt + 1, kind: spanExt, name: name, inner: [2]int{gt + 1, gt + 1}}
	if src[gt-1] != '/' {
		from, to := findEndTag(src, gt+1, name)
		if from < 0 {
			m.noEnd[name] = true
			return i + 1
		}
		s.inner[1], s.end = from, to
	}
	m.spans = append(m.spans, s)
	return s.end
}

// nextGT returns the position of the next '>' after i or -1; it is looked for
// once for all the tags in front of it.
func (m *masker) nextGT(i int) int {
	if m.gt <= i && m.gt != len(m.src) {
		j := strings.IndexByte(m.src[i:], '>')
		if j < 0 {
			m.gt = len(m.src)
		} else {
			m.gt = i + j
		}
	}
	if m.gt == len(m.src) {
		return -1
	}
	return m.gt
}

// closing looks at the closing run at i, as MediaWiki counts: of a run of
// braces three are an argument, two a template, and the innermost go first.
func (m *masker) closing(i int, c byte) int {
	open, most := byte('{'), 3
	if c == ']' {
		open, most = '[', 2
	}
	n := runLength(m.src, i, c)
	end := i + n
	for n >= 2 && len(m.stack) > 0 {
		top := &m.stack[len(m.stack)-1]
		if top.char != open {
			break
		}
		k := min(n, top.count, most)
		start := top.pos + top.count - k
		i += k
		n -= k
		if open == '{' {
			kind := spanTemplate
			if k == 3 {
				kind = spanArgument
			}
			m.add(span{start: start, end: i, kind: kind})
		}
		if top.count -= k; top.count < 2 {
			m.stack = m.stack[:len(m.stack)-1]
		}
	}
	return end
}

// add appends s and drops the spans within it.
func (m *masker) add(s span) {
	for len(m.spans) > 0 && m.spans[len(m.spans)-1].start > s.start {
		m.spans = m.spans[:len(m.spans)-1]
	}
	m.spans = append(m.spans, s)
}

// runLength counts how often c stands at i.
func runLength(s string, i int, c byte) int {
	n := 0
	for i+n < len(s) && s[i+n] == c {
		n++
	}
	return n
}

// tagName returns the lower-case name of the tag whose '<' has just been read,
// or "" if what follows is no tag.
func tagName(s string) string {
	n := 0
	for n < len(s) && n < 32 && (isASCIILetter(s[n]) || n > 0 && isDigit(s[n])) {
		n++
	}
	if n == 0 || n == len(s) {
		return ""
	}
	switch s[n] {
	case ' ', '\t', '\n', '\r', '/', '>':
		return strings.ToLower(s[:n])
	}
	return ""
}

// findEndTag finds </name> at or after i, in any case, with blanks before '>'.
func findEndTag(s string, i int, name string) (from, to int) {
	for {
		j := strings.Index(s[i:], "</")
		if j < 0 {
			return -1, -1
		}
		i += j
		k := i + 2 + len(name)
		if k <= len(s) && strings.EqualFold(s[i+2:k], name) {
			for k < len(s) && (s[k] == ' ' || s[k] == '\t' || s[k] == '\n' || s[k] == '\r') {
				k++
			}
			if k < len(s) && s[k] == '>' {
				return i, k + 1
			}
		}
		i += 2
	}
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
