package archive

import (
	"fmt"
	"testing"
	"time"

	"telko/tasks/when"
)

// The next telco is that of whoever speaks; a name means that series alone.
func TestNextTelco(t *testing.T) {
	s := Settings{Series: []Series{
		{Key: "plenum", Title: "Plenum", Weekday: time.Thursday, Regular: true},
		{Key: "technik", Title: "Technik-Runde", Weekday: time.Monday, Regular: true},
		{Key: "kasse", Title: "Kasse"},
	}}
	thursday := when.Day(2031, time.March, 6)
	for _, c := range []struct{ series, name, want string }{
		{"plenum", "telko", "[2031-03-13]"},
		{"technik", "meeting", "[2031-03-10]"},
		{"plenum", "technik-runde", "[2031-03-10]"},
		{"plenum", "technik", "[2031-03-10]"},
		{"", "telko", "[2031-03-10 2031-03-13]"},
		{"unknown", "telko", "[2031-03-10 2031-03-13]"},
		{"kasse", "telko", "[]"},
		{"plenum", "bus", "[]"},
	} {
		if got := fmt.Sprint(s.NextTelco(c.series, c.name, thursday)); got != c.want {
			t.Errorf("%s, in minutes of %q: %s, want %s", c.name, c.series, got, c.want)
		}
	}
}
