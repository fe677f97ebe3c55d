package tasks

import (
	"sync/atomic"
	"time"
)

// An instant is written as RFC 3339 to the second: 2010-01-09T21:14:03+01:00,
// or with Z for UTC. Both directions are by hand: a register reads tens of
// thousands of them before the finger has left the key.

// instant is a moment as a line has it.
type instant struct {
	unix   int64
	offset int32 // of the zone, in seconds east of Greenwich
	utc    bool  // written with Z
}

// days remembers the last date that was read: neighbours in a log mostly share
// theirs.
type days struct {
	text [10]byte
	unix int64
}

// readInstant reads the instant at the start of s, which ends there or goes on
// with something else at s[n:].
func (d *days) readInstant(s string) (at instant, n int, ok bool) {
	if len(s) < 20 || s[10] != 'T' || s[13] != ':' || s[16] != ':' {
		return at, 0, false
	}
	if s[:10] != string(d.text[:]) && !d.read(s[:10]) {
		return at, 0, false
	}
	if !isTwo(s[11:]) || !isTwo(s[14:]) || !isTwo(s[17:]) {
		return at, 0, false
	}
	h, m, sec := two(s[11:]), two(s[14:]), two(s[17:])
	if h > 23 || m > 59 || sec > 59 {
		return at, 0, false
	}
	at.unix = d.unix + int64(h*3600+m*60+sec)
	if s[19] == 'Z' {
		at.utc = true
		return at, 20, true
	}
	if len(s) < 25 || (s[19] != '+' && s[19] != '-') || s[22] != ':' || !isTwo(s[20:]) || !isTwo(s[23:]) {
		return at, 0, false
	}
	h, m = two(s[20:]), two(s[23:])
	if h > 23 || m > 59 {
		return at, 0, false
	}
	at.offset = int32(h*3600 + m*60)
	if s[19] == '-' {
		at.offset = -at.offset
	}
	at.unix -= int64(at.offset)
	return at, 25, true
}

func (d *days) read(s string) bool {
	if !isTwo(s) || !isTwo(s[2:]) || s[4] != '-' || !isTwo(s[5:]) || s[7] != '-' || !isTwo(s[8:]) {
		return false
	}
	y, m, day := two(s)*100+two(s[2:]), two(s[5:]), two(s[8:])
	if m < 1 || m > 12 || day < 1 {
		return false
	}
	t := time.Date(y, time.Month(m), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day {
		return false
	}
	copy(d.text[:], s)
	d.unix = t.Unix()
	return true
}

// time returns at as a time in the zone it was written in.
func (at instant) time() time.Time {
	t := time.Unix(at.unix, 0)
	if at.utc {
		return t.UTC()
	}
	return t.In(zone(at.offset))
}

// zones holds the locations of the offsets that the world uses, so that a log
// of many lines has few of them.
var zones [2*zoneRange + 1]atomic.Pointer[time.Location]

const (
	zoneStep  = 15 * 60
	zoneRange = 15 * 4
)

func zone(offset int32) *time.Location {
	if offset%zoneStep != 0 || offset < -zoneStep*zoneRange || offset > zoneStep*zoneRange {
		return time.FixedZone("", int(offset))
	}
	p := &zones[offset/zoneStep+zoneRange]
	if p.Load() == nil {
		p.CompareAndSwap(nil, time.FixedZone("", int(offset)))
	}
	return p.Load()
}

// appendInstant writes t to the second. A zone whose offset is no whole number
// of minutes, as before there was standard time, is rounded to one.
func appendInstant(b []byte, t time.Time) []byte {
	if t.Location() == time.UTC {
		return t.AppendFormat(b, "2006-01-02T15:04:05Z")
	}
	if _, off := t.Zone(); off%60 != 0 {
		t = t.In(zone(int32(off / 60 * 60)))
	}
	return t.AppendFormat(b, "2006-01-02T15:04:05-07:00")
}

func isTwo(s string) bool {
	return '0' <= s[0] && s[0] <= '9' && '0' <= s[1] && s[1] <= '9'
}

func two(s string) int { return int(s[0]-'0')*10 + int(s[1]-'0') }

func month(m int) time.Month { return time.Month(m) }
