package tasks

import (
	"testing"
	"time"

	"telko/tasks/when"
)

func TestDaysSince1970(t *testing.T) {
	for d := when.Day(0, time.January, 1); d.Year < 10_000; d = d.AddDays(1) {
		if got, want := int64(daysSince1970(d))*86400, d.At(0, time.UTC).Unix(); got != want {
			t.Fatalf("%v: %d, want %d", d, got, want)
		}
		if d.Year > 5 && d.Year < 1890 || d.Year > 2110 {
			d = d.AddDays(12)
		}
	}
}

// Instants read and write as package time does.
func TestInstant(t *testing.T) {
	for _, s := range []string{
		"2010-01-09T21:14:03+01:00", "2010-01-09T20:14:03Z", "2010-01-09T20:14:03+00:00", "2012-02-29T23:59:59-09:30",
		"1970-01-01T00:00:00+14:00", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59+23:59", "2010-01-09T21:14:03+05:45", "2010-01-09T21:14:03+00:01",
	} {
		var d days
		at, n, ok := d.readInstant(s + " x")
		want, err := time.Parse(time.RFC3339, s)
		if err != nil || !ok || n != len(s) || !at.time().Equal(want) {
			t.Errorf("%s: %v, %d, %t; %v", s, at.time(), n, ok, err)
		}
		if got := string(appendInstant(nil, at.time())); got != s {
			t.Errorf("%s is written as %s", s, got)
		}
	}
	for _, s := range []string{
		"", "2010-01-09", "2010-01-09 21:14:03+01:00", "2010-01-09T21:14:03", "2010-01-09T21:14:03+0100", "2010-01-09T21:14:03+01:0", "2010-02-30T21:14:03Z",
		"2010-01-09T24:00:00Z", "2010-01-09T21:60:00Z", "2010-01-09T21:14:60Z", "2010-01-09T21:14:03+24:00", "2010-01-09T21:14:03.5Z", "2010-01-09T2x:14:03Z", "2010-01-09T21:14:03z",
		"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00T21:14:03Z",
	} {
		var d days
		if at, _, ok := d.readInstant(s); ok && s[0] != 0 {
			t.Errorf("%q: %v", s, at.time())
		}
	}
	// Before there was standard time, zones were off by seconds.
	berlin := time.FixedZone("LMT", 53*60+28)
	if got := string(appendInstant(nil, time.Date(1890, 1, 1, 0, 0, 0, 0, berlin))); got != "1889-12-31T23:59:32+00:53" {
		t.Errorf("local mean time: %s", got)
	}
	if first, second := zone(3600), zone(3600); first != second {
		t.Error("one offset, two locations")
	}
}
