package capture

import (
	"strings"
	"time"

	"telko/minutes"
	"telko/tasks/when"
)

// momentOf returns the wall-clock time of t, which is in the team's zone.
func momentOf(t time.Time) when.Moment {
	return when.Moment{Date: when.Of(t), Clock: when.ClockAt(t.Hour(), t.Minute())}
}

// pastMoment returns when it was last that the clock said c, in a telco that
// began at start: the nearest past moment of its night, or if there is none the
// coming one, which is ahead.
func pastMoment(now, start when.Moment, c when.Clock) (m when.Moment, ahead bool) {
	m = when.Moment{Date: now.Date, Clock: c}
	if c > now.Clock {
		m.Date = m.Date.AddDays(-1)
	}
	start = begun(now, start)
	if start.Clock.IsZero() || minutesAfter(m, start) >= -3*60 {
		return m, false
	}
	m = when.Night(start, c)
	return m, minutesAfter(m, now) > 0
}

// begun returns when a telco began that is going on now. Its date is that of
// the schedule: one that begins at 00:10 began on the day after it.
func begun(now, start when.Moment) when.Moment {
	next := when.Moment{Date: start.Date.AddDays(1), Clock: start.Clock}
	if !start.Clock.IsZero() && minutesAfter(now, start) >= 21*60 && minutesAfter(now, next) >= -3*60 {
		return next
	}
	return start
}

// minutesAfter returns how many minutes of wall-clock time a is after b.
func minutesAfter(a, b when.Moment) int {
	return a.Date.Sub(b.Date)*24*60 + int(a.Clock) - int(b.Clock)
}

// readTimes reads a time or a stretch of time as one types it behind a nick:
// "22:50", "2250", "seit 22:50", "22:20-23:10", "bis 23 Uhr".
func readTimes(s string) (from, until when.Clock, ok bool) {
	if len(s) == 4 && strings.Trim(s, "0123456789") == "" {
		s = s[:2] + ":" + s[2:]
	}
	if c, err := when.ReadClock(s); err == nil {
		return c, 0, true
	}
	from, until, err := when.ReadSpan(s)
	return from, until, err == nil
}

// startText writes when a telco of that day began, as its head has it. What was
// more than a day away is a time of the telco's own day: somebody mends an old
// one.
func startText(began when.Moment, day when.Date) string {
	if n := began.Date.Sub(day); n < -1 || n > 1 {
		return began.Clock.String()
	}
	return minutes.FormatStart(began, day)
}
