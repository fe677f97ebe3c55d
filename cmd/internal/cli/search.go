package cli

import (
	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks/when"
)

type searchOptions struct {
	words                []string
	series, since, until string
	json                 bool
}

func (a *app) newSearch() *cobra.Command {
	var o searchOptions
	c := a.command("search WORD...", lang.HelpSearch)
	c.Flags().StringVar(&o.series, "series", "", lang.FlagSeriesOnly.In(a.lang))
	c.Flags().StringVar(&o.since, "since", "", lang.FlagSearchSince.In(a.lang))
	c.Flags().StringVar(&o.until, "until", "", lang.FlagSearchUntil.In(a.lang))
	c.Flags().BoolVar(&o.json, "json", false, lang.FlagJSON.In(a.lang))
	a.complete(c, "series", a.completeSeries)
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.words = args
		return a.runSearch(o)
	}
	return c
}

// hitJSON is a line that was found.
type hitJSON struct {
	Meeting string `json:"meeting"`
	Date    string `json:"date"`
	Series  string `json:"series"`
	Path    string `json:"path"`
	Line    int    `json:"line"`
	Topic   string `json:"topic"`
	Private bool   `json:"private"`
	Text    string `json:"text"`
}

// runSearch lists the lines of minutes that hold all words.
func (a *app) runSearch(o searchOptions) error {
	if len(o.words) == 0 {
		return usage(lang.CLITooFewArgs)
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	want, err := searched(ws, o)
	if err != nil {
		return err
	}
	hits, problems, err := ws.Search(o.words, want)
	if err != nil {
		return err
	}
	a.report(problems)
	list := []hitJSON{}
	tab := &table{heads: []lang.Text{lang.HeadDate, lang.HeadTopic, lang.HeadText}}
	for _, h := range hits {
		list = append(list, hitJSON{
			Meeting: h.Ref.ID, Date: h.Ref.Date.String(), Series: h.Ref.Series, Path: h.Path,
			Line: h.Line, Topic: h.Topic, Private: h.Private, Text: h.Text,
		})
		date := minutes.FormatDate(h.Ref.Date, a.lang)
		tab.add(both(date, a.path(ws, h.Path)+":"+decimal(h.Line)), both(h.Topic, h.Ref.ID), both(h.Text, h.Topic), text(h.Text))
	}
	if o.json {
		return a.out.JSON(list)
	}
	a.out.Table(tab)
	if len(list) == 0 {
		a.out.Talk(lang.SearchNone)
	}
	return nil
}

// searched returns in which meetings is searched.
func searched(ws *archive.Workspace, o searchOptions) (func(archive.Ref) bool, error) {
	settings := ws.Settings()
	if _, ok := settings.SeriesOf(o.series); o.series != "" && !ok {
		return nil, &exitError{exitUsage, lang.E(lang.SeriesUnknown, o.series).Hint(lang.SeriesAre, seriesKeys(settings))}
	}
	var since, until when.Date
	for word, date := range map[string]*when.Date{o.since: &since, o.until: &until} {
		if word == "" {
			continue
		}
		d, err := when.Read(word, ws.Today())
		if err != nil {
			return nil, &exitError{exitUsage, lang.E(lang.DateUnread, word).Hint(lang.DateForms).Because(err)}
		}
		*date = d
	}
	return func(r archive.Ref) bool {
		return (o.series == "" || r.Series == o.series) &&
			(since.IsZero() || !r.Date.Before(since)) && (until.IsZero() || !until.Before(r.Date))
	}, nil
}
