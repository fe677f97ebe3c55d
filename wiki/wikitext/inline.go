package wikitext

import "strings"

// NodeKind is what a piece of inline wikitext is, or a node of a [Tree].
type NodeKind uint8

// The kinds of inline nodes.
const (
	TextNode     NodeKind = iota
	QuoteNode             // '' ''' '''''
	LinkNode              // [[Target]] or [[Target|Label]]
	ExternalNode          // [https://example.org Label]
	URLNode               // https://example.org
	TagNode               // an HTML tag
	EntityNode            // &amp;
	CommentNode           // <!-- -->
	NowikiNode            // <nowiki> … </nowiki> or <nowiki/>
	ExtNode               // <ref> … </ref> and other extension tags
	TemplateNode          // {{ … }} and {{{ … }}}
	SwitchNode            // __NOTOC__
	SignNode              // ~~~ ~~~~ ~~~~~
)

// A Node is a piece of inline wikitext. The Sources of the nodes of a text
// join to the text.
type Node struct {
	Kind   NodeKind
	Source string
	Target string // of a link: page or address; of a tag its name, lower case, with "/" in front if it closes
	Label  string // of a link, as wikitext; "" if it has none; of a nowiki or extension tag its content
	Piped  bool   // the link has a label, be it empty
}

// Inlines splits a text into its inline nodes; every byte is in exactly one.
func Inlines(text string) []Node {
	m := masker{src: text}
	m.run(0, len(text))
	p := inliner{src: text, spans: m.spans}
	p.tokens(0)
	nodes := make([]Node, len(p.toks))
	for i, t := range p.toks {
		nodes[i] = p.node(t)
	}
	return nodes
}

// node makes a node of a token.
func (p *inliner) node(t tok) Node {
	src := p.src
	n := Node{Kind: t.kind, Source: src[t.start:t.end]}
	switch t.kind {
	case LinkNode:
		n.Target, n.Piped = p.target(t), t.at < t.end-2
		if n.Piped {
			n.Label = src[t.at+1 : t.end-2]
		}
	case ExternalNode:
		n.Target, n.Label = src[t.start+1:t.at], strings.TrimSpace(src[t.at:t.end-1])
		n.Piped = n.Label != ""
	case URLNode:
		n.Target = n.Source
	case TagNode:
		n.Target = t.name(src)
	case NowikiNode, ExtNode:
		s := p.spans[t.at]
		n.Target, n.Label = s.tag(src), src[s.in:s.out]
	}
	return n
}

// target returns the page that a link leads to, as it is written, without
// comments and blanks around it.
func (p *inliner) target(t tok) string {
	s := p.src[t.start+2 : t.at]
	for {
		i := strings.Index(s, "<!--")
		if i < 0 {
			return strings.TrimSpace(s)
		}
		j := strings.Index(s[i:], "-->")
		s = s[:i] + s[i+j+3:]
	}
}
