package wikitext

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// inliner splits one text. Every search for an end is done once for all the
// starts in front of it, so that the time is linear.
type inliner struct {
	src   string
	spans []span
	nodes []Node
	text  int         // start of the text not yet in a node
	links map[int]int // [[ to the end of its ]]
	ends  [3]int      // next ']' , '>' and ';' , see find
}

func (p *inliner) run() []Node {
	p.ends = [3]int{-1, -1, -1}
	p.links = matchLinks(p.src, p.spans)
	k := 0
	for i := 0; i < len(p.src); {
		if k < len(p.spans) && p.spans[k].start == i {
			p.flush(i)
			p.span(p.spans[k])
			i = p.spans[k].end
			p.text = i
			k++
			continue
		}
		n, ok := p.at(i)
		if !ok {
			i++
			continue
		}
		p.flush(i)
		p.nodes = append(p.nodes, n)
		i += len(n.Source)
		p.text = i
		for k < len(p.spans) && p.spans[k].start < i {
			k++
		}
	}
	p.flush(len(p.src))
	return p.nodes
}

// flush makes a node of the text up to i.
func (p *inliner) flush(i int) {
	if p.text < i {
		p.nodes = append(p.nodes, Node{Kind: TextNode, Source: p.src[p.text:i]})
		p.text = i
	}
}

func (p *inliner) span(s span) {
	n := Node{Source: p.src[s.start:s.end]}
	switch s.kind {
	case spanComment:
		n.Kind = CommentNode
	case spanExt:
		n.Kind, n.Target, n.Label = ExtNode, s.name, p.src[s.inner[0]:s.inner[1]]
		if s.name == "nowiki" {
			n.Kind = NowikiNode
		}
	default:
		n.Kind = TemplateNode
	}
	p.nodes = append(p.nodes, n)
}

// at returns the node that begins at i, if one does.
func (p *inliner) at(i int) (Node, bool) {
	src := p.src
	switch c := src[i]; c {
	case '\'':
		if n := runLength(src, i, c); n >= 2 {
			return p.quote(i, n), true
		}
	case '[':
		if end, ok := p.links[i]; ok {
			return linkNode(src[i:end])
		}
		return p.external(i)
	case '<':
		return p.tag(i)
	case '&':
		return p.entity(i)
	case '_':
		return switchNode(src[i:])
	case '~':
		if n := runLength(src[:min(len(src), i+5)], i, c); n >= 3 {
			return Node{Kind: SignNode, Source: src[i : i+n]}, true
		}
	default:
		if isASCIILetter(c) && !isWordRune(lastRuneIn(src[:i])) {
			return urlNode(src[i:])
		}
	}
	return Node{}, false
}

// quote returns the mark in a run of n apostrophes. Of four the first, of more
// than five all but five are text; text goes first.
func (p *inliner) quote(i, n int) Node {
	switch {
	case n == 4:
		return Node{Kind: TextNode, Source: p.src[i : i+1]}
	case n > 5:
		return Node{Kind: TextNode, Source: p.src[i : i+n-5]}
	}
	return Node{Kind: QuoteNode, Source: p.src[i : i+n]}
}

// find returns the next position of c at or after i, or -1.
func (p *inliner) find(slot int, c byte, i int) int {
	if p.ends[slot] < i && p.ends[slot] != len(p.src) {
		j := strings.IndexByte(p.src[i:], c)
		if j < 0 {
			p.ends[slot] = len(p.src)
		} else {
			p.ends[slot] = i + j
		}
	}
	if p.ends[slot] >= len(p.src) {
		return -1
	}
	return p.ends[slot]
}

// external reads [https://example.org Label].
func (p *inliner) external(i int) (Node, bool) {
	end := p.find(0, ']', i)
	if end < 0 {
		return Node{}, false
	}
	inner := p.src[i+1 : end]
	n := protocolLength(inner)
	if n == 0 && strings.HasPrefix(inner, "//") {
		n = 2
	}
	if n == 0 {
		return Node{}, false
	}
	m := n
	for m < len(inner) && !urlStop(inner[m]) {
		m++
	}
	label := inner[m:]
	if m == n || strings.ContainsAny(label, "\n\r") {
		return Node{}, false
	}
	label = strings.TrimSpace(label)
	return Node{Kind: ExternalNode, Source: p.src[i : end+1], Target: inner[:m], Label: label, Piped: label != ""}, true
}

// tag reads an HTML tag that MediaWiki lets through.
func (p *inliner) tag(i int) (Node, bool) {
	rest := p.src[i+1:]
	closing := strings.HasPrefix(rest, "/")
	name := tagName(strings.TrimPrefix(rest, "/"))
	if !htmlTags[name] {
		return Node{}, false
	}
	end := p.find(1, '>', i)
	if end < 0 {
		return Node{}, false
	}
	if closing {
		name = "/" + name
	}
	return Node{Kind: TagNode, Source: p.src[i : end+1], Target: name}, true
}

func (p *inliner) entity(i int) (Node, bool) {
	n := entityLength(p.src[i:])
	if n == 0 {
		return Node{}, false
	}
	return Node{Kind: EntityNode, Source: p.src[i : i+n]}, true
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

// linkNode reads [[Target|Label]]; src is the whole of it.
func linkNode(src string) (Node, bool) {
	inner := src[2 : len(src)-2]
	target, label, piped := strings.Cut(inner, "|")
	if !validTarget(target) {
		return Node{}, false
	}
	return Node{Kind: LinkNode, Source: src, Target: strings.TrimSpace(target), Label: label, Piped: piped}, true
}

// validTarget reports whether MediaWiki takes s for a page, with or without a
// section.
func validTarget(s string) bool {
	t := strings.Trim(s, " _")
	if strings.Trim(t, ":_ ") == "" || strings.ContainsAny(s, "[]|\n\r\x00\x7f") || !utf8.ValidString(t) {
		return false
	}
	if protocolLength(t) > 0 || strings.HasPrefix(t, "//") || strings.Contains(t, "~~~") {
		return false
	}
	page, _, _ := strings.Cut(t, "#")
	if strings.Contains(page, "%") {
		if p, err := url.PathUnescape(page); err == nil {
			page = p
		}
	}
	page = decodeEntities(page)
	return len(page) <= 255 && page != "." && page != ".." && !strings.ContainsAny(page, "[]{}<>|")
}

// matchLinks pairs [[ and ]] outside spans, innermost first.
func matchLinks(src string, spans []span) map[int]int {
	if !strings.Contains(src, "[[") {
		return nil
	}
	links := map[int]int{}
	var open []int
	k := 0
	for i := 0; i+1 < len(src); {
		if k < len(spans) && spans[k].start <= i {
			i = max(i, spans[k].end)
			k++
			continue
		}
		switch {
		case src[i] == '[' && src[i+1] == '[':
			n := runLength(src, i, '[')
			open = append(open, i+n-2)
			i += n
		case src[i] == ']' && src[i+1] == ']' && len(open) > 0:
			links[open[len(open)-1]] = i + 2
			open = open[:len(open)-1]
			i += 2
		default:
			i++
		}
	}
	return links
}

// switchNode reads __NOTOC__.
func switchNode(s string) (Node, bool) {
	n := switchLength(s)
	if n == 0 {
		return Node{}, false
	}
	return Node{Kind: SwitchNode, Source: s[:n]}, true
}

// switchLength returns the length of what looks like a behaviour switch at
// the start of s, or 0.
func switchLength(s string) int {
	if !strings.HasPrefix(s, "__") {
		return 0
	}
	for i := 2; i < len(s) && i < 64; i++ {
		switch c := s[i]; {
		case c == '_' && strings.HasPrefix(s[i:], "__"):
			if i == 2 {
				return 0
			}
			return i + 2
		case c != '_' && !isASCIILetter(c) && c < utf8.RuneSelf, c == '_' && i == 2:
			return 0
		}
	}
	return 0
}

// couldSwitch reports whether s begins with a behaviour switch, one that is
// known or one that an extension of the wiki may have: in capitals.
func couldSwitch(s string) bool {
	n := switchLength(s)
	return n > 0 && (switches[strings.ToUpper(s[:n])] || strings.ToUpper(s[:n]) == s[:n])
}

// switches are MediaWiki's behaviour switches, in English and German.
var switches = func() map[string]bool {
	m := map[string]bool{}
	for _, s := range strings.Fields(`TOC NOTOC FORCETOC NOEDITSECTION NEWSECTIONLINK NONEWSECTIONLINK NOGALLERY
		HIDDENCAT NOINDEX INDEX NOCONTENTCONVERT NOCC NOTITLECONVERT NOTC STATICREDIRECT EXPECTUNUSEDCATEGORY
		EXPECTUNUSEDTEMPLATE ARCHIVEDTALK NOTALK DISAMBIG
		INHALTSVERZEICHNIS KEIN_INHALTSVERZEICHNIS KEININHALTSVERZEICHNIS INHALTSVERZEICHNIS_ERZWINGEN
		ABSCHNITTE_NICHT_BEARBEITEN NEUER_ABSCHNITTSLINK PLUS_LINK KEIN_NEUER_ABSCHNITTSLINK KEIN_PLUS_LINK
		KEINE_GALERIE KEINEGALERIE VERSTECKTE_KATEGORIE WARTUNGSKATEGORIE INDEXIEREN INDIZIEREN NICHT_INDEXIEREN
		KEIN_INDEX NICHT_INDIZIEREN KEINE_INHALTSKONVERTIERUNG KEINE_TITELKONVERTIERUNG PERMANENTE_WEITERLEITUNG`) {
		m["__"+s+"__"] = true
	}
	return m
}()

// lastRuneIn returns the last character of s, or a blank.
func lastRuneIn(s string) rune {
	if s == "" {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// htmlTags are the elements that MediaWiki lets through.
var htmlTags = func() map[string]bool {
	m := map[string]bool{}
	for name := range blockTags {
		m[name] = true
	}
	for _, name := range strings.Fields(`abbr b bdi bdo big br cite code data del dfn em font i ins kbd mark
		q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr`) {
		m[name] = true
	}
	return m
}()
