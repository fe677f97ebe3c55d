package wikitext

import (
	"strings"
	"sync"
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

	rowMark     // |- and its attributes
	captionMark // |+ and its attributes
	headerMark  // ! and its attributes
	cellMark    // | and its attributes
)

var kindNames = [...]string{
	"blank", "heading", "list item", "paragraph", "table", "pre", "rule", "comment", "template", "html", "switch",
	"table start", "table row", "table end",
}

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

// A segment is a block as the scanner finds it, with tables and elements open.
// The segments of a page join to it without a gap.
type segment struct {
	kind       Kind
	level      uint8 // of a heading
	def        bool  // the definition behind a term; mark is the term's
	start, end int32
	line       int32
	mark       [2]int32 // of an item or a heading; of a table's parts with the leading blanks
	body       [2]int32 // content, not trimmed; of a table's parts the attributes
}

// A Document is a scanned page. It is safe for concurrent use.
type Document struct {
	src    string
	mask   masker
	segs   []segment
	once   sync.Once
	blocks []Block
	steps  int // what the scanner looked at, for tests
}

// Scan reads the block structure of a page. It accepts any bytes up to 2 GiB,
// loses none and takes linear time.
func Scan(src string) *Document {
	d := &Document{src: src, mask: masker{src: src}}
	d.mask.run(0, len(src))
	s := scanner{src: src, spans: d.mask.spans, cursor: cursor{line: 1, nl: -1, cr: -1}}
	s.segs = make([]segment, 0, strings.Count(src, "\n")+2) // about one a line
	for ln, ok := s.next(); ok; ln, ok = s.next() {
		s.block(ln)
	}
	d.segs, d.steps = s.segs, s.steps+d.mask.steps
	return d
}

// Source returns the page.
func (d *Document) Source() string { return d.src }

// Raw returns the source of a block, with its line ends.
func (d *Document) Raw(b Block) string { return d.src[b.Start:b.End] }

// Blocks returns the blocks in order: a table is one, with all that is in it,
// and so is an HTML element that holds blocks.
func (d *Document) Blocks() []Block {
	d.once.Do(func() {
		c := collector{Document: d}
		d.blocks = make([]Block, 0, len(d.segs))
		for i := 0; i < len(d.segs); {
			n := c.whole(i)
			d.blocks = append(d.blocks, d.block(d.segs[i:i+n]))
			i += n
		}
	})
	return d.blocks
}

// Parts returns the blocks of a page as they are to be compared and merged: as
// [Document.Blocks], but tables are opened into TableStart, TableRow and
// TableEnd, and HTML elements that Blocks keeps whole into their lines. A table
// in a cell belongs to the row. Parts join to the source as well.
func (d *Document) Parts() []Block {
	out := make([]Block, 0, len(d.segs))
	for i := 0; i < len(d.segs); {
		if d.segs[i].kind != TableStart {
			out = append(out, d.block(d.segs[i:i+1]))
			i++
			continue
		}
		from, depth, kind := i, 0, TableStart
		for ; i < len(d.segs) && (depth > 0 || i == from || kind != TableEnd); i++ {
			switch d.segs[i].kind {
			case TableStart:
				depth++
			case TableEnd:
				depth--
			}
			next := kind
			switch {
			case depth == 0:
				next = TableEnd
			case depth > 1 || i == from:
			case d.segs[i].kind == rowMark:
				next = TableRow
			case d.segs[i].kind == cellMark || d.segs[i].kind == headerMark:
				if kind == TableStart {
					next = TableRow
				}
			}
			if i > from && (next != kind || depth == 1 && d.segs[i].kind == rowMark) {
				out = append(out, d.part(kind, d.segs[from:i]))
				from = i
			}
			kind = next
		}
		out = append(out, d.part(kind, d.segs[from:i]))
	}
	return out
}

// part makes a block of a kind out of segments.
func (d *Document) part(kind Kind, segs []segment) Block {
	b := Block{Kind: kind, Start: int(segs[0].start), End: int(segs[len(segs)-1].end), Line: int(segs[0].line)}
	b.Text = strings.Trim(d.Raw(b), blanks)
	return b
}

// block makes a block out of the segments that it consists of.
func (d *Document) block(segs []segment) Block {
	u := segs[0]
	if u.kind == TableStart {
		return d.part(Table, segs)
	}
	if len(segs) > 1 {
		return d.part(HTML, segs)
	}
	b := Block{Kind: u.kind, Start: int(u.start), End: int(u.end), Line: int(u.line)}
	body := d.src[u.body[0]:u.body[1]]
	switch u.kind {
	case Blank:
	case Heading:
		b.Level, b.Text = int(u.level), hidden(d.src, u)+strings.Trim(body, blanks)
	case ListItem:
		b.Level, b.Marks, b.Text = int(u.mark[1]-u.mark[0]), d.marks(u), hidden(d.src, u)+strings.Trim(body, blanks)
	case Pre:
		b.Marks, b.Text = " ", unindent(body)
		if d.src[u.mark[0]] == '<' {
			b.Marks = "<"
			b.Text = strings.TrimRight(strings.TrimPrefix(strings.TrimPrefix(body, "\r"), "\n"), "\r\n")
		}
	default:
		b.Text = strings.Trim(body, blanks)
	}
	return b
}

// hidden returns the comments that stand before a unit's marks.
func hidden(src string, u segment) string {
	if u.def {
		return ""
	}
	return src[u.start:u.mark[0]]
}

// marks returns the marks of an item.
func (d *Document) marks(u segment) string {
	m := d.src[u.mark[0]:u.mark[1]]
	if u.def {
		m = m[:len(m)-1] + ":"
	}
	return m
}

// unindent drops the leading blank of every line.
func unindent(s string) string {
	s = strings.TrimPrefix(strings.TrimRight(s, "\r\n"), " ") // a comment may stand before it
	if !strings.ContainsAny(s, "\n\r") {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\n ", "\n"), "\r ", "\r")
}
