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
	quotes style         // by '' and '''
	tags   [8]int        // depth of HTML tags, by style bit
	open   []openTag     // HTML tags that are open
	marks  map[int]style // what the quote nodes toggle
	link   string
	group  int
	groups int
	broken bool // tags that do not nest: no Markdown says that
}

// An openTag is a tag that waits for its end.
type openTag struct {
	name  string
	style style // 0: kept as wikitext
}

// readRuns returns the runs of inline wikitext, and false if its marks do not
// nest.
func readRuns(text string) ([]run, bool) {
	r := &runReader{}
	r.read(text)
	if len(r.open) > 0 {
		for _, t := range r.open {
			r.broken = r.broken || t.style != 0
		}
	}
	return tidy(r.runs), !r.broken
}

func (r *runReader) read(text string) {
	nodes := Inlines(text)
	outer, marks := r.quotes, r.marks
	r.quotes, r.marks = 0, quoteMarks(nodes)
	for i := range nodes {
		r.node(nodes, i)
	}
	r.quotes, r.marks = outer, marks
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
	if kind != linkRun {
		n.link = r.link
	}
	r.runs = append(r.runs, n)
}

// node reads one node. A link takes letters from the node behind it.
func (r *runReader) node(nodes []Node, i int) {
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
	case ExternalNode:
		r.external(n)
	case URLNode:
		r.add(urlRun, n.Target, "")
	case TagNode:
		r.tag(n)
	case EntityNode:
		if s := entity(n.Source); s != "" {
			r.add(textRun, clean(s), "")
		} else {
			r.add(textRun, n.Source, "")
		}
	case NowikiNode:
		r.add(textRun, decodeEntities(n.Label), "")
	case SignNode: // a saved page has none that would still be expanded
		r.add(textRun, n.Source, "")
	case SwitchNode:
		kind := textRun
		if switches[strings.ToUpper(n.Source)] {
			kind = rawRun
		}
		r.add(kind, n.Source, "")
	default:
		r.add(rawRun, n.Source, "")
	}
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
// label.
func (r *runReader) wikiLink(nodes []Node, i int) {
	n := nodes[i]
	ns, _, hasNS := strings.Cut(n.Target, ":")
	label, ok := n.Target, true
	if n.Piped {
		label, ok = plainText(n.Label)
	}
	if !ok || r.group > 0 || hasNS && hidesLink(strings.ToLower(strings.TrimSpace(ns))) ||
		strings.TrimSpace(label) == "" || strings.ContainsAny(n.Target, "\\\n~&%") || strings.ContainsAny(label, "\n") {
		r.add(rawRun, n.Source, "")
		return
	}
	if !n.Piped {
		label = strings.TrimPrefix(label, ":")
	}
	if i+1 < len(nodes) && nodes[i+1].Kind == TextNode {
		trail := linkTrail(nodes[i+1].Source)
		label += trail
		nodes[i+1].Source = nodes[i+1].Source[len(trail):]
	}
	r.add(linkRun, strings.Join(strings.Fields(label), " "), n.Target)
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

// external adds [https://example.org Label].
func (r *runReader) external(n Node) {
	if r.group > 0 || !n.Piped || strings.Contains(n.Label, "[[") || strings.ContainsAny(n.Target, "\n") {
		r.add(rawRun, n.Source, "")
		return
	}
	r.groups++
	r.group, r.link = r.groups, decodeEntities(n.Target)
	if a := address(r.link); a != "" {
		r.link = decodeEntities(a)
	}
	r.read(n.Label)
	r.group, r.link = 0, ""
}

// tag reads an HTML tag: the ones with a Markdown mark change the style, the
// others stay as they are.
func (r *runReader) tag(n Node) {
	name := strings.TrimPrefix(n.Target, "/")
	if name == "br" {
		r.add(breakRun, "", "")
		return
	}
	if strings.HasPrefix(n.Target, "/") {
		if len(r.open) == 0 || r.open[len(r.open)-1].name != name {
			r.broken = r.broken || tagStyle(name) != 0
			r.add(rawRun, n.Source, "")
			return
		}
		t := r.open[len(r.open)-1]
		r.open = r.open[:len(r.open)-1]
		if t.style == 0 {
			r.add(rawRun, n.Source, "")
			return
		}
		r.tags[bit(t.style)]--
		return
	}
	t := openTag{name: name}
	if n.Source == "<"+name+">" {
		t.style = tagStyle(name)
	}
	if !voidTags[name] && !strings.HasSuffix(n.Source, "/>") {
		r.open = append(r.open, t)
	}
	if t.style == 0 {
		r.add(rawRun, n.Source, "")
		return
	}
	r.tags[bit(t.style)]++
}

var voidTags = map[string]bool{"br": true, "hr": true, "wbr": true}

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

// plainText returns what wikitext shows, and whether that is text alone.
func plainText(text string) (string, bool) {
	runs, ok := readRuns(text)
	var b strings.Builder
	for _, r := range runs {
		if r.kind == rawRun || r.kind == linkRun || r.style != 0 || r.group > 0 {
			ok = false
		}
		b.WriteString(r.text)
	}
	return b.String(), ok
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
