package wikitext

import (
	"sort"
	"strings"
)

// shownKind is what a reader of the wiki sees a block as.
type shownKind uint8

const (
	paraShown shownKind = iota
	headingShown
	listShown
	itemShown
	quoteShown
	preShown
	ruleShown
	tableShown
	rowShown
	cellShown
	rawShown // wikitext that Markdown has nothing for
)

// shown is a block as a reader of the wiki sees it, whatever markup brought it
// about: two pages with equal trees read the same. Lists hold items, tables
// rows of cells, items and quotes any block.
type shown struct {
	kind       shownKind
	level      int // of a heading; of a numbered list its first number
	numbered   bool
	text       string // of a paragraph, heading or cell as wikitext; of a raw block; what a pre shows
	lang       string // of a pre
	tagged     bool   // a paragraph that stands between <p> and </p>
	align      []string
	kids       []*shown
	start, end int // in the page, of a block that is in no other
	line       int
	in         *inline // what a text shows
}

// newText returns a block of text.
func newText(kind shownKind, text string) *shown {
	s := &shown{kind: kind, text: text, in: readInline(text)}
	if kind == paraShown && (len(s.in.runs) == 0 || s.in.flows()) {
		s.in.ok = false
	}
	return s
}

// flows reports whether a text with line breaks has tags or files that break a
// paragraph at the line they stand on: Markdown would make a line's end of each break.
func (in *inline) flows() bool {
	flow, br := false, false
	for _, r := range in.runs {
		br = br || r.kind == breakRun
		if r.kind == rawRun {
			flow = flow || strings.HasPrefix(r.text, "[[") || r.text[0] == '<' && isFlowTag(tagName(strings.TrimPrefix(r.text[1:], "/")))
		}
	}
	return flow && br
}

// shownReader makes a tree of a page.
type shownReader struct {
	doc   *Document
	depth int // how many quotes this is in
	shift int // added to every heading's level
	deep  func(Block)
	// the lines of the empty items of a list
	hidden map[*shown][]int
}

// readShown returns the blocks of a page as they are shown.
func readShown(src string, shift, depth int, deep func(Block)) []*shown {
	r := &shownReader{doc: Scan(src), shift: shift, depth: depth, deep: deep}
	return r.all(r.doc.Blocks())
}

// all reads blocks that follow on each other.
func (r *shownReader) all(blocks []Block) []*shown {
	var out []*shown
	for i := 0; i < len(blocks); {
		n, more := r.group(blocks[i:])
		if i > 0 && r.together(blocks[i-1], blocks[i]) || i+n < len(blocks) && r.together(blocks[i+n-1], blocks[i+n]) {
			more = r.raw(blocks[i : i+n])
		}
		if r.loose(blocks[i].Start, blocks[i+n-1].End) {
			more = r.raw(blocks[i : i+n])
		}
		for _, s := range more {
			s.start, s.end, s.line = blocks[i].Start, blocks[i+n-1].End, blocks[i].Line
		}
		out = r.append(out, more)
		i += n
	}
	return out
}

// loose reports whether in a part of a page there is a tag of an extension, or
// some of it, that reaches over blocks without being one, for it has no end. It
// would become another one if the blocks were converted.
func (r *shownReader) loose(start, end int) bool {
	all := r.doc.mask.loose
	i := sort.Search(len(all), func(i int) bool { return all[i][1] > start })
	return i < len(all) && all[i][0] < end
}

// together reports whether of two blocks one is preformatted and goes on with
// the other.
func (r *shownReader) together(a, b Block) bool {
	return a.Kind == Pre && r.indented(b) || b.Kind == Pre && r.indented(a)
}

// indented reports whether a block that is none of preformatted text begins with
// a blank: on the wiki it goes on with the text before or behind it.
func (r *shownReader) indented(b Block) bool {
	return b.Kind != Pre && b.Kind != Blank && r.doc.src[b.Start] == ' '
}

// append adds blocks to out. Raw blocks side by side are one.
func (r *shownReader) append(out, more []*shown) []*shown {
	for _, s := range more {
		if len(out) > 0 && s.kind == rawShown && out[len(out)-1].kind == rawShown {
			last := out[len(out)-1]
			last.end = s.end
			last.text = trimLines(r.doc.src[last.start:last.end])
			continue
		}
		out = append(out, s)
	}
	return out
}

// group reads the blocks at the start that are shown as one, and returns how
// many they are.
func (r *shownReader) group(blocks []Block) (int, []*shown) {
	switch b := blocks[0]; b.Kind {
	case Blank:
		return 1, nil
	case Heading:
		if h := newText(headingShown, b.Text); h.in.ok {
			h.level = max(1, min(6, b.Level+r.shift))
			return 1, []*shown{h}
		}
	case ListItem:
		n := 1
		for n < len(blocks) && (blocks[n].Kind == ListItem || blocks[n].Kind == Comment) && sameList(b, blocks[n]) {
			n++
		}
		n = r.listEnd(blocks[:n])
		if c := b.Marks[0]; c == '*' || c == '#' {
			if l := r.list(blocks[:n]); l != nil {
				return n, []*shown{l}
			}
		}
		return n, r.raw(blocks[:n])
	case Paragraph, Template, Comment:
		if b.Kind != Template || !r.indented(b) {
			return r.paragraph(blocks)
		}
	case Switch:
		if isUnknownSwitch(b) {
			if n, out := r.paragraph(blocks); n > 1 {
				return n, out
			}
		}
	case Pre:
		if p := r.pre(b); p != nil {
			return 1, []*shown{p}
		}
	case Rule:
		if b.Text == "" {
			return 1, []*shown{{kind: ruleShown}}
		}
	case Table:
		if t := readTable(b.Text); t != nil {
			return 1, []*shown{t}
		}
	case HTML:
		if out := r.html(b); out != nil {
			return 1, out
		}
	}
	return 1, r.raw(blocks[:1])
}

// listEnd returns how many blocks of a list there are without comments at its
// end, which stand behind it, and what MediaWiki hides around them.
func (r *shownReader) listEnd(blocks []Block) int {
	n, comment := len(blocks), false
	for n > 0 && (blocks[n-1].Kind == Comment || isHidden(blocks[n-1:])) {
		n--
		comment = comment || blocks[n].Kind == Comment
	}
	if n == 0 || !comment {
		return len(blocks)
	}
	return n
}

// sameList reports whether the item b goes on with the list that a begins. A
// comment on a line of its own is nothing to MediaWiki.
func sameList(a, b Block) bool {
	if b.Kind == Comment {
		return true
	}
	return b.Marks[0] == a.Marks[0] || a.Marks[0] != '*' && a.Marks[0] != '#' && b.Marks[0] != '*' && b.Marks[0] != '#'
}

// raw keeps blocks as wikitext.
func (r *shownReader) raw(blocks []Block) []*shown {
	first, last := blocks[0], blocks[len(blocks)-1]
	return []*shown{{kind: rawShown, text: trimLines(r.doc.src[first.Start:last.End])}}
}

// trimLines drops line ends around a text.
func trimLines(s string) string { return strings.Trim(s, "\r\n") }

// paragraph reads lines of text, and the templates and comments on lines of
// their own that are part of it because no empty line parts them.
func (r *shownReader) paragraph(blocks []Block) (int, []*shown) {
	n, text := 0, 0 // up to the last line of text
loop:
	for ; n < len(blocks); n++ {
		switch b := blocks[n]; {
		case b.Kind == Template && r.indented(b):
			break loop
		case b.Kind == Paragraph, b.Kind == Template && (text > 0 || n == 0), isUnknownSwitch(b):
			text = n + 1
		case b.Kind == Template, b.Kind == Comment:
		default:
			break loop
		}
	}
	first := 0
	for first < n && blocks[first].Kind == Comment {
		first++
	}
	switch {
	case first > 0:
		return first, r.raw(blocks[:first])
	case text == 0:
		return n, r.raw(blocks[:n])
	}
	src := strings.TrimSpace(r.doc.src[blocks[0].Start:blocks[text-1].End])
	p := newText(paraShown, src)
	if !p.in.ok || p.in.onlyRaw() {
		return text, r.raw(blocks[:text])
	}
	return text, []*shown{p}
}

// isUnknownSwitch reports whether a block looks like a behaviour switch that
// MediaWiki does not know: it is text.
func isUnknownSwitch(b Block) bool {
	return b.Kind == Switch && b.Text[0] == '_' && !isKnownSwitch(b.Text)
}

// pre reads preformatted text without marks.
func (r *shownReader) pre(b Block) *shown {
	if b.Marks != "<" {
		text, ok := preText(b.Text)
		if !ok || r.behindPre(b) {
			return nil
		}
		return &shown{kind: preShown, text: text}
	}
	raw := r.doc.Raw(b)
	lang, ok := preLanguage(raw[:strings.IndexByte(raw, '>')+1])
	if !ok || hasNowiki(b.Text) {
		return nil
	}
	return &shown{kind: preShown, text: decodeEntities(b.Text), lang: lang}
}

// behindPre reports whether a <pre> without an end stands before a block. There
// FromMarkdown could write no lists, and a </pre> that it writes would be its end.
func (r *shownReader) behindPre(b Block) bool {
	return r.doc.mask.openPre > 0 && b.Start >= r.doc.mask.openPre
}

// preLanguage returns the language of <pre class="language-go">, and whether
// Markdown can say the tag.
func preLanguage(open string) (string, bool) {
	if open == "<pre>" {
		return "", true
	}
	lang, ok := strings.CutPrefix(open, `<pre class="language-`)
	if !ok {
		return "", false
	}
	lang, ok = strings.CutSuffix(lang, `">`)
	return lang, ok && lang != "" && lang != rawLanguage && !strings.ContainsAny(lang, "\" `&\\~\n\t")
}

// hasNowiki reports whether a text holds a tag that a pre takes out.
func hasNowiki(s string) bool {
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			return false
		}
		s = s[i+1:]
		if hasTag(s, "nowiki") {
			return true
		}
	}
}

// preText returns what the lines of a block with leading blanks show, if they
// hold no marks.
func preText(text string) (string, bool) {
	for _, n := range Inlines(text) {
		if n.Kind != TextNode && n.Kind != EntityNode {
			return "", false
		}
	}
	return decodeEntities(text), true
}

// html reads an element of HTML: quotes, lists, paragraphs and tables as
// FromMarkdown writes them, or a person does who writes no less plainly.
func (r *shownReader) html(b Block) []*shown {
	if r.behindPre(b) {
		return nil
	}
	if inner, ok := strings.CutPrefix(b.Text, "<blockquote>\n"); ok && r.depth < maxDepth {
		if inner, ok = strings.CutSuffix(inner, "\n</blockquote>"); ok {
			return []*shown{{kind: quoteShown, kids: readShown(inner, r.shift, r.depth+1, r.deep)}}
		}
	}
	if r.depth >= maxDepth && r.deep != nil {
		r.deep(b)
	}
	kids, ok := flow(b.Text, r.shift)
	if !ok || len(kids) != 1 || kids[0].kind == paraShown && !kids[0].tagged {
		return nil
	}
	return kids
}
