package wikitext

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
