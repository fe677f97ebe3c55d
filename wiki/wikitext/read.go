package wikitext

import "strings"

// ReadOptions say how ToMarkdown writes. The zero value reads a page.
type ReadOptions struct {
	HeadingShift int // added to every heading's level
	// Report is told what cannot be carried over; nil: nobody listens.
	Report func(Notice)
}

// ToMarkdown converts a page. What Markdown cannot say stays as it is, in a
// fenced block of language "wikitext" or in a raw span `…`{=wikitext}. The
// result converted back by FromMarkdown reads the same on the wiki. It takes
// linear time.
func ToMarkdown(src string, o ReadOptions) string {
	doc := Scan(composed(cleanNoting(src, o.Report)))
	return readBlocks(doc, doc.Blocks(), o)
}

// readBlocks converts blocks of a page that follow on each other.
func readBlocks(doc *Document, blocks []Block, o ReadOptions) string {
	r := &reader{src: doc.src}
	deep := func(b Block) { note(o.Report, TooDeep, b.Line, b.Text) }
	var l lists
	sr := &shownReader{doc: doc, shift: o.HeadingShift, deep: deep}
	for _, s := range sr.all(blocks) {
		p := shownPart{s: s, mark: l.mark(s)}
		p.md = r.w.write(s, p.mark)
		p.sure = r.w.sure
		r.parts = append(r.parts, p)
	}
	r.check()
	r.noteRaw(o.Report, sr.hidden)
	return r.page()
}

// reader converts a page.
type reader struct {
	src   string
	parts []shownPart
	w     mdWriter
}

// page joins the parts. Raw ones side by side are one.
func (r *reader) page() string {
	size := 0
	for _, p := range r.parts {
		size += len(p.md) + 2
	}
	var b strings.Builder
	b.Grow(size)
	for i := 0; i < len(r.parts); i++ {
		p := r.parts[i]
		if p.s.kind == rawShown {
			end := p.s.end
			for i+1 < len(r.parts) && r.parts[i+1].s.kind == rawShown {
				i++
				end = r.parts[i].s.end
			}
			p.md = fence(trimLines(r.src[p.s.start:end]), rawLanguage)
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.md)
		b.WriteByte('\n')
	}
	return b.String()
}
