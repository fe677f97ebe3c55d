package wikitext

import (
	"strings"
	"sync"
	"unicode/utf8"

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
		goldmark.WithParser(boundedParser()),
		goldmark.WithExtensions(GFM, gfmNotes{}, NewExtension(ExtOptions{})),
	).Parser()
})

// parse reads Markdown. What it returns refers to src.
func parse(src []byte) ast.Node {
	return dialect().Parse(text.NewReader(src), parser.WithContext(parser.NewContext()))
}

// clean returns Markdown as MediaWiki would keep its characters: line ends are
// newlines, and what is no character of text (broken UTF-8, NUL and other
// control characters) is U+FFFD, as MediaWiki stores it.
func clean(src string) string {
	if utf8.ValidString(src) && strings.IndexFunc(src, isControl) < 0 {
		return src
	}
	src = strings.ReplaceAll(src, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case isControl(r):
			return utf8.RuneError
		}
		return r // strings.Map yields U+FFFD for broken bytes
	}, src)
}

func isControl(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r == 0xfffe || r == 0xffff
}
