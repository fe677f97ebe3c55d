package imports

import "strings"

// kind says what a block is, whatever it was written in.
type kind uint8

const (
	para    kind = iota // running text; its lines are kept apart by "\n"
	heading             // with level
	item                // of a list; level is its depth, from 1
	term                // ;term of a definition list
	desc                // :description of a definition list, or indented text
	raw                 // Markdown of several lines that is taken as it is

	// The kinds below are made by the reader, no front end makes them.
	labelled // **Label:** text
	quote    // a block quote with a label: an answer or a comment
	action   // a task: a checkbox item; level is its depth
)

// block is a piece of a page. Front ends make a flat list of them, the reader
// recognises what they are and makes further ones, the writer writes them.
type block struct {
	kind    kind
	level   int
	text    string  // inline Markdown; of a raw block the whole
	label   string  // labelled, quote: the label as written, without its colon
	ordered bool    // item: numbered
	number  int     // ordered: the number in the source, 0 if it has none
	done    bool    // action: ticked
	inner   []block // quote: what it holds
	line    int     // in the page, from 1
	tight   bool    // stands on the line right below the block before
}

// flat returns the text on one line.
func (b block) flat() string { return strings.Join(strings.Fields(b.text), " ") }

// isItem reports whether b is an item of a list.
func (b block) isItem() bool { return b.kind == item || b.kind == action }

// lines returns the lines of the text.
func (b block) lines() []string { return strings.Split(b.text, "\n") }

// page is what a front end made of a source.
type page struct {
	blocks []block
	title  string // title of the page, if the source itself says it
	form   string // of the source, as the front matter names it
	exact  bool   // headings are marked as such in the source
}

// key is a line of somebody's front matter.
type key struct{ name, value string }
