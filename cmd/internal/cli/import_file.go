package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"telko/minutes/archive"
	"telko/minutes/imports"
	"telko/minutes/lang"
)

// maxImport is how much of a file is read: a wiki page holds 2 MB at most.
const maxImport = 8 << 20

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
		same, serr := ws.Holds(ref, r.Source)
		if serr != nil {
			return serr
		}
		if !same {
			return &exitError{exitConflict, lang.E(lang.ImportDiffers, name, a.path(ws, ref.Path)).Hint(lang.ImportDiffersHint)}
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
		same, err := ws.Holds(ref, r.Source)
		if err != nil {
			return err
		}
		if !same {
			return &exitError{exitConflict, lang.E(lang.ImportDiffers, name, a.path(ws, ref.Path)).Hint(lang.ImportDiffersHint)}
		}
		outcome, rel = "unchanged", ref.Path
	}
	a.out.Record(a.path(ws, rel), outcome, r.ID)
	return nil
}

// readInput reads a file, or stdin for "-".
func (a *app) readInput(name string) ([]byte, error) {
	in := a.env.Stdin
	if name != "-" {
		f, err := os.Open(a.env.abs(name))
		if err != nil {
			return nil, fileError(name, err)
		}
		defer f.Close()
		in = f
	}
	src, err := io.ReadAll(io.LimitReader(in, maxImport+1))
	if err != nil {
		return nil, fileError(name, err)
	}
	if len(src) > maxImport {
		return nil, lang.E(lang.ImportTooBig, name, maxImport>>20)
	}
	return src, nil
}

// fileError says what the system has against a file that the user named,
// without the name of the call.
func fileError(name string, err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return fmt.Errorf("%s: %w", name, p.Err)
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
