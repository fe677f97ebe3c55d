package client

import (
	"net/http"
	"strings"
	"sync"
)

// then is what the client itself does about an error before it gives up.
type then uint8

const (
	stop    then = iota // nothing
	renew               // fetch a new token once, then log in again once
	relogin             // log in again once
	wait                // wait, with a bound; a write is looked for before it is repeated
)

// policy is what one of the API's error codes means.
type policy struct {
	kind Kind
	then then
}

// codes is the table of the API's error codes. What is not in it, nor under a
// prefix below, is Refused: shown in the wiki's own words, never resubmitted.
var codes = sync.OnceValue(func() map[string]policy {
	return map[string]policy{
		"editconflict":  {Conflict, stop},
		"articleexists": {Exists, stop},

		"missingtitle": {Deleted, stop},
		"nosuchpageid": {Deleted, stop},
		"pagedeleted":  {Deleted, stop},
		// The base revision went with its page.
		"nosuchrevid": {Deleted, stop},

		"badtoken": {Auth, renew},

		"assertuserfailed":      {Auth, relogin},
		"assertbotfailed":       {Auth, relogin},
		"assertnameduserfailed": {Auth, relogin},
		"readapidenied":         {Blocked, relogin}, // a private wiki, before the login
		"writeapidenied":        {Blocked, stop},

		"maxlag":      {Busy, wait},
		"readonly":    {Busy, wait},
		"ratelimited": {Busy, wait},

		"protectedpage":                {Protected, stop},
		"protectedtitle":               {Protected, stop},
		"cascadeprotected":             {Protected, stop},
		"permissiondenied":             {Protected, stop},
		"protectednamespace":           {Protected, stop},
		"protectednamespace-interface": {Protected, stop},
		"namespaceprotected":           {Protected, stop},
		"cantcreate":                   {Protected, stop},
		"noedit":                       {Protected, stop},

		"blocked":         {Blocked, stop},
		"autoblocked":     {Blocked, stop},
		"systemblocked":   {Blocked, stop},
		"globalblocked":   {Blocked, stop},
		"mustbeblocked":   {Blocked, stop},
		"hardblocked":     {Blocked, stop},
		"blockedfrompage": {Protected, stop},

		"contenttoobig": {TooBig, stop},
		"invalidtitle":  {BadTitle, stop},
		"badtitle":      {BadTitle, stop},
	}
})

// policyOf returns what code means.
func policyOf(code string) policy {
	if p, ok := codes()[code]; ok {
		return p
	}
	if strings.HasPrefix(code, "internal_api_error_") {
		return policy{Busy, wait}
	}
	return policy{Refused, stop}
}

// policyOfStatus returns what an HTTP status other than 200 means.
func policyOfStatus(status int) policy {
	switch {
	case status == http.StatusTooManyRequests, status == http.StatusRequestTimeout, status >= 500:
		return policy{Busy, wait}
	case status == http.StatusUnauthorized, status == http.StatusProxyAuthRequired:
		return policy{Auth, stop}
	case status == http.StatusForbidden:
		return policy{Refused, stop}
	case status == http.StatusRequestEntityTooLarge:
		return policy{TooBig, stop}
	}
	return policy{NotAPI, stop} // redirects, 404 and whatever else is no answer of an API
}
