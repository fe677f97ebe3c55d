package cli

import (
	"compress/bzip2"
	"compress/gzip"
	"context"
	"io"
	"os"
	"slices"
	"strings"
	"sync/atomic"
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
func (im *importing) importer() (*wiki.Importer, error) {
	w := &wiki.Importer{Workspace: im.ws, Options: im.options, DryRun: im.o.dryRun}
	if api := im.ws.Settings().Wiki.API; api != "" {
		state, err := im.a.state(im.ws)
		if err != nil {
			return nil, err
		}
		w.Bases = wiki.OpenBases(state, api)
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
	w, err := im.importer()
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

// dumps imports what dumps hold below prefixes: those of the series' pages
// unless others are said; all, if no series says where its pages are.
func (im *importing) dumps(ctx context.Context, names, prefixes []string) error {
	for _, name := range names {
		if err := im.dump(ctx, name, prefixes); err != nil {
			return err
		}
	}
	return nil
}

func (im *importing) dump(ctx context.Context, name string, prefixes []string) error {
	in, size, err := im.open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	w, err := im.importer()
	if err != nil {
		return err
	}
	if len(prefixes) == 0 {
		prefixes = im.seriesPrefixes()
	}
	want := func(title string) bool {
		below := len(prefixes) == 0 || slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(title, p) })
		return below && !im.ownPage(title)
	}
	api, n := im.ws.Settings().Wiki.API, im.total()
	info, err := w.Dump(ctx, in, wiki.DumpOptions{API: api, Want: want}, func(r wiki.Import) {
		im.report(r)
		im.progress(func() { im.a.out.Progress(lang.ImportDumpProgress, in.read.Load()>>20, size>>20, im.total()) })
	})
	if err := im.broken(err); err != nil {
		return err
	}
	if im.total() == n {
		im.a.out.Talk(lang.ImportNoneInDump, info.Pages, strings.Join(prefixes, ", "))
	}
	if api != "" && !wiki.SameWiki(api, info.Base) {
		im.a.out.Talk(lang.ImportOtherDump, info.Base)
	}
	return nil
}

// seriesPrefixes returns what the titles of the series' pages begin with, none
// if a series' pages are not known.
func (im *importing) seriesPrefixes() []string {
	var prefixes []string
	for _, s := range im.ws.Settings().Series {
		before, _, ok := strings.Cut(s.Page, "{date}")
		if !ok || before == "" {
			return nil
		}
		prefixes = append(prefixes, before)
	}
	slices.Sort(prefixes)
	return slices.Compact(prefixes)
}

// open opens a dump, unpacking it as it is read.
func (im *importing) open(name string) (*dumpFile, int64, error) {
	d := &dumpFile{in: im.a.env.Stdin}
	size := int64(0)
	if name != "-" {
		f, err := os.Open(im.a.env.abs(name))
		if err != nil {
			return nil, 0, fileError(name, err)
		}
		if info, err := f.Stat(); err == nil {
			size = info.Size()
		}
		d.in, d.file = f, f
	}
	d.Reader = counted{d}
	switch lower := strings.ToLower(name); {
	case strings.HasSuffix(lower, ".gz"):
		z, err := gzip.NewReader(counted{d})
		if err != nil {
			d.Close()
			return nil, 0, fileError(name, err)
		}
		d.Reader = z
	case strings.HasSuffix(lower, ".bz2"):
		d.Reader = bzip2.NewReader(counted{d})
	}
	return d, size, nil
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

// dumpFile is a dump as it is read, counting what was taken off the disk.
type dumpFile struct {
	io.Reader
	in   io.Reader
	file *os.File // nil for stdin
	read atomic.Int64
}

func (d *dumpFile) Close() error {
	if d.file == nil {
		return nil
	}
	return d.file.Close()
}

// counted reads a dump's file and counts.
type counted struct{ d *dumpFile }

func (c counted) Read(b []byte) (int, error) {
	n, err := c.d.in.Read(b)
	c.d.read.Add(int64(n))
	return n, err
}
