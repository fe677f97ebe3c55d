package cli

import (
	"context"
	"errors"

	"telko/minutes/archive"
	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/tasks/when"
	"telko/wiki"
	"telko/wiki/client"
)

// The exit codes of every command, as DESIGN has them for scripts to rely on.
const (
	exitDone     = 0 // done, an empty list too
	exitFailed   = 1
	exitUsage    = 2 // wrong usage, or cancelled
	exitConflict = 3 // a person must decide
	exitAuth     = 4 // not logged in, or not allowed
	exitBusy     = 5 // the wiki is busy or cannot be reached
)

// exitError is an error that knows its exit code.
type exitError struct {
	code int
	err  error
}

// Error returns the message of the cause.
func (e *exitError) Error() string { return e.err.Error() }

// In returns the message of the cause in l.
func (e *exitError) In(l lang.Lang) string { return say(e.err, l) }

// Unwrap returns the cause.
func (e *exitError) Unwrap() error { return e.err }

// usage returns an error about how the command was called.
func usage(t lang.Text, args ...any) error { return &exitError{exitUsage, lang.E(t, args...)} }

// errSilent ends a command that has already said why.
var errSilent = errors.New("failed")

// errCancelled ends a command that the user stopped.
var errCancelled = errors.New("cancelled")

// exitCode returns the exit code of err. It is the one place that decides.
func exitCode(err error) int {
	var (
		known    *exitError
		conflict *wiki.ConflictError
		remote   *client.Error
		date     *when.AmbiguousError
	)
	if code, ok := mailCode(err); ok {
		return code
	}
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &known):
		return known.code
	case errors.Is(err, errCancelled), errors.Is(err, context.Canceled), errors.As(err, &date), errors.Is(err, capture.ErrWhich):
		return exitUsage
	case errors.As(err, &conflict), errors.Is(err, archive.ErrChanged), errors.Is(err, capture.ErrHeld):
		return exitConflict
	case errors.As(err, &remote):
		return wikiCode(remote.Kind)
	}
	return exitFailed
}

// wikiCode returns the exit code of what a wiki has against telko.
func wikiCode(k client.Kind) int {
	switch k {
	case client.Conflict, client.Exists, client.Deleted:
		return exitConflict
	case client.Auth, client.Blocked, client.Captcha, client.Protected, client.Excluded, client.Insecure:
		return exitAuth
	case client.Busy, client.Unreachable:
		return exitBusy
	}
	return exitFailed
}

// exitText says in help what a code means.
func exitText(code int) lang.Text {
	switch code {
	case exitDone:
		return lang.CLIExitDone
	case exitUsage:
		return lang.CLIExitUsage
	case exitConflict:
		return lang.CLIExitConflict
	case exitAuth:
		return lang.CLIExitAuth
	case exitBusy:
		return lang.CLIExitBusy
	}
	return lang.CLIExitFailed
}
