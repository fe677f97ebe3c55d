package cli

import (
	"context"
	"slices"
	"strings"
	"time"

	"telko/minutes/archive"
	"telko/minutes/imports"
	"telko/minutes/lang"
	"telko/wiki"
)

// importing is one run of import.
type importing struct {
	a       *app
	ws      *archive.Workspace
	o       importOptions
	options imports.Options
	one     bool // it is about one page: what is wrong with it is the command's error
	locked  bool // nobody else brings this workspace and its wiki together meanwhile

	count  map[wiki.ImportOutcome]int
	failed error
	shown  time.Time // when progress was shown last
}

// files imports files one after the other.
func (im *importing) files(names []string) error {
	for _, name := range names {
		if err := im.a.importFile(im.ws, name, im.o.format, im.options, im.o.dryRun); err != nil {
			if im.one {
				return err
			}
			im.fail(err)
		}
	}
	return nil
}

// fail reports what is wrong with one of several.
func (im *importing) fail(err error) {
	im.a.fail(err)
	im.failed = &exitError{max(exitCode(err), exitCode(im.failed)), errSilent}
}

// importer returns what makes meetings of pages.
func (im *importing) importer(ctx context.Context) (*wiki.Importer, error) {
	w := &wiki.Importer{Workspace: im.ws, Options: im.options, DryRun: im.o.dryRun}
	if api := im.ws.Settings().Wiki.API; api != "" {
		state, err := im.a.state(im.ws)
		if err != nil {
			return nil, err
		}
		w.Bases = wiki.OpenBases(state, api)
	}
	if !im.locked {
		w.Lock = func() (func(), error) { return im.a.lockSync(ctx, im.ws, locking{by: "import", wait: syncWait}) }
	}
	return w, nil
}

// fromWiki imports pages of the wiki, by titles and by what titles begin with.
func (im *importing) fromWiki(ctx context.Context, titles, prefixes []string) error {
	if len(titles)+len(prefixes) == 0 {
		return nil
	}
	c, err := im.a.wikiClient(im.ws)
	if err != nil {
		return err
	}
	w, err := im.importer(ctx)
	if err != nil {
		return err
	}
	if len(titles) > 0 {
		if err := im.broken(w.Pages(ctx, c, titles, im.page)); err != nil {
			return err
		}
	}
	for _, prefix := range prefixes {
		n := im.total()
		if err := im.broken(w.Under(ctx, c, prefix, im.ownPage, im.page)); err != nil {
			return err
		}
		if im.total() == n {
			im.a.out.Talk(lang.ImportNoneUnder, prefix)
		}
	}
	return nil
}

// broken says that a run that was broken off can go on.
func (im *importing) broken(err error) error {
	im.a.out.Progressed()
	if err != nil && im.total() > 0 && !im.o.dryRun {
		im.sum()
		return hinted(err, lang.ImportGoesOn)
	}
	return err
}

// ownPage reports whether a page is one of telko's own lists.
func (im *importing) ownPage(title string) bool {
	w := im.ws.Settings().Wiki
	return slices.Contains([]string{w.IndexPage, w.TasksPage, w.MotionsPage, wiki.SettingsPage(w.IndexPage)}, title) ||
		w.LogPage != "" && (title == w.LogPage || strings.HasPrefix(title, w.LogPage+"/"))
}

// page reports a page of the wiki.
func (im *importing) page(done, of int, r wiki.Import) {
	im.report(r)
	im.progress(func() { im.a.out.Progress(lang.ImportProgress, done, of) })
}

// progress shows how far it is, not more often than anybody can read.
func (im *importing) progress(show func()) {
	if now := im.a.env.Now(); now.Sub(im.shown) >= 100*time.Millisecond {
		im.shown = now
		show()
	}
}

func (im *importing) total() (n int) {
	for _, c := range im.count {
		n += c
	}
	return n
}

// report says what became of a page. A pipe gets file, outcome, meeting, title.
func (im *importing) report(r wiki.Import) {
	if im.count == nil {
		im.count = map[wiki.ImportOutcome]int{}
	}
	im.count[r.Outcome]++
	a := im.a
	for _, w := range r.Warnings {
		a.out.Warn(at(r.Title, w.Line) + w.In(a.lang))
	}
	path := ""
	if r.Ref.Path != "" {
		path = a.path(im.ws, r.Ref.Path)
	}
	if !a.out.outTTY {
		a.out.Record(path, string(r.Outcome), r.Ref.ID, r.Title)
	}
	switch {
	case r.Outcome == wiki.ImportSkipped && im.one:
		im.failed = r.Err
	case r.Outcome == wiki.ImportSkipped:
		a.out.Talk(lang.ImportSkippedPage, r.Title, say(r.Err, a.lang))
	case r.Outcome == wiki.ImportDisputed:
		err := &exitError{exitConflict, r.Err}
		if im.one {
			im.failed = err
		} else {
			im.fail(err)
		}
	case r.Outcome == wiki.ImportNewer:
		a.out.Talk(lang.ImportNewerPage, r.Title, r.Ref.ID)
	case r.Err != nil: // imported, but not to be published as it is
		a.out.Warn(lang.ImportNotKnown.In(a.lang, r.Title, say(r.Err, a.lang)))
	}
}

// end says what came of it all, and returns the command's error.
func (im *importing) end() error {
	if im.total() > 0 && im.failed == nil || im.total() > 1 {
		im.sum()
	}
	return im.failed
}

// sum says on a terminal how many pages became what.
func (im *importing) sum() {
	a := im.a
	text := lang.ImportSum
	if im.o.dryRun {
		text = lang.ImportWouldSum
	}
	if !a.out.outTTY && !im.o.dryRun {
		return
	}
	a.out.Talk(text, im.count[wiki.ImportCreated], im.count[wiki.ImportUnchanged]+im.count[wiki.ImportNewer],
		im.count[wiki.ImportSkipped], im.count[wiki.ImportDisputed])
	if im.count[wiki.ImportCreated] > 0 && !im.o.dryRun {
		a.out.Hint(lang.ImportAllNext)
	}
}
