package wikitext

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// WriteOptions say how FromMarkdown writes. The zero value writes a page.
type WriteOptions struct {
	// Indent is put before every block: ":" makes definition list items of
	// them, ":*" items below. Every block is then one line.
	Indent string
	// HeadingShift is added to every heading's level.
	HeadingShift int
	// TaskLink gives the wiki link target of a task's id (without "#"); nil
	// or false leaves it as text.
	TaskLink func(id string) (target string, ok bool)
	// Checkbox is the wikitext that stands for a task's box; nil writes ☐
	// and ☑, "" nothing.
	Checkbox func(done bool) string
	// URL makes an absolute address of a link's destination that is none; nil
	// or "" writes the label and, in brackets, the destination.
	URL func(dest string) string
	// Report is told what cannot be carried over; nil: nobody listens.
	Report func(Notice)
}

// FromMarkdown converts Markdown to wikitext, without a newline at the end: as
// MediaWiki keeps it.
func FromMarkdown(md []byte, o WriteOptions) string {
	return joined(Parts(md, o))
}

// writer writes the blocks of one document.
type writer struct {
	src  []byte
	text string // src too
	o    WriteOptions
	out  []byte  // what is written
	toks []token // of the block before, to be used again
	line []byte  // likewise
}

func newWriter(src []byte, o WriteOptions) *writer {
	return &writer{src: src, text: string(src), o: o, out: make([]byte, 0, len(src)+len(src)/8)}
}

// document returns all blocks of a text.
func (w *writer) document(doc ast.Node) string {
	if w.o.Indent != "" {
		return w.indented(doc, w.o.Indent)
	}
	return w.page(doc)
}

// page returns the blocks in n as they stand on a page.
func (w *writer) page(n ast.Node) string { return w.written(func() { w.blocks(n) }) }

// written returns what f writes.
func (w *writer) written(f func()) string {
	before := len(w.out)
	f()
	s := string(w.out[before:])
	w.out = w.out[:before]
	return s
}

func (w *writer) add(s string) { w.out = append(w.out, s...) }

// blocks writes the blocks in n with an empty line between them.
func (w *writer) blocks(n ast.Node) {
	first := len(w.out)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		before := len(w.out)
		if before > first {
			w.add("\n\n")
		}
		start := len(w.out)
		if w.block(c); len(w.out) == start { // shows nothing
			w.out = w.out[:before]
		}
	}
}

// block writes a block as it stands on a page.
func (w *writer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		w.heading(n)
	case *ast.List:
		if n.IsOrdered() && n.Start != 1 {
			w.add(w.htmlList(n, "\n"))
			return
		}
		w.list(n, "")
	case *ast.Blockquote:
		w.add("<blockquote>\n")
		w.blocks(n)
		w.add("\n</blockquote>")
	case *ast.ThematicBreak:
		w.add("----")
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		w.add(w.codeBlock(n, "\n"))
	case *ast.HTMLBlock:
		w.add(place{line: true}.join(w.htmlBlock(n)))
	default:
		if t, ok := asTable(n); ok {
			w.add(w.table(t, ""))
			return
		}
		w.inline(n, place{line: true})
	}
}

// level returns a heading's level on the page.
func (w *writer) level(n *ast.Heading) int {
	return max(1, min(6, n.Level+w.o.HeadingShift))
}

// heading writes == Text ==. MediaWiki makes no heading of no text.
func (w *writer) heading(n *ast.Heading) {
	marks := "======"[:w.level(n)]
	w.add(marks + " ")
	start := len(w.out)
	if w.inline(n, place{}); len(w.out) == start {
		w.add("<nowiki/>")
	}
	w.add(" " + marks)
}

// codeBlock writes <pre>; newline is what ends its lines.
func (w *writer) codeBlock(n ast.Node, newline string) string {
	var b strings.Builder
	for i := 0; i < n.Lines().Len(); i++ {
		seg := n.Lines().At(i)
		b.Write(seg.Value(w.src))
	}
	text := strings.TrimSuffix(b.String(), "\n")
	lang := ""
	if f, ok := n.(*ast.FencedCodeBlock); ok {
		lang = string(f.Language(w.src))
	}
	if lang == rawLanguage {
		return text
	}
	open := "<pre>"
	if lang = literal(lang); lang != "" {
		open = `<pre class="language-` + attribute(lang) + `">`
	}
	if text == "" {
		return open + "</pre>"
	}
	text = nowiki(text, "pre")
	if newline == "\n" {
		return open + "\n" + text + "\n</pre>"
	}
	if strings.HasPrefix(text, "\n") {
		text = "\n" + text // HTML drops the first
	}
	if strings.HasSuffix(text, "\n") {
		text += "\n" // and shows no last
	}
	return open + strings.ReplaceAll(text, "\n", newline) + "</pre>"
}

// htmlBlock returns raw HTML as the text that it is; comments show nothing.
func (w *writer) htmlBlock(n *ast.HTMLBlock) []token {
	var lines []string
	for i := 0; i < n.Lines().Len(); i++ {
		seg := n.Lines().At(i)
		lines = append(lines, strings.TrimSpace(string(seg.Value(w.src))))
	}
	if n.HasClosure() {
		lines = append(lines, strings.TrimSpace(string(n.ClosureLine.Value(w.src))))
	}
	var toks []token
	for l := range strings.SplitSeq(withoutComments(strings.Join(lines, "\n")), "\n") {
		if l = strings.TrimSpace(l); l == "" { // within <pre>; it would part the text
			continue
		}
		if len(toks) > 0 {
			toks = append(toks, token{kind: breakToken})
		}
		toks = append(toks, token{textToken, l})
	}
	return toks
}

// withoutComments cuts HTML comments out.
func withoutComments(s string) string {
	var b strings.Builder
	for {
		i := strings.Index(s, "<!--")
		if i < 0 {
			break
		}
		b.WriteString(s[:i])
		j := strings.Index(s[i:], "-->")
		if j < 0 {
			s = ""
			break
		}
		s = s[i+j+3:]
	}
	b.WriteString(s)
	return strings.TrimSpace(b.String())
}
