package archive

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/google/renameio/v2"

	"telko/minutes/lang"
)

// replacement is a file about to be replaced whole.
type replacement struct {
	rel     string
	old     []byte // what it held when it was read; nil if it was not there
	data    []byte
	perm    fs.FileMode
	pending *renameio.PendingFile
}

// prepare writes the new bytes beside the old, on disk, and leaves the old.
func (w *Workspace) prepare(r *replacement) error {
	if err := w.plain(r.rel); err != nil {
		return err
	}
	if r.perm == 0 {
		r.perm = 0o666
	}
	dir := path.Dir(r.rel)
	if r.old == nil && dir != "." {
		if err := w.dir.MkdirAll(dir, 0o777); err != nil {
			return outside(err)
		}
		if err := w.syncDir(path.Dir(dir)); err != nil {
			return err
		}
	}
	p, err := renameio.NewPendingFile(filepath.Join(w.root, filepath.FromSlash(r.rel)),
		// In the cache, so that a crash leaves nothing where git would pick it
		// up: this may be a private file.
		renameio.WithTempDir(filepath.Join(w.root, cacheDir)),
		renameio.WithPermissions(r.perm), renameio.WithExistingPermissions())
	if err != nil {
		return err
	}
	r.pending = p
	if _, err := p.Write(r.data); err != nil {
		return err
	}
	return p.Sync()
}

// unchanged fails with ErrChanged if the file no longer holds what it held
// when it was read: editors do not ask for our lock.
func (w *Workspace) unchanged(r *replacement) error {
	now, err := w.readFile(r.rel, maxMeeting)
	if err != nil {
		return err
	}
	if (now == nil) != (r.old == nil) || !bytes.Equal(now, r.old) {
		return lang.E(lang.ArchiveChanged, r.rel).Because(ErrChanged).Hint(lang.ArchiveChangedHint)
	}
	return nil
}

// commit puts all replacements in place, in their order. The log is called
// once all of them are on disk and none has been put in place: an id is in the
// log before it is in a file, so that a crash between the two gives no number
// twice.
func (h *held) commit(all []*replacement, log func() error) (err error) {
	w := h.w
	defer func() {
		for _, r := range all {
			if r.pending != nil {
				_ = r.pending.Cleanup()
			}
		}
	}()
	for _, r := range all {
		if err := w.prepare(r); err != nil {
			return err
		}
	}
	w.at("prepared")
	if !h.still() {
		return lang.E(lang.ArchiveLostLock).Because(ErrBusy).Hint(lang.ArchiveBusyHint)
	}
	for _, r := range all {
		if err := w.unchanged(r); err != nil {
			return err
		}
	}
	if err := log(); err != nil {
		return err
	}
	w.at("logged")
	for _, r := range all {
		if err := w.unchanged(r); err != nil {
			return err
		}
		if err := r.pending.CloseAtomicallyReplace(); err != nil {
			return err
		}
		w.at("renamed")
		if err := w.syncDir(path.Dir(r.rel)); err != nil {
			return err
		}
	}
	return nil
}

// appendLines adds whole lines to a log and waits until they are on disk. A
// last line that a crash cut off is left as it is, on a line of its own. If the
// disk is full, what was written of the lines is taken back.
func (w *Workspace) appendLines(rel string, lines []byte, perm fs.FileMode) error {
	if len(lines) == 0 {
		return nil
	}
	if err := w.plain(rel); err != nil {
		return err
	}
	_, err := w.dir.Lstat(rel)
	fresh := errors.Is(err, fs.ErrNotExist)
	f, err := w.dir.OpenFile(rel, os.O_RDWR|os.O_CREATE|os.O_APPEND, perm)
	if err != nil {
		return outside(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	size := info.Size()
	if size > 0 {
		var last [1]byte
		if _, err := f.ReadAt(last[:], size-1); err != nil {
			return err
		}
		if last[0] != '\n' {
			lines = append([]byte{'\n'}, lines...)
		}
	}
	n, err := f.Write(lines)
	if err != nil {
		if now, e := f.Stat(); e == nil && now.Size() == size+int64(n) {
			_ = f.Truncate(size)
		}
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if fresh {
		return w.syncDir(".")
	}
	return nil
}
