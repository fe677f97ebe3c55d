package wikitext

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// strikeParser reads ~~text~~ and ~text~.
type strikeParser struct{}

// strikes says what its delimiters are.
type strikes struct{}

// IsDelimiter implements parser.DelimiterProcessor.
func (strikes) IsDelimiter(b byte) bool { return b == '~' }

// CanOpenCloser implements parser.DelimiterProcessor.
func (strikes) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

// OnMatch implements parser.DelimiterProcessor.
func (strikes) OnMatch(int) ast.Node { return extast.NewStrikethrough() }

// Trigger implements parser.InlineParser.
func (strikeParser) Trigger() []byte { return []byte{'~'} }

// Parse implements parser.InlineParser.
func (strikeParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	node := parser.ScanDelimiter(line, before, 1, strikes{})
	if node == nil || node.OriginalLength > 2 || before == '~' {
		return nil
	}
	node.Segment = segment.WithStop(segment.Start + node.OriginalLength)
	block.Advance(node.OriginalLength)
	pc.PushDelimiter(node)
	return node
}

// boxParser reads the box at the start of a list item.
type boxParser struct{}

// Trigger implements parser.InlineParser.
func (boxParser) Trigger() []byte { return []byte{'['} }

// Parse implements parser.InlineParser.
func (boxParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	item, ok := parent.Parent().(*ast.ListItem)
	if !ok || item.FirstChild() != parent || parent.HasChildren() {
		return nil
	}
	line, _ := block.PeekLine()
	if len(line) < 3 || line[2] != ']' {
		return nil
	}
	switch line[1] {
	case ' ', '\t', '\n', '\f', '\r', 'x', 'X':
	default:
		return nil
	}
	n := 3
	for n < len(line) && bytes.IndexByte([]byte(" \t\n\f\r"), line[n]) >= 0 {
		n++
	}
	block.Advance(n)
	return extast.NewTaskCheckBox(line[1]|0x20 == 'x')
}

// bareLinkParser reads addresses that stand in a text without brackets.
type bareLinkParser struct{}

// Trigger implements parser.InlineParser: white space stands for the start of
// a line too.
func (bareLinkParser) Trigger() []byte { return []byte{' ', '*', '_', '~', '('} }

// Parse implements parser.InlineParser.
func (bareLinkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if pc.IsInLinkLabel() {
		return nil
	}
	line, segment := block.PeekLine()
	skip := 0
	if bytes.IndexByte([]byte(" *_~("), line[0]) >= 0 {
		skip = 1
		line = line[1:]
	}
	kind := ast.AutoLinkURL
	n, protocol := urlAt(line)
	if n == 0 {
		if n = emailAt(line); n == 0 {
			return nil
		}
		kind = ast.AutoLinkEmail
	}
	if skip > 0 {
		ast.MergeOrAppendTextSegment(parent, segment.WithStop(segment.Start+1))
	}
	n = withoutTail(line, n)
	block.Advance(skip + n)
	start := segment.Start + skip
	link := ast.NewAutoLink(kind, ast.NewTextSegment(text.NewSegment(start, start+n)))
	link.Protocol = protocol
	return link
}

// urlAt returns the length of the address at the start of b, 0 if there is
// none, and the protocol that it lacks.
func urlAt(b []byte) (n int, protocol []byte) {
	if len(b) == 0 || b[0] != 'h' && b[0] != 'f' && b[0] != 'w' {
		return 0, nil
	}
	for _, p := range []string{"http://", "https://", "ftp://"} {
		if bytes.HasPrefix(b, []byte(p)) {
			if n := hostEnd(b, len(p)); n > 0 {
				return pathEnd(b, portEnd(b, n)), nil
			}
		}
	}
	if bytes.HasPrefix(b, []byte("www.")) {
		if n := hostEnd(b, len("www.")); n > 0 {
			return pathEnd(b, n), []byte("http")
		}
	}
	return 0, nil
}

// hostEnd returns where the host that begins at start ends: it is what can
// stand in one, up to a last dot with lower-case letters behind it. Longer than
// 256 bytes up to that dot is none.
func hostEnd(b []byte, start int) int {
	end := start
	for end < len(b) && end < start+256 && isHostByte(b[end]) {
		end++
	}
	for dot := end; dot > start; dot-- {
		if dot+1 >= len(b) || b[dot] != '.' || !isLower(b[dot+1]) {
			continue
		}
		n := dot + 1
		for n < len(b) && isLower(b[n]) {
			n++
		}
		return n
	}
	return 0
}

// portEnd returns where a port that begins at n ends.
func portEnd(b []byte, n int) int {
	end := n + 1
	for end < len(b) && '0' <= b[end] && b[end] <= '9' {
		end++
	}
	if n < len(b) && b[n] == ':' && end > n+1 {
		return end
	}
	return n
}

// pathEnd returns where a path, query or fragment that begins at n ends.
func pathEnd(b []byte, n int) int {
	if n == len(b) || b[n] != '/' && b[n] != '#' && b[n] != '?' {
		return n
	}
	dollar := !bytes.HasPrefix(b, []byte("www.")) // goldmark does not take it there
	for n++; n < len(b); n++ {
		if !isHostByte(b[n]) && bytes.IndexByte([]byte("!?&/();,'\">^{}[]`"), b[n]) < 0 && (!dollar || b[n] != '$') {
			break
		}
	}
	return n
}

func isHostByte(c byte) bool {
	return isLower(c) || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || bytes.IndexByte([]byte("-@:%._+~#="), c) >= 0
}

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }

// emailAt returns the length of the mail address at the start of b, 0 if there
// is none.
func emailAt(b []byte) int {
	if len(b) > 0 && util.IsPunct(b[0]) {
		return 0
	}
	n := util.FindEmailIndex(b)
	if n < 0 {
		return 0
	}
	if at := bytes.IndexByte(b, '@'); bytes.IndexByte(b[at:n-1], '.') < 0 {
		return 0
	}
	if b[n-1] == '.' {
		n--
	}
	if n < len(b) && (b[n] == '-' || b[n] == '_') {
		return 0
	}
	return n
}

// withoutTail returns the length of the address b[:n] without the punctuation
// of the sentence around it.
func withoutTail(b []byte, n int) int {
	surplus := bytes.Count(b[:n], []byte{')'}) - bytes.Count(b[:n], []byte{'('})
	for n > 1 {
		switch b[n-1] {
		case '?', '!', '.', ',', ':', '*', '_', '~':
			n--
		case ')':
			if surplus <= 0 {
				return n
			}
			surplus--
			n--
		case ';': // of an entity?
			amp := n - 2
			for amp > 0 && util.IsAlphaNumeric(b[amp]) {
				amp--
			}
			if amp == n-2 || b[amp] != '&' {
				return n
			}
			n = amp
		default:
			return n
		}
	}
	return n
}
