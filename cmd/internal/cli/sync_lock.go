package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
	"github.com/google/renameio/v2"

	"telko/minutes/archive"
	"telko/minutes/lang"
)

const (
	syncWait   = time.Minute      // how long a person's command waits for a run that goes on
	recordWait = 10 * time.Second // how long a telco does
	lockEach   = 50 * time.Millisecond
)

// locking says who locks, and how long it waits for others.
type locking struct {
	by    string // the command, as others are told
	wait  time.Duration
	quiet bool // nothing is said while it waits
}

// lockSync makes sure that one telko at a time brings this workspace's files
// and pages together: two would take each other's writes for a person's. A
// person's command waits for another run, a bot's ends: the next one is soon.
func (a *app) lockSync(ctx context.Context, ws *archive.Workspace, l locking) (release func(), err error) {
	state, err := a.state(ws)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(state, 0o700); err != nil {
		return nil, err
	}
	// Who holds the lock stands in a file of its own: not every system lets
	// others read one that is locked.
	holder := filepath.Join(state, "sync.holder")
	f := flock.New(filepath.Join(state, "sync.lock"))
	ok, err := f.TryLock()
	if err == nil && !ok && l.wait > 0 {
		if !l.quiet {
			a.out.Talk(lang.SyncWaiting, heldBy(holder))
		}
		limited, cancel := context.WithTimeout(ctx, l.wait)
		defer cancel()
		ok, err = f.TryLockContext(limited, lockEach)
		if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
			err = nil
		}
	}
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, &exitError{exitBusy, lang.E(lang.SyncRunning, heldBy(holder)).Hint(lang.SyncRunningHint)}
	}
	// It is for people to read: without it the lock is as good.
	_ = renameio.WriteFile(holder, []byte(fmt.Sprintf("telko %s\n%d\n", l.by, os.Getpid())), 0o600)
	return func() {
		_ = os.Remove(holder)
		_ = f.Close()
	}, nil
}

// heldBy returns in brackets who wrote the file holder, "" if that is not known.
func heldBy(holder string) string {
	data, err := os.ReadFile(holder)
	by, pid, ok := strings.Cut(strings.TrimSpace(string(data)), "\n")
	if err != nil || !ok {
		return ""
	}
	return fmt.Sprintf(" (%s, pid %s)", by, pid)
}
