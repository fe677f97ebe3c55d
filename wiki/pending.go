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

// Pull is what telko was about to write into a file. A run that is killed after
// the file was written, and before the base was kept, leaves it in the old base:
// without it, what came from the wiki would look like the file's own, and stand
// there twice where people went on from it.
type Pull struct {
	Revision int    `json:"revision"`         // of the page that it came from
	Wikitext string `json:"wikitext"`         // of that revision
	Markdown string `json:"markdown"`         // that belongs to it
	Before   string `json:"before"`           // what of the file is public
	After    string `json:"after"`            // what of it is to be
	Merged   bool   `json:"merged,omitempty"` // as in Base
}

// intendPull keeps what is known before the file is written: read is the base
// that holds once it is.
func (j *job) intendPull(r *Result, read Base, after string) error {
	base := j.base
	base.Pulling = Pull{Revision: read.Revision, Wikitext: read.Wikitext, Markdown: read.Markdown, Before: j.markdown, After: after, Merged: read.Merged}
	return j.keep(r, base)
}

// pulled takes for the base what a killed run wrote into the file, if it did:
// then the file is more like that than like what it was.
func (j *job) pulled() {
	p := j.base.Pulling
	j.base.Pulling = Pull{}
	if p.Revision == 0 || different(j.markdown, p.After) >= different(j.markdown, p.Before) {
		return
	}
	j.base.Revision, j.base.Wikitext, j.base.Markdown = p.Revision, p.Wikitext, p.Markdown
	j.base.Merged, j.base.Pending = p.Merged, Intent{}
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
