package wiki

import (
	"context"

	"telko/minutes/lang"
	"telko/wiki/client"
)

// logOnly is the Writer of a workspace that writes no page but the log: what
// others publish it keeps in mind, and changes nothing of it.
type logOnly struct{ Writer }

// Create implements Writer.
func (logOnly) Create(_ context.Context, title, _, _ string) (client.Saved, error) {
	return client.Saved{}, writesLog("create", title)
}

// Update implements Writer.
func (logOnly) Update(_ context.Context, base client.Page, _, _ string) (client.Saved, error) {
	return client.Saved{}, writesLog("update", base.Title)
}

func writesLog(op, title string) error {
	return lang.E(lang.CloneWritesLog).Hint(lang.CloneWritesHint).Because(&client.Error{Kind: client.Protected, Op: op, Title: title})
}
