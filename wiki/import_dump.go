package wiki

import (
	"context"
	"io"
	"net/url"

	"telko/minutes/imports"
	"telko/minutes/lang"
	"telko/wiki/client"
)

// DumpOptions say what is wanted of a dump.
type DumpOptions struct {
	// API is the address of the workspace's wiki. Of a dump of another one no
	// page is remembered as one of this wiki's.
	API  string
	Want func(title string) bool // nil wants all
	Read func(bytes int64)       // told how much was read; may be nil
}

// Dump imports the pages of an XML dump, in its order: reading goes on while
// the pages before become meetings. It returns what the dump says of itself.
func (im *Importer) Dump(ctx context.Context, r io.Reader, o DumpOptions, report func(Import)) (imports.DumpInfo, error) {
	d := &dumpImport{im: im, ctx: ctx, api: o.API, report: report, batches: make(chan []dumpPage), failed: make(chan struct{})}
	done := make(chan struct{})
	go func() {
		defer close(done)
		d.work()
	}()
	info, err := imports.ReadDump(r, imports.DumpOptions{Want: o.Want, Read: o.Read}, d.add)
	if len(d.batch) > 0 {
		_ = d.send() // what came before the end of a dump that was cut off counts
	}
	close(d.batches)
	<-done
	if d.err != nil {
		return info, d.err
	}
	return info, err
}

// A batch is handed over when it has as many pages as are made meetings at
// once, or so many bytes that more would be felt in memory.
const dumpBatch = 4 << 20

type dumpPage struct {
	page client.Page
	err  error // why it is not imported
}

type dumpImport struct {
	im      *Importer
	ctx     context.Context
	api     string
	begun   bool
	report  func(Import)
	batch   []dumpPage
	bytes   int
	batches chan []dumpPage
	failed  chan struct{}
	err     error // set before failed is closed
}

// add takes a page of the dump.
func (d *dumpImport) add(info imports.DumpInfo, p imports.DumpPage) error {
	if !d.begun {
		d.begun = true
		if !SameWiki(d.api, info.Base) {
			d.im.Bases = nil
		}
	}
	page := dumpPage{page: client.Page{
		ID: p.ID, Title: p.Title, Revision: p.Revision, Parent: p.Parent, User: p.User, Comment: p.Comment,
		Time: p.Time, Text: p.Text, Model: p.Model, Redirect: p.RedirectTo != "",
	}}
	switch p.Fault {
	case imports.DumpNoText:
		page.err = lang.E(lang.DumpStub).Hint(lang.DumpStubHint)
	case imports.DumpTooBig:
		page.err = lang.E(lang.DumpTooBig)
	case imports.DumpDamaged:
		page.err = lang.E(lang.DumpSum).Hint(lang.DumpCutHint)
	}
	d.batch = append(d.batch, page)
	if d.bytes += len(p.Text); len(d.batch) < portion && d.bytes < dumpBatch {
		return nil
	}
	return d.send()
}

// send hands the batch to who makes meetings of it, when that is free.
func (d *dumpImport) send() error {
	select {
	case <-d.failed:
		return d.err
	case <-d.ctx.Done():
		return d.ctx.Err()
	case d.batches <- d.batch:
		d.batch, d.bytes = nil, 0
		return nil
	}
}

// work makes meetings of batches until there are no more.
func (d *dumpImport) work() {
	for batch := range d.batches {
		if d.err != nil {
			continue
		}
		if d.err = d.take(batch); d.err != nil {
			close(d.failed)
		}
	}
}

func (d *dumpImport) take(batch []dumpPage) error {
	if err := d.ctx.Err(); err != nil {
		return err
	}
	var pages []client.Page
	for _, p := range batch {
		if p.err == nil {
			pages = append(pages, p.page)
		} else {
			d.report(Import{Title: p.page.Title, Outcome: ImportSkipped, Err: p.err})
		}
	}
	results, err := d.im.Take(pages)
	for _, r := range results {
		d.report(r)
	}
	return err
}

// SameWiki reports whether a dump, by the address of the main page that it
// names, is of the wiki at api: on one host, that is, since the same wiki is
// dumped under http and read under https, or on another port.
func SameWiki(api, base string) bool {
	a, aerr := url.Parse(api)
	b, berr := url.Parse(base)
	return aerr == nil && berr == nil && a.Hostname() != "" && a.Hostname() == b.Hostname()
}
