package cli

import (
	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks/when"
)

type decisionsOptions struct {
	search, since, meeting         string
	realised, unrealised, standing bool
	limit                          int
	json                           bool
}

// newDecisions returns the command that lists the ledger of decisions.
func (a *app) newDecisions() *cobra.Command {
	var o decisionsOptions
	c := a.command("decisions", lang.HelpDecisions)
	c.Args = noArgs
	f := c.Flags()
	f.StringVar(&o.search, "search", "", lang.FlagSearch.In(a.lang))
	f.StringVar(&o.since, "since", "", lang.FlagDecisionsSince.In(a.lang))
	f.StringVar(&o.meeting, "meeting", "", lang.FlagDecisionsMeeting.In(a.lang))
	f.BoolVar(&o.realised, "realised", false, lang.FlagDecisionsRealised.In(a.lang))
	f.BoolVar(&o.unrealised, "unrealised", false, lang.FlagDecisionsOpen.In(a.lang))
	f.BoolVar(&o.standing, "standing", false, lang.FlagDecisionsStanding.In(a.lang))
	f.IntVarP(&o.limit, "last", "n", 0, lang.FlagLast.In(a.lang))
	f.BoolVar(&o.json, "json", false, lang.FlagJSON.In(a.lang))
	a.complete(c, "meeting", a.completeMeetings)
	a.complete(c, "since", a.completeDates)
	c.RunE = func(*cobra.Command, []string) error { return a.runDecisions(o) }
	return c
}

// decisionJSON is an entry of the ledger.
type decisionJSON struct {
	ID           string          `json:"id"`
	Date         string          `json:"date"`
	Time         string          `json:"time"`
	Meeting      string          `json:"meeting"`
	Title        string          `json:"title"` // of the motion, "" for a decision without one
	Outcome      string          `json:"outcome"`
	Text         string          `json:"text"`
	Vote         *motionVoteJSON `json:"vote"`
	Realised     bool            `json:"realised"`
	Realisation  string          `json:"realisation"`
	RealisedOn   string          `json:"realised_on"`
	RealisedAt   string          `json:"realised_at"`
	SupersededBy []string        `json:"superseded_by"`
	Private      bool            `json:"private"`
}

// runDecisions lists the ledger.
func (a *app) runDecisions(o decisionsOptions) error {
	if o.realised && o.unrealised {
		return usage(lang.MotionFlagsExclude, "--realised", "--unrealised")
	}
	if o.limit < 0 {
		return usage(lang.CLINotNegative, "--last")
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	var since when.Date
	if o.since != "" {
		if since, err = when.Read(o.since, ws.Today()); err != nil {
			return &exitError{exitUsage, err}
		}
	}
	meeting := ""
	if o.meeting != "" {
		ref, err := a.meeting(ws, []string{o.meeting})
		if err != nil {
			return err
		}
		meeting = ref.ID
	}
	from := ws.ListMotions
	if o.search != "" { // texts are asked for
		from = ws.MotionRegister
	}
	reg, err := from()
	if err != nil {
		return err
	}
	a.report(reg.Problems)
	var found []*motions.Record
	for _, r := range reg.Ledger() {
		if (o.realised && r.Realisation != motions.Realised) || (o.unrealised && r.Realisation != motions.Unrealised) ||
			(o.standing && len(r.SupersededBy()) > 0) || r.Ruling.Date.Before(since) ||
			(meeting != "" && r.Ruling.Meeting != meeting) ||
			(o.search != "" && !holds(motionText(r)+" "+r.Ruling.Text, o.search)) {
			continue
		}
		found = append(found, r)
	}
	if o.limit > 0 && len(found) > o.limit {
		found = found[len(found)-o.limit:]
	}
	if o.json {
		return a.out.JSON(decisionsJSON(found))
	}
	a.out.Table(a.decisionTable(found))
	if len(found) == 0 {
		a.out.Talk(lang.DecisionsNone)
	}
	return nil
}

func decisionsJSON(rs []*motions.Record) []decisionJSON {
	out := make([]decisionJSON, 0, len(rs))
	for _, r := range rs {
		d := r.Ruling
		j := decisionJSON{
			ID: string(r.ID), Date: d.Date.String(), Time: d.Time.String(), Meeting: d.Meeting, Title: r.Title,
			Outcome: string(d.Outcome), Text: d.Text, Vote: voteJSON(d.Vote),
			Realised: r.Realisation == motions.Realised, Realisation: string(r.Realisation),
			RealisedOn: r.RealisedOn.String(), RealisedAt: r.RealisedAt, SupersededBy: []string{}, Private: r.Private,
		}
		for _, id := range r.SupersededBy() {
			j.SupersededBy = append(j.SupersededBy, string(id))
		}
		out = append(out, j)
	}
	return out
}

// decisionTable returns the ledger as a list.
func (a *app) decisionTable(rs []*motions.Record) *table {
	tab := &table{heads: []lang.Text{lang.HeadID, lang.HeadDate, lang.HeadState, lang.HeadVote, lang.HeadDecision}}
	for _, r := range rs {
		d := r.Ruling
		vote := ""
		if d.Vote != nil {
			vote = minutes.FormatVote(d.Vote, a.lang)
		}
		state := minutes.FormatOutcome(d.Outcome, a.lang)
		switch r.Realisation {
		case motions.Realised:
			state += ", " + lang.MotionRealised.In(a.lang)
		case motions.Unrealised:
			state += ", " + lang.MotionUnrealised.In(a.lang)
		}
		by := ""
		for _, id := range r.SupersededBy() {
			by += string(id) + " "
		}
		if by != "" {
			state += ", " + lang.MotionSupersededBy.In(a.lang) + " #" + by[:len(by)-1]
			by = by[:len(by)-1]
		}
		what := oneLine(d.Text)
		if r.Title != "" {
			what = r.Title
			if d.Text != "" && d.Text != minutes.FormatOutcome(d.Outcome, a.lang) {
				what += ": " + oneLine(d.Text)
			}
		}
		tab.add(
			text(string(r.ID)),
			both(minutes.FormatDate(d.Date, a.lang), d.Date.String()),
			both(state, string(d.Outcome)),
			text(vote),
			both(what, string(r.Realisation)),
			text(by), text(d.Meeting), text(what),
		)
	}
	return tab
}
