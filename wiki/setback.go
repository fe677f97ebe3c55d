package wiki

import (
	"context"

	"telko/wiki/client"
)

// seenBefore is the base's revision as the wiki has it today. A wiki that was
// set back from a backup gives the numbers that telko knows to other edits: the
// page's latest is then a higher one, and seems to take out what is lost.
type seenBefore struct {
	read bool
	page client.Page // missing: it is gone, or hidden
}

// replaced reports whether at, the revision of the base's number, is another
// one than telko saw.
func (b Base) replaced(at client.Page) bool {
	if at.Missing() {
		return false // it may be hidden
	}
	return at.ID != b.PageID || !b.Merged && at.Text != b.Wikitext
}

// overtaken reports whether the page went on from the base's revision, or seems to.
func (v *looked) overtaken() bool {
	return v.done() == nil && v.known && !v.look.Missing() && v.wikiChanged() && v.look.Revision > v.base.Revision
}

// lookBack reads the bases' revisions of some meetings.
func (s *looks) lookBack(ctx context.Context, of []int) error {
	if len(of) == 0 {
		return nil
	}
	revisions := make([]int, len(of))
	for k, i := range of {
		revisions[k] = s.seen[i].base.Revision
	}
	texts, err := s.d.Wiki.Texts(ctx, revisions)
	if err != nil {
		return err
	}
	for _, i := range of {
		s.seen[i].was = seenBefore{read: true, page: texts[s.seen[i].base.Revision]}
	}
	return nil
}

// stands reports whether the revision that telko knows is still in the history
// of page, as it was. One whose text somebody has hidden is.
func (j *job) stands(ctx context.Context, page client.Page) (bool, error) {
	if j.wiki == nil || page.Revision <= j.base.Revision {
		return true, nil
	}
	at := j.was.page
	if !j.was.read || !at.Missing() && at.Revision != j.base.Revision {
		texts, err := j.wiki.Texts(ctx, []int{j.base.Revision})
		if err != nil {
			return false, err
		}
		at = texts[j.base.Revision]
	}
	j.was = seenBefore{}
	if !at.Missing() {
		return !j.base.replaced(at), nil
	}
	depth := 0
	for v, err := range j.wiki.History(ctx, page.ID) {
		if err != nil {
			return false, err
		}
		if v.Revision == j.base.Revision {
			return true, nil
		}
		if depth++; depth == searchDepth {
			break
		}
	}
	return false, nil
}
