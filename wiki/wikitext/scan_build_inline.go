package wikitext

import "strings"

// inline adds the inline nodes of src[from:to], which begins behind all that
// has been added.
func (b *builder) inline(from, to int) {
	if from < to {
		b.inlines(from, to, b.reach(from), false)
	}
}

// reach returns the spans that are not passed at from.
func (b *builder) reach(from int) []span {
	k := 0
	for k < len(b.spans) && int(b.spans[k].end) <= from {
		k++
	}
	b.steps += k
	b.spans = b.spans[k:]
	return b.spans
}

// gap adds a stretch that holds nothing but comments and white space.
func (b *builder) gap(from, to int) { b.pieces(SpaceNode, from, to, b.reach(from)) }

// mixed adds one node: a leaf, or one with text and what is hidden in it.
func (b *builder) mixed(kind NodeKind, from, to int) { b.mixedIn(kind, from, to, b.reach(from)) }

func (b *builder) mixedIn(kind NodeKind, from, to int, spans []span) {
	switch {
	case from >= to:
	case len(spans) == 0 || int(spans[0].start) >= to:
		b.leaf(kind, from, to)
	default:
		b.open(kind, from)
		b.pieces(TextNode, from, to, spans)
		b.shut(to)
	}
}

// pieces adds leaves of a kind, and spans between them.
func (b *builder) pieces(kind NodeKind, from, to int, spans []span) {
	for _, s := range spans {
		if int(s.end) <= from {
			continue
		}
		if int(s.start) < from || int(s.end) > to {
			break
		}
		b.leaf(kind, from, int(s.start))
		b.span(s)
		from = int(s.end)
	}
	b.leaf(kind, from, to)
}

// inlines adds the inline nodes of src[from:to]; spans are those in it and
// behind.
func (b *builder) inlines(from, to int, spans []span, label bool) {
	p := inliner{src: b.src[:to], spans: spans, label: label}
	if n := len(b.spare); n > 0 {
		p.toks, b.spare = b.spare[n-1][:0], b.spare[:n-1]
	}
	p.tokens(from)
	marks := quoteMarks(b.src, p.toks)
	k := 0
	for i, t := range p.toks {
		start, end := int(t.start), int(t.end)
		for k < len(spans) && int(spans[k].end) <= start {
			k++
		}
		in := spans[k:]
		switch t.kind {
		case TextNode:
			b.text(start, end)
		case QuoteNode:
			m := marks[i]
			if m&literalQuote != 0 {
				m = emStyle
			}
			b.add(QuoteNode, start, end).level = uint8(m)
		case LinkNode:
			b.link(t, in)
		case ExternalNode:
			b.external(t, in)
		case TagNode:
			if len(in) > 0 && in[0].start == t.start { // <noinclude>
				in = nil
			}
			b.tag(t, in)
		case NowikiNode, ExtNode, TemplateNode, CommentNode:
			b.span(p.spans[t.at])
		default:
			b.mixedIn(t.kind, start, end, in)
		}
	}
	b.steps += p.steps + len(p.toks)
	b.spare = append(b.spare, p.toks)
}

// text adds text; in lines with a leading blank that is a mark.
func (b *builder) text(from, to int) {
	if b.top() == PreNode {
		start := int(b.tree.nodes[b.stack[len(b.stack)-1]].start)
		for i := from; i < to; i++ {
			if b.src[i] == ' ' && (i == start || b.src[i-1] == '\n' || b.src[i-1] == '\r') {
				b.leaf(TextNode, from, i)
				b.leaf(MarkNode, i, i+1)
				from = i + 1
			}
		}
	}
	b.leaf(TextNode, from, to)
}

// link adds [[Target|Label]].
func (b *builder) link(t tok, spans []span) {
	start, at, end := int(t.start), int(t.at), int(t.end)
	b.open(LinkNode, start).name = [2]int32{t.start + 2, t.at}
	b.leaf(MarkNode, start, start+2)
	b.mixedIn(TargetNode, start+2, at, spans)
	if at < end-2 {
		b.leaf(MarkNode, at, at+1)
		b.label(at+1, end-2, spans, !isFile(b.src[start+2:at]))
	}
	b.leaf(MarkNode, end-2, end)
	b.shut(end)
}

// label adds a link's label.
func (b *builder) label(from, to int, spans []span, plain bool) {
	if from >= to {
		return
	}
	for len(spans) > 0 && int(spans[0].end) <= from {
		spans = spans[1:]
		b.steps++
	}
	b.open(LabelNode, from)
	b.pushFrame()
	b.inlines(from, to, spans, plain)
	b.popFrame()
	b.shut(to)
}

// external adds [https://example.org Label].
func (b *builder) external(t tok, spans []span) {
	start, at, end := int(t.start), int(t.at), int(t.end)
	b.open(ExternalNode, start).name = [2]int32{t.start + 1, t.at}
	b.leaf(MarkNode, start, start+1)
	b.mixedIn(TargetNode, start+1, at, spans)
	text := at + len(b.src[at:end-1]) - len(strings.TrimLeft(b.src[at:end-1], blanks))
	b.leaf(SpaceNode, at, text)
	b.label(text, end-1, spans, false)
	b.leaf(MarkNode, end-1, end)
	b.shut(end)
}

// span adds what the preprocessor takes.
func (b *builder) span(s span) {
	start, end := int(s.start), int(s.end)
	if s.kind == spanComment || len(b.stack)+len(b.tags) >= maxTree {
		kind := [...]NodeKind{CommentNode, ExtNode, TagNode, TemplateNode, ArgumentNode}[s.kind]
		b.leaf(kind, start, end)
		return
	}
	switch s.kind {
	case spanTemplate, spanArgument:
		b.template(s)
		return
	case spanIgnore:
		if s.tag(b.src) != "includeonly" {
			b.tag(tok{kind: TagNode, start: s.start, end: s.end}, nil)
			return
		}
	}
	kind, name := ExtNode, s.tag(b.src)
	if name == "nowiki" {
		kind = NowikiNode
	}
	b.open(kind, start).name = [2]int32{s.start + 1, s.start + 1 + int32(s.name)}
	b.add(TagNode, start, int(s.in)).name = [2]int32{s.start + 1, s.start + 1 + int32(s.name)}
	switch name {
	case "ref", "references", "poem", "indicator":
		m := masker{src: b.src}
		m.run(int(s.in), int(s.out))
		b.steps += m.steps
		outer := b.mask
		b.mask = &m
		b.pushFrame()
		b.inlines(int(s.in), int(s.out), m.spans, false)
		b.popFrame()
		b.mask = outer
	default:
		b.leaf(TextNode, int(s.in), int(s.out))
	}
	if s.out < s.end {
		b.add(TagNode, int(s.out), end).name = [2]int32{s.out + 1, s.out + 2 + int32(s.name)}
	}
	b.shut(end)
}

// template adds a template, or an argument, with its parameters.
func (b *builder) template(s span) {
	kind := TemplateNode
	if s.kind == spanArgument {
		kind = ArgumentNode
	}
	var params []param
	for i := s.part; i >= 0; i = b.mask.params[i].prev {
		params = append(params, b.mask.params[i])
	}
	b.steps += len(params)
	kids := b.mask.spansOf(s)
	reach := func(from int32) []span {
		for len(kids) > 0 && kids[0].end <= from {
			kids = kids[1:]
			b.steps++
		}
		return kids
	}
	stop := func(i int) int32 { // parameters stand last first
		if i > 0 {
			return params[i-1].bar
		}
		return s.out
	}
	b.open(kind, int(s.start)).name = [2]int32{s.in, stop(len(params))}
	b.leaf(MarkNode, int(s.start), int(s.in))
	b.mixedIn(NameNode, int(s.in), int(stop(len(params))), reach(s.in))
	for i := len(params) - 1; i >= 0; i-- {
		p, end := params[i], stop(i)
		n, value := b.open(ParamNode, int(p.bar)), p.bar+1
		if p.eq >= 0 {
			n.name = [2]int32{value, p.eq}
		}
		b.leaf(MarkNode, int(p.bar), int(p.bar)+1)
		if p.eq >= 0 {
			b.mixedIn(NameNode, int(value), int(p.eq), reach(value))
			b.leaf(MarkNode, int(p.eq), int(p.eq)+1)
			value = p.eq + 1
		}
		if value < end {
			b.open(ValueNode, int(value))
			b.pushFrame()
			b.inlines(int(value), int(end), reach(value), false)
			b.popFrame()
			b.shut(int(end))
		}
		b.shut(int(end))
	}
	b.leaf(MarkNode, int(s.out), int(s.end))
	b.shut(int(s.end))
}
