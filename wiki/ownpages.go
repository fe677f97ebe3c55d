package wiki

import (
	"context"
	"path/filepath"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/tasks"
	"telko/wiki/client"
)

// PagesOptions say what SyncPages may do.
type PagesOptions struct {
	Pull    bool // what people did on the pages, and what the log there has, comes here
	Publish bool // the pages and the log are brought up to date
	DryRun  bool // nothing is written anywhere
	// Log alone is brought up to date: neither lists nor settings.
	Log bool
	// Sleep waits, or returns early with the context's error; Random returns a
	// number below 1. Both are required where there is a log on the wiki.
	Sleep  func(context.Context, time.Duration) error
	Random func() float64
}

// OwnPage says what became of one of telko's own pages.
type OwnPage struct {
	PageResult
	Kind   string        // index, tasks, motions, settings or log
	Events []tasks.Event // what came from the wiki into the log here
	Log    LogResult     // of the log
	Err    error
}

// SyncPages brings telko's own pages up to date: the lists of minutes, tasks and
// motions, and the log, as far as the settings name them. What goes wrong with
// one page is in its OwnPage; the error is what ends the whole run.
func (d *Desk) SyncPages(ctx context.Context, o PagesOptions, report func(OwnPage)) error {
	s, err := d.ownPages(o)
	if err != nil || s == nil {
		return err
	}
	if s.looks, err = s.pages.Wiki.LooksByTitle(ctx, s.titles()); err != nil {
		return Explain(err)
	}
	for _, step := range s.steps() {
		page := step(ctx)
		if page.Kind == "" {
			continue
		}
		if page.Err = Explain(page.Err); page.Err != nil && (ctx.Err() != nil || !onePage(page.Err)) {
			return page.Err
		}
		report(page)
	}
	return nil
}

// ownPages is one run over telko's own pages.
type ownPages struct {
	o        PagesOptions
	ws       *archive.Workspace
	settings archive.Settings
	pages    *Pages
	log      *LogPages
	publics  []minutes.Public // what may leave the machine now
	shown    []minutes.Public // what the lists show
	entries  []Entry          // the same
	looks    map[string]client.Look
	took     bool // events came from the page of tasks
}

// ownPages returns the run, nil if there is nothing to do.
func (d *Desk) ownPages(o PagesOptions) (*ownPages, error) {
	w, ok := d.Wiki.(PagesWiki)
	s := &ownPages{o: o, ws: d.Workspace, settings: d.Workspace.Settings()}
	wiki := s.settings.Wiki
	if wiki.LogOnly {
		s.o.Log = true
	}
	if !ok || !o.Pull && !o.Publish || wiki.LogPage == "" && (s.o.Log || wiki.IndexPage == "" && wiki.TasksPage == "" && wiki.MotionsPage == "") {
		return nil, nil
	}
	states := &PageStates{path: filepath.Join(d.Bases.dir, "pages.json")}
	s.pages = &Pages{
		Wiki: w, States: states, Version: d.Version, Lang: s.settings.Lang, Today: d.Workspace.Today(),
		DryRun: o.DryRun, ReadOnly: !o.Publish,
	}
	s.log = &LogPages{
		Wiki: w, States: states, Log: &LogState{filepath.Join(d.Bases.dir, "log.json")}, Title: wiki.LogPage, Version: d.Version,
		Lang: s.settings.Lang, DryRun: o.DryRun, ReadOnly: !o.Publish, Now: d.Workspace.Now, Sleep: o.Sleep, Random: o.Random,
	}
	if err := s.gather(d); err != nil {
		return nil, err
	}
	return s, nil
}

// titles returns the pages to look at.
func (s *ownPages) titles() []string {
	var titles []string
	if w := s.settings.Wiki; !s.o.Log {
		for _, t := range []string{w.IndexPage, w.TasksPage, w.MotionsPage} {
			if t != "" {
				titles = append(titles, t)
			}
		}
	}
	if w := s.settings.Wiki; s.shares() {
		titles = append(titles, SettingsPage(w.IndexPage))
	}
	if s.log.Title != "" {
		if log, err := s.PublicLog(); err == nil {
			titles = append(titles, s.log.Titles(log)...)
		}
	}
	return titles
}

// steps returns what is to be done, in its order: the log first, so that the
// lists show what others did.
func (s *ownPages) steps() []func(context.Context) OwnPage {
	w := s.settings.Wiki
	steps := []func(context.Context) OwnPage{s.syncLog}
	if s.o.Log {
		return steps
	}
	before := s.look(w.TasksPage)
	return append(steps,
		func(ctx context.Context) (p OwnPage) {
			if w.TasksPage == "" {
				return p
			}
			r, err := s.pages.Tasks(ctx, w.TasksPage, s, s.entries, before)
			s.took = len(r.Events) > 0
			return OwnPage{PageResult: r.PageResult, Kind: "tasks", Events: r.Events, Err: err}
		},
		func(ctx context.Context) (p OwnPage) {
			if !s.took {
				return p
			}
			p = s.syncLog(ctx) // others are to hear what people did on the page
			p.Log.Bad = nil    // that was told
			return p
		},
		func(ctx context.Context) (p OwnPage) {
			if w.MotionsPage == "" {
				return p
			}
			ms, err := s.ws.PublicMotionsOf(s.ended())
			if err == nil {
				p.PageResult, err = s.pages.Motions(ctx, w.MotionsPage, ms, s.entries, s.look(w.MotionsPage))
			}
			p.Kind, p.Err = "motions", err
			return p
		},
		func(ctx context.Context) (p OwnPage) {
			if w.IndexPage == "" {
				return p
			}
			p.Kind = "index"
			p.PageResult, p.Err = s.pages.Index(ctx, w.IndexPage, s.entries, s.look(w.IndexPage))
			return p
		},
		func(ctx context.Context) (p OwnPage) {
			if !s.shares() {
				return p
			}
			p.Kind = "settings"
			title := SettingsPage(w.IndexPage)
			p.PageResult, p.Err = s.pages.Settings(ctx, title, string(s.ws.SharedSettings()), s.look(title))
			return p
		})
}

// shares reports whether the settings are on the wiki: where the log is, so
// that others can work with it.
func (s *ownPages) shares() bool {
	w := s.settings.Wiki
	return !s.o.Log && w.LogPage != "" && w.IndexPage != ""
}

func (s *ownPages) look(title string) client.Look { return s.looks[title] }

// ended returns the minutes of telcos that have ended: what an agenda plans is
// not public yet.
func (s *ownPages) ended() []minutes.Public {
	var out []minutes.Public
	for i, e := range s.entries {
		if st := s.shown[i].Meeting().Status; e.OnWiki || st.Held() {
			out = append(out, s.shown[i])
		}
	}
	return out
}

func (s *ownPages) syncLog(ctx context.Context) (p OwnPage) {
	if s.log.Title == "" {
		return p
	}
	r, err := s.log.Sync(ctx, s, s.looks)
	p = OwnPage{Kind: "log", Events: r.Taken, Log: r, Err: err}
	p.Title, p.Outcome = s.log.Title, Unchanged
	if r.Sent > 0 {
		p.Outcome = Updated
	}
	return p
}

// PublicTasks implements TaskSource.
func (s *ownPages) PublicTasks() (minutes.PublicTasks, error) { return s.ws.PublicTasksOf(s.shown) }

// PublicLog implements LogSource.
func (s *ownPages) PublicLog() (minutes.PublicLog, error) { return s.ws.PublicLog(s.publics) }

// Take implements TaskSource and LogSource.
func (s *ownPages) Take(evs []tasks.Event) ([]tasks.Event, error) { return s.ws.Take(evs, nil) }
