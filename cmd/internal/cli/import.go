package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes/archive"
	"telko/minutes/imports"
	"telko/minutes/lang"
	"telko/tasks/when"
)

type importOptions struct {
	files               []string
	title, series, date string
	format              string
}

func (a *app) newImport() *cobra.Command {
	var o importOptions
	c := a.command("import FILE...", lang.HelpImport, exitConflict)
	f := c.Flags()
	f.StringVar(&o.title, "title", "", lang.FlagPageTitle.In(a.lang))
	f.StringVar(&o.series, "series", "", lang.FlagSeriesOf.In(a.lang))
	f.StringVar(&o.date, "date", "", lang.FlagDate.In(a.lang))
	f.StringVar(&o.format, "format", "", lang.FlagFormat.In(a.lang))
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.files = args
		return a.runImport(o)
	}
	return c
}

// maxImport is how much of a file is read: a wiki page holds 2 MB at most.
const maxImport = 8 << 20

// runImport makes meetings of pages. One that is there already, with just this
// text, is left alone; with another text it is a conflict, and nothing is
// overwritten.
func (a *app) runImport(o importOptions) error {
	if len(o.files) == 0 {
		return usage(lang.CLITooFewArgs)
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	settings := ws.Settings()
	options := imports.Options{
		Title: o.title, SeriesOf: o.series, DueDays: settings.DueDays, TimeZone: settings.TimeZone, Lang: settings.Lang,
	}
	for _, s := range settings.Series {
		options.Series = append(options.Series, imports.SeriesHint{Key: s.Key, Title: s.Title, Page: s.Page})
	}
	if _, ok := settings.SeriesOf(o.series); o.series != "" && !ok {
		return &exitError{exitUsage, lang.E(lang.SeriesUnknown, o.series).Hint(lang.SeriesAre, seriesKeys(settings))}
	}
	if o.date != "" {
		if options.Date, err = when.Read(o.date, ws.Today()); err != nil {
			return &exitError{exitUsage, lang.E(lang.DateUnread, o.date).Hint(lang.DateForms).Because(err)}
		}
	}
	if len(o.files) > 1 && (o.title != "" || o.date != "") {
		return usage(lang.ImportOnePage)
	}
	var failed error
	for _, name := range o.files {
		if err := a.importFile(ws, name, o.format, options); err != nil {
			if len(o.files) == 1 {
				return err
			}
			a.fail(err)
			failed = &exitError{max(exitCode(err), exitCode(failed)), errSilent}
		}
	}
	return failed
}

func (a *app) importFile(ws *archive.Workspace, name, format string, o imports.Options) error {
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
