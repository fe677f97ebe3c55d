package wiki

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/wiki/wikitext"
)

// pageReader reads the page of a meeting back into Markdown. It is made for one
// text of the minutes, the one that the page was last seen to belong to: what
// telko puts on a page beside the minutes it knows by that.
type pageReader struct {
	p    minutes.Public // the text that the page belongs to
	o    PageOptions
	m    minutes.Meeting
	lang lang.Lang
	own  bool                // telko created the page
	mine map[string]bool     // lines that telko put between its marks
	box  map[string]struct{} // items that stood behind an open box
	err  error               // why a text could not be shown

	imports bool // read as importing does
}

// newPageReader returns a reader for pages of p. seen is a page of it.
func newPageReader(p minutes.Public, o PageOptions, seen string) *pageReader {
	r := &pageReader{p: p, o: o, m: p.Meeting(), lang: p.Lang(), mine: map[string]bool{}, box: map[string]struct{}{}}
	r.own = r.m.Imported == ""
	if r.own {
		r.knows(Page(p, o), false)
		r.knows(seen, true)
	}
	return r
}

// core returns what of a page is the minutes, in a form in which pages that say
// the same are the same: without what telko keeps between its marks, comments,
// anchors, open boxes and the categories of the settings, and with the passages
// behind a label as plain blocks.
func (r *pageReader) core(page string) string {
	planned := false
	if r.own {
		page, planned = r.withoutRegions(page)
	}
	page = withoutComments(page)
	c := coreWriter{r: r, doc: wikitext.Scan(page)}
	c.blocks = c.doc.Blocks()
	c.write(planned)
	core := strings.Trim(c.b.String(), "\n")
	if r.own {
		core = r.ordered(core)
	}
	return core
}

// ordered returns a core with the lines of times and keeper, which the file has
// in its front matter, right behind the title, wherever the first of them stand.
func (r *pageReader) ordered(core string) string {
	doc := wikitext.Scan(core)
	var lines, rest []string
	titled, times, keeper := "", !r.hasTimes(), r.m.Keeper == ""
	for _, b := range doc.Blocks() {
		raw := doc.Raw(b)
		switch {
		case b.Kind == wikitext.Heading && b.Level == 1 && titled == "" && len(rest) == 0:
			titled = raw
		case b.Kind == wikitext.Paragraph && !times && isTimes(b.Text, r.lang):
			lines, times = append(lines, strings.TrimSpace(raw)+"\n\n"), true
		case b.Kind == wikitext.Paragraph && !keeper && r.keeperOf(b.Text) != "":
			lines, keeper = append(lines, strings.TrimSpace(raw)+"\n\n"), true
		default:
			rest = append(rest, raw)
		}
	}
	if len(lines) == 0 {
		return core
	}
	slices.Sort(lines) // in no order that a person gave them
	return strings.Trim(strings.TrimRight(titled, "\n")+"\n\n"+strings.Join(lines, "")+strings.TrimLeft(strings.Join(rest, ""), "\n"), "\n")
}

// withoutComments takes out comments, which readers do not see; a line that held
// nothing else goes with them, as it does on the wiki.
func withoutComments(page string) string {
	if !strings.Contains(page, "<!--") {
		return page
	}
	var b strings.Builder
	at := 0
	for e := range wikitext.Parse(page).Leaves() {
		if e.Kind() != wikitext.CommentNode || e.Start() < at {
			continue
		}
		start, end := e.Start(), e.End()
		line := strings.LastIndexByte(page[:start], '\n') + 1
		rest := strings.IndexByte(page[end:], '\n')
		if line >= at && strings.TrimSpace(page[line:start]) == "" && rest >= 0 && strings.TrimSpace(page[end:end+rest]) == "" {
			start, end = line, end+rest+1
		}
		b.WriteString(page[at:start])
		at = end
	}
	return b.String() + page[at:]
}

// coreWriter writes the core of a page.
type coreWriter struct {
	r      *pageReader
	doc    *wikitext.Document
	blocks []wikitext.Block
	b      strings.Builder
}

func (c *coreWriter) write(planned bool) {
	for i := 0; i < len(c.blocks); i++ {
		b := c.blocks[i]
		raw := c.doc.Raw(b)
		switch {
		case b.Kind == wikitext.Heading && planned && c.emptyPlan(i):
		case b.Kind == wikitext.Paragraph && c.r.own:
			c.b.WriteString(c.r.withoutCategories(raw))
		case b.Kind == wikitext.ListItem && !c.r.imports && passageLabel(b) != lang.NoLabel:
			i = c.passage(i)
		case b.Kind == wikitext.ListItem:
			c.b.WriteString(c.r.item(raw))
		default:
			c.b.WriteString(raw)
		}
	}
}

// emptyPlan reports whether block i is the heading that telko put over the
// collected plan, where the minutes have no section of that name.
func (c *coreWriter) emptyPlan(i int) bool {
	title := newWriter(c.r.p, c.r.o).planTitle()
	if wikitext.InlineToMarkdown(c.blocks[i].Text) != title {
		return false
	}
	for _, s := range c.r.p.Sections() {
		if s.Kind == minutes.SectionPlan {
			return false
		}
	}
	for i++; i < len(c.blocks); i++ {
		if k := c.blocks[i].Kind; k != wikitext.Blank {
			text := c.blocks[i].Text
			return k == wikitext.Heading || k == wikitext.Paragraph && strings.TrimSpace(c.r.withoutCategories(text)) == ""
		}
	}
	return true
}

// withoutCategories takes the lines out of a paragraph that put the page into
// the categories of the settings.
func (r *pageReader) withoutCategories(raw string) string {
	if !strings.Contains(raw, "[[") {
		return raw
	}
	md := string(r.p.Markdown())
	var b strings.Builder
	for _, line := range strings.SplitAfter(raw, "\n") {
		if t := strings.TrimSpace(line); !r.isSetCategory(t) || strings.Contains(md, t) {
			b.WriteString(line)
		}
	}
	return b.String()
}

func (r *pageReader) isSetCategory(line string) bool {
	for _, c := range r.o.Categories {
		if line == "[["+"Kategorie:"+c+"]]" || line == "[["+"Category:"+c+"]]" {
			return true
		}
	}
	return false
}

// passageLabel returns the label that an item of a list is the term of.
func passageLabel(b wikitext.Block) lang.Label {
	if b.Kind != wikitext.ListItem || b.Marks != ";" {
		return lang.NoLabel
	}
	parts, ok := lang.ReadLabel(plain(wikitext.InlineToMarkdown(b.Text)))
	if !ok {
		return lang.NoLabel
	}
	return parts.Label
}

// isQuoted reports whether the file has passages of this label as block quotes.
func isQuoted(l lang.Label) bool { return l == lang.LabelAnswer || l == lang.LabelComment }

// passage writes the term at i and what belongs to it; it returns the last block
// of it. What is no block quote in the file becomes plain blocks: whether a
// paragraph behind a term is indented does not matter then.
func (c *coreWriter) passage(i int) int {
	raw := c.doc.Raw(c.blocks[i])
	c.b.WriteString(strings.TrimRight(raw, "\n") + "\n")
	quoted := isQuoted(passageLabel(c.blocks[i]))
	blocks, inList := 0, false
	for i+1 < len(c.blocks) {
		b := c.blocks[i+1]
		if b.Kind != wikitext.ListItem || b.Marks[0] != ':' {
			break
		}
		i++
		raw := strings.TrimRight(c.doc.Raw(b), "\n")
		list := len(b.Marks) > 1
		switch {
		case quoted || !list && strings.ContainsAny(first(b.Text), "={-<|!&"):
			c.b.WriteString(raw + "\n")
			continue
		case blocks > 0 && !(list && inList):
			c.b.WriteByte('\n')
		}
		if list {
			c.b.WriteString(c.r.item(b.Marks[1:] + strings.TrimPrefix(strings.TrimLeft(raw, " "), b.Marks) + "\n"))
		} else {
			c.b.WriteString(b.Text + "\n")
		}
		blocks++
		inList = list
	}
	if blocks > 1 || inList {
		c.b.WriteByte('\n')
	}
	return i
}

func first(s string) string {
	if s == "" {
		return ""
	}
	return s[:1]
}

var (
	anchorTag = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`<span id="([A-Za-z0-9-]+)">\s*</span>`)
	})
	shownBox = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^([*#:;]+[ \t]*)☐[ \t]*`) })
)

// item returns the line of an item without anchor and open box, and with the id
// of the anchor at its end.
func (r *pageReader) item(raw string) string {
	text := strings.TrimRight(raw, "\r\n")
	end := raw[len(text):]
	if r.own {
		if m := anchorTag().FindStringSubmatchIndex(text); m != nil {
			if id, err := tasks.ParseID(text[m[2]:m[3]]); err == nil {
				text = text[:m[0]] + text[m[1]:]
				if !strings.Contains(text, "#"+string(id)) {
					text = strings.TrimRight(text, " \t") + " #" + string(id)
				}
			}
		}
	}
	if m := shownBox().FindStringSubmatchIndex(text); m != nil {
		text = text[:m[3]] + text[m[1]:]
		r.box[boxKey(text)] = struct{}{}
	}
	return text + end
}

// boxKey is an item as it is found again in the core.
func boxKey(line string) string { return letters(line) }
