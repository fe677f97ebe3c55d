package wikitext

import (
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// dialect is the parser of notes: CommonMark, of GFM tables, strikethrough,
// task lists and bare links, and the extension of this package. It keeps no
// state between parses, and is made for the first.
var dialect = sync.OnceValue(func() parser.Parser {
	return goldmark.New(
		goldmark.WithParser(boundedParser(true)),
		goldmark.WithExtensions(GFM, gfmNotes{}, NewExtension(ExtOptions{})),
	).Parser()
})

// parse reads Markdown. What it returns refers to src.
func parse(src []byte) ast.Node {
	doc, _ := parseWith(src)
	return doc
}

// parseWith returns the parse's context too, to be released.
func parseWith(src []byte) (ast.Node, parser.Context) {
	pc := parser.NewContext()
	return dialect().Parse(text.NewReader(src), parser.WithContext(pc)), pc
}
