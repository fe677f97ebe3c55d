package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/motions"
)

type motionsListOptions struct {
	states                      []string
	petitioner, meeting, search string
	olderThan, limit            int
	unanswered, json, exitCode  bool
}

// motionsLister returns a command that lists motions: `motions` itself, and
// `list`.
func (a *app) motionsLister(use string, h lang.Help) *cobra.Command {
	var o motionsListOptions
	c := a.command(use, h)
	c.Args = noArgs
	f := c.Flags()
	f.Var((*wordList)(&o.states), "state", lang.FlagMotionState.In(a.lang))
	f.StringVar(&o.petitioner, "petitioner", "", lang.FlagMotionPetitioner.In(a.lang))
	f.IntVar(&o.olderThan, "older-than", -1, lang.FlagMotionOlder.In(a.lang))
	f.BoolVar(&o.unanswered, "unanswered", false, lang.FlagMotionUnanswered.In(a.lang))
	f.StringVar(&o.meeting, "meeting", "", lang.FlagMotionMeeting.In(a.lang))
	f.StringVar(&o.search, "search", "", lang.FlagSearch.In(a.lang))
	f.IntVarP(&o.limit, "limit", "n", 0, lang.FlagLimit.In(a.lang))
	f.BoolVar(&o.json, "json", false, lang.FlagJSON.In(a.lang))
	f.BoolVar(&o.exitCode, "exit-code", false, lang.FlagExitCode.In(a.lang))
	a.complete(c, "state", completeMotionStates)
	a.complete(c, "meeting", a.completeMeetings)
	c.RunE = func(c *cobra.Command, _ []string) error {
		if c.Flags().Changed("older-than") && o.olderThan < 0 {
			return usage(lang.CLINotNegative, "--older-than")
		}
		return a.runMotionsList(o)
	}
	return c
}

func (a *app) runMotionsList(o motionsListOptions) error {
	if o.limit < 0 {
		return usage(lang.CLINotNegative, "--limit")
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	keep, err := a.motionFilter(ws, o)
	if err != nil {
		return err
	}
	from := ws.ListMotions
	if o.json || o.search != "" { // texts are asked for
		from = ws.MotionRegister
	}
	reg, err := from()
	if err != nil {
		return err
	}
	a.report(reg.Problems)
	var found []*motions.Record
	for _, r := range reg.Motions {
		if keep(r) {
			found = append(found, r)
		}
	}
	more := 0
	if o.limit > 0 && len(found) > o.limit {
		found, more = found[:o.limit], len(found)-o.limit
	}
	switch {
	case o.json:
		if err := a.out.JSON(motionsJSON(found)); err != nil {
			return err
		}
	default:
		a.out.Table(a.motionTable(found))
	}
	switch {
	case more > 0:
		a.out.Talk(lang.MotionsMore, more)
	case len(found) == 0:
		a.out.Talk(lang.MotionsNone)
	}
	if o.exitCode && len(found) > 0 {
		return &exitError{exitFailed, errSilent}
	}
	return nil
}

// motionFilter returns which motions o is about.
func (a *app) motionFilter(ws *archive.Workspace, o motionsListOptions) (func(*motions.Record) bool, error) {
	inState, err := motionStates(o.states)
	if err != nil {
		return nil, err
	}
	meeting := ""
	if o.meeting != "" {
		ref, err := a.meeting(ws, []string{o.meeting})
		if err != nil {
			return nil, err
		}
		meeting = ref.ID
		if len(o.states) == 0 {
			inState = func(*motions.Record) bool { return true }
		}
	}
	today := ws.Today()
	return func(r *motions.Record) bool {
		return inState(r) &&
			(!o.unanswered || r.Unanswered) &&
			(o.olderThan < 0 || today.Sub(r.Received) > o.olderThan && openMotion(r)) &&
			(o.petitioner == "" || slices.ContainsFunc(r.Petitioners, func(p motions.Petitioner) bool { return holds(p.Name+" "+p.Role, o.petitioner) })) &&
			(meeting == "" || slices.ContainsFunc(r.Places, func(p motions.Place) bool { return p.Meeting == meeting })) &&
			(o.search == "" || holds(motionText(r), o.search))
	}, nil
}

// holds reports whether text has all words, whatever their case and accents.
func holds(text, words string) bool {
	text = lang.Key(text)
	for _, w := range strings.Fields(words) {
		if !strings.Contains(text, lang.Key(w)) {
			return false
		}
	}
	return true
}

// motionText returns all that stands in a motion.
func motionText(r *motions.Record) string {
	var b strings.Builder
	b.WriteString(string(r.ID) + " " + r.Title + " " + petitioners(r, " "))
	for i := range r.Parts {
		b.WriteString("\n" + r.Parts[i].Text)
	}
	return b.String()
}

// stateWords are the words that --state takes: open and all, then those of
// the three tracks.
func stateWords() []string {
	return []string{
		"open", "all",
		"received", "scheduled", "discussed", "answered", "closed", "withdrawn", "inadmissible", "settled", "postponed",
		"accepted", "accepted-with-changes", "rejected", "not-decided", "referred", "not-competent",
		"unrealised", "realised",
	}
}

// motionStates reads --state. Without it, what there is something left to do
// about.
func motionStates(words []string) (func(*motions.Record) bool, error) {
	if len(words) == 0 {
		return openMotion, nil
	}
	for _, w := range words {
		if !slices.Contains(stateWords(), strings.ToLower(w)) {
			return nil, usage(lang.MotionNoState, w, strings.Join(stateWords(), ", "))
		}
	}
	return func(r *motions.Record) bool {
		return slices.ContainsFunc(words, func(w string) bool { return inMotionState(r, strings.ToLower(w)) })
	}, nil
}

func inMotionState(r *motions.Record, word string) bool {
	switch word {
	case "all":
		return true
	case "open":
		return openMotion(r)
	case "realised":
		return r.Realisation == motions.Realised
	case "unrealised":
		return r.Realisation == motions.Unrealised
	case "accepted":
		return r.Outcome == motions.Accepted || r.Outcome == motions.AcceptedChanged
	}
	return string(r.Handling) == word || strings.ReplaceAll(string(r.Outcome), " ", "-") == word && word != ""
}

func completeMotionStates(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var out []cobra.Completion
	for _, s := range stateWords() {
		if strings.HasPrefix(s, typed) {
			out = append(out, s)
		}
	}
	return out, noFiles
}
