package cli

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/wiki"
	"telko/wiki/client"
)

type publishOptions struct {
	args   []string
	dryRun bool
}

func (a *app) newPublish() *cobra.Command {
	var o publishOptions
	c := a.command("publish [MEETING...]", lang.HelpPublish, exitConflict, exitAuth, exitBusy)
	c.Flags().BoolVarP(&o.dryRun, "dry-run", "n", false, lang.FlagDryRun.In(a.lang))
	c.ValidArgsFunction = a.completeMeetings
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.args = args
		if len(args) == 0 {
			o.args = []string{"last"}
		}
		ctx, stop := interruptible()
		defer stop()
		return a.runPublish(ctx, o)
	}
	return c
}

// runPublish publishes meetings one after the other. What one page has against
// it does not keep the others from going out; what the wiki has against the
// account does.
func (a *app) runPublish(ctx context.Context, o publishOptions) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	refs, err := a.meetings(ws, o.args)
	if err != nil {
		return err
	}
	pub, err := a.publisher(ws, o.dryRun)
	if err != nil {
		return err
	}
	var failed error
	for _, ref := range refs {
		err := a.publishOne(ctx, ws, pub, ref, o.dryRun)
		if err == nil {
			continue
		}
		var wikiErr *client.Error
		if len(refs) == 1 || errors.As(err, &wikiErr) && wikiErr.StopsRun() || ctx.Err() != nil {
			return err
		}
		a.fail(err)
		failed = &exitError{max(exitCode(err), exitCode(failed)), errSilent}
	}
	return failed
}

// publishOne publishes one meeting and says what became of it. One that is an
// agenda, or goes on, is not published unless that is what the command is for.
func (a *app) publishOne(ctx context.Context, ws *archive.Workspace, pub *wiki.Publisher, ref archive.Ref, dryRun bool, also ...minutes.Status) error {
	r, err := a.publishRef(ctx, ws, pub, ref, also...)
	if err != nil {
		var conflict *wiki.ConflictError
		if errors.As(err, &conflict) && conflict.Diff != "" {
			a.out.talk(conflict.Diff)
		}
		return err
	}
	if dryRun {
		a.out.Print(ended(r.Diff))
	}
	if r.Outcome != wiki.Unchanged {
		f, err := ws.Load(ref)
		if err != nil {
			return err
		}
		a.tellPublished(a.path(ws, ref.Path), f)
	}
	a.sayPublished(ref, r, dryRun)
	return nil
}

// publishRef publishes one meeting.
func (a *app) publishRef(ctx context.Context, ws *archive.Workspace, pub *wiki.Publisher, ref archive.Ref, also ...minutes.Status) (wiki.Result, error) {
	f, err := ws.Load(ref)
	if err != nil {
		return wiki.Result{}, err
	}
	if s := f.Meeting.Status; (s == minutes.StatusAgenda || s == minutes.StatusLive) && !slices.Contains(also, s) {
		return wiki.Result{}, lang.E(lang.PublishNotEnded, ref.ID, string(s)).Hint(lang.PublishSetStatus, a.path(ws, ref.Path))
	}
	return a.publishFile(ctx, ws, pub, ref, f)
}

// publishFile publishes one meeting as f has it.
func (a *app) publishFile(ctx context.Context, ws *archive.Workspace, pub *wiki.Publisher, ref archive.Ref, f *minutes.File) (wiki.Result, error) {
	p, err := public(ws, f)
	if err != nil {
		return wiki.Result{}, err
	}
	options, err := pageOptions(ws, ref)
	if err != nil {
		return wiki.Result{}, err
	}
	return pub.Publish(ctx, p, options)
}

// sayPublished says what became of a page. A pipe gets meeting, outcome,
// title, revision and address; of a dry run, the diff alone.
func (a *app) sayPublished(ref archive.Ref, r wiki.Result, dryRun bool) {
	if r.MovedFrom != "" {
		a.out.Talk(lang.PublishMoved, r.MovedFrom, r.Title)
	}
	if r.WikiChanged {
		a.out.Talk(lang.PublishWikiChanged, r.Title)
	}
	if r.Merged {
		a.out.Talk(lang.PublishMerged, r.Title)
	}
	if dryRun {
		a.out.Talk(told(r, dryRun), r.Title)
		return
	}
	if !a.out.outTTY {
		a.out.Record(ref.ID, string(r.Outcome), r.Title, decimal(r.Revision), r.URL)
		return
	}
	a.out.Say(told(r, false), r.Title)
	if r.URL != "" {
		a.out.Print(r.URL + "\n")
	}
}

// told says what publishing a page came to; it takes the title.
func told(r wiki.Result, dryRun bool) lang.Text {
	switch {
	case r.Outcome == wiki.Created && dryRun:
		return lang.WouldCreate
	case r.Outcome == wiki.Updated && dryRun:
		return lang.WouldUpdate
	case r.Outcome == wiki.Created:
		return lang.PublishedCreated
	case r.Outcome == wiki.Updated:
		return lang.PublishedUpdated
	case r.Outcome == wiki.Adopted:
		return lang.PublishedAdopted
	}
	return lang.PublishedUnchanged
}

// wikiClient returns what talks to the workspace's wiki, with the account that
// the user's own configuration has for it.
func (a *app) wikiClient(ws *archive.Workspace) (*client.Client, error) {
	return a.patientClient(ws, a.patience)
}

// patientClient is wikiClient with its own way to wait for a busy wiki.
func (a *app) patientClient(ws *archive.Workspace, sleep func(context.Context, time.Duration) error) (*client.Client, error) {
	return a.clientWith(ws, func(o *client.Options) { o.Sleep = sleep })
}

// clientWith is wikiClient with options that change changes.
func (a *app) clientWith(ws *archive.Workspace, change func(*client.Options)) (*client.Client, error) {
	api := ws.Settings().Wiki.API
	if api == "" {
		return nil, lang.E(lang.WikiNone).Hint(lang.WikiSetAPI)
	}
	user, err := a.user()
	if err != nil {
		return nil, err
	}
	login, ok := user.Login(api)
	if !ok {
		return nil, &exitError{exitAuth, lang.E(lang.WikiNoLogin, api).Hint(lang.WikiAddLogin, a.env.configFile(), api)}
	}
	o := client.Options{
		API: api,
		Credentials: func(ctx context.Context) (client.Credentials, error) {
			password, err := a.password(ctx, login)
			return client.Credentials{User: login.User, Password: password}, err
		},
		Version: a.version,
		Now:     a.env.Now,
	}
	change(&o)
	c, err := client.New(o)
	if err != nil {
		return nil, wiki.Explain(err)
	}
	return c, nil
}

// publisher returns what publishes to the workspace's wiki.
func (a *app) publisher(ws *archive.Workspace, dryRun bool) (*wiki.Publisher, error) {
	c, err := a.wikiClient(ws)
	if err != nil {
		return nil, err
	}
	return a.publisherOver(ws, c, dryRun)
}

// publisherOver is publisher over a client.
func (a *app) publisherOver(ws *archive.Workspace, c *client.Client, dryRun bool) (*wiki.Publisher, error) {
	state, err := a.state(ws)
	if err != nil {
		return nil, err
	}
	bases := wiki.OpenBases(state, ws.Settings().Wiki.API)
	pub := &wiki.Publisher{Reader: c, Bases: bases, Version: a.version, Writer: wiki.DryRun{}}
	if !dryRun {
		pub.Writer = &wiki.Live{Wiki: c, Bases: bases}
	}
	return pub, nil
}

// patience waits for a busy wiki. Somebody who sits there hears of it.
func (a *app) patience(ctx context.Context, d time.Duration) error {
	a.sayWait(d)
	return a.env.Sleep(ctx, d)
}

// sayWait says that the wiki keeps us waiting.
func (a *app) sayWait(d time.Duration) {
	if d >= time.Second {
		a.out.Talk(lang.PublishWaiting, int(d.Round(time.Second)/time.Second))
	}
}

// pageOptions returns what the page of ref shows beside the minutes.
func pageOptions(ws *archive.Workspace, ref archive.Ref) (wiki.PageOptions, error) {
	before, after, err := neighbours(ws, ref)
	if err != nil {
		return wiki.PageOptions{}, err
	}
	settings := ws.Settings()
	return wiki.PageOptions{
		Categories: settings.Wiki.Categories,
		TasksPage:  settings.Wiki.TasksPage,
		Before:     pageOf(ws, before),
		After:      pageOf(ws, after),
		TaskPage:   taskPages(ws),
	}, nil
}

// taskPages returns a function that finds the page of the meeting of a task.
// The register is read when the first id is asked for: most pages name none.
func taskPages(ws *archive.Workspace) func(tasks.ID) (string, bool) {
	var meetings map[tasks.ID]string
	pages := map[string]string{}
	return func(id tasks.ID) (string, bool) {
		if meetings == nil {
			meetings = map[tasks.ID]string{}
			reg, err := ws.Register()
			if err != nil {
				return "", false
			}
			for _, t := range reg.Tasks {
				if !t.Private {
					meetings[t.ID] = t.Meeting
				}
			}
		}
		meeting := meetings[id]
		if meeting == "" {
			return "", false
		}
		if _, ok := pages[meeting]; !ok {
			if ref, err := ws.Resolve(meeting); err == nil {
				pages[meeting] = pageOf(ws, ref)
			}
		}
		return pages[meeting], pages[meeting] != ""
	}
}
