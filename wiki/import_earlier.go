package wiki

import (
	"context"
	"strings"

	"telko/minutes"
	"telko/minutes/imports"
	"telko/minutes/lang"
	"telko/wiki/client"
	"telko/wiki/wikitext"
)

// lookBack finds for those of pages that a telko made and a person edited last
// what telko published last: to that the file belongs, and what people changed
// since comes into it as it does when they edit a page later.
func (im *Importer) lookBack(ctx context.Context, w ImportWiki, pages []client.Page) error {
	im.earlier = map[int]client.Page{}
	of := map[int]client.Version{} // by page
	var ids []int
	for _, p := range pages {
		if tagOf(p.Comment) != "" || !isMade(p.Text) {
			continue
		}
		depth := 0
		for v, err := range w.History(ctx, p.ID) {
			if err != nil {
				return Explain(err)
			}
			if depth++; depth > searchDepth {
				break
			}
			if tagOf(v.Comment) != "" {
				of[p.ID] = v
				ids = append(ids, v.Revision)
				break
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	texts, err := w.Texts(ctx, ids)
	if err != nil {
		return Explain(err)
	}
	for page, v := range of {
		if at, ok := texts[v.Revision]; ok {
			at.Comment = v.Comment
			im.earlier[page] = at
		}
	}
	return nil
}

// isMade reports whether a page bears what telko puts on those that it makes.
func isMade(page string) bool {
	for _, mark := range ownMarks() {
		if _, _, marked := ownRegion(page, mark); marked {
			return true
		}
	}
	return len(anchorsOf(page)) > 0
}

// readEdited reads a page that a telko made and people edited since: what telko
// published, with what they changed. Where a pull would stop for a person it is
// what telko published, and base is that revision, so that the pull is still to
// come and stops then.
func (im *Importer) readEdited(p client.Page) (r imports.Result, base client.Page, ok bool) {
	at, ok := im.earlier[p.ID]
	if !ok {
		return r, p, false
	}
	o := im.Options
	o.Title = p.Title
	r, err := imports.Wikitext([]byte(at.Text), o)
	if err != nil {
		return r, p, false
	}
	at.ID, at.Title = p.ID, p.Title
	src, exact := im.readOwn(at, r)
	if src == nil || !exact {
		return r, p, false
	}
	r.Source, r.Warnings = src, nil
	f, err := minutes.Parse(r.ID+".md", src, im.Workspace.Context())
	if err != nil {
		return r, p, false
	}
	public, err := minutes.NewPublic(f, im.Workspace.PublicOptions())
	if err != nil {
		return r, p, false
	}
	s := &sides{
		base: Base{Wikitext: at.Text, Markdown: string(public.Markdown())}, page: p.Text, file: public,
		markdown: string(public.Markdown()), o: PageOptions{Categories: im.Workspace.Settings().Wiki.Categories},
	}
	md, err := s.taken()
	if err != nil || held(s, md) != nil || public.Meeting().Status == minutes.StatusApproved && md != s.markdown {
		return r, at, true
	}
	r.Source = []byte(md)
	return r, p, true
}

// navAfter returns the page of the telco after, as a page links it, "" if it
// does not.
func navAfter(page string, l lang.Lang) string {
	from, to, ok := ownRegion(page, navMark)
	if !ok {
		return ""
	}
	before, _, ok := strings.Cut(page[from:to], "|"+wikitext.Escape(lang.PageAfter.In(l))+"]] →")
	if !ok {
		return ""
	}
	return strings.TrimPrefix(before[strings.LastIndex(before, "[[")+len("[["):], ":")
}
