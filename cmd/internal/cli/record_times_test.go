package cli

import (
	"testing"
	"time"
)

func TestTimedLines(t *testing.T) {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	lines := timedLines{now: time.Date(2032, time.May, 6, 22, 0, 0, 0, zone)}
	for _, c := range []struct{ line, rest, now string }{
		{"22:05 +jola", "+jola", "2032-05-06T22:05:00"},
		{"22:05:30  eingerückt", " eingerückt", "2032-05-06T22:05:30"},
		{"9:00 morgens", "morgens", "2032-05-07T09:00:00"},
		{"22:00", "", "2032-05-06T22:00:00"},
		{"23:59 # Backups", "# Backups", "2032-05-06T23:59:00"},
		{"00:10 spät", "spät", "2032-05-07T00:10:00"},
		{"00:08 die Uhr ging vor", "die Uhr ging vor", "2032-05-07T00:08:00"},
		{"2032-05-09T20:00:00Z später", "später", "2032-05-09T22:00:00"},
		{"später", "", ""},
		{"", "", ""},
		{"25:00 x", "", ""},
		{"22:5 x", "", ""},
		{"22:06 x", "x", "2032-05-09T22:06:00"},
	} {
		rest, err := lines.cut(c.line)
		if (err != nil) != (c.now == "") {
			t.Errorf("%q: %v", c.line, err)
			continue
		}
		if got := lines.now.Format("2006-01-02T15:04:05"); err == nil && (rest != c.rest || got != c.now) {
			t.Errorf("%q: got %q at %s, want %q at %s", c.line, rest, got, c.rest, c.now)
		}
	}
}
