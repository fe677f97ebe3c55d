package wikitext

import (
	"bytes"
	"iter"
	"strings"
)

// Parts yields what [FromMarkdown] returns, piece by piece, so that a long text
// can be written while the rest of it is converted. Callbacks of o are called
// in the order of the text, which must not change until all is taken.
func Parts(md []byte, o WriteOptions) iter.Seq[string] {
	size := partSize
	if o.Indent != "" { // items belong together beyond headings
		size = len(md) + 1
	}
	return writeParts(cleanBytes(md, o.Report), size, o)
}

// writeParts converts a text part by part.
func writeParts(src []byte, size int, o WriteOptions) iter.Seq[string] {
	// A caller's functions are not to be called from several goroutines.
	together := o.TaskLink == nil && o.Checkbox == nil && o.URL == nil
	return converted(src, inParts(src, size, together, func(p mdPart) piece {
		out, o := piece{start: p.start}, o
		if o.Report != nil {
			o.Report = out.note
		}
		noteExcess(p, o.Report)
		noteMarkdown(p, o)
		w := newWriter(p.src, o)
		out.text = composed(w.document(p.doc))
		return out
	}), "\n\n", o.Report)
}

// piece is what a part has become.
type piece struct {
	text    string
	start   int      // of the part
	notices []Notice // with lines of the part
}

func (p *piece) note(n Notice) { p.notices = append(p.notices, n) }

// converted yields the texts of pieces with sep between them, and reports their
// notices with lines of src.
func converted(src []byte, pieces iter.Seq[piece], sep string, report func(Notice)) iter.Seq[string] {
	return func(yield func(string) bool) {
		line, at, before := 0, 0, ""
		for p := range pieces {
			line += bytes.Count(src[at:p.start], []byte("\n"))
			at = p.start
			for _, n := range p.notices {
				if n.Line > 0 {
					n.Line += line
				}
				report(n)
			}
			if p.text == "" {
				continue
			}
			if before != "" && !yield(before) || !yield(p.text) {
				return
			}
			before = sep
		}
	}
}

// joined returns all parts as one text.
func joined(parts iter.Seq[string]) string {
	var b strings.Builder
	for s := range parts {
		b.WriteString(s)
	}
	return b.String()
}
