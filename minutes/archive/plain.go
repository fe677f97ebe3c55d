package archive

import (
	"io"

	"golang.org/x/sys/unix"
)

// plainFile is an open file without what an os.File asks of the system.
type plainFile int

// openPlain opens a plain file that lies in an open folder. It is not ok where
// that needs a second look: a link, a file that is too large or not there, an
// error.
func openPlain(dirfd int, name string, limit int64) (f plainFile, s stamp, ok bool) {
	fd, err := unix.Openat(dirfd, name, unix.O_RDONLY|unix.O_NOFOLLOW|unix.O_NONBLOCK|unix.O_CLOEXEC, 0)
	if err != nil {
		return 0, s, false
	}
	var st unix.Stat_t
	if err := unix.Fstat(fd, &st); err != nil || st.Mode&unix.S_IFMT != unix.S_IFREG || st.Size > limit {
		_ = unix.Close(fd)
		return 0, s, false
	}
	return plainFile(fd), unixStamp(&st), true
}

func (f plainFile) close() { _ = unix.Close(int(f)) }

// ReadAt is an io.ReaderAt.
func (f plainFile) ReadAt(b []byte, at int64) (n int, err error) {
	for n < len(b) {
		k, err := unix.Pread(int(f), b[n:], at+int64(n))
		switch {
		case err == unix.EINTR:
		case err != nil:
			return n, err
		case k == 0:
			return n, io.EOF
		default:
			n += k
		}
	}
	return n, nil
}

// readPlain reads a file into buf, if that is large enough. It does for plain
// files that lie in an open folder what the function read does for all, without
// what an os.Root and an os.File ask of the system for each; there are
// hundreds. It is not ok where openPlain is not. What is written meanwhile may
// not be read; the stamp, which is older, tells the next time.
func readPlain(dirfd int, name string, limit int64, buf []byte) (data []byte, s stamp, ok bool) {
	f, s, ok := openPlain(dirfd, name, limit)
	if !ok {
		return nil, s, false
	}
	defer f.close()
	if int64(cap(buf)) < s.size {
		size := s.size
		if buf != nil { // there are more to come
			size += s.size / 4
		}
		buf = make([]byte, size)
	}
	buf = buf[:s.size]
	if _, err := f.ReadAt(buf, 0); err != nil { // or it shrank
		return nil, s, false
	}
	return buf, s, true
}
