package wikitext

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// link reads [[Target|Label]] as MediaWiki does: from the brackets up to the
// next pair of opening ones there must be an end. Only the caption of a file
// may hold links.
func (p *inliner) link(i int) (tok, bool) {
	src := p.src
	t := tok{kind: LinkNode, start: int32(i)}
	bar, k := i+2, p.k
	for bar < len(src) {
		if k < len(p.spans) && int(p.spans[k].start) <= bar {
			if s := p.spans[k]; int(s.end) > bar {
				if s.kind != spanComment || int(s.end) > len(src) {
					return t, false
				}
				bar = int(s.end)
			}
			k++
			continue
		}
		if !titleByte(src[bar]) {
			break
		}
		bar++
	}
	p.steps += bar - i
	t.at = int32(bar)
	if strings.HasPrefix(src[bar:], "]]") {
		t.end = int32(bar + 2)
		return t, validTarget(p.target(t))
	}
	if bar >= len(src) || src[bar] != '|' || !validTarget(p.target(t)) {
		return t, false
	}
	from := bar + 2 // a label is not empty: what ends it is behind its first byte
	if strings.HasPrefix(src[bar+1:], "]]") || strings.HasPrefix(src[bar+1:], "[[") {
		from-- // but [[A|]] gets its label when it is saved
	}
	end, k := p.brackets(from, k)
	if end < len(src) && src[end] == ']' {
		if strings.HasPrefix(src[end+2:], "]") && strings.Contains(src[bar+1:end], "[") {
			end++
		}
		t.end = int32(end + 2)
		return t, true
	}
	if !isFile(p.target(t)) {
		return t, false
	}
	for end < len(src) { // at [[: the next ]] ends it, the one behind that the file's link
		first, k1 := p.brackets(end+2, k)
		if first >= len(src) || src[first] != ']' {
			break
		}
		second, k2 := p.brackets(first+2, k1)
		if second < len(src) && src[second] == ']' {
			t.end = int32(second + 2)
			return t, true
		}
		end, k = second, k2
	}
	return t, false
}

// brackets returns the position of the next [[ or ]] outside of spans, or the
// end of the source; and the first span that ends behind it.
func (p *inliner) brackets(i, k int) (int, int) {
	for i < len(p.src) {
		for k < len(p.spans) && int(p.spans[k].end) <= i {
			k++
		}
		if k < len(p.spans) && int(p.spans[k].start) <= i {
			i = int(p.spans[k].end)
			continue
		}
		p.steps++
		if c := p.src[i]; (c == '[' || c == ']') && i+1 < len(p.src) && p.src[i+1] == c && (k >= len(p.spans) || int(p.spans[k].start) > i+1) {
			return i, k
		}
		i++
	}
	return len(p.src), k
}

// titleByte reports whether a link's target may hold c.
func titleByte(c byte) bool {
	switch c {
	case '<', '>', '[', ']', '{', '}', '|', 0x7f:
		return false
	}
	return c >= ' '
}

// isFile reports whether a link to s shows a file.
func isFile(s string) bool {
	ns, _, ok := strings.Cut(s, ":")
	return ok && isFileName(strings.Trim(ns, " _"))
}

func isFileName(ns string) bool {
	for _, name := range [...]string{"file", "image", "datei", "bild"} {
		if strings.EqualFold(ns, name) {
			return true
		}
	}
	return false
}

// validTarget reports whether MediaWiki takes s for a page, with or without a
// section.
func validTarget(s string) bool {
	t := strings.Trim(s, " _")
	if strings.Trim(t, ":_ ") == "" || strings.ContainsAny(s, "[]|\n\r\x00\x7f") || !utf8.ValidString(t) {
		return false
	}
	if protocolLength(t) > 0 || strings.HasPrefix(t, "//") || strings.Contains(t, "~~~") {
		return false
	}
	if strings.Contains(t, "%") {
		if p, err := url.PathUnescape(t); err == nil {
			t = p
		}
	}
	page, _, _ := strings.Cut(decodeEntities(t), "#") // the # of &#91; is no section's
	return len(page) <= 255 && page != "." && page != ".." && !strings.ContainsAny(page, "[]{}<>|")
}
