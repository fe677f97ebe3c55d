package wiki

import (
	"flag"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
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

// garden is a team that changes something everywhere, a round after the other:
// each round its files and pages differ in the same way, but for the number in
// the words.
type garden struct {
	*team
	round int
	began map[string]int // revisions of each page when the round began
}

const (
	fileDay = "2031-03-06" // changed in the file
	wikiDay = "2031-03-13" // changed on the wiki
	bothDay = "2031-03-20" // changed in both, in different places
)

func newGarden(t *testing.T) *garden {
	g := &garden{team: newTeam(t, nil)}
	const inFile, onWiki = "- Stand der Datei: Runde 2\n", "Stand des Wikis: Runde 2\n"
	for day, parts := range map[string][2]string{fileDay: {inFile, ""}, wikiDay: {"", onWiki}, bothDay: {inFile, onWiki}} {
		g.write(day, "## Beet\n\n- umgegraben\n"+parts[0]+"\n## Zaun\n\nDer Zaun steht.\n\n"+parts[1])
	}
	// Meetings of rounds before, so that all rounds have the same neighbours.
	for ; ; g.round++ {
		g.write(g.newDay(), g.minutes())
		if g.round == 2 {
			break
		}
	}
	g.sync()
	return g
}

// newDay is the day of the meeting that is new in this round.
func (g *garden) newDay() string { return g.dayOf(g.round) }

func (g *garden) dayOf(round int) string {
	return time.Date(2031, 4, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, round).Format("2006-01-02")
}

func (g *garden) minutes() string {
	return fmt.Sprintf("## Neues\n\n- frisch gesät: Runde %d\n- [ ] Tor ölen (ole)\n", g.round)
}

// people let the files and pages of the next round differ.
func (g *garden) people() {
	g.t.Helper()
	g.began = map[string]int{}
	for _, day := range g.days() {
		g.began[day] = len(g.Revisions(g.page(day)))
	}
	was, is := fmt.Sprintf("Runde %d", g.round), fmt.Sprintf("Runde %d", g.round+1)
	g.round++
	inFile := func(s string) string { return strings.Replace(s, "Datei: "+was, "Datei: "+is, 1) }
	onPage := func(s string) string { return strings.Replace(s, "Wikis: "+was, "Wikis: "+is, 1) }
	g.change(fileDay, inFile)
	g.onWiki(wikitest.Erika, wikiDay, onPage)
	g.change(bothDay, inFile)
	g.onWiki(wikitest.Otto, bothDay, onPage)
	g.write(g.newDay(), g.minutes())
}

func (g *garden) days() []string {
	return []string{fileDay, wikiDay, bothDay, g.dayOf(g.round - 1), g.dayOf(g.round)}
}

// state is what the round left, with its numbers masked: the same after every
// round that ends well.
func (g *garden) state() map[string]string {
	g.t.Helper()
	names := []string{"day of files", "day of the wiki", "day of both", "day before", "new day"}
	masks := []string{g.Prefix, "PREFIX", fmt.Sprintf("Runde %d", g.round), "Runde N", fmt.Sprintf("Runde %d", g.round-1), "Runde N-1"}
	for i, day := range g.days() {
		d, _ := time.Parse("2006-01-02", day)
		masks = append(masks, day, names[i], d.Format("02.01.2006"), names[i], d.Format("060102"), names[i])
	}
	before := g.dayOf(g.round - 2)
	masks = append(masks, before, "day before that", strings.ReplaceAll(before[2:], "-", ""), "day before that")
	mask := strings.NewReplacer(masks...)
	tag := regexp.MustCompile(`\[telko:[0-9a-f]{12}\]`)
	out := map[string]string{}
	for k, v := range g.snapshot(g.days()...) {
		day, what, ok := strings.Cut(k, " ")
		switch {
		case !ok:
			continue // the logs grow by a task a round
		case what == "history": // of this round
			all := strings.Split(strings.TrimSuffix(v, "\n"), "\n")
			v = strings.Join(all[:len(all)-g.began[day]], "\n")
		}
		out[mask.Replace(k)] = tag.ReplaceAllString(mask.Replace(v), "[telko:HASH]")
	}
	return out
}

// TestFaults has every fault fire once at each of the requests of a sync, in a
// soak; else at some of them, each request in its turn. What the next plain sync
// leaves is what a sync without a fault leaves.
func TestFaults(t *testing.T) {
	all := mishaps()
	groups, stride := 8, 15
	if *soak {
		groups, stride = len(all), 1
	}
	for n := range groups {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			t.Parallel()
			g := newGarden(t)
			sent := len(g.Requests())
			g.people()
			g.sync()
			want := g.state()
			requests := g.Requests()[sent:]
			g.settled(g.days()...)
			if t.Failed() {
				t.Fatal("the run without a fault is wrong already")
			}
			fired := 0
			for i := n; i < len(all); i += groups {
				m := all[i]
				turn := i
				for at, q := range requests {
					if m.only != nil && !m.only(q) {
						continue
					}
					if turn++; turn%stride != 0 && (m.only == nil || turn%4 != 0) {
						continue
					}
					fired++
					g.befalls(m, at, q, want)
					if t.Failed() {
						return
					}
				}
			}
			g.settled(g.days()...)
			t.Logf("%d faults in turn at the %d requests of a sync", fired, len(requests))
		})
	}
}

// befalls runs a round in which m befalls the request at, and then a plain sync.
func (g *garden) befalls(m mishap, at int, q wikitest.Request, want map[string]string) {
	g.t.Helper()
	g.people()
	g.Arm(m.fault(g.Wiki, wikitest.Any).Skip(at))
	results, err := g.run(g.t.Context(), syncing)
	for _, r := range results {
		if err == nil {
			err = r.Err
		}
	}
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
