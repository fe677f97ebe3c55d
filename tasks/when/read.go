package when

// Read reads a date as people write it, the whole of s. Relative words count
// from the day from.
func Read(s string, from Date) (Date, error) { panic("todo") }

// ReadClock reads a time of day as people write it.
func ReadClock(s string) (Clock, error) { panic("todo") }

// ReadSpan reads a stretch of time: "22:20–23:10", "ab 23:40", "until 23:10".
func ReadSpan(s string) (from, until Clock, err error) { panic("todo") }

// NotDateError is a text that is no date.
type NotDateError struct{ Text string }

// Error implements error.
func (e *NotDateError) Error() string { panic("todo") }

// AmbiguousError is a text that could be more than one date.
type AmbiguousError struct {
	Text    string
	Choices []Date
}

// Error implements error.
func (e *AmbiguousError) Error() string { panic("todo") }

// NotClockError is a text that is no time of day, or no span of them.
type NotClockError struct{ Text string }

// Error implements error.
func (e *NotClockError) Error() string { panic("todo") }
