package archive

import "golang.org/x/sys/unix"

// readAt reads the file name, which has no slash, of an open folder into buf.
// It is readInto with half the system calls, for archives of hundreds of files:
// no poller, and no look for what a file may have grown by since its size was
// asked for, as its stamp tells that the next time. It takes plain files alone;
// with ok false, for links too, the caller reads the careful way.
func readAt(dirfd int, name string, limit int64, buf []byte) (data []byte, st stamp, ok bool) {
	fd, err := unix.Openat(dirfd, name, unix.O_RDONLY|unix.O_NOFOLLOW|unix.O_NONBLOCK|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, stamp{}, false
	}
	defer unix.Close(fd)
	var info unix.Stat_t
	if unix.Fstat(fd, &info) != nil || info.Mode&unix.S_IFMT != unix.S_IFREG || info.Size > limit {
		return nil, stamp{}, false
	}
	size := int(info.Size)
	if cap(buf) < size {
		buf = make([]byte, size+size/8)
	}
	buf = buf[:size]
	for n := 0; n < size; {
		k, err := unix.Read(fd, buf[n:])
		if err != nil {
			return nil, stamp{}, false
		}
		if k == 0 {
			return buf[:n], unixStamp(&info), true // it was cut off meanwhile
		}
		n += k
	}
	return buf, unixStamp(&info), true
}
