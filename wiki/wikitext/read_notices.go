package wikitext

import "strings"

// noteRaw reports what stays wikitext, block by block and span by span, and the
// empty items of lists that do not.
func (r *reader) noteRaw(report func(Notice), hidden map[*shown][]int) {
	if report == nil {
		return
	}
	for _, p := range r.parts {
		if p.s.kind == rawShown {
			note(report, RawWikitext, p.s.line, r.src[p.s.start:p.s.end])
			continue
		}
		for _, line := range hidden[p.s] {
			note(report, EmptyItemDropped, line, "")
		}
		at, line := p.s.start, p.s.line
		for _, span := range rawSpans(p.md) {
			if shownWell(span) {
				continue
			}
			if i := strings.Index(r.src[at:p.s.end], span); i >= 0 {
				line += strings.Count(r.src[at:at+i], "\n")
				at += i
			}
			note(report, RawWikitext, line, span)
		}
	}
}

// rawSpans returns what the raw spans in Markdown that telko wrote hold.
func rawSpans(md string) (out []string) {
	for {
		i := strings.Index(md, "`"+string(rawMark))
		if i < 0 {
			return out
		}
		text := strings.TrimRight(md[:i], "`")
		fence := md[len(text) : i+1]
		if k := strings.LastIndex(text, fence); k >= 0 {
			out = append(out, strings.TrimSpace(text[k+len(fence):]))
		}
		md = md[i+1+len(rawMark):]
	}
}

// shownWell reports whether HTML shows a raw span as the wiki does.
func shownWell(span string) bool {
	nodes := Inlines(span)
	return len(nodes) == 1 && (nodes[0].Kind == ExternalNode && !nodes[0].Piped || nodes[0].Kind == TagNode && nodes[0].Target == "br")
}
