package wiki

import (
	"context"
	"iter"
	"slices"

	"telko/minutes/lang"
	"telko/wiki/client"
)

// ImportWiki is what importing asks of a wiki; *client.Client is one.
type ImportWiki interface {
	LooksUnder(ctx context.Context, prefix string) ([]client.Look, error)
	LooksByTitle(ctx context.Context, titles []string) (map[string]client.Look, error)
	Pages(ctx context.Context, ids []int) (map[int]client.Page, error)
	History(ctx context.Context, page int) iter.Seq2[client.Version, error]
	Texts(ctx context.Context, revisions []int) (map[int]client.Page, error)
}

// portion is how many pages are read, and made meetings, at once.
const portion = 50

// Pages imports the pages with these titles. A redirect is followed by nobody:
// the page it leads to is named.
func (im *Importer) Pages(ctx context.Context, w ImportWiki, titles []string, report func(done, of int, r Import)) error {
	looks, err := w.LooksByTitle(ctx, titles)
	if err != nil {
		return Explain(err)
	}
	var found []client.Look
	var missing []Import
	for _, t := range titles {
		l, ok := looks[t]
		switch {
		case !ok:
			missing = append(missing, Import{Title: t, Outcome: ImportSkipped, Err: lang.E(lang.WikiBadTitle, t).Hint(lang.WikiBadTitleHint)})
		case l.Missing():
			missing = append(missing, Import{Title: t, Outcome: ImportSkipped, Err: lang.E(lang.ImportNoPage, t).Hint(lang.ImportNoPageHint)})
		default:
			found = append(found, l)
		}
	}
	return im.looks(ctx, w, found, missing, report)
}

// Under imports the pages whose titles begin with prefix, but for those that
// leave says are telko's own. What is known is not read again.
func (im *Importer) Under(ctx context.Context, w ImportWiki, prefix string, leave func(title string) bool, report func(done, of int, r Import)) error {
	looks, err := w.LooksUnder(ctx, prefix)
	if err != nil {
		return Explain(err)
	}
	looks = slices.DeleteFunc(looks, func(l client.Look) bool { return leave != nil && leave(l.Title) })
	return im.looks(ctx, w, looks, nil, report)
}

// looks imports pages that were looked at.
func (im *Importer) looks(ctx context.Context, w ImportWiki, looks []client.Look, done []Import, report func(done, of int, r Import)) error {
	if err := im.ready(); err != nil {
		return err
	}
	read, known := im.unknown(looks)
	done = append(done, known...)
	of := len(read) + len(done)
	for i, r := range done {
		report(i+1, of, r)
	}
	n := len(done)
	for some := range slices.Chunk(read, portion) {
		ids := make([]int, len(some))
		for i, l := range some {
			ids[i] = l.ID
		}
		pages, err := w.Pages(ctx, ids)
		if err != nil {
			return Explain(err)
		}
		got := make([]client.Page, 0, len(some))
		for _, l := range some {
			if p, ok := pages[l.ID]; ok {
				got = append(got, p)
				continue
			}
			n++
			report(n, of, Import{Title: l.Title, Outcome: ImportSkipped, Err: lang.E(lang.ImportNoPage, l.Title).Hint(lang.ImportNoPageHint)})
		}
		if err := im.lookBack(ctx, w, got); err != nil {
			return err
		}
		results, err := im.Take(got)
		if err != nil {
			return err
		}
		for _, r := range results {
			n++
			report(n, of, r)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}
