package wikitext

import (
	"strconv"
	"strings"
)

// flow reads blocks that stand on one line as HTML, with text before and
// between them. It reports false if there is anything else than what Markdown
// has: other elements, attributes, ends that are missing, line ends in texts.
func flow(text string, shift int) ([]*shown, bool) {
	f := &flowReader{nodes: Inlines(text), shift: shift}
	for _, n := range f.nodes {
		if n.Kind == TagNode && isFlowTag(strings.TrimPrefix(n.Target, "/")) || n.Kind == ExtNode && n.Target == "pre" {
			kids, ok := f.until("", 0)
			return kids, ok && f.i == len(f.nodes)
		}
	}
	p := newText(paraShown, text)
	return []*shown{p}, p.in.ok
}

// isFlowTag reports whether a tag begins or ends what is no part of a text.
func isFlowTag(name string) bool {
	switch name {
	case "table", "tr", "td", "th", "caption", "ul", "ol", "dl", "li", "dt", "dd", "blockquote", "div", "center", "p", "hr",
		"h1", "h2", "h3", "h4", "h5", "h6":
		return true
	}
	return false
}

// flowReader goes over the nodes of a line.
type flowReader struct {
	nodes []Node
	i     int
	shift int
}

// inP reports whether a paragraph has its tag.
func (s *shown) inP() bool { return s.kind == paraShown && s.tagged }

// until reads blocks up to the closing tag, and goes behind it; "" is the end
// of the line.
func (f *flowReader) until(end string, depth int) ([]*shown, bool) {
	var kids []*shown
	var b strings.Builder
	text := func() bool {
		s := strings.TrimSpace(b.String())
		b.Reset()
		if s == "" {
			return true
		}
		p := newText(paraShown, s)
		if p.in.blank() { // shows nothing, as in an empty item
			return true
		}
		kids = append(kids, p)
		return p.in.ok && !strings.Contains(s, "\n")
	}
	for ; f.i < len(f.nodes); f.i++ {
		n := f.nodes[f.i]
		pre := n.Kind == ExtNode && n.Target == "pre"
		if !pre && (n.Kind != TagNode || !isFlowTag(strings.TrimPrefix(n.Target, "/"))) {
			b.WriteString(n.Source)
			continue
		}
		if !text() {
			return nil, false
		}
		if n.Target == "/"+end && end != "" {
			f.i++
			return kids, true
		}
		if depth > maxDepth {
			return nil, false
		}
		var kid *shown
		ok := true
		switch {
		case pre:
			kid = flowPre(n)
		case n.Source == "<p>":
			f.i++
			var inner []*shown
			if inner, ok = f.until("p", depth+1); ok && len(inner) == 1 && inner[0].kind == paraShown && !inner[0].tagged {
				kid = inner[0]
				kid.tagged = true
			}
			f.i--
		default:
			kid, ok = f.element(n, depth)
		}
		if kid == nil || !ok {
			return nil, false
		}
		kids = append(kids, kid)
	}
	return kids, text() && end == ""
}

// element reads the block that begins with the tag n, and stops at its end.
func (f *flowReader) element(n Node, depth int) (*shown, bool) {
	f.i++
	defer func() { f.i-- }()
	switch name := n.Target; name {
	case "hr":
		return &shown{kind: ruleShown}, n.Source == "<hr>" || n.Source == "<hr/>" || n.Source == "<hr />"
	case "blockquote":
		kids, ok := f.until(name, depth+1)
		for _, k := range kids {
			if k.kind == paraShown && !k.inP() && len(kids) > 1 {
				ok = false
			}
		}
		return &shown{kind: quoteShown, kids: kids}, ok && n.Source == "<blockquote>"
	case "h1", "h2", "h3", "h4", "h5", "h6":
		kids, ok := f.until(name, depth+1)
		if !ok || len(kids) != 1 || kids[0].kind != paraShown || kids[0].inP() || n.Source != "<"+name+">" {
			return nil, false
		}
		return &shown{kind: headingShown, level: max(1, min(6, int(name[1]-'0')+f.shift)), text: kids[0].text, in: kids[0].in}, true
	case "ul", "ol":
		return f.list(n, depth)
	case "table":
		return f.table(n)
	}
	return nil, false
}

// list reads the items of a list of HTML.
func (f *flowReader) list(n Node, depth int) (*shown, bool) {
	list := &shown{kind: listShown, numbered: n.Target == "ol", level: 1}
	if n.Source != "<"+n.Target+">" {
		s, ok := strings.CutPrefix(n.Source, `<ol start="`)
		s, ok2 := strings.CutSuffix(s, `">`)
		start, err := strconv.Atoi(s)
		if !ok || !ok2 || err != nil || start < 0 || start > 999_999_999 || strconv.Itoa(start) != s {
			return nil, false
		}
		list.level = start
	}
	for ; f.i < len(f.nodes); f.i++ {
		switch n := f.nodes[f.i]; {
		case n.Kind == TextNode && strings.TrimSpace(n.Source) == "":
		case n.Kind == TagNode && n.Source == "<li>":
			f.i++
			kids, ok := f.until("li", depth+1)
			if !ok {
				return nil, false
			}
			for i, k := range kids {
				if k.kind == paraShown && k.inP() != (i > 0) {
					return nil, false
				}
			}
			list.kids = append(list.kids, &shown{kind: itemShown, kids: kids})
			f.i--
		case n.Kind == TagNode && n.Target == "/"+f.tag(list):
			f.i++
			return list, len(list.kids) > 0
		default:
			return nil, false
		}
	}
	return nil, false
}

func (f *flowReader) tag(list *shown) string {
	if list.numbered {
		return "ol"
	}
	return "ul"
}

// flowPre reads <pre> with what it shows; its line ends are entities.
func flowPre(n Node) *shown {
	lang, ok := preLanguage(n.Source[:strings.IndexByte(n.Source, '>')+1])
	if !ok || hasNowiki(n.Label) || strings.Contains(n.Label, "\n") || n.Label == "" {
		return nil
	}
	text := decodeEntities(n.Label)
	text = strings.TrimPrefix(text, "\n")
	return &shown{kind: preShown, text: strings.TrimSuffix(text, "\n"), lang: lang}
}

// table reads a table as FromMarkdown writes it on one line.
func (f *flowReader) table(n Node) (*shown, bool) {
	if n.Source != `<table class="wikitable">` {
		return nil, false
	}
	t := &tableReader{}
	for ; f.i < len(f.nodes); f.i++ {
		switch n := f.nodes[f.i]; {
		case n.Kind == TagNode && n.Source == "<tr>":
			t.row()
		case n.Kind == TagNode && n.Source == "</tr>":
		case n.Kind == TagNode && (n.Target == "th" || n.Target == "td") && t.open():
			align, ok := flowAlign(n)
			f.i++
			kids, ok2 := f.until(n.Target, 0)
			if !ok || !ok2 || len(kids) > 1 || len(kids) == 1 && (kids[0].kind != paraShown || kids[0].inP()) {
				return nil, false
			}
			text := ""
			if len(kids) == 1 {
				text = kids[0].text
			}
			t.cell(n.Target == "th", align, text)
			f.i--
		case n.Kind == TagNode && n.Source == "</table>":
			f.i++
			s := t.table()
			return s, s != nil
		default:
			return nil, false
		}
	}
	return nil, false
}

// flowAlign returns the alignment that a cell's tag says.
func flowAlign(n Node) (string, bool) {
	if n.Source == "<"+n.Target+">" {
		return "", true
	}
	s, ok := strings.CutPrefix(n.Source, "<"+n.Target+" ")
	if !ok {
		return "", false
	}
	return cellAlign(strings.TrimSuffix(s, ">"))
}
