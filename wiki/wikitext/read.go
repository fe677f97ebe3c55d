package wikitext

import "strings"

// ReadOptions say how ToMarkdown writes.
type ReadOptions struct {
	HeadingShift int          // added to every heading's level
	Report       func(Notice) // is told what cannot be carried over; nil: nobody listens
}

// ToMarkdown converts a page. What Markdown cannot say stays as it is, in a
// fenced block of language "wikitext" or in a raw span `…`{=wikitext}.
func ToMarkdown(src string, o ReadOptions) string {
	r := &reader{doc: Scan(src), o: o}
	blocks := r.doc.Blocks()
	for i := 0; i < len(blocks); {
		i += r.block(blocks[i:])
	}
	r.flush()
	if len(r.parts) == 0 {
		return ""
	}
	return strings.Join(r.parts, "\n\n") + "\n"
}

// reader converts the blocks of a page one after the other.
type reader struct {
	doc    *Document
	o      ReadOptions
	parts  []string
	raw    [2]int // wikitext that waits to be fenced
	mark   byte   // of the list just written, for the next one to differ
	number byte
}

// add appends a block of Markdown.
func (r *reader) add(md string) {
	r.flush()
	r.parts = append(r.parts, md)
}

// flush fences the wikitext that waits.
func (r *reader) flush() {
	if raw := strings.Trim(r.doc.src[r.raw[0]:r.raw[1]], "\r\n"); raw != "" {
		r.parts = append(r.parts, fence(raw, rawLanguage))
	}
	r.raw = [2]int{}
}

// keep keeps a block as wikitext.
func (r *reader) keep(b Block) int {
	if r.raw[1] == 0 {
		r.raw[0] = b.Start
	}
	r.raw[1] = b.End
	return 1
}

// block converts the first of the blocks, and those that belong to it. It
// returns how many that were.
func (r *reader) block(blocks []Block) int {
	b := blocks[0]
	if b.Kind != ListItem && b.Kind != Blank {
		defer func() { r.mark, r.number = 0, 0 }()
	}
	switch b.Kind {
	case Blank:
		if r.raw[1] > 0 {
			r.keep(b)
		}
		return 1
	case Heading:
		md, ok := inlineMarkdown(b.Text)
		if !ok || strings.Contains(md, "\n") {
			md = InlineToMarkdown(strings.ReplaceAll(b.Text, "\n", " "))
		}
		if strings.Contains(md, "\n") {
			return r.keep(b)
		}
		r.add(strings.Repeat("#", max(1, min(6, b.Level+r.o.HeadingShift))) + " " + md)
	case Paragraph:
		if md, ok := inlineMarkdown(b.Text); ok && md != "" && rawIsWhole(md, b.Text) {
			r.add(md)
		} else {
			return r.keep(b)
		}
	case ListItem:
		return r.list(blocks)
	case Pre:
		return r.pre(b)
	case Rule:
		if b.Text != "" {
			return r.keep(b)
		}
		r.add("---")
	case HTML:
		return r.html(b)
	default:
		return r.keep(b)
	}
	return 1
}

// rawIsWhole reports whether no raw span of md has lost a line's end: within
// one the ends of lines are blanks.
func rawIsWhole(md, text string) bool {
	if !strings.Contains(md, string(rawMark)) || !strings.Contains(text, "\n") {
		return true
	}
	for _, s := range maskSpans(text) {
		if strings.Contains(text[s.start:s.end], "\n") {
			return false
		}
	}
	return true
}

// pre makes a fenced block of preformatted text without marks.
func (r *reader) pre(b Block) int {
	text, lang := b.Text, ""
	if b.Marks == "<" {
		open := r.doc.Raw(b)[:strings.IndexByte(r.doc.Raw(b), '>')+1]
		if open != "<pre>" {
			var ok bool
			if lang, ok = strings.CutPrefix(open, `<pre class="language-`); !ok {
				return r.keep(b)
			}
			if lang, ok = strings.CutSuffix(lang, `">`); !ok || strings.ContainsAny(lang, "\" `") || lang == rawLanguage {
				return r.keep(b)
			}
		}
		if strings.Contains(strings.ToLower(text), "<nowiki") {
			return r.keep(b)
		}
		text = decodeEntities(text)
	} else {
		plain, ok := preText(text)
		if !ok {
			return r.keep(b)
		}
		text = plain
	}
	r.add(fence(text, lang))
	return 1
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

// html knows the block quotes that FromMarkdown writes.
func (r *reader) html(b Block) int {
	inner, ok := strings.CutPrefix(b.Text, "<blockquote>\n")
	if !ok {
		return r.keep(b)
	}
	inner, ok = strings.CutSuffix(inner, "\n</blockquote>")
	if !ok {
		return r.keep(b)
	}
	md := strings.TrimRight(ToMarkdown(inner, r.o), "\n")
	r.add("> " + strings.ReplaceAll(strings.ReplaceAll(md, "\n", "\n> "), "\n> \n", "\n>\n"))
	return 1
}

// fence returns a fenced code block.
func fence(text, lang string) string {
	mark := "```"
	for strings.Contains(text, mark) {
		mark += "`"
	}
	if text != "" {
		text += "\n"
	}
	return mark + lang + "\n" + text + mark
}
