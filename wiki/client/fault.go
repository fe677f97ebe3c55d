package client

import "fmt"

// Fault is what the client itself found to be wrong, where [Error.Info] is not
// the wiki's own text. [Error.Args] are what it is about, in the order of the
// comments.
type Fault uint8

// The faults.
const (
	NoCredentials   Fault = iota + 1 // nobody said how to log in
	NotLoggedIn                      // the wiki's text
	NotBotPassword                   // the user name that is none of a bot password
	LoginFailed                      // the user name, the wiki's text
	LoginLost                        // the account: the wiki forgot the login at once
	LoginOther                       // the account of the login, the one that the wiki takes us for
	NoBot                            // the wiki's text: no bot, or the grant highvolume is missing
	OtherAccount                     // the account, the wiki's text
	LacksHighVolume                  // the account, which is a bot
	LacksGrant                       // the account, the grant, the right
	AccountBlocked                   // the account, who blocked it, the reason
	NoAnswerInTime
	ConnectionCut
	NotJSON
	OddAnswer      // what is odd about it, in English
	NoAddress      // it has no scheme and host
	AddressTooLong // it has more than the path of api.php
	AddressUnread
	Crowded // others save all the time
)

// text returns what is wrong, for logs.
func (f Fault) text(args ...any) string {
	formats := [...]string{
		NoCredentials:   "there are no credentials for this wiki",
		NotLoggedIn:     "not logged in: %s",
		NotBotPassword:  "%q is no bot password's user name, as Account@app: telko uses no others",
		LoginFailed:     "login as %s: %s",
		LoginLost:       "the login as %s did not last: are cookies cut off on the way?",
		LoginOther:      "logged in as %s, and found as %s",
		NoBot:           "the bot password lacks the grant highvolume, or the account is no bot: %s",
		OtherAccount:    "logged in as somebody else than %s: %s",
		LacksHighVolume: "%s is a bot, and its bot password lacks the grant highvolume",
		LacksGrant:      "the bot password of %s lacks the grant %s (or the account the right %s)",
		AccountBlocked:  "%s is blocked by %s: %s",
		NoAnswerInTime:  "no answer in time",
		ConnectionCut:   "the connection was cut",
		NotJSON:         "the answer is no JSON",
		OddAnswer:       "the answer is not as expected: %s",
		NoAddress:       "it has no scheme and host",
		AddressTooLong:  "the address has more than the path of api.php",
		AddressUnread:   "the address cannot be read",
		Crowded:         "others write all the time",
	}
	return fmt.Sprintf(formats[f], args...)
}

// say makes f what is wrong.
func (e *Error) say(f Fault, args ...any) { e.Fault, e.Args, e.Info = f, args, f.text(args...) }

// connecting returns the error for an address that no wiki can be at.
func connecting(f Fault) *Error {
	e := Found(NotAPI, f)
	e.Op = "connect"
	return e
}

// Found returns an error of the client's own finding.
func Found(k Kind, f Fault, args ...any) *Error {
	return &Error{Kind: k, Fault: f, Args: args, Info: f.text(args...)}
}

// found returns an error of the operation itself that the client found.
func (r *run) found(k Kind, f Fault, args ...any) *Error { return r.finish(Found(k, f, args...)) }
