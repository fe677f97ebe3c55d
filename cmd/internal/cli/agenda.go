package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"telko/minutes/archive"
	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/tasks/when"
)

// agendaOptions say which agenda a command is about.
type agendaOptions struct{ series, meeting string }

// newAgenda returns the group of agenda commands; by itself it lists.
func (a *app) newAgenda() *cobra.Command {
	c := a.agendaLister("agenda", lang.HelpAgenda)
	c.Args = a.noSuchCommand
	c.AddCommand(a.agendaLister("list", lang.HelpAgendaList), a.newAgendaAdd(), a.newAgendaMove(), a.newAgendaPublish())
	return c
}

// agendaFlags are the flags by which a person names an agenda.
func (a *app) agendaFlags(c *cobra.Command, o *agendaOptions) {
	c.Flags().StringVar(&o.series, "series", "", lang.FlagAgendaSeries.In(a.lang))
	c.Flags().StringVar(&o.meeting, "meeting", "", lang.FlagAgendaMeeting.In(a.lang))
	a.complete(c, "series", a.completeSeries)
	a.complete(c, "meeting", firstArg(a.completeMeetings))
}

// agenda returns the agenda that a command is about: that of the next telco,
// or of the meeting or day that --meeting names.
func (a *app) agenda(ws *archive.Workspace, o agendaOptions) (capture.Plan, error) {
	if o.meeting != "" {
		p, err := capture.PlanFor(ws, capture.Wish{Meeting: o.meeting}, a.env.Now())
		if !errors.Is(err, archive.ErrNoMeeting) {
			return p, err
		}
		day, derr := calendar(ws).Read(o.meeting)
		var ambiguous *when.AmbiguousError
		switch {
		case errors.As(derr, &ambiguous):
			return p, derr
		case derr != nil:
			return p, err
		case day.Before(ws.Today()):
			return p, err // no day to plan for: it is a meeting that is not there
		}
		series, err := a.seriesOrOnly(ws, o.series)
		if err != nil {
			return p, err
		}
		return capture.AgendaOn(ws, series, day, a.env.Now())
	}
	series, err := a.seriesOrOnly(ws, o.series)
	if err != nil {
		return capture.Plan{}, err
	}
	return capture.NextAgenda(ws, series, a.env.Now())
}

// seriesOrOnly returns the series with the key, the only one if none is named.
func (a *app) seriesOrOnly(ws *archive.Workspace, key string) (archive.Series, error) {
	settings := ws.Settings()
	if key == "" {
		if len(settings.Series) == 1 {
			return settings.Series[0], nil
		}
		return archive.Series{}, &exitError{exitUsage, lang.E(lang.PlanWhich).Hint(lang.SeriesAre, seriesKeys(settings))}
	}
	key, err := seriesNamed(ws, key)
	if err != nil {
		return archive.Series{}, err
	}
	s, _ := settings.SeriesOf(key)
	return s, nil
}
