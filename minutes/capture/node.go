package capture

import (
	"telko/minutes"
	"telko/motions"
)

// deepest is how deep list items may be nested.
const deepest = 12

// node is an entry in its place, with what is known of its bytes. What was
// read from a file and not touched since is written with the bytes it had.
type node struct {
	e *Entry

	src    string  // its lines as the file has them, line breaks included; "" for what telko writes itself
	gap    string  // the blank lines before src
	after  EntryID // what stood before gap, "" for the head of the file
	mark   string  // of a list item from a file: "-", "1."
	indent int     // column of that mark
	width  int     // column of the item's text
	within flow    // of a passage from a file: what it was read after

	prepared bool // stood in the agenda before the telco
	neutral  bool // the heading that a private topic left
	aside    bool // a remark for another topic than the one that one was in
	roll     *rollLine
	md       string // as telko writes its text; "" for not yet made

	shown *Entry // e with what follows from where it stands, as Views have it
	of    *Entry // the e that shown was made of
}

// flow is what the reader of a motion knows before a passage: which kind text
// without a label goes on with, and whether it begins a passage of its own.
type flow struct {
	open  motions.Kind
	fresh bool
}

// rollLine makes a node a line of attendance or absence. Such nodes are no
// entries of a View; who stands on them is in document.people.
type rollLine struct {
	kind   minutes.SectionKind // SectionPresent or SectionAbsent
	excuse minutes.Excuse      // of a line that telko writes
	head   bool                // the heading of the section
}

// isHeading reports whether n is a heading of the document.
func (n *node) isHeading() bool {
	return n.e.Kind == KindTopic || n.e.Kind == KindMotion
}

// isItem reports whether n is an item of a list.
func (n *node) isItem() bool {
	switch n.e.Kind {
	case KindNote, KindTask, KindMention:
		return true
	}
	return n.roll != nil && !n.roll.head && (n.src == "" || n.mark != "")
}

// isContent reports whether n is something that was said: no heading, no line
// of attendance, nothing that was there before the telco. A remark for another
// topic does not count: nobody has left the one that one is in.
func (n *node) isContent() bool {
	return n.neutral || !n.isHeading() && n.roll == nil && !n.prepared && !n.aside
}

// replace puts a changed entry into its place; its bytes are telko's from now.
func (n *node) replace(e Entry) {
	e.Edited = true
	n.e, n.src, n.md = &e, "", ""
}
