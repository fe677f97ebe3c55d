package wiki

import (
	"context"
	"errors"

	"telko/minutes"
	"telko/wiki/client"
)

// follow brings a meeting and its page together, which telko knows, wherever the
// page is now.
func (j *job) follow(ctx context.Context, page client.Page) (Result, error) {
	j.pulled()
	if err := j.resume(ctx, page); err != nil {
		return Result{}, err
	}
	wikiChanged := page.Text != j.base.Wikitext
	if page.Missing() {
		if anew, err := j.anew(ctx); err != nil {
			return Result{}, err
		} else if anew != nil {
			// It is another page, which telko knows nothing of yet.
			j.known, j.base, j.page = false, Base{}, anew
			return j.begin(ctx)
		}
	}
	switch {
	case page.Missing() && j.adopt && j.take == TakeFile:
		j.known = false
		return j.create(ctx, j.p.Meeting().Page)
	case page.Missing():
		j.clash = &clash{gone: j.deletion(ctx)}
		return Result{}, j.conflict(ReasonDeleted, page)
	case page.Model != "wikitext":
		return Result{}, j.conflict(ReasonModel, page)
	case j.adopt:
		return j.adopted(ctx, page)
	case textless(j.markdown) && !textless(j.base.Markdown):
		return Result{}, j.conflict(ReasonEmptied, page) // a full disk, an editor that was killed
	case page.Revision < j.base.Revision,
		page.Revision == j.base.Revision && wikiChanged && !j.base.Merged:
		return Result{}, j.conflict(ReasonSetBack, page)
	case wikiChanged && page.Redirect:
		return Result{}, j.conflict(ReasonRedirect, page)
	}
	if wikiChanged && !j.found {
		if there, err := j.stands(ctx, page); err != nil {
			return Result{}, err
		} else if !there {
			j.clash = &clash{replaced: true}
			return Result{}, j.conflict(ReasonSetBack, page)
		}
	}
	now, shall := j.shown()
	s := &sides{base: j.base, page: page.Text, file: j.p, markdown: j.markdown, o: now}
	r := j.result(Unchanged, page)
	r.WikiChanged = wikiChanged
	if !wikiChanged && j.markdown == j.base.Markdown && now.After == shall.After {
		if !j.found && j.base.Title == page.Title && j.base.Revision == page.Revision {
			return r, nil
		}
		// A null edit, a move, a revert: what telko knows is known anew.
		return r, j.keep(&r, j.baseOf(page, j.markdown, j.base.After))
	}
	m, err := j.meet(s, page)
	if err != nil {
		return Result{}, err
	}
	return j.settle(ctx, page, m, now, shall, r)
}

// anew returns the page that somebody made where the minutes' page was deleted,
// nil if nobody did.
func (j *job) anew(ctx context.Context) (*client.Page, error) {
	title := j.p.Meeting().Page
	if title == "" || j.desk == nil {
		return nil, nil
	}
	page, err := j.reader.Page(ctx, title)
	if err != nil || page.Missing() || page.Redirect {
		return nil, err
	}
	return &page, nil
}

// deletion returns who deleted the page, nil if the wiki does not say.
func (j *job) deletion(ctx context.Context) *client.Event {
	if j.wiki == nil {
		return nil
	}
	events, err := j.wiki.Fate(ctx, j.base.PageID, j.base.Title)
	if err != nil {
		return nil // it is deleted all the same
	}
	for i := len(events) - 1; i >= 0; i-- {
		if events[i].Kind == client.Removed {
			return &events[i]
		}
	}
	return nil
}

// agreed is what the two sides of a meeting have come to.
type agreed struct {
	wiki    string         // the Markdown of the page as it is now
	says    minutes.Public // the same
	text    string         // what both shall say
	changed bool           // the wiki's people changed something in the minutes
	s       *sides
}

// meet merges what was changed on the wiki and in the file, and refuses what a
// person must decide.
func (j *job) meet(s *sides, page client.Page) (*agreed, error) {
	m := &agreed{s: s}
	var err error
	take := s.taken
	if !j.so.Publish {
		take = s.pulled
	}
	if m.wiki, err = take(); err != nil {
		return nil, j.unclear(err, page)
	}
	m.changed = m.wiki != s.base.Markdown
	if m.says, err = j.p.With([]byte(m.wiki)); err != nil {
		return nil, j.unclear(errPrivate{err}, page)
	}
	if m.changed {
		if why := held(s, m.wiki); why != nil && !j.so.Accept {
			j.clash = &clash{held: why}
			return nil, j.conflict(ReasonHeld, page)
		}
		if j.p.Meeting().Status == minutes.StatusApproved && !j.chosen() {
			return nil, j.conflict(ReasonApproved, page)
		}
	}
	if m.changed && j.published(s, m, page) {
		m.changed, m.text = false, j.markdown
		return m, nil
	}
	merged := s.merge(m.wiki)
	m.text = merged.Text
	if len(merged.Conflicts) > 0 {
		var ok bool
		if j.state != "" && j.state != stateOf(s, page) {
			ok = false
		} else {
			m.text, ok = merged.Resolve(j.choose...)
		}
		if !ok || j.choose == nil {
			j.clash = &clash{conflicts: merged.Conflicts, stale: j.choose != nil}
			return nil, j.conflict(ReasonEdited, page)
		}
	}
	if hasMarkers(m.text) {
		j.clash = &clash{theirs: hasMarkers(m.wiki) && !hasMarkers(j.markdown)}
		return nil, j.conflict(ReasonMarkers, page)
	}
	if _, err := j.p.With([]byte(m.text)); err != nil {
		return nil, j.unclear(errPrivate{err}, page)
	}
	if j.so.Publish && !j.so.Withdrawn && j.desk != nil && m.text != s.base.Markdown {
		if topics, lines := j.desk.withdrawn(j.ref, s.base.Markdown, m.text); len(topics)+lines > 0 {
			j.clash = &clash{titles: topics, lines: lines}
			return nil, j.conflict(ReasonWithdrawn, page)
		}
	}
	return m, nil
}

// chosen reports whether a person has decided.
func (j *job) chosen() bool { return j.choose != nil }

// unclear returns the conflict for what cannot be carried to the other side.
func (j *job) unclear(err error, page client.Page) error {
	j.clash = &clash{cause: err}
	var private errPrivate
	if errors.As(err, &private) {
		return j.conflict(ReasonPrivate, page)
	}
	return j.conflict(ReasonUnclear, page)
}
