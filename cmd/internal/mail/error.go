package mail

import (
	"context"
	"errors"
	"net"
	"net/textproto"
	"strconv"
)

// Kind says what an error means, whatever code a server gave it.
type Kind uint8

// The kinds of errors.
const (
	Refused     Kind = iota // the server does not want this mail
	Auth                    // wrong account or password
	Busy                    // the server asks to try again later
	Unreachable             // no answer
	Insecure                // the server offers no TLS
	Failed                  // the sendmail program failed
)

// Error is why a mail was not sent.
type Error struct {
	Kind Kind
	Host string // of the server, or the program
	Err  error
}

// Error implements error. It holds no password.
func (e *Error) Error() string { return e.Host + ": " + e.Err.Error() }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// explain gives an error of the way to a server its kind.
func explain(ctx context.Context, host string, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var known *Error
	if errors.As(err, &known) {
		return err
	}
	e := &Error{Unreachable, host, err}
	var reply *textproto.Error
	var network net.Error
	switch {
	case errors.As(err, &reply):
		e.Kind = kindOf(reply.Code)
	case errors.As(err, &network):
	default:
		e.Kind = Refused
	}
	return e
}

// kindOf returns what a reply of SMTP means.
func kindOf(code int) Kind {
	switch {
	case code == 530 || code == 534 || code == 535 || code == 538:
		return Auth
	case strconv.Itoa(code)[0] == '4':
		return Busy
	}
	return Refused
}
