package wiki

import (
	"bytes"
	"context"
	"slices"
	"strings"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/wiki/client"
	"telko/wiki/wikitext"
)

// settle writes what both sides have come to: the file, then the page, then the
// base. Killed in between, the next run finds both with the same change.
func (j *job) settle(ctx context.Context, page client.Page, m *agreed, now, shall PageOptions, r Result) (Result, error) {
	read := j.baseOf(page, m.wiki, j.base.After) // what is known whatever comes
	if plan := m.s.untaken(); !j.so.Publish && plan != page.Text {
		read.Wikitext, read.Merged = plan, true
	}
	says := j.p // what the page shall say
	if j.so.Pull && m.text != j.markdown && (m.changed || j.choose != nil) {
		if !j.so.DryRun {
			if err := j.intendPull(&r, read, m.text); err != nil {
				return r, err
			}
		}
		p, diff, err := j.write(m, page)
		if err != nil {
			return r, err
		}
		r.Pulled, r.FileDiff, r.WikiChanged = true, diff, false
		says, j.p, j.markdown = p, p, string(p.Markdown())
	} else if m.text != j.markdown {
		p, err := j.p.With([]byte(m.text))
		if err != nil {
			return r, j.unclear(errPrivate{err}, page)
		}
		says = p
	}
	if r.Pulled && !j.so.DryRun {
		// The file holds it now, and may go on from there before the next run.
		if err := j.keep(&r, read); err != nil {
			return r, err
		}
	}
	if !j.so.Publish {
		r.WikiChanged = m.text != j.markdown && m.changed
		if r.WikiChanged {
			return r, nil // it was not to be pulled
		}
		return r, j.keep(&r, read)
	}
	text, err := projection{page: m.s.taking, says: m.says, o: now, shall: says, oShall: shall}.text()
	if err != nil {
		if m.wiki != string(says.Markdown()) {
			return r, j.unclear(err, page)
		}
		text = page.Text // only the link to the next telco finds no place
	}
	complete := string(says.Markdown()) == j.markdown // the file says all that the page shall say
	r.WikiChanged = !complete
	if client.AsSaved(text) == page.Text {
		if !complete {
			return r, nil
		}
		return r, j.keep(&r, j.baseOf(page, j.markdown, shall.After))
	}
	var sent string // what the page would be without what the file has not
	if !complete {
		base, err := j.p.With([]byte(j.base.Markdown))
		if err != nil {
			return r, j.unclear(errPrivate{err}, page)
		}
		if sent, err = (projection{page: j.base.Wikitext, says: base, o: now, shall: j.p, oShall: shall}).text(); err != nil {
			return r, j.unclear(err, page)
		}
	}
	if complete {
		if err := j.intend(&r, read, text, shall.After); err != nil {
			return r, err
		}
	}
	saved, err := j.writer.Update(ctx, page, text, summary(says, j.version))
	if err != nil {
		return r, err // perhaps it was saved: see intend
	}
	moved := r.MovedFrom
	before := r
	r = j.result(Updated, saved.Page)
	r.MovedFrom, r.Pulled, r.FileDiff, r.WikiChanged = moved, before.Pulled, before.FileDiff, !complete
	r.Diff = unified(saved.Page.Title, page.Text, saved.Page.Text)
	base := j.baseOf(saved.Page, j.markdown, shall.After)
	switch {
	case !complete:
		base.Wikitext, base.Merged = sent, true
	case saved.Merged:
		// The other edit is not in the file yet: it must look like a change.
		base.Wikitext, base.Merged = client.AsSaved(text), true
	}
	if r.Merged = saved.Merged; saved.Excluded {
		r.Left = ReasonExcluded // it could not be seen before; from now on it is
	}
	r.WikiChanged = r.WikiChanged || saved.Merged
	return r, j.keep(&r, base)
}

// sameLines reports whether two texts differ in nothing but blank lines, of which
// a comment between two blocks may leave one more or less.
func sameLines(a, b string) bool {
	filled := func(text string) []string {
		return slices.DeleteFunc(strings.Split(lf(text), "\n"), func(l string) bool { return strings.TrimSpace(l) == "" })
	}
	return slices.Equal(filled(a), filled(b))
}

// write carries what was merged into the file, and returns what the file says
// then: new tasks have ids.
func (j *job) write(m *agreed, page client.Page) (p minutes.Public, diff string, err error) {
	src := j.file.Source()
	out, err := inFile(src, j.markdown, m.text)
	if err != nil {
		return p, "", j.unclear(err, page)
	}
	// What is written must read as it was merged, comments and names aside.
	f, err := j.desk.parse(j.ref, out)
	if err == nil {
		p, err = j.desk.public(f)
	}
	if err != nil {
		return p, "", j.unclear(errPrivate{err}, page)
	}
	want, err := j.desk.publicText(j.ref, m.text)
	if err != nil {
		return p, "", j.unclear(errPrivate{err}, page)
	}
	if got := string(p.Markdown()); got != want && !sameLines(got, want) {
		return p, "", j.unclear(&wikitext.PatchError{Line: 1, Text: firstDifference(want, string(p.Markdown()))}, page)
	}
	if !j.so.DryRun {
		_, err = j.desk.Files.Edit(j.ref, func(old []byte) ([]byte, error) {
			if !bytes.Equal(old, src) {
				return nil, archive.ErrChanged
			}
			return out, nil
		})
		if err != nil {
			return p, "", err
		}
		if j.file, err = j.desk.Files.Load(j.ref); err != nil {
			return p, "", err
		}
		if p, err = j.desk.public(j.file); err != nil {
			return p, "", err
		}
	}
	return p, unified(j.ref.Path, trimmed(j.markdown), trimmed(string(p.Markdown()))), nil
}
