package when_test

import (
	"errors"
	"testing"
	"time"

	"telko/tasks/when"
)

func TestReadClock(t *testing.T) {
	for in, want := range map[string]string{
		"22:20": "22:20", "1:10": "01:10", "01:10": "01:10", "22.20 Uhr": "22:20", "16.50 Uhr.": "16:50", "22.20": "22:20",
		"16:44:10 Uhr": "16:44", "16:44:10 Uhr.": "16:44", "5:23pm": "17:23", "5:23 PM": "17:23", "12am": "00:00", "12:30 p.m.": "12:30", "12pm": "12:00",
		"~16:30": "16:30", "~ 16:30": "16:30", "gegen 14:30": "14:30", "ca. 14:30 Uhr": "14:30", "um 22 Uhr": "22:00", "at 9 pm": "21:00",
		"22h": "22:00", "22h30": "22:30", "22:30h": "22:30", "0:00": "00:00", "24:00": "00:00", "23:59": "23:59", "Mitternacht": "00:00", "noon": "12:00",
	} {
		got, err := when.ReadClock(in)
		if err != nil || got.String() != want {
			t.Errorf("ReadClock(%q) = %v, %v; want %s", in, got, err, want)
		}
	}
	for _, in := range []string{
		"", "22", "2220", "25:00", "24:01", "22:60", "22:2", "22:020", "22:20:60", "22:20:10:10", "22.20.10", "13pm", "0am", "-1:00", "+1:00",
		"22:20 UTC", "22:20 und", "Uhr", "h", "pm", ":20", "22:", "gegen", "gegen Abend", "Raum 22:20", "22:20–23:10", "\xff",
	} {
		got, err := when.ReadClock(in)
		var no *when.NotClockError
		if !errors.As(err, &no) || no.Text != in {
			t.Errorf("ReadClock(%q) = %v, %v; want a NotClockError", in, got, err)
		}
	}
}

func TestReadSpan(t *testing.T) {
	for _, c := range []struct{ in, from, until string }{
		{"22:20–23:10", "22:20", "23:10"},
		{"22:20-23:10", "22:20", "23:10"},
		{"22:20 — 23:10 Uhr", "22:20", "23:10"},
		{"22.20-23.10 Uhr", "22:20", "23:10"},
		{"22:20 bis 1:10", "22:20", "01:10"},
		{"von 22:20 bis 1:10", "22:20", "01:10"},
		{"ab 22:20 bis ca. 23:10", "22:20", "23:10"},
		{"from 10pm to 11:30pm", "22:00", "23:30"},
		{"22:20 until 23:10", "22:20", "23:10"},
		{"20:11 Uhr bis 21:05 Uhr", "20:11", "21:05"},
		{"ab 23:40", "23:40", ""},
		{"seit 22:50", "22:50", ""},
		{"Seit ca. 22:50 Uhr", "22:50", ""},
		{"since 22:50", "22:50", ""},
		{"from 22:50", "22:50", ""},
		{"22:50-", "22:50", ""},
		{"bis 23:00", "", "23:00"},
		{"until 23:10", "", "23:10"},
		{"–23:10", "", "23:10"},
	} {
		from, until, err := when.ReadSpan(c.in)
		if err != nil || from.String() != c.from || until.String() != c.until {
			t.Errorf("ReadSpan(%q) = %v, %v, %v; want %s to %s", c.in, from, until, err, c.from, c.until)
		}
	}
	for _, in := range []string{"", "-", "ab", "bis", "22:50", "ab bis 22:50", "seit gestern", "22:20-23:10-24:00", "22:20 23:10", "Gast", "ab 22:20 bis", "bis 22:20 bis 23:10"} {
		from, until, err := when.ReadSpan(in)
		var no *when.NotClockError
		if !errors.As(err, &no) || no.Text != in {
			t.Errorf("ReadSpan(%q) = %v, %v, %v; want a NotClockError", in, from, until, err)
		}
	}
}

// A meeting past midnight is one meeting: its times lie between three hours
// before its start and 21 hours after it.
func TestNight(t *testing.T) {
	start := when.Moment{Date: thursday, Clock: when.ClockAt(22, 20)}
	late := when.Moment{Date: thursday, Clock: when.ClockAt(0, 10)}
	for _, c := range []struct {
		start when.Moment
		clock when.Clock
		want  string
	}{
		{start, when.ClockAt(22, 20), "2010-01-07T22:20"},
		{start, when.ClockAt(23, 59), "2010-01-07T23:59"},
		{start, when.ClockAt(0, 0), "2010-01-08T00:00"},
		{start, when.ClockAt(1, 10), "2010-01-08T01:10"},
		{start, when.ClockAt(19, 20), "2010-01-07T19:20"},
		{start, when.ClockAt(19, 19), "2010-01-08T19:19"},
		{late, when.ClockAt(23, 50), "2010-01-06T23:50"},
		{late, when.ClockAt(21, 10), "2010-01-06T21:10"},
		{late, when.ClockAt(21, 9), "2010-01-07T21:09"},
		{when.Moment{Date: thursday}, when.ClockAt(1, 10), "2010-01-07T01:10"},
		{start, 0, ""},
	} {
		got := when.Night(c.start, c.clock)
		if got.IsZero() != (c.want == "") || (c.want != "" && got.String() != c.want) {
			t.Errorf("Night(%v, %v) = %v; want %s", c.start, c.clock, got, c.want)
		}
	}
}

func TestClock(t *testing.T) {
	for m := range 24 * 60 {
		c := when.ClockAt(m/60, m%60)
		if c.IsZero() || c.Hour() != m/60 || c.Minute() != m%60 {
			t.Fatalf("ClockAt(%d, %d) = %v", m/60, m%60, c)
		}
		if got, err := when.ReadClock(c.String()); err != nil || got != c {
			t.Fatalf("ReadClock(%v) = %v, %v", c, got, err)
		}
	}
	var none when.Clock
	if !none.IsZero() || none.String() != "" {
		t.Errorf("the zero Clock is %q", none)
	}
}

func TestDate(t *testing.T) {
	zone := time.FixedZone("", 3600)
	d := when.Day(2010, time.January, 32)
	if d.String() != "2010-02-01" || d.Short() != "100201" || d.German() != "01.02.2010" || d.Weekday() != time.Monday {
		t.Errorf("Day(2010, 1, 32) = %s, %s, %s, %s", d, d.Short(), d.German(), d.Weekday())
	}
	if n := d.Sub(thursday); n != 25 {
		t.Errorf("Sub = %d", n)
	}
	if at := d.At(when.ClockAt(22, 20), zone); at.Format(time.RFC3339) != "2010-02-01T22:20:00+01:00" {
		t.Errorf("At = %v", at)
	}
	// Comparing agrees with the calendar.
	for i := -400; i < 400; i++ {
		e := d.AddDays(i)
		if d.Before(e) != (i > 0) || d.After(e) != (i < 0) || (d == e) != (i == 0) || e.Sub(d) != i {
			t.Fatalf("%v and %v, %d days apart", d, e, i)
		}
	}
	for _, s := range []string{"2010-02-29", "2010-00-10", "2010-13-01", "2010-01-00", "2010-1-1", "20100101", "2010-01-011", " 2010-01-01", "2010/01/01", "-010-01-01", ""} {
		if got, err := when.ParseISO(s); err == nil {
			t.Errorf("ParseISO(%q) = %v", s, got)
		}
	}
	for _, s := range []string{"2012-02-29", "2000-02-29", "2010-12-31", "0001-01-01"} {
		if got, err := when.ParseISO(s); err != nil || got.String() != s {
			t.Errorf("ParseISO(%q) = %v, %v", s, got, err)
		}
	}
}
