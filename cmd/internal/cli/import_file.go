package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"telko/minutes/archive"
	"telko/minutes/imports"
	"telko/minutes/lang"
)

// importFile makes a meeting of one file.
func (a *app) importFile(ws *archive.Workspace, name, format string, o imports.Options, dryRun bool) error {
	src, err := a.readInput(name)
	if err != nil {
		return err
	}
	if name != "-" {
		o.FileName = filepath.Base(name)
	}
	read, err := reader(name, format)
	if err != nil {
		return err
	}
	r, err := read(src, o)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for _, w := range r.Warnings {
		a.out.Warn(at(name, w.Line) + w.In(a.lang))
	}
	if formatOf(name, format) == asWikitext {
		a.tellImported(name, src)
	}
	if dryRun {
		return a.tryImport(ws, name, r)
	}
	ref, err := ws.Create(r.ID, r.Source)
	outcome := "created"
	if errors.Is(err, archive.ErrExists) {
		if ref, err = ws.Resolve(r.ID); err != nil {
			return err
		}
		if err := a.mustHold(ws, ref, name, r); err != nil {
			return err
		}
		outcome = "unchanged"
	} else if err != nil {
		return err
	}
	if !a.out.outTTY {
		a.out.Record(a.path(ws, ref.Path), outcome, ref.ID)
		return nil
	}
	if outcome == "unchanged" {
		a.out.Say(lang.ImportUnchanged, a.path(ws, ref.Path))
		return nil
	}
	f, err := ws.Load(ref)
	if err != nil {
		return err
	}
	m := &f.Meeting
	a.out.Say(lang.ImportDone, a.path(ws, ref.Path), len(m.Present), len(m.Agenda), len(m.Motions), len(m.Tasks))
	a.out.Hint(lang.ImportNext, ref.ID)
	return nil
}

// tryImport says what importing a file would do.
func (a *app) tryImport(ws *archive.Workspace, name string, r imports.Result) error {
	outcome, rel := "created", archive.PathOf(r.ID)
	if ref, err := ws.Resolve(r.ID); err == nil && ref.ID == r.ID {
		if err := a.mustHold(ws, ref, name, r); err != nil {
			return err
		}
		outcome, rel = "unchanged", ref.Path
	}
	a.out.Record(a.path(ws, rel), outcome, r.ID)
	return nil
}

// mustHold is an error unless the minutes that are there already are those that
// would be imported.
func (a *app) mustHold(ws *archive.Workspace, ref archive.Ref, name string, r imports.Result) error {
	same, err := ws.Holds(ref, r.Source)
	if err == nil && !same {
		err = &exitError{exitConflict, lang.E(lang.ImportDiffers, name, a.path(ws, ref.Path)).Hint(lang.ImportDiffersHint)}
	}
	return err
}

// formatOf returns the format of a page, which the file's name tells if the user
// does not; "" if that is none.
func formatOf(name, format string) string {
	if format == "" {
		format = strings.TrimPrefix(strings.ToLower(filepath.Ext(name)), ".")
	}
	switch format {
	case "wiki", "wikitext", "mediawiki":
		return asWikitext
	case "txt", "text":
		return "text"
	case "md", "markdown":
		return asMarkdown
	}
	return ""
}

// reader returns what reads a page of a format.
func reader(name, format string) (func([]byte, imports.Options) (imports.Result, error), error) {
	switch formatOf(name, format) {
	case asWikitext:
		return imports.Wikitext, nil
	case "text":
		return imports.Text, nil
	case asMarkdown:
		return imports.Markdown, nil
	}
	return nil, &exitError{exitUsage, lang.E(lang.ImportNoFormat, name).Hint(lang.ImportFormats)}
}
