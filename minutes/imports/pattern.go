package imports

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it is first used. This
// room has many, and every start of the program would pay for them.
type pattern struct {
	expr string
	once sync.Once
	re   *regexp.Regexp
}

// lazily returns the pattern of expr, which must be right: a test compiles all.
// It does nothing else, so that patterns are data and no start computes them.
func lazily(expr string) *pattern { return &pattern{expr: expr} }

func (p *pattern) get() *regexp.Regexp {
	p.once.Do(func() { p.re = regexp.MustCompile(p.expr) })
	return p.re
}

// The methods of regexp.Regexp that this room uses.

func (p *pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return p.get().FindAllStringSubmatchIndex(s, n)
}

func (p *pattern) FindStringIndex(s string) []int { return p.get().FindStringIndex(s) }

func (p *pattern) FindStringSubmatch(s string) []string { return p.get().FindStringSubmatch(s) }

func (p *pattern) MatchString(s string) bool { return p.get().MatchString(s) }

func (p *pattern) ReplaceAllString(src, repl string) string {
	return p.get().ReplaceAllString(src, repl)
}

func (p *pattern) ReplaceAllStringFunc(src string, repl func(string) string) string {
	return p.get().ReplaceAllStringFunc(src, repl)
}

func (p *pattern) Split(s string, n int) []string { return p.get().Split(s, n) }
