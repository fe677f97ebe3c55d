package wiki

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/wiki/client"
	"telko/wiki/wikitext"
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

// settle writes what both sides have come to: the file, then the page, then the
// base. Killed in between, the next run finds both with the same change.
func (j *job) settle(ctx context.Context, page client.Page, m *agreed, now, shall PageOptions, r Result) (Result, error) {
	read := j.baseOf(page, m.wiki, j.base.After) // what is known whatever comes
	if plan := m.s.untaken(); !j.so.Publish && plan != page.Text {
		read.Wikitext, read.Merged = plan, true
	}
	says := j.p // what the page shall say
	if j.so.Pull && m.text != j.markdown && (m.changed || j.choose != nil) {
		if !j.so.DryRun {
			if err := j.intendPull(&r, read, m.text); err != nil {
				return r, err
			}
		}
		p, diff, err := j.write(m, page)
		if err != nil {
			return r, err
		}
		r.Pulled, r.FileDiff, r.WikiChanged = true, diff, false
		says, j.p, j.markdown = p, p, string(p.Markdown())
	} else if m.text != j.markdown {
		p, err := j.p.With([]byte(m.text))
		if err != nil {
			return r, j.unclear(errPrivate{err}, page)
		}
		says = p
	}
	if r.Pulled && !j.so.DryRun {
		// The file holds it now, and may go on from there before the next run.
		if err := j.keep(&r, read); err != nil {
			return r, err
		}
	}
	if !j.so.Publish {
		r.WikiChanged = m.text != j.markdown && m.changed
		if r.WikiChanged {
			return r, nil // it was not to be pulled
		}
		return r, j.keep(&r, read)
	}
	text, err := projection{page: m.s.taking, says: m.says, o: now, shall: says, oShall: shall}.text()
	if err != nil {
		if m.wiki != string(says.Markdown()) {
			return r, j.unclear(err, page)
		}
		text = page.Text // only the link to the next telco finds no place
	}
	complete := string(says.Markdown()) == j.markdown // the file says all that the page shall say
	r.WikiChanged = !complete
	if client.AsSaved(text) == page.Text {
		if !complete {
			return r, nil
		}
		return r, j.keep(&r, j.baseOf(page, j.markdown, shall.After))
	}
	var sent string // what the page would be without what the file has not
	if !complete {
		base, err := j.p.With([]byte(j.base.Markdown))
		if err != nil {
			return r, j.unclear(errPrivate{err}, page)
		}
		if sent, err = (projection{page: j.base.Wikitext, says: base, o: now, shall: j.p, oShall: shall}).text(); err != nil {
			return r, j.unclear(err, page)
		}
	}
	if complete {
		if err := j.intend(&r, read, text, shall.After); err != nil {
			return r, err
		}
	}
	saved, err := j.writer.Update(ctx, page, text, summary(says, j.version))
	if err != nil {
		return r, err // perhaps it was saved: see intend
	}
	moved := r.MovedFrom
	before := r
	r = j.result(Updated, saved.Page)
	r.MovedFrom, r.Pulled, r.FileDiff, r.WikiChanged = moved, before.Pulled, before.FileDiff, !complete
	r.Diff = unified(saved.Page.Title, page.Text, saved.Page.Text)
	base := j.baseOf(saved.Page, j.markdown, shall.After)
	switch {
	case !complete:
		base.Wikitext, base.Merged = sent, true
	case saved.Merged:
		// The other edit is not in the file yet: it must look like a change.
		base.Wikitext, base.Merged = client.AsSaved(text), true
	}
	if r.Merged = saved.Merged; saved.Excluded {
		r.Left = ReasonExcluded // it could not be seen before; from now on it is
	}
	r.WikiChanged = r.WikiChanged || saved.Merged
	return r, j.keep(&r, base)
}

// sameLines reports whether two texts differ in nothing but blank lines, of which
// a comment between two blocks may leave one more or less.
func sameLines(a, b string) bool {
	filled := func(text string) []string {
		return slices.DeleteFunc(strings.Split(lf(text), "\n"), func(l string) bool { return strings.TrimSpace(l) == "" })
	}
	return slices.Equal(filled(a), filled(b))
}

// write carries what was merged into the file, and returns what the file says
// then: new tasks have ids.
func (j *job) write(m *agreed, page client.Page) (p minutes.Public, diff string, err error) {
	src := j.file.Source()
	out, err := inFile(src, j.markdown, m.text)
	if err != nil {
		return p, "", j.unclear(err, page)
	}
	// What is written must read as it was merged, comments and names aside.
	f, err := j.desk.parse(j.ref, out)
	if err == nil {
		p, err = j.desk.public(f)
	}
	if err != nil {
		return p, "", j.unclear(errPrivate{err}, page)
	}
	want, err := j.desk.publicText(j.ref, m.text)
	if err != nil {
		return p, "", j.unclear(errPrivate{err}, page)
	}
	if got := string(p.Markdown()); got != want && !sameLines(got, want) {
		return p, "", j.unclear(&wikitext.PatchError{Line: 1, Text: firstDifference(want, string(p.Markdown()))}, page)
	}
	if !j.so.DryRun {
		_, err = j.desk.Files.Edit(j.ref, func(old []byte) ([]byte, error) {
			if !bytes.Equal(old, src) {
				return nil, archive.ErrChanged
			}
			return out, nil
		})
		if err != nil {
			return p, "", err
		}
		if j.file, err = j.desk.Files.Load(j.ref); err != nil {
			return p, "", err
		}
		if p, err = j.desk.public(j.file); err != nil {
			return p, "", err
		}
	}
	return p, unified(j.ref.Path, trimmed(j.markdown), trimmed(string(p.Markdown()))), nil
}
