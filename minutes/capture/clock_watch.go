package capture

import (
	"time"

	"telko/minutes/lang"
)

// jumpLeast is how far somebody must set the clock for the keeper to be told.
const jumpLeast = 3 * time.Minute

// clockWatch sees when somebody sets the clock, or the machine slept.
type clockWatch struct{ last time.Time }

// look compares an instant with the one before: how far the clock went that
// time did not. Only a monotonic reading shows that it was set ahead.
func (c *clockWatch) look(now time.Time) time.Duration {
	last := c.last
	c.last = now
	if last.IsZero() {
		return 0
	}
	return jumpOf(now.Round(0).Sub(last.Round(0)), now.Sub(last))
}

// jumpOf returns how far a clock jumped that went on by wall while that much
// time passed. Where nobody knows how much did, the two are the same.
func jumpOf(wall, passed time.Duration) (jump time.Duration) {
	switch {
	case wall < 0 && passed == wall:
		jump = wall
	case passed != wall:
		jump = wall - passed
	}
	if jump.Abs() < jumpLeast {
		return 0
	}
	return jump
}

// jumped returns the remark on a jump.
func jumped(jump time.Duration, now time.Time) *lang.Error {
	t := lang.ClockAhead
	if jump < 0 {
		t = lang.ClockBack
	}
	return lang.E(t, jump.Abs().Round(time.Minute).Minutes(), now.Format("15:04"))
}
