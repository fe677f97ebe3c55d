package wiki

import (
	"cmp"
	"slices"
	"sync"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/imports"
	"telko/minutes/lang"
	"telko/wiki/client"
)

// Importer makes meetings of pages that people wrote, read from a wiki or from
// its dump, and remembers what it saw of each page, so that a sync knows it and
// never rewrites it unasked. What is there already is left alone: an import
// that was broken off goes on where it was.
type Importer struct {
	Workspace *archive.Workspace // where the meetings go
	// Bases are those of the wiki that the pages are from; nil if it is not the
	// workspace's own.
	Bases *Bases
	// Options are those of each page; its title is filled in.
	Options imports.Options
	// DryRun tells what would be done, and does nothing.
	DryRun bool
	// Lock keeps other runs away from files and bases while pages become
	// meetings, a portion at a time: a sync that comes between a meeting and
	// its base would take the page for somebody else's. Nil if the caller does.
	Lock func() (release func(), err error)

	once    sync.Once
	seen    *seen
	earlier map[int]client.Page // what telko published last of pages that people edited since
	fault   error
}

// Import says what became of a page.
type Import struct {
	Title    string
	Outcome  ImportOutcome
	Ref      archive.Ref       // of its meeting; zero if there is none
	Warnings []imports.Warning // what the reader was not sure of
	Err      error             // why it is skipped or disputed, or what telko cannot remember of it
}

// ImportOutcome is what became of a page.
type ImportOutcome string

// The outcomes of importing a page.
const (
	ImportCreated   ImportOutcome = "created"
	ImportUnchanged ImportOutcome = "unchanged" // its minutes are there, and the page is as they know it
	ImportNewer     ImportOutcome = "newer"     // its minutes are there, and the page was edited since: `telko pull`
	ImportSkipped   ImportOutcome = "skipped"   // no minutes
	ImportDisputed  ImportOutcome = "disputed"  // there are minutes of this page with another text
)

// ready reads what the workspace and the bases know of pages.
func (im *Importer) ready() error {
	im.once.Do(func() { im.seen, im.fault = lookAround(im.Workspace, im.Bases) })
	return im.fault
}

// Take imports pages as they were read, in their order. The error is one of the
// disk; what is wrong with a page is in its Import.
func (im *Importer) Take(pages []client.Page) ([]Import, error) {
	if err := im.ready(); err != nil {
		return nil, err
	}
	b := &importBatch{im: im, pages: slices.Clone(pages), out: make([]Import, len(pages)), made: map[string]int{}, twice: map[int]int{}}
	b.convert()
	if im.Lock != nil && !im.DryRun {
		release, err := im.Lock()
		if err != nil {
			return nil, err
		}
		defer release()
	}
	for i := range pages {
		if err := b.place(i); err != nil {
			return nil, err
		}
	}
	if im.DryRun {
		return b.out, nil
	}
	return b.out, b.write()
}

// remember stores what was seen of a page as the base of its meeting. A page
// that is not to be published, for something in it may be private, has none.
func (im *Importer) remember(ref archive.Ref, p client.Page) error {
	if im.Bases == nil || p.ID == 0 || p.Revision == 0 {
		return nil
	}
	f, err := im.Workspace.Load(ref)
	if err != nil {
		return err
	}
	public, err := minutes.NewPublic(f, im.Workspace.PublicOptions())
	if err != nil {
		return err
	}
	base := Base{
		PageID: p.ID, Title: p.Title, Page: public.Meeting().Page, Revision: p.Revision,
		Wikitext: p.Text, Markdown: string(public.Markdown()),
	}
	if public.Meeting().Imported == "" {
		base.After = navAfter(p.Text, public.Lang())
	}
	err = im.Bases.Put(ref.ID, base)
	if err == nil {
		im.seen.know(p.ID, ref.ID, p.Revision)
	}
	return err
}

// known returns what became of a page that telko knows, ok if it does, in
// whatever revision.
func (im *Importer) known(id, revision int) (Import, bool) {
	k, ok := im.seen.page(id)
	if !ok {
		return Import{}, false
	}
	ref, ok := im.seen.meeting(k.meeting)
	if !ok {
		return Import{}, false // its minutes are gone
	}
	out := Import{Ref: ref, Outcome: ImportUnchanged}
	if revision > k.revision {
		out.Outcome = ImportNewer
	}
	return out, true
}

// byTitle orders pages so that every machine gives out the same numbers.
func byTitle(a, b client.Look) int { return cmp.Compare(a.Title, b.Title) }

// unknown returns the looks at pages that have to be read, and what is known of
// the others.
func (im *Importer) unknown(looks []client.Look) (read []client.Look, done []Import) {
	slices.SortStableFunc(looks, byTitle)
	for _, l := range looks {
		known, ok := im.known(l.ID, l.Revision)
		switch {
		case ok:
			known.Title = l.Title
			done = append(done, known)
		case l.Redirect:
			done = append(done, Import{Title: l.Title, Outcome: ImportSkipped, Err: lang.E(lang.ImportRedirect).Hint(lang.HintRedirect)})
		default:
			read = append(read, l)
		}
	}
	return read, done
}
