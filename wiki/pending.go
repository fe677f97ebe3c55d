package wiki

import (
	"context"

	"telko/wiki/client"
)

// Intent is an edit that telko was about to make. A run that is killed after
// the wiki saved it, and before the base was kept, leaves it in the old base:
// without it, what telko wrote would look like another person's edit, and be
// merged with a file that went on meanwhile.
type Intent struct {
	On       int    `json:"on"`       // the revision that was edited
	Wikitext string `json:"wikitext"` // as it was sent
	Markdown string `json:"markdown"`
	After    string `json:"after,omitempty"`
}

// intend keeps what is known before the page is edited: base, of which the file
// holds everything, and the edit.
func (j *job) intend(r *Result, base Base, text, after string) error {
	base.Pending = Intent{On: base.Revision, Wikitext: client.AsSaved(text), Markdown: j.markdown, After: after}
	return j.keep(r, base)
}

// resume takes an edit for the base that a killed run made and did not live to
// know of.
func (j *job) resume(ctx context.Context, page client.Page) error {
	p := j.base.Pending
	if p.Markdown == "" || page.Missing() || page.Revision <= j.base.Revision {
		return nil
	}
	edits, err := j.edits(ctx, page)
	if err != nil {
		return err
	}
	tag := Tag([]byte(p.Markdown))
	for _, v := range edits {
		if tagOf(v.Comment) != tag {
			continue
		}
		texts, err := j.wiki.Texts(ctx, []int{v.Revision})
		if err != nil {
			return err
		}
		at, ok := texts[v.Revision]
		if !ok {
			return nil
		}
		b := j.baseOf(at, p.Markdown, p.After)
		b.PageID, b.Page = j.base.PageID, j.base.Page
		b.Title = j.base.Title // where telko last saw it, so that a move is told
		if v.Parent != p.On && at.Text != p.Wikitext {
			b.Wikitext, b.Merged = p.Wikitext, true // the wiki merged it with somebody's
		}
		j.base = b
		return nil
	}
	return nil
}
