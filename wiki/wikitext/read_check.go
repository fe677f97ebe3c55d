package wikitext

import (
	"strings"
)

// sameTree reports whether two pages read the same.
func sameTree(a, b []*shown) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !sameShown(a[i], b[i]) {
			return false
		}
	}
	return true
}

func sameShown(a, b *shown) bool {
	if a.kind != b.kind || a.level != b.level || a.numbered != b.numbered || a.lang != b.lang || len(a.align) != len(b.align) {
		return false
	}
	for i := range a.align {
		if a.align[i] != b.align[i] {
			return false
		}
	}
	if a.in != nil || b.in != nil {
		return a.in != nil && b.in != nil && sameRuns(a.in.runs, b.in.runs)
	}
	return a.text == b.text && sameTree(a.kids, b.kids)
}

// fenceText is the heading that keeps apart what is converted back at once. Should
// a page have the same, it only takes longer.
const fenceText = "telko 7f3a9c"

// batch is about how many bytes are converted back at once.
const batch = 1 << 16

// shownPart is a block of the page, as Markdown.
type shownPart struct {
	s    *shown
	mark byte
	md   string
	sure bool
}

// check converts back what is not sure to read the same, and writes otherwise
// what does not.
func (r *reader) check() {
	var unsure []*shownPart
	size := 0
	for i := range r.parts {
		p := &r.parts[i]
		if p.sure {
			continue
		}
		unsure = append(unsure, p)
		if size += len(p.md); size >= batch {
			r.checkParts(unsure)
			unsure, size = unsure[:0], 0
		}
	}
	r.checkParts(unsure)
}

// checkParts looks at many parts at once. Those that come back as something else
// are written with what it takes for each of their texts, and stay wikitext if
// that does not help.
func (r *reader) checkParts(parts []*shownPart) {
	parts = r.wrong(parts)
	if len(parts) == 0 {
		return
	}
	var texts []*inline
	for _, p := range parts {
		texts = unsureTexts(p.s, texts)
	}
	settle(texts)
	for _, p := range parts {
		p.md = r.w.write(p.s, p.mark)
	}
	for _, p := range r.wrong(parts) {
		*p.s = shown{kind: rawShown, start: p.s.start, end: p.s.end, line: p.s.line}
	}
}

// wrong returns the parts that come back as something else. If one
// of them swallows what keeps them apart, halves are looked at.
func (r *reader) wrong(parts []*shownPart) []*shownPart {
	if len(parts) == 0 {
		return nil
	}
	var md []byte
	for i, p := range parts {
		if i > 0 {
			md = append(md, "\n\n###### "+fenceText+"\n\n"...)
		}
		md = append(md, p.md...)
	}
	var back [][]*shown
	start := 0
	all := readShown(writeBack(md), 0, 0, nil)
	for i, s := range all {
		if s.kind == headingShown && s.text == fenceText {
			back = append(back, all[start:i])
			start = i + 1
		}
	}
	back = append(back, all[start:])
	switch {
	case len(back) == len(parts):
	case len(parts) == 1:
		return parts
	default:
		half := len(parts) / 2
		return append(r.wrong(parts[:half:half]), r.wrong(parts[half:])...)
	}
	var out []*shownPart
	for i, p := range parts {
		if len(back[i]) != 1 || !sameShown(p.s, back[i][0]) {
			out = append(out, p)
		}
	}
	return out
}

// writeBack converts Markdown that the reader wrote.
func writeBack(md []byte) string {
	w := newWriter(md, WriteOptions{})
	doc, pc := parseWith(md)
	defer release(pc)
	return composed(w.page(doc))
}

// unsureTexts appends the texts in a block that could come back as something
// else.
func unsureTexts(s *shown, texts []*inline) []*inline {
	if s.in != nil {
		if _, sure := s.in.write(spot{}); !sure {
			texts = append(texts, s.in)
		}
	}
	for _, k := range s.kids {
		texts = unsureTexts(k, texts)
	}
	return texts
}

// settle looks for the way to write each of the texts that reads the same.
func settle(texts []*inline) {
	for len(texts) > 0 && texts[0].how < wholeRaw {
		var left []*inline
		for i := 0; i < len(texts); {
			n, size := 0, 0
			for i+n < len(texts) && size < batch {
				md, _ := texts[i+n].write(spot{})
				size += len(md)
				n++
			}
			left = append(left, wrongTexts(texts[i:i+n])...)
			i += n
		}
		for _, in := range left {
			in.how++
		}
		texts = left
	}
}

// wrongTexts returns the texts that come back as something else.
func wrongTexts(texts []*inline) []*inline {
	var md []byte
	for i, in := range texts {
		if i > 0 {
			md = append(md, "\n\n###### "+fenceText+"\n\n"...)
		}
		s, _ := in.write(spot{})
		md = append(md, s...)
	}
	back := strings.Split(writeBack(md), "\n\n====== "+fenceText+" ======\n\n")
	if len(back) != len(texts) {
		if len(texts) == 1 {
			return texts
		}
		half := len(texts) / 2
		return append(wrongTexts(texts[:half:half]), wrongTexts(texts[half:])...)
	}
	var out []*inline
	for i, in := range texts {
		if runs, ok := readRuns(back[i]); !ok || !sameRuns(in.runs, runs) {
			out = append(out, in)
		}
	}
	return out
}
