package wikitext

import (
	"bytes"
	"sort"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Of some texts that nobody writes, goldmark takes the square of their length:
// thousands of quotes in each other, of marks without their other half, of open
// brackets in one paragraph. What goes beyond these limits is text, as typed, and
// is reported; so the time is linear whatever comes in.
const (
	maxNesting  = 100     // quotes and list items around a block
	maxRun      = 100     // of * _ ~ side by side
	maxMarks    = 1000    // runs of * _ ~ of a paragraph that wait for their other half
	goodMarks   = 200     // from which on a balanced paragraph is settled up to there
	maxBrackets = 100     // open at a time
	maxParens   = 32      // in each other within a link's destination, as in cmark
	maxDefs     = 256     // lines of a paragraph that are looked at for link definitions at a time
	maxCells    = 100_000 // of a table that its lines lack
)

// boundedParser reads CommonMark, within the limits. With plain set, plain lines
// are read quicker.
func boundedParser(plain bool) parser.Parser {
	p := parser.NewParser(
		parser.WithBlockParsers(blockParsers(plain)...),
		parser.WithInlineParsers(inlineParsers()...),
		parser.WithParagraphTransformers(util.Prioritized(boundedDefinitions{}, 100)),
	)
	if plain {
		p.AddOptions(parser.WithASTTransformers(util.Prioritized(plainTransformer{}, -1)))
	}
	return p
}

// blockParsers are CommonMark's, with a limit to their depth.
func blockParsers(plain bool) []util.PrioritizedValue {
	var lists, headings parser.BlockParser = shallow{parser.NewListParser()}, parser.NewATXHeadingParser()
	if plain {
		lists, headings = plainLists{lists}, plainHeadings{headings}
	}
	all := []util.PrioritizedValue{
		util.Prioritized(parser.NewSetextHeadingParser(), 100),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(lists, 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(headings, 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(shallow{parser.NewBlockquoteParser()}, 800),
		util.Prioritized(parser.NewHTMLBlockParser(), 900),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	}
	if plain {
		all = append(all, util.Prioritized(plainParagraphs{}, 999))
	}
	return all
}

// inlineParsers are CommonMark's, with limits to marks and brackets.
func inlineParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(boundedLinks{parser.NewLinkParser()}, 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400),
		util.Prioritized(boundedMarks{}, 450),
		util.Prioritized(parser.NewEmphasisParser(), 500),
	}
}

// excessKey is where a parse keeps what went beyond a limit.
var excessKey = parser.NewContextKey()

// excess notes that what is at pos of the source goes beyond a limit.
func excess(pc parser.Context, pos int) {
	at, _ := pc.Get(excessKey).([]int)
	if n := len(at); n == 0 || at[n-1] != pos {
		pc.Set(excessKey, append(at, pos))
	}
}

func excessOf(pc parser.Context) []int {
	at, _ := pc.Get(excessKey).([]int)
	return at
}

// noteExcess reports what of a part went beyond a limit, once a line.
func noteExcess(p mdPart, report func(Notice)) {
	if report == nil || len(p.over) == 0 {
		return
	}
	sort.Ints(p.over) // blocks are read before what is in them
	line, at, last := 1, 0, 0
	for _, pos := range p.over {
		line += bytes.Count(p.src[at:pos], []byte("\n"))
		if at = pos; line != last {
			last = line
			note(report, TooDeep, line, string(p.src[pos:min(len(p.src), pos+2*excerptBytes)]))
		}
	}
}

// shallow is a parser of blocks that hold others, down to maxNesting.
type shallow struct{ parser.BlockParser }

// Open implements parser.BlockParser.
func (s shallow) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	depth := 0
	for p := parent; p != nil; p = p.Parent() {
		if k := p.Kind(); k == ast.KindBlockquote || k == ast.KindListItem {
			depth++
		}
	}
	if depth < maxNesting {
		return s.BlockParser.Open(parent, reader, pc)
	}
	_, at := reader.Position()
	node, state := s.BlockParser.Open(parent, reader, pc)
	if node == nil {
		return nil, state
	}
	reader.SetPosition(lineOf(reader), at)
	excess(pc, at.Start)
	return nil, parser.NoChildren
}

func lineOf(r text.Reader) int {
	line, _ := r.Position()
	return line
}

// boundedMarks sees * _ ~ before they are read as emphasis, and leaves as text
// those that are too many.
type boundedMarks struct{}

// openMarks counts the marks of a block that wait.
type openMarks struct {
	block    ast.Node
	settled  ast.Node // up to here they are read; nil before the first time
	waiting  int
	balance  [3]int // of * _ ~: how many could be open
	brackets int
}

var openMarksKey = parser.NewContextKey()

func openMarksOf(block ast.Node, pc parser.Context) *openMarks {
	m, _ := pc.Get(openMarksKey).(*openMarks)
	if m == nil {
		m = &openMarks{}
		pc.Set(openMarksKey, m)
	}
	if m.block != block {
		*m = openMarks{block: block}
	}
	return m
}

// Trigger implements parser.InlineParser.
func (boundedMarks) Trigger() []byte { return []byte("*_~") }

// Parse implements parser.InlineParser. Where all marks have found their other
// half, as far as one can see, those up to here are settled: then a long
// paragraph of ordinary text never comes to the limit.
func (b boundedMarks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	m := openMarksOf(parent, pc)
	line, segment := block.PeekLine()
	n := 1
	for n < len(line) && line[n] == line[0] {
		n++
	}
	if n > maxRun || m.waiting >= maxMarks {
		excess(pc, segment.Start)
		block.Advance(n)
		return ast.NewTextSegment(segment.WithStop(segment.Start + n))
	}
	if m.waiting >= goodMarks && m.brackets == 0 && m.balance == [3]int{} {
		parser.ProcessDelimiters(m.settled, pc)
		m.waiting, m.settled = 0, parent.LastChild()
	}
	m.waiting++
	before, opens := block.PrecendingCharacter(), n < len(line) && !util.IsSpace(line[n])
	k := bytes.IndexByte([]byte("*_~"), line[0])
	switch {
	case k == 1 && opens && isWordRune(before) && line[n] != '_' && !util.IsPunct(line[n]): // a_b
	case !util.IsSpaceRune(before) && m.balance[k] > 0:
		m.balance[k]--
	case opens:
		m.balance[k]++
	}
	return nil
}

// boundedLinks reads links, up to a number of open brackets, and without
// looking for their ends again and again.
type boundedLinks struct{ parser.InlineParser }

// CloseBlock implements parser.CloseBlocker.
func (b boundedLinks) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	b.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

// Parse implements parser.InlineParser.
func (b boundedLinks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	m := openMarksOf(parent, pc)
	line, segment := block.PeekLine()
	if line[0] == ']' {
		m.brackets = max(0, m.brackets-1)
		hide := len(line) > 1 && line[1] == '(' && !couldBeDestination(line[2:])
		return b.InlineParser.Parse(parent, &linkReader{block, hide}, pc)
	}
	n := 1
	if line[0] == '!' {
		if n++; len(line) < 2 || line[1] != '[' {
			return nil
		}
	}
	if m.brackets >= maxBrackets {
		for n < len(line) && line[n] == '[' {
			n++
		}
		excess(pc, segment.Start)
		block.Advance(n)
		return ast.NewTextSegment(segment.WithStop(segment.Start + n))
	}
	m.brackets++
	return b.InlineParser.Parse(parent, block, pc)
}

// couldBeDestination reports whether s, behind "](", could be the destination of
// a link, so that it is worth while to look for its end.
func couldBeDestination(s []byte) bool {
	s = bytes.TrimLeft(s, " \t")
	if len(s) > 0 && s[0] == '<' {
		for i, open := 1, 0; i < len(s) && open <= maxParens; i++ {
			switch s[i] {
			case '\\':
				i++
			case '<':
				open++
			case '>':
				return true
			}
		}
		return false
	}
	open := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\':
			i++
		case c == '(':
			if open++; open > maxParens {
				return false
			}
		case c == ')':
			if open--; open < 0 {
				return true
			}
		case util.IsSpace(c):
			return true
		}
	}
	return true
}

// linkReader is what the parser of links reads.
type linkReader struct {
	text.Reader
	hide bool // what follows a bracket, which is no link's destination
}

// Peek implements text.Reader.
func (r *linkReader) Peek() byte {
	if r.hide {
		return ' '
	}
	return r.Reader.Peek()
}

// Value implements text.Reader. goldmark's looks at every line of the block.
func (r *linkReader) Value(seg text.Segment) []byte {
	v := r.Source()[seg.Start:seg.Stop]
	if n := bytes.IndexByte(v, '\n'); seg.Padding == 0 && (n < 0 || n == len(v)-1) {
		return v
	}
	return r.Reader.Value(seg)
}

// boundedDefinitions takes link definitions from the begin of a paragraph, some
// lines at a time, for goldmark moves all lines for each.
type boundedDefinitions struct{}

// Transform implements parser.ParagraphTransformer.
func (boundedDefinitions) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	if lines.Len() == 0 || !mayDefine(lines.At(0), reader.Source()) {
		return
	}
	rest := lines.Sliced(0, lines.Len())
	for len(rest) > maxDefs {
		some := ast.NewParagraph()
		some.SetBlankPreviousLines(node.HasBlankPreviousLines())
		some.Lines().AppendAll(rest[:maxDefs])
		node.Parent().InsertBefore(node.Parent(), node, some)
		parser.LinkReferenceParagraphTransformer.Transform(some, reader, pc)
		left := some.Lines().Len()
		if some.Parent() == nil {
			left = 0
		} else {
			node.Parent().RemoveChild(node.Parent(), some)
		}
		if rest = rest[maxDefs-left:]; left >= maxDefs/2 {
			break // it goes on with no definition
		}
	}
	kept := text.NewSegments()
	kept.AppendAll(rest)
	node.SetLines(kept)
	if len(rest) <= maxDefs {
		parser.LinkReferenceParagraphTransformer.Transform(node, reader, pc)
	}
}

// mayDefine reports whether a line could begin with the definition of a link.
func mayDefine(line text.Segment, src []byte) bool {
	v := bytes.TrimLeft(line.Value(src), " \t")
	return len(v) > 0 && v[0] == '['
}
