package cli

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/wiki"
	"telko/wiki/client"
)

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
