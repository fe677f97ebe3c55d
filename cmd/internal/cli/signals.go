package cli

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// interruptible returns a context that ends when the user or the system wants
// the program to. Commands that only work on files do not need one: they write
// whole files or nothing, and may be killed at any time. A second signal ends
// the program at once: it may wait for something that heeds no context. The twin
// of a SIGTERM does not: timeout(1) sends one to the process and one to its
// group, and what a bot did is still to be said.
func interruptible() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	twins := make(chan os.Signal, 1)
	context.AfterFunc(ctx, func() {
		signal.Notify(twins, syscall.SIGTERM)
		stop()
		time.AfterFunc(twin, func() { signal.Stop(twins) })
	})
	return ctx, stop
}

// twin is how long after a SIGTERM another one is taken for the same.
const twin = time.Second

// leaveInterrupts makes Ctrl-C the business of a program that telko runs, until
// the returned function is called: an editor takes it for itself, and telko
// must be there when the editor is done. The signal is caught, not ignored, for
// programs inherit what is ignored.
func leaveInterrupts() (stop func()) {
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, syscall.SIGINT, syscall.SIGQUIT)
	return func() { signal.Stop(caught) }
}
