package wiki

import (
	"context"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/wiki/client"
)

// looks are all meetings of a run, as they were seen before anything is done.
type looks struct {
	d    *Desk
	seen []looked
}

// looked is one meeting: its file, what telko last saw of its page, and the page
// as it is now, without its text.
type looked struct {
	ref     archive.Ref
	err     error // the file cannot be read, or must not be published
	early   bool  // an agenda, or a telco that goes on
	draft   bool
	title   string // as the minutes name the page
	base    Base
	known   bool
	changed bool // the file, or what the page has beside it
	look    client.Look
	page    *client.Page // if it was read already
	was     seenBefore   // if it was asked for already
	fetched bool
}

// look reads files and bases, and asks the wiki for revision numbers.
func (d *Desk) look(ctx context.Context, refs []archive.Ref, o SyncOptions) (*looks, error) {
	s := &looks{d: d, seen: make([]looked, len(refs))}
	var ids []int
	var titles []string
	for i, ref := range refs {
		v := &s.seen[i]
		v.ref = ref
		if err := d.see(v, o); err != nil {
			return nil, err
		}
		switch {
		case v.err != nil || v.early:
		case v.known:
			ids = append(ids, v.base.PageID)
		case v.title != "":
			titles = append(titles, v.title)
		}
	}
	byID, err := d.Wiki.Looks(ctx, ids, d.prefixes()...)
	if err != nil {
		return nil, err
	}
	byTitle := map[string]client.Look{}
	if len(titles) > 0 {
		if byTitle, err = d.Wiki.LooksByTitle(ctx, titles); err != nil {
			return nil, err
		}
	}
	for i := range s.seen {
		v := &s.seen[i]
		if v.known {
			v.look = byID[v.base.PageID]
		} else if v.title != "" {
			v.look = byTitle[v.title]
		}
	}
	return s, nil
}

// see reads file and base of a meeting.
func (d *Desk) see(v *looked, o SyncOptions) error {
	f, err := d.Files.Load(v.ref)
	if err != nil {
		v.err = err
		return nil
	}
	m := &f.Meeting
	v.title, v.draft = m.Page, m.Status == minutes.StatusDraft
	if err := d.ended(f, o); err != nil {
		v.early = true
		return nil
	}
	p, err := d.public(f)
	if err != nil {
		v.err = err
		return nil
	}
	if v.base, v.known, err = d.Bases.Get(v.ref.ID); err != nil {
		v.err = err
		return nil
	}
	if !v.known {
		return nil
	}
	v.changed = string(p.Markdown()) != v.base.Markdown
	if !v.changed && v.base.After == "" && m.Imported == "" {
		_, after, err := d.neighbours(v.ref)
		if err != nil {
			return err
		}
		v.changed = d.pageOf(after) != ""
	}
	return nil
}

// prefixes returns what the titles of the meetings' pages begin with.
func (d *Desk) prefixes() []string {
	var out []string
	for _, s := range d.Workspace.Settings().Series {
		if prefix := s.PagePrefix(); prefix != "" {
			out = append(out, prefix)
		}
	}
	return out
}

// moved reports whether the minutes name another page than they did when they
// were last the same, and the page was not moved there.
func (v *looked) moved() bool {
	return v.title != "" && v.base.Page != "" && v.title != v.base.Page && !sameTitle(v.title, v.look.Title)
}

// same reports whether neither file nor page changed since they were last the
// same.
func (v *looked) same() bool {
	return v.known && !v.changed && !v.moved() && !v.wikiHasMore() && v.look.Title == v.base.Title
}

// wikiChanged reports whether the page is another one, as far as can be told
// without its text.
func (v *looked) wikiChanged() bool {
	return v.look.Revision != v.base.Revision || v.look.Length != len(v.base.Wikitext) || v.look.Redirect || v.look.Model != "wikitext"
}

// wikiHasMore reports whether the page says something that the file may not say:
// somebody edited it since, or beside our last edit.
func (v *looked) wikiHasMore() bool { return v.wikiChanged() || v.base.Merged }

// done returns the result of a meeting that there is nothing to do for, or
// nothing can be done.
func (v *looked) done() *Result {
	r := &Result{Meeting: v.ref.ID, Title: v.title, Outcome: Skipped}
	switch {
	case v.err != nil:
		r.Outcome, r.Err = Failed, v.err
	case v.early:
		r.Left = ReasonNotEnded
	case v.same():
		r.Outcome, r.Title, r.URL, r.Revision = Unchanged, v.look.Title, v.look.URL, v.look.Revision
	case !v.known && v.title == "":
		r.Left = ReasonNoPage
	default:
		return nil
	}
	return r
}

// prefetch reads the pages of meeting i and of those behind it that will be
// needed, as many as come in one request.
func (s *looks) prefetch(ctx context.Context, i int) error {
	const many = 50
	if s.seen[i].fetched {
		return nil
	}
	var ids, behind []int
	at := map[int][]int{}
	for k := i; k < len(s.seen) && len(ids) < many; k++ {
		v := &s.seen[k]
		if v.fetched || v.done() != nil {
			continue
		}
		v.fetched = true
		if v.look.Missing() {
			if !v.known && v.look.Title != "" {
				v.page = &client.Page{Title: v.look.Title, URL: v.look.URL}
			}
			continue
		}
		if v.overtaken() {
			behind = append(behind, k)
		}
		if len(at[v.look.ID]) == 0 {
			ids = append(ids, v.look.ID)
		}
		at[v.look.ID] = append(at[v.look.ID], k)
	}
	if len(ids) == 0 {
		return nil
	}
	pages, err := s.d.Wiki.Pages(ctx, ids)
	if err != nil {
		return err
	}
	for id, page := range pages {
		for _, k := range at[id] {
			s.seen[k].page = &page
		}
	}
	return s.lookBack(ctx, behind)
}

// Status returns how files and pages stand to each other, in the order of refs,
// with few requests.
func (d *Desk) Status(ctx context.Context, refs []archive.Ref) ([]Standing, error) {
	d.forget()
	s, err := d.look(ctx, refs, SyncOptions{})
	if err != nil {
		return nil, Explain(err)
	}
	var behind []int
	for i := range s.seen {
		if s.seen[i].overtaken() {
			behind = append(behind, i)
		}
	}
	if err := s.lookBack(ctx, behind); err != nil {
		return nil, Explain(err)
	}
	out := make([]Standing, len(refs))
	for i := range s.seen {
		out[i] = s.seen[i].standing()
	}
	return out, nil
}

// standing says how a meeting stands.
func (v *looked) standing() Standing {
	st := Standing{Ref: v.ref, Title: v.title, URL: v.look.URL, Revision: v.look.Revision, Err: v.err}
	if v.look.Title != "" {
		st.Title = v.look.Title
	}
	if v.known && !v.look.Missing() && v.look.Title != v.base.Title {
		st.Before = v.base.Title
	}
	switch {
	case v.err != nil:
		st.State = StateUnread
	case v.early, !v.known && v.title == "", !v.known && v.draft && v.look.Missing():
		st.State = StateSkipped
	case !v.known && v.look.Missing():
		st.State = StateNew
	case !v.known:
		st.State = StateUnknown
	case v.look.Missing():
		st.State, st.Title = StateDeleted, v.base.Title
	case v.moved():
		st.State = StateElsewhere
	case v.look.Revision < v.base.Revision, v.was.read && v.base.replaced(v.was.page):
		st.State = StateSetBack
	case v.wikiHasMore() && v.changed:
		st.State = StateBoth
	case v.wikiHasMore():
		st.State = StateWiki
	case v.changed:
		st.State = StateFile
	default:
		st.State = StateSame
	}
	return st
}
