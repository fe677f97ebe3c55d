package wiki

import (
	"context"
	"iter"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/tasks"
	"telko/wiki/client"
)

// Desk is where the minutes of a workspace meet the pages of a wiki: it tells
// what differs, and brings what people changed on one side to the other. Make
// one with OpenDesk.
//
// Nothing that a person wrote is overwritten on either side. Where both changed
// one block, nothing is written and the error is a *ConflictError.
type Desk struct {
	Workspace *archive.Workspace // settings, roster and clock
	Files     Files              // the meetings' files; the workspace's, unless a test stands in between
	Wiki      Wiki               // reads
	Writer    Writer             // changes pages and bases
	Bases     *Bases
	Version   string // of telko, for summaries

	// What was read of workspace and wiki during a run.
	meetings     []archive.Ref
	taskMeetings map[tasks.ID]string
	taskPages    map[string]string
	deleted      map[string]client.Event
	named        map[string][]string // meetings, by the page that they name
}

// OpenDesk returns the desk of ws and the wiki that c talks to. What was seen
// of the wiki is kept below the folder state, which is the workspace's own. A
// desk that was opened writes; SyncOptions.DryRun does not.
func OpenDesk(ws *archive.Workspace, c *client.Client, state, version string) *Desk {
	bases := OpenBases(state, ws.Settings().Wiki.API)
	var w Writer = &Live{Wiki: c, Bases: bases}
	if ws.Settings().Wiki.LogOnly {
		w = logOnly{w}
	}
	return &Desk{Workspace: ws, Files: ws, Wiki: c, Writer: w, Bases: bases, Version: version}
}

// Files is what a desk asks of a workspace's files; *archive.Workspace is one.
type Files interface {
	Meetings() ([]archive.Ref, error)
	Load(ref archive.Ref) (*minutes.File, error)
	LoadPrivate(ref archive.Ref) (*minutes.File, error)
	// Edit changes a public file, as archive.Workspace.Edit does.
	Edit(ref archive.Ref, fn func(old []byte) ([]byte, error)) (changed bool, err error)
}

// Wiki is what a desk asks of a wiki; *client.Client is one.
type Wiki interface {
	Reader
	// Looks returns pages without their texts, by their ids.
	Looks(ctx context.Context, ids []int, under ...string) (map[int]client.Look, error)
	LooksByTitle(ctx context.Context, titles []string) (map[string]client.Look, error)
	// Pages returns pages with their texts, by their ids.
	Pages(ctx context.Context, ids []int) (map[int]client.Page, error)
	// Texts returns revisions with their texts, by their numbers.
	Texts(ctx context.Context, revisions []int) (map[int]client.Page, error)
	// History yields the revisions of a page, newest first.
	History(ctx context.Context, page int) iter.Seq2[client.Version, error]
	// Fate returns what happened to a page as a whole.
	Fate(ctx context.Context, page int, title string) ([]client.Event, error)
	// Deletions returns what was deleted lately, or moved away, by title.
	Deletions(ctx context.Context) (map[string]client.Event, error)
}

// SyncOptions say what Sync may do. With neither Pull nor Publish it does
// nothing.
type SyncOptions struct {
	Pull    bool // what the wiki's people changed goes into the files
	Publish bool // what the files say goes to the wiki
	DryRun  bool // nothing is written anywhere; the results tell what would be
	Accept  bool // pulls that were held (ReasonHeld) are done
	// Drafts also publishes drafts that are not on the wiki yet, as
	// `telko publish` does; sync waits until somebody asked for it.
	Drafts bool
	// Also lists statuses (agenda, live) that are published as if they had
	// ended.
	Also []minutes.Status
	// Withdrawn goes on where a topic that was published is private now
	// (ReasonWithdrawn); the page's history still holds it.
	Withdrawn bool
}

// AdoptOptions say what becomes of a page that telko does not know, or cannot
// go on with by itself.
type AdoptOptions struct {
	// Take says whose text counts where page and file differ. With neither,
	// they must be equal; else the error is a *ConflictError with the diff.
	Take   Taking
	DryRun bool
}

// Taking is whose text counts.
type Taking uint8

// What Adopt can take.
const (
	TakeNeither Taking = iota
	TakeFile           // the page gets what the file says; a page that was deleted is made anew
	TakePage           // the file gets what the page says
)
