package wikitext

import "strings"

// matchTags pairs the tags of a text. One without its other half is in no pair;
// it reports false if two pairs cross.
func matchTags(nodes []Node) (map[int]int, bool) {
	ends := map[int]int{}
	waiting := map[string]int{} // how many tags of a name are open
	var open []int
	ok := true
	for i, n := range nodes {
		if n.Kind != TagNode || isVoid(n) {
			continue
		}
		name, closing := strings.CutPrefix(n.Target, "/")
		if !closing {
			open = append(open, i)
			waiting[name]++
			continue
		}
		if waiting[name] == 0 {
			continue
		}
		for {
			top := open[len(open)-1]
			open = open[:len(open)-1]
			waiting[nodes[top].Target]--
			if nodes[top].Target == name {
				ends[top], ends[i] = i, top
				break
			}
			ok = false
		}
	}
	return ends, ok
}

// isVoid reports whether a tag has no end.
func isVoid(n Node) bool {
	switch n.Target {
	case "br", "/br", "hr", "wbr":
		return true
	}
	return strings.HasSuffix(n.Source, "/>")
}

// tag reads an HTML tag: the ones with a Markdown mark change the style, the
// others stay as they are, and so does code with more than text in it.
func (r *runReader) tag(nodes []Node, i int) int {
	n := nodes[i]
	name, closing := strings.CutPrefix(n.Target, "/")
	if name == "br" {
		r.add(breakRun, "", "")
		return i + 1
	}
	other, paired := r.ends[i]
	open := n
	if closing && paired {
		open = nodes[other]
	}
	s := tagStyle(name)
	switch {
	case !paired || s == 0 || open.Source != "<"+open.Target+">":
		r.add(rawRun, n.Source, "")
	case closing:
		r.tags[bit(s)]--
	case s == codeStyle && !onlyText(nodes[i+1:other]):
		var b strings.Builder
		for _, n := range nodes[i : other+1] {
			b.WriteString(n.Source)
		}
		r.add(rawRun, b.String(), "")
		return other + 1
	default:
		r.tags[bit(s)]++
	}
	return i + 1
}

// onlyText reports whether nodes show text alone.
func onlyText(nodes []Node) bool {
	for _, n := range nodes {
		switch n.Kind {
		case TextNode, EntityNode, NowikiNode:
		default:
			return false
		}
	}
	return true
}

func tagStyle(name string) style {
	switch name {
	case "i", "em":
		return emStyle
	case "b", "strong":
		return strongStyle
	case "s", "strike", "del":
		return strikeStyle
	case "code":
		return codeStyle
	}
	return 0
}

func bit(s style) int {
	n := 0
	for ; s > 1; s >>= 1 {
		n++
	}
	return n
}
