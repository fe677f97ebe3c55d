package wikitext

import (
	"strings"
	"unicode/utf8"
)

// A tok is a node of inline wikitext as the inliner finds it: src[start:end].
type tok struct {
	kind       NodeKind
	start, end int32
	at         int32 // of a link, the end of its target; of what is masked, its span
}

// name returns the name of a tag, lower case, with a slash in front if it
// closes.
func (t tok) name(src string) string {
	i := int(t.start) + 1
	j := i + 1
	for j < int(t.end) && (isASCIILetter(src[j]) || isDigit(src[j])) {
		j++
	}
	return strings.ToLower(src[i:j])
}

// inliner splits one text. Every search for an end is done once for all the
// starts in front of it, so that the time is linear.
type inliner struct {
	src    string
	spans  []span // that end behind the start
	toks   []tok
	k      int  // first span that ends behind what is looked at
	text   int  // start of the text not yet in a token
	label  bool // within a link's label: no other links
	paired int  // brackets before are no beginning of a link
	close  [2]int
	steps  int // bytes looked at, for tests
}

// tokens splits src[from:].
func (p *inliner) tokens(from int) {
	p.text, p.close = from, [2]int{-1, -1}
	for i := from; i < len(p.src); {
		if p.k < len(p.spans) && int(p.spans[p.k].start) <= i {
			if int(p.spans[p.k].end) > len(p.src) || int(p.spans[p.k].start) < i { // cut off: text
				p.k++
				continue
			}
			p.flush(i)
			p.span(p.k)
			i = int(p.spans[p.k].end)
			p.text = i
			p.k++
			continue
		}
		t, ok := p.at(i)
		if !ok {
			i = p.skip(i, int(t.end))
			continue
		}
		p.flush(i)
		p.toks = append(p.toks, t)
		p.steps += int(t.end) - i
		i = int(t.end)
		p.text = i
		for p.k < len(p.spans) && int(p.spans[p.k].start) < i {
			p.k++
		}
	}
	p.flush(len(p.src))
}

// skip returns the position of the next byte that may mean something, behind i
// and not before to.
func (p *inliner) skip(i, to int) int {
	from := i
	i = max(i+1, to)
	stop := len(p.src)
	if p.k < len(p.spans) {
		stop = min(stop, int(p.spans[p.k].start))
	}
	for i < stop {
		if m := inlineMarks[p.src[i]]; m == 1 || m == 2 && !isASCIILetter(p.src[i-1]) {
			break
		}
		i++
	}
	i = min(i, max(stop, from+1))
	p.steps += i - from
	return i
}

// inlineMarks are the bytes that may begin a node: 1 for marks, 2 for the
// letters that the protocols of addresses begin with.
var inlineMarks = [256]uint8{
	'\'': 1, '[': 1, '<': 1, '&': 1, '_': 1, '~': 1,
	'b': 2, 'f': 2, 'g': 2, 'h': 2, 'i': 2, 'm': 2, 'n': 2, 'r': 2, 's': 2, 't': 2, 'u': 2, 'w': 2, 'x': 2,
	'B': 2, 'F': 2, 'G': 2, 'H': 2, 'I': 2, 'M': 2, 'N': 2, 'R': 2, 'S': 2, 'T': 2, 'U': 2, 'W': 2, 'X': 2,
}

// flush makes a token of the text up to i.
func (p *inliner) flush(i int) {
	if p.text < i {
		p.toks = append(p.toks, tok{kind: TextNode, start: int32(p.text), end: int32(i)})
		p.text = i
	}
}

// span makes a token of a span.
func (p *inliner) span(k int) {
	s := p.spans[k]
	t := tok{start: s.start, end: s.end, at: int32(k), kind: TemplateNode}
	switch s.kind {
	case spanComment:
		t.kind = CommentNode
	case spanExt:
		t.kind = ExtNode
		if s.name == 6 && s.tag(p.src) == "nowiki" {
			t.kind = NowikiNode
		}
	case spanIgnore:
		t.kind = TagNode
		if s.tag(p.src) == "includeonly" {
			t.kind = ExtNode
		}
	}
	p.toks = append(p.toks, t)
}

// at returns the token that begins at i, if one does; else up to where it has
// looked in vain.
func (p *inliner) at(i int) (tok, bool) {
	src := p.src
	t := tok{start: int32(i)}
	switch c := src[i]; c {
	case '\'':
		return p.quote(i)
	case '[':
		if !p.label && i >= p.paired && strings.HasPrefix(src[i+1:], "[") {
			if t, ok := p.link(i); ok {
				return t, true
			}
			p.paired = i + 2
		}
		return p.external(i)
	case '<':
		rest := strings.TrimPrefix(src[i+1:], "/")
		if isHTMLTag(tagName(rest)) {
			if e := tagEnd(src, p.spans, i, p.k, &p.steps); e > 0 {
				t.kind, t.end = TagNode, int32(e)
			}
		}
	case '&':
		t.kind, t.end = EntityNode, int32(i+entityLength(src[i:]))
	case '_':
		t.kind, t.end = SwitchNode, int32(i+switchLength(src[i:]))
	case '~':
		if n := runLength(src[:min(len(src), i+5)], i, c); n >= 3 {
			t.kind, t.end = SignNode, int32(i+n)
		}
	default:
		return p.url(i)
	}
	return t, int(t.end) > i
}

// quote returns the mark in a run of apostrophes. Of four the first, of more
// than five all but five are text.
func (p *inliner) quote(i int) (tok, bool) {
	n := runLength(p.src, i, '\'')
	t := tok{kind: QuoteNode, start: int32(i), end: int32(i + n)}
	switch {
	case n == 1:
		return t, false
	case n == 4:
		t.end = int32(i + 1)
		return t, false
	case n > 5:
		t.end = int32(i + n - 5)
		return t, false
	}
	return t, true
}

// url reads a bare address.
func (p *inliner) url(i int) (tok, bool) {
	src, j := p.src, i
	for j < len(src) && j < i+12 && isASCIILetter(src[j]) {
		j++
	}
	t := tok{kind: URLNode, start: int32(i), end: int32(i)}
	n := len(p.toks)
	for n > 0 && p.toks[n-1].kind == CommentNode {
		n--
	}
	if n > 0 && p.text == i && p.toks[n-1].kind == LinkNode && src[i] >= 'a' {
		return t, false // its letters belong to the link's label
	}
	if j == len(src) || src[j] != ':' || p.label || isWordRune(p.before(i)) || protocolLength(src[i:]) == 0 {
		return t, false
	}
	stop := len(src)
	if p.k < len(p.spans) {
		stop = min(stop, int(p.spans[p.k].start))
	}
	t.end += int32(urlLength(src[i:stop]))
	return t, int(t.end) > i
}

// before returns the character before i, or a blank; comments are not there.
func (p *inliner) before(i int) rune {
	for k := p.k - 1; k >= 0 && int(p.spans[k].end) == i && p.spans[k].kind == spanComment; k-- {
		i = int(p.spans[k].start)
		p.steps++
	}
	return lastRuneIn(p.src[:i])
}

// external reads [https://example.org Label].
func (p *inliner) external(i int) (tok, bool) {
	src := p.src
	t := tok{kind: ExternalNode, start: int32(i)}
	if p.label {
		return t, false
	}
	n := protocolLength(src[i+1:])
	if n == 0 && strings.HasPrefix(src[i+1:], "//") {
		n = 2
	}
	if n == 0 {
		return t, false
	}
	m, k := i+1+n, p.k
	for m < len(src) && !urlStop(src[m]) && !urlEnds(src[m:]) {
		for k < len(p.spans) && int(p.spans[k].end) <= m {
			k++
		}
		if k < len(p.spans) && int(p.spans[k].start) <= m {
			if p.spans[k].kind == spanExt {
				break
			}
			m = int(p.spans[k].end)
			continue
		}
		m++
		for m < len(src) && !utf8.RuneStart(src[m]) {
			m++
		}
	}
	if m = min(m, len(src)); m == i+1+n {
		return t, false
	}
	end := p.closeOf(m, k)
	p.steps += m - i
	if end < 0 {
		return t, false
	}
	t.at, t.end = int32(m), int32(end+1)
	return t, true
}

// closeOf returns the position of the ] that ends an external link's label at
// i, or -1: the next that is not in a link or a span, on the same line.
func (p *inliner) closeOf(i, k int) int {
	if p.close[0] > i || p.close[1] < i { // not within what has been looked at
		p.close[0] = i
	scan:
		for ; i < len(p.src); i++ {
			for k < len(p.spans) && int(p.spans[k].end) <= i {
				k++
			}
			if k < len(p.spans) && int(p.spans[k].start) <= i {
				i = int(p.spans[k].end) - 1
				continue
			}
			p.steps++
			switch p.src[i] {
			case ']', '\n', '\r':
				break scan
			case '[':
				if strings.HasPrefix(p.src[i+1:], "[") {
					q := inliner{src: p.src, spans: p.spans, k: k}
					if t, ok := q.link(i); ok {
						i = int(t.end) - 1
					} else {
						i++
					}
					p.steps += q.steps
				}
			}
		}
		p.close[1] = min(i, len(p.src))
	}
	if e := p.close[1]; e < len(p.src) && p.src[e] == ']' {
		return e
	}
	return -1
}

// entityLength returns the length of the entity at the start of s, or 0.
func entityLength(s string) int {
	if len(s) < 3 || s[0] != '&' {
		return 0
	}
	i := 1
	if s[1] == '#' {
		i = 2
	}
	start := i
	for i < len(s) && i < 34 && (isASCIILetter(s[i]) || isDigit(s[i])) {
		i++
	}
	if i == start || i >= len(s) || s[i] != ';' {
		return 0
	}
	return i + 1
}

// lastRuneIn returns the last character of s, or a blank.
func lastRuneIn(s string) rune {
	if s == "" {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
