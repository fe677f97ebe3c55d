package wiki

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/diff"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/wiki/client"
)

// Publisher publishes meetings to one wiki. Every field is required but
// Version.
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
	Unchanged Outcome = "unchanged" // the file says what it said, or the page says it already
	Created   Outcome = "created"
	Updated   Outcome = "updated"
	Adopted   Outcome = "adopted" // the page was there, with just this text
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
	WikiChanged bool   // the page was edited on the wiki since; nothing of it was touched
	Merged      bool   // somebody edited elsewhere on the page at the same moment; both are there

	Pulled   bool   // the wiki's changes are in the file, or would be
	FileDiff string // unified, of the file's public text; "" if nothing was pulled
	// Left says why the page was not written though there was something to
	// write, or not looked at; "" if that is not so.
	Left Reason
	Err  error // what went wrong; a *ConflictError if a person must decide
}

// tries is how often an edit is tried again that met another one without
// effect, as a null edit or a protection.
const tries = 3

// Publish brings the page of p up to date with p. The error is a *ConflictError
// if a person must decide; nothing is written then. An error of the wiki wraps
// a *client.Error.
func (pub *Publisher) Publish(ctx context.Context, p minutes.Public, o PageOptions) (Result, error) {
	j := &job{pub: pub, p: p, o: o, after: o.After, markdown: string(p.Markdown())}
	base, known, err := pub.Bases.Get(p.ID())
	if err != nil {
		return Result{}, err
	}
	j.base, j.known = base, known
	switch {
	case p.Meeting().Imported != "":
		j.o.After, j.after = "", "" // an imported page has no such link
	case base.After != "":
		j.o.After = base.After // written once, and left alone
	}
	j.text = Page(p, j.o)
	for try := 1; ; try++ {
		r, err := j.publish(ctx)
		if err == nil || try == tries || !raced(err) {
			return r, Explain(err)
		}
	}
}

// raced reports whether err says that the page changed between our look and
// our edit, so that another look is worth it.
func raced(err error) bool {
	var e *client.Error
	return errors.As(err, &e) && (e.Kind == client.Conflict || e.Kind == client.Exists || e.Kind == client.Deleted)
}

// job is the publishing of one meeting.
type job struct {
	pub      *Publisher
	p        minutes.Public
	o        PageOptions
	markdown string // what the file says
	text     string // what the page would say
	after    string // the page of the telco after, as it is now
	base     Base
	known    bool // there is a base
}

// publish looks and acts once.
func (j *job) publish(ctx context.Context) (Result, error) {
	if !j.known {
		return j.begin(ctx)
	}
	page, err := j.pub.Reader.PageByID(ctx, j.base.PageID)
	if err != nil {
		return Result{}, err
	}
	if !j.elsewhere(page) {
		return j.follow(ctx, page)
	}
	if !page.Missing() && !page.Redirect && page.Model == "wikitext" {
		return Result{}, j.conflict(ReasonElsewhere, page)
	}
	// What the base tells of is gone, and the minutes name another page.
	j.known, j.o.After = false, j.after
	j.text = Page(j.p, j.o)
	return j.begin(ctx)
}

// elsewhere reports whether the minutes name another page than they did when
// page was published, and page was not moved there.
func (j *job) elsewhere(page client.Page) bool {
	named := j.p.Meeting().Page
	return named != "" && j.base.Page != "" && named != j.base.Page && !sameTitle(named, page.Title)
}

// sameTitle reports whether a title as somebody wrote it is one as the wiki
// writes it.
func sameTitle(written, title string) bool {
	written = strings.Join(strings.FieldsFunc(written, func(r rune) bool { return r == '_' || unicode.IsSpace(r) }), " ")
	first, size := utf8.DecodeRuneInString(written)
	return written == title || string(unicode.ToUpper(first))+written[size:] == title
}

// begin publishes a meeting whose page telko has not seen yet.
func (j *job) begin(ctx context.Context) (Result, error) {
	title := j.p.Meeting().Page
	if title == "" {
		return Result{}, lang.E(lang.WikiNoTitle, j.p.ID()).Hint(lang.WikiNoTitleHint)
	}
	page, err := j.pub.Reader.Page(ctx, title)
	switch {
	case err != nil:
		return Result{}, err
	case page.Missing():
		saved, err := j.pub.Writer.Create(ctx, title, j.text, summary(j.p, j.pub.Version))
		if err != nil {
			return Result{}, err
		}
		return j.keep(Created, saved, "")
	case page.Redirect:
		return Result{}, j.conflict(ReasonRedirect, page)
	case page.Model != "wikitext":
		return Result{}, j.conflict(ReasonModel, page)
	case page.Text == j.text:
		return j.keep(Adopted, client.Saved{Page: page}, page.Text)
	}
	return Result{}, j.conflict(ReasonExists, page)
}

// follow publishes a meeting whose page telko knows, wherever it is now.
func (j *job) follow(ctx context.Context, page client.Page) (Result, error) {
	wikiChanged := page.Text != j.base.Wikitext
	// The link to the next telco waits while the page says something else.
	fileChanged := j.markdown != j.base.Markdown ||
		j.o.After != j.base.After && (!wikiChanged || page.Text == j.text)
	switch {
	case page.Missing():
		return Result{}, j.conflict(ReasonDeleted, page)
	case page.Revision < j.base.Revision,
		page.Revision == j.base.Revision && wikiChanged && !j.base.Merged:
		return Result{}, j.conflict(ReasonSetBack, page)
	case page.Model != "wikitext":
		return Result{}, j.conflict(ReasonModel, page)
	case !fileChanged:
		r := j.result(Unchanged, page)
		r.WikiChanged = wikiChanged
		return r, nil
	case page.Text == j.text: // both made the same change, or a run was killed before it kept the base
		return j.keep(Unchanged, client.Saved{Page: page}, page.Text)
	case wikiChanged && page.Redirect:
		return Result{}, j.conflict(ReasonRedirect, page)
	case wikiChanged:
		return Result{}, j.conflict(ReasonEdited, page)
	}
	saved, err := j.pub.Writer.Update(ctx, page, j.text, summary(j.p, j.pub.Version))
	if err != nil {
		return Result{}, err
	}
	return j.keep(Updated, saved, page.Text)
}

// keep stores what was read after the edit as the new base.
func (j *job) keep(out Outcome, saved client.Saved, before string) (Result, error) {
	page := saved.Page
	base := Base{
		PageID: page.ID, Title: page.Title, Revision: page.Revision, Wikitext: page.Text,
		Page: j.p.Meeting().Page, Markdown: j.markdown, After: j.o.After, Merged: saved.Merged,
	}
	if saved.Merged {
		// The other edit is not in the file yet: it must look like a change.
		base.Wikitext = j.text
	}
	r := j.result(out, page)
	r.Merged = saved.Merged
	if before != page.Text {
		r.Diff = unified(page.Title, before, page.Text)
	}
	if err := j.pub.Writer.Keep(j.p.ID(), base); err != nil {
		return r, fmt.Errorf("%q is published, but not what telko saw of it: %w", page.Title, err)
	}
	return r, nil
}

func (j *job) result(out Outcome, page client.Page) Result {
	r := Result{Outcome: out, Title: page.Title, URL: page.URL, Revision: page.Revision}
	if j.known && j.base.Title != page.Title {
		r.MovedFrom = j.base.Title
	}
	return r
}

// unified returns the unified diff of a page's text.
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

func httpStatus(status int) string { return fmt.Sprintf("HTTP %d", status) }
