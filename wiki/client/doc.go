// Package client is telko's interface to a MediaWiki (1.31 or newer): it reads
// pages, creates them and changes them, and never overwrites what a person
// wrote. Start with [New], [Client.Page], [Client.Create] and [Client.Update].
//
// Requests, cookies and the encoding of parameters are go-mwclient's; all that
// it decides by itself is decided here instead, because each of these was
// measured to go wrong: it drops empty flags from large requests (createonly=""
// then overwrote a page), hides revision ids, takes warnings for errors, knows
// no context, keeps stale tokens, ignores HTTP status, and follows redirects
// with a GET. So flags are always "1", answers are decoded here, and a
// RoundTripper brings in context, status and time limits.
//
// # Reading many pages
//
// A page that nobody touched has the revision that it had: [Client.Looks] asks
// for no more than that, some hundreds of pages a request; [Client.Pages] and
// [Client.Texts] read texts, 50 a request. [Client.History] goes through the
// revisions of a page, [Client.Fate] says who moved or deleted it, and why.
// Whatever the wiki answers in pieces is put together here. Nothing of it needs
// a login unless the wiki does.
//
// # Edits
//
// A page is created with createonly=1 and a starttimestamp long ago, so that the
// wiki refuses to make one that was deleted since. It is changed by its id with
// baserevid and nocreate=1, never with basetimestamp, which overwrites. Every
// edit carries assert, assertuser, notminor, watchlist=nochange, md5, and bot if
// the account is one. What is saved is not what is sent (trailing white space goes, text
// becomes NFC, signatures expand): the revision is read again after every save,
// and that is what [Saved] holds. If the wiki has merged the edit with another
// one (its oldrevid is not our base), [Saved.Merged] says so.
//
// A save whose answer was lost is looked for in the page's history (our
// account, our summary, after our base) before anything is repeated.
//
// # Errors
//
// Every error is an [*Error] (or wraps one) with a [Kind]; the table that gives
// a kind to each of the API's codes is in policy.go. In short:
//
//	editconflict                        Conflict: nothing is written
//	articleexists                       Exists: never adopted here
//	missingtitle, nosuchpageid, …       Deleted: never recreated
//	protectedpage, permissiondenied, …  Protected: other pages may go on
//	badtoken                            a new token once, a new login once, Auth
//	assert…failed                       a new login once, then Auth
//	maxlag, readonly, ratelimited,
//	429, 5xx, internal_api_error_…      wait with a bound, then Busy
//	blocked, readapidenied              Blocked: the run stops
//	contenttoobig                       TooBig
//	abusefilter-…, spamblacklist, and
//	every code not known                Refused, with the wiki's own text
//
// Most errors bring the wiki's own text; what the client itself finds wrong has a
// [Fault], so that users can read it in their language.
//
// Waiting goes by Retry-After where the wiki sends one, else doubles from a
// second on, and ends after a minute and a half in all (ten if nobody waits);
// after five seconds if somebody waits and the wiki has not answered at all yet.
//
// # What is sent where
//
// Addresses are https or on loopback. Redirects are refused, with the right
// address in the error: a 301 would make a GET of a POST. Logins are bot
// passwords only ("Account@app"). Nothing secret is in an error or a log line.
package client
