package wiki

import (
	"strings"
	"testing"

	"telko/minutes/lang"
	"telko/wiki/wikitest"
)

// The base is found again from the page's history: another machine, or one whose
// state folder is gone, goes on where the first one was.
func TestTheBaseIsFoundAgain(t *testing.T) {
	t.Parallel()
	t.Run("the file as it was published", func(t *testing.T) {
		tm := ownTeam(t)
		tm.onWiki(wikitest.Erika, decideDay, replaced("Zaun steht", "Zaun steht schief"))
		tm.state = t.TempDir()
		if r := tm.one(syncing); r.Err != nil || !r.Pulled || !strings.Contains(tm.read(decideDay), "schief") {
			t.Errorf("%+v", r)
		}
		tm.settled(decideDay)
	})
	t.Run("the file changed since", func(t *testing.T) {
		tm := ownTeam(t)
		tm.onWiki(wikitest.Erika, decideDay, replaced("Zaun steht", "Zaun steht schief"))
		tm.change(decideDay, replaced("- gejätet", "- gejätet\n- gegossen"))
		tm.state = t.TempDir()
		if r := tm.one(syncing); r.Err != nil || !r.Pulled || r.Outcome != Updated {
			t.Errorf("%+v", r)
		}
		for _, want := range []string{"schief", "gegossen"} {
			if !strings.Contains(tm.read(decideDay), want) || !strings.Contains(tm.Get(tm.page(decideDay)), want) {
				t.Errorf("%q is not on both sides", want)
			}
		}
		tm.settled(decideDay)
	})
	t.Run("a later text was published elsewhere", func(t *testing.T) {
		tm := ownTeam(t)
		old := tm.read(decideDay)
		tm.change(decideDay, replaced("Zaun steht", "Zaun steht schief"))
		tm.sync()
		tm.state = t.TempDir()
		tm.change(decideDay, func(string) string { return strings.Replace(old, "- gejätet", "- gejätet\n- gegossen", 1) })
		if r := tm.one(syncing); r.Err != nil || !r.Pulled || r.Outcome != Updated || !strings.Contains(tm.read(decideDay), "schief") {
			t.Errorf("%+v\n%s", r, tm.read(decideDay))
		}
		if page := tm.Get(tm.page(decideDay)); !strings.Contains(page, "schief") || !strings.Contains(page, "gegossen") {
			t.Errorf("the page is\n%s", page)
		}
		tm.settled(decideDay)
	})
	t.Run("the file came along with git, and was changed", func(t *testing.T) {
		tm := ownTeam(t)
		first := tm.state
		tm.state = t.TempDir()
		tm.one(syncing) // another machine, which knows the page now
		tm.change(decideDay, replaced("- gejätet", "- gegossen\n- gejätet"))
		tm.sync()
		// The first machine has that text from git, and takes out the line beside.
		tm.state = first
		tm.change(decideDay, replaced("- umgegraben\n", ""))
		if r := tm.one(syncing); r.Err != nil || r.Pulled || r.Outcome != Updated {
			t.Errorf("%+v", r)
		}
		for _, text := range []string{tm.read(decideDay), tm.Get(tm.page(decideDay))} {
			if strings.Count(text, "gegossen") != 1 || strings.Contains(text, "umgegraben") {
				t.Errorf("the line is not there once:\n%s", text)
			}
		}
		tm.settled(decideDay)
	})
	t.Run("no tag at all", func(t *testing.T) {
		tm := newTeam(t, nil)
		tm.write(decideDay, decideBody)
		tm.Edit(wikitest.Erika, tm.page(decideDay), "== Beet ==\n* umgegraben\n")
		tm.refused(tm.one(syncing), ReasonExists)
	})
}

// A machine without a base finds that of a page that was moved and edited, once
// the file names it.
func TestBaseOfAMovedPage(t *testing.T) {
	t.Parallel()
	tm := ownTeam(t)
	to := tm.Title("Umgezogen")
	tm.Move(tm.page(decideDay), to)
	tm.Edit(wikitest.Erika, to, strings.Replace(tm.Get(to), "Zaun steht", "Zaun steht schief", 1))
	tm.state = t.TempDir()
	c := tm.refused(tm.one(syncing), ReasonRedirect)
	for _, l := range []lang.Lang{lang.German, lang.English} {
		if hint := lang.HintOf(c, l); !strings.Contains(hint, "page: "+to) {
			t.Errorf("the hint is %q", hint)
		}
	}
	tm.change(decideDay, func(s string) string { return setFront(frontOf(s), "page", to) + strings.TrimPrefix(s, frontOf(s)) })
	if r := tm.one(syncing); r.Err != nil || !r.Pulled || !strings.Contains(tm.read(decideDay), "steht schief") {
		t.Errorf("%+v", r)
	}
	tm.settled(decideDay)
}

func TestRedirectTarget(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"#REDIRECT [[IT/Protokolle]]":                  "IT/Protokolle",
		"#WEITERLEITUNG: [[:Kategorie:IT|x]]\n\n[[Y]]": "Kategorie:IT",
		"#WEITERLEITUNG[[ A b#Teil ]] mehr":            "A b",
		"#REDIRECT [[A\nB]]":                           "",
		"#REDIRECT [[A":                                "",
		"#REDIRECT":                                    "",
	} {
		if got := redirectTarget(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A page that was moved without leaving a redirect is not made a second time by a
// machine that never saw it, unless a person says so.
func TestMovedWithoutRedirect(t *testing.T) {
	t.Parallel()
	tm := ownTeam(t)
	to := tm.Title("Umgezogen")
	tm.Call(wikitest.Admin, nil, "action", "move", "from", tm.page(decideDay), "to", to, "noredirect", "1")
	if tm.Exists(tm.page(decideDay)) {
		t.Fatal("there is a redirect")
	}
	tm.state = t.TempDir()
	c := tm.refused(tm.one(syncing), ReasonMoved)
	if !strings.Contains(c.Error(), to) || tm.Exists(tm.page(decideDay)) {
		t.Errorf("%v", c)
	}
	d, refs := tm.open(false)
	if r, err := d.Adopt(t.Context(), refs[0], AdoptOptions{Take: TakeFile, DryRun: true}); err != nil || r.Outcome != Created {
		t.Errorf("%+v, %v", r, err)
	}
	tm.change(decideDay, func(s string) string { return setFront(frontOf(s), "page", to) + strings.TrimPrefix(s, frontOf(s)) })
	if r := tm.one(syncing); r.Err != nil || r.Outcome == Created {
		t.Errorf("%+v", r)
	}
	tm.settled(decideDay)
}
