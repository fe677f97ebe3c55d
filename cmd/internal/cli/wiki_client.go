package cli

import (
	"context"
	"time"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/wiki"
	"telko/wiki/client"
)

// wikiClient returns what talks to the workspace's wiki, with the account that
// the user's own configuration has for it.
func (a *app) wikiClient(ws *archive.Workspace) (*client.Client, error) {
	return a.clientWith(ws, func(o *client.Options) { o.Sleep = a.patience })
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
