package wikitext

import "strings"

// spanKind says what a span hides.
type spanKind uint8

const (
	spanComment  spanKind = iota // <!-- … -->
	spanExt                      // <nowiki>, <ref> and the like, with their content
	spanIgnore                   // <noinclude>, <onlyinclude>, their ends, and <includeonly> … </includeonly>
	spanTemplate                 // {{ … }}
	spanArgument                 // {{{ … }}}
)

// A span is a stretch of source that MediaWiki's preprocessor takes out before
// it looks at lines: a newline or an asterisk within it means nothing.
type span struct {
	start, end int32
	in, out    int32 // content: between the tags, or the braces
	kids       int32 // first of the spans directly within it, in masker.inner
	nkids      int32
	part       int32 // last parameter, in masker.params, or -1
	kind       spanKind
	name       uint8 // length of a tag's name, with the slash of an end
}

// tag returns the name of an extension tag or of an ignored one, lower case,
// with a slash in front of an end.
func (s span) tag(src string) string {
	return strings.ToLower(src[s.start+1 : s.start+1+int32(s.name)])
}

// A param is a parameter of a template, or of what may become one.
type param struct {
	bar, eq int32 // positions; eq is -1 without a name
	prev    int32 // the parameter before, or -1
}

// An opening is a run of opening braces or brackets that waits for its end, or
// the line of a heading: within one MediaWiki sees no ends of what it is in.
type opening struct {
	char  byte // { [ - (of -{) or = (of a heading)
	dash  bool // a - stands before the braces
	count int32
	pos   int32
	part  int32 // as in span
}

// masker finds spans in one pass over the source, with the rules of
// MediaWiki's preprocessor. It takes linear time whatever is left open: an
// opening mark is looked at once and what has no end is remembered.
type masker struct {
	src     string
	spans   []span // outermost, in order
	inner   []span // the others; those directly within a span stand together
	params  []param
	stack   []opening
	free    int             // what is before is part of an end
	gt      int             // position of the next '>', for positions up to it; -1: not looked for
	noEnd   map[string]bool // tags that are not closed again before the end
	openPre int             // behind the begin of the first <pre> among them, 0 without one
	loose   [][2]int        // those among them that hold a line's end, and that <pre>
	steps   int             // bytes looked at, for tests
}

// run masks src[from:to].
func (m *masker) run(from, to int) {
	m.src = m.src[:to]
	if !strings.ContainsAny(m.src[from:], "<{") {
		m.steps += to - from
		return
	}
	m.gt, m.free = -1, from
	for i := m.skip(from); i < to; i = m.skip(i) {
		m.steps++
		switch c := m.src[i]; c {
		case '<':
			i = m.angle(i)
		case '{', '[':
			n := runLength(m.src, i, c)
			if n >= 2 {
				m.stack = append(m.stack, opening{char: c, pos: int32(i), count: int32(n), part: -1, dash: m.dashed(i)})
			} else if m.dashed(i) {
				m.stack = append(m.stack, opening{char: '-', part: -1})
			}
			m.steps += n
			i += n
		case '}', ']':
			i = m.closing(i, c)
		case '|':
			if t := m.top(); t != nil && (t.char == '{' || t.char == '-') {
				m.params = append(m.params, param{bar: int32(i), eq: -1, prev: t.part})
				t.part = int32(len(m.params) - 1)
			}
			i++
		case '=':
			if m.findsEquals() {
				m.params[m.top().part].eq = int32(i)
			}
			i++
		default: // a line's end
			if t := m.top(); t != nil && t.char == '=' {
				m.stack = m.stack[:len(m.stack)-1]
			}
			m.lineStart(i + 1)
			i++
		}
	}
}

// skip returns the next position at or after i of a byte that may mean
// something.
func (m *masker) skip(i int) int {
	from := i
	for i < len(m.src) {
		switch m.src[i] {
		case '<', '{', '[', '}', ']', '\n', '\r':
			m.steps += i - from
			return i
		case '|', '=':
			if len(m.stack) > 0 {
				m.steps += i - from
				return i
			}
		}
		i++
	}
	m.steps += i - from
	return i
}

// dashed reports whether the brace at i has a - before it: -{ }- is for
// languages in several scripts, but MediaWiki pairs them for every language.
func (m *masker) dashed(i int) bool {
	return i > m.free && m.src[i] == '{' && m.src[i-1] == '-'
}

func (m *masker) top() *opening {
	if len(m.stack) == 0 {
		return nil
	}
	return &m.stack[len(m.stack)-1]
}

// findsEquals reports whether the next = ends the name of a parameter.
func (m *masker) findsEquals() bool {
	t := m.top()
	return t != nil && (t.char == '{' || t.char == '-') && t.part >= 0 && m.params[t.part].eq < 0
}

// lineStart opens a heading where the line at i may be one and is within
// something. A single = in a parameter that has no name yet ends its name.
func (m *masker) lineStart(i int) {
	if len(m.stack) == 0 || i >= len(m.src) || m.src[i] != '=' {
		return
	}
	if m.findsEquals() && (i+1 >= len(m.src) || m.src[i+1] != '=') {
		return
	}
	m.stack = append(m.stack, opening{char: '=', pos: int32(i), part: -1})
}

// angle looks at the '<' at i and returns where to go on.
func (m *masker) angle(i int) int {
	src := m.src
	if strings.HasPrefix(src[i:], "<!--") {
		end := len(src) // an open comment hides the rest of the page
		if j := strings.Index(src[i+4:], "-->"); j >= 0 {
			end = i + 4 + j + 3
		}
		m.steps += end - i
		m.spans = append(m.spans, span{start: int32(i), end: int32(end), in: int32(i), out: int32(end), part: -1, kind: spanComment})
		return end
	}
	name, n := extName(src[i+1:])
	if n == 0 {
		return i + 1
	}
	gt := m.nextGT(i)
	if gt < 0 {
		return i + 1
	}
	s := span{start: int32(i), end: int32(gt + 1), in: int32(gt + 1), out: int32(gt + 1), part: -1, kind: spanExt, name: uint8(n)}
	switch name {
	case "noinclude", "/noinclude", "onlyinclude", "/onlyinclude":
		s.kind = spanIgnore
		m.spans = append(m.spans, s)
		return gt + 1
	case "includeonly":
		s.kind = spanIgnore
	}
	if src[gt-1] != '/' {
		from, to := -1, -1
		if !m.noEnd[name] {
			from, to = m.findEnd(gt+1, name)
		}
		switch {
		case from >= 0:
			s.out, s.end = int32(from), int32(to)
		case s.kind == spanIgnore:
			s.out, s.end = int32(len(src)), int32(len(src))
		default:
			if m.noEnd == nil {
				m.noEnd = map[string]bool{}
			}
			m.noEnd[name] = true
			first := name == "pre" && m.openPre == 0
			if first {
				m.openPre = i + 1
			}
			if first || strings.IndexByte(src[i:gt], '\n') >= 0 {
				m.loose = append(m.loose, [2]int{i, gt + 1})
			}
			return gt + 1
		}
	}
	m.spans = append(m.spans, s)
	return int(s.end)
}

// nextGT returns the position of the next '>' after i or -1; it is looked for
// once for all the tags in front of it.
func (m *masker) nextGT(i int) int {
	if m.gt <= i && m.gt != len(m.src) {
		if j := strings.IndexByte(m.src[i:], '>'); j < 0 {
			m.gt = len(m.src)
		} else {
			m.gt = i + j
		}
		m.steps += m.gt - i
	}
	if m.gt == len(m.src) {
		return -1
	}
	return m.gt
}

// findEnd finds </name> at or after i, in any case, with blanks before '>'.
func (m *masker) findEnd(i int, name string) (from, to int) {
	src, at := m.src, i
	for {
		j := strings.Index(src[i:], "</")
		if j < 0 {
			m.steps += len(src) - at
			return -1, -1
		}
		i += j
		k := i + 2 + len(name)
		if k <= len(src) && strings.EqualFold(src[i+2:k], name) {
			for k < len(src) && isSpace(src[k]) {
				k++
			}
			if k < len(src) && src[k] == '>' {
				m.steps += k - at
				return i, k + 1
			}
			if k == len(src) { // blanks up to the end: there is no other end behind them
				m.steps += k - at
				return -1, -1
			}
		}
		i += 2
	}
}

// closing looks at the closing run at i, as MediaWiki counts: of a run of
// braces three are an argument, two a template, and the innermost go first.
func (m *masker) closing(i int, c byte) int {
	open, most := byte('{'), 3
	if c == ']' {
		open, most = '[', 2
	}
	top := m.top()
	if c == '}' && top != nil && top.char == '-' && strings.HasPrefix(m.src[i+1:], "-") {
		m.stack = m.stack[:len(m.stack)-1]
		m.free = i + 2
		return i + 2
	}
	if top == nil || top.char != open {
		m.steps++
		return i + 1
	}
	n := 0
	for i+n < len(m.src) && m.src[i+n] == c && n < int(top.count) && n < most {
		n++
	}
	m.steps += n
	if n < 2 {
		return i + n
	}
	start := top.pos + top.count - int32(n)
	if open == '{' {
		kind := spanTemplate
		if n == 3 {
			kind = spanArgument
		}
		m.add(span{start: start, end: int32(i + n), in: start + int32(n), out: int32(i), part: top.part, kind: kind})
	}
	top.part = -1
	switch top.count -= int32(n); {
	case top.count == 1 && top.dash:
		*top = opening{char: '-', part: -1}
	case top.count < 2:
		m.stack = m.stack[:len(m.stack)-1]
	}
	return i + n
}

// add appends s and takes the spans within it away.
func (m *masker) add(s span) {
	k := len(m.spans)
	for k > 0 && m.spans[k-1].start > s.start {
		k--
	}
	m.steps += len(m.spans) - k
	s.kids, s.nkids = int32(len(m.inner)), int32(len(m.spans)-k)
	m.inner = append(m.inner, m.spans[k:]...)
	m.spans = append(m.spans[:k], s)
}

// spansOf returns the spans directly within s.
func (m *masker) spansOf(s span) []span { return m.inner[s.kids : s.kids+s.nkids] }

// runLength counts how often c stands at i.
func runLength(s string, i int, c byte) int {
	n := 0
	for i+n < len(s) && s[i+n] == c {
		n++
	}
	return n
}
