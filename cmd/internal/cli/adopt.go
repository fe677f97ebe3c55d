package cli

import (
	"github.com/spf13/cobra"

	"telko/minutes/lang"
	"telko/wiki"
)

type adoptOptions struct {
	args                 []string
	ours, theirs, dryRun bool
}

func (a *app) newAdopt() *cobra.Command {
	var o adoptOptions
	c := a.command("adopt MEETING", lang.HelpAdopt, exitConflict, exitAuth, exitBusy)
	c.Args = oneArg
	f := c.Flags()
	f.BoolVar(&o.ours, "ours", false, lang.FlagAdoptOurs.In(a.lang))
	f.BoolVar(&o.theirs, "theirs", false, lang.FlagAdoptTheirs.In(a.lang))
	f.BoolVarP(&o.dryRun, "dry-run", "n", false, lang.FlagDryRun.In(a.lang))
	c.ValidArgsFunction = firstArg(a.completeMeetings)
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.args = args
		return a.runAdopt(o)
	}
	return c
}

// runAdopt makes a page that telko does not know, or cannot go on with, the
// meeting's own.
func (a *app) runAdopt(o adoptOptions) error {
	if o.ours && o.theirs {
		return usage(lang.ResolveOneSide)
	}
	ctx, stop := interruptible()
	defer stop()
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	ref, err := a.meeting(ws, o.args)
	if err != nil {
		return err
	}
	desk, err := a.desk(ws, deskOptions{})
	if err != nil {
		return err
	}
	if !o.dryRun {
		release, err := a.lockSync(ctx, ws, locking{by: "adopt", wait: syncWait})
		if err != nil {
			return err
		}
		defer release()
	}
	take := wiki.TakeNeither
	switch {
	case o.ours:
		take = wiki.TakeFile
	case o.theirs:
		take = wiki.TakePage
	}
	r, err := desk.Adopt(ctx, ref, wiki.AdoptOptions{Take: take, DryRun: o.dryRun})
	if err != nil {
		a.showConflict(err)
		return err
	}
	t := &personTeller{a: a, o: syncOptions{publish: true, dryRun: o.dryRun}, named: true, total: 1, ws: ws}
	t.tell(ref, r)
	return t.end(nil)
}
