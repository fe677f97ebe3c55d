package tui

import (
	"html"
	"strconv"
	"strings"
)

// wikiRows draws wikitext as a reader of the page would see it, as far as a
// terminal can: headings, lists, emphasis, links. What it does not know stands
// there as written; it is only looked at.
func wikiRows(c cells, t *theme, text string, w int) []string {
	var rows []string
	var numbers [8]int // of the numbered lists one is in, by depth
	text = dropComments(text)
	for line := range strings.SplitSeq(clean(text), "\n") {
		n := min(strings.IndexFunc(line+".", func(r rune) bool { return !strings.ContainsRune("*#:;", r) }), len(numbers))
		clear(numbers[n:])
		number := 0
		if n > 0 && line[n-1] == '#' {
			numbers[n-1]++
			number = numbers[n-1]
		}
		b := wikiBlock(t, line, number)
		rows = append(rows, b.rows(c, w, "")...)
	}
	return rows
}

// dropComments takes out what readers do not see.
func dropComments(s string) string {
	for {
		before, rest, ok := strings.Cut(s, "<!--")
		if !ok {
			return s
		}
		_, after, ok := strings.Cut(rest, "-->")
		if !ok {
			return before
		}
		s = before + strings.TrimPrefix(after, "\n")
	}
}

// wikiBlock returns how a line of wikitext is drawn; number is that of an item
// of a numbered list.
func wikiBlock(t *theme, line string, number int) block {
	if level := headingLevel(line); level > 0 {
		text := strings.TrimSpace(line)
		text = strings.TrimSpace(text[level : len(text)-level])
		k := t.topic
		if level < 2 {
			k = t.title
		}
		return block{spans: wikiSpans(k, text)}
	}
	n := 0
	for n < len(line) && strings.IndexByte("*#:;", line[n]) >= 0 {
		n++
	}
	if n == 0 {
		return block{spans: wikiSpans("", line)}
	}
	mark, k := "• ", ink("")
	switch line[n-1] {
	case '#':
		mark = strconv.Itoa(number) + ". "
	case ':':
		mark = "  "
	case ';':
		mark, k = "", t.strong
	}
	lead := blanks(2*(n-1)) + mark
	return block{first: span{t.faint, lead}, rest: span{"", blanks(2*(n-1) + len([]rune(mark)))}, spans: wikiSpans(k, strings.TrimSpace(line[n:]))}
}

// headingLevel returns the level of a heading, 0 if line is none.
func headingLevel(line string) int {
	s := strings.TrimSpace(line)
	n := 0
	for n < len(s) && n < 6 && s[n] == '=' {
		n++
	}
	for n > 0 && (len(s) <= 2*n || !strings.HasSuffix(s, s[:n])) {
		n--
	}
	return n
}

// wikiSpans takes the inline marks of wikitext out of a line. All of it is in
// base, emphasis on top.
func wikiSpans(base ink, s string) []span {
	r := wikiReader{base: base}
	for s != "" {
		i := strings.IndexAny(s, "'[<&")
		if i < 0 {
			break
		}
		r.text(s[:i])
		s = r.mark(s[i:])
	}
	r.text(s)
	if len(r.spans) == 0 {
		return []span{{}}
	}
	return r.spans
}

type wikiReader struct {
	base         ink
	bold, italic bool
	spans        []span
}

func (r *wikiReader) text(s string) {
	if s == "" {
		return
	}
	k := r.base
	if r.bold {
		k += "\x1b[1m"
	}
	if r.italic {
		k += "\x1b[4m"
	}
	r.spans = append(r.spans, span{k, s})
}

// mark takes what s begins with, a mark or its first character, and returns
// the rest.
func (r *wikiReader) mark(s string) string {
	switch {
	case strings.HasPrefix(s, "'''"):
		r.bold = !r.bold
		return s[3:]
	case strings.HasPrefix(s, "''"):
		r.italic = !r.italic
		return s[2:]
	case strings.HasPrefix(s, "[["):
		if in, rest, ok := strings.Cut(s[2:], "]]"); ok {
			_, name, piped := strings.Cut(in, "|")
			if !piped {
				name = strings.TrimPrefix(in, ":")
			}
			r.link(name)
			return rest
		}
	case s[0] == '[':
		if in, rest, ok := strings.Cut(s[1:], "]"); ok && strings.Contains(in, "//") {
			url, name, named := strings.Cut(in, " ")
			if !named {
				name = url
			}
			r.link(name)
			return rest
		}
	case s[0] == '<':
		if rest, ok := r.tag(s); ok {
			return rest
		}
	case s[0] == '&':
		if i := strings.IndexByte(s, ';'); i > 0 && i < 12 {
			r.text(html.UnescapeString(s[:i+1]))
			return s[i+1:]
		}
	}
	n := len(s) - len(strings.TrimLeft(s, s[:1]))
	r.text(s[:n])
	return s[n:]
}

// link adds a link's name, in which emphasis may be.
func (r *wikiReader) link(name string) {
	n := len(r.spans)
	for _, sp := range wikiSpans(r.base, name) {
		r.text(sp.text)
	}
	for i := n; i < len(r.spans); i++ {
		r.spans[i].ink += "\x1b[4m"
	}
}

// tag takes a tag that s begins with.
func (r *wikiReader) tag(s string) (rest string, ok bool) {
	in, rest, ok := strings.Cut(s[1:], ">")
	if !ok || strings.Contains(in, "<") {
		return "", false
	}
	name := strings.ToLower(strings.TrimRight(strings.TrimLeft(in, "/"), "/ "))
	name, _, _ = strings.Cut(name, " ")
	switch name {
	case "nowiki":
		if strings.HasSuffix(in, "/") || in[0] == '/' {
			return rest, true
		}
		raw, after, _ := strings.Cut(rest, "</nowiki>")
		r.text(html.UnescapeString(raw))
		return after, true
	case "br":
		r.text(" ")
		return rest, true
	case "b", "strong":
		r.bold = in[0] != '/'
		return rest, true
	case "span", "div", "small", "code", "s", "del", "u", "i", "em", "sub", "sup", "p", "pre", "tt":
		return rest, true
	}
	return "", false
}
