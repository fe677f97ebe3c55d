package wiki

import (
	"telko/minutes/archive"
	"telko/wiki/client"
	"telko/wiki/wikitext"
)

// State says how a meeting's file and its page stand to each other.
type State string

// The states of Standing.
const (
	StateSame      State = "same"    // nothing to do
	StateFile      State = "file"    // the file changed since they were last the same
	StateWiki      State = "wiki"    // the page changed since
	StateBoth      State = "both"    // both changed since
	StateNew       State = "new"     // there is no such page yet
	StateUnknown   State = "unknown" // there is a page, and telko does not know it yet
	StateDeleted   State = "deleted" // the page was deleted
	StateSetBack   State = "set back"
	StateSkipped   State = "skipped"   // an agenda, a telco that goes on, a draft that nobody published; or no page is named
	StateUnread    State = "unread"    // the file cannot be read, or must not be published: see Err
	StateElsewhere State = "elsewhere" // the minutes name another page than the one they were published to
)

// Standing is how a meeting's file and its page stand to each other, as far as
// can be told without reading the page.
type Standing struct {
	Ref      archive.Ref
	State    State
	Title    string // of the page, as it is called now, or as the minutes name it
	Before   string // the title before, if the page was moved on the wiki
	URL      string
	Revision int   // the page's latest, 0 if there is none
	Err      error // for StateUnread
}

// Difference is what a sync of one meeting would change, either way.
type Difference struct {
	Ref   archive.Ref
	Title string
	File  string // unified, of the file's public text; "" if the file would stay
	Page  string // unified, of the wikitext; "" if the page would stay
	// Err is what keeps a sync from doing it, such as a *ConflictError; then
	// File is what the wiki changed since the base, and Page what the file did.
	Err error
}

// Dispute is what a person has to decide about one meeting.
type Dispute struct {
	Ref  archive.Ref
	Page client.Page // as it is now
	Base Base
	// Reason is ReasonEdited if blocks are contested; everything else is for
	// Adopt. "" says that there is nothing to decide.
	Reason    Reason
	Contested []Contested
	Err       error // the conflict; nil if there is none
	// State tells this dispute from a later one: Resolve refuses choices that
	// were made for another.
	State string
}

// Contested is a block that both sides changed. Ours is the file's.
type Contested struct {
	wikitext.Conflict
	// By are the revisions on the wiki that changed it, newest first; all
	// since the base, if that cannot be told.
	By []client.Version
}

// ResolveOptions belong to choices.
type ResolveOptions struct {
	State  string // of the Dispute that the choices are for; "" for whatever it is now
	DryRun bool
}
