package wiki

import (
	"errors"
	"runtime"
	"strconv"
	"sync"

	"telko/minutes/archive"
	"telko/minutes/imports"
	"telko/minutes/lang"
	"telko/wiki/client"
)

// together is how many bases wait for the disk at once.
const together = 8

// importBatch is pages that are imported together.
type importBatch struct {
	im    *Importer
	pages []client.Page
	read  []imports.Result
	out   []Import
	fresh []archive.Fresh
	of    []int          // the page of each of fresh
	made  map[string]int // the pages of this batch that become meetings, by id
	twice map[int]int    // pages that come a second time, and where the first is
}

// convert reads the pages that are not known, two at a time.
func (b *importBatch) convert() {
	b.read = make([]imports.Result, len(b.pages))
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(2, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := range next {
				b.convertPage(i)
			}
		})
	}
	for i := range b.pages {
		next <- i
	}
	close(next)
	wg.Wait()
}

func (b *importBatch) convertPage(i int) {
	p, out := b.pages[i], &b.out[i]
	out.Title = p.Title
	if known, ok := b.im.known(p.ID, p.Revision); ok {
		out.Outcome, out.Ref = known.Outcome, known.Ref
		return
	}
	switch {
	case p.Redirect:
		out.Outcome, out.Err = ImportSkipped, lang.E(lang.ImportRedirect).Hint(lang.HintRedirect)
		return
	case p.Model != "wikitext":
		out.Outcome, out.Err = ImportSkipped, lang.E(lang.ImportModel, p.Model)
		return
	}
	o := b.im.Options
	o.Title = p.Title
	r, err := imports.Wikitext([]byte(p.Text), o)
	if err != nil {
		out.Outcome, out.Err = ImportSkipped, err
		return
	}
	if own, base, ok := b.im.readEdited(p); ok {
		r, b.pages[i] = own, base
	} else if src, _ := b.im.readOwn(p, r); src != nil {
		r.Source, r.Warnings = src, nil
	}
	b.read[i], out.Warnings = r, r.Warnings
}

// place decides which meeting a page is: the one that was made of it before,
// else a new one, whose name gets a number if the minutes of another page have
// it.
func (b *importBatch) place(i int) error {
	out, r := &b.out[i], &b.read[i]
	if out.Outcome != "" {
		return nil
	}
	for n := 1; ; n++ {
		id := r.ID
		if n > 1 {
			id += "-" + strconv.Itoa(n)
		}
		if other, ok := b.made[id]; ok {
			if b.pages[other].ID == b.pages[i].ID && b.pages[i].ID != 0 || b.pages[other].Title == b.pages[i].Title {
				*out = Import{Title: out.Title, Outcome: ImportUnchanged} // the same page twice
				b.twice[i] = other
				return nil
			}
			continue
		}
		ref, there := b.im.seen.meeting(id)
		if !there {
			out.Outcome = ImportCreated
			b.made[id] = i
			b.fresh = append(b.fresh, archive.Fresh{ID: id, Source: r.Source})
			b.of = append(b.of, i)
			return nil
		}
		if title, err := b.im.seen.title(ref); err == nil && title != "" && !sameTitle(title, out.Title) {
			continue
		}
		return b.meet(i, ref, r.Source)
	}
}

// meet is for a page whose minutes are there, while the page is not known: they
// were imported from a file, or a run was killed before it remembered the page.
func (b *importBatch) meet(i int, ref archive.Ref, src []byte) error {
	out := &b.out[i]
	out.Ref, out.Warnings = ref, nil
	same, err := b.im.Workspace.Holds(ref, src)
	switch {
	case err != nil:
		return err
	case !same:
		out.Outcome = ImportDisputed
		out.Err = lang.E(lang.ImportDiffers, out.Title, ref.Path).Hint(lang.ImportDiffersHint)
		return nil
	}
	out.Outcome = ImportUnchanged
	if !b.im.DryRun {
		out.Err = b.im.remember(ref, b.pages[i])
	}
	return nil
}

// write makes the new meetings, then remembers their pages.
func (b *importBatch) write() error {
	made, err := b.im.Workspace.CreateAll(b.fresh)
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	slots := make(chan struct{}, together)
	for k, m := range made {
		i := b.of[k]
		b.out[i].Ref = m.Ref
		switch {
		case errors.Is(m.Err, archive.ErrExists): // another telko imports too
			b.im.seen.add(m.Ref)
			if err := b.meet(i, m.Ref, b.fresh[k].Source); err != nil {
				wg.Wait()
				return err
			}
		case m.Err != nil:
			b.out[i].Outcome, b.out[i].Err = ImportSkipped, m.Err
		default:
			b.im.seen.add(m.Ref)
			slots <- struct{}{}
			wg.Go(func() {
				b.out[i].Err = b.im.remember(m.Ref, b.pages[i])
				<-slots
			})
		}
	}
	wg.Wait()
	for i, first := range b.twice {
		b.out[i].Ref = b.out[first].Ref
	}
	return nil
}
