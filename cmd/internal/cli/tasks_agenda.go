package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks/when"
	"telko/wiki/wikitext"
)

type tasksAgendaOptions struct {
	series, format, output string
}

// agendaFormats are the forms of the summary.
var agendaFormats = []string{"markdown", "wikitext"}

func (a *app) newTasksAgenda() *cobra.Command {
	var o tasksAgendaOptions
	c := a.command("agenda", lang.HelpTasksAgenda)
	c.Args = noArgs
	f := c.Flags()
	f.StringVar(&o.series, "series", "", lang.FlagTaskSeries.In(a.lang))
	f.StringVarP(&o.format, "format", "f", agendaFormats[0], lang.FlagAgendaFormat.In(a.lang))
	f.StringVarP(&o.output, "output", "o", "", lang.FlagOutput.In(a.lang))
	a.complete(c, "series", a.completeSeries)
	a.complete(c, "format", words(agendaFormats...))
	c.RunE = func(*cobra.Command, []string) error { return a.runTasksAgenda(o) }
	return c
}

// runTasksAgenda writes what the team should know of its tasks before the next
// telco, to paste into a mail or a page.
func (a *app) runTasksAgenda(o tasksAgendaOptions) error {
	if !slices.Contains(agendaFormats, o.format) {
		return usage(lang.FormatUnknown, o.format, strings.Join(agendaFormats, ", "))
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	found, problems, err := a.publicTasks(ws, taskFilter{series: o.series, states: []string{"all"}})
	if err != nil {
		return err
	}
	s, err := a.taskSummary(ws, o.series)
	if err != nil {
		return err
	}
	text := s.Markdown(found)
	if o.format == "wikitext" {
		text = ended(wikitext.FromMarkdown([]byte(text), wikitext.WriteOptions{}))
	}
	return a.deliver([]byte(text), o.output, lang.SummaryWritten.In(a.lang, o.output), problems)
}

// taskSummary returns the summary for the coming telco of a series, of all if
// none is named.
func (a *app) taskSummary(ws *archive.Workspace, series string) (minutes.TaskSummary, error) {
	s := minutes.TaskSummary{Team: ws.PublicText(ws.Settings().Team), Today: ws.Today(), Zone: ws.Location(), Lang: a.lang}
	name := "telko"
	if series != "" {
		key, err := seriesNamed(ws, series)
		if err != nil {
			return s, err
		}
		settings := ws.Settings()
		v, _ := settings.SeriesOf(key)
		s.Team, name, series = ws.PublicText(v.Title), key, key
	}
	// A telco of today is the one that is meant.
	if days := ws.NextTelco(name, s.Today.AddDays(-1)); len(days) > 0 {
		s.Telco = days[0]
	}
	refs, err := ws.Meetings()
	if err != nil {
		return s, err
	}
	s.Since = lastBefore(refs, series, s.Today)
	return s, nil
}

// lastBefore returns the day of the last meeting before a day, of a series if
// one is named; the zero Date if there was none.
func lastBefore(refs []archive.Ref, series string, day when.Date) when.Date {
	for _, r := range slices.Backward(refs) {
		if r.Date.Before(day) && (series == "" || r.Series == series) {
			return r.Date
		}
	}
	return when.Date{}
}
