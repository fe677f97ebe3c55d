package archive

import (
	"encoding/binary"
	"io/fs"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// stamp is what the file system says of a file or folder without opening it.
// Equal stamps mean equal content, unless it was written twice within a tick of
// the clock: see racy. The change time is among them because programs set the
// modification time at will (rsync, unzip, git tools), but not that.
type stamp struct {
	mtime, ctime int64 // nanoseconds
	size         int64
	inode        uint64
}

func stampOf(info fs.FileInfo) stamp {
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return stamp{}
	}
	return stamp{mtime: st.Mtim.Nano(), ctime: st.Ctim.Nano(), size: st.Size, inode: st.Ino}
}

// checksum sums up texts, each told from the next. It finds damage, not malice:
// a change within eight bytes always, any other all but surely. Tables such as
// those of package crc32 take longer to make than an index to sum up.
func checksum(texts ...string) uint64 {
	sum := uint64(len(texts))
	for _, t := range texts {
		_, sum = checksums(sum, t, 0)
	}
	return sum
}

// checksums returns the checksums of the first n bytes of t and of all of it.
func checksums(sum uint64, t string, n int) (first, all uint64) {
	i := 0
	for _, end := range [...]int{n, len(t)} {
		for ; i+8 <= end; i += 8 {
			sum = mix(sum, binary.LittleEndian.Uint64([]byte(t[i:i+8])))
		}
		var last [8]byte
		copy(last[:], t[i:end])
		first, all = all, mix(mix(sum, binary.LittleEndian.Uint64(last[:])), uint64(end))
	}
	return first, all
}

// mix is one-to-one in each of its arguments.
func mix(sum, v uint64) uint64 {
	sum = (sum ^ v) * 0x9e3779b97f4a7c15
	return sum ^ sum>>29
}

// racy reports whether something could be written after now, at which it was
// looked at, without a new stamp: clocks of file systems tick. Such an entry is
// never believed.
func (s stamp) racy(now int64) bool {
	tick := int64(20 * time.Millisecond)
	if s.ctime%int64(time.Second) == 0 { // a file system that counts in seconds
		tick = int64(2 * time.Second)
	}
	return s.ctime > now-tick
}

// statAt is the cheapest way to a stamp. A link is looked at itself, so that it
// is never equal to what was read through it.
func statAt(dirfd int, name string) (stamp, bool) {
	var st unix.Stat_t
	for {
		err := unix.Fstatat(dirfd, name, &st, unix.AT_SYMLINK_NOFOLLOW)
		if err == unix.EINTR {
			continue
		}
		if err != nil {
			return stamp{}, false
		}
		return unixStamp(&st), true
	}
}

// statOf returns the stamp of an open file or folder.
func statOf(fd int) (stamp, bool) {
	var st unix.Stat_t
	if unix.Fstat(fd, &st) != nil {
		return stamp{}, false
	}
	return unixStamp(&st), true
}

func unixStamp(st *unix.Stat_t) stamp {
	return stamp{mtime: st.Mtim.Nano(), ctime: st.Ctim.Nano(), size: st.Size, inode: st.Ino}
}

// openDirAt opens a folder that is no link.
func openDirAt(dirfd int, name string) (int, bool) {
	fd, err := unix.Openat(dirfd, name, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
	return fd, err == nil
}

func openDir(path string) (int, bool) {
	fd, err := unix.Open(path, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	return fd, err == nil
}

func closeDir(fd int) {
	if fd >= 0 {
		_ = unix.Close(fd)
	}
}
