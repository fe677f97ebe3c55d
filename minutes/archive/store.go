package archive

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"syscall"

	"telko/minutes/lang"
)

// The files of a workspace, relative to its root.
const (
	meetingsDir = "minutes"
	cacheDir    = ".telko"
	taskLog     = "tasks.log"
	motionLog   = "motions.log"
	privateLog  = "private.log"
)

// No file of a workspace is read beyond these sizes: somebody else may have
// made it.
const (
	maxSettings = 1 << 20
	maxMeeting  = 8 << 20
	maxLog      = 256 << 20
)

// folder is where files are read: a workspace's root or a folder in it. It
// follows no link that leads out.
type folder interface {
	OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error)
}

// read returns what the file rel holds. A device, a pipe, a folder, a file
// above limit and a link that leads out are refused with ErrOutside.
func read(dir folder, rel string, limit int64) ([]byte, fs.FileInfo, error) {
	return readInto(dir, rel, limit, nil)
}

// readInto is read into buf, if it is large enough.
func readInto(dir folder, rel string, limit int64, buf []byte) ([]byte, fs.FileInfo, error) {
	// O_NONBLOCK: opening a pipe must not wait for somebody to write to it.
	f, err := dir.OpenFile(rel, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, nil, outside(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, nil, lang.E(lang.ArchiveNoFile).Because(ErrOutside)
	}
	if info.Size() > limit {
		return nil, nil, lang.E(lang.ArchiveTooLarge, info.Size()>>20, limit>>20).Because(ErrOutside)
	}
	if int64(cap(buf)) <= info.Size() {
		buf = make([]byte, info.Size()+info.Size()/8+512)
	}
	buf = buf[:cap(buf)]
	n := 0
	for {
		k, err := f.Read(buf[n:])
		n += k
		if err == io.EOF {
			return buf[:n], info, nil
		}
		if err != nil {
			return nil, nil, err
		}
		if int64(n) > limit {
			return nil, nil, lang.E(lang.ArchiveTooLarge, n>>20, limit>>20).Because(ErrOutside)
		}
		if n == len(buf) { // it grew while it was read
			buf = append(buf, make([]byte, len(buf))...)
		}
	}
}

// outside gives the error of a link that leads out its name; os.Root has none
// for it.
func outside(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) && strings.Contains(p.Err.Error(), "escapes") {
		return lang.E(lang.ArchiveOutside).Because(ErrOutside)
	}
	return err
}

// readFile reads a file of the workspace; one that is not there is nil.
func (w *Workspace) readFile(rel string, limit int64) ([]byte, error) {
	data, err := w.readRoot(rel, limit)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, lang.E(lang.ArchiveUnread, rel, err)
	}
	if data == nil {
		data = []byte{}
	}
	return data, nil
}

// readRoot reads with fewer system calls what lies in the root itself.
func (w *Workspace) readRoot(rel string, limit int64) ([]byte, error) {
	if !strings.Contains(rel, "/") {
		if data, _, ok := readPlain(w.fd, rel, limit, nil); ok {
			return data, nil
		}
	}
	data, _, err := read(w.dir, rel, limit)
	return data, err
}

// plain refuses to write to what is no regular file and in no real folder: a
// link would be replaced, or lead somewhere else.
func (w *Workspace) plain(rel string) error {
	for dir := path.Dir(rel); dir != "."; dir = path.Dir(dir) {
		info, err := w.dir.Lstat(dir)
		if err == nil && !info.IsDir() {
			return lang.E(lang.ArchiveLinked, dir).Because(ErrOutside)
		}
	}
	info, err := w.dir.Lstat(rel)
	if err == nil && !info.Mode().IsRegular() {
		return lang.E(lang.ArchiveLinked, rel).Because(ErrOutside)
	}
	return nil
}

// syncDir makes what was renamed or created in a folder outlive a crash.
func (w *Workspace) syncDir(rel string) error {
	f, err := w.dir.Open(rel)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
