package archive

import "golang.org/x/sys/unix"

// readPlain reads a file into buf, if that is large enough. It does for plain
// files that lie in an open folder what the function read does for all, without
// what an os.Root and an os.File ask of the system for each; there are
// hundreds. It is not ok where that needs a second look: a link, a file that is
// too large or not there, an error. What is written meanwhile may not be read;
// the stamp, which is older, tells the next time.
func readPlain(dirfd int, name string, limit int64, buf []byte) (data []byte, s stamp, ok bool) {
	fd, err := unix.Openat(dirfd, name, unix.O_RDONLY|unix.O_NOFOLLOW|unix.O_NONBLOCK|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, s, false
	}
	defer unix.Close(fd)
	var st unix.Stat_t
	if err := unix.Fstat(fd, &st); err != nil || st.Mode&unix.S_IFMT != unix.S_IFREG || st.Size > limit {
		return nil, s, false
	}
	if int64(cap(buf)) < st.Size {
		size := st.Size
		if buf != nil { // there are more to come
			size += st.Size / 4
		}
		buf = make([]byte, size)
	}
	buf = buf[:st.Size]
	for n := 0; n < len(buf); {
		k, err := unix.Read(fd, buf[n:])
		switch {
		case err == unix.EINTR:
		case err != nil, k == 0: // or it shrank
			return nil, s, false
		default:
			n += k
		}
	}
	return buf, unixStamp(&st), true
}
