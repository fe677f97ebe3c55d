package wiki

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"telko/minutes/archive"
	"telko/wiki/client"
	"telko/wiki/wikitext"
)

// stateOf tells one dispute from another: what the choices are about.
func stateOf(s *sides, page client.Page) string {
	sum := sha256.Sum256([]byte(fmt.Sprintf("%d %d\x00%s\x00%s\x00%s", s.base.Revision, page.Revision, s.base.Markdown, s.page, s.markdown)))
	return hex.EncodeToString(sum[:8])
}

// Diff returns what a sync of a meeting would change.
func (d *Desk) Diff(ctx context.Context, ref archive.Ref) (Difference, error) {
	d.forget()
	j, err := d.job(ref, SyncOptions{Pull: true, Publish: true, DryRun: true, Drafts: true, Also: everyStatus()})
	if err != nil {
		return Difference{}, err
	}
	r, err := j.run(ctx)
	out := Difference{Ref: ref, Title: r.Title, File: r.FileDiff, Page: r.Diff, Err: err}
	if err == nil {
		return out, nil
	}
	if endsRun(ctx, err) {
		return Difference{}, err
	}
	var c *ConflictError
	if !errors.As(err, &c) {
		return out, nil
	}
	out.Title = c.Title
	switch {
	case c.Base.PageID == 0:
		out.Page = c.Diff
	case !c.Page.Missing():
		now, _ := j.shown()
		s := &sides{base: c.Base, page: c.Page.Text, file: j.p, markdown: j.markdown, o: now}
		if wiki, err := s.taken(); err == nil {
			out.File = unified(ref.Path, trimmed(c.Base.Markdown), trimmed(wiki))
		} else {
			out.File = c.Diff
		}
		out.Page = unified(c.Title, trimmed(c.Base.Markdown), trimmed(j.markdown))
	}
	return out, nil
}

// Conflicts returns what a person has to decide about a meeting. It writes
// nothing.
func (d *Desk) Conflicts(ctx context.Context, ref archive.Ref) (Dispute, error) {
	d.forget()
	j, err := d.job(ref, SyncOptions{Pull: true, Publish: true, DryRun: true, Drafts: true, Also: everyStatus()})
	if err != nil {
		return Dispute{}, err
	}
	_, err = j.run(ctx)
	out := Dispute{Ref: ref}
	var c *ConflictError
	if !errors.As(err, &c) {
		if err != nil && endsRun(ctx, err) {
			return Dispute{}, err
		}
		out.Err = err
		return out, nil
	}
	out.Page, out.Base, out.Reason, out.Err = c.Page, c.Base, c.Reason, c
	if c.Reason != ReasonEdited {
		return out, nil
	}
	now, _ := j.shown()
	out.State = stateOf(&sides{base: c.Base, page: c.Page.Text, file: j.p, markdown: j.markdown, o: now}, c.Page)
	out.Contested, err = j.blame(ctx, c.Page, c.Conflicts)
	return out, Explain(err)
}

// Resolve syncs a meeting with a choice for each of its contested blocks, in
// their order.
func (d *Desk) Resolve(ctx context.Context, ref archive.Ref, choices []wikitext.Choice, o ResolveOptions) (Result, error) {
	d.forget()
	j, err := d.job(ref, SyncOptions{Pull: true, Publish: true, DryRun: o.DryRun, Drafts: true, Also: everyStatus()})
	if err != nil {
		return Result{}, err
	}
	j.choose, j.state = choices, o.State
	return j.run(ctx)
}

// trimmed returns a text without the line's end at its end, as unified wants it.
func trimmed(text string) string { return strings.TrimRight(text, "\r\n") }

// firstDifference returns the beginning of the first line of a that is not in its
// place in b, or, where a has none there, of b's.
func firstDifference(a, b string) string {
	const most = 80
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range max(len(x), len(y)) {
		var line, other string
		if i < len(x) {
			line = x[i]
		}
		if i < len(y) {
			other = y[i]
		}
		if line == other {
			continue
		}
		line = cmp.Or(line, other)
		return strings.ToValidUTF8(line[:min(len(line), most)], "")
	}
	return ""
}
