package wiki

import (
	"context"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/wiki/client"
)

// adopted makes a page the meeting's own, as a person has decided.
func (j *job) adopted(ctx context.Context, page client.Page) (Result, error) {
	if page.Redirect {
		return Result{}, j.conflict(ReasonRedirect, page)
	}
	now, shall := j.shown()
	wiki, err := j.readAnew(page, now)
	if err != nil {
		return Result{}, j.unclear(err, page)
	}
	says, err := j.p.With([]byte(wiki))
	if err != nil {
		return Result{}, j.unclear(errPrivate{err}, page)
	}
	r := j.result(Adopted, page)
	switch {
	case wiki == j.markdown:
		return r, j.keep(&r, j.baseOf(page, wiki, now.After))
	case j.take == TakePage && j.p.Meeting().Status == minutes.StatusApproved:
		return Result{}, lang.E(lang.WikiAdoptApproved, j.p.ID()).Hint(lang.WikiApprovedHint, j.p.ID())
	case j.take == TakePage:
		if hasMarkers(wiki) {
			j.clash = &clash{theirs: true}
			return Result{}, j.conflict(ReasonMarkers, page)
		}
		if _, r.FileDiff, err = j.write(&agreed{text: wiki}, page); err != nil {
			return Result{}, err
		}
		r.Pulled = true
		return r, j.keep(&r, j.baseOf(page, wiki, now.After))
	case j.take != TakeFile:
		return Result{}, j.conflict(ReasonExists, page)
	}
	if hasMarkers(j.markdown) {
		return Result{}, j.conflict(ReasonMarkers, page)
	}
	text, err := projection{page: page.Text, says: says, o: now, shall: j.p, oShall: shall}.text()
	if err != nil {
		text = Page(j.p, shall) // it was asked for
	}
	saved, err := j.writer.Update(ctx, page, text, summary(j.p, j.version))
	if err != nil {
		return Result{}, err
	}
	r = j.result(Updated, saved.Page)
	r.Diff, r.Merged = unified(saved.Page.Title, page.Text, saved.Page.Text), saved.Merged
	base := j.baseOf(saved.Page, j.markdown, shall.After)
	if saved.Excluded {
		r.Left = ReasonExcluded
	}
	if saved.Merged {
		base.Wikitext, base.Merged = client.AsSaved(text), true
	}
	return r, j.keep(&r, base)
}

// readAnew returns the Markdown of a page that may have nothing in common with
// what telko knows: in the spelling of the base, or of the file, where it says
// the same.
func (j *job) readAnew(page client.Page, o PageOptions) (string, error) {
	s := &sides{base: j.base, page: page.Text, file: j.p, markdown: j.markdown, o: o}
	if j.known {
		if md, err := s.pulled(); err == nil {
			return md, nil
		}
	}
	s.base = Base{Wikitext: Page(j.p, o), Markdown: j.markdown}
	md, err := s.pulled()
	if err == nil {
		return md, nil
	}
	for _, r := range s.readers(j.p) {
		md := r.read(r.core(page.Text))
		if _, bad := j.p.With([]byte(md)); bad == nil {
			return md, nil
		}
	}
	return "", err
}

// Adopt makes the page that a meeting's minutes name, or that telko knows it by,
// the meeting's own: from then on it is synced.
func (d *Desk) Adopt(ctx context.Context, ref archive.Ref, o AdoptOptions) (Result, error) {
	d.forget()
	j, err := d.job(ref, SyncOptions{Pull: true, Publish: true, DryRun: o.DryRun, Drafts: true, Also: everyStatus()})
	if err != nil {
		return Result{}, err
	}
	j.adopt, j.take = true, o.Take
	if o.Take == TakePage {
		page, err := j.there(ctx)
		if err != nil {
			return Result{}, Explain(err)
		}
		if page.Missing() {
			return Result{}, lang.E(lang.WikiNothingTheirs, j.p.Meeting().Page).Hint(lang.WikiNoTitleHint)
		}
	}
	r, err := j.run(ctx)
	if err != nil || o.Take != TakePage || o.DryRun {
		return r, err
	}
	// What is new in the file has ids now, which the page shows.
	if j, err = d.job(ref, j.so); err != nil {
		return r, err
	}
	next, err := j.run(ctx)
	return r.with(next), err
}

// there reads the page of a meeting, wherever it is.
func (j *job) there(ctx context.Context) (client.Page, error) {
	if err := j.load(); err != nil {
		return client.Page{}, err
	}
	if j.known {
		page, err := j.read(ctx)
		if err != nil || !page.Missing() {
			j.page = &page
			return page, err
		}
	}
	if j.p.Meeting().Page == "" {
		return client.Page{}, j.noPage()
	}
	page, err := j.reader.Page(ctx, j.p.Meeting().Page)
	j.page = &page
	return page, err
}

func everyStatus() []minutes.Status {
	return []minutes.Status{minutes.StatusAgenda, minutes.StatusLive}
}
