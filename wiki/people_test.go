package wiki

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"telko/wiki/client"
	"telko/wiki/wikitest"
)

// deed is what somebody does while a sync runs.
type deed struct {
	name string
	do   func(tm *team)
	// check looks at what two syncs left. reason is that of the conflict that
	// the last one ended with, "" for none.
	check  func(tm *team, reason Reason)
	reason []Reason // that the last sync may end with, "" for none
}

// What the file and the page say before anybody does anything, and what was
// changed on either side before the sync began.
const (
	deedBody = "## Beet\n\nDer Kompost ruht.\n\n- umgegraben\n- gejätet\n\n## Zaun\n\nDer Zaun steht.\n\n## Teich\n\nDas Wasser ist klar.\n"
	harked   = "umgegraben und geharkt"
	crooked  = "Der Zaun steht schief."
)

func deeds() []deed {
	replace := func(from, to string) func(string) string {
		return func(s string) string { return strings.Replace(s, from, to, 1) }
	}
	// everywhere wants words on both sides.
	everywhere := func(words ...string) func(*team, Reason) {
		return func(tm *team, _ Reason) {
			tm.t.Helper()
			for _, w := range append(words, harked, crooked) {
				if n := strings.Count(tm.read(fileDay), w); n != 1 {
					tm.t.Errorf("%q is %d times in the file", w, n)
				}
				if n := strings.Count(tm.Get(tm.page(fileDay)), w); n != 1 {
					tm.t.Errorf("%q is %d times on the page", w, n)
				}
			}
			tm.settled(fileDay)
		}
	}
	return []deed{
		{"edits another block", func(tm *team) {
			tm.onWiki(wikitest.Otto, fileDay, replace("Wasser ist klar", "Wasser ist trüb"))
		}, everywhere("Wasser ist trüb"), []Reason{""}},
		{"edits beside the block", func(tm *team) {
			tm.onWiki(wikitest.Otto, fileDay, replace("* gejätet", "* gejätet\n* gegossen"))
		}, everywhere("gegossen"), []Reason{""}},
		{"edits the same block", func(tm *team) {
			tm.onWiki(wikitest.Otto, fileDay, replace("umgegraben", "umgegraben und gedüngt"))
		}, func(tm *team, reason Reason) {
			tm.t.Helper()
			page, file := tm.Get(tm.page(fileDay)), tm.read(fileDay)
			if !strings.Contains(page, "gedüngt") || !strings.Contains(file, "geharkt") {
				tm.t.Errorf("somebody's edit is gone:\n%s\n%s", page, file)
			}
			if reason == ReasonEdited && strings.Contains(page, "geharkt") {
				tm.t.Errorf("a conflict, and the page was written:\n%s", page)
			}
		}, []Reason{"", ReasonEdited}},
		{"edits the file elsewhere", func(tm *team) {
			tm.change(fileDay, replace("Wasser ist klar", "Wasser ist trüb"))
		}, everywhere("Wasser ist trüb"), []Reason{""}},
		{"saves the page as it is", func(tm *team) {
			tm.onWiki(wikitest.Otto, fileDay, func(s string) string { return s })
		}, everywhere(), []Reason{""}},
		{"protects the page", func(tm *team) { tm.Protect(tm.page(fileDay)) }, func(tm *team, _ Reason) {
			tm.t.Helper()
			if got := tm.Get(tm.page(fileDay)); !strings.Contains(got, crooked) {
				tm.t.Errorf("somebody's edit is gone:\n%s", got)
			}
			tm.Call(wikitest.Admin, nil, "action", "protect", "title", tm.page(fileDay), "protections", "edit=all")
			tm.sync()
			everywhere()(tm, "")
		}, []Reason{"", "protected"}},
		{"moves the page", func(tm *team) { tm.Move(tm.page(fileDay), tm.Title("Umgezogen")) }, func(tm *team, _ Reason) {
			tm.t.Helper()
			if got := tm.Get(tm.page(fileDay)); strings.Contains(got, "Beet") {
				tm.t.Errorf("the redirect was overwritten:\n%s", got)
			}
			if got := tm.Get(tm.Title("Umgezogen")); !strings.Contains(got, harked) || !strings.Contains(got, crooked) {
				tm.t.Errorf("the moved page says\n%s", got)
			}
			if !strings.Contains(tm.read(fileDay), crooked) {
				tm.t.Errorf("the file says\n%s", tm.read(fileDay))
			}
		}, []Reason{""}},
		{"deletes the page", func(tm *team) { tm.Delete(tm.page(fileDay)) }, func(tm *team, _ Reason) {
			tm.t.Helper()
			if tm.Exists(tm.page(fileDay)) {
				tm.t.Error("the page was made again")
			}
			if !strings.Contains(tm.read(fileDay), harked) {
				tm.t.Errorf("the file says\n%s", tm.read(fileDay))
			}
		}, []Reason{ReasonDeleted}},
		{"deletes the page and makes another", func(tm *team) {
			tm.Delete(tm.page(fileDay))
			tm.Edit(wikitest.Otto, tm.page(fileDay), "ganz anders")
		}, func(tm *team, _ Reason) {
			tm.t.Helper()
			if got := tm.Get(tm.page(fileDay)); got != "ganz anders" {
				tm.t.Errorf("the new page was overwritten:\n%s", got)
			}
		}, []Reason{ReasonDeleted, ReasonExists}},
		{"makes the page a redirect", func(tm *team) {
			tm.onWiki(wikitest.Otto, fileDay, func(string) string { return "#WEITERLEITUNG [[" + tm.Title("Anderswo") + "]]" })
		}, func(tm *team, _ Reason) {
			tm.t.Helper()
			if got := tm.Get(tm.page(fileDay)); strings.Contains(got, "Beet") {
				tm.t.Errorf("the redirect was overwritten:\n%s", got)
			}
			if !strings.Contains(tm.read(fileDay), "gejätet") {
				tm.t.Errorf("the file says\n%s", tm.read(fileDay))
			}
		}, []Reason{ReasonRedirect}},
		{"blanks the page", func(tm *team) {
			tm.onWiki(wikitest.Otto, fileDay, func(string) string { return "" })
		}, func(tm *team, _ Reason) {
			tm.t.Helper()
			if got := tm.Get(tm.page(fileDay)); strings.Contains(got, "gejätet") {
				tm.t.Errorf("the blanked page was written again:\n%s", got)
			}
			if !strings.Contains(tm.read(fileDay), "gejätet") {
				tm.t.Errorf("the file says\n%s", tm.read(fileDay))
			}
		}, []Reason{ReasonHeld, ReasonEdited}},
		{"asks bots to stay away", func(tm *team) {
			tm.onWiki(wikitest.Otto, fileDay, func(s string) string { return s + "\n\n{{nobots}}" })
		}, func(tm *team, _ Reason) {
			tm.t.Helper()
			// A wiki may merge an edit under way with what asks bots to stay away:
			// then the run says so.
			bot := func() (n int) {
				for _, r := range tm.Revisions(tm.page(fileDay)) {
					if r.User == wikitest.Otto {
						break
					}
					n++
				}
				return n
			}
			n := bot()
			if n > 1 || n == 1 && (!tm.told.Merged || tm.told.Outcome != Updated || tm.told.Left != ReasonExcluded) {
				tm.t.Errorf("the bot did not stay away: %d edits, %+v", n, tm.told)
			}
			tm.change(fileDay, replace("gejätet", "gejätet und gegossen"))
			if reason, err := tm.again(); reason != ReasonExcluded || bot() != n {
				tm.t.Errorf("the bot does not stay away: %s, %v, %d edits", reason, err, bot())
			}
			if !strings.Contains(tm.read(fileDay), crooked) {
				tm.t.Errorf("the file says\n%s", tm.read(fileDay))
			}
		}, []Reason{"", ReasonExcluded}},
	}
}

// A wiki merges an edit under way with one that asks bots to stay away: the run
// says so, and the next ones leave the page alone.
func TestMergedWithNobots(t *testing.T) {
	t.Parallel()
	all := deeds()
	d := all[slices.IndexFunc(all, func(d deed) bool { return strings.Contains(d.name, "stay away") })]
	tm := deedTeam(t, mergesEdits)
	tm.Arm(wikitest.Meanwhile(wikitest.Edits, func() { d.do(tm) }))
	tm.told = tm.sync()[0]
	if tm.told.Outcome != Updated || !tm.told.Merged || tm.told.Left != ReasonExcluded {
		t.Errorf("the run says %+v", tm.told)
	}
	reason, _ := tm.again()
	d.check(tm, reason)
}

// The settings of a wiki that merges edits.
const mergesEdits = `$wgDiff3 = "/usr/bin/diff3";`

// deedTeam is a team that changed its minutes and a page of them.
func deedTeam(t *testing.T, set string) *team {
	tm := newTeam(t, nil)
	tm.Configure(set)
	tm.write(fileDay, deedBody)
	tm.sync()
	tm.change(fileDay, func(s string) string { return strings.Replace(s, "umgegraben", harked, 1) })
	tm.onWiki(wikitest.Erika, fileDay, func(s string) string { return strings.Replace(s, "Der Zaun steht.", crooked, 1) })
	return tm
}

// TestPeopleMeanwhile has somebody do something at each of the requests of a
// sync, on a wiki that merges edits and on one that does not.
func TestPeopleMeanwhile(t *testing.T) {
	for set, name := range map[string]string{mergesEdits: "merging", `$wgDiff3 = "";`: "plain"} {
		for n, d := range deeds() {
			t.Run(name+"/"+d.name, func(t *testing.T) {
				t.Parallel()
				tm := deedTeam(t, set)
				sent := len(tm.Requests())
				tm.sync()
				sent = len(tm.Requests()) - sent
				if sent < 6 {
					t.Fatalf("a sync of %d requests: is anything done at all?", sent)
				}
				for at := range sent {
					if !*soak && (at+n)%7 != 0 {
						continue
					}
					tm := deedTeam(t, set)
					tm.Arm(wikitest.Meanwhile(wikitest.Any, func() { d.do(tm) }).Skip(at))
					all, err := tm.run(t.Context(), syncing)
					if len(all) == 1 {
						tm.told = all[0]
					}
					reason, last := tm.again()
					d.check(tm, reason)
					if !slices.Contains(d.reason, reason) {
						t.Errorf("ends with %q (%v)", reason, last)
					}
					if t.Failed() {
						t.Fatalf("at request %d of %d, which the run took as %v", at, sent, err)
					}
				}
			})
		}
	}
}

// again syncs once more and returns how the meeting stands: the reason of its
// conflict, or in a word why its page may not be written.
func (tm *team) again() (Reason, error) {
	tm.t.Helper()
	all, err := tm.run(tm.t.Context(), syncing)
	if err != nil || len(all) != 1 {
		tm.t.Fatalf("the next sync: %+v, %v", all, err)
	}
	var c *ConflictError
	switch {
	case errors.As(all[0].Err, &c):
		return c.Reason, all[0].Err
	case all[0].Err != nil:
		return Reason(kindOf(all[0].Err)), all[0].Err
	}
	return all[0].Left, nil
}

// kindOf returns the kind of an error of the wiki, and says so of others.
func kindOf(err error) string {
	var e *client.Error
	if errors.As(err, &e) {
		return e.Kind.String()
	}
	return "no error of the wiki"
}
