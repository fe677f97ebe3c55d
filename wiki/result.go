package wiki

import "github.com/rogpeppe/go-internal/diff"

// Outcome says what became of a page.
type Outcome string

// The outcomes.
const (
	Unchanged Outcome = "unchanged" // the page says what it shall say
	Created   Outcome = "created"
	Updated   Outcome = "updated"
	Adopted   Outcome = "adopted" // the page was there already, and is the meeting's from now on
	Skipped   Outcome = "skipped" // nothing to do with a wiki yet: see Result.Left
	Failed    Outcome = "failed"  // see Result.Err
)

// Result is what became of one meeting.
type Result struct {
	Meeting     string
	Outcome     Outcome // of the page
	Title       string  // of the page, as it is called now
	MovedFrom   string  // the title before, if the page was moved on the wiki
	URL         string
	Revision    int    // 0 in a dry run that would create the page
	Diff        string // unified, of the wikitext; "" if nothing changed
	WikiChanged bool   // the wiki's people changed something that is not in the file
	Merged      bool   // somebody edited elsewhere on the page at the same moment; both are there

	Pulled   bool   // the wiki's changes are in the file, or would be
	FileDiff string // unified, of the file's public text; "" if nothing was pulled
	// Left says why the page was not written though there was something to
	// write, or not looked at; "" if that is not so.
	Left Reason
	Err  error // what went wrong; a *ConflictError if a person must decide
}

// unified returns the unified diff of a text.
func unified(title, before, after string) string {
	return string(diff.Diff(title, ended(before), title, ended(after)))
}

// ended returns text with a line end behind its last line.
func ended(text string) []byte {
	if text == "" {
		return nil
	}
	return []byte(text + "\n")
}
