package wiki

import (
	"context"
	"errors"

	"telko/minutes/archive"
	"telko/wiki/wikitext"
)

var errUnfinished = errors.New("not finished yet")

// Status returns how files and pages stand to each other, in the order of refs,
// with few requests.
func (d *Desk) Status(ctx context.Context, refs []archive.Ref) ([]Standing, error) {
	return nil, errUnfinished
}

// Diff returns what a sync of a meeting would change.
func (d *Desk) Diff(ctx context.Context, ref archive.Ref) (Difference, error) {
	return Difference{}, errUnfinished
}

// Sync brings files and pages together, a meeting after the other, and reports
// what became of each, in the order of refs; what went wrong with one is in its
// Result. The error is what ends the whole run: of the wiki, as it is said to
// users, or of ctx.
func (d *Desk) Sync(ctx context.Context, refs []archive.Ref, o SyncOptions, report func(Result)) error {
	return errUnfinished
}

// Conflicts returns what a person has to decide about a meeting. It writes
// nothing.
func (d *Desk) Conflicts(ctx context.Context, ref archive.Ref) (Dispute, error) {
	return Dispute{}, errUnfinished
}

// Resolve syncs a meeting with a choice for each of its contested blocks, in
// their order.
func (d *Desk) Resolve(ctx context.Context, ref archive.Ref, choices []wikitext.Choice, o ResolveOptions) (Result, error) {
	return Result{}, errUnfinished
}

// Adopt makes the page that a meeting's minutes name, or that telko knows it
// by, the meeting's own: from then on it is synced.
func (d *Desk) Adopt(ctx context.Context, ref archive.Ref, o AdoptOptions) (Result, error) {
	return Result{}, errUnfinished
}
