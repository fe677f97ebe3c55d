package capture

import (
	"testing"

	"telko/tasks/when"
)

// A typed time is the nearest past moment of the telco's night.
func TestPastMoment(t *testing.T) {
	may := func(day, h, m int) when.Moment {
		return when.Moment{Date: when.Day(2032, 5, day), Clock: when.ClockAt(h, m)}
	}
	night := may(6, 22, 20)
	for _, c := range []struct {
		now, start when.Moment
		h, m       int
		want       when.Moment
		ahead      bool
	}{
		{may(6, 23, 10), night, 22, 50, may(6, 22, 50), false},
		{may(6, 23, 10), night, 23, 10, may(6, 23, 10), false},
		{may(6, 23, 10), night, 21, 0, may(6, 21, 0), false},   // came early
		{may(6, 23, 10), night, 19, 20, may(6, 19, 20), false}, // three hours before
		{may(6, 23, 10), night, 19, 10, may(7, 19, 10), true},
		{may(6, 23, 10), night, 23, 12, may(6, 23, 12), true}, // a clock that is behind
		{may(6, 23, 10), night, 10, 50, may(7, 10, 50), true}, // meant 22:50
		{may(7, 0, 30), night, 23, 50, may(6, 23, 50), false},
		{may(7, 0, 30), night, 0, 10, may(7, 0, 10), false},
		{may(7, 0, 30), night, 0, 40, may(7, 0, 40), true},
		{may(7, 1, 10), night, 0, 0, may(7, 0, 0), false},
		// One of the evening of the 6th that began at 00:10 is of the 6th.
		{may(7, 0, 30), may(6, 0, 10), 0, 20, may(7, 0, 20), false},
		{may(7, 0, 30), may(6, 0, 10), 23, 55, may(6, 23, 55), false},
		{may(7, 0, 30), may(6, 0, 10), 0, 40, may(7, 0, 40), true},
		{may(6, 0, 30), may(6, 0, 10), 0, 20, may(6, 0, 20), false},
		// Nobody knows when it began.
		{may(6, 23, 10), when.Moment{Date: when.Day(2032, 5, 6)}, 23, 30, may(5, 23, 30), false},
		{may(6, 23, 10), when.Moment{}, 22, 0, may(6, 22, 0), false},
	} {
		got, ahead := pastMoment(c.now, c.start, when.ClockAt(c.h, c.m))
		if got != c.want || ahead != c.ahead {
			t.Errorf("%02d:%02d typed at %v, begun at %v: %v ahead %t, want %v", c.h, c.m, c.now, c.start, got, ahead, c.want)
		}
	}
}

func TestReadTimes(t *testing.T) {
	for typed, want := range map[string]string{
		"22:50": "22:50 ", "2250": "22:50 ", "0010": "00:10 ", "22.50 Uhr": "22:50 ", "22 Uhr": "22:00 ", "um 22:50": "22:50 ",
		"seit 22:50": "22:50 ", "ab 22:50": "22:50 ", "bis 23:10": " 23:10", "22:20-23:10": "22:20 23:10", "von 22:20 bis 23:10": "22:20 23:10",
	} {
		from, until, ok := readTimes(typed)
		if got := from.String() + " " + until.String(); !ok || got != want {
			t.Errorf("%q: %q, %t", typed, got, ok)
		}
	}
	for _, typed := range []string{"", "2570", "22", "225", "gast", "22:5", "12345", "kaja"} {
		if from, until, ok := readTimes(typed); ok {
			t.Errorf("%q: %v %v", typed, from, until)
		}
	}
}
