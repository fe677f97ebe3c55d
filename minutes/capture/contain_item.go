package capture

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// oneItem reports whether Markdown is one list item between two others, as
// CommonMark has it, and nothing else.
func oneItem(md string) bool {
	src := []byte("- -\n" + md + "\n- -\n")
	list := goldmark.DefaultParser().Parse(text.NewReader(src)).FirstChild()
	return list != nil && list.Kind() == ast.KindList && list.NextSibling() == nil && list.ChildCount() == 3
}
