package cli

import (
	"html"
	"slices"
	"strconv"
	"strings"
)

// htmlText returns what a mail in HTML says as plain text: paragraphs, items,
// rows of tables and quotes begin lines of their own, links are followed by
// their addresses. What nobody sees and signatures are left out. It needs no
// tree, and so no library: the one there is makes a table of two thousand
// entities at each start of the program.
func htmlText(src string) string {
	w := &htmlWriter{}
	for src != "" {
		text, rest, more := strings.Cut(src, "<")
		w.text(html.UnescapeString(text))
		if !more {
			break
		}
		src = w.markup(rest)
	}
	w.endLine()
	return strings.TrimSpace(w.out.String())
}

// htmlWriter is the text that was read so far.
type htmlWriter struct {
	out    strings.Builder
	line   strings.Builder
	blank  bool     // the line ends in a blank
	empty  bool     // an empty line comes before the next one
	mark   string   // of the item that the next line begins
	lists  []int    // of each open list the number of its next item, 0 for one without
	quotes int      // open quotes
	pre    int      // open preformatted texts
	cells  int      // of the row so far
	links  []string // of each open link its address, "" for one that says nothing
	hidden []string // open elements that nobody sees, the outermost first
}

// markup reads what begins with a '<', and returns the rest.
func (w *htmlWriter) markup(s string) string {
	switch {
	case strings.HasPrefix(s, "!--"):
		_, rest, _ := strings.Cut(s[3:], "-->")
		return rest
	case strings.HasPrefix(s, "!"), strings.HasPrefix(s, "?"):
		_, rest, _ := strings.Cut(s, ">")
		return rest
	}
	closing := strings.HasPrefix(s, "/")
	t := strings.TrimPrefix(s, "/")
	if t == "" || t[0]|0x20 < 'a' || t[0]|0x20 > 'z' {
		w.text("<")
		return s
	}
	end := tagEnd(t)
	name, rest := t[:end], strings.TrimPrefix(t[end:], ">")
	name, attrs := cutName(name)
	if closing {
		w.close(name)
		return rest
	}
	w.open(name, attrs)
	if name == "script" || name == "style" || name == "title" || name == "textarea" {
		return rest[endOf(rest, name):]
	}
	return rest
}

// endOf returns where the closing tag of an element stands, of which nothing is
// markup before.
func endOf(s, name string) int {
	for at := 0; ; {
		i := strings.Index(s[at:], "</")
		if i < 0 {
			return len(s)
		}
		at += i + 2
		if len(s)-at >= len(name) && strings.EqualFold(s[at:at+len(name)], name) {
			return at - 2
		}
	}
}

// tagEnd returns where the tag ends: a '>' in quotes is none.
func tagEnd(s string) int {
	quote := byte(0)
	for i := range len(s) {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '>':
			return i
		case (c == '"' || c == '\'') && i > 0 && strings.HasSuffix(strings.TrimRight(s[:i], " \t\n"), "="):
			quote = c
		}
	}
	return len(s)
}

// cutName cuts the name of an element off its attributes.
func cutName(s string) (name, attrs string) {
	if i := strings.IndexAny(s, " \t\r\n\f/"); i >= 0 {
		s, attrs = s[:i], s[i:]
	}
	return strings.ToLower(s), attrs
}

// attribute returns the value of an attribute, "" if there is none.
func attribute(attrs, name string) string {
	for attrs = strings.TrimLeft(attrs, " \t\r\n\f/"); attrs != ""; attrs = strings.TrimLeft(attrs, " \t\r\n\f/") {
		end := strings.IndexAny(attrs, " \t\r\n\f/=")
		key := attrs
		if end >= 0 {
			key = attrs[:end]
		}
		attrs = strings.TrimLeft(attrs[len(key):], " \t\r\n\f")
		value, has := strings.CutPrefix(attrs, "=")
		if !has {
			if key == "" {
				return ""
			}
			continue
		}
		value = strings.TrimLeft(value, " \t\r\n\f")
		if value != "" && (value[0] == '"' || value[0] == '\'') {
			value, attrs, _ = strings.Cut(value[1:], value[:1])
		} else if end := strings.IndexAny(value, " \t\r\n\f"); end >= 0 {
			value, attrs = value[:end], value[end:]
		} else {
			attrs = ""
		}
		if strings.EqualFold(key, name) {
			return html.UnescapeString(value)
		}
	}
	return ""
}

// unseen reports whether nobody sees what is in an element, or should.
func unseen(name, attrs string) bool {
	switch name {
	case "head", "script", "style", "title", "template", "textarea", "object", "svg":
		return true
	}
	style := strings.ToLower(strings.Join(strings.Fields(attribute(attrs, "style")), ""))
	class := attribute(attrs, "class") + " " + attribute(attrs, "id")
	return strings.Contains(style, "display:none") || strings.Contains(strings.ToLower(class), "signature")
}

// isVoid reports whether an element holds nothing.
func isVoid(name string) bool {
	return slices.Contains([]string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}, name)
}

func (w *htmlWriter) open(name, attrs string) {
	if len(w.hidden) > 0 || unseen(name, attrs) {
		if !isVoid(name) && (len(w.hidden) == 0 || name == w.hidden[0]) {
			w.hidden = append(w.hidden, name)
		}
		return
	}
	switch name {
	case "a":
		at := strings.TrimSpace(attribute(attrs, "href"))
		if !strings.HasPrefix(at, "http://") && !strings.HasPrefix(at, "https://") {
			at = ""
		}
		w.links = append(w.links, at)
	case "ul":
		w.endLine()
		w.lists = append(w.lists, 0)
	case "ol":
		w.endLine()
		w.lists = append(w.lists, 1)
	case "li":
		w.endLine()
		w.mark = "- "
		if n := len(w.lists) - 1; n >= 0 && w.lists[n] > 0 {
			w.mark = strconv.Itoa(w.lists[n]) + ". "
			w.lists[n]++
		}
	case "blockquote":
		w.paragraph()
		w.quotes++
	case "pre":
		w.paragraph()
		w.pre++
	case "td", "th":
		if w.cells++; w.cells > 1 && w.line.Len() > 0 {
			w.text(" | ")
		}
	default:
		w.block(name)
	}
}

func (w *htmlWriter) close(name string) {
	if n := len(w.hidden); n > 0 {
		// Mails are cut off, and not all that is open is closed.
		if w.hidden[0] == name || name == "body" || name == "html" {
			w.hidden = w.hidden[:n-1]
		}
		return
	}
	switch name {
	case "a":
		n := len(w.links) - 1
		if n < 0 {
			return
		}
		if at := w.links[n]; at != "" && !strings.HasSuffix(strings.TrimRight(w.line.String(), "/ "), strings.TrimSuffix(at, "/")) {
			w.text(" (" + at + ")")
		}
		w.links = w.links[:n]
	case "ul", "ol":
		w.endLine()
		w.lists = w.lists[:max(len(w.lists)-1, 0)]
		w.empty = w.empty || len(w.lists) == 0
	case "li":
		w.endLine()
		w.mark = ""
	case "blockquote":
		w.paragraph()
		w.quotes = max(w.quotes-1, 0)
	case "pre":
		w.paragraph()
		w.pre = max(w.pre-1, 0)
	case "br":
	default:
		w.block(name)
	}
}

// block ends a line where an element begins or ends that has lines of its own.
func (w *htmlWriter) block(name string) {
	switch name {
	case "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "hr", "dl":
		w.paragraph()
	case "div", "tr", "dt", "dd", "section", "article", "header", "footer", "address", "center", "body":
		w.endLine()
	case "br":
		if w.line.Len() == 0 && w.mark == "" {
			w.empty = true
		}
		w.endLine()
	}
}

// text takes what is to be read.
func (w *htmlWriter) text(s string) {
	if len(w.hidden) > 0 {
		return
	}
	for i, r := range s {
		if r == '\n' && w.pre > 0 {
			w.empty = w.empty || w.line.Len() == 0 && i > 0
			w.endLine()
			continue
		}
		blank := r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == '\u00a0'
		switch {
		case r < ' ' && !blank, r == '\u00ad', r == '\u200b', r == '\ufeff':
		case blank && w.pre > 0:
			w.line.WriteByte(' ')
		case blank:
			if !w.blank && w.line.Len() > 0 {
				w.line.WriteByte(' ')
				w.blank = true
			}
		default:
			w.line.WriteRune(r)
			w.blank = false
		}
	}
}

// endLine ends the line, if there is anything on it.
func (w *htmlWriter) endLine() {
	line := strings.TrimRight(w.line.String(), " |")
	w.line.Reset()
	w.blank, w.cells = false, 0
	if strings.TrimSpace(line) == "" {
		return
	}
	quote := strings.Repeat("> ", w.quotes)
	if w.empty && w.out.Len() > 0 {
		w.out.WriteString(strings.TrimRight(quote, " ") + "\n")
	}
	if w.mark != "" {
		line, w.mark = strings.Repeat("  ", max(len(w.lists)-1, 0))+w.mark+line, ""
	}
	w.empty = false
	w.out.WriteString(quote + line + "\n")
}

// paragraph ends the line, and lets an empty one follow.
func (w *htmlWriter) paragraph() {
	w.endLine()
	w.empty = w.empty || w.mark == ""
}
