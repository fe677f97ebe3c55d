package wikitext

import (
	"iter"
	"strings"
)

// MarkdownParts yields what [ToMarkdown] returns, piece by piece, so that a long
// page can be written while the rest of it is converted.
func MarkdownParts(src string, o ReadOptions) iter.Seq[string] {
	return readParts(composed(cleanNoting(src, o.Report)), partSize, o)
}

// readParts converts a page in parts that begin with a heading: what is before
// one and what is behind it do not touch each other.
func readParts(src string, size int, o ReadOptions) iter.Seq[string] {
	doc := Scan(src)
	blocks := doc.Blocks()
	var groups [][]Block
	from, open := 0, 0
	for i, b := range blocks {
		if b.Kind == Heading && open <= 0 && b.Start-blocks[from].Start >= size && divides(doc, blocks[i:i+1], o) {
			groups = append(groups, blocks[from:i])
			from = i
		}
		// How a <pre> that nothing closes is read depends on what follows.
		text := src[b.Start:b.End]
		open += strings.Count(text, "<pre") - strings.Count(text, "</pre")
	}
	groups = append(groups, blocks[from:])
	pieces := func(yield func(piece) bool) {
		for _, p := range inOrder(len(groups), true, func(i int) piece { return readPart(doc, groups[i], o) }) {
			if !yield(p) {
				return
			}
		}
	}
	return converted(nil, pieces, "\n", o.Report)
}

// divides reports whether a heading becomes one in Markdown. One that stays
// wikitext stays in one block with the wikitext around it.
func divides(doc *Document, heading []Block, o ReadOptions) bool {
	o.Report = nil
	return strings.HasPrefix(readBlocks(doc, heading, o), "#")
}

func readPart(doc *Document, blocks []Block, o ReadOptions) (out piece) {
	if o.Report != nil {
		o.Report = out.note
	}
	out.text = readBlocks(doc, blocks, o)
	return out
}
