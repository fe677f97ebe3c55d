package cli

import (
	"strings"
	"time"

	"telko/minutes/lang"
)

// timedLines takes the times off lines that begin with one, so that a telco of
// hours is a script: "22:05 +jola", "2010-01-07T22:05:30+01:00 +jola".
type timedLines struct {
	now time.Time // of the last line; before the first, about when it is
}

// cut returns the line without its time, and moves the clock to it. A clock
// time is the nearest one to that of the line before, so that it may go past
// midnight, or back a little.
func (t *timedLines) cut(line string) (string, error) {
	word, rest, _ := strings.Cut(line, " ")
	if at, err := time.Parse(time.RFC3339, word); err == nil {
		t.now = at.In(t.now.Location())
		return rest, nil
	}
	for _, form := range []string{"15:04:05", "15:04"} {
		clock, err := time.Parse(form, word)
		if err != nil {
			continue
		}
		t.now = nearest(t.now, clock)
		return rest, nil
	}
	return "", lang.E(lang.RecordNoTime, word).Hint(lang.RecordNoTimeHint)
}

// nearest returns the instant closest to at with the time of day of clock.
func nearest(at, clock time.Time) time.Time {
	best := at
	for _, days := range []int{0, -1, 1} {
		t := time.Date(at.Year(), at.Month(), at.Day()+days, clock.Hour(), clock.Minute(), clock.Second(), 0, at.Location())
		if days == 0 || t.Sub(at).Abs() < best.Sub(at).Abs() {
			best = t
		}
	}
	return best
}
