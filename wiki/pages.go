package wiki

import (
	"context"
	"iter"
	"regexp"
	"slices"
	"strings"
	"sync"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks/when"
	"telko/wiki/client"
)

// The marks around what telko keeps on pages of its own.
const (
	indexMark   = "telko:index"
	tasksMark   = "telko:tasks"
	motionsMark = "telko:motions"
)

// PagesWiki is what telko's own pages ask of a wiki; *client.Client is one.
type PagesWiki interface {
	Reader
	LooksByTitle(ctx context.Context, titles []string) (map[string]client.Look, error)
	History(ctx context.Context, id int) iter.Seq2[client.Version, error]
	Texts(ctx context.Context, revisions []int) (map[int]client.Page, error)
	Deletion(ctx context.Context, title string) (client.Event, bool, error)
	Create(ctx context.Context, title, text, summary string) (client.Saved, error)
	CreateAs(ctx context.Context, title, model, text, summary string) (client.Saved, error)
	Update(ctx context.Context, base client.Page, text, summary string) (client.Saved, error)
}

// Pages keeps telko's own pages on one wiki: lists between two comment marks,
// and the log. Every field is required but Version and DryRun.
type Pages struct {
	Wiki    PagesWiki
	States  *PageStates
	Version string // of telko, for summaries
	Lang    lang.Lang
	Today   when.Date // in the team's time zone
	DryRun  bool      // nothing is written, neither on the wiki nor here
	// ReadOnly takes up what people did, and leaves the wiki as it is.
	ReadOnly bool
}

// PageResult is what keeping one page came to.
type PageResult struct {
	Title   string // as the page is called now
	Outcome Outcome
	Diff    string   // unified, of the wikitext; "" if nothing changed
	Moved   []string // lines that people wrote into the list, and that stand below it now
}

// list is a page with a list between two marks.
type list struct {
	title   string
	mark    string
	intro   lang.Text // of a new page, above the list
	summary lang.Text // takes version and tag
	text    string    // between the marks, as far as is known without the page
	// build returns what stands between the marks, after taking up what people
	// did on the page. nil: the text.
	build func(ctx context.Context, page client.Page) (string, error)
	// strays returns what between the marks is a person's, as lines. last is what
	// this telko wrote there last, "" if that is not known; since is what any
	// telko wrote there before a person edited it, "" if nobody did.
	strays func(inside, last, since string) []string
}

// put brings a page's list up to date. look is what the page is like now.
func (k *Pages) put(ctx context.Context, l list, look client.Look) (PageResult, error) {
	known, ok := k.States.Get(l.title)
	if ok && known.ID == look.ID && known.Revision == look.Revision && (known.Text == l.text || k.ReadOnly) ||
		k.ReadOnly && (look.Missing() || l.build == nil) {
		return PageResult{Title: look.Title, Outcome: Unchanged}, nil
	}
	merged := false
	for try := 1; ; try++ {
		page, err := k.read(ctx, l.title, l.mark, "wikitext")
		if err != nil {
			return PageResult{}, Explain(err)
		}
		r, again, err := k.putOn(ctx, l, page, merged)
		merged = again
		if err == nil && again || err != nil && raced(err) {
			if try < tries {
				continue
			}
		}
		return r, Explain(err)
	}
}

// putOn looks and acts once. again says that the wiki merged somebody's edit
// with ours, which is still to be looked at; merged, that it did the last time.
func (k *Pages) putOn(ctx context.Context, l list, page client.Page, merged bool) (r PageResult, again bool, err error) {
	r = PageResult{Title: page.Title, Outcome: Unchanged}
	if page.Missing() && k.ReadOnly {
		return r, false, nil
	}
	if page.Missing() {
		return k.create(ctx, l)
	}
	before, inside, after, ok := region(page.Text, l.mark)
	if !ok || cutsTable(inside, after) {
		return r, false, &ConflictError{
			Title: page.Title, Reason: ReasonMarks, Page: page,
			err: lang.E(lang.ListNoMarks, page.Title, l.mark).Hint(lang.ListNoMarksHint),
		}
	}
	if l.build != nil {
		if l.text, err = l.build(ctx, page); err != nil {
			return r, false, err
		}
	}
	text := before + "\n" + l.text + "\n" + after
	known, _ := k.States.Get(l.title)
	if k.ReadOnly {
		return r, false, k.remember(l.title, PageState{ID: page.ID, Revision: page.Revision, Text: known.Text})
	}
	since := ""
	switch {
	case merged:
		since = known.Text
	case l.build == nil && page.Revision != known.Revision && !isOwn(page.Comment):
		if since, err = k.lastWritten(ctx, page, l.mark); err != nil {
			return r, false, err
		}
	}
	if r.Moved = l.strays(inside, known.Text, since); len(r.Moved) > 0 { // a person's words are not lost
		mark := "<!-- /" + l.mark + " -->"
		text = before + "\n" + l.text + "\n" + mark + "\n" + strings.Join(r.Moved, "\n") + strings.TrimPrefix(after, mark)
	}
	text = client.AsSaved(text)
	state := PageState{ID: page.ID, Revision: page.Revision, Text: l.text}
	if text == client.AsSaved(page.Text) {
		return r, false, k.remember(l.title, state)
	}
	r.Outcome, r.Diff = Updated, unified(page.Title, page.Text, text)
	if k.DryRun {
		return r, false, nil
	}
	saved, err := k.Wiki.Update(ctx, page, text, k.summary(l))
	if err != nil {
		return r, false, err
	}
	if !saved.Merged {
		state.Revision = saved.Page.Revision // all before it was read
	}
	if err := k.remember(l.title, state); err != nil {
		return r, false, err
	}
	if saved.Excluded { // it could not be seen before, and is not written again
		return r, false, &client.Error{Kind: client.Excluded, Op: "update", Title: page.Title}
	}
	return r, saved.Merged, nil
}

// lastWritten returns what a telko wrote last between the marks of a page that
// somebody edited since, on whatever machine; "" if the wiki does not say.
func (k *Pages) lastWritten(ctx context.Context, page client.Page, mark string) (string, error) {
	depth := 0
	for v, err := range k.Wiki.History(ctx, page.ID) {
		if err != nil {
			return "", err
		}
		if depth++; depth > searchDepth {
			break
		}
		if !isOwn(v.Comment) {
			continue
		}
		texts, err := k.Wiki.Texts(ctx, []int{v.Revision})
		if err != nil {
			return "", err
		}
		if _, inside, _, ok := region(texts[v.Revision].Text, mark); ok {
			return inside, nil
		}
		break
	}
	return "", nil
}

func (k *Pages) create(ctx context.Context, l list) (r PageResult, again bool, err error) {
	text := l.intro.In(k.Lang) + "\n\n" + marked(l.mark, l.text)
	r = PageResult{Title: l.title, Outcome: Created, Diff: unified(l.title, "", text)}
	if k.DryRun {
		return r, false, nil
	}
	saved, err := k.Wiki.Create(ctx, l.title, text, k.summary(l))
	if err != nil {
		return r, false, err
	}
	r.Title = saved.Page.Title
	return r, false, k.remember(l.title, PageState{ID: saved.Page.ID, Revision: saved.Page.Revision, Text: l.text})
}

// remember stores what was seen of a page, unless nothing is to be changed.
func (k *Pages) remember(title string, s PageState) error {
	if k.DryRun {
		return nil
	}
	return k.States.Put(title, s)
}

func (k *Pages) summary(l list) string {
	return l.summary.In(k.Lang, k.Version, Tag([]byte(l.text)))
}

// read reads a page of telko's own, wherever it was moved to. One that telko
// knows and that was deleted, a redirect that it does not know, and a page of
// another content model are for a person to decide. mark is what is around the
// list on it; a page of text has none.
func (k *Pages) read(ctx context.Context, title, mark, model string) (client.Page, error) {
	page, err := k.Wiki.Page(ctx, title)
	if err != nil {
		return page, err
	}
	known, ok := k.States.Get(title)
	if ok && (page.Missing() || page.Redirect) {
		moved, err := k.Wiki.PageByID(ctx, known.ID)
		if err != nil {
			return page, err
		}
		if !moved.Missing() && !moved.Redirect {
			page = moved
		}
	}
	deleted := page.Missing() && ok
	if page.Missing() && !ok {
		if _, deleted, err = k.Wiki.Deletion(ctx, title); err != nil {
			return page, err
		}
	}
	conflict := func(r Reason, e *lang.Error) (client.Page, error) {
		return page, &ConflictError{Title: title, Reason: r, Page: page, err: e}
	}
	switch {
	case deleted:
		e := lang.E(lang.ListDeleted, title).Hint(lang.ListDeletedHint, mark)
		if model == "text" { // it has no marks
			e = e.Hint(lang.TextDeletedHint)
		}
		return conflict(ReasonDeleted, e)
	case page.Missing():
	case page.Redirect:
		return conflict(ReasonRedirect, lang.E(lang.ListRedirect, title).Hint(lang.ListRedirectHint))
	case page.Model != model:
		return conflict(ReasonModel, lang.E(lang.ListModel, title, model).Hint(lang.ListModelHint))
	}
	return page, nil
}

var ownSummary = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^telko .*\[telko:[0-9a-f]{12}\]$`)
})

// isOwn reports whether an edit with this summary is telko's, on whatever
// machine: its changes are no person's.
func isOwn(comment string) bool { return ownSummary().MatchString(comment) }

// Entry is a meeting as the lists know it: its public minutes, and where they
// are on the wiki.
type Entry struct {
	Minutes minutes.Public
	Page    string // title on the wiki as it is called now; "" if it has none
	OnWiki  bool   // the page is known to exist
}

// newest sorts entries by their day, the newest first.
func newest(es []Entry) []Entry {
	out := slices.Clone(es)
	slices.SortStableFunc(out, func(a, b Entry) int { return strings.Compare(b.Minutes.ID(), a.Minutes.ID()) })
	return out
}
