package wiki

import (
	"context"
	"errors"

	"telko/minutes/archive"
	"telko/wiki/client"
)

// Sync brings files and pages together, a meeting after the other, and reports
// what became of each, in the order of refs; what went wrong with one is in its
// Result. The error is what ends the whole run: of the wiki, as it is said to
// users, or of ctx.
//
// Of all meetings only revision numbers are asked for; texts are read of those
// that changed on either side, 50 a request.
func (d *Desk) Sync(ctx context.Context, refs []archive.Ref, o SyncOptions, report func(Result)) error {
	d.forget()
	if !o.Pull && !o.Publish {
		return nil
	}
	s, err := d.look(ctx, refs, o)
	if err != nil {
		return Explain(err)
	}
	var late *lateReader
	if live, ok := d.Writer.(*Live); ok && !o.DryRun {
		late = &lateReader{Live: live, saved: map[int]bool{}}
	}
	for i := range s.seen {
		if err := ctx.Err(); err != nil {
			return err
		}
		v := &s.seen[i]
		if done := v.done(); done != nil {
			report(*done)
			continue
		}
		if err := s.prefetch(ctx, i); err != nil {
			return Explain(err)
		}
		j, err := d.job(v.ref, o)
		if err != nil {
			report(Result{Meeting: v.ref.ID, Outcome: Failed, Title: v.title, Err: err})
			continue
		}
		if late != nil {
			j.writer = late
		}
		j.page = v.page
		v.page, j.was = nil, v.was
		r, err := j.run(ctx)
		if err != nil && endsRun(ctx, err) {
			return err
		}
		report(v.result(r, err))
	}
	if late != nil {
		return Explain(late.flush(ctx))
	}
	return nil
}

// endsRun reports whether it is no use to go on with other meetings.
func endsRun(ctx context.Context, err error) bool {
	var e *client.Error
	return ctx.Err() != nil || errors.As(err, &e) && e.StopsRun()
}

// result returns what is reported of a meeting that a job was done for.
func (v *looked) result(r Result, err error) Result {
	r.Meeting = v.ref.ID
	if r.Title == "" {
		r.Title = v.title
	}
	var e *client.Error
	var early errNotEnded
	switch {
	case err == nil:
		return r
	case r.Left == ReasonNoPage:
	case errors.As(err, &early):
		r.Outcome, r.Left = Skipped, ReasonNotEnded
	case errors.As(err, &e) && e.Kind == client.Excluded:
		if r.Left = ReasonExcluded; !r.Merged { // else it was written before that could be seen
			r.Outcome = Unchanged
		}
	default:
		r.Outcome, r.Err = Failed, err
		var c *ConflictError
		if errors.As(err, &c) && c.Title != "" {
			r.Title = c.Title
		}
	}
	return r
}

// job returns the work on one meeting.
func (d *Desk) job(ref archive.Ref, so SyncOptions) (*job, error) {
	o, err := d.options(ref)
	if err != nil {
		return nil, err
	}
	writer := d.Writer
	if so.DryRun {
		writer = DryRun{}
	}
	return &job{
		reader: d.Wiki, wiki: d.Wiki, writer: writer, bases: d.Bases, version: d.Version,
		desk: d, ref: ref, so: so, o: o,
	}, nil
}
