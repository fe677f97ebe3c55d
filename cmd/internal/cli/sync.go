package cli

import (
	"context"
	"math/rand/v2"
	"time"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/wiki"
)

// syncOptions are those of publish, pull and sync: the meetings, and what may be
// done with them.
type syncOptions struct {
	args             []string
	series           string
	pull, publish    bool
	dryRun, accept   bool
	withdraw, drafts bool
	bot, logJSON     bool
	also             []minutes.Status
}

// options returns what the desk is told.
func (o *syncOptions) options() wiki.SyncOptions {
	return wiki.SyncOptions{
		Pull: o.pull, Publish: o.publish, DryRun: o.dryRun, Accept: o.accept,
		Drafts: o.drafts, Also: o.also, Withdrawn: o.withdraw,
	}
}

// locking says who the run is to others, and how long it waits for them.
func (o *syncOptions) locking() locking {
	switch {
	case o.bot:
		return locking{by: "sync --bot"}
	case !o.pull:
		return locking{by: "publish", wait: syncWait}
	case !o.publish:
		return locking{by: "pull", wait: syncWait}
	}
	return locking{by: "sync", wait: syncWait}
}

// syncCommand returns a command with the flags that all three have.
func (a *app) syncCommand(use string, h lang.Help, o *syncOptions) *cobra.Command {
	c := a.command(use, h, exitConflict, exitAuth, exitBusy)
	c.Flags().BoolVarP(&o.dryRun, "dry-run", "n", false, lang.FlagDryRun.In(a.lang))
	c.Flags().StringVar(&o.series, "series", "", lang.FlagSyncSeries.In(a.lang))
	a.complete(c, "series", a.completeSeries)
	c.ValidArgsFunction = a.completeMeetings
	return c
}

func (a *app) newPull() *cobra.Command {
	o := syncOptions{pull: true}
	c := a.syncCommand("pull [MEETING...]", lang.HelpPull, &o)
	c.Flags().BoolVar(&o.accept, "accept", false, lang.FlagSyncAccept.In(a.lang))
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.args = args
		return a.runSync(o)
	}
	return c
}

func (a *app) newSync() *cobra.Command {
	o := syncOptions{pull: true, publish: true}
	c := a.syncCommand("sync [MEETING...]", lang.HelpSync, &o)
	c.Flags().BoolVar(&o.withdraw, "withdraw", false, lang.FlagSyncWithdraw.In(a.lang))
	c.Flags().BoolVar(&o.bot, "bot", false, lang.FlagSyncBot.In(a.lang))
	c.Flags().BoolVar(&o.logJSON, "log-json", false, lang.FlagSyncLogJSON.In(a.lang))
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.args = args
		return a.runSync(o)
	}
	return c
}

// syncTeller says what becomes of a run.
type syncTeller interface {
	// begin is told of how many meetings it is.
	begin(ws *archive.Workspace, meetings int)
	// tell says what became of one meeting.
	tell(ref archive.Ref, r wiki.Result)
	// page says what became of one of telko's own pages.
	page(p wiki.OwnPage)
	// wait says that the wiki keeps the run waiting.
	wait(d time.Duration)
	// end closes the run, which err may have ended. What it returns ends the
	// command.
	end(err error) error
}

// runSync brings files and pages together.
func (a *app) runSync(o syncOptions) error {
	switch {
	case o.logJSON && !o.bot:
		return usage(lang.SyncLogNeedsBot)
	case o.withdraw && o.bot:
		return usage(lang.SyncBotDecidesNothing)
	}
	ctx, stop := interruptible()
	defer stop()
	t := a.syncTeller(o)
	return t.end(a.sync(ctx, o, t))
}

// sync does it, and tells t.
func (a *app) sync(ctx context.Context, o syncOptions, t syncTeller) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	refs, err := a.chosen(ws, o.args, o.series)
	if err != nil {
		return err
	}
	do := deskOptions{bot: o.bot, sleep: func(ctx context.Context, d time.Duration) error {
		t.wait(d)
		return a.env.Sleep(ctx, d)
	}}
	if r, ok := t.(interface{ request() }); ok {
		do.request = r.request
	}
	desk, err := a.desk(ws, do)
	if err != nil {
		return err
	}
	if !o.dryRun {
		release, err := a.lockSync(ctx, ws, o.locking())
		if err != nil {
			return err
		}
		defer release()
	}
	if ws.Settings().Wiki.LogOnly {
		if desk, refs, err = a.syncClone(ctx, ws, desk, &o, refs); err != nil {
			return err
		}
		if ws, err = a.workspace(); err != nil {
			return err
		}
	}
	byID := make(map[string]archive.Ref, len(refs))
	for _, ref := range refs {
		byID[ref.ID] = ref
	}
	t.begin(ws, len(refs))
	meetings := o.options()
	meetings.Publish = o.publish && !ws.Settings().Wiki.LogOnly
	err = desk.Sync(ctx, refs, meetings, func(r wiki.Result) { t.tell(byID[r.Meeting], r) })
	if err != nil || !o.publish && (len(o.args) > 0 || o.series != "") {
		return err
	}
	// The lists of all meetings go with whatever is published. They are never
	// written without taking what somebody ticked off there.
	return desk.SyncPages(ctx, wiki.PagesOptions{
		Pull: true, Publish: o.publish, DryRun: o.dryRun, Sleep: do.sleep, Random: rand.Float64,
	}, t.page)
}
