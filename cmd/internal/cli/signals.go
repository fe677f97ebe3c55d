package cli

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// interruptible returns a context that ends when the user or the system wants
// the program to. Commands that only work on files do not need one: they write
// whole files or nothing, and may be killed at any time. A second signal ends
// the program at once: it may wait for something that heeds no context.
func interruptible() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// leaveInterrupts makes Ctrl-C the business of a program that telko runs, until
// the returned function is called: an editor takes it for itself, and telko
// must be there when the editor is done. The signal is caught, not ignored, for
// programs inherit what is ignored.
func leaveInterrupts() (stop func()) {
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, syscall.SIGINT, syscall.SIGQUIT)
	return func() { signal.Stop(caught) }
}
