package cli

import (
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"telko/wiki/wikitest"
)

func init() {
	scriptCommands["wikislow"] = cmdWikiSlow
	scriptCommands["wikifast"] = cmdWikiFast
}

// wikislow: from here on the wiki answers no edit as long as anybody waits.
func cmdWikiSlow(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: wikislow")
	}
	wikiOf(ts).Arm(wikitest.Delay(wikitest.Edits, time.Hour).Always())
}

// wikifast: the wiki answers again.
func cmdWikiFast(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: wikifast")
	}
	wikiOf(ts).Disarm()
}
