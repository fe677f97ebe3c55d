package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"telko/minutes/archive"
	"telko/minutes/lang"
)

const (
	syncWait = time.Minute // how long a person's command waits for a run that goes on
	lockEach = 50 * time.Millisecond
)

// lockSync makes sure that one telko at a time brings this workspace's files
// and pages together: two would take each other's writes for a person's. A
// person's command waits for another run, a bot's ends: the next one is soon.
func (a *app) lockSync(ctx context.Context, ws *archive.Workspace, wait time.Duration) (release func(), err error) {
	state, err := a.state(ws)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(state, 0o700); err != nil {
		return nil, err
	}
	f := flock.New(filepath.Join(state, "sync.lock"))
	ok, err := f.TryLock()
	if err == nil && !ok && wait > 0 {
		a.out.Talk(lang.SyncWaiting)
		limited, cancel := context.WithTimeout(ctx, wait)
		defer cancel()
		ok, err = f.TryLockContext(limited, lockEach)
		if errors.Is(err, context.DeadlineExceeded) {
			err = nil
		}
	}
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, &exitError{exitBusy, lang.E(lang.SyncRunning).Hint(lang.SyncRunningHint)}
	}
	return func() { _ = f.Close() }, nil
}
