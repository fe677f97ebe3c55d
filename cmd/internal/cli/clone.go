package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/imports"
	"telko/minutes/lang"
	"telko/tasks"
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

// fetch brings the log of the wiki, and the minutes that are not here yet, into
// a workspace that others publish. The log comes first: it knows the ids. Again
// says that it is not the first time: then only what is new is told.
func (a *app) fetch(ctx context.Context, ws *archive.Workspace, c *client.Client, again bool) error {
	state, err := a.state(ws)
	if err != nil {
		return err
	}
	settings := ws.Settings()
	api := settings.Wiki.API
	if settings.Wiki.LogPage != "" {
		log := &wiki.LogPages{
			Title: settings.Wiki.LogPage, States: wiki.OpenPageStates(state, api), Log: wiki.OpenLogState(state, api), Now: ws.Now,
		}
		r, err := log.Fetch(ctx, c, takes{ws}, takes{ws}.size)
		if err != nil {
			return err
		}
		if !again { // else SyncPages tells of them
			for _, line := range a.unreadLines(r.Bad) {
				a.out.Warn(line)
			}
		}
	}
	im := &importing{a: a, ws: ws, locked: true}
	if im.options, err = a.importReading(ws, importOptions{}); err != nil {
		return err
	}
	importer, err := im.importer(ctx)
	if err != nil {
		return err
	}
	report := im.page
	if again {
		report = func(done, of int, r wiki.Import) {
			if r.Outcome == wiki.ImportCreated {
				im.page(done, of, r)
			}
		}
	}
	for _, prefix := range sharedPrefixes(settings) {
		if err := im.broken(importer.Under(ctx, c, prefix, im.ownPage, report)); err != nil {
			return err
		}
	}
	return im.end()
}

// syncClone begins a sync in a workspace that others publish: it gets what is
// new there, and leaves the pages of meetings as they are. It returns the desk,
// of a workspace that is opened anew if its settings changed, and the meetings
// that the sync is about.
func (a *app) syncClone(ctx context.Context, ws *archive.Workspace, desk *wiki.Desk, o *syncOptions, refs []archive.Ref) (*wiki.Desk, []archive.Ref, error) {
	if !o.pull {
		return nil, nil, &exitError{exitAuth, lang.E(lang.CloneWritesLog).Hint(lang.CloneWritesHint)}
	}
	if o.dryRun || len(o.args) > 0 || o.series != "" {
		return desk, refs, nil
	}
	c, ok := desk.Wiki.(*client.Client)
	if !ok {
		return desk, refs, nil
	}
	changed, err := a.refresh(ctx, ws, c)
	if err != nil {
		return nil, nil, err
	}
	if changed {
		a.opened = nil
		if ws, err = a.workspace(); err != nil {
			return nil, nil, err
		}
		state, err := a.state(ws)
		if err != nil {
			return nil, nil, err
		}
		desk = wiki.OpenDesk(ws, c, state, a.version)
	}
	if err := a.fetch(ctx, ws, c, true); err != nil {
		return nil, nil, err
	}
	refs, err = ws.Meetings()
	return desk, refs, err
}

// refresh takes over what the team changed in its shared settings. Whatever is
// wrong with those is said, and what was known of them still holds.
func (a *app) refresh(ctx context.Context, ws *archive.Workspace, c *client.Client) (changed bool, err error) {
	state, err := a.state(ws)
	if err != nil {
		return false, err
	}
	own := ws.Settings().Wiki
	page, err := c.Page(ctx, wiki.SettingsPage(own.IndexPage))
	if err != nil {
		return false, wiki.Explain(err)
	}
	from := wiki.SharedSettings{Workspace: ws, States: wiki.OpenPageStates(state, own.API)}
	changed, err = from.Take(page)
	if err != nil {
		a.out.Warn(say(err, a.lang))
		a.out.hint(a.hintOf(err))
	} else if changed {
		a.out.Talk(lang.CloneRefreshed, page.Title)
	}
	return changed, nil
}

// sharedPrefixes returns what the titles of the team's minutes begin with.
func sharedPrefixes(s archive.Settings) []string {
	var all []string
	for _, v := range s.Series {
		if prefix := v.PagePrefix(); prefix != "" {
			all = append(all, prefix)
		}
	}
	if s.Wiki.IndexPage != "" {
		all = append(all, s.Wiki.IndexPage+"/")
	}
	slices.Sort(all)
	var out []string
	for _, p := range all {
		if len(out) == 0 || !strings.HasPrefix(p, out[len(out)-1]) {
			out = append(out, p)
		}
	}
	return out
}

// takes is a workspace as the log on the wiki needs it when nothing is sent.
type takes struct{ ws *archive.Workspace }

// PublicLog implements wiki.LogSource.
func (takes) PublicLog() (minutes.PublicLog, error) { return minutes.PublicLog{}, nil }

// size returns the bytes of the log here.
func (t takes) size() int64 {
	info, err := os.Stat(filepath.Join(t.ws.Root(), "tasks.log"))
	if err != nil {
		return 0
	}
	return info.Size()
}

// Take implements wiki.LogSource.
func (t takes) Take(evs []tasks.Event) ([]tasks.Event, error) { return t.ws.Take(evs, nil) }
