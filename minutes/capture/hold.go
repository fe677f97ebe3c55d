package capture

import "errors"

// ErrHeld is a meeting that another telko is recording.
var ErrHeld = errors.New("another telko holds it")
