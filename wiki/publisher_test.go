package wiki

import (
	"context"

	"telko/minutes"
)

// Publisher publishes minutes to one wiki that are in nobody's workspace: the
// page's half of a sync by itself.
type Publisher struct {
	Reader  Reader
	Writer  Writer
	Bases   *Bases
	Version string // of telko, for summaries
}

// Publish brings the page of p up to date with p; what was edited on the wiki
// elsewhere stays there.
func (pub *Publisher) Publish(ctx context.Context, p minutes.Public, o PageOptions) (Result, error) {
	j := &job{
		reader: pub.Reader, writer: pub.Writer, bases: pub.Bases, version: pub.Version,
		p: p, o: o, so: SyncOptions{Publish: true, Drafts: true},
	}
	return j.run(ctx)
}
