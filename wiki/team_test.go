package wiki

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"telko/minutes/archive"
	"telko/wiki/client"
	"telko/wiki/wikitest"
)

// team is a workspace on disk and the wiki that it is published to.
type team struct {
	*wikitest.Wiki
	t     *testing.T
	root  string
	state string
	// stops, if set, are asked before and after everything that a sync writes
	// here: an error ends the run there, as if it had been killed.
	stops func(where string) error
	told  Result // of the run that somebody came between
}

// newTeam makes a workspace without meetings. change may alter its settings.
func newTeam(t *testing.T, change func(*archive.InitOptions)) *team {
	t.Helper()
	w := wikitest.Start(t)
	tm := &team{Wiki: w, t: t, root: filepath.Join(t.TempDir(), "garten"), state: t.TempDir()}
	o := archive.InitOptions{People: roster, Settings: archive.DefaultSettings()}
	o.Settings.ID, o.Settings.Team = "garten", "Garten"
	o.Settings.Series = []archive.Series{{Key: "gartentelko", Title: "Gartentelko", Page: w.Title("{date} - Telko")}}
	o.Settings.Wiki.API = w.API
	if change != nil {
		change(&o)
	}
	if err := archive.Init(tm.root, o); err != nil {
		t.Fatal(err)
	}
	return tm
}

// page returns the title of the meeting's page.
func (tm *team) page(day string) string { return tm.Title(day + " - Telko") }

func (tm *team) file(day string) string {
	return filepath.Join(tm.root, archive.PathOf(day+"-gartentelko"))
}

// write writes minutes, with body below the title.
func (tm *team) write(day, body string) {
	tm.t.Helper()
	path := tm.file(day)
	src := "---\nseries: gartentelko\ndate: " + day + "\nstatus: final\ndue-days: 7\ntimezone: Europe/Berlin\n---\n\n# Gartentelko " + day + "\n\n" + body
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		tm.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(src), 0o644); err != nil {
		tm.t.Fatal(err)
	}
}

func (tm *team) read(day string) string {
	tm.t.Helper()
	src, err := os.ReadFile(tm.file(day))
	if err != nil {
		tm.t.Fatal(err)
	}
	return string(src)
}

// change changes the file of a meeting as a person does.
func (tm *team) change(day string, do func(string) string) {
	tm.t.Helper()
	path := tm.file(day)
	err := os.WriteFile(path+".neu", []byte(do(tm.read(day))), 0o644)
	if err == nil {
		err = os.Rename(path+".neu", path) // as editors do: a sync may be reading it
	}
	if err != nil {
		tm.t.Fatal(err)
	}
}

// onWiki changes the page of a meeting as a person does.
func (tm *team) onWiki(user, day string, do func(string) string) {
	tm.t.Helper()
	tm.Edit(user, tm.page(day), do(tm.Get(tm.page(day))))
}

// open returns what a telko that just started works with. unattended is for a
// run that nobody waits for.
func (tm *team) open(unattended bool) (*Desk, []archive.Ref) {
	tm.t.Helper()
	d, refs, err := openDesk(tm.root, tm.state, tm.API, unattended)
	if err != nil {
		tm.t.Fatal(err)
	}
	tm.t.Cleanup(func() { d.Workspace.Close() })
	if tm.stops != nil {
		d.Files, d.Writer = &stoppingFiles{d.Files, tm.stops}, &stoppingWriter{d.Writer, tm.stops}
	}
	return d, refs
}

// openDesk opens a workspace and the desk of it and the wiki, which never
// waits in earnest.
func openDesk(root, state, api string, unattended bool) (*Desk, []archive.Ref, error) {
	now := func() time.Time { return time.Date(2031, 12, 1, 12, 0, 0, 0, time.UTC) }
	ws, err := archive.Open(root, archive.Options{Now: now, LockWait: time.Minute})
	if err != nil {
		return nil, nil, err
	}
	user, password := wikitest.BotLogin()
	c, err := client.New(client.Options{
		API: api, Version: "0.1", Unattended: unattended, Now: time.Now,
		Sleep: func(ctx context.Context, _ time.Duration) error { return ctx.Err() },
		Credentials: func(context.Context) (client.Credentials, error) {
			return client.Credentials{User: user, Password: password}, nil
		},
	})
	if err != nil {
		return nil, nil, err
	}
	refs, err := ws.Meetings()
	settings := ws.Settings()
	return OpenDesk(ws, c, settings.State(state), "0.1"), refs, err
}

// syncing is what sync does.
var syncing = SyncOptions{Pull: true, Publish: true}

// run syncs everything as a telko that just started does, and returns what
// became of each meeting, and the error that ended the run.
func (tm *team) run(ctx context.Context, o SyncOptions) ([]Result, error) {
	tm.t.Helper()
	d, refs := tm.open(false)
	var all []Result
	err := d.Sync(ctx, refs, o, func(r Result) { all = append(all, r) })
	return all, err
}

// sync syncs everything and wants nothing to go wrong.
func (tm *team) sync() []Result {
	tm.t.Helper()
	all, err := tm.run(tm.t.Context(), syncing)
	for _, r := range all {
		err = errors.Join(err, r.Err)
	}
	if err != nil {
		tm.t.Fatalf("sync: %v", err)
	}
	return all
}

// snapshot is what a sync leaves on both sides.
func (tm *team) snapshot(days ...string) map[string]string {
	tm.t.Helper()
	all := map[string]string{}
	for _, day := range days {
		revs := tm.Revisions(tm.page(day))
		all[day+" file"] = tm.read(day)
		if len(revs) == 0 {
			all[day+" page"] = "there is none"
			continue
		}
		all[day+" page"] = revs[0].Text
		for _, r := range revs {
			all[day+" history"] += r.User + ": " + r.Comment + "\n"
		}
	}
	for _, log := range []string{"tasks.log", "motions.log", "private.log"} {
		if src, err := os.ReadFile(filepath.Join(tm.root, log)); err == nil {
			all[log] = string(src)
		}
	}
	return all
}

// settled fails the test if one more sync would change anything.
func (tm *team) settled(days ...string) {
	tm.t.Helper()
	before := tm.snapshot(days...)
	for _, r := range tm.sync() {
		if r.Outcome != Unchanged || r.Pulled || r.Diff != "" {
			tm.t.Errorf("not settled: %s: %s\n%s", r.Title, r.Outcome, r.Diff)
		}
	}
	if after := tm.snapshot(days...); !maps.Equal(before, after) {
		tm.t.Errorf("not settled:\n%s", differ(before, after))
	}
}

// differ lists what differs between two snapshots.
func differ(want, got map[string]string) string {
	var b strings.Builder
	keys := map[string]bool{}
	for k := range want {
		keys[k] = true
	}
	for k := range got {
		keys[k] = true
	}
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		if want[k] != got[k] {
			b.WriteString(unified(k, strings.TrimSuffix(want[k], "\n"), strings.TrimSuffix(got[k], "\n")))
		}
	}
	return b.String()
}

// stoppingFiles and stoppingWriter end a run before or after it writes.
type stoppingFiles struct {
	Files
	stop func(string) error
}

func (f *stoppingFiles) Edit(ref archive.Ref, fn func([]byte) ([]byte, error)) (changed bool, err error) {
	if err := f.stop("before file"); err != nil {
		return false, err
	}
	if changed, err = f.Files.Edit(ref, fn); err != nil {
		return changed, err
	}
	return changed, f.stop("after file")
}

type stoppingWriter struct {
	Writer
	stop func(string) error
}

func (w *stoppingWriter) Create(ctx context.Context, title, text, summary string) (s client.Saved, err error) {
	if err := w.stop("before create"); err != nil {
		return s, err
	}
	if s, err = w.Writer.Create(ctx, title, text, summary); err != nil {
		return s, err
	}
	return s, w.stop("after create")
}

func (w *stoppingWriter) Update(ctx context.Context, base client.Page, text, summary string) (s client.Saved, err error) {
	if err := w.stop("before update"); err != nil {
		return s, err
	}
	if s, err = w.Writer.Update(ctx, base, text, summary); err != nil {
		return s, err
	}
	return s, w.stop("after update")
}

func (w *stoppingWriter) Keep(meeting string, b Base) error {
	if err := w.stop("before base"); err != nil {
		return err
	}
	if err := w.Writer.Keep(meeting, b); err != nil {
		return err
	}
	return w.stop("after base")
}
