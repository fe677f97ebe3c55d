package archive

import (
	"encoding/binary"
	"time"
	"unsafe"

	"telko/tasks/when"
)

// reader decodes. Whatever it is given, it does not panic, and sets bad.
type reader struct {
	rest string
	bad  bool
}

func (r *reader) take(n int) string {
	if n < 0 || n > len(r.rest) {
		r.bad, r.rest = true, ""
		return ""
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

func (r *reader) int() int {
	var v uint64
	for shift := 0; shift < 63; shift += 7 {
		c := r.byte()
		v |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return int(v)
		}
	}
	r.bad = true
	return 0
}

// count reads how many elements of at least size bytes follow.
func (r *reader) count(size int) int {
	n := r.int()
	if n > len(r.rest)/size {
		r.bad = true
		return 0
	}
	return n
}

func (r *reader) byte() byte {
	s := r.take(1)
	if s == "" {
		return 0
	}
	return s[0]
}

func (r *reader) bool() bool   { return r.byte() != 0 }
func (r *reader) text() string { return r.take(r.int()) }

func (r *reader) uint64() uint64 {
	if s := r.take(8); s != "" {
		return binary.LittleEndian.Uint64([]byte(s))
	}
	return 0
}

func (r *reader) stamp() stamp {
	s := r.take(stampSize)
	if s == "" {
		return stamp{}
	}
	n := func(i int) uint64 { return binary.LittleEndian.Uint64([]byte(s[8*i : 8*i+8])) }
	return stamp{mtime: int64(n(0)), ctime: int64(n(1)), size: int64(n(2)), inode: n(3)}
}

const stampSize = 32

func (r *reader) date() when.Date {
	v := r.int()
	return when.Date{Year: v >> 9, Month: time.Month(v >> 5 & 15), Day: v & 31}
}

// view returns b as a text, without a copy. Nobody may write to b any more.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

func appendInt(b []byte, n int) []byte { return binary.AppendUvarint(b, uint64(max(n, 0))) }

func appendUint64(b []byte, n uint64) []byte { return binary.LittleEndian.AppendUint64(b, n) }

func appendText(b []byte, s string) []byte { return append(appendInt(b, len(s)), s...) }

func appendBool(b []byte, v bool) []byte {
	if v {
		return append(b, 1)
	}
	return append(b, 0)
}

func appendStamp(b []byte, s stamp) []byte {
	for _, v := range []uint64{uint64(s.mtime), uint64(s.ctime), uint64(s.size), s.inode} {
		b = appendUint64(b, v)
	}
	return b
}

func appendDate(b []byte, d when.Date) []byte {
	return appendInt(b, d.Year<<9|int(d.Month)<<5|d.Day)
}
