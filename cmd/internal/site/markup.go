package site

import (
	"fmt"
	"html"
	"strings"
)

// markup is HTML; all other text that a page is given is escaped.
type markup string

// builder makes a page.
type builder struct{ b strings.Builder }

// put writes a format that is a constant of this package, with args in the
// places of its verbs: in text or in quoted attributes. There is no template,
// for package html/template finds methods by name: a program that holds it
// keeps every exported method of all its types, which telko paid for with 3 MB
// and a tenth of each start.
func (p *builder) put(format string, args ...any) {
	for i, a := range args {
		switch a := a.(type) {
		case markup, int:
		case string:
			args[i] = html.EscapeString(a)
		default:
			args[i] = html.EscapeString(fmt.Sprint(a))
		}
	}
	fmt.Fprintf(&p.b, format, args...)
}

// number writes a count that is left out if there is none.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}
