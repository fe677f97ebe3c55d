package wikitext

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A WikiLink is [[Target]] or [[Target|Label]] in Markdown.
type WikiLink struct {
	ast.BaseInline
	Target string // page, with "#section" if there is one
	Label  string // what readers see; plain text
}

// KindWikiLink is the kind of a WikiLink.
var KindWikiLink = ast.NewNodeKind("WikiLink")

// Kind implements ast.Node.
func (n *WikiLink) Kind() ast.NodeKind { return KindWikiLink }

// Dump implements ast.Node.
func (n *WikiLink) Dump(src []byte, level int) {
	ast.DumpHelper(n, src, level, map[string]string{"Target": n.Target, "Label": n.Label}, nil)
}

// maxLink is the length up to which a wiki link is one. MediaWiki's titles have
// 255 bytes; the bound keeps the time linear.
const maxLink = 4096

// wikiLinkParser reads [[…]]. What MediaWiki would not take for a link is left
// to be text, so that the wiki shows what the writer sees.
type wikiLinkParser struct{}

// Trigger implements parser.InlineParser.
func (wikiLinkParser) Trigger() []byte { return []byte{'['} }

// Parse implements parser.InlineParser.
func (wikiLinkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if len(line) < 5 || line[1] != '[' {
		return nil
	}
	end := linkEnd(line[:min(len(line), maxLink)])
	if end < 0 {
		return nil
	}
	inner := string(line[2:end])
	target, label, piped := strings.Cut(inner, "|")
	target = strings.TrimSpace(strings.TrimSuffix(target, `\`)) // "\|" is what a table's cell needs
	if !validTarget(target) || strings.Contains(target, "~~~") || piped && strings.TrimSpace(label) == "" {
		return nil
	}
	if isReference(string(line[1:end+1]), line[end+2:], pc) {
		return nil
	}
	n := &WikiLink{Target: target, Label: strings.TrimPrefix(target, ":")}
	if piped {
		n.Label = strings.TrimSpace(literal(label))
	}
	block.Advance(end + 2)
	return n
}

// isReference reports whether the brackets within [[…]], which rest follows,
// are a link of Markdown's own: [[1]](http://example.org), or one whose
// definition is there, as in [[1]] with [1]: http://example.org.
func isReference(inner string, rest []byte, pc parser.Context) bool {
	if len(rest) > 1 && rest[0] == '(' && (rest[1] == '<' || protocolLength(string(rest[1:min(len(rest), 20)])) > 0) {
		return true
	}
	if !hasReferences(pc) {
		return false
	}
	for _, label := range []string{inner[1 : len(inner)-1], inner} {
		if _, ok := pc.Reference(util.ToLinkReference([]byte(label))); ok {
			return true
		}
	}
	return false
}

// hasReferencesKey is where a parse keeps whether there are definitions of links.
var hasReferencesKey = parser.NewContextKey()

// hasReferences reports whether there are definitions of links, all of which are
// known when the first text is read: most notes have none, and to look for one
// in vain takes as long as to read the link.
func hasReferences(pc parser.Context) bool {
	has, ok := pc.Get(hasReferencesKey).(bool)
	if !ok {
		has = len(pc.References()) > 0
		pc.Set(hasReferencesKey, has)
	}
	return has
}

// linkEnd returns where "]]" stands in a line that begins with "[[", or -1. A
// link holds no link.
func linkEnd(line []byte) int {
	bracket := false // one is open in the label, as in [[Haus|das [Haus]]]
	for i := 2; i+1 < len(line); i++ {
		switch line[i] {
		case '\n':
			return -1
		case '\\':
			i++
		case '[':
			if line[i+1] == '[' {
				return -1
			}
			bracket = true
		case ']':
			if line[i+1] == ']' {
				if bracket && i+2 < len(line) && line[i+2] == ']' {
					bracket = false
					continue
				}
				return i
			}
			bracket = false
		}
	}
	return -1
}
