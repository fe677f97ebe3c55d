package archive

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"telko/minutes/lang"
)

const (
	lockFile    = cacheDir + "/lock"
	defaultWait = 10 * time.Second
	lockEvery   = 3 * time.Millisecond
)

// held is the workspace's lock while one holds it. All changes are made under
// it; readers need none, since files are replaced whole and logs only grow.
type held struct {
	w *Workspace
	f *flock.Flock
}

// locked runs fn under the lock. It waits for another telko up to
// Options.LockWait, then fails with ErrBusy.
func (w *Workspace) locked(fn func(h *held) error) error {
	if err := w.plain(lockFile); err != nil {
		return err
	}
	wait := w.opts.LockWait
	if wait == 0 {
		wait = defaultWait
	}
	ctx, cancel := context.WithTimeout(context.Background(), wait)
	defer cancel()
	for {
		if err := w.dir.Mkdir(cacheDir, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
		h := &held{w: w, f: flock.New(filepath.Join(w.root, lockFile), flock.SetPermissions(0o666))}
		ok, err := h.f.TryLockContext(ctx, lockEvery)
		if errors.Is(err, context.DeadlineExceeded) {
			return lang.E(lang.ArchiveBusy, wait.Seconds()).Because(ErrBusy).Hint(lang.ArchiveBusyHint)
		}
		if errors.Is(err, fs.ErrNotExist) && ctx.Err() == nil {
			continue // the cache was deleted between the two calls
		}
		if err != nil || !ok {
			return err
		}
		if !h.still() { // somebody deleted the cache while we waited
			_ = h.f.Close()
			continue
		}
		w.sweep()
		err = fn(h)
		return errors.Join(err, h.f.Close())
	}
}

// still reports whether the lock file is the one that is locked: deleting
// .telko, which is allowed at any time, takes the lock away.
func (h *held) still() bool {
	mine, err := h.f.Stat()
	if err != nil {
		return false
	}
	now, err := h.w.dir.Lstat(lockFile)
	return err == nil && os.SameFile(mine, now)
}

// sweep removes the half-written files of a telko that was killed. Only who
// holds the lock writes any, so all that are there are left over.
func (w *Workspace) sweep() {
	f, err := w.dir.Open(cacheDir)
	if err != nil {
		return
	}
	defer f.Close()
	names, _ := f.Readdirnames(-1)
	for _, name := range names {
		if strings.HasPrefix(name, ".") {
			_ = w.dir.Remove(path.Join(cacheDir, name))
		}
	}
}
