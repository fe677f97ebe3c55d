package wiki

import (
	"regexp"
	"strings"
	"sync"

	"telko/minutes/lang"
	"telko/wiki/wikitext"
)

// page returns the core of the page of a text of the minutes.
func (r *pageReader) page(markdown string) string {
	p, err := r.p.With([]byte(markdown))
	if err != nil {
		if r.err == nil {
			r.err = err
		}
		return markdown
	}
	return r.core(Page(p, r.o))
}

// read returns the Markdown of a page's core. It need not be the text that the
// page was made of, byte for byte; what is not in doubt is as the file has it.
func (r *pageReader) read(core string) string {
	if r.imports {
		if md, ok := r.readImported(core); ok {
			return r.lend(md)
		}
	}
	front, blocks, doc := r.front(core)
	body := r.body(doc, blocks)
	return r.lend(front + body)
}

// body returns the Markdown of blocks of a core.
func (r *pageReader) body(doc *wikitext.Document, blocks []wikitext.Block) string {
	b := bodyReader{doc: doc, blocks: blocks}
	b.read()
	return strings.Join(b.out, "\n\n") + "\n"
}

// bodyReader reads blocks of a core.
type bodyReader struct {
	doc      *wikitext.Document
	blocks   []wikitext.Block
	wiki     strings.Builder // blocks that are read together
	out      []string        // blocks of Markdown
	inMotion bool
	labelled bool // the last of out is a paragraph behind a label, and nothing more
}

func (r *bodyReader) read() {
	for i := 0; i < len(r.blocks); i++ {
		b := r.blocks[i]
		switch {
		case b.Kind == wikitext.Heading:
			label, _, _ := strings.Cut(b.Text, ":")
			parts, ok := lang.ReadLabel(label)
			r.inMotion = ok && parts.Label == lang.LabelMotion
			r.wiki.WriteString(r.doc.Raw(b))
		case b.Kind == wikitext.Paragraph && categoryLines(b.Text):
			r.add(strings.TrimSpace(b.Text))
		case b.Kind == wikitext.Paragraph && r.inMotion && r.petitioner(b.Text):
		case passageLabel(b) != lang.NoLabel && passageTerm(b) != "":
			i = r.passage(i)
		default:
			r.wiki.WriteString(r.doc.Raw(b))
		}
	}
	r.flush()
}

// add adds a block of Markdown.
func (r *bodyReader) add(md string) {
	r.flush()
	if md = strings.Trim(md, "\n"); md != "" {
		r.out = append(r.out, md)
	}
	r.labelled = false
}

// flush reads the blocks that wait for it.
func (r *bodyReader) flush() {
	if r.wiki.Len() == 0 {
		return
	}
	if md := strings.Trim(markdownOf(r.wiki.String()), "\n"); md != "" {
		r.out = append(r.out, md)
		r.labelled = false
	}
	r.wiki.Reset()
}

func categoryLines(text string) bool {
	for _, line := range strings.Split(text, "\n") {
		if !categoryLine().MatchString(line) {
			return false
		}
	}
	return true
}

// petitioner reads the line of a motion that says whose it is; only behind its
// label in bold type it does so in the file.
func (r *bodyReader) petitioner(text string) bool {
	label, rest, ok := strings.Cut(text, ":")
	if !ok || strings.ContainsAny(text, "\n'[{<") {
		return false
	}
	parts, ok := lang.ReadLabel(label)
	if !ok || parts.Label != lang.LabelPetitioner || !parts.Exact {
		return false
	}
	r.add("**" + label + ":** " + markdownOf(strings.TrimSpace(rest)))
	return true
}

// passageTerm returns the label of a passage as Markdown, "" if it has mark-up.
func passageTerm(b wikitext.Block) string {
	md := wikitext.InlineToMarkdown(b.Text)
	if strings.ContainsAny(md, "*`[\n") {
		return ""
	}
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(md), ":"))
}

// passage reads the term at i and, where it is part of the same block in the
// file, what follows; it returns the last block that it took.
func (r *bodyReader) passage(i int) int {
	head := "**" + passageTerm(r.blocks[i]) + ":**"
	if isQuoted(passageLabel(r.blocks[i])) {
		return r.quote(i, head)
	}
	joined := i > 0 && r.blocks[i-1].Kind == wikitext.Paragraph && r.labelled && r.wiki.Len() == 0
	alone := true
	if i+1 < len(r.blocks) && r.blocks[i+1].Kind == wikitext.Paragraph {
		i++
		head += " " + strings.TrimSpace(markdownOf(r.blocks[i].Text))
		alone = i+1 >= len(r.blocks) || r.blocks[i+1].Kind != wikitext.ListItem || passageLabel(r.blocks[i+1]) != lang.NoLabel
	}
	if joined {
		r.out[len(r.out)-1] += "\n" + head
	} else {
		r.add(head)
	}
	r.labelled = alone
	return i
}

// quote reads an answer or a comment.
func (r *bodyReader) quote(i int, head string) int {
	var inner strings.Builder
	list := true
	for i+1 < len(r.blocks) && r.blocks[i+1].Kind == wikitext.ListItem && r.blocks[i+1].Marks[0] == ':' {
		i++
		b := r.blocks[i]
		raw := strings.TrimRight(r.doc.Raw(b), "\n")
		isList := len(b.Marks) > 1
		if !isList || !list {
			inner.WriteByte('\n')
		}
		if list = isList; isList {
			inner.WriteString(strings.TrimPrefix(raw, ":") + "\n")
		} else {
			inner.WriteString(b.Text + "\n")
		}
	}
	text := strings.Trim(markdownOf(inner.String()), "\n")
	if para, _, _ := strings.Cut(text, "\n"); para != "" && !startsBlock(para) {
		head += " " + text
	} else if text != "" {
		head += "\n\n" + text
	}
	lines := strings.Split(head, "\n")
	for k, line := range lines {
		lines[k] = strings.TrimRight("> "+line, " ")
	}
	r.add(strings.Join(lines, "\n"))
	return i
}

// startsBlock reports whether a line of Markdown begins a block that is no
// paragraph.
func startsBlock(line string) bool {
	t := strings.TrimLeft(line, " ")
	return strings.HasPrefix(t, "- ") || strings.HasPrefix(t, "* ") || strings.HasPrefix(t, "+ ") || strings.HasPrefix(t, "#") ||
		strings.HasPrefix(t, ">") || strings.HasPrefix(t, "```") || strings.HasPrefix(t, "|") || orderedMark().MatchString(t)
}

var orderedMark = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\d{1,9}[.)] `) })

// An id is kept between two characters that no page has and no converter minds.
const (
	idOpen  = "\uE010"
	idClose = "\uE011"
)

var (
	taskLinkMark = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\[\[#([A-Za-z0-9-]+)\]\]|\[\[[^\[\]|\n]*#([A-Za-z0-9-]+)\|#([A-Za-z0-9-]+)\]\]`)
	})
	lastID = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?m)^([*#:]+.*[ \t])#([A-Za-z0-9-]*\d)(\.?)[ \t]*$`) })
	kept   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(idOpen + "([A-Za-z0-9-]+)" + idClose) })
)

// markdownOf converts wikitext, with links to tasks, and ids at the end of items,
// as the file has them.
func markdownOf(wiki string) string {
	if strings.Contains(wiki, "#") && !strings.ContainsAny(wiki, idOpen+idClose) {
		wiki = taskLinkMark().ReplaceAllStringFunc(wiki, func(link string) string {
			m := taskLinkMark().FindStringSubmatch(link)
			id := m[1] + m[2]
			if !isTaskID(id) || m[2] != m[3] {
				return link
			}
			return idOpen + id + idClose
		})
		wiki = lastID().ReplaceAllStringFunc(wiki, func(line string) string {
			m := lastID().FindStringSubmatch(line)
			if !isTaskID(m[2]) {
				return line
			}
			return m[1] + idOpen + m[2] + idClose + m[3]
		})
	}
	md := wikitext.ToMarkdown(wiki, wikitext.ReadOptions{})
	if strings.Contains(md, idOpen) {
		md = kept().ReplaceAllString(md, "#$1")
	}
	return md
}
