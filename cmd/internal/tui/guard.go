package tui

import (
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"syscall"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/lang"
)

// guard catches what goes wrong in the program itself, wherever it does: the
// first crash is written to a file, the terminal is put back, and Run returns
// an error that says where the report is. What was accepted is in the journal.
type guard struct {
	app  *app
	quit func() // asks the program to end, and returns when it is about to
	kill func() // ends it, whatever it does

	interrupted atomic.Bool // by a signal

	mu    sync.Mutex
	crash error
}

// interrupt ends the program as a signal does.
func (g *guard) interrupt() {
	defer g.end()
	if !g.interrupted.Swap(true) {
		g.quit()
	}
}

// watched is the root model with every goroutine that it starts under guard.
type watched struct {
	*app
	g *guard
}

func (w watched) Init() tea.Cmd { return w.g.watch(w.app.Init()) }

func (w watched) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := w.app.Update(msg)
	return w, w.g.watch(cmd)
}

// watch returns cmd, which runs in a goroutine of its own, under guard. (The
// commands of a tea.Sequence cannot be reached; there is none here.)
func (g *guard) watch(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer g.end()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i := range batch {
				batch[i] = g.watch(batch[i])
			}
		}
		return msg
	}
}

// end is deferred by every goroutine: a panic is reported, and the program is
// ended as a signal would end it.
func (g *guard) end() {
	if r := recover(); r != nil {
		g.caught(r)
		g.quit()
	}
}

// heedSignals has signals end the program, until stop is called; the second one
// ends it whatever it waits for. An interrupt while the user's editor has the
// terminal is the editor's.
func (g *guard) heedSignals() (stop func()) {
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT)
	go func() {
		defer g.end()
		seen := 0
		for s := range signals {
			if s == syscall.SIGINT && g.app.away.Load() {
				continue
			}
			if seen++; seen > 1 {
				g.kill()
			}
			go g.interrupt()
		}
	}()
	return func() {
		signal.Stop(signals)
		close(signals)
	}
}

// run runs the program. A panic in Update or View is in this goroutine; the
// terminal is put back before anything is said.
func (g *guard) run(p *tea.Program) (err error) {
	defer func() {
		if r := recover(); r != nil {
			g.caught(r)
			// Its own way to end after a panic does not wait for the goroutine
			// that reads.
			_ = p.ReleaseTerminal()
		}
	}()
	_, err = p.Run()
	return err
}

// caught reports a panic. It is called in the goroutine that panicked, so that
// its stack is in the report.
func (g *guard) caught(r any) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.crash != nil {
		return
	}
	o := g.app.opt
	report := fmt.Sprintf("telko %s, %s\npanic: %v\n\n%s", o.Version, g.app.now().Format("2006-01-02 15:04:05 -0700"), r, debug.Stack())
	e := lang.E(lang.CrashAt).Because(fmt.Errorf("panic: %v", r))
	if o.Crash != nil {
		if path, err := o.Crash([]byte(report)); err != nil {
			e = e.Hint(lang.CrashNoReport, err)
		} else {
			e = e.Hint(lang.CrashReport, path)
		}
	}
	g.crash = e
}

// crashed returns the error of a crash, nil if there was none.
func (g *guard) crashed() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.crash
}
