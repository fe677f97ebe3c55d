package wikitext

// NodeKind is what a piece of inline wikitext is.
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
	p := &inliner{src: text, spans: maskSpans(text)}
	return p.run()
}
