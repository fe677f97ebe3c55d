package wiki

import (
	"context"
	"errors"
	"strings"

	"telko/minutes"
	"telko/wiki/client"
)

// begin deals with a meeting whose page this machine has not seen yet.
func (j *job) begin(ctx context.Context) (Result, error) {
	title := j.p.Meeting().Page
	if title == "" {
		return Result{Meeting: j.p.ID(), Outcome: Skipped, Left: ReasonNoPage}, j.noPage()
	}
	page, err := j.first(ctx, title)
	if err != nil {
		return Result{}, err
	}
	switch {
	case page.Missing():
		j.url = page.URL
		return j.create(ctx, title)
	case page.Redirect:
		return Result{}, j.conflict(ReasonRedirect, page)
	case page.Model != "wikitext":
		return Result{}, j.conflict(ReasonModel, page)
	}
	if other, err := j.desk.holder(j.ref, title, page.ID); err != nil {
		return Result{}, err
	} else if other != "" {
		j.clash = &clash{other: other}
		return Result{}, j.conflict(ReasonTaken, page)
	}
	if page.Text == client.AsSaved(Page(j.p, j.o)) || j.readsAs(page) {
		r := j.result(Adopted, page)
		return r, j.keep(&r, j.baseOf(page, j.markdown, j.o.After))
	}
	if j.adopt {
		return j.adopted(ctx, page)
	}
	base, ok, err := j.search(ctx, page)
	if err != nil {
		return Result{}, err
	}
	if !ok {
		return Result{}, j.conflict(ReasonExists, page)
	}
	j.base, j.known, j.found = base, true, true
	return j.follow(ctx, page)
}

// readsAs reports whether importing the page today would give the file as it is:
// minutes that were imported, where the base is lost or another machine's.
func (j *job) readsAs(page client.Page) bool {
	if j.desk == nil || j.p.Meeting().Imported == "" {
		return false
	}
	md, ok := newPageReader(j.p, j.o, page.Text).readImported(page.Text)
	if !ok {
		return false
	}
	same, err := j.desk.Workspace.Holds(j.ref, []byte(md))
	return err == nil && same
}

// first reads the page with the title that the minutes name.
func (j *job) first(ctx context.Context, title string) (client.Page, error) {
	if page := j.page; page != nil && (page.Missing() || sameTitle(title, page.Title)) {
		j.page = nil
		return *page, nil
	}
	return j.reader.Page(ctx, title)
}

// create makes the page, unless somebody deleted it before, or moved it to where
// this machine does not look for it.
func (j *job) create(ctx context.Context, title string) (Result, error) {
	r := Result{Meeting: j.p.ID(), Outcome: Skipped, Title: title}
	switch {
	case !j.so.Publish:
		return r, nil // there is nothing to pull
	case j.p.Meeting().Status == minutes.StatusDraft && !j.so.Drafts && j.desk != nil:
		r.Left = ReasonDraft
		return r, nil
	case hasMarkers(j.markdown):
		return r, j.conflict(ReasonMarkers, client.Page{Title: title})
	}
	if j.desk != nil && j.take != TakeFile {
		gone, err := j.desk.wasDeleted(ctx, title)
		if err != nil {
			return Result{}, err
		}
		if gone != nil && gone.Kind == client.Moved {
			j.clash = &clash{gone: gone}
			return Result{}, j.conflict(ReasonMoved, client.Page{Title: title})
		}
		if gone != nil {
			j.clash = &clash{gone: gone}
			return Result{}, j.conflict(ReasonDeleted, client.Page{Title: title})
		}
	}
	create := j.writer.Create
	if w, ok := j.writer.(recreator); ok && j.take == TakeFile {
		create = w.Recreate
	}
	saved, err := create(ctx, title, Page(j.p, j.o), summary(j.p, j.version))
	if e := (*client.Error)(nil); errors.As(err, &e) && e.Kind == client.Deleted {
		// Longer ago than what the wiki's log was asked for.
		j.clash = &clash{}
		if w, ok := j.wiki.(interface {
			Deletion(ctx context.Context, title string) (client.Event, bool, error)
		}); ok {
			if gone, found, err := w.Deletion(ctx, title); err == nil && found {
				j.clash.gone = &gone
			}
		}
		return Result{}, j.conflict(ReasonDeleted, client.Page{Title: title})
	}
	if err != nil {
		return Result{}, err
	}
	if saved.Unread {
		saved.Page.URL = j.url
	}
	r = j.result(Created, saved.Page)
	r.Diff = unified(saved.Page.Title, "", saved.Page.Text)
	r.Merged = saved.Merged
	return r, j.keep(&r, j.baseOf(saved.Page, j.markdown, j.o.After))
}

// recreator is a Writer that makes pages also where somebody deleted them.
type recreator interface {
	Recreate(ctx context.Context, title, text, summary string) (client.Saved, error)
}

// hasMarkers reports whether a text has marks of a conflict that somebody has
// still to resolve.
func hasMarkers(text string) bool {
	if !strings.Contains(text, "<<<<<<<") && !strings.Contains(text, "=======") && !strings.Contains(text, ">>>>>>>") {
		return false
	}
	lines := strings.Split(lf(text), "\n")
	for i, line := range lines {
		for _, mark := range []string{"<<<<<<<", "|||||||", ">>>>>>>"} {
			if rest, ok := strings.CutPrefix(line, mark); ok && (rest == "" || rest[0] == ' ') {
				return true
			}
		}
		if strings.TrimRight(line, " ") == "=======" && !underlines(lines, i) {
			return true
		}
	}
	return false
}

// underlines reports whether line i makes a heading of the one above it, which
// stands alone: what a conflict leaves parts two texts.
func underlines(lines []string, i int) bool {
	blank := func(k int) bool { return k < 0 || k >= len(lines) || strings.TrimSpace(lines[k]) == "" }
	return !blank(i-1) && blank(i-2) && blank(i+1) && !startsBlock(lines[i-1])
}
