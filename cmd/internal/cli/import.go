package cli

import (
	"context"
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
	args                []string
	prefixes            texts
	title, series, date string
	format              string
	dryRun              bool
}

func (a *app) newImport() *cobra.Command {
	var o importOptions
	c := a.command("import FILE|PAGE|URL...", lang.HelpImport, exitConflict, exitAuth, exitBusy)
	f := c.Flags()
	f.Var(&o.prefixes, "prefix", lang.FlagImportPrefix.In(a.lang))
	f.StringVar(&o.title, "title", "", lang.FlagPageTitle.In(a.lang))
	f.StringVar(&o.series, "series", "", lang.FlagSeriesOf.In(a.lang))
	f.StringVar(&o.date, "date", "", lang.FlagDate.In(a.lang))
	f.StringVar(&o.format, "format", "", lang.FlagImportFormat.In(a.lang))
	f.BoolVarP(&o.dryRun, "dry-run", "n", false, lang.FlagImportDryRun.In(a.lang))
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.args = args
		ctx, stop := interruptible()
		defer stop()
		return a.runImport(ctx, o)
	}
	return c
}

// sources are what is to be imported, by where it comes from.
type sources struct {
	files, dumps, titles, prefixes []string
}

func (s *sources) count() int {
	return len(s.files) + len(s.dumps) + len(s.titles) + len(s.prefixes)
}

// runImport makes meetings of pages. One that is there already, with just this
// text, is left alone; with another text it is a conflict, and nothing is
// overwritten.
func (a *app) runImport(ctx context.Context, o importOptions) error {
	if len(o.args) == 0 && len(o.prefixes) == 0 {
		return usage(lang.CLITooFewArgs)
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	options, err := a.importReading(ws, o)
	if err != nil {
		return err
	}
	from, err := a.sourcesOf(ws, o)
	if err != nil {
		return err
	}
	one := from.count() == 1 && len(from.dumps)+len(from.prefixes) == 0
	if !one && (o.title != "" || o.date != "") {
		return usage(lang.ImportOnePage)
	}
	im := &importing{a: a, ws: ws, o: o, options: options, one: one}
	if err := im.files(from.files); err != nil {
		return err
	}
	if err := im.dumps(ctx, from.dumps, from.prefixes); err != nil {
		return err
	}
	if len(from.dumps) > 0 {
		from.prefixes = nil // they said what is wanted of the dumps
	}
	if err := im.fromWiki(ctx, from.titles, from.prefixes); err != nil {
		return err
	}
	return im.end()
}

// importReading returns how pages are read.
func (a *app) importReading(ws *archive.Workspace, o importOptions) (imports.Options, error) {
	settings := ws.Settings()
	options := imports.Options{
		Title: o.title, SeriesOf: o.series, DueDays: settings.DueDays, TimeZone: settings.TimeZone, Lang: settings.Lang,
	}
	for _, s := range settings.Series {
		options.Series = append(options.Series, imports.SeriesHint{Key: s.Key, Title: s.Title, Page: s.Page})
	}
	if _, ok := settings.SeriesOf(o.series); o.series != "" && !ok {
		return options, &exitError{exitUsage, lang.E(lang.SeriesUnknown, o.series).Hint(lang.SeriesAre, seriesKeys(settings))}
	}
	if o.date != "" {
		date, err := when.Read(o.date, ws.Today())
		if err != nil {
			return options, &exitError{exitUsage, lang.E(lang.DateUnread, o.date).Hint(lang.DateForms).Because(err)}
		}
		options.Date = date
	}
	return options, nil
}

// sourcesOf tells files, dumps and pages of the wiki apart. What lies on disk
// is a file; so is what is called like one.
func (a *app) sourcesOf(ws *archive.Workspace, o importOptions) (sources, error) {
	s := sources{prefixes: o.prefixes}
	wiki := ws.Settings().Wiki.API
	for _, arg := range o.args {
		switch {
		case isURL(arg):
			title, err := titleIn(arg, wiki)
			if err != nil {
				return s, &exitError{exitUsage, err}
			}
			s.titles = append(s.titles, title)
		case isDump(arg, o.format):
			s.dumps = append(s.dumps, arg)
		case arg == "-" || o.format != "" || wiki == "" || formatOf(arg, "") != "" || a.isFile(arg):
			s.files = append(s.files, arg)
		case strings.HasSuffix(arg, "/"):
			s.prefixes = append(s.prefixes, arg)
		default:
			s.titles = append(s.titles, arg)
		}
	}
	return s, nil
}

// isFile reports whether something of that name is on disk.
func (a *app) isFile(name string) bool {
	_, err := os.Stat(a.env.abs(name))
	return err == nil
}

// isDump reports whether a file is an XML dump, packed or not.
func isDump(name, format string) bool {
	if format != "" {
		return strings.EqualFold(format, "xml")
	}
	name = strings.ToLower(filepath.Base(name))
	if ending := filepath.Ext(name); packer(ending) != "" {
		name = strings.TrimSuffix(name, ending)
	}
	return strings.HasSuffix(name, ".xml")
}
