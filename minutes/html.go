package minutes

import "github.com/yuin/goldmark"

// HTMLOptions says how a meeting is shown as HTML. The zero value works.
type HTMLOptions struct {
	// Extenders add inline syntax, as wiki links.
	Extenders []goldmark.Extender
	// TaskURL returns where an id leads, "" for nowhere. It may be nil.
	TaskURL func(id string) string
}

// HTML returns p as a fragment of HTML, to stand in a page's body. Raw HTML of
// the minutes is shown as typed, links that could run something lead nowhere.
func HTML(p Public, o HTMLOptions) []byte { return nil }
