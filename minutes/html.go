package minutes

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	gmtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"telko/minutes/lang"
)

// HTMLOptions says how a meeting is shown as HTML. The zero value works.
type HTMLOptions struct {
	// Extenders add syntax to CommonMark, as tables and wiki links. What their
	// nodes show is theirs to make safe.
	Extenders []goldmark.Extender
	// TaskURL returns where an id leads, "" for nowhere. It may be nil.
	TaskURL func(id string) string
}

// HTML returns p as a fragment of HTML, to stand in a page's body: the title,
// a line with day, time, place and keeper, then the minutes.
//
// A task is a list item of class "task" with its id as anchor and a box that
// is ticked as at the meeting's end; a motion's heading has the motion's id as
// anchor; answers and comments are quotes of class "answer" and "comment".
// Raw HTML of the minutes is shown as typed, images are links to them, and
// links with schemes other than those of linkSchemes lead nowhere.
func HTML(p Public, o HTMLOptions) []byte {
	if p.file == nil {
		return nil
	}
	md := goldmark.New(
		goldmark.WithExtensions(o.Extenders...),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(htmlNodes{}, 100))),
	)
	// The front matter gives way to empty lines, so that offsets stay.
	src := bytes.Clone(p.file.src)
	for i := p.file.front.At.Start; i < p.file.front.At.End; i++ {
		src[i] = '\n'
	}
	doc := md.Parser().Parse(gmtext.NewReader(src))
	s := shaper{file: p.file, src: src, url: o.TaskURL, tasks: map[int]*TaskLine{}}
	for i := range p.file.lines {
		s.tasks[p.file.lines[i].At.Start] = &p.file.lines[i]
	}
	s.shape(doc)
	var out bytes.Buffer
	if err := md.Renderer().Render(&out, src, doc); err != nil {
		// A buffer takes everything; only a foreign extender can fail.
		return []byte("<pre>" + html.EscapeString(string(src)) + "</pre>\n")
	}
	return out.Bytes()
}

// Kinds of the nodes that only HTML has.
var (
	kindBox  = ast.NewNodeKind("TelkoBox")
	kindMeta = ast.NewNodeKind("TelkoMeta")
)

// boxNode is a task's checkbox.
type boxNode struct {
	ast.BaseInline
	checked bool
}

// Kind implements ast.Node.
func (*boxNode) Kind() ast.NodeKind { return kindBox }

// Dump implements ast.Node.
func (n *boxNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// metaNode is the line below the title, and the title where the file has none.
type metaNode struct {
	ast.BaseBlock
	html string
}

// Kind implements ast.Node.
func (*metaNode) Kind() ast.NodeKind { return kindMeta }

// Dump implements ast.Node.
func (n *metaNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// metaHTML returns the line with day, time, place and keeper.
func metaHTML(m *Meeting, l lang.Lang) string {
	var parts []string
	add := func(class, s string) {
		if s != "" {
			parts = append(parts, `<span class="`+class+`">`+html.EscapeString(s)+"</span>")
		}
	}
	add("date", FormatDate(m.Date, l))
	add("time", formatTimes(m, l))
	add("place", m.Place)
	if m.Keeper != "" {
		add("keeper", lang.HTMLKeeper.In(l, m.Keeper))
	}
	if len(parts) == 0 {
		return ""
	}
	return `<p class="meta">` + strings.Join(parts, " · ") + "</p>\n"
}

func formatTimes(m *Meeting, l lang.Lang) string {
	return formatInterval(Interval{m.Start.Clock, m.End.Clock}, l)
}

// htmlNodes renders what must not be rendered as goldmark does.
type htmlNodes struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (htmlNodes) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(kindBox, renderBox)
	reg.Register(kindMeta, renderMeta)
	reg.Register(ast.KindRawHTML, renderRawHTML)
	reg.Register(ast.KindHTMLBlock, renderHTMLBlock)
}

func renderBox(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		box := `<span class="box open">☐</span> `
		if n.(*boxNode).checked {
			box = `<span class="box done">☑</span> `
		}
		_, _ = w.WriteString(box)
	}
	return ast.WalkSkipChildren, nil
}

func renderMeta(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.WriteString(n.(*metaNode).html)
	}
	return ast.WalkSkipChildren, nil
}

func renderRawHTML(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		segments := n.(*ast.RawHTML).Segments
		for i := range segments.Len() {
			s := segments.At(i)
			_, _ = w.Write(util.EscapeHTML(s.Value(src)))
		}
	}
	return ast.WalkSkipChildren, nil
}

func renderHTMLBlock(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	b := n.(*ast.HTMLBlock)
	var lines [][]byte
	for i := range b.Lines().Len() {
		s := b.Lines().At(i)
		lines = append(lines, bytes.TrimRight(s.Value(src), "\r\n"))
	}
	if b.HasClosure() {
		lines = append(lines, bytes.TrimRight(b.ClosureLine.Value(src), "\r\n"))
	}
	_, _ = w.WriteString("<p>")
	for i, l := range lines {
		if i > 0 {
			_, _ = w.WriteString("<br>\n")
		}
		_, _ = w.Write(util.EscapeHTML(l))
	}
	_, _ = w.WriteString("</p>\n")
	return ast.WalkSkipChildren, nil
}
