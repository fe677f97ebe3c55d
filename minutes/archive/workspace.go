package archive

import (
	"os"
	"time"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks/when"
)

// Workspace is an open workspace. Its methods may be used by several
// goroutines at once.
type Workspace struct {
	root     string
	dir      *os.Root
	fd       int // the same folder, for what is read often
	opts     Options
	settings Settings
	people   *minutes.People
	zone     *time.Location
	basis    uint64 // checksum of settings, roster and program: what an index rests on
}

// Close releases the workspace's folder.
func (w *Workspace) Close() error {
	closeDir(w.fd)
	w.fd = -1
	return w.dir.Close()
}

// Root returns the absolute path of the workspace's folder.
func (w *Workspace) Root() string { return w.root }

// Settings returns what telko.toml says, over the defaults.
func (w *Workspace) Settings() Settings { return w.settings }

// People returns the roster; never nil.
func (w *Workspace) People() *minutes.People { return w.people }

// Lang returns the language of minutes and screen.
func (w *Workspace) Lang() lang.Lang { return w.settings.Lang }

// Location returns the team's time zone.
func (w *Workspace) Location() *time.Location { return w.zone }

// Now returns the clock's instant in the team's time zone, to the second.
func (w *Workspace) Now() time.Time { return w.opts.Now().In(w.zone).Truncate(time.Second) }

// Today returns the current day in the team's time zone.
func (w *Workspace) Today() when.Date { return when.Of(w.Now()) }

// Context returns what reading a meeting's file depends on.
func (w *Workspace) Context() minutes.Context {
	return minutes.Context{
		People:   w.people,
		Lang:     w.settings.Lang,
		DueDays:  w.settings.DueDays,
		TimeZone: w.settings.TimeZone,
		Page:     w.settings.PageTitle,
		IDPrefix: w.settings.IDPrefix,
		Quorum:   w.settings.Quorum,

		NextTelco: w.settings.NextTelco,
	}
}
