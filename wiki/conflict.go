package wiki

import (
	"errors"
	"strings"

	"telko/minutes/lang"
	"telko/tasks/when"
	"telko/wiki/client"
	"telko/wiki/wikitext"
)

// ConflictError says why nothing was written: a person must decide.
type ConflictError struct {
	Meeting, Title string
	Reason         Reason
	Page           client.Page // as it is now; missing if it was deleted
	Base           Base        // zero if there is none
	Diff           string      // from what telko knew, or would write, to the page as it is now
	// Conflicts are the blocks that both sides changed (ReasonEdited).
	Conflicts []wikitext.Conflict
	// Titles are those of the topics that are private now (ReasonWithdrawn); none
	// if it is single lines.
	Titles []string
	// Gone says who deleted the page, if that is known (ReasonDeleted).
	Gone *client.Event
	err  *lang.Error
}

// Reason says what kind of conflict it is.
type Reason string

// The reasons of conflicts.
const (
	ReasonEdited   Reason = "edited"   // page and file were edited, and some blocks on both sides
	ReasonExists   Reason = "exists"   // the page exists, and telko does not know it
	ReasonTaken    Reason = "taken"    // the page is another meeting's
	ReasonDeleted  Reason = "deleted"  // the page was deleted on the wiki
	ReasonSetBack  Reason = "set back" // the wiki was set back to an older state
	ReasonRedirect Reason = "redirect" // the page is a redirect
	ReasonMoved    Reason = "moved"    // the page was moved, and this machine has not seen it
	ReasonModel    Reason = "model"    // the page is no wikitext
	// ReasonElsewhere: the minutes name another page than the one they were
	// published to, which is still there.
	ReasonElsewhere Reason = "elsewhere"
	ReasonHeld      Reason = "held"      // the wiki took out so much that somebody should look first
	ReasonApproved  Reason = "approved"  // the minutes are approved, and their text was edited on the wiki
	ReasonWithdrawn Reason = "withdrawn" // a topic that was published is private now
	ReasonEmptied   Reason = "emptied"   // the file has no text any more, the page does
	ReasonMarkers   Reason = "markers"   // the text has conflict marks in it
	ReasonUnclear   Reason = "unclear"   // an edit cannot be carried from one side to the other
	ReasonPrivate   Reason = "private"   // what the wiki says must not be published from here
	ReasonMarks     Reason = "marks"     // the marks around what telko keeps on a page are damaged, or not there
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

// clash is what a conflict is about, beside its reason.
type clash struct {
	conflicts []wikitext.Conflict
	stale     bool // the choices were made for another dispute
	held      *holding
	titles    []string
	lines     int
	gone      *client.Event
	cause     error
	other     string // the meeting whose page it is
	theirs    bool   // the marks of a conflict are the page's
	replaced  bool   // the revision of the base is another one now
}

// conflict returns the error for a page as it was read.
func (j *job) conflict(r Reason, page client.Page) error {
	c := j.clash
	if j.clash = nil; c == nil {
		c = &clash{}
	}
	e := &ConflictError{
		Meeting: j.p.ID(), Title: page.Title, Reason: r, Page: page, Base: j.base,
		Conflicts: c.conflicts, Titles: c.titles, Gone: c.gone,
	}
	if e.Title == "" {
		e.Title = j.base.Title
	}
	sinceBase := func() { e.Diff = unified(e.Title, j.base.Wikitext, page.Text) }
	switch r {
	case ReasonEdited:
		e.err = lang.E(lang.WikiEdited, e.Title, page.User, page.Revision, len(c.conflicts)).Hint(lang.WikiEditedHint, e.Meeting)
		if c.stale {
			e.err = lang.E(lang.WikiStale, e.Title).Hint(lang.WikiStaleHint, e.Meeting)
		}
		sinceBase()
	case ReasonHeld:
		e.err = lang.E(lang.WikiHeld, e.Title, page.User, page.Revision, c.held.in(j.p.Lang())).Hint(lang.WikiHeldHint, e.Meeting)
		sinceBase()
	case ReasonApproved:
		e.err = lang.E(lang.WikiApproved, e.Title, page.User, page.Revision).Hint(lang.WikiApprovedHint, e.Meeting)
		sinceBase()
	case ReasonUnclear:
		line, text := 0, ""
		var p *wikitext.PatchError
		if errors.As(c.cause, &p) {
			line, text = p.Line, p.Text
		}
		e.err = lang.E(lang.WikiUnclear, e.Title, line, text).Hint(lang.WikiUnclearHint, e.Meeting).Because(c.cause)
		sinceBase()
	case ReasonPrivate:
		e.err = lang.E(lang.WikiPrivate, e.Title, page.User, page.Revision, c.cause).Hint(lang.WikiPrivateHint)
		sinceBase()
	case ReasonMarkers:
		e.err = lang.E(lang.WikiMarkers, e.Meeting).Hint(lang.WikiMarkersHint)
		if c.theirs {
			e.err = lang.E(lang.WikiMarkersTheirs, e.Title, page.User, page.Revision).Hint(lang.WikiMarkersTheirsHint)
			sinceBase()
		}
	case ReasonWithdrawn:
		e.err = lang.E(lang.WikiWithdrawn, e.Title, strings.Join(c.titles, ", "))
		if len(c.titles) == 0 {
			e.err = lang.E(lang.WikiWithdrawnLines, e.Title, c.lines)
		}
		e.err.Hint(lang.WikiWithdrawnHint, e.Meeting)
		if log := j.logPage(); log != "" {
			e.err.Hint(lang.WikiWithdrawnLogHint, e.Meeting, log)
		}
	case ReasonExists:
		e.err = lang.E(lang.WikiExists, e.Title).Hint(lang.WikiExistsHint, e.Meeting)
		e.Diff = unified(e.Title, page.Text, Page(j.p, j.o))
	case ReasonTaken:
		e.err = lang.E(lang.WikiTaken, e.Title, c.other).Hint(lang.WikiTakenHint, e.Meeting)
	case ReasonDeleted:
		e.err = lang.E(lang.WikiDeleted, e.Title).Hint(lang.WikiDeletedHint, e.Meeting)
		if g := c.gone; g != nil && g.User != "" {
			e.err = lang.E(lang.WikiDeletedBy, e.Title, g.User, day(when.Of(g.Time), j.p.Lang()), g.Comment).Hint(lang.WikiDeletedHint, e.Meeting)
		}
	case ReasonSetBack:
		said := lang.WikiSetBack
		if c.replaced {
			said = lang.WikiReplaced
		}
		e.err = lang.E(said, e.Title, page.Revision, j.base.Revision).Hint(lang.WikiSetBackHint, e.Meeting)
		sinceBase()
	case ReasonEmptied:
		e.err = lang.E(lang.WikiEmptied, e.Meeting, e.Title).Hint(lang.WikiEmptiedHint, e.Meeting)
	case ReasonRedirect:
		e.err = lang.E(lang.WikiRedirect, e.Title).Hint(lang.WikiRedirectHint)
		if to := redirectTarget(page.Text); to != "" {
			e.err = lang.E(lang.WikiRedirectTo, e.Title, to).Hint(lang.WikiRedirectToHint, to)
		}
	case ReasonMoved:
		e.err = lang.E(lang.WikiMovedAway, e.Title, c.gone.To, c.gone.User).Hint(lang.WikiMovedAwayHint, e.Meeting, c.gone.To)
	case ReasonElsewhere:
		e.err = lang.E(lang.WikiElsewhere, e.Meeting, j.p.Meeting().Page, e.Title).Hint(lang.WikiElsewhereHint)
	case ReasonModel:
		e.err = lang.E(lang.WikiModel, e.Title).Hint(lang.WikiModelHint)
	}
	return e
}

// redirectTarget returns the page that a redirect leads to, "" if it cannot be
// told.
func redirectTarget(text string) string {
	_, rest, _ := strings.Cut(text, "[[")
	to, _, closed := strings.Cut(rest, "]]")
	to, _, _ = strings.Cut(to, "|")
	to, _, _ = strings.Cut(to, "#")
	if !closed || strings.ContainsAny(to, "\n<>[]{}") {
		return ""
	}
	return strings.TrimPrefix(strings.TrimSpace(to), ":")
}
