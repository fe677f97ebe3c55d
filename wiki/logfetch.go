package wiki

import (
	"context"
	"strconv"
	"strings"

	"telko/wiki/client"
)

// Fetch takes what the log on the wiki has, of all years, into a log here that
// may be empty: so a machine that joins gives the tasks of the minutes the ids
// that all others know them by. A year that nobody wrote to since is not read
// again, unless the log here has become shorter; size is what it has now, in
// bytes.
func (p *LogPages) Fetch(ctx context.Context, w ImportWiki, src LogSource, size func() int64) (LogResult, error) {
	var r LogResult
	looks, err := w.LooksUnder(ctx, p.Title+"/")
	if err != nil {
		return r, Explain(err)
	}
	var years []client.Look
	for _, l := range looks {
		year := strings.TrimPrefix(l.Title, p.Title+"/")
		if len(year) == 4 && isDecimal(year) && l.Model == "text" && !p.fetched(l, size()) {
			years = append(years, l)
		}
	}
	if len(years) > 0 {
		ids := make([]int, len(years))
		for i, l := range years {
			ids[i] = l.ID
		}
		pages, err := w.Pages(ctx, ids)
		if err != nil {
			return r, Explain(err)
		}
		for _, l := range years {
			page := pages[l.ID]
			bad := len(r.Bad)
			if _, err := p.union(l.Title, page.Text, nil, src, &r); err != nil {
				return r, err
			}
			if err := p.has(page, len(r.Bad)-bad); err != nil {
				return r, err
			}
			if len(r.Bad) == bad { // lines that are none are told of each time
				if err := p.remember(page, size()); err != nil {
					return r, err
				}
			}
		}
	}
	_, waiting := p.Log.Get()
	return r, p.Log.Put(p.Now(), waiting)
}

// has remembers how many events a page has, so that what waits to be sent there
// is known before it is read again; that it must be. bad of its lines are none.
func (p *LogPages) has(page client.Page, bad int) error {
	lines := 0
	for line := range strings.Lines(page.Text) {
		if strings.TrimSpace(line) != "" {
			lines++
		}
	}
	return p.States.Put(page.Title, PageState{ID: page.ID, Text: strconv.Itoa(lines - bad)})
}

// fetched reports whether all of a page of the log was taken into the log here,
// which has size bytes.
func (p *LogPages) fetched(l client.Look, size int64) bool {
	known, ok := p.States.Get(fetchedKey(l.Title))
	had, err := strconv.ParseInt(known.Text, 10, 64)
	return ok && err == nil && known.ID == l.ID && known.Revision == l.Revision && size >= had
}

func (p *LogPages) remember(page client.Page, size int64) error {
	return p.States.Put(fetchedKey(page.Title), PageState{ID: page.ID, Revision: page.Revision, Text: strconv.FormatInt(size, 10)})
}

// fetchedKey is what is remembered of fetching a page; "|" is in no title.
func fetchedKey(title string) string { return "fetched|" + title }

func isDecimal(s string) bool {
	return strings.IndexFunc(s, func(c rune) bool { return c < '0' || c > '9' }) < 0
}
