package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2"

	"telko/minutes/capture"
)

// Journals may hold what is private.
const (
	filePerm = 0o600
	dirPerm  = 0o700
)

// Dir is a folder of journals. It need not exist: what is written makes it.
type Dir string

var _ capture.FS = Dir("")

func (d Dir) path(name string) string { return filepath.Join(string(d), filepath.FromSlash(name)) }

// Create implements capture.FS.
func (d Dir) Create(name string) (capture.File, error) {
	path := d.path(name)
	if err := makeDir(filepath.Dir(path)); err != nil {
		return nil, full(err)
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, filePerm)
	if err != nil {
		return nil, full(err)
	}
	if err := syncDir(filepath.Dir(path)); err != nil {
		f.Close()
		return nil, errors.Join(full(err), os.Remove(path))
	}
	return file{f}, nil
}

// Open implements capture.FS.
func (d Dir) Open(name string) (capture.File, error) {
	path := d.path(name)
	if err := makeDir(filepath.Dir(path)); err != nil {
		return nil, full(err)
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, filePerm)
	if err != nil {
		return nil, full(err)
	}
	return file{f}, nil
}

// ReadFile implements capture.FS.
func (d Dir) ReadFile(name string) ([]byte, error) { return os.ReadFile(d.path(name)) }

// WriteFile implements capture.FS.
func (d Dir) WriteFile(name string, data []byte) error { return full(d.replace(name, data)) }

func (d Dir) replace(name string, data []byte) error {
	path := d.path(name)
	if err := makeDir(filepath.Dir(path)); err != nil {
		return err
	}
	p, err := renameio.NewPendingFile(path, renameio.WithTempDir(filepath.Dir(path)), renameio.WithStaticPermissions(filePerm))
	if err != nil {
		return err
	}
	defer func() { _ = p.Cleanup() }()
	if _, err := p.Write(data); err != nil {
		return err
	}
	if err := p.CloseAtomicallyReplace(); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// Rename implements capture.FS.
func (d Dir) Rename(from, to string) error {
	old, path := d.path(from), d.path(to)
	if err := makeDir(filepath.Dir(path)); err != nil {
		return full(err)
	}
	if err := os.Rename(old, path); err != nil {
		return err
	}
	return errors.Join(syncDir(filepath.Dir(path)), syncDir(filepath.Dir(old)))
}

// Remove implements capture.FS.
func (d Dir) Remove(name string) error {
	err := os.Remove(d.path(name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// List implements capture.FS.
func (d Dir) List(dir string) ([]string, error) {
	entries, err := os.ReadDir(d.path(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var names []string
	for _, e := range entries {
		if e.Type().IsRegular() {
			names = append(names, e.Name())
		}
	}
	return names, err
}

// makeDir makes a folder, and has it outlive a crash.
func makeDir(dir string) error {
	if info, err := os.Stat(dir); err == nil && info.IsDir() {
		return nil
	}
	if err := os.MkdirAll(dir, dirPerm); err != nil {
		return err
	}
	return syncDir(filepath.Dir(dir))
}

func syncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
