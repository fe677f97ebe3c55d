package wiki

import (
	"context"
	"strings"

	"telko/wiki/client"
)

// Fetch takes what the log on the wiki has, of all years, into a log here that
// may be empty: so a machine that joins gives the tasks of the minutes the ids
// that all others know them by.
func (p *LogPages) Fetch(ctx context.Context, w ImportWiki, src LogSource) (LogResult, error) {
	var r LogResult
	looks, err := w.LooksUnder(ctx, p.Title+"/")
	if err != nil {
		return r, Explain(err)
	}
	var ids []int
	for _, l := range looks {
		if year := strings.TrimPrefix(l.Title, p.Title+"/"); len(year) == 4 && isDecimal(year) && l.Model == "text" {
			ids = append(ids, l.ID)
		}
	}
	pages := map[int]client.Page{}
	if len(ids) > 0 {
		if pages, err = w.Pages(ctx, ids); err != nil {
			return r, Explain(err)
		}
	}
	for _, id := range ids {
		if _, err := p.union(pages[id].Text, nil, src, &r); err != nil {
			return r, err
		}
	}
	return r, p.Log.Put(p.Now(), 0)
}

func isDecimal(s string) bool {
	return strings.IndexFunc(s, func(c rune) bool { return c < '0' || c > '9' }) < 0
}
