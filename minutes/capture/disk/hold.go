package disk

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"

	"telko/minutes/capture"
)

// Hold implements capture.FS by flock, which ends with the process however it
// dies. The file is removed when it is given back.
func (d Dir) Hold(name string, info []byte) (release func() error, holder []byte, err error) {
	path := d.path(name)
	if err := makeDir(filepath.Dir(path)); err != nil {
		return nil, nil, err
	}
	for {
		l := flock.New(path, flock.SetFlag(os.O_RDWR|os.O_CREATE), flock.SetPermissions(filePerm))
		ok, err := l.TryLock()
		if err != nil {
			return nil, nil, err
		}
		if !ok {
			holder, _ := os.ReadFile(path)
			return nil, holder, capture.ErrHeld
		}
		if !still(l, path) { // the one before us removed it while we opened it
			_ = l.Close()
			continue
		}
		// Who holds it is for people; not knowing it is no reason not to begin.
		_ = os.WriteFile(path, info, filePerm)
		return func() error { return giveBack(l, path) }, nil, nil
	}
}

// giveBack removes the file, unless somebody did and another telko made one.
func giveBack(l *flock.Flock, path string) error {
	var err error
	if still(l, path) {
		err = os.Remove(path)
	}
	return errors.Join(err, l.Close())
}

// still reports whether the file that is locked is the one of that name.
func still(l *flock.Flock, path string) bool {
	mine, err := l.Stat()
	if err != nil {
		return false
	}
	now, err := os.Lstat(path)
	return err == nil && os.SameFile(mine, now)
}
