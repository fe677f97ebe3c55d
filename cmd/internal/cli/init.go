package cli

import (
	"strings"
	"time"

	"github.com/spf13/cobra"

	"telko/minutes/archive"
	"telko/minutes/imports"
	"telko/minutes/lang"
	"telko/tasks/when"
)

type initOptions struct {
	dir                                     string
	team, language, series, wiki, zone, day string
	yes                                     bool
}

func (a *app) newInit() *cobra.Command {
	var o initOptions
	c := a.command("init [DIR]", lang.HelpInit)
	c.Args = upToOne
	f := c.Flags()
	f.StringVar(&o.team, "team", "", lang.FlagTeam.In(a.lang))
	f.StringVar(&o.language, "language", "", lang.FlagLanguage.In(a.lang))
	f.StringVar(&o.series, "series", "", lang.FlagSeriesTitle.In(a.lang))
	f.StringVar(&o.day, "time", "", lang.FlagSeriesTime.In(a.lang))
	f.StringVar(&o.wiki, "wiki", "", lang.FlagWiki.In(a.lang))
	f.StringVar(&o.zone, "timezone", "", lang.FlagZone.In(a.lang))
	f.BoolVarP(&o.yes, "yes", "y", false, lang.FlagYes.In(a.lang))
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.dir = "."
		if len(args) > 0 {
			o.dir = args[0]
		}
		return a.runInit(o)
	}
	return c
}

// runInit makes a workspace. It asks for what no flag says, each with a
// default; without a terminal or with --yes the defaults are taken.
func (a *app) runInit(o initOptions) error {
	if !o.yes && !a.out.inTTY {
		return &exitError{exitUsage, lang.E(lang.InitNoTerminal).Hint(lang.InitSayYes)}
	}
	root := a.env.abs(o.dir)
	if o.language == "" {
		o.language = a.env.minutesLanguage().Code()
		if err := a.fill(&o, &o.language, lang.InitLanguage, o.language); err != nil {
			return err
		}
	}
	l, err := a.language(o.language)
	if err != nil {
		return err
	}
	a.lang, a.out.lang = l, l
	s := archive.DefaultSettings()
	s.Lang = l
	if o.zone != "" {
		s.TimeZone = o.zone
	}
	if err := a.fill(&o, &o.team, lang.InitTeam, lang.InitTeamOffered.In(l)); err != nil {
		return err
	}
	s.Team = o.team
	offered := s.Team + "-" + lang.InitTelco.In(l)
	if s.Team == lang.InitTeamOffered.In(l) {
		offered = lang.InitSeriesOffered.In(l)
	}
	if err := a.fill(&o, &o.series, lang.InitSeries, offered); err != nil {
		return err
	}
	if err := a.fill(&o, &o.day, lang.InitTime, ""); err != nil {
		return err
	}
	series, err := newSeries(s.Team, o.series, o.day, l)
	if err != nil {
		return err
	}
	s.Series = []archive.Series{series}
	if err := a.fill(&o, &o.wiki, lang.InitWiki, ""); err != nil {
		return err
	}
	s.Wiki.API = o.wiki
	if s.Wiki.API != "" {
		pages := lang.InitPages.In(l)
		s.Wiki.IndexPage = s.Team + "/" + pages
		s.Wiki.TasksPage = s.Team + "/" + lang.InitTasksPage.In(l)
		s.Wiki.MotionsPage = s.Team + "/" + lang.InitMotionsPage.In(l)
	}
	if err := archive.Init(root, archive.InitOptions{Settings: s}); err != nil {
		return err
	}
	a.out.Print(root + "\n")
	a.out.Hint(lang.InitNext, a.env.configFile())
	return nil
}

// fill asks for what no flag said, unless the user wants no questions.
func (a *app) fill(o *initOptions, value *string, question lang.Text, offered string) error {
	if *value != "" && value != &o.language {
		return nil
	}
	if o.yes {
		*value = offered
		return nil
	}
	answer, err := a.ask(question, offered)
	*value = answer
	return err
}

// newSeries returns the series of a new workspace.
func newSeries(team, title, day string, l lang.Lang) (archive.Series, error) {
	s := archive.Series{Key: imports.Slug(title), Title: title, Page: team + "/" + lang.InitPages.In(l) + "/{date} - " + title}
	if s.Key == "" {
		s.Key = "telko"
	}
	for _, word := range strings.Fields(day) {
		if c, err := when.ReadClock(word); err == nil {
			s.Time = c
			continue
		}
		d, ok := weekday(word)
		if !ok {
			return s, usage(lang.InitBadTime, day)
		}
		s.Weekday, s.Regular = d, true
	}
	return s, nil
}

// weekday reads a day of the week in either language.
func weekday(word string) (time.Weekday, bool) {
	// Any week will do: the words mean the next such day after a Sunday.
	sunday := when.Day(2024, time.January, 7)
	if strings.ContainsAny(word, "0123456789+-") {
		return 0, false
	}
	d, err := when.Read(word, sunday)
	if err != nil || d.Sub(sunday) < 1 || d.Sub(sunday) > 7 {
		return 0, false
	}
	return d.Weekday(), true
}
