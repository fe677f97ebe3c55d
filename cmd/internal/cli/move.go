package cli

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/capture"
	"telko/minutes/capture/disk"
	"telko/minutes/imports"
	"telko/minutes/lang"
	"telko/tasks/when"
	"telko/wiki"
	"telko/wiki/client"
)

type moveOptions struct {
	args       []string
	name, page string
	dryRun     bool
}

func (a *app) newMove() *cobra.Command {
	var o moveOptions
	c := a.command("move MEETING [DATE]", lang.HelpMove, exitConflict, exitAuth, exitBusy)
	c.Flags().StringVar(&o.name, "name", "", lang.FlagMoveName.In(a.lang))
	c.Flags().StringVar(&o.page, "page", "", lang.FlagMovePage.In(a.lang))
	c.Flags().BoolVarP(&o.dryRun, "dry-run", "n", false, lang.FlagImportDryRun.In(a.lang))
	c.ValidArgsFunction = a.completeMeetings
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.args = args
		ctx, stop := interruptible()
		defer stop()
		return a.runMove(ctx, o)
	}
	return c
}

// moving is where a meeting goes.
type moving struct {
	ref        archive.Ref
	id         string    // its new name
	date       when.Date // its new day
	page       string    // the new title of its page, "" if that stays
	base       wiki.Base
	bases      *wiki.Bases
	known      bool // telko knows its page
	draft      bool
	pageBefore string
}

// runMove renames file and page. The page comes first: then a run that was
// broken off is brought to its end by the same command.
func (a *app) runMove(ctx context.Context, o moveOptions) error {
	if len(o.args) == 0 || len(o.args) > 2 || len(o.args) == 1 && o.name == "" && o.page == "" {
		return usage(lang.CLITooFewArgs)
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	if !o.dryRun && ws.Settings().Wiki.API != "" {
		release, err := a.lockSync(ctx, ws, locking{by: "move", wait: syncWait})
		if err != nil {
			return err
		}
		defer release()
	}
	m, err := a.plannedMove(ws, o)
	if err != nil {
		return err
	}
	if err := a.mayMovePage(ctx, ws, m, o.dryRun); err != nil {
		return err
	}
	if o.dryRun {
		a.tellMove(ws, m, archive.PathOf(m.id), true)
		return nil
	}
	if m.known && m.page != "" && m.base.Title != m.page {
		c, err := a.wikiClient(ws)
		if err != nil {
			return err
		}
		if _, err := c.MovePage(ctx, m.base.PageID, m.page, lang.MoveReason.In(ws.Lang(), a.version)); err != nil {
			var e *client.Error
			if errors.As(err, &e) && e.Kind == client.Exists {
				return pageExists(m.page)
			}
			return wiki.Explain(err)
		}
	}
	to, err := ws.Move(m.ref, m.id, func(f *minutes.File) ([]byte, error) { return f.Moved(m.date, m.page, ws.Context()) })
	if err != nil {
		return err
	}
	if m.known {
		title := m.page
		if title == "" {
			title = m.base.Title
		}
		if err := m.bases.Move(m.ref.ID, to.ID, title); err != nil {
			return err
		}
	}
	a.tellMove(ws, m, to.Path, false)
	return nil
}

// plannedMove finds out where a meeting goes.
func (a *app) plannedMove(ws *archive.Workspace, o moveOptions) (moving, error) {
	ref, err := a.meeting(ws, o.args)
	if err != nil {
		return moving{}, err
	}
	f, err := ws.Load(ref)
	if err != nil {
		return moving{}, err
	}
	m := moving{ref: ref, date: f.Meeting.Date, pageBefore: f.Meeting.Page, draft: f.Meeting.Status != minutes.StatusFinal && f.Meeting.Status != minutes.StatusApproved}
	if len(o.args) > 1 {
		if m.date, err = when.Read(o.args[1], ws.Today()); err != nil {
			return m, &exitError{exitUsage, lang.E(lang.DateUnread, o.args[1]).Hint(lang.DateForms).Because(err)}
		}
	}
	name := strings.TrimPrefix(ref.ID[10:], "-")
	if o.name != "" {
		if name = imports.Slug(o.name); name == "" {
			return m, usage(lang.MoveBadName, o.name)
		}
	}
	if m.id = m.date.String(); name != "" {
		m.id += "-" + name
	}
	if other, err := ws.Resolve(m.id); err == nil && other.ID == m.id && m.id != ref.ID {
		return m, lang.E(lang.ArchiveExists, other.Path)
	}
	settings := ws.Settings()
	switch {
	case o.page != "":
		m.page = o.page
	case m.pageBefore != "" && settings.PageTitle(f.Meeting.Series, f.Meeting.Date) == m.pageBefore:
		m.page = settings.PageTitle(f.Meeting.Series, m.date)
	}
	return m, a.mayMove(ws, f, &m)
}

// mayMove refuses to move a telco that goes on, and looks up its page.
func (a *app) mayMove(ws *archive.Workspace, f *minutes.File, m *moving) error {
	state, err := a.state(ws)
	if err != nil {
		return err
	}
	going, err := capture.Unfinished(disk.Dir(filepath.Join(state, "journals")))
	if err != nil {
		return err
	}
	if f.Meeting.Status == minutes.StatusLive || slices.Contains(going, m.ref.ID) {
		return lang.E(lang.MoveLive, m.ref.ID).Hint(lang.DoctorJournalHint)
	}
	if api := ws.Settings().Wiki.API; api != "" {
		m.bases = wiki.OpenBases(state, api)
		m.base, m.known, err = m.bases.Get(m.ref.ID)
	}
	return err
}

// mayMovePage asks the wiki what would be in the way. Where telko does not know
// the page, as after a loss of the state folder, the file alone would move, and
// be published a second time.
func (a *app) mayMovePage(ctx context.Context, ws *archive.Workspace, m moving, dryRun bool) error {
	if m.bases == nil || m.page == "" || m.page == m.pageBefore || m.known && (!dryRun || m.base.Title == m.page) {
		return nil
	}
	c, err := a.wikiClient(ws)
	if m.known {
		if err != nil {
			return err
		}
		page, err := c.Page(ctx, m.page)
		if err == nil && !page.Missing() && !page.Redirect && page.ID != m.base.PageID {
			return pageExists(m.page)
		}
		return wiki.Explain(err)
	}
	if err != nil {
		return nil // who has no account has published nothing
	}
	state, err := a.state(ws)
	if err != nil {
		return err
	}
	var found wiki.Result
	err = wiki.OpenDesk(ws, c, state, a.version).Sync(ctx, []archive.Ref{m.ref},
		wiki.SyncOptions{Pull: true, Publish: true, DryRun: true}, func(r wiki.Result) { found = r })
	switch {
	case err != nil && m.draft:
		return nil // it can be renamed without a network
	case err != nil:
		return err
	case found.Err == nil && found.Revision != 0:
		return &exitError{exitConflict, lang.E(lang.MovePageUnknown, found.Title).Hint(lang.MovePageUnknownHint, m.ref.ID)}
	}
	return nil
}

func pageExists(title string) error {
	return &exitError{exitConflict, lang.E(lang.MovePageExists, title).Hint(lang.MovePageExistsHint)}
}

// tellMove says where a meeting is now, or would be. A pipe gets the old name, the new one,
// the file and the page.
func (a *app) tellMove(ws *archive.Workspace, m moving, path string, dryRun bool) {
	page := m.page
	if page == "" {
		page = m.pageBefore
	}
	if !a.out.outTTY {
		a.out.Record(m.ref.ID, m.id, a.path(ws, path), page)
		return
	}
	done, pageDone := lang.MoveDone, lang.MovePageDone
	if dryRun {
		done, pageDone = lang.MoveWould, lang.MovePageWould
	}
	a.out.Say(done, m.ref.ID, a.path(ws, path))
	if m.known && page != m.base.Title {
		a.out.Say(pageDone, m.base.Title, page)
	}
}
