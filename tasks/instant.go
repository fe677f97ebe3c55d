package tasks

import (
	"sync/atomic"
	"time"

	"telko/tasks/when"
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

// days remembers the last dates that were read: neighbours in a log mostly
// share theirs.
type days struct {
	text  [2]uint64 // the date as it is written: its first and its last eight bytes
	unix  int64
	idDay uint64 // the day of the last plain id, which is one of the calendar
}

// readInstant reads the instant at the start of s, which ends there or goes on
// with something else at s[n:].
func (d *days) readInstant(s string) (at instant, n int, ok bool) {
	if len(s) < 20 || s[10] != 'T' {
		return at, 0, false
	}
	if d.text != [2]uint64{eight(s), eight(s[2:])} && !d.read(s[:10]) {
		return at, 0, false
	}
	seconds, ok := clock(eight(s[11:]))
	if !ok {
		return at, 0, false
	}
	at.unix = d.unix + seconds
	if s[19] == 'Z' {
		at.utc = true
		return at, 20, true
	}
	if len(s) < 25 || (s[19] != '+' && s[19] != '-') || s[22] != ':' || !isTwo(s[20:]) || !isTwo(s[23:]) {
		return at, 0, false
	}
	h, m := two(s[20:]), two(s[23:])
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
	day, err := when.ParseISO(s)
	if err != nil {
		return false
	}
	d.text = [2]uint64{eight(s), eight(s[2:])}
	d.unix = int64(daysSince1970(day)) * 86400
	return true
}

// daysSince1970 counts in years that begin in March, so that a leap day is the
// last of its year: of 400 such years each has 146,097 days, and the months of
// each have 153 days in five.
func daysSince1970(d when.Date) int {
	y, m := d.Year, int(d.Month)-3
	if m < 0 {
		y, m = y-1, m+12
	}
	era := y / 400
	if y < 0 {
		era = -1 // March 1 BC to February of year 0
	}
	y -= era * 400
	return era*146097 + y*365 + y/4 - y/100 + (153*m+2)/5 + d.Day - 1 - 719468
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
