// Package wikitest gives tests a real MediaWiki.
//
// [Start] returns a [Wiki]: a MediaWiki 1.39 out of Debian's packages, on a
// loopback port, with SQLite and everything else in a temporary folder. There
// is one server a test process, started by the first test that asks for one;
// every test has its own prefix of page titles ([Wiki.Title]) and its own
// address ([Wiki.API]), which is a proxy in front of the server. A machine
// without MediaWiki fails the test with the line that installs it.
//
// # Accounts
//
// [Admin] is a sysop, [Bot] a bot with the bot password of [Wiki.BotLogin],
// [Erika] and [Otto] are ordinary users. The methods of Wiki that take a name
// do what that person would do in a browser, past the proxy:
//
//	w := wikitest.Start(t)
//	title := w.Title("Protokoll")
//	w.Edit(wikitest.Erika, title, "Hallo")
//	if got := w.Get(title); got != "Hallo" { … }
//
// # Faults
//
// A fault is armed for the requests that a [Match] picks, fires once (or as
// often as [Fault.Times] says), and must have fired when the test ends:
//
//	w.Arm(wikitest.DropAnswer(wikitest.Edits))         // saved, but nobody hears of it
//	w.Arm(wikitest.Status(wikitest.Any, 503, "2"))     // with Retry-After: 2
//	w.Arm(wikitest.APIError(wikitest.Edits, "readonly")).Times(3)
//	w.Arm(wikitest.Meanwhile(wikitest.Edits, func() { w.Edit(wikitest.Otto, title, "!") }))
//
// [Wiki.Configure] sets PHP variables of the wiki for the requests of this test
// alone, where the real fault can be had: $wgReadOnly, $wgRateLimits, $wgDiff3.
//
// # The server's end
//
// The server runs in a process group of its own below a shell that waits for
// the end of a pipe whose other end only this process holds. However the tests
// end (passed, panicked, timed out, killed), the shell then ends the group and
// removes the folder. No TestMain is needed.
//
// The package lies below wiki and not below cmd/internal because the rooms that
// talk to a wiki use it in their tests, and Go lets only cmd import
// cmd/internal. It imports nothing of telko; only tests and the throwaway wiki
// of `make wiki` import it.
package wikitest
