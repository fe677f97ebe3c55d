package when

import (
	"fmt"
	"time"
)

// Clock is a wall-clock time of day to the minute, without a date or zone. The
// zero Clock means "no time", which is not midnight.
type Clock int16

// ClockAt returns the clock time hour:minute. It panics outside 00:00 to 23:59;
// text goes through ReadClock.
func ClockAt(hour, minute int) Clock {
	if hour < 0 || hour > 23 || minute < 0 || minute > 59 {
		panic(fmt.Sprintf("when: no clock shows %d:%d", hour, minute))
	}
	return Clock(hour*60 + minute + 1)
}

// IsZero reports whether c is "no time".
func (c Clock) IsZero() bool { return c == 0 }

// Hour returns the hour, 0 to 23; 0 for "no time".
func (c Clock) Hour() int { return max(int(c)-1, 0) / 60 }

// Minute returns the minute, 0 to 59; 0 for "no time".
func (c Clock) Minute() int { return max(int(c)-1, 0) % 60 }

// String returns c as HH:MM, "no time" as "".
func (c Clock) String() string {
	if c.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", c.Hour(), c.Minute())
}

// Moment is a wall-clock time on a day, in the time zone of the meeting it
// belongs to. The zero Moment means "not known".
type Moment struct {
	Date  Date
	Clock Clock
}

// IsZero reports whether m is "not known".
func (m Moment) IsZero() bool { return m == Moment{} }

// String returns m as RFC 3339 local time to the minute, 2010-01-08T01:10; a
// moment without a clock time as its date.
func (m Moment) String() string {
	if m.Clock.IsZero() {
		return m.Date.String()
	}
	return m.Date.String() + "T" + m.Clock.String()
}

// In returns the instant of m in loc.
func (m Moment) In(loc *time.Location) time.Time { return m.Date.At(m.Clock, loc) }

// Night returns the moment with clock time c that lies in the night of a
// meeting that began at start: from three hours before it to 21 hours after it
// (DESIGN, "Attendance"), so that a meeting past midnight is one meeting.
func Night(start Moment, c Clock) Moment {
	if c.IsZero() {
		return Moment{}
	}
	day := start.Date
	if !start.Clock.IsZero() {
		switch d := int(c) - int(start.Clock); {
		case d < -3*60:
			day = day.AddDays(1)
		case d >= 21*60:
			day = day.AddDays(-1)
		}
	}
	return Moment{day, c}
}
