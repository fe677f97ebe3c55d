package wiki

import (
	"context"

	"telko/wiki/client"
)

// Reader is what publishing asks of a wiki; *client.Client is one.
type Reader interface {
	// Page reads the page called title; one that does not exist is no error.
	Page(ctx context.Context, title string) (client.Page, error)
	// PageByID reads the page with an id, whatever it is called.
	PageByID(ctx context.Context, id int) (client.Page, error)
}

// Writer is everything that publishing changes. Live is the real one, DryRun
// only tells.
type Writer interface {
	// Create makes a page that must not exist.
	Create(ctx context.Context, title, text, summary string) (client.Saved, error)
	// Update saves text over base, a page as it was just read, and never over
	// anything newer.
	Update(ctx context.Context, base client.Page, text, summary string) (client.Saved, error)
	// Keep stores the base of a meeting.
	Keep(meeting string, b Base) error
}

// Live writes to the wiki and to the bases; to the wiki only where a base can
// be stored.
type Live struct {
	Wiki  *client.Client
	Bases *Bases
}

// Create implements Writer.
func (l *Live) Create(ctx context.Context, title, text, summary string) (client.Saved, error) {
	if err := l.Bases.Ready(); err != nil {
		return client.Saved{}, err
	}
	return l.Wiki.Create(ctx, title, text, summary)
}

// Recreate makes a page that somebody deleted.
func (l *Live) Recreate(ctx context.Context, title, text, summary string) (client.Saved, error) {
	if err := l.Bases.Ready(); err != nil {
		return client.Saved{}, err
	}
	return l.Wiki.Recreate(ctx, title, text, summary)
}

// Update implements Writer.
func (l *Live) Update(ctx context.Context, base client.Page, text, summary string) (client.Saved, error) {
	if err := l.Bases.Ready(); err != nil {
		return client.Saved{}, err
	}
	return l.Wiki.Update(ctx, base, text, summary)
}

// Keep implements Writer.
func (l *Live) Keep(meeting string, b Base) error { return l.Bases.Put(meeting, b) }

// DryRun writes nothing: it answers as a wiki would that saved what it was sent.
type DryRun struct{}

// Create implements Writer.
func (DryRun) Create(_ context.Context, title, text, summary string) (client.Saved, error) {
	return client.Saved{Page: client.Page{Title: title, Text: client.AsSaved(text), Comment: summary}}, nil
}

// Update implements Writer. A page that asks all bots to stay away is left
// alone here too; which account telko is it does not know.
func (DryRun) Update(_ context.Context, base client.Page, text, summary string) (client.Saved, error) {
	if client.Excludes(base.Text, "") {
		return client.Saved{}, &client.Error{Kind: client.Excluded, Op: "update", Title: base.Title}
	}
	after := base
	after.Text, after.Comment = client.AsSaved(text), summary
	return client.Saved{Page: after}, nil
}

// Keep implements Writer.
func (DryRun) Keep(string, Base) error { return nil }
