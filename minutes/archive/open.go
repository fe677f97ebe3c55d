package archive

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"telko/minutes/lang"
)

// Open opens the workspace in the folder root. Broken settings or a broken
// roster are a *minutes.LineError: without them no minutes can be read right.
func Open(root string, o Options) (*Workspace, error) {
	if o.Now == nil {
		panic("archive: Open needs a clock")
	}
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	dir, err := os.OpenRoot(root)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, lang.E(lang.ArchiveNotWorkspace, root).Because(ErrNoWorkspace).Hint(lang.ArchiveFindHint)
	}
	if err != nil {
		return nil, err
	}
	w := &Workspace{root: root, dir: dir, fd: -1, opts: o}
	if fd, ok := openDir(root); ok {
		w.fd = fd
	}
	if err := w.readSettings(); err != nil {
		_ = w.Close()
		return nil, err
	}
	return w, nil
}

func (w *Workspace) readSettings() error {
	src, err := w.readLimited(SettingsFile)
	if err != nil {
		return err
	}
	if src == nil {
		return lang.E(lang.ArchiveNotWorkspace, w.root).Because(ErrNoWorkspace).Hint(lang.ArchiveFindHint)
	}
	if w.settings, err = ReadSettings(SettingsFile, src); err != nil {
		return err
	}
	if w.zone, err = loadZone(w.settings.TimeZone); err != nil {
		return err
	}
	people, err := w.readLimited(PeopleFile)
	if err != nil {
		return err
	}
	w.basis = checksum(w.opts.Version, string(src), string(people))
	w.people, err = ReadPeople(PeopleFile, people)
	return err
}

func (w *Workspace) readLimited(rel string) ([]byte, error) { return w.readFile(rel, maxSettings) }

// Options says what a workspace needs from outside.
type Options struct {
	Now      func() time.Time // the clock; required
	LockWait time.Duration    // how long to wait for another telko; 0 means 10 s
	Version  string           // of the program: an index that another version wrote is not believed

	// step is told where a change has got to, so that tests can be killed there.
	step func(where string)
}

func (w *Workspace) at(where string) {
	if w.opts.step != nil {
		w.opts.step(where)
	}
}
