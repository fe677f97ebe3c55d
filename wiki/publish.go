package wiki

import (
	"context"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/wiki/client"
)

// Reader is what publishing asks of a wiki; *client.Client is one.
type Reader interface {
	Page(ctx context.Context, title string) (client.Page, error)
	PageByID(ctx context.Context, id int) (client.Page, error)
}

// Writer is everything that publishing changes. Live is the real one, DryRun
// only tells.
type Writer interface {
	Create(ctx context.Context, title, text, summary string) (client.Saved, error)
	Update(ctx context.Context, base client.Page, text, summary string) (client.Saved, error)
	Keep(meeting string, b Base) error
}

// Live writes to the wiki and to the bases.
type Live struct {
	Wiki  *client.Client
	Bases *Bases
}

// DryRun writes nothing.
type DryRun struct{}

// Publisher publishes meetings.
type Publisher struct {
	Reader  Reader
	Writer  Writer
	Bases   *Bases
	Version string // of telko, for summaries
}

// Outcome says what publishing a meeting did.
type Outcome string

// The outcomes of publishing.
const (
	Unchanged Outcome = "unchanged" // neither file nor page needed anything
	Created   Outcome = "created"
	Updated   Outcome = "updated"
	Adopted   Outcome = "adopted" // the page was there, with just this text
)

// Result is what publishing one meeting came to.
type Result struct {
	Outcome     Outcome
	Title       string // of the page, as it is called now
	MovedFrom   string // the title before, if the page was moved on the wiki
	URL         string
	Revision    int
	Diff        string // unified, of the wikitext; "" if nothing changed
	WikiChanged bool   // the page was edited on the wiki since; nothing of it was touched
	Merged      bool   // somebody edited elsewhere on the page at the same moment; both are there
}

// Publish brings the page of p up to date with p.
func (pub *Publisher) Publish(ctx context.Context, p minutes.Public, o PageOptions) (Result, error) {
	return Result{}, nil
}

// ConflictError says why a page was not written: exit code 3.
type ConflictError struct {
	Meeting, Title string
	Reason         Reason
	Page           client.Page // as it is now
	Base           Base
	Diff           string // from the base to the page as it is now
	err            *lang.Error
}

// Reason says what kind of conflict it is.
type Reason string

// The reasons of conflicts.
const (
	ReasonEdited   Reason = "edited"   // the page was edited on the wiki since the base, and the file too
	ReasonExists   Reason = "exists"   // the page exists, and telko does not know it
	ReasonDeleted  Reason = "deleted"  // the page was deleted on the wiki
	ReasonSetBack  Reason = "set back" // the wiki was set back to an older state
	ReasonRedirect Reason = "redirect" // the page is a redirect
)

// Error implements error.
func (e *ConflictError) Error() string { return e.err.Error() }

// Unwrap returns the localised error, with its hint.
func (e *ConflictError) Unwrap() error { return e.err }
