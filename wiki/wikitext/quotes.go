package wikitext

import "strings"

// literalQuote marks a quote node of three whose first apostrophe is text.
const literalQuote style = 1 << 7

// quoteMarks says what every quote node of a text toggles, line by line.
func quoteMarks(nodes []Node) map[int]style {
	marks := map[int]style{}
	var line []int
	for i, n := range nodes {
		switch n.Kind {
		case QuoteNode:
			line = append(line, i)
			switch len(n.Source) {
			case 2:
				marks[i] = emStyle
			case 3:
				marks[i] = strongStyle
			default:
				marks[i] = emStyle | strongStyle
			}
		case TextNode:
			if strings.IndexByte(n.Source, '\n') >= 0 {
				balance(nodes, line, marks)
				line = line[:0]
			}
		}
	}
	balance(nodes, line, marks)
	return marks
}

// balance does what MediaWiki does on a line with an odd number of both marks:
// one ”' is an apostrophe and ”. It is the first behind a word of a single
// letter (l”'eau”), else the first behind another word, else the first
// behind a blank.
func balance(nodes []Node, line []int, marks map[int]style) {
	bold, italic := 0, 0
	for _, i := range line {
		if marks[i]&strongStyle != 0 {
			bold++
		}
		if marks[i]&emStyle != 0 {
			italic++
		}
	}
	if bold%2 == 0 || italic%2 == 0 {
		return
	}
	single, multi, space := -1, -1, -1
	for _, i := range line {
		if marks[i] != strongStyle || len(nodes[i].Source) != 3 {
			continue
		}
		prev := textBefore(nodes, i)
		switch {
		case strings.HasSuffix(prev, " "):
			if space < 0 {
				space = i
			}
		case len(prev) >= 2 && prev[len(prev)-2] == ' ':
			if single < 0 {
				single = i
			}
		default:
			if multi < 0 {
				multi = i
			}
		}
	}
	for _, i := range []int{single, multi, space} {
		if i >= 0 {
			marks[i] = literalQuote
			return
		}
	}
}

// textBefore returns what stands between node i and the mark or the line's
// start before it, as far as its last two characters go.
func textBefore(nodes []Node, i int) string {
	prev := ""
	for i--; i >= 0 && nodes[i].Kind != QuoteNode && len(prev) < 2; i-- {
		s := nodes[i].Source
		if j := strings.LastIndexByte(s, '\n'); j >= 0 && nodes[i].Kind == TextNode {
			return s[j+1:] + prev
		}
		prev = s + prev
	}
	return prev
}
