package cli

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/wiki"
	"telko/wiki/client"
)

func (a *app) newPublish() *cobra.Command {
	o := syncOptions{publish: true, drafts: true}
	all := false
	c := a.syncCommand("publish [MEETING...]", lang.HelpPublish, &o)
	c.Flags().BoolVar(&all, "all", false, lang.FlagPublishAll.In(a.lang))
	c.Flags().BoolVar(&o.withdraw, "withdraw", false, lang.FlagSyncWithdraw.In(a.lang))
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.args = args
		if all && (len(args) > 0 || o.series != "") {
			return usage(lang.SyncEither)
		}
		if len(args) == 0 && o.series == "" && !all {
			o.args = []string{"last"}
		}
		return a.runSync(o)
	}
	return c
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
	if !ok && !ws.Settings().Wiki.LogOnly { // who only reads a public wiki needs none
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
	if !ok {
		o.Credentials = nil
	}
	change(&o)
	c, err := client.New(o)
	if err != nil {
		return nil, wiki.Explain(err)
	}
	return c, nil
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
