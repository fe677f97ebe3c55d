package wiki

import (
	"context"
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
	"telko/wiki/client"
	"telko/wiki/wikitext"
)

// job is bringing the file and the page of one meeting together.
type job struct {
	reader  Reader
	wiki    Wiki // as reader, with histories; nil if they cannot be asked for
	writer  Writer
	bases   *Bases
	version string
	desk    *Desk // nil: there is only p, which is published

	ref    archive.Ref
	so     SyncOptions
	o      PageOptions
	choose []wikitext.Choice // for contested blocks
	state  string            // that choose is for
	take   Taking            // of Adopt
	adopt  bool
	page   *client.Page // as it was read before with others; nil once that is used
	url    string       // of a page that is not there yet
	was    seenBefore   // the base's revision, as it was read with others

	file     *minutes.File // as it was read; nil without a desk
	p        minutes.Public
	markdown string // of p
	base     Base
	known    bool // there is a base
	found    bool // it was found in the page's history
	clash    *clash
}

// tries is how often an edit is tried again that met another one, or a null
// edit or a protection.
const tries = 3

// raced reports whether err says that page or file changed between our look and
// our edit, so that another look is worth it.
func raced(err error) bool {
	var e *client.Error
	if errors.As(err, &e) {
		return e.Kind == client.Conflict || e.Kind == client.Exists || e.Kind == client.Deleted
	}
	return errors.Is(err, archive.ErrChanged)
}

// run looks and acts until nobody comes in between.
func (j *job) run(ctx context.Context) (Result, error) {
	var all Result
	for try := 1; ; try++ {
		r, err := j.once(ctx)
		r = all.with(r)
		again := err != nil && raced(err) || err == nil && r.Merged && r.WikiChanged && j.so.Pull
		if !again || try == tries || ctx.Err() != nil {
			return r, Explain(err)
		}
		all, j.page = r, nil
	}
}

// with returns what r adds to what was done before.
func (r Result) with(next Result) Result {
	if r.Outcome == Created || r.Outcome == Updated || r.Outcome == Adopted {
		if next.Outcome == Unchanged || next.Outcome == "" {
			next.Outcome = r.Outcome
		}
	}
	next.Pulled = next.Pulled || r.Pulled
	next.Diff = r.Diff + next.Diff
	next.FileDiff = r.FileDiff + next.FileDiff
	next.Merged = next.Merged || r.Merged
	if next.Left == "" {
		next.Left = r.Left
	}
	return next
}

// once looks and acts once.
func (j *job) once(ctx context.Context) (Result, error) {
	if err := j.load(); err != nil {
		return Result{}, err
	}
	if !j.known {
		return j.begin(ctx)
	}
	page, err := j.read(ctx)
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
	j.known, j.base = false, Base{}
	return j.begin(ctx)
}

// load reads the file and the base.
func (j *job) load() error {
	if j.desk != nil {
		f, err := j.desk.Files.Load(j.ref)
		if err != nil {
			return err
		}
		if j.file, err = f, j.desk.ended(f, j.so); err != nil {
			return err
		}
		if j.p, err = j.desk.public(f); err != nil {
			return err
		}
		if j.so.Publish && lacksIDs(j.p) {
			if err := j.mint(); err != nil {
				return err
			}
		}
	}
	j.markdown = string(j.p.Markdown())
	var err error
	j.base, j.known, err = j.bases.Get(j.p.ID())
	if err != nil {
		return err
	}
	if j.p.Meeting().Imported != "" {
		j.o.After = "" // an imported page has no such link
	}
	return nil
}

// mint gives ids to the lines of a file that somebody wrote by hand, so that the
// page has them; a dry run shows which. A telco that goes on has a file that is written all the time.
func (j *job) mint() error {
	if !j.p.Meeting().Status.Held() {
		return nil
	}
	if j.so.DryRun {
		src, err := j.desk.Workspace.Numbered(j.ref)
		if err != nil {
			return err
		}
		if j.file, err = j.desk.parse(j.ref, src); err != nil {
			return err
		}
		j.p, err = j.desk.public(j.file)
		return err
	}
	changed, err := j.desk.Files.Edit(j.ref, func(old []byte) ([]byte, error) { return old, nil })
	if err != nil || !changed {
		return err
	}
	if j.file, err = j.desk.Files.Load(j.ref); err != nil {
		return err
	}
	j.p, err = j.desk.public(j.file)
	return err
}

// lacksIDs reports whether a task or a motion has no id yet.
func lacksIDs(p minutes.Public) bool {
	m := p.Meeting()
	return slices.ContainsFunc(m.Tasks, func(t tasks.Task) bool { return t.ID == "" }) ||
		slices.ContainsFunc(m.Motions, func(mo *motions.Motion) bool { return mo.ID == "" })
}

// read reads the page that the base tells of.
func (j *job) read(ctx context.Context) (client.Page, error) {
	if page := j.page; page != nil && page.ID == j.base.PageID {
		j.page = nil
		return *page, nil
	}
	return j.reader.PageByID(ctx, j.base.PageID)
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
	return slices.Contains(titleForms(written), title)
}

// titleForms returns what a wiki may make of a title as somebody wrote it: some
// wikis begin every title with a capital.
func titleForms(written string) []string {
	written = strings.Join(strings.FieldsFunc(norm.NFC.String(written), func(r rune) bool { return r == '_' || unicode.IsSpace(r) }), " ")
	first, size := utf8.DecodeRuneInString(written)
	return []string{written, string(unicode.ToUpper(first)) + written[size:]}
}

// shown returns what the page has beside the minutes: the link to the next telco
// is written once.
func (j *job) shown() (now, shall PageOptions) {
	now, shall = j.o, j.o
	now.After = j.base.After
	if j.base.After != "" {
		shall.After = j.base.After
	}
	return now, shall
}

// keep stores what was read after the edit as the new base.
func (j *job) keep(r *Result, b Base) error {
	if err := j.writer.Keep(j.p.ID(), b); err != nil {
		return lang.E(lang.WikiNotKept, b.Title, err).Hint(lang.WikiNoBasesHint)
	}
	if r.Title == "" {
		r.Title = b.Title
	}
	return nil
}

// baseOf returns a base of page with the Markdown that belongs to it.
func (j *job) baseOf(page client.Page, markdown, after string) Base {
	return Base{
		PageID: page.ID, Title: page.Title, Revision: page.Revision, Wikitext: page.Text,
		Page: j.p.Meeting().Page, Markdown: markdown, After: after,
	}
}

func (j *job) result(out Outcome, page client.Page) Result {
	r := Result{Meeting: j.p.ID(), Outcome: out, Title: page.Title, URL: page.URL, Revision: page.Revision}
	if j.known && !j.found && j.base.Title != page.Title {
		r.MovedFrom = j.base.Title
	}
	return r
}

// noPage is the error for minutes that name no page.
func (j *job) noPage() error {
	return lang.E(lang.WikiNoTitle, j.p.ID()).Hint(lang.WikiNoTitleHint)
}
