package tui

import (
	"context"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/capture"
	"telko/minutes/lang"
)

// Options are what the screen is given: the telco, and all that it needs from
// outside package capture.
type Options struct {
	// Session is the telco that is recorded. It is nil where the opening screen
	// is to show Plan first; then Begin starts it.
	Session *capture.Session
	Plan    capture.Plan
	Begin   func(p capture.Plan) (*capture.Session, error)
	// Replan returns the plan for another day or series.
	Replan func(w capture.Wish) (capture.Plan, error)
	// Promises lists what earlier telcos left to that of the plan.
	Promises func(p capture.Plan) ([]capture.Promise, error)
	// Postpone puts topics on the agenda of the next telco and returns what is
	// to be said of it.
	Postpone func(titles []string) (string, error)

	Lang    lang.Lang
	Now     func() time.Time // in the team's time zone

	Input   io.Reader // nil: the terminal
	Output  io.Writer // nil: standard output
	Environ []string  // TERM, COLORTERM and the like; nil: the process's own
	NoColor bool      // whatever the terminal can do

	// Preview returns the wiki page as the minutes would give it now. Nil where
	// there is none.
	Preview func(ctx context.Context, public []byte) (string, error)
	// Publish brings the minutes to the wiki and returns what is to be said of
	// it. Nil where there is no wiki.
	Publish func(ctx context.Context) (string, error)
	// Editor is the user's own editor with its arguments; nil if there is none.
	Editor []string

	// Crash writes a report of a crash to where only this user can read it, and
	// returns its path.
	Crash func(report []byte) (path string, err error)
	// Version is told in such a report.
	Version string
}

// Run shows the screen until the telco was ended or its keeper leaves it. When
// it returns, the terminal is as it was. A context that is done ends it like a
// signal does: nothing is asked, and nothing is lost.
func Run(ctx context.Context, o Options) error {
	a := newApp(&o)
	_, err := tea.NewProgram(a, tea.WithContext(ctx), tea.WithFPS(120)).Run()
	return err
}
