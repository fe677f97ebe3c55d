package lang

import "errors"

// Error is an error that users read in their language. Its Error method speaks
// English, for logs and tests. What to do next goes into a hint.
type Error struct {
	text     Text
	args     []any
	hint     Text
	hintArgs []any
	cause    error
}

// E returns an error with the message t. The last argument that is an error is
// its cause for errors.Is and errors.As.
func E(t Text, args ...any) *Error {
	e := &Error{text: t, args: args}
	for _, a := range args {
		if err, ok := a.(error); ok {
			e.cause = err
		}
	}
	return e
}

// Hint adds what the user can do next, and returns e.
func (e *Error) Hint(t Text, args ...any) *Error {
	e.hint, e.hintArgs = t, args
	return e
}

// Because sets the cause for errors.Is and errors.As without showing it, and
// returns e.
func (e *Error) Because(err error) *Error {
	e.cause = err
	return e
}

// Error returns the English message.
func (e *Error) Error() string { return e.text.In(English, e.args...) }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.cause }

// Say returns err's message in l, its English one if it is not localised.
func Say(err error, l Lang) string {
	if s, ok := err.(interface{ In(Lang) string }); ok {
		return s.In(l)
	}
	return err.Error()
}

// In returns the message in l.
func (e *Error) In(l Lang) string { return e.text.In(l, e.args...) }

// HintOf returns the first hint in err's chain in l, "" if there is none.
func HintOf(err error, l Lang) string {
	for err != nil {
		var e *Error
		if !errors.As(err, &e) {
			return ""
		}
		if e.hint != (Text{}) {
			return e.hint.In(l, e.hintArgs...)
		}
		err = e.cause
	}
	return ""
}
