package wikitext

import "strings"

// Format is the markup of a text that is merged.
type Format uint8

// The formats.
const (
	Wikitext Format = iota
	Markdown
)

// MergeOptions say how Merge reads its three texts. The zero value merges
// wikitext.
type MergeOptions struct {
	Format Format
}

// A Reason says why a place of a merge needs a person.
type Reason uint8

// The reasons of conflicts.
const (
	BothChanged   Reason = iota // both sides changed one block, differently
	ChangedGone                 // one side changed, or built upon, what the other removed
	BothInserted                // both put something at one place, and no order is the right one
	MovedBothWays               // a block was moved by one side, and moved or removed by the other
)

// String returns the reason's name.
func (r Reason) String() string {
	switch r {
	case BothChanged:
		return "both changed"
	case ChangedGone:
		return "changed and removed"
	case BothInserted:
		return "both inserted"
	case MovedBothWays:
		return "moved both ways"
	}
	return "unknown"
}

// A Conflict is a place that a person must decide. Its texts are whole blocks
// with their line ends; an empty one says that there is nothing on that side.
type Conflict struct {
	Reason             Reason
	Base, Ours, Theirs string
	// The number of the first line of each text, from 1; of an empty one, the
	// line before which it would stand.
	BaseLine, OursLine, TheirsLine int

	both string // ours and theirs, if there are both
}

// A Piece is a stretch of the merged page: Text, or a conflict.
type Piece struct {
	Text     string
	Conflict int // index in Merged.Conflicts; -1 for text
}

// Merged is what Merge makes of three texts.
type Merged struct {
	Text      string // the merged text; empty if there are conflicts
	Conflicts []Conflict
	Pieces    []Piece // all of it in order, for [Merged.Resolve]
}

// Merge merges the edits that two sides made to base; see "Merging" in the
// package comment. It takes any text and about linear time.
func Merge(base, ours, theirs string, o MergeOptions) Merged {
	switch {
	case ours == theirs || theirs == base:
		return whole(ours)
	case ours == base:
		return whole(theirs)
	}
	eol, ok := mergedEnd(base, ours, theirs)
	if ok {
		base, ours, theirs = withoutCR(base), withoutCR(ours), withoutCR(theirs)
	}
	m := newMerger(base, ours, theirs, o.Format)
	m.run()
	r := m.result()
	if ok && eol == "\r\n" {
		r.withCR()
	}
	return r
}

// whole is the result of a merge without conflicts.
func whole(text string) Merged {
	return Merged{Text: text, Pieces: []Piece{{Text: text, Conflict: -1}}}
}

// mergedEnd merges the line ends of three texts, if each of them has only one
// kind.
func mergedEnd(base, ours, theirs string) (string, bool) {
	b, okB := lineEndOf(base)
	o, okO := lineEndOf(ours)
	t, okT := lineEndOf(theirs)
	if !okB || !okO || !okT {
		return "", false
	}
	if o == "" || o == b && t != "" {
		return t, true
	}
	return o, true
}

// lineEndOf returns the line end of a text, "" if it has none, and false if it
// has several kinds.
func lineEndOf(s string) (string, bool) {
	lf, cr, both := strings.Count(s, "\n"), strings.Count(s, "\r"), strings.Count(s, "\r\n")
	switch {
	case lf == 0 && cr == 0:
		return "", true
	case lf == both && cr == both:
		return "\r\n", true
	case cr == 0:
		return "\n", true
	}
	return "", false
}

// withCR gives all texts of a result the line ends of Windows.
func (m *Merged) withCR() {
	crlf := func(s *string) { *s = strings.ReplaceAll(*s, "\n", "\r\n") }
	crlf(&m.Text)
	for i := range m.Pieces {
		crlf(&m.Pieces[i].Text)
	}
	for i := range m.Conflicts {
		c := &m.Conflicts[i]
		crlf(&c.Base)
		crlf(&c.Ours)
		crlf(&c.Theirs)
		crlf(&c.both)
	}
}
