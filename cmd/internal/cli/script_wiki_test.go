package cli

import (
	"fmt"
	"strings"
	"sync"

	"github.com/rogpeppe/go-internal/testscript"

	"telko/wiki/wikitest"
)

// scriptTB lets a script have a wiki.
type scriptTB struct{ ts *testscript.TestScript }

func (t scriptTB) Helper()                   {}
func (t scriptTB) Cleanup(f func())          { t.ts.Defer(f) }
func (t scriptTB) Errorf(f string, a ...any) { t.ts.Fatalf(f, a...) }
func (t scriptTB) Fatalf(f string, a ...any) { t.ts.Fatalf(f, a...) }

var (
	wikiMu      sync.Mutex
	scriptWikis = map[*testscript.TestScript]*wikitest.Wiki{}
)

// wiki: a fresh real MediaWiki. Sets WIKI_API, WIKI_URL, WIKI_PREFIX (of page titles),
// WIKI_USER and WIKI_PASSWORD.
func cmdWiki(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: wiki")
	}
	w := wikitest.Start(scriptTB{ts})
	wikiMu.Lock()
	scriptWikis[ts] = w
	wikiMu.Unlock()
	user, password := w.BotLogin()
	ts.Setenv("WIKI_API", w.API)
	ts.Setenv("WIKI_URL", w.URL)
	ts.Setenv("WIKI_PREFIX", w.Prefix)
	ts.Setenv("WIKI_USER", user)
	ts.Setenv("WIKI_PASSWORD", password)
}

func wikiOf(ts *testscript.TestScript) *wikitest.Wiki {
	wikiMu.Lock()
	defer wikiMu.Unlock()
	w := scriptWikis[ts]
	if w == nil {
		ts.Fatalf("no wiki: start one with `wiki`")
	}
	return w
}

// wikiedit PAGE FILE: a person saves FILE as PAGE (below the prefix).
func cmdWikiEdit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: wikiedit PAGE FILE")
	}
	w := wikiOf(ts)
	w.Edit(wikitest.Erika, wikiTitle(w, args[0]), ts.ReadFile(args[1]))
}

// wikiappend PAGE FILE: a person adds FILE at the end of PAGE.
func cmdWikiAppend(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: wikiappend PAGE FILE")
	}
	w := wikiOf(ts)
	title := wikiTitle(w, args[0])
	w.Edit(wikitest.Erika, title, w.Get(title)+ts.ReadFile(args[1]))
}

// wikireplace PAGE OLD NEW: a person changes a part of PAGE. Both take \n.
func cmdWikiReplace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: wikireplace PAGE OLD NEW")
	}
	w := wikiOf(ts)
	title := wikiTitle(w, args[0])
	before := w.Get(title)
	after := strings.ReplaceAll(before, strings.ReplaceAll(args[1], `\n`, "\n"), strings.ReplaceAll(args[2], `\n`, "\n"))
	if after == before {
		ts.Fatalf("%s holds no %q:\n%s", title, args[1], before)
	}
	w.Edit(wikitest.Erika, title, after)
}

// wikimove PAGE NEW: an administrator moves PAGE.
func cmdWikiMove(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: wikimove PAGE NEW")
	}
	w := wikiOf(ts)
	w.Move(wikiTitle(w, args[0]), wikiTitle(w, args[1]))
}

// wikidelete PAGE: an administrator deletes PAGE.
func cmdWikiDelete(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: wikidelete PAGE")
	}
	w := wikiOf(ts)
	w.Delete(wikiTitle(w, args[0]))
}

// wikihistory PAGE: the page's history becomes stdout, newest first: revision,
// user, summary.
func cmdWikiHistory(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: wikihistory PAGE")
	}
	w := wikiOf(ts)
	for _, r := range w.Revisions(wikiTitle(w, args[0])) {
		fmt.Fprintf(ts.Stdout(), "%d\t%s\t%s\n", r.ID, r.User, r.Comment)
	}
}

// wikiTitle returns the title of a script's page; talk pages of people have no
// prefix.
func wikiTitle(w *wikitest.Wiki, page string) string {
	if strings.HasPrefix(page, "User talk:") {
		return page
	}
	return w.Title(page)
}

// wikipage PAGE: the page's wikitext becomes stdout. ! wikipage PAGE: there is
// no such page.
func cmdWikiPage(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: [!] wikipage PAGE")
	}
	w := wikiOf(ts)
	title := wikiTitle(w, args[0])
	if w.Exists(title) == neg {
		ts.Fatalf("page %s exists: %v", title, !neg)
	}
	if !neg {
		fmt.Fprintln(ts.Stdout(), w.Get(title))
	}
}
