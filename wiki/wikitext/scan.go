package wikitext

import (
	"strings"
)

// Kind is what a block is.
type Kind uint8

// The kinds of blocks. Every line of a page belongs to exactly one of them.
const (
	Blank      Kind = iota // empty lines
	Heading                // == Text ==, Level 1 to 6
	ListItem               // one line after * # ; or :
	Paragraph              // lines of text
	Table                  // {| … |}
	Pre                    // <pre> (Marks "<") or lines with a leading blank (Marks " ")
	Rule                   // ----
	Comment                // lines that hold comments only
	Template               // lines that are one template call
	HTML                   // a block-level element of HTML, or a line that begins with one of its tags
	Switch                 // __NOTOC__ and the like, alone on a line; #REDIRECT
	TableStart             // of a table up to its first row; only in Document.Parts
	TableRow               // a row with its cells; only in Document.Parts
	TableEnd               // |} and the rest of its line; only in Document.Parts
)

var kindNames = [...]string{"blank", "heading", "list item", "paragraph", "table", "pre", "rule", "comment", "template", "html", "switch", "table start", "table row", "table end"}

// String returns the kind's name.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "unknown"
}

// A Block is a piece of a page: Source()[Start:End]. The blocks of a document
// join to its source without a gap.
type Block struct {
	Kind       Kind
	Level      int    // of a heading; of a list item the number of its marks
	Marks      string // of a list item: "*", "#:", …; see Pre
	Text       string // content without marks and outer white space, still wikitext
	Start, End int    // bytes
	Line       int    // number of the first line, from 1
}

// A Document is a scanned page.
type Document struct {
	src    string
	blocks []Block
	spans  []span
}

// Scan reads the block structure of a page. It accepts any bytes, loses none
// and takes linear time.
func Scan(src string) *Document {
	s := &scanner{src: src, spans: maskSpans(src), line: 1, noEnd: map[string]bool{}}
	for s.pos < len(src) {
		s.block()
	}
	return &Document{src: src, blocks: s.blocks, spans: s.spans}
}

// Source returns the page.
func (d *Document) Source() string { return d.src }

// Blocks returns the blocks in order.
func (d *Document) Blocks() []Block { return d.blocks }

// Raw returns the source of a block, with its line ends.
func (d *Document) Raw(b Block) string { return d.src[b.Start:b.End] }

// scanner goes over the source by logical lines: a newline within a comment, a
// template or a nowiki ends none.
type scanner struct {
	src    string
	spans  []span
	next   int // first span that ends after pos
	pos    int
	line   int
	blocks []Block
	noEnd  map[string]bool // HTML elements found to be open till the end
}

// lineEnd returns the end of the logical line at pos, behind its newline. It
// is called with growing pos only.
func (s *scanner) lineEnd(pos int) int {
	for s.next > 0 && s.spans[s.next-1].end > pos {
		s.next--
	}
	i := pos
	for k := s.next; ; k++ {
		for k < len(s.spans) && s.spans[k].end <= i {
			k++
		}
		stop := len(s.src)
		if k < len(s.spans) {
			stop = s.spans[k].start
		}
		if stop > i {
			if j := strings.IndexByte(s.src[i:stop], '\n'); j >= 0 {
				s.next = k
				return i + j + 1
			}
		}
		if k >= len(s.spans) {
			s.next = k
			return len(s.src)
		}
		i = s.spans[k].end
	}
}

// emit appends a block that ends at end.
func (s *scanner) emit(b Block, end int) {
	b.Start, b.End, b.Line = s.pos, end, s.line
	s.line += strings.Count(s.src[s.pos:end], "\n")
	s.pos = end
	s.blocks = append(s.blocks, b)
}

// block reads one block.
func (s *scanner) block() {
	end := s.lineEnd(s.pos)
	line := strings.TrimRight(s.src[s.pos:end], "\r\n")
	switch s.classify(line) {
	case Blank:
		for end < len(s.src) {
			e := s.lineEnd(end)
			if strings.TrimSpace(s.src[end:e]) != "" {
				break
			}
			end = e
		}
		s.emit(Block{Kind: Blank}, end)
	case Comment:
		s.emit(Block{Kind: Comment, Text: strings.TrimSpace(line)}, end)
	case Heading:
		level, text := heading(line)
		s.emit(Block{Kind: Heading, Level: level, Text: text}, end)
	case ListItem:
		s.listItem(line, end)
	case Table:
		s.table()
	case Rule:
		s.emit(Block{Kind: Rule, Text: strings.TrimSpace(strings.TrimLeft(line, "-"))}, end)
	case Template:
		s.emit(Block{Kind: Template, Text: strings.TrimSpace(line)}, end)
	case Switch:
		s.emit(Block{Kind: Switch, Text: strings.TrimSpace(line)}, end)
	case Pre:
		s.pre(line, end)
	case HTML:
		s.html(line, end)
	default:
		for end < len(s.src) {
			e := s.lineEnd(end)
			if s.classifyAt(end, strings.TrimRight(s.src[end:e], "\r\n")) != Paragraph {
				break
			}
			end = e
		}
		s.emit(Block{Kind: Paragraph, Text: strings.TrimSpace(s.src[s.pos:end])}, end)
	}
}

func (s *scanner) classify(line string) Kind { return s.classifyAt(s.pos, line) }

// classifyAt says what the line at pos begins.
func (s *scanner) classifyAt(pos int, line string) Kind {
	trimmed := strings.TrimSpace(line)
	if trimmed == "" {
		return Blank
	}
	switch c := line[0]; c {
	case '*', '#', ':', ';':
		if c == ':' && strings.HasPrefix(strings.TrimLeft(line, ": \t"), "{|") {
			return Table
		}
		if c == '#' && pos == 0 && isRedirect(line) {
			return Switch
		}
		return ListItem
	case '=':
		if level, _ := heading(line); level > 0 {
			return Heading
		}
	case '-':
		if strings.HasPrefix(line, "----") {
			return Rule
		}
	case '_':
		if isSwitch(trimmed) {
			return Switch
		}
	}
	if strings.HasPrefix(trimmed, "{|") {
		return Table
	}
	if k, ok := s.classifySpans(pos, line); ok {
		return k
	}
	if line[0] == '<' && blockTag(line) != "" {
		return HTML
	}
	if line[0] == ' ' {
		return Pre
	}
	return Paragraph
}

// classifySpans knows the lines that consist of what the preprocessor takes.
func (s *scanner) classifySpans(pos int, line string) (Kind, bool) {
	end := pos + len(line)
	comments := 0
	i := pos
	for k := s.spanAt(pos); k < len(s.spans) && s.spans[k].start < end; k++ {
		sp := s.spans[k]
		if strings.TrimSpace(s.src[i:sp.start]) != "" {
			return 0, false
		}
		rest := strings.TrimSpace(s.src[sp.end:max(sp.end, end)]) == ""
		switch {
		case sp.kind == spanComment:
			comments++
		case sp.kind == spanExt && sp.name == "pre" && sp.start == pos && rest:
			return Pre, true
		case sp.kind == spanExt && sp.name != "nowiki" && sp.name != "pre" && sp.name != "ref" && rest && comments == 0:
			return HTML, true
		case sp.kind != spanExt && rest && comments == 0:
			return Template, true
		default:
			return 0, false
		}
		i = sp.end
	}
	if comments > 0 && strings.TrimSpace(s.src[i:max(i, end)]) == "" {
		return Comment, true
	}
	return 0, false
}

// spanAt returns the index of the first span that ends behind pos.
func (s *scanner) spanAt(pos int) int {
	k := s.next
	for k > 0 && s.spans[k-1].end > pos {
		k--
	}
	for k < len(s.spans) && s.spans[k].end <= pos {
		k++
	}
	return k
}
