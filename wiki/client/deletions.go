package client

import (
	"context"

	"cgt.name/pkg/go-mwclient/params"
)

// Deletions returns the newest deletion of every page that was deleted and not
// restored, by title, as far back as one answer of the wiki's log goes: some
// hundreds of events.
func (c *Client) Deletions(ctx context.Context) (map[string]Event, error) {
	r, end := c.begin(ctx, "read", "")
	defer end()
	gone := map[string]Event{}
	done := map[string]bool{}
	err := r.query(params.Values{
		"list": "logevents", "letype": "delete", "lelimit": "max", "leprop": "ids|title|type|user|timestamp|comment",
	}, func(a *answer) error {
		for _, l := range a.Query.Logevents { // newest first
			kind, ok := l.kind()
			if !ok || done[l.Title] {
				continue
			}
			if done[l.Title] = true; kind == Removed {
				gone[l.Title] = l.event()
			}
		}
		return nil
	}, func() bool { return false })
	return gone, err
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
