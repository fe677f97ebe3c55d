package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"telko/minutes/lang"
	"telko/wiki"
)

type statusOptions struct {
	args      []string
	series    string
	all, json bool
}

func (a *app) newStatus() *cobra.Command {
	var o statusOptions
	c := a.command("status [MEETING...]", lang.HelpStatus, exitAuth, exitBusy)
	c.Flags().StringVar(&o.series, "series", "", lang.FlagSyncSeries.In(a.lang))
	c.Flags().BoolVar(&o.all, "all", false, lang.FlagStatusAll.In(a.lang))
	c.Flags().BoolVar(&o.json, "json", false, lang.FlagJSON.In(a.lang))
	a.complete(c, "series", a.completeSeries)
	c.ValidArgsFunction = a.completeMeetings
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.args = args
		return a.runStatus(o)
	}
	return c
}

// standingJSON is how a meeting stands to its page.
type standingJSON struct {
	Meeting  string `json:"meeting"`
	State    string `json:"state"`
	Page     string `json:"page"`
	Before   string `json:"before"`
	URL      string `json:"url"`
	Revision int    `json:"revision"`
	Error    string `json:"error"`
}

// runStatus lists the meetings whose file and page are not the same.
func (a *app) runStatus(o statusOptions) error {
	_, standings, err := a.standings(o.args, o.series)
	if err != nil {
		return err
	}
	named := o.all || len(o.args) > 0
	shown := slices.DeleteFunc(slices.Clone(standings), func(s wiki.Standing) bool {
		return !named && (s.State == wiki.StateSame || s.State == wiki.StateSkipped) && s.Before == ""
	})
	list := []standingJSON{}
	tab := &table{heads: []lang.Text{lang.HeadMeeting, lang.HeadState, lang.HeadPage}}
	for i := range shown {
		s := &shown[i]
		what := stateSaidOf(s.State).In(a.lang)
		failed := ""
		if s.Err != nil {
			failed = say(s.Err, a.lang)
			what += ": " + failed
		}
		if s.Before != "" {
			what += " (" + lang.StatusMoved.In(a.lang, s.Before) + ")"
		}
		list = append(list, standingJSON{s.Ref.ID, string(s.State), s.Title, s.Before, s.URL, s.Revision, failed})
		tab.add(text(s.Ref.ID), both(what, string(s.State)), text(s.Title), text(decimal(s.Revision)), text(s.URL), text(s.Before))
	}
	if o.json {
		return a.out.JSON(list)
	}
	a.out.Table(tab)
	if len(shown) == 0 {
		a.out.Talk(lang.SyncNothing, len(standings))
	}
	return nil
}

// standings asks how files and pages stand.
func (a *app) standings(words []string, series string) (*wiki.Desk, []wiki.Standing, error) {
	ctx, stop := interruptible()
	defer stop()
	ws, err := a.workspace()
	if err != nil {
		return nil, nil, err
	}
	refs, err := a.chosen(ws, words, series)
	if err != nil {
		return nil, nil, err
	}
	desk, err := a.desk(ws, deskOptions{})
	if err != nil {
		return nil, nil, err
	}
	standings, err := desk.Status(ctx, refs)
	return desk, standings, err
}

// stateSaidOf says a state in a few words.
func stateSaidOf(s wiki.State) lang.Text {
	switch s {
	case wiki.StateSame:
		return lang.StatusSame
	case wiki.StateFile:
		return lang.StatusFile
	case wiki.StateWiki:
		return lang.StatusWiki
	case wiki.StateBoth:
		return lang.StatusBoth
	case wiki.StateNew:
		return lang.StatusNew
	case wiki.StateUnknown:
		return lang.StatusUnknown
	case wiki.StateDeleted:
		return lang.StatusDeleted
	case wiki.StateSetBack:
		return lang.StatusSetBack
	case wiki.StateSkipped:
		return lang.StatusSkipped
	case wiki.StateElsewhere:
		return lang.StatusElsewhere
	}
	return lang.StatusUnread
}
