package tui

import "telko/minutes/capture"

// overlayFor returns the overlay that an action opens, nil if it opens none.
func (a *app) overlayFor(act action) overlay { return nil }

// overlayOf returns the overlay that a line which was accepted opens, as /ende
// does; nil for most.
func (a *app) overlayOf(r capture.Reading) overlay { return nil }
