package wikitext

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// label returns what a link shows as wikitext, and the blanks around it, which
// MediaWiki would drop.
func (w *inlineWriter) label(n ast.Node) (label, before, after string) {
	lw := &inlineWriter{writer: w.writer, place: w.place, em: w.em, strong: w.strong, link: w.link + 1}
	lw.children(n)
	s := place{label: true, cell: w.place.cell}.join(lw.toks)
	label = strings.TrimSpace(s)
	if label == "" {
		return "", "", ""
	}
	if s[0] == ' ' {
		before = " "
	}
	if s[len(s)-1] == ' ' {
		after = " "
	}
	return label, before, after
}

// mdLink writes [label](destination).
func (w *inlineWriter) mdLink(n *ast.Link) {
	if w.link > 0 {
		w.children(n)
		return
	}
	dest := literal(string(n.Destination))
	label, before, after := w.label(n)
	s := w.external(dest, label)
	if s == "" && strings.HasPrefix(dest, "#") {
		if t := sectionLink(dest); t != "" && label != "" {
			s = "[[" + t + "|" + label + "]]"
		}
	}
	if s == "" && w.o.URL != nil && !isScript(dest) {
		s = w.external(w.o.URL(dest), label)
	}
	if s == "" {
		w.link++
		w.children(n)
		w.link--
		if dest != "" {
			w.add(textToken, " ("+dest+")")
		}
		return
	}
	w.add(textToken, before)
	w.titled(s, string(n.Title))
	w.add(textToken, after)
}

// external returns [dest label], or "" if that is no link to MediaWiki.
func (w *inlineWriter) external(dest, label string) string {
	a := address(dest)
	switch {
	case a == "":
		return ""
	case label == "":
		label = "<nowiki/>" // without a label MediaWiki writes [1]
	}
	return "[" + a + " " + label + "]"
}

// titled adds a link; its title needs an element of its own.
func (w *inlineWriter) titled(s, title string) {
	kind := rawToken
	if strings.HasPrefix(s, "[[") {
		kind = linkToken
	}
	if title = literal(title); title == "" {
		w.add(kind, s)
		return
	}
	w.add(rawToken, `<span title="`+attribute(title)+`">`+s+"</span>")
}

// attribute escapes the value of an attribute. MediaWiki takes care of the rest
// itself, but templates, signatures and links without a label come before.
func attribute(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		done := b.String()
		switch c := s[i]; {
		case c == '\n':
			b.WriteByte(' ')
		case c == '"':
			b.WriteString("&quot;")
		case c == '<':
			b.WriteString("&lt;")
		case c == '>':
			b.WriteString("&gt;")
		case c == '&' && isEntity(s[i:min(len(s), i+64)]):
			b.WriteString("&amp;")
		case c == '{' && (strings.HasSuffix(done, "{") || strings.HasSuffix(done, "-")):
			b.WriteString("&#123;")
		case c == '[' && strings.HasSuffix(done, "["):
			b.WriteString("&#91;")
		case c == '~' && strings.HasSuffix(done, "~~"):
			b.WriteString("&#126;")
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// image writes a link to the page of the file, or to the address of an image
// elsewhere, labelled with the alternative text.
func (w *inlineWriter) image(n *ast.Image) {
	dest := literal(string(n.Destination))
	before := len(w.toks)
	if w.link > 0 {
		w.children(n)
		if len(w.toks) == before {
			w.add(textToken, dest)
		}
		return
	}
	label, _, _ := w.label(n)
	if a := address(dest); a != "" {
		if label == "" {
			w.add(urlToken, a)
			return
		}
		w.titled("["+a+" "+label+"]", string(n.Title))
		return
	}
	target := ""
	if !isScript(dest) {
		target = filePage(dest)
	}
	if target == "" {
		w.children(n)
		return
	}
	if label == "" {
		label = place{label: true, cell: w.place.cell}.join([]token{{textToken, strings.TrimPrefix(target, ":File:")}})
	}
	w.titled("[["+target+"|"+label+"]]", string(n.Title))
}

// autoLink writes <https://example.org> and bare addresses.
func (w *inlineWriter) autoLink(n *ast.AutoLink) {
	label := string(n.Label(w.src))
	if w.link > 0 {
		w.add(textToken, label)
		return
	}
	dest := string(n.URL(w.src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(dest), "mailto:") {
		dest = "mailto:" + dest
	}
	a := address(dest)
	switch {
	case a == "":
		w.add(textToken, label)
	case a == label:
		w.add(urlToken, a)
	default:
		w.add(rawToken, "["+a+" "+place{label: true, cell: w.place.cell}.join([]token{{textToken, label}})+"]")
	}
}

// wikiLink writes [[Target]] or [[Target|Label]].
func (w *inlineWriter) wikiLink(target, label string) {
	if w.link > 0 {
		w.add(textToken, label)
		return
	}
	t := wikiTarget(target)
	shown := place{label: true, cell: w.place.cell}.join([]token{{textToken, label}})
	if strings.TrimPrefix(t, ":") == shown {
		w.add(linkToken, "[["+t+"]]")
		return
	}
	w.add(linkToken, "[["+t+"|"+shown+"]]")
}

// taskRef writes a link to a task.
func (w *inlineWriter) taskRef(id string) {
	if w.o.TaskLink != nil && w.link == 0 {
		if target, ok := w.o.TaskLink(id); ok && validTarget(target) {
			w.wikiLink(target, "#"+id)
			return
		}
	}
	w.add(textToken, "#"+id)
}
