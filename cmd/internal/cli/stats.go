package cli

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

type statsOptions struct {
	since, until string
	series       string
	only         []string
	json         bool
}

func (a *app) newStats() *cobra.Command {
	var o statsOptions
	c := a.command("stats", lang.HelpStats)
	c.Args = noArgs
	f := c.Flags()
	f.StringVar(&o.since, "since", "", lang.FlagSince.In(a.lang))
	f.StringVar(&o.until, "until", "", lang.FlagUntil.In(a.lang))
	f.StringVar(&o.series, "series", "", lang.FlagStatsSeries.In(a.lang))
	f.VarP((*wordList)(&o.only), "assignee", "a", lang.FlagStatsOnly.In(a.lang))
	f.BoolVar(&o.json, "json", false, lang.FlagJSON.In(a.lang))
	a.complete(c, "series", a.completeSeries)
	a.complete(c, "assignee", a.completePeople)
	c.RunE = func(*cobra.Command, []string) error { return a.runStats(o) }
	return c
}

// statsJSON is what one person did in one series.
type statsJSON struct {
	Nick     string `json:"nick"`
	Name     string `json:"name"`
	Series   string `json:"series"`
	Meetings int    `json:"meetings"`
	Present  int    `json:"present"`
	Excused  int    `json:"excused"`
	Promised int    `json:"promised"`
	InTime   int    `json:"in_time"`
	Late     int    `json:"late"`
	Dropped  int    `json:"dropped"`
	Open     int    `json:"open"`
	Overdue  int    `json:"overdue"`
	Extended int    `json:"extended"`
}

// runStats counts who was there, and what became of what was promised.
func (a *app) runStats(o statsOptions) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	period, err := statsPeriod(o, ws.Today())
	if err != nil {
		return err
	}
	var only []string
	if len(o.only) > 0 {
		if only, err = a.nicksOf(ws, o.only); err != nil {
			return err
		}
	}
	settings := ws.Settings()
	options := minutes.StatsOptions{People: ws.People(), Period: period, Today: ws.Today(), Zone: ws.Location()}
	for _, s := range settings.Series {
		options.Series = append(options.Series, s.Key)
	}
	if o.series != "" {
		if options.Only, err = seriesNamed(ws, o.series); err != nil {
			return err
		}
	}
	reg, err := ws.Register()
	if err != nil {
		return err
	}
	a.report(reg.Problems)
	held, err := heldIn(ws, period)
	if err != nil {
		return err
	}
	rows := []statsJSON{}
	for _, s := range minutes.CountStats(held, reg.Tasks, options) {
		if only == nil || slices.Contains(only, s.Nick) {
			rows = append(rows, statsJSON{
				s.Nick, s.Name, s.Series, s.Meetings, s.Present, s.Excused,
				s.Promised, s.InTime, s.Late, s.Dropped, s.Open, s.Overdue, s.Extended,
			})
		}
	}
	if o.json {
		return a.out.JSON(rows)
	}
	if len(rows) == 0 {
		a.out.Talk(lang.StatsNone, period.From, period.Until)
		return nil
	}
	a.out.Talk(lang.StatsPeriod, period.From, period.Until)
	a.out.Table(a.statsTable(rows))
	return nil
}

// statsPeriod reads --since and --until: days, or years, which begin and end on
// their first and last day. Without them it is the year up to today.
func statsPeriod(o statsOptions, today when.Date) (tasks.Period, error) {
	p := tasks.Period{From: today.AddDays(-364), Until: today}
	read := func(word string, month time.Month, day int, to *when.Date) error {
		if word == "" {
			return nil
		}
		if y, err := strconv.Atoi(word); err == nil && len(word) == 4 {
			*to = when.Day(y, month, day)
			return nil
		}
		d, err := when.Read(word, today.AddDays(-364)) // 1.3. is the last one, not the next
		if err != nil {
			return &exitError{exitUsage, err}
		}
		*to = d
		return nil
	}
	if err := read(o.since, time.January, 1, &p.From); err != nil {
		return p, err
	}
	if err := read(o.until, time.December, 31, &p.Until); err != nil {
		return p, err
	}
	if p.Until.Before(p.From) {
		return p, usage(lang.StatsBackwards, p.From, p.Until)
	}
	return p, nil
}

// nicksOf returns the nicks that words name, and those of groups' members.
func (a *app) nicksOf(ws *archive.Workspace, words []string) ([]string, error) {
	who, err := a.namedAssignees(ws, strings.Join(words, ","))
	if err != nil {
		return nil, err
	}
	nicks := []string{}
	for _, w := range who {
		if w.Kind == tasks.Person {
			nicks = append(nicks, w.Nick)
		}
		for _, p := range ws.People().Members(w.Nick) {
			nicks = append(nicks, p.Nick)
		}
	}
	return nicks, nil
}

// heldIn reads the meetings of a period. One that cannot be read is left out;
// the register has reported it.
func heldIn(ws *archive.Workspace, period tasks.Period) ([]*minutes.Meeting, error) {
	refs, err := ws.Meetings()
	if err != nil {
		return nil, err
	}
	var held []*minutes.Meeting
	for _, ref := range refs {
		if !period.Holds(ref.Date) {
			continue
		}
		if f, err := ws.Load(ref); err == nil {
			held = append(held, &f.Meeting)
		}
	}
	return held, nil
}
