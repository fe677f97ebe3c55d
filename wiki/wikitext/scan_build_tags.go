package wikitext

import "strings"

// A frame is where HTML tags find each other: a paragraph, an item, a cell.
// An element that begins in one of them does not end in another.
type frame struct {
	base int            // of its tags, in builder.tags
	open map[string]int // how many of a name are open
	over map[string]int // and how many are too deep to be opened
}

func (b *builder) pushFrame() { b.frames = append(b.frames, frame{base: len(b.tags)}) }

func (b *builder) popFrame() {
	b.tags = b.tags[:b.frames[len(b.frames)-1].base]
	b.frames = b.frames[:len(b.frames)-1]
}

// tag adds an HTML tag. An opening one begins an element that has no end yet;
// a closing one gives it its end, which makes what stands between its
// children. What was left open in between stays without an end.
func (b *builder) tag(t tok, spans []span) {
	start, end := int(t.start), int(t.end)
	name, closes := strings.CutPrefix(t.name(b.src), "/")
	at := [2]int32{t.start + 1, t.start + 1 + int32(len(name))}
	if closes {
		at[1]++
	}
	f := &b.frames[len(b.frames)-1]
	pair := !isVoidTag(name) && !strings.HasSuffix(b.src[start:end], "/>")
	switch {
	case !closes && pair && len(b.stack)+len(b.tags) >= maxTree:
		if f.over == nil {
			f.over = map[string]int{}
		}
		f.over[name]++
	case !closes && pair:
		if f.open == nil {
			f.open = map[string]int{}
		}
		f.open[name]++
		el := int32(len(b.tree.nodes))
		b.add(ElementNode, start, end).name = at
		b.tags = append(b.tags, el)
		b.stack = append(b.stack, el)
		b.tagLeaf(start, end, at, spans)
		b.stack = b.stack[:len(b.stack)-1]
		b.tree.nodes[el].next = int32(len(b.tree.nodes))
		return
	case closes && f.over[name] > 0:
		f.over[name]--
	case closes && f.open[name] > 0:
		b.tagLeaf(start, end, at, spans)
		b.endElement(f, name, end)
		return
	}
	b.tagLeaf(start, end, at, spans)
}

// tagLeaf adds the tag itself.
func (b *builder) tagLeaf(start, end int, at [2]int32, spans []span) {
	n := int32(len(b.tree.nodes))
	b.mixedIn(TagNode, start, end, spans)
	b.tree.nodes[n].name = at
}

// endElement makes what has been added since the innermost open tag of the
// name its children.
func (b *builder) endElement(f *frame, name string, end int) {
	nodes := b.tree.nodes
	for {
		el := b.tags[len(b.tags)-1]
		b.tags = b.tags[:len(b.tags)-1]
		n := &nodes[el]
		open := strings.ToLower(b.src[n.name[0]:n.name[1]])
		f.open[open]--
		b.steps++
		if open != name {
			continue
		}
		for i := n.next; i < int32(len(nodes)); i = nodes[i].next {
			nodes[i].parent = el
			b.steps++
		}
		n.end, n.next = int32(end), int32(len(nodes))
		return
	}
}
