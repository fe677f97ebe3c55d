package wikitext

import "strings"

// A style is a set of marks on a text.
type style uint8

const (
	emStyle style = 1 << iota
	strongStyle
	strikeStyle
	codeStyle
)

// runKind is what a run holds.
type runKind uint8

const (
	textRun  runKind = iota // text as readers see it
	rawRun                  // wikitext that Markdown cannot say
	breakRun                // <br>
	linkRun                 // wiki link: link is the target, text the label
	urlRun                  // bare address
)

// A run is a piece of inline content with one style: what a reader of the wiki
// sees, whatever marks brought it about. Two texts with equal runs read the
// same.
type run struct {
	kind  runKind
	style style
	text  string
	link  string // target of a wiki link; address of the external link around the run
	group int    // number of the external link around it, from 1
}

// runReader makes runs of wikitext.
type runReader struct {
	runs   []run
	quotes style       // by '' and '''
	tags   [8]int      // depth of HTML tags, by style bit
	ends   map[int]int // of the text being read, an opening tag to its end and back
	marks  []style     // what the quote nodes toggle
	link   string
	group  int
	groups int
	broken bool // tags that do not nest: no Markdown says that
}

// readRuns returns the runs of inline wikitext, and false if its marks do not
// nest.
func readRuns(text string) ([]run, bool) {
	if isUnmarked(text) {
		return tidy([]run{{text: text}}), true
	}
	return readMarked(text)
}

// readMarked does so for any text.
func readMarked(text string) ([]run, bool) {
	r := &runReader{}
	r.read(Inlines(text))
	return tidy(r.runs), !r.broken
}

// read reads the nodes of a text.
func (r *runReader) read(nodes []Node) {
	quotes, tags := false, false
	for _, n := range nodes {
		if n.Kind == ExternalNode {
			nodes = withLabels(nodes)
			break
		}
	}
	for _, n := range nodes {
		quotes = quotes || n.Kind == QuoteNode
		tags = tags || n.Kind == TagNode
	}
	if quotes {
		r.marks = nodeMarks(nodes)
	}
	if tags {
		var ok bool
		r.ends, ok = matchTags(nodes)
		r.broken = !ok
	}
	for i := 0; i < len(nodes); {
		i = r.node(nodes, i)
	}
}

// The nodes around the label of an external link.
const (
	labelStart NodeKind = 200 + iota
	labelEnd
)

// withLabels puts the nodes of their labels in the place of external links:
// apostrophes there count with those of the whole line.
func withLabels(nodes []Node) []Node {
	var out []Node
	for _, n := range nodes {
		if n.Kind != ExternalNode {
			out = append(out, n)
			continue
		}
		if !n.Piped || strings.Contains(n.Label, "[[") || strings.Contains(n.Target, "\n") {
			n.Kind = TemplateNode // stays as it is
			out = append(out, n)
			continue
		}
		dest := decodeEntities(n.Target)
		if a := address(dest); a != "" {
			dest = decodeEntities(a)
		}
		if label, ok := plainText(n.Label); ok && isOwnLabel(label, dest) {
			out = append(out, Node{Kind: URLNode, Source: n.Source, Target: dest, Label: label})
			continue
		}
		at := strings.LastIndex(n.Source, n.Label)
		out = append(out, Node{Kind: labelStart, Target: dest, Source: n.Source[:at]})
		out = append(out, Inlines(n.Label)...)
		out = append(out, Node{Kind: labelEnd, Source: n.Source[at+len(n.Label):]})
	}
	return out
}

// styleNow returns the style of what is read next.
func (r *runReader) styleNow() style {
	s := r.quotes
	for i, n := range r.tags {
		if n > 0 {
			s |= 1 << i
		}
	}
	return s
}

func (r *runReader) add(kind runKind, text, link string) {
	n := run{kind: kind, style: r.styleNow(), text: text, link: link, group: r.group}
	if kind != linkRun && (kind != urlRun || r.group > 0) {
		n.link = r.link
	}
	r.runs = append(r.runs, n)
}

// node reads one node, or several that belong together, and returns the index
// of what follows. A link takes letters from the node behind it.
func (r *runReader) node(nodes []Node, i int) int {
	switch n := nodes[i]; n.Kind {
	case TextNode:
		r.text(n.Source)
	case QuoteNode:
		if m := r.marks[i]; m&literalQuote != 0 {
			r.add(textRun, "'", "")
			r.quotes ^= emStyle
		} else {
			r.quotes ^= m
		}
	case LinkNode:
		r.wikiLink(nodes, i)
	case labelStart:
		r.groups++
		r.group, r.link = r.groups, n.Target
	case labelEnd:
		r.group, r.link = 0, ""
	case URLNode:
		dest := decodeEntities(n.Target)
		if n.Label != "" {
			r.add(urlRun, n.Label, n.Target)
		} else {
			r.add(urlRun, dest, dest)
		}
	case TagNode:
		return r.tag(nodes, i)
	case EntityNode:
		if s := entity(n.Source); s != "" {
			r.add(textRun, shownBlank(clean(s)), "")
		} else {
			r.add(textRun, n.Source, "")
		}
	case NowikiNode:
		r.add(textRun, shownBlank(decodeEntities(n.Label)), "")
	case SwitchNode:
		kind := textRun
		if isKnownSwitch(n.Source) {
			kind = rawRun
		}
		r.add(kind, n.Source, "")
	default:
		r.add(rawRun, n.Source, "")
	}
	return i + 1
}

// text adds plain text. A line's end ends the marks on it.
func (r *runReader) text(s string) {
	for {
		i := strings.IndexByte(s, '\n')
		if i < 0 {
			break
		}
		r.add(textRun, s[:i], "")
		r.quotes = 0
		r.add(textRun, "\n", "")
		s = s[i+1:]
	}
	r.add(textRun, s, "")
}

// wikiLink adds a wiki link with the letters behind it, which are part of its
// label. Marks around the whole label are marks around the link.
func (r *runReader) wikiLink(nodes []Node, i int) {
	n := nodes[i]
	ns, _, hasNS := strings.Cut(n.Target, ":")
	label, marks, ok := n.Target, style(0), true
	if n.Piped {
		label, marks, ok = markedText(n.Label)
	}
	if !ok || r.group > 0 || hasNS && hidesLink(strings.ToLower(strings.TrimSpace(ns))) ||
		strings.TrimSpace(label) == "" || strings.ContainsAny(n.Target, "\\\n") || strings.Contains(n.Target, "~~~") {
		r.add(rawRun, n.Source, "")
		return
	}
	if !n.Piped {
		label = strings.TrimPrefix(strings.TrimLeft(n.Source[2:len(n.Source)-2], " "), ":")
	}
	trail := ""
	if i+1 < len(nodes) && (nodes[i+1].Kind == TextNode || nodes[i+1].Kind == URLNode) {
		next := &nodes[i+1]
		if trail = linkTrail(next.Source); trail != "" {
			next.Source = next.Source[len(trail):]
			if next.Kind == URLNode { // what is left of an address is none
				next.Kind, next.Label = NowikiNode, next.Source
			}
		}
	}
	if marks != 0 && trail != "" {
		r.add(rawRun, n.Source+trail, "")
		return
	}
	label = strings.ReplaceAll(collapse(label+trail), "\n", " ")
	inner := strings.Trim(label, " ")
	before, after, _ := strings.Cut(label, inner)
	r.add(textRun, before, "")
	target := withoutSwitch(strings.ReplaceAll(n.Target, "'%27", "''")) // as FromMarkdown writes it
	r.runs = append(r.runs, run{kind: linkRun, style: r.styleNow() | marks, text: inner, link: target})
	r.add(textRun, after, "")
}

// linkTrail returns the letters at the start of s that MediaWiki takes into
// the label of a link in front of them.
func linkTrail(s string) string {
	for i, c := range s {
		if !(c >= 'a' && c <= 'z' || c == 'ä' || c == 'ö' || c == 'ü' || c == 'ß') {
			return s[:i]
		}
	}
	return s
}

// isOwnLabel reports whether Markdown makes a link to dest of the bare label.
func isOwnLabel(label, dest string) bool {
	switch {
	case label == dest:
		return protocolLength(dest) > 0
	case strings.HasPrefix(label, "www."):
		return dest == "http://"+label
	}
	return strings.Contains(label, "@") && dest == "mailto:"+label
}

// plainText returns what wikitext shows, and whether that is text alone.
func plainText(text string) (string, bool) {
	s, marks, ok := markedText(text)
	return s, ok && marks == 0
}

// isUnmarked reports whether wikitext surely shows itself: there is nothing in it
// that could be a mark, an entity or an address.
func isUnmarked(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !couldMark[c] {
			continue
		}
		next := byte(' ')
		if i+1 < len(s) {
			next = s[i+1]
		}
		switch c {
		case '\'', '_':
			if next == c {
				return false
			}
		case ':':
			if next != ' ' && next != '\n' && (i == 0 || !isDigit(s[i-1])) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// couldMark has the bytes that isUnmarked looks at.
var couldMark = [256]bool{'\'': true, '_': true, ':': true, '[': true, '{': true, '<': true, '&': true, '~': true}

// markedText returns what wikitext shows, the marks that all of it has, and
// whether it is text with these marks alone.
func markedText(text string) (string, style, bool) {
	if isPlain(text) {
		return text, 0, true
	}
	runs, ok := readRuns(text)
	var b strings.Builder
	for _, r := range runs {
		if r.kind == rawRun || r.kind == linkRun || r.kind == breakRun || r.style != runs[0].style || r.style&codeStyle != 0 || r.group > 0 {
			ok = false
		}
		b.WriteString(r.text)
	}
	if len(runs) == 0 {
		return "", 0, ok
	}
	return b.String(), runs[0].style, ok
}

// decodeEntities returns what the entities of a nowiki show.
func decodeEntities(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if s[i] == '&' {
			if n := entityLength(s[i:min(len(s), i+64)]); n > 0 {
				if e := entity(s[i : i+n]); e != "" {
					b.WriteString(clean(e))
					i += n
					continue
				}
			}
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// shownBlank makes blanks of line ends that are no lines of the page: of &#10;
// and within <nowiki>.
func shownBlank(s string) string { return strings.ReplaceAll(s, "\n", " ") }
