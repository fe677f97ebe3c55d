package tui

import (
	"context"
	"errors"
	"io"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"golang.org/x/term"

	"telko/minutes/archive"
	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/motions"
)

// Options are what the screen is given: the telco, and all that it needs from
// outside package capture.
type Options struct {
	// Session is the telco that is recorded. It is nil where the opening screen
	// is to show Plan first; then Begin starts it.
	Session *capture.Session
	Plan    capture.Plan
	Begin   func(p capture.Plan) (*capture.Session, error)
	// Series are those to choose from, where there are several. Plan may be zero
	// if it is not clear which is meant.
	Series []archive.Series
	// Keeper is the nick of who records; "" if it is not known.
	Keeper string
	// Replan returns the plan for another day or series.
	Replan func(w capture.Wish) (capture.Plan, error)
	// Promises lists what earlier telcos left to that of the plan.
	Promises func(p capture.Plan) ([]capture.Promise, error)
	// Earlier returns the motions that resemble one, the most alike first. It is
	// called beside the screen. Nil where nobody looks.
	Earlier func(q motions.Told) []Earlier
	// Postpone puts topics on the agenda of the next telco and returns what is
	// to be said of it.
	Postpone func(titles []string) (string, error)

	Lang lang.Lang
	Now  func() time.Time // in the team's time zone

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
	// EditDir is the folder of this user's alone that texts lie in while they
	// are in the editor, and stay in if something goes wrong; it is made if need
	// be.
	EditDir string

	// Crash writes a report of a crash to where only this user can read it, and
	// returns its path. Without it, there is none.
	Crash func(report []byte) (path string, err error)
	// Version is told in such a report.
	Version string
}

// Interrupted is the error of Run when a signal ended it: the window was closed,
// the connection lost, the machine shut down. Nothing is lost by it.
type Interrupted struct{}

// Error implements error.
func (Interrupted) Error() string { return "interrupted by a signal" }

// Run shows the screen until the telco was ended or its keeper leaves it, which
// is no error. When it returns, the terminal is as it was. A context that is
// done ends it like a signal does: nothing is asked, and nothing is lost.
func Run(ctx context.Context, o Options) (err error) {
	if o.Environ == nil {
		o.Environ = os.Environ()
	}
	if !usable(&o) {
		return lang.E(lang.ScreenNoScreen).Hint(lang.ScreenUsePlain)
	}
	a := newApp(&o)
	p, g := newProgram(a, &o)
	defer g.kill()
	defer g.heedSignals()()
	defer context.AfterFunc(ctx, g.interrupt)()
	err = g.run(p)
	if crash := g.crashed(); crash != nil {
		return crash // the journal has everything; what is in memory may be half done
	}
	unsaved := a.finish()
	switch {
	case g.interrupted.Load(), errors.Is(err, tea.ErrProgramKilled): // the terminal may be gone
		return Interrupted{}
	case err == nil:
		return unsaved
	}
	return err
}

// newProgram returns the program that shows the screen, under guard.
func newProgram(a *app, o *Options) (*tea.Program, *guard) {
	ctx, kill := context.WithCancel(context.Background())
	g := &guard{app: a, kill: kill}
	p := tea.NewProgram(watched{a, g}, programOptions(ctx, o)...)
	g.quit = p.Quit
	return p, g
}

// usable tells whether there is a terminal that can show a screen.
func usable(o *Options) bool {
	if o.Output != nil {
		return true
	}
	return variable(o.Environ, "TERM") != "dumb" && term.IsTerminal(int(os.Stdout.Fd()))
}

func programOptions(ctx context.Context, o *Options) []tea.ProgramOption {
	// The colours are told by the environment alone: asking terminfo and tmux
	// reads files and runs a program before the first frame.
	profile := colorprofile.Env(o.Environ)
	if o.NoColor || variable(o.Environ, "NO_COLOR") != "" {
		profile = min(profile, colorprofile.ASCII)
	}
	opts := []tea.ProgramOption{
		tea.WithContext(ctx),
		tea.WithFPS(120),
		tea.WithEnvironment(o.Environ),
		tea.WithColorProfile(profile),
		// Signals and panics are handled here: the library would lose SIGHUP and
		// panics outside its own goroutines, and print over the screen.
		tea.WithoutSignalHandler(),
		tea.WithoutCatchPanics(),
	}
	switch {
	case o.Input != nil:
		opts = append(opts, tea.WithInput(o.Input))
	case term.IsTerminal(int(os.Stdin.Fd())): // otherwise the library finds the terminal
		opts = append(opts, tea.WithInput(newInput(os.Stdin)))
	}
	if o.Output != nil {
		opts = append(opts, tea.WithOutput(o.Output))
	}
	return opts
}

// variable returns the value of a variable in an environment, the last one if
// there are several.
func variable(environ []string, name string) string {
	for i := len(environ) - 1; i >= 0; i-- {
		if e := environ[i]; len(e) > len(name) && e[len(name)] == '=' && e[:len(name)] == name {
			return e[len(name)+1:]
		}
	}
	return ""
}
