package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/imports"
	"telko/minutes/lang"
	"telko/wiki"
	"telko/wiki/client"
)

func (a *app) newClone() *cobra.Command {
	c := a.command("clone URL PAGE [DIR]", lang.HelpClone, exitAuth, exitBusy)
	c.Args = func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) < 2:
			return usage(lang.CLITooFewArgs)
		case len(args) > 3:
			return usage(lang.CLITooManyArgs, args[3])
		}
		return nil
	}
	c.RunE = func(_ *cobra.Command, args []string) error {
		ctx, stop := interruptible()
		defer stop()
		if page := strings.Trim(args[1], "/ "); page == "" || strings.Contains(page, "://") {
			return usage(lang.CloneNoTitle, args[1])
		}
		dir := imports.Slug(args[1])
		if len(args) > 2 {
			dir = args[2]
		}
		return a.runClone(ctx, args[0], strings.TrimSuffix(args[1], "/"), dir)
	}
	return c
}

// runClone makes a workspace of what a team shares on its wiki.
func (a *app) runClone(ctx context.Context, api, page, dir string) error {
	c, err := a.clientFor(api)
	if err != nil {
		return err
	}
	shared, err := c.Page(ctx, wiki.SettingsPage(page))
	if err != nil {
		return wiki.Explain(err)
	}
	settings, people, err := wiki.ReadSettings(shared, page)
	if err != nil {
		return err
	}
	settings.Wiki.API, settings.Wiki.LogOnly = api, true
	a.lang, a.out.lang = settings.Lang, settings.Lang
	roster, err := minutes.NewPeople(people)
	if err != nil {
		return err
	}
	me, err := a.whoClones(roster)
	if err != nil {
		return err
	}
	root := a.env.abs(dir)
	ws, err := a.cloned(root, shared, archive.InitOptions{Settings: settings, People: people})
	if err != nil {
		return err
	}
	release, err := a.lockSync(ctx, ws, locking{by: "clone", wait: syncWait})
	if err != nil {
		return err
	}
	defer release()
	failed := a.fetch(ctx, ws, c, false)
	if err := a.saveMe(me); err != nil {
		a.out.Warn(say(err, a.lang))
	}
	a.out.Print(root + "\n")
	if failed != nil {
		return failed
	}
	if me == "" {
		a.out.Hint(lang.CloneNoMe, a.env.configFile(), nicks(roster))
	}
	if _, ok, err := a.login(ws); err == nil && !ok {
		a.out.Hint(lang.CloneNoLogin, api, a.env.configFile())
	}
	a.out.Hint(lang.CloneNext, quoted(dir))
	return nil
}

// cloned makes the workspace root of the settings shared. Where a clone that was
// broken off has made it before, it is opened, and the rest is fetched.
func (a *app) cloned(root string, shared client.Page, o archive.InitOptions) (*archive.Workspace, error) {
	made := archive.Init(root, o)
	if made != nil && !errors.Is(made, archive.ErrExists) {
		return nil, made
	}
	ws, err := archive.Open(root, archive.Options{Now: a.env.Now, Version: a.version + build()})
	if err != nil {
		return nil, err
	}
	if is, want := ws.Settings().Wiki, o.Settings.Wiki; made != nil && (!is.LogOnly || is.API != want.API || is.IndexPage != want.IndexPage) {
		return nil, lang.E(lang.ArchiveIsWorkspace, root).Hint(lang.CloneElsewhere).Because(archive.ErrExists)
	}
	a.opened = &opened{ws: ws}
	if made != nil {
		return ws, nil // what is new in the settings is the next pull's
	}
	state, err := a.state(ws)
	if err != nil {
		return nil, err
	}
	from := wiki.SharedSettings{Workspace: ws, States: wiki.OpenPageStates(state, o.Settings.Wiki.API)}
	return ws, from.Made(shared)
}

// clientFor returns what talks to a wiki, with the user's account if there is
// one.
func (a *app) clientFor(api string) (*client.Client, error) {
	user, err := a.user()
	if err != nil {
		return nil, err
	}
	o := client.Options{API: api, Version: a.version, Now: a.env.Now, Sleep: a.patience}
	if login, ok := user.Login(api); ok {
		o.Credentials = func(ctx context.Context) (client.Credentials, error) {
			password, err := a.password(ctx, login)
			return client.Credentials{User: login.User, Password: password}, err
		}
	}
	c, err := client.New(o)
	return c, wiki.Explain(err)
}

// whoClones returns who the user is among the team: as said on the command line
// or in the configuration, else by asking. "" if nobody said and nobody can be
// asked.
func (a *app) whoClones(people *minutes.People) (string, error) {
	user, err := a.user()
	if err != nil {
		return "", err
	}
	for _, word := range []string{a.me, a.env.Getenv("TELKO_USER"), user.Me} {
		if word == "" {
			continue
		}
		if p, ok := people.Find(word); ok {
			return p.Nick, nil
		}
		if word == a.me {
			return "", usage(lang.CloneNobody, word)
		}
	}
	for a.out.inTTY && len(people.All()) > 0 {
		question := lang.CloneWho.In(a.lang, nicks(people))
		word, err := a.ask(lang.T(question, question), "")
		if err != nil {
			return "", err
		}
		if p, ok := people.Find(word); ok {
			return p.Nick, nil
		}
		a.out.Talk(lang.CloneNobody, word)
	}
	return "", nil
}

func nicks(people *minutes.People) string {
	var all []string
	for _, p := range people.All() {
		all = append(all, p.Nick)
	}
	return strings.Join(all, ", ")
}

// saveMe writes who I am into the user's own configuration, unless it says.
func (a *app) saveMe(nick string) error {
	path := a.env.configFile()
	user, err := a.user()
	if err != nil || nick == "" || user.Me != "" || path == "" {
		return err
	}
	old, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	// On top: below a table it would belong to that.
	return renameio.WriteFile(path, append([]byte("me = "+strconv.Quote(nick)+"\n"), old...), 0o600)
}
