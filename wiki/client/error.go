package client

import (
	"fmt"
	"strings"
	"time"
)

// Kind says what an error means to telko, whatever code the wiki gave it.
type Kind uint8

// The kinds of errors.
const (
	Refused     Kind = iota // the wiki did not want this edit, in its own words: never resubmitted
	Conflict                // somebody edited the page since the base
	Exists                  // the page to be created exists already
	Deleted                 // the page to be changed was deleted
	Protected               // this account may not edit this page
	Excluded                // the page asks bots to stay away ({{nobots}})
	TooBig                  // the page is over the wiki's limit
	BadTitle                // no wiki page can be called that
	Auth                    // not logged in, wrong password, missing grant: Info says which
	Blocked                 // the account is blocked, or may not read this wiki
	Captcha                 // the account needs the right skipcaptcha
	Busy                    // the wiki is busy, read-only or limits the rate, and stayed so
	Unreachable             // no answer
	NotAPI                  // what answered is no MediaWiki API, or one at another address
	Insecure                // neither https nor loopback
)

// String returns the kind's name, for logs.
func (k Kind) String() string {
	names := [...]string{
		"refused", "conflict", "exists", "deleted", "protected", "excluded", "too big", "bad title",
		"auth", "blocked", "captcha", "busy", "unreachable", "no api", "insecure",
	}
	if int(k) < len(names) {
		return names[k]
	}
	return fmt.Sprintf("kind %d", k)
}

// Error is what a wiki, or the way to it, had against a request.
type Error struct {
	Kind     Kind
	Op       string        // "connect", "login", "read", "create", "update", "move"
	Title    string        // of the page, "" if it was about none
	Code     string        // the API's error code, "" if it gave none
	Info     string        // the wiki's own text, or what is missing
	Fault    Fault         // what is missing, where that is not the wiki's text; else 0
	Args     []any         // of Fault
	Status   int           // HTTP status, 0 if there was none
	Location string        // NotAPI: where the wiki says its API is
	Wait     time.Duration // Busy: how long the wiki asks to wait, 0 if it did not say
	Err      error         // the cause, as context.Canceled

	then then
}

// Error implements error.
func (e *Error) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "wiki: %s", e.Op)
	if e.Title != "" {
		fmt.Fprintf(&b, " %q", e.Title)
	}
	fmt.Fprintf(&b, ": %s", e.Kind)
	if e.Code != "" {
		fmt.Fprintf(&b, " (%s)", e.Code)
	} else if e.Status != 0 {
		fmt.Fprintf(&b, " (HTTP %d)", e.Status)
	}
	if e.Info != "" {
		fmt.Fprintf(&b, ": %s", e.Info)
	}
	if e.Location != "" {
		fmt.Fprintf(&b, ": the API is at %s", e.Location)
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// StopsRun reports whether it is no use to go on with other pages.
func (e *Error) StopsRun() bool {
	switch e.Kind {
	case Auth, Blocked, Captcha, Busy, Unreachable, NotAPI, Insecure:
		return true
	}
	return false
}
