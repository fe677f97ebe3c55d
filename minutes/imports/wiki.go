package imports

import (
	"strings"

	"telko/minutes/lang"
	"telko/wiki/wikitext"
)

// readWiki makes blocks of a wiki page. What the reader has no use for is
// converted as a whole and taken as it is.
func readWiki(src string) (page, error) {
	doc := wikitext.Scan(src)
	blocks := doc.Blocks()
	w := &wikiReader{doc: doc}
	for i, b := range blocks {
		if b.Kind == wikitext.Switch && strings.HasPrefix(strings.TrimSpace(b.Text), "#") {
			return page{}, lang.E(lang.ImportRedirect).Hint(lang.HintRedirect)
		}
		w.block(b)
		w.gap = b.Kind == wikitext.Blank || i == 0 && b.Kind == wikitext.Comment
	}
	return page{blocks: w.blocks, form: "wikitext", exact: true}, nil
}

type wikiReader struct {
	doc    *wikitext.Document
	blocks []block
	gap    bool
}

var (
	hardBreak  = lazily(`[ \t]*(?:<br\s*/?>|\\?` + "`<br\\s*/?>`" + `\{=wikitext\}|\\\n)[ \t]*\n?`)
	categories = lazily(`^(?:\[\[(?:Kategorie|Category):[^\[\]|{}<>#\n]+(?:\|[^\[\]|{}<>\n]*)?\]\]\s*)+$`)
)

func (w *wikiReader) block(b wikitext.Block) {
	switch b.Kind {
	case wikitext.Blank:
	case wikitext.Heading:
		w.add(block{kind: heading, level: b.Level, text: inline(b.Text), line: b.Line})
	case wikitext.Paragraph:
		text := inline(b.Text)
		if categories.MatchString(b.Text) {
			text = strings.TrimSpace(b.Text)
		}
		w.add(block{kind: para, text: text, line: b.Line})
	case wikitext.ListItem:
		w.item(b)
	case wikitext.Comment:
		w.comment(b)
	default:
		if md := strings.Trim(wikitext.ToMarkdown(w.doc.Raw(b), wikitext.ReadOptions{}), "\n"); md != "" {
			w.add(block{kind: raw, text: md, line: b.Line})
		}
	}
}

// comment keeps lines of nothing but comments as comments, which telko never
// publishes; as code, a reader of the file would see them.
func (w *wikiReader) comment(b wikitext.Block) {
	text := strings.TrimSpace(w.doc.Raw(b))
	if !strings.HasPrefix(text, "<!--") || strings.Index(text, "-->") != len(text)-3 {
		text = wikitext.ToMarkdown(w.doc.Raw(b), wikitext.ReadOptions{})
	}
	w.add(block{kind: raw, text: strings.Trim(text, "\n"), line: b.Line})
}

// item makes a block of a line of a list. Marks that are broken (a list that
// begins at "**", "*:*") give the nearest list that can be drawn: the writer
// mends the depth.
func (w *wikiReader) item(b wikitext.Block) {
	out := block{kind: item, level: len(b.Marks), text: inline(b.Text), line: b.Line}
	last := b.Marks[len(b.Marks)-1]
	inList := strings.ContainsAny(b.Marks[:len(b.Marks)-1], "*#")
	switch {
	case last == ';' && len(b.Marks) == 1:
		out.kind, out.level = term, 0
	case last == ':' && !inList:
		out.kind = desc
	case last == '#':
		out.ordered = true
	case strings.Trim(b.Marks[:len(b.Marks)-1], ":") == "" && len(b.Marks) > 1:
		out.level = 1 // ":*": a list below a description
	}
	if out.text == "" && out.kind != term {
		return
	}
	w.add(out)
}

func (w *wikiReader) add(b block) {
	b.tight = !w.gap && len(w.blocks) > 0
	w.blocks = append(w.blocks, b)
}

// inline converts the text of a block; a line break within it becomes
// Markdown's, at the end of a line.
func inline(text string) string {
	md := strings.TrimSpace(wikitext.InlineToMarkdown(text))
	if strings.Contains(md, "<br") || strings.Contains(md, "\\\n") {
		md = hardBreak.ReplaceAllString(md, "\\\n")
	}
	lines := strings.Split(strings.TrimSuffix(md, "\\\n"), "\n")
	for i, l := range lines {
		lines[i] = strings.Trim(l, " \t\r")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}
