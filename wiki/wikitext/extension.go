package wikitext

import "github.com/yuin/goldmark"

// ExtOptions say where wiki links and task references lead in HTML.
type ExtOptions struct {
	// PageURL gives the address of a page, with "#section" if the link has
	// one; nil or "" leaves the label as text.
	PageURL func(target string) string
	// TaskURL gives the address of a task (id without "#").
	TaskURL func(id string) (string, bool)
}

// NewExtension returns the goldmark extension for [[Page]] and #100107-2.
func NewExtension(o ExtOptions) goldmark.Extender { return &extension{o} }

type extension struct{ o ExtOptions }

// Extend implements goldmark.Extender.
func (e *extension) Extend(m goldmark.Markdown) {}
