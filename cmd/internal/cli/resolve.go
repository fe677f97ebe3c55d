package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/wiki"
	"telko/wiki/wikitext"
)

type resolveOptions struct {
	args               []string
	ours, theirs, both bool
	take               wordList
	text               texts
	dryRun, json       bool
}

func (a *app) newResolve() *cobra.Command {
	var o resolveOptions
	c := a.command("resolve [MEETING]", lang.HelpResolve, exitConflict, exitAuth, exitBusy)
	c.Args = upToOne
	f := c.Flags()
	f.BoolVar(&o.ours, "ours", false, lang.FlagResolveOurs.In(a.lang))
	f.BoolVar(&o.theirs, "theirs", false, lang.FlagResolveTheirs.In(a.lang))
	f.BoolVar(&o.both, "both", false, lang.FlagResolveBoth.In(a.lang))
	f.Var(&o.take, "take", lang.FlagResolveTake.In(a.lang))
	f.Var(&o.text, "text", lang.FlagResolveText.In(a.lang))
	f.BoolVarP(&o.dryRun, "dry-run", "n", false, lang.FlagDryRun.In(a.lang))
	f.BoolVar(&o.json, "json", false, lang.FlagResolveJSON.In(a.lang))
	c.ValidArgsFunction = firstArg(a.completeMeetings)
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.args = args
		return a.runResolve(o)
	}
	return c
}

// runResolve shows what both sides changed, takes a decision for each place,
// and goes on with the sync of the meeting.
func (a *app) runResolve(o resolveOptions) error {
	sides := 0
	for _, on := range []bool{o.ours, o.theirs, o.both} {
		if on {
			sides++
		}
	}
	if sides > 1 {
		return usage(lang.ResolveOneSide)
	}
	ctx, stop := interruptible()
	defer stop()
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	desk, err := a.desk(ws, deskOptions{})
	if err != nil {
		return err
	}
	disputes, err := a.disputes(ctx, ws, desk, o.args)
	if err != nil {
		return err
	}
	switch {
	case o.json:
		return a.out.JSON(disputesJSON(disputes, a.lang))
	case len(disputes) == 0:
		a.out.Talk(lang.ResolveNothing)
		return nil
	case len(disputes) > 1 && (len(o.take) > 0 || len(o.text) > 0):
		return &exitError{exitUsage, lang.E(lang.ResolveWhich).Hint(lang.ResolveWhichAre, meetingsOf(disputes))}
	}
	if !o.dryRun {
		release, err := a.lockSync(ctx, ws, locking{by: "resolve", wait: syncWait})
		if err != nil {
			return err
		}
		defer release()
	}
	code := exitDone
	for i := range disputes {
		err := a.resolve(ctx, ws, desk, &disputes[i], o)
		if errors.Is(err, errCancelled) || ctx.Err() != nil {
			return err
		}
		code = max(code, a.fail(err))
	}
	if code != exitDone {
		return &exitError{code, errSilent}
	}
	return nil
}

// disputes returns what a person has to decide: about the meeting named, or
// about all of them.
func (a *app) disputes(ctx context.Context, ws *archive.Workspace, desk *wiki.Desk, words []string) ([]wiki.Dispute, error) {
	refs, err := a.meetings(ws, words)
	if err != nil {
		return nil, err
	}
	if len(words) == 0 {
		standings, err := desk.Status(ctx, refs)
		if err != nil {
			return nil, err
		}
		refs = refs[:0:0]
		for _, s := range standings {
			if !slices.Contains([]wiki.State{wiki.StateSame, wiki.StateSkipped, wiki.StateFile, wiki.StateNew}, s.State) {
				refs = append(refs, s.Ref)
			}
		}
	}
	var out []wiki.Dispute
	for _, ref := range refs {
		d, err := desk.Conflicts(ctx, ref)
		if err != nil {
			return nil, err
		}
		if d.Reason != "" {
			out = append(out, d)
		}
	}
	return out, nil
}

// resolve settles one dispute.
func (a *app) resolve(ctx context.Context, ws *archive.Workspace, desk *wiki.Desk, d *wiki.Dispute, o resolveOptions) error {
	if len(d.Contested) == 0 {
		a.showConflict(d.Err)
		return d.Err // its hint says what decides it
	}
	var edited copies
	choices, err := a.choices(ws, d, o, &edited)
	if err != nil {
		return a.keptCopies(err, edited)
	}
	r, err := desk.Resolve(ctx, d.Ref, choices, wiki.ResolveOptions{State: d.State, DryRun: o.dryRun})
	if err == nil {
		err = r.Err
	}
	if err != nil {
		return a.keptCopies(err, edited)
	}
	edited.remove()
	t := &personTeller{a: a, o: syncOptions{pull: true, publish: true, dryRun: o.dryRun}, named: true, total: 1, ws: ws}
	t.tell(d.Ref, r)
	return t.end(nil)
}

// keptCopies adds to err where texts are that the person edited.
func (a *app) keptCopies(err error, edited copies) error {
	if len(edited) == 0 {
		return err
	}
	return a.kept(err, strings.Join(edited, ", "))
}

// choices returns a choice for each place: what flags say, else what the person
// at the terminal answers.
func (a *app) choices(ws *archive.Workspace, d *wiki.Dispute, o resolveOptions, edited *copies) ([]wikitext.Choice, error) {
	choices, decided, err := a.flagged(d, o)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(decided, false) {
		return choices, nil
	}
	if !a.out.inTTY || !a.out.errTTY {
		for i := range d.Contested {
			a.showContested(d, i)
		}
		err := lang.E(lang.ResolveUndecided, d.Ref.ID, len(d.Contested)).Hint(lang.ResolveHow, d.Ref.ID)
		return nil, &exitError{exitConflict, err}
	}
	for i := range d.Contested {
		if decided[i] {
			continue
		}
		if choices[i], err = a.askChoice(ws, d, i, edited); err != nil {
			return nil, err
		}
	}
	return choices, nil
}

// meetingsOf lists the meetings of disputes for a message.
func meetingsOf(disputes []wiki.Dispute) string {
	ids := make([]string, len(disputes))
	for i := range disputes {
		ids[i] = disputes[i].Ref.ID
	}
	return strings.Join(ids, ", ")
}
