package wikitext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A TaskRef is #100107-2 in Markdown.
type TaskRef struct {
	ast.BaseInline
	ID string // without "#"
}

// KindTaskRef is the kind of a TaskRef.
var KindTaskRef = ast.NewNodeKind("TaskRef")

// Kind implements ast.Node.
func (n *TaskRef) Kind() ast.NodeKind { return KindTaskRef }

// Dump implements ast.Node.
func (n *TaskRef) Dump(src []byte, level int) {
	ast.DumpHelper(n, src, level, map[string]string{"ID": n.ID}, nil)
}

// taskRefParser reads the id of a task behind a "#" that begins a word.
type taskRefParser struct{}

// Trigger implements parser.InlineParser.
func (taskRefParser) Trigger() []byte { return []byte{'#'} }

// Parse implements parser.InlineParser.
func (taskRefParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if r := block.PrecendingCharacter(); isWordRune(r) || r == '#' || r == '&' || r == '/' {
		return nil
	}
	line, _ := block.PeekLine()
	n := taskIDLength(line[1:])
	if n == 0 {
		return nil
	}
	ref := &TaskRef{ID: string(line[1 : 1+n])}
	block.Advance(1 + n)
	return ref
}

// taskIDLength returns the length of the id at the start of s, or 0:
// [PREFIX-]YYMMDD[-nick]-N, N without leading zeros, and no word goes on.
func taskIDLength(s []byte) int {
	end := 0
	for end < len(s) && end < 64 {
		r, n := utf8.DecodeRune(s[end:])
		if !isWordRune(r) && r != '-' {
			break
		}
		end += n
	}
	for end > 0 && (s[end-1] == '-' || s[end-1] == '_') {
		end--
	}
	word := string(s[:end])
	first, rest, ok := strings.Cut(word, "-")
	if !ok {
		return 0
	}
	if first != "" && !isDay(first) && strings.Contains(rest, "-") { // a prefix
		first, rest, _ = strings.Cut(rest, "-")
	}
	if !isDay(first) {
		return 0
	}
	if nick, number, ok := strings.Cut(rest, "-"); ok {
		if nick == "" {
			return 0
		}
		rest = number
	}
	if rest == "" || rest[0] == '0' || !allDigits(rest) {
		return 0
	}
	return end
}

func isDay(s string) bool { return len(s) == 6 && allDigits(s) }

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}

func isWordRune(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }
