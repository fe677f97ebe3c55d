package motions

import (
	"cmp"
	"slices"
)

// Ledger returns those of rs that were decided, in order of the days on which
// they were, then of time and file. What only puts a motion off, or says that
// it was withdrawn, is no decision of the ledger; one that could not be read is.
func Ledger(rs []*Record) []*Record {
	var out []*Record
	for _, r := range rs {
		if r.Ruling != nil && (r.Outcome != NoOutcome || r.Ruling.Outcome == NoOutcome && !r.endedOtherwise()) {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b *Record) int {
		return cmp.Or(a.Ruling.Date.Compare(b.Ruling.Date), cmp.Compare(a.Ruling.Meeting, b.Ruling.Meeting), cmp.Compare(a.Ruling.Line, b.Ruling.Line))
	})
	return out
}

func (r *Record) endedOtherwise() bool {
	switch r.Handling {
	case HandlingWithdrawn, HandlingInadmissible, HandlingSettled:
		return true
	}
	return false
}

// SupersededBy returns the motions that supersede r.
func (r *Record) SupersededBy() []ID { return r.Linked(SupersededBy) }
