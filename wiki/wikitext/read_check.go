package wikitext

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

// checkParts looks at many parts at once, and at each only if there is
// something wrong. Between them stands what keeps them apart.
func (r *reader) checkParts(parts []*shownPart) {
	if len(parts) == 0 || r.allRight(parts) {
		return
	}
	for _, p := range parts {
		one := []*shownPart{p}
		if r.allRight(one) {
			continue
		}
		settleTexts(p.s)
		if p.md, p.sure = r.w.write(p.s, p.mark), false; !r.allRight(one) {
			p.s.kind, p.s.text = rawShown, trimLines(r.src[p.s.start:p.s.end])
			p.md = ""
		}
	}
}

// settleTexts looks for the way to write each text in a block.
func settleTexts(s *shown) {
	if s.in != nil && !s.in.settle() {
		s.in.how = wholeRaw
	}
	for _, k := range s.kids {
		settleTexts(k)
	}
}

// allRight reports whether the parts come back as what they were.
func (r *reader) allRight(parts []*shownPart) bool {
	var md []byte
	want := make([]*shown, 0, 2*len(parts))
	rule := &shown{kind: ruleShown}
	for i, p := range parts {
		if i > 0 {
			md = append(md, "\n\n***\n\n"...)
			want = append(want, rule)
		}
		md = append(md, p.md...)
		want = append(want, p.s)
	}
	return sameTree(want, readShown(FromMarkdown(md, r.write), 0, 0, nil))
}
