package wikitext

import "strings"

// literalQuote marks a quote node of three whose first apostrophe is text.
const literalQuote style = 1 << 7

// quoteMarks says what every quote token of a text toggles, line by line; it
// is nil if there are none.
func quoteMarks(src string, toks []tok) []style {
	return markQuotes(len(toks), func(i int) (NodeKind, string) { return toks[i].kind, src[toks[i].start:toks[i].end] })
}

// nodeMarks says so of nodes.
func nodeMarks(nodes []Node) []style {
	return markQuotes(len(nodes), func(i int) (NodeKind, string) { return nodes[i].Kind, nodes[i].Source })
}

// quoter balances the marks of one text.
type quoter struct {
	at    func(int) (NodeKind, string)
	marks []style
}

func markQuotes(n int, at func(int) (NodeKind, string)) []style {
	q := quoter{at: at}
	var line []int
	for i := range n {
		switch kind, s := at(i); kind {
		case QuoteNode:
			if q.marks == nil {
				q.marks = make([]style, n)
			}
			line = append(line, i)
			switch len(s) {
			case 2:
				q.marks[i] = emStyle
			case 3:
				q.marks[i] = strongStyle
			default:
				q.marks[i] = emStyle | strongStyle
			}
		case TextNode:
			if len(line) > 0 && strings.ContainsAny(s, "\n\r") {
				q.balance(line)
				line = line[:0]
			}
		}
	}
	q.balance(line)
	return q.marks
}

// balance does what MediaWiki does on a line with an odd number of both marks:
// one ”' is an apostrophe and ”. It is the first behind a word of a single
// letter (l”'eau”), else the first behind another word, else the first
// behind a blank.
func (q *quoter) balance(line []int) {
	bold, italic := 0, 0
	for _, i := range line {
		if q.marks[i]&strongStyle != 0 {
			bold++
		}
		if q.marks[i]&emStyle != 0 {
			italic++
		}
	}
	if bold%2 == 0 || italic%2 == 0 {
		return
	}
	single, multi, space := -1, -1, -1
	for _, i := range line {
		if q.marks[i] != strongStyle {
			continue
		}
		prev := q.textBefore(i)
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
			q.marks[i] = literalQuote
			return
		}
	}
}

// textBefore returns what stands between node i and the mark or the line's
// start before it, as far as its last two characters go.
func (q *quoter) textBefore(i int) string {
	prev := ""
	for i--; i >= 0 && len(prev) < 2; i-- {
		kind, s := q.at(i)
		if kind == QuoteNode {
			break
		}
		if j := strings.LastIndexAny(s, "\n\r"); j >= 0 && kind == TextNode {
			return s[j+1:] + prev
		}
		prev = s[max(0, len(s)-2):] + prev
	}
	return prev
}
