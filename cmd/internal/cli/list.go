package cli

import (
	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/lang"
)

type listOptions struct {
	series string
	last   int
	json   bool
}

func (a *app) newList() *cobra.Command {
	var o listOptions
	c := a.command("list", lang.HelpList)
	c.Args = noArgs
	c.Flags().StringVar(&o.series, "series", "", lang.FlagSeriesOnly.In(a.lang))
	c.Flags().IntVarP(&o.last, "last", "n", 0, lang.FlagLast.In(a.lang))
	c.Flags().BoolVar(&o.json, "json", false, lang.FlagJSON.In(a.lang))
	c.RunE = func(*cobra.Command, []string) error { return a.runList(o) }
	return c
}

// meetingJSON is a meeting in a list: the fields of minutes.MeetingJSON that
// say which one it is.
type meetingJSON struct {
	ID     string `json:"id"`
	Series string `json:"series"`
	Page   string `json:"page"`
	Title  string `json:"title"`
	Date   string `json:"date"`
	Start  string `json:"start"`
	End    string `json:"end"`
	Place  string `json:"place"`
	Keeper string `json:"keeper"`
	Status string `json:"status"`
}

// runList lists the meetings, the last one last, where the eye is.
func (a *app) runList(o listOptions) error {
	if o.last < 0 {
		return usage(lang.CLINotNegative, "--last")
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	settings := ws.Settings()
	if _, ok := settings.SeriesOf(o.series); o.series != "" && !ok {
		return &exitError{exitUsage, lang.E(lang.SeriesUnknown, o.series).Hint(lang.SeriesAre, seriesKeys(settings))}
	}
	refs, err := ws.Meetings()
	if err != nil {
		return err
	}
	found := refs[:0]
	for _, r := range refs {
		if o.series == "" || r.Series == o.series {
			found = append(found, r)
		}
	}
	if o.last > 0 && len(found) > o.last {
		found = found[len(found)-o.last:]
	}
	if settings.Wiki.LogOnly { // others write the minutes
		a.sayAge(ws)
	}
	list := []meetingJSON{}
	tab := &table{heads: []lang.Text{lang.HeadDate, lang.HeadMeeting, lang.HeadStatus, lang.HeadTitle}}
	for _, ref := range found {
		m, err := ws.Head(ref)
		if err != nil {
			a.out.Warn(say(err, a.lang))
			continue
		}
		list = append(list, meetingJSON{
			ID: m.ID, Series: m.Series, Page: m.Page, Title: m.Title, Date: m.Date.String(), Start: m.Start.String(),
			End: m.End.String(), Place: m.Place, Keeper: m.Keeper, Status: string(m.Status),
		})
		tab.add(both(minutes.FormatDate(m.Date, a.lang), m.Date.String()), text(m.ID), text(string(m.Status)), text(m.Title))
	}
	if o.json {
		return a.out.JSON(list)
	}
	a.out.Table(tab)
	if len(list) == 0 {
		a.out.Talk(lang.ListNone)
	}
	return nil
}
