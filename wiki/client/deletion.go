package client

import "context"

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
			return Event{kind, l.Title, l.Params.TargetTitle, l.User, l.Comment, l.Timestamp}, kind == Removed, nil
		}
	}
	return e, false, nil
}
