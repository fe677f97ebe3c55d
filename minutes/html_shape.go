package minutes

import (
	"bytes"
	"html"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	gmtext "github.com/yuin/goldmark/text"

	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
)

// linkSchemes are the schemes that links of minutes may have.
var linkSchemes = []string{"http", "https", "mailto", "tel", "irc", "ircs", "xmpp", "sip", "ftp", "news", "matrix"}

// shaper changes goldmark's tree into what HTML shows.
type shaper struct {
	file  *File
	src   []byte
	url   func(id string) string
	tasks map[int]*TaskLine // by the offset of their line
}

func (s *shaper) shape(doc ast.Node) {
	s.meta(doc)
	var nodes []ast.Node // collected first: shaping changes the tree
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			nodes = append(nodes, n)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range nodes {
		switch n := n.(type) {
		case *ast.ListItem:
			s.task(n)
		case *ast.Heading:
			s.motion(n)
		case *ast.Blockquote:
			s.quote(n)
		case *ast.Emphasis:
			s.label(n)
		}
	}
	for _, n := range nodes {
		switch n := n.(type) {
		case *ast.Image:
			s.image(n)
		case *ast.Link:
			if !safeLink(string(n.Destination)) {
				unwrap(n)
			}
		case *ast.AutoLink:
			if !safeLink(string(n.URL(s.src))) {
				text := ast.NewString(n.Label(s.src))
				text.SetRaw(true)
				n.Parent().ReplaceChild(n.Parent(), n, text)
			}
		case *ast.Text:
			s.ids(n)
		}
	}
}

// meta puts the line with day, time, place and keeper below the title.
func (s *shaper) meta(doc ast.Node) {
	m := &s.file.Meeting
	meta := &metaNode{html: metaHTML(m, s.file.ctx.Lang)}
	first := doc.FirstChild()
	if h, ok := first.(*ast.Heading); ok && h.Level == 1 {
		doc.InsertAfter(doc, h, meta)
		return
	}
	if m.Title != "" {
		meta.html = "<h1>" + html.EscapeString(m.Title) + "</h1>\n" + meta.html
	}
	if first == nil {
		doc.AppendChild(doc, meta)
	} else {
		doc.InsertBefore(doc, first, meta)
	}
}

// task gives a task's list item its box and anchor.
func (s *shaper) task(li *ast.ListItem) {
	block := li.FirstChild()
	if block == nil || block.Type() != ast.TypeBlock || block.Lines().Len() == 0 {
		return
	}
	start := block.Lines().At(0).Start
	tl := s.tasks[bytes.LastIndexByte(s.src[:start], '\n')+1]
	if tl == nil {
		return
	}
	li.SetAttributeString("class", []byte("task"))
	if tl.Task >= 0 {
		if id := s.file.Meeting.Tasks[tl.Task].ID; id != "" {
			li.SetAttributeString("id", []byte(id))
		}
	}
	for c := block.FirstChild(); c != nil; c = block.FirstChild() {
		t, ok := c.(*ast.Text)
		if !ok {
			break
		}
		if t.Segment.Stop > tl.Content.Start {
			t.Segment = t.Segment.WithStart(max(t.Segment.Start, tl.Content.Start))
			break
		}
		block.RemoveChild(block, c)
	}
	box := &boxNode{checked: tl.Checked}
	if c := block.FirstChild(); c != nil {
		block.InsertBefore(block, c, box)
	} else {
		block.AppendChild(block, box)
	}
}

// motion gives the heading of a motion its anchor.
func (s *shaper) motion(h *ast.Heading) {
	t, ok := h.LastChild().(*ast.Text)
	if !ok {
		return
	}
	v := t.Segment.Value(s.src)
	i := bytes.LastIndexByte(v, '#')
	if i < 0 {
		return
	}
	if id, err := motions.ParseID(string(v[i:])); err == nil {
		h.SetAttributeString("id", []byte(id))
		h.SetAttributeString("class", []byte("motion"))
	}
}

// quote gives the quotes of answers and comments their class.
func (s *shaper) quote(q *ast.Blockquote) {
	p := q.FirstChild()
	if p == nil {
		return
	}
	em, ok := p.FirstChild().(*ast.Emphasis)
	if !ok || em.Level != 2 {
		return
	}
	parts, ok := lang.ReadLabel(plainText(em, s.src))
	if !ok {
		return
	}
	switch parts.Label {
	case lang.LabelAnswer:
		q.SetAttributeString("class", []byte("answer"))
	case lang.LabelComment:
		q.SetAttributeString("class", []byte("comment"))
	}
}

// label begins a new line before a passage's label, as the file has it.
func (s *shaper) label(em *ast.Emphasis) {
	before, ok := em.PreviousSibling().(*ast.Text)
	if !ok || em.Level != 2 || !before.SoftLineBreak() {
		return
	}
	if name := plainText(em, s.src); strings.HasSuffix(strings.TrimSpace(name), ":") {
		before.SetSoftLineBreak(false)
		before.SetHardLineBreak(true)
	}
}

// image makes a link of an image: a page is not to load what lies elsewhere.
func (s *shaper) image(img *ast.Image) {
	for p := img.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == ast.KindLink {
			unwrap(img)
			return
		}
	}
	if !safeLink(string(img.Destination)) {
		unwrap(img)
		return
	}
	link := ast.NewLink()
	link.Destination = img.Destination
	for c := img.FirstChild(); c != nil; c = img.FirstChild() {
		link.AppendChild(link, c)
	}
	if !link.HasChildren() {
		text := ast.NewString(img.Destination)
		text.SetRaw(true)
		link.AppendChild(link, text)
	}
	img.Parent().ReplaceChild(img.Parent(), img, link)
}

// ids makes links of the ids of tasks in running text.
func (s *shaper) ids(t *ast.Text) {
	if s.url == nil {
		return
	}
	for p := t.Parent(); p != nil; p = p.Parent() {
		switch p.Kind() {
		case ast.KindLink, ast.KindCodeSpan, ast.KindImage:
			return
		}
	}
	parent := t.Parent()
	for from := 0; ; {
		id, start, end, ok := tasks.FindID(string(t.Segment.Value(s.src)), from)
		if !ok {
			return
		}
		to := s.url(string(id))
		if to == "" {
			from = end
			continue
		}
		at := t.Segment.Start
		link := ast.NewLink()
		link.Destination = []byte(to)
		link.AppendChild(link, ast.NewTextSegment(gmtext.NewSegment(at+start, at+end)))
		parent.InsertBefore(parent, t, ast.NewTextSegment(gmtext.NewSegment(at, at+start)))
		parent.InsertBefore(parent, t, link)
		t.Segment = t.Segment.WithStart(at + end)
		from = 0
	}
}

// unwrap puts a node's children into its place.
func unwrap(n ast.Node) {
	parent := n.Parent()
	for c := n.FirstChild(); c != nil; c = n.FirstChild() {
		parent.InsertBefore(parent, n, c)
	}
	parent.RemoveChild(parent, n)
}

// safeLink reports whether a link may lead to dest: within the page or site, or
// by one of linkSchemes.
func safeLink(dest string) bool {
	dest = strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1 // browsers skip them
		}
		return r
	}, html.UnescapeString(dest))
	i := strings.IndexAny(dest, ":/?#")
	if i < 0 || dest[i] != ':' {
		return !strings.HasPrefix(dest, `\`)
	}
	return slices.Contains(linkSchemes, strings.ToLower(dest[:i]))
}
