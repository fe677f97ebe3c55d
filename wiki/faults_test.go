package wiki

import (
	"flag"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"telko/wiki/wikitest"
)

// soak is for what takes longer than a test may: `make soak` sets it.
var soak = flag.Bool("soak", false, "every fault at every request, and long random runs")

// mishap is one thing that can go wrong with one request.
type mishap struct {
	name  string
	fault func(*wikitest.Wiki, wikitest.Match) *wikitest.Fault
	// passes says that the run it befalls ends well all the same, unless it is
	// the very first request: who never spoke to a wiki is told at once.
	passes bool
	// only picks the requests that it can befall; nil means all.
	only wikitest.Match
}

// mishaps is the table of what a wiki, and the way to it, do wrong.
func mishaps() []mishap {
	type W = *wikitest.Wiki
	type M = wikitest.Match
	type F = *wikitest.Fault
	all := []mishap{
		{"request lost", func(_ W, m M) F { return wikitest.DropRequest(m) }, true, nil},
		{"answer lost", func(_ W, m M) F { return wikitest.DropAnswer(m) }, true, nil},
		{"answer cut", func(_ W, m M) F { return wikitest.Truncate(m) }, true, nil},
		{"sent twice", func(_ W, m M) F { return wikitest.Repeat(m) }, true, nil},
		{"garbage", func(_ W, m M) F { return wikitest.Garbage(m) }, true, nil},
		{"garbage after", func(_ W, m M) F { return wikitest.GarbageAfter(m) }, true, nil},
		{"html", func(_ W, m M) F { return wikitest.HTML(m) }, true, nil},
		{"429", func(_ W, m M) F { return wikitest.Status(m, 429, "3") }, true, nil},
		{"500 after", func(_ W, m M) F { return wikitest.StatusAfter(m, 500) }, true, nil},
		{"502", func(_ W, m M) F { return wikitest.Status(m, 502, "") }, true, nil},
		{"502 after", func(_ W, m M) F { return wikitest.StatusAfter(m, 502) }, true, nil},
		{"503", func(_ W, m M) F { return wikitest.Status(m, 503, "7") }, true, nil},
		{"504 after", func(_ W, m M) F { return wikitest.StatusAfter(m, 504) }, true, nil},
		{"401", func(_ W, m M) F { return wikitest.Status(m, 401, "") }, false, nil},
		{"403", func(_ W, m M) F { return wikitest.Status(m, 403, "") }, false, nil},
		{"404", func(_ W, m M) F { return wikitest.Status(m, 404, "") }, false, nil},
		{"redirect", func(_ W, m M) F { return wikitest.Redirect(m, "https://wiki.example.org/api.php") }, false, nil},
		{"an empty answer", func(_ W, m M) F { return wikitest.Answer(m, `{}`) }, false, nil},
		{"another answer", func(_ W, m M) F { return wikitest.Answer(m, `[1]`) }, false, nil},
		{"slow", func(_ W, m M) F { return wikitest.Delay(m, 50*time.Millisecond) }, true, nil},
		{"lag", func(_ W, m M) F { return wikitest.Lagging(m) }, true, nil},
		{"lag without Retry-After", func(_ W, m M) F { return wikitest.Maxlag(m, "") }, true, nil},
		{"session lost", func(_ W, m M) F { return wikitest.Forget(m) }, true, nil},
		{"read-only", func(w W, m M) F { return w.Set(m, `$wgReadOnly = "Umzug";`) }, true, nil},
		{"private wiki", func(w W, m M) F { return w.Set(m, `$wgGroupPermissions['*']['read'] = false;`) }, true, nil},
		{"rate limit", func(w W, m M) F {
			return w.Set(m, `$wgRateLimits = [ 'edit' => [ 'user' => [ 0, 60 ], 'bot' => [ 0, 60 ] ] ];`)
		}, true, wikitest.Edits},
		{"may not edit", func(w W, m M) F {
			return w.Set(m, `$wgGroupPermissions['*']['edit'] = $wgGroupPermissions['user']['edit'] = $wgGroupPermissions['bot']['edit'] = false;`)
		}, false, wikitest.Edits},
		{"protected", func(w W, m M) F { return w.Set(m, `$wgNamespaceProtection[NS_MAIN] = [ 'nobody-has-this' ];`) }, false, wikitest.Edits},
		{"too big", func(w W, m M) F { return w.Set(m, `$wgMaxArticleSize = 0;`) }, false, wikitest.Edits},
		{"spam filter", func(w W, m M) F { return w.Set(m, `$wgSpamRegex = [ '/./' ];`) }, false, wikitest.Edits},
		{"hook", func(w W, m M) F {
			return w.Set(m, `$wgHooks['EditFilterMergedContent'][] = function ( $c, $content, $status ) { $status->fatal( 'hookaborted' ); return false; };`)
		}, false, wikitest.Edits},
		{"captcha", func(w W, m M) F {
			return w.Set(m, `wfLoadExtensions( [ 'ConfirmEdit' ] ); $wgCaptchaTriggers['edit'] = $wgCaptchaTriggers['create'] = true;
				$wgGroupPermissions['bot']['skipcaptcha'] = false;`)
		}, false, wikitest.Edits},
	}
	pass := []string{
		"badtoken", "assertuserfailed", "assertbotfailed", "assertnameduserfailed", "readonly", "ratelimited",
		"internal_api_error_DBQueryError", "readapidenied", "editconflict",
	}
	stay := []string{
		"articleexists", "missingtitle", "pagedeleted", "nosuchrevid", "contenttoobig", "protectedpage", "cascadeprotected",
		"permissiondenied", "blocked", "autoblocked", "abusefilter-disallowed", "abusefilter-warning", "spamblacklist",
		"titleblacklist-forbidden", "hookaborted", "nie-gehoert",
	}
	for _, code := range append(pass, stay...) {
		all = append(all, mishap{
			code, func(_ W, m M) F { return wikitest.APIError(m, code) }, slices.Contains(pass, code), wikitest.Edits,
		})
	}
	return all
}

// TestFaults has every fault fire once at each of the requests of a sync, in a
// soak; else every second one at one of them. A sync is what `telko sync` does:
// the meetings, then telko's own pages. What the next plain sync leaves is what
// a sync without a fault leaves.
func TestFaults(t *testing.T) {
	var each [][]mishap // those of a garden
	all := mishaps()
	switch {
	case *soak:
		var few []mishap
		for _, m := range all {
			if m.only == nil {
				each = append(each, []mishap{m}) // as many rounds as there are requests
			} else {
				few = append(few, m)
			}
		}
		each = slices.AppendSeq(each, slices.Chunk(few, 4))
	default:
		each = make([][]mishap, 3)
		for i := 0; i < len(all); i += 2 {
			each[i/2%len(each)] = append(each[i/2%len(each)], all[i])
		}
	}
	for n, faults := range each {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			t.Parallel()
			g := newGarden(t)
			sent := len(g.Requests())
			g.people()
			g.sync()
			want := g.state()
			requests := g.Requests()[sent:]
			g.settled()
			if t.Failed() {
				t.Fatal("the run without a fault is wrong already")
			}
			fired := 0
			for i, m := range faults {
				var at []int
				for k, q := range requests {
					if m.only == nil || m.only(q) {
						at = append(at, k)
					}
				}
				if !*soak { // the faults of one garden, and the gardens, take turns
					k := (i*len(each) + n) * 7 % len(at)
					at = at[k : k+1]
				}
				for _, k := range at {
					fired++
					g.befalls(m, k, requests[k], want)
					if t.Failed() {
						return
					}
				}
			}
			g.settled()
			t.Logf("%d faults in turn at the %d requests of a sync", fired, len(requests))
			if n == 0 {
				for k, q := range requests {
					t.Logf("request %d: %s", k, told(q))
				}
			}
		})
	}
}

// befalls runs a round in which m befalls the request at, and then a plain sync.
func (g *garden) befalls(m mishap, at int, q wikitest.Request, want map[string]string) {
	g.t.Helper()
	g.people()
	g.Arm(m.fault(g.Wiki, wikitest.Any).Skip(at))
	_, err := g.try()
	if m.passes && at > 0 && err != nil {
		g.t.Errorf("%s at request %d (%s): the run ends with %v", m.name, at, told(q), err)
	}
	g.sync()
	if got := g.state(); !maps.Equal(got, want) {
		g.t.Errorf("%s at request %d (%s), which the run took as %v:\n%s", m.name, at, told(q), err, differ(want, got))
	}
}

// told names a request for messages.
func told(q wikitest.Request) string {
	s := q.Action()
	for _, k := range []string{"meta", "generator", "list", "title", "titles", "pageid", "pageids", "revids"} {
		if v := q.Params.Get(k); v != "" {
			s += " " + k + "=" + v
		}
	}
	return s
}
