package cli

import (
	"github.com/spf13/cobra"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/wiki"
)

type diffOptions struct {
	args   []string
	series string
}

func (a *app) newDiff() *cobra.Command {
	var o diffOptions
	c := a.command("diff [MEETING...]", lang.HelpDiff, exitConflict, exitAuth, exitBusy)
	c.Flags().StringVar(&o.series, "series", "", lang.FlagSyncSeries.In(a.lang))
	a.complete(c, "series", a.completeSeries)
	c.ValidArgsFunction = a.completeMeetings
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.args = args
		return a.runDiff(o)
	}
	return c
}

// runDiff prints what a sync would change in the files and on the pages.
func (a *app) runDiff(o diffOptions) error {
	desk, standings, err := a.standings(o.args, o.series)
	if err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	code, differ := exitDone, 0
	for _, s := range standings {
		if s.State == wiki.StateSame || s.State == wiki.StateSkipped {
			continue
		}
		d, err := desk.Diff(ctx, s.Ref)
		if err != nil {
			return err
		}
		if d.File != "" || d.Page != "" || d.Err != nil {
			differ++
		}
		a.printDifference(s.Ref, d)
		if d.Err != nil {
			code = max(code, a.fail(d.Err))
		}
	}
	if differ == 0 {
		a.out.Talk(lang.SyncNothing, len(standings))
	}
	if code != exitDone {
		return &exitError{code, errSilent}
	}
	return nil
}

// printDifference prints both diffs of a meeting; their heads say which is the
// file's and which the page's.
func (a *app) printDifference(ref archive.Ref, d wiki.Difference) {
	if d.File != "" {
		a.out.Talk(lang.DiffFile, ref.ID)
		a.out.Print(ended(d.File))
	}
	if d.Page != "" {
		a.out.Talk(lang.DiffPage, d.Title)
		a.out.Print(ended(d.Page))
	}
}
