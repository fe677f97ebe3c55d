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
	f.StringSliceVarP(&o.only, "assignee", "a", nil, lang.FlagStatsOnly.In(a.lang))
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
	count := counting{ws: ws, period: period, rows: map[[2]string]*statsJSON{}}
	if o.series != "" {
		if count.series, err = seriesNamed(ws, o.series); err != nil {
			return err
		}
	}
	reg, err := ws.Register()
	if err != nil {
		return err
	}
	a.report(reg.Problems)
	if err := count.attendance(); err != nil {
		return err
	}
	count.promises(reg.Tasks)
	rows := count.sorted(only)
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

// counting is the work of one stats.
type counting struct {
	ws     *archive.Workspace
	period tasks.Period
	series string                   // "" for all
	rows   map[[2]string]*statsJSON // by nick and series
}

// row returns what is counted for whoever word names in a series.
func (c *counting) row(word, series string) *statsJSON {
	nick, name := word, ""
	if p, ok := c.ws.People().Find(word); ok {
		nick, name = p.Nick, p.Name
	}
	key := [2]string{nick, series}
	if c.rows[key] == nil {
		c.rows[key] = &statsJSON{Nick: nick, Name: name, Series: series}
	}
	return c.rows[key]
}

// attendance counts the meetings that were held, and who of the team was there.
// A meeting without a list of people says nothing about anybody.
func (c *counting) attendance() error {
	refs, err := c.ws.Meetings()
	if err != nil {
		return err
	}
	held := map[string]int{}
	for _, ref := range refs {
		if !c.period.Holds(ref.Date) || c.series != "" && ref.Series != c.series {
			continue
		}
		f, err := c.ws.Load(ref)
		if err != nil {
			continue // the register has reported it
		}
		m := &f.Meeting
		if m.Status == minutes.StatusAgenda || m.Status == minutes.StatusLive || len(m.Present) == 0 {
			continue
		}
		held[m.Series]++
		for _, p := range m.Present {
			if !p.Guest {
				c.row(nickOrName(p.Nick, p.Name), m.Series).Present++
			}
		}
		for _, p := range m.Absent {
			if r := c.row(nickOrName(p.Nick, p.Name), m.Series); p.Excuse == minutes.Excused {
				r.Excused++
			}
		}
	}
	for _, r := range c.rows {
		r.Meetings = held[r.Series]
	}
	return nil
}

func nickOrName(nick, name string) string {
	if nick != "" {
		return nick
	}
	return name
}

// promises counts what became of tasks, series by series. What was added
// between meetings belongs to the only series, if there is but one.
func (c *counting) promises(ts []tasks.Task) {
	settings := c.ws.Settings()
	bySeries := map[string][]tasks.Task{}
	for _, t := range ts {
		if t.Series == "" && len(settings.Series) == 1 {
			t.Series = settings.Series[0].Key
		}
		if c.series == "" || t.Series == c.series {
			bySeries[t.Series] = append(bySeries[t.Series], t)
		}
	}
	held := map[string]int{}
	for _, r := range c.rows {
		held[r.Series] = r.Meetings
	}
	for series, some := range bySeries {
		for nick, k := range tasks.CountKept(some, c.period, c.ws.Today(), c.ws.Location()) {
			r := c.row(nick, series)
			r.Meetings = held[series]
			r.Promised += k.Promised
			r.InTime += k.InTime
			r.Late += k.Late
			r.Dropped += k.Dropped
			r.Open += k.Open
			r.Overdue += k.Overdue
			r.Extended += k.Extended
		}
	}
}

// sorted returns the rows, of some nicks if only is not nil, by series and name.
func (c *counting) sorted(only []string) []statsJSON {
	out := []statsJSON{}
	for _, r := range c.rows {
		if only == nil || slices.Contains(only, r.Nick) {
			out = append(out, *r)
		}
	}
	slices.SortFunc(out, func(a, b statsJSON) int {
		if d := strings.Compare(a.Series, b.Series); d != 0 {
			return d
		}
		return strings.Compare(strings.ToLower(a.Nick), strings.ToLower(b.Nick))
	})
	return out
}
