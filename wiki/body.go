package wiki

import (
	"regexp"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"telko/minutes/lang"
)

// body converts what stands below a heading. Lines are numbered from first, as
// in the file; motion says that labelled passages go on over several blocks.
func (w *writer) body(md string, first int, motion bool) string {
	lines := strings.Split(strings.ReplaceAll(md, "\r\n", "\n"), "\n")
	for i := range lines {
		lines[i] = w.taskLine(lines[i], first+i)
	}
	pieces := cut(lines)
	var out passages
	for _, p := range pieces {
		switch {
		case p.verbatim:
			out.block(p.text)
		case p.label == nil && out.open && motion && !p.breaks:
			out.more(w.convert(p.text, ":"))
		case p.label == nil:
			out.block(w.convert(p.text, ""))
			out.open = out.open && !p.breaks
		case p.label.Label == lang.LabelPetitioner && !p.quoted:
			out.block(w.convert(p.term+": "+p.text, ""))
		default:
			out.passage(w.term(p.term), w.convert(p.text, ":"), p.joined)
			out.open = !p.quoted
		}
	}
	return out.String()
}

// term writes a label as the term of a definition list.
func (w *writer) term(label string) string { return ";" + termOf(label) }

// passages joins blocks and definition lists.
type passages struct {
	b    strings.Builder
	open bool // an unquoted passage goes on
}

func (p *passages) block(s string) {
	if s == "" {
		return
	}
	if p.b.Len() > 0 {
		p.b.WriteString("\n\n")
	}
	p.b.WriteString(s)
}

// more adds lines to the definition list that is written.
func (p *passages) more(s string) {
	if s != "" {
		p.b.WriteString("\n" + s)
	}
}

func (p *passages) passage(term, text string, joined bool) {
	if joined {
		p.more(term)
	} else {
		p.block(term)
	}
	p.more(text)
}

// String returns what was written.
func (p *passages) String() string { return p.b.String() }

// piece is a stretch of a body: blocks without a label, or a passage.
type piece struct {
	text   string // Markdown, without label and quote marks
	label  *lang.LabelParts
	term   string // the label as written, without mark-up and colon
	quoted bool
	joined bool // stands in one paragraph with the passage before
	breaks bool // a heading: no passage goes on behind it
	// verbatim is wikitext already: categories on lines of their own.
	verbatim bool
}

// cut cuts the lines of a body into pieces.
func cut(lines []string) []piece {
	var out []piece
	var plain []string // lines of blocks without a label
	flush := func() {
		if t := strings.Trim(strings.Join(plain, "\n"), "\n"); strings.TrimSpace(t) != "" {
			out = append(out, piece{text: t})
		}
		plain = nil
	}
	for _, b := range blocks(lines) {
		var found []piece
		switch b.node.(type) {
		case *ast.Paragraph:
			if found = categories(b.lines); found == nil {
				found = labelled(b.lines)
			}
		case *ast.Blockquote:
			found = quoted(b.lines)
		case *ast.Heading:
			flush()
			out = append(out, piece{text: strings.Join(b.lines, "\n"), breaks: true})
			continue
		}
		if found == nil {
			plain = append(plain, b.lines...)
			continue
		}
		flush()
		out = append(out, found...)
	}
	flush()
	return out
}

// block is a block of the document itself, with its lines.
type block struct {
	node  ast.Node
	lines []string
}

// blocks returns the blocks that lines hold. Every line is in one of them, but
// for those before the first.
func blocks(lines []string) []block {
	src := strings.Join(lines, "\n")
	doc := goldmark.DefaultParser().Parse(text.NewReader([]byte(src)))
	var out []block
	start := -1
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		at := position(n)
		if at < 0 {
			continue // a link definition: it stays with the block before it
		}
		line := strings.Count(src[:at], "\n")
		if start >= 0 {
			out[len(out)-1].lines = lines[start:line]
		}
		out = append(out, block{node: n})
		start = line
	}
	if start >= 0 {
		out[len(out)-1].lines = lines[start:]
	}
	return out
}

// position returns where a block begins, -1 if that is not known.
func position(n ast.Node) int {
	if p := n.Pos(); p >= 0 {
		return p
	}
	if n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	return -1
}

var categoryLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*(?:\[\[(?:Kategorie|Category):[^\[\]|{}<>#]+(?:\|[^\[\]|{}<>]*)?\]\]\s*)+$`)
})

// categories returns a paragraph that is nothing but categories: a link to a
// category in a sentence is a link, one on a line of its own puts the page
// there.
func categories(lines []string) []piece {
	var out []string
	for _, line := range lines {
		if !categoryLine().MatchString(line) {
			if strings.TrimSpace(line) == "" {
				continue
			}
			return nil
		}
		out = append(out, strings.TrimSpace(line))
	}
	return []piece{{text: strings.Join(out, "\n"), verbatim: true}}
}

// labelled cuts a paragraph at the lines that begin with a label; nil if its
// first line does not.
func labelled(lines []string) []piece {
	if label, _, _ := readLabel(lines[0]); label == nil {
		return nil
	}
	var out []piece
	for i, line := range lines {
		label, term, rest := readLabel(line)
		if label != nil {
			out = append(out, piece{label: label, term: term, text: rest, joined: i > 0})
		} else {
			out[len(out)-1].text += "\n" + line
		}
	}
	return out
}

// quoted cuts a block quote at its labels; nil if it does not begin with one.
func quoted(lines []string) []piece {
	inner := make([]string, len(lines))
	for i, line := range lines {
		t := strings.TrimLeft(line, " ")
		if rest, ok := strings.CutPrefix(t, ">"); ok {
			t = strings.TrimPrefix(rest, " ")
		}
		inner[i] = t
	}
	pieces := cut(inner)
	if len(pieces) == 0 || pieces[0].label == nil {
		return nil
	}
	var out []piece
	for _, p := range pieces {
		p.quoted = true
		if p.label == nil { // goes on with the answer
			out[len(out)-1].text += "\n\n" + p.text
			continue
		}
		out = append(out, p)
	}
	return out
}

// readLabel reads "**Label:** rest" at the start of a line; nil if there is no
// label that telko knows.
func readLabel(line string) (label *lang.LabelParts, term, rest string) {
	s, ok := strings.CutPrefix(strings.TrimLeft(line, " "), "**")
	if !ok {
		return nil, "", ""
	}
	term, rest, ok = strings.Cut(s, "**")
	if !ok {
		return nil, "", ""
	}
	colon := strings.HasSuffix(term, ":")
	term = strings.TrimSpace(strings.TrimSuffix(term, ":"))
	if !colon {
		if rest, ok = strings.CutPrefix(rest, ":"); !ok {
			return nil, "", ""
		}
	}
	parts, ok := lang.ReadLabel(plain(term))
	if !ok {
		return nil, "", ""
	}
	return &parts, term, strings.TrimSpace(rest)
}

// references returns the link definitions of a file as lines to append to each
// piece that is converted alone.
func references(md []byte) string {
	if !strings.Contains(string(md), "]:") {
		return ""
	}
	pc := parser.NewContext()
	goldmark.DefaultParser().Parse(text.NewReader(md), parser.WithContext(pc))
	var b strings.Builder
	for _, r := range pc.References() {
		b.WriteString("\n\n[" + string(r.Label()) + "]: <" + string(r.Destination()) + ">")
	}
	return b.String()
}
