package wiki

import (
	"telko/minutes/lang"
	"telko/wiki/client"
)

// ConflictError says why a page was not written: a person must decide.
type ConflictError struct {
	Meeting, Title string
	Reason         Reason
	Page           client.Page // as it is now; missing if it was deleted
	Base           Base        // zero if there is none
	Diff           string      // from what telko knew, or would write, to the page as it is now
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
	ReasonModel    Reason = "model"    // the page is no wikitext
	// ReasonElsewhere: the minutes name another page than the one they were
	// published to, which is still there.
	ReasonElsewhere Reason = "elsewhere"
	ReasonHeld      Reason = "held"      // the wiki took out so much that somebody should look first
	ReasonApproved  Reason = "approved"  // the minutes are approved, and their text was edited on the wiki
	ReasonWithdrawn Reason = "withdrawn" // a topic that was published is private now
	ReasonMarkers   Reason = "markers"   // the text has conflict marks in it
	ReasonUnclear   Reason = "unclear"   // an edit cannot be carried from one side to the other
	ReasonPrivate   Reason = "private"   // what the wiki says must not be published from here
)

// What Result.Left says beside.
const (
	ReasonExcluded Reason = "nobots" // the page asks bots to stay away; it is read all the same
	ReasonNotEnded Reason = "status" // an agenda, or a telco that goes on
	ReasonDraft    Reason = "draft"  // a draft that nobody published yet
	ReasonNoPage   Reason = "page"   // the minutes name no page
)

// Error implements error.
func (e *ConflictError) Error() string { return e.err.Error() }

// In returns the message in l.
func (e *ConflictError) In(l lang.Lang) string { return e.err.In(l) }

// Unwrap returns the localised error, with its hint.
func (e *ConflictError) Unwrap() error { return e.err }

// conflict returns the error for a page as it was read.
func (j *job) conflict(r Reason, page client.Page) error {
	e := &ConflictError{Meeting: j.p.ID(), Title: page.Title, Reason: r, Page: page, Base: j.base}
	if e.Title == "" {
		e.Title = j.base.Title
	}
	switch r {
	case ReasonEdited:
		e.err = lang.E(lang.WikiEdited, e.Title, page.User, page.Revision).Hint(lang.WikiEditedHint)
		e.Diff = unified(e.Title, j.base.Wikitext, page.Text)
	case ReasonExists:
		e.err = lang.E(lang.WikiExists, e.Title).Hint(lang.WikiExistsHint)
		e.Diff = unified(e.Title, page.Text, j.text)
	case ReasonDeleted:
		e.err = lang.E(lang.WikiDeleted, e.Title).Hint(lang.WikiDeletedHint)
	case ReasonSetBack:
		e.err = lang.E(lang.WikiSetBack, e.Title, page.Revision, j.base.Revision).Hint(lang.WikiSetBackHint)
		e.Diff = unified(e.Title, j.base.Wikitext, page.Text)
	case ReasonRedirect:
		e.err = lang.E(lang.WikiRedirect, e.Title).Hint(lang.WikiRedirectHint)
	case ReasonElsewhere:
		e.err = lang.E(lang.WikiElsewhere, e.Meeting, j.p.Meeting().Page, e.Title).Hint(lang.WikiElsewhereHint)
	case ReasonModel:
		e.err = lang.E(lang.WikiModel, e.Title).Hint(lang.WikiModelHint)
	}
	return e
}
