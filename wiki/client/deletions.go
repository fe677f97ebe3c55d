package client

import (
	"cmp"
	"context"
	"slices"

	"cgt.name/pkg/go-mwclient/params"
)

// Deletions returns what took every page away that was deleted and not restored,
// or moved without leaving a redirect, by its title: the newest event, as far
// back as one answer of each of the wiki's logs goes, some hundreds of events. Of
// a page that is there again it says nothing to rely on.
func (c *Client) Deletions(ctx context.Context) (map[string]Event, error) {
	r, end := c.begin(ctx, "read", "")
	defer end()
	var logged []logJSON
	for _, log := range []string{"delete", "move"} {
		err := r.query(params.Values{
			"list": "logevents", "letype": log, "lelimit": "max", "leprop": "ids|title|type|user|timestamp|comment|details",
		}, func(a *answer) error {
			logged = append(logged, a.Query.Logevents...)
			return nil
		}, func() bool { return false })
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(logged, func(a, b logJSON) int { return cmp.Compare(b.Logid, a.Logid) }) // newest first
	gone := map[string]Event{}
	done := map[string]bool{}
	for _, l := range logged {
		kind, ok := l.kind()
		if !ok || done[l.Title] {
			continue
		}
		if done[l.Title] = true; kind != Restored {
			gone[l.Title] = l.event()
		}
	}
	return gone, nil
}

// Deletion returns the last deletion of a page with this title; ok is false if
// there was none, or the page was restored or moved since.
func (c *Client) Deletion(ctx context.Context, title string) (e Event, ok bool, err error) {
	r, end := c.begin(ctx, "read", title)
	defer end()
	logged, err := r.events(title)
	if err != nil {
		return e, false, err
	}
	for _, l := range logged { // newest first
		if kind, known := l.kind(); known {
			return l.event(), kind == Removed, nil
		}
	}
	return e, false, nil
}
