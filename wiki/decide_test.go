package wiki

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"telko/minutes/lang"
	"telko/wiki/wikitest"
	"telko/wiki/wikitext"
)

const (
	decideDay  = "2031-03-06"
	decideBody = "## Beet\n\n- umgegraben\n- gejätet\n\n## Zaun\n\nDer Zaun steht.\n\n## Planung der nächsten 7 Tage\n\n- [ ] Tor ölen (ole)\n"
)

// one syncs one meeting and returns what became of it.
func (tm *team) one(o SyncOptions) Result {
	tm.t.Helper()
	all, err := tm.run(tm.t.Context(), o)
	if err != nil || len(all) == 0 {
		tm.t.Fatalf("%v, %v", all, err)
	}
	return all[0]
}

// What the wiki merged with our edit is in the file after the same run.
func TestMergedIsPulledAtOnce(t *testing.T) {
	t.Parallel()
	tm := ownTeam(t)
	tm.Configure(`$wgDiff3 = "/usr/bin/diff3";`)
	tm.change(decideDay, replaced("- umgegraben\n", "- umgegraben\n- gegossen\n"))
	tm.Arm(wikitest.Meanwhile(wikitest.Edits, func() { tm.onWiki(wikitest.Otto, decideDay, replaced("Zaun steht", "Zaun steht schief")) }))
	r := tm.one(syncing)
	if r.Err != nil || !r.Merged || !r.Pulled || r.WikiChanged || !strings.Contains(tm.read(decideDay), "steht schief") {
		t.Errorf("%+v\n%s", r, tm.read(decideDay))
	}
	tm.settled(decideDay)
}

// refused wants a conflict that wrote nothing.
func (tm *team) refused(r Result, want Reason) *ConflictError {
	tm.t.Helper()
	var c *ConflictError
	if !errors.As(r.Err, &c) || c.Reason != want {
		tm.t.Fatalf("%+v, want %s", r, want)
	}
	if r.Outcome != Failed || c.In(lang.German) == c.In(lang.English) || lang.HintOf(r.Err, lang.German) == "" {
		tm.t.Errorf("not said in both languages, or no hint: %v", r.Err)
	}
	return c
}

func replaced(from, to string) func(string) string {
	return func(s string) string { return strings.Replace(s, from, to, 1) }
}

// ownTeam is a team with one published meeting.
func ownTeam(t *testing.T) *team {
	t.Helper()
	tm := newTeam(t, nil)
	tm.write(decideDay, decideBody)
	tm.sync()
	return tm
}

func TestSyncBothWays(t *testing.T) {
	t.Parallel()
	tm := ownTeam(t)
	tm.onWiki(wikitest.Erika, decideDay, func(s string) string {
		s = strings.Replace(s, "Zaun steht", "Zaun steht schief", 1)
		return strings.Replace(s, "(ole) #310306-1", "(ole) #310306-1\n* Latten kaufen (lene)", 1)
	})
	tm.change(decideDay, replaced("- gejätet", "- gejätet\n- gegossen"))

	d, refs := tm.open(false)
	before := tm.snapshot(decideDay)
	st, err := d.Status(t.Context(), refs)
	if err != nil || len(st) != 1 || st[0].State != StateBoth || st[0].Title != tm.page(decideDay) {
		t.Errorf("%+v, %v", st, err)
	}
	diff, err := d.Diff(t.Context(), refs[0])
	if err != nil || diff.Err != nil || !strings.Contains(diff.File, "+Der Zaun steht schief.") || !strings.Contains(diff.Page, "+* gegossen") ||
		strings.Contains(diff.Page, "+Der Zaun") || strings.Contains(diff.File, "+- gegossen") {
		t.Errorf("%+v, %v", diff, err)
	}
	dry := tm.one(SyncOptions{Pull: true, Publish: true, DryRun: true})
	if after := tm.snapshot(decideDay); differ(before, after) != "" {
		t.Errorf("looking changed something:\n%s", differ(before, after))
	}
	r := tm.one(syncing)
	if r.Outcome != Updated || !r.Pulled || r.WikiChanged || dry.Outcome != Updated || !dry.Pulled {
		t.Errorf("%+v\n%+v", r, dry)
	}
	file, page := tm.read(decideDay), tm.Get(tm.page(decideDay))
	for _, want := range []string{"steht schief.", "- gegossen", "- [ ] Latten kaufen (lene) #310306-2"} {
		if !strings.Contains(file, want) {
			t.Errorf("no %q in the file\n%s", want, file)
		}
	}
	for _, want := range []string{"steht schief.", "* gegossen", `* <span id="310306-2"></span>Latten kaufen (lene) #310306-2`} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q on the page\n%s", want, page)
		}
	}
	tm.settled(decideDay)
}

func TestPullAndPublishAlone(t *testing.T) {
	t.Parallel()
	tm := ownTeam(t)
	tm.onWiki(wikitest.Erika, decideDay, replaced("Zaun steht", "Zaun steht schief"))
	tm.change(decideDay, replaced("- gejätet", "- gejätet\n- gegossen"))
	page := tm.Get(tm.page(decideDay))
	if r := tm.one(SyncOptions{Pull: true}); !r.Pulled || r.Outcome != Unchanged || tm.Get(tm.page(decideDay)) != page {
		t.Errorf("pull: %+v", r)
	}
	if got := tm.read(decideDay); !strings.Contains(got, "schief") || !strings.Contains(got, "gegossen") {
		t.Errorf("the file is\n%s", got)
	}
	tm.onWiki(wikitest.Erika, decideDay, replaced("umgegraben", "umgegraben und geharkt"))
	file := tm.read(decideDay)
	if r := tm.one(SyncOptions{Publish: true}); r.Pulled || r.Outcome != Updated || !r.WikiChanged || tm.read(decideDay) != file {
		t.Errorf("publish: %+v", r)
	}
	if got := tm.Get(tm.page(decideDay)); !strings.Contains(got, "geharkt") || !strings.Contains(got, "gegossen") {
		t.Errorf("the page is\n%s", got)
	}
	if r := tm.one(syncing); !r.Pulled || r.Outcome != Unchanged || !strings.Contains(tm.read(decideDay), "geharkt") {
		t.Errorf("sync: %+v", r)
	}
	tm.settled(decideDay)
}

func TestResolve(t *testing.T) {
	t.Parallel()
	choose := func(t *testing.T, choice wikitext.Choice, want string, not ...string) {
		tm := ownTeam(t)
		tm.onWiki(wikitest.Otto, decideDay, replaced("Zaun steht", "Zaun steht noch"))
		tm.onWiki(wikitest.Erika, decideDay, replaced("umgegraben", "umgegraben und geharkt"))
		tm.onWiki(wikitest.Otto, decideDay, replaced("gejätet", "gejätet, alles"))
		tm.change(decideDay, replaced("umgegraben", "umgegraben und gedüngt"))
		before := tm.snapshot(decideDay)
		c := tm.refused(tm.one(syncing), ReasonEdited)
		if len(c.Conflicts) != 1 {
			t.Errorf("%+v", c.Conflicts)
		}
		d, refs := tm.open(false)
		dispute, err := d.Conflicts(t.Context(), refs[0])
		if err != nil || dispute.Reason != ReasonEdited || len(dispute.Contested) != 1 {
			t.Fatalf("%+v, %v", dispute, err)
		}
		x := dispute.Contested[0]
		if x.Base != "- umgegraben\n" || x.Ours != "- umgegraben und gedüngt\n" || x.Theirs != "- umgegraben und geharkt\n" {
			t.Errorf("%+v", x)
		}
		if len(x.By) != 1 || x.By[0].User != wikitest.Erika {
			t.Errorf("by %+v", x.By)
		}
		if _, err := d.Resolve(t.Context(), refs[0], nil, ResolveOptions{}); err == nil {
			t.Error("resolved without a choice")
		}
		if after := tm.snapshot(decideDay); differ(before, after) != "" {
			t.Errorf("a conflict changed something:\n%s", differ(before, after))
		}
		r, err := d.Resolve(t.Context(), refs[0], []wikitext.Choice{choice}, ResolveOptions{State: dispute.State})
		if err != nil {
			t.Fatalf("%+v, %v", r, err)
		}
		file, page := tm.read(decideDay), tm.Get(tm.page(decideDay))
		for _, text := range []string{file, strings.ReplaceAll(page, "* ", "- ")} {
			if !strings.Contains(text, want) || !strings.Contains(text, "Zaun steht noch") || !strings.Contains(text, "gejätet, alles") {
				t.Errorf("no %q in\n%s", want, text)
			}
			for _, n := range not {
				if strings.Contains(text, n) {
					t.Errorf("%q in\n%s", n, text)
				}
			}
		}
		tm.settled(decideDay)
	}
	t.Run("ours", func(t *testing.T) {
		choose(t, wikitext.Choice{Take: wikitext.TakeOurs}, "- umgegraben und gedüngt", "geharkt")
	})
	t.Run("theirs", func(t *testing.T) {
		choose(t, wikitext.Choice{Take: wikitext.TakeTheirs}, "- umgegraben und geharkt", "gedüngt")
	})
	t.Run("both", func(t *testing.T) {
		choose(t, wikitext.Choice{Take: wikitext.TakeBoth}, "- umgegraben und gedüngt\n- umgegraben und geharkt")
	})
	t.Run("text", func(t *testing.T) {
		choose(t, wikitext.Choice{Take: wikitext.TakeText, Text: "- umgegraben, geharkt und gedüngt"}, "- umgegraben, geharkt und gedüngt")
	})
}

// Choices that were made for what is not there any more are not taken.
func TestResolveIsForOneDispute(t *testing.T) {
	t.Parallel()
	tm := ownTeam(t)
	tm.onWiki(wikitest.Erika, decideDay, replaced("umgegraben", "umgegraben und geharkt"))
	tm.change(decideDay, replaced("umgegraben", "umgegraben und gedüngt"))
	d, refs := tm.open(false)
	dispute, err := d.Conflicts(t.Context(), refs[0])
	if err != nil {
		t.Fatal(err)
	}
	tm.onWiki(wikitest.Erika, decideDay, replaced("geharkt", "gewalzt"))
	before := tm.snapshot(decideDay)
	var c *ConflictError
	if _, err := d.Resolve(t.Context(), refs[0], []wikitext.Choice{{Take: wikitext.TakeOurs}}, ResolveOptions{State: dispute.State}); !errors.As(err, &c) || c.Reason != ReasonEdited {
		t.Errorf("got %v", err)
	}
	if after := tm.snapshot(decideDay); differ(before, after) != "" {
		t.Errorf("something was written:\n%s", differ(before, after))
	}
	// A text with conflict marks is no resolution.
	marks := wikitext.Choice{Take: wikitext.TakeText, Text: "<<<<<<< hier\n- a\n=======\n- b\n>>>>>>> dort"}
	if _, err := d.Resolve(t.Context(), refs[0], []wikitext.Choice{marks}, ResolveOptions{}); !errors.As(err, &c) || c.Reason != ReasonMarkers {
		t.Errorf("got %v", err)
	}
}

func TestConflictMarksAreNotPublished(t *testing.T) {
	t.Parallel()
	tm := newTeam(t, nil)
	tm.write(decideDay, decideBody+"\n<<<<<<< HEAD\n- a\n=======\n- b\n>>>>>>> dort\n")
	tm.refused(tm.one(syncing), ReasonMarkers)
	if tm.Exists(tm.page(decideDay)) {
		t.Error("published")
	}
	tm.write(decideDay, "Backups\n=======\n\n- laufen\n\n"+decideBody)
	if r := tm.one(syncing); r.Err != nil || r.Outcome != Created || !strings.Contains(tm.Get(tm.page(decideDay)), "= Backups =") {
		t.Errorf("%+v", r)
	}
	tm.settled(decideDay)
	for _, text := range []string{
		"> > > > > > > tief", "x <<<<<<< y", "Titel\n=========", "<<<<<<<<", "Backups\n=======", "- eins\n\nBackups\n=======\n\n- zwei",
	} {
		if hasMarkers(text) {
			t.Errorf("%q is no mark", text)
		}
	}
	for _, text := range []string{"- eins\n=======\n- zwei", "eins\n=======\nzwei", "eins\nzwei\n=======\n\ndrei", "eins\n\n=======\n\nzwei", "======="} {
		if !hasMarkers(text) {
			t.Errorf("%q is a mark", text)
		}
	}
}

func TestHeld(t *testing.T) {
	t.Parallel()
	for name, edit := range map[string]func(string) string{
		"blanked":         func(string) string { return "" },
		"half and a task": func(s string) string { return s[:strings.Index(s, "== Zaun")-12] },
		"half": func(s string) string {
			for _, gone := range []string{"* umgegraben\n", "* gejätet\n", "Der Zaun steht.", "== Zaun ==", "== Beet =="} {
				s = strings.Replace(s, gone, "", 1)
			}
			return s
		},
		"a task": func(s string) string {
			return strings.Replace(s, "* <span id=\"310306-1\"></span>Tor ölen (ole) #310306-1", "", 1)
		},
	} {
		t.Run(name, func(t *testing.T) {
			tm := ownTeam(t)
			tm.write("2031-03-13", "## Teich\n\n- klar\n")
			tm.onWiki(wikitest.Erika, decideDay, edit)
			before := tm.snapshot(decideDay)
			all, err := tm.run(t.Context(), syncing)
			if err != nil || len(all) != 2 || all[1].Outcome != Created {
				t.Fatalf("%+v, %v", all, err)
			}
			tm.refused(all[0], ReasonHeld)
			if after := tm.snapshot(decideDay); differ(before, after) != "" {
				t.Errorf("something was written:\n%s", differ(before, after))
			}
			r := tm.one(SyncOptions{Pull: true, Publish: true, Accept: true})
			if r.Err != nil || !r.Pulled || strings.Contains(tm.read(decideDay), "Tor ölen") != (name == "half") {
				t.Errorf("%+v\n%s", r, tm.read(decideDay))
			}
		})
	}
}

func TestApproved(t *testing.T) {
	t.Parallel()
	tm := ownTeam(t)
	tm.change(decideDay, replaced("status: final", "status: approved"))
	tm.sync()
	tm.onWiki(wikitest.Erika, decideDay, replaced("Zaun steht", "Zaun steht schief"))
	before := tm.snapshot(decideDay)
	tm.refused(tm.one(syncing), ReasonApproved)
	if after := tm.snapshot(decideDay); differ(before, after) != "" {
		t.Errorf("something was written:\n%s", differ(before, after))
	}
	d, refs := tm.open(false)
	if _, err := d.Adopt(t.Context(), refs[0], AdoptOptions{Take: TakePage}); err == nil {
		t.Error("the page's text was taken")
	}
	if r, err := d.Adopt(t.Context(), refs[0], AdoptOptions{Take: TakeFile}); err != nil || r.Outcome != Updated || strings.Contains(tm.Get(tm.page(decideDay)), "schief") {
		t.Errorf("%+v, %v", r, err)
	}
	tm.settled(decideDay)
}

// A file of a Windows editor keeps its line ends where both sides changed.
func TestSyncKeepsLineEnds(t *testing.T) {
	t.Parallel()
	tm := ownTeam(t)
	crlf := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	tm.change(decideDay, crlf)
	tm.sync()
	tm.onWiki(wikitest.Erika, decideDay, func(s string) string {
		s = strings.Replace(s, "Zaun steht", "Zaun steht schief", 1)
		return strings.Replace(s, "(ole) #310306-1", "(ole) #310306-1\n* Latten kaufen (lene)", 1)
	})
	// The new task is in the file already, with an id, as after a run that was killed.
	tm.change(decideDay, replaced("(ole) #310306-1\r\n", "(ole) #310306-1\r\n- [ ] Latten kaufen (lene) #310306-2\r\n"))
	tm.change(decideDay, replaced("- gejätet", "- gejätet\r\n- gegossen"))
	want := strings.Replace(tm.read(decideDay), "Zaun steht", "Zaun steht schief", 1)
	tm.sync()
	if got := tm.read(decideDay); got != want {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
	tm.settled(decideDay)
}

// What the wiki's people wrote and telko cannot take says so of the page, and not
// of the file.
func TestWhatStandsOnThePage(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text   string
		reason Reason
		de, en string
	}{
		"marks":   {"<<<<<<< oben\na\n=======\nb\n>>>>>>> unten", ReasonMarkers, "hat im Wiki Zeichen eines ungelösten Konflikts", "has marks of an unresolved conflict in it"},
		"private": {"== Personal {privat} ==\n\nEin Satz.", ReasonPrivate, "(zuletzt geändert von Erika, Version %d), darf telko so nicht veröffentlichen: als nichtöffentlich markiert: {privat}", "(last edited by Erika, revision %d): marked as not public: {privat}"},
	} {
		t.Run(name, func(t *testing.T) {
			tm := ownTeam(t)
			tm.onWiki(wikitest.Erika, decideDay, func(s string) string { return s + "\n\n" + c.text })
			got := tm.refused(tm.one(syncing), c.reason)
			for l, want := range map[lang.Lang]string{lang.German: c.de, lang.English: c.en} {
				want = strings.ReplaceAll(want, "%d", strconv.Itoa(tm.Revisions(tm.page(decideDay))[0].ID))
				if says := got.In(l); !strings.Contains(says, want) || !strings.Contains(says, tm.page(decideDay)) || strings.Contains(says, ".md") {
					t.Errorf("%s", says)
				}
			}
			if !strings.Contains(got.Diff, "+") {
				t.Errorf("no diff: %q", got.Diff)
			}
		})
	}
}

// What a dry run shows is what is written: tasks that somebody typed have the ids
// that they get, and what was decided of such a file is not taken for stale.
func TestDryRunNumbers(t *testing.T) {
	t.Parallel()
	tm := ownTeam(t)
	tm.change(decideDay, replaced("- gejätet\n", "- gejätet\n- [ ] Latten kaufen (lene)\n"))
	file := tm.read(decideDay)
	dry := syncing
	dry.DryRun = true
	shown := tm.one(dry)
	if tm.read(decideDay) != file {
		t.Errorf("the dry run wrote\n%s", tm.read(decideDay))
	}
	tm.onWiki(wikitest.Erika, decideDay, replaced("Zaun steht", "Zaun steht schief"))
	tm.change(decideDay, replaced("Zaun steht", "Zaun steht gerade"))
	d, refs := tm.open(false)
	dispute, err := d.Conflicts(t.Context(), refs[0])
	if err != nil || len(dispute.Contested) != 1 {
		t.Fatalf("%+v, %v", dispute, err)
	}
	r, err := d.Resolve(t.Context(), refs[0], []wikitext.Choice{{Take: wikitext.TakeTheirs}}, ResolveOptions{State: dispute.State})
	if err != nil {
		t.Fatal(err)
	}
	const line = `+* <span id="310306-2"></span>Latten kaufen (lene) #310306-2`
	if !strings.Contains(shown.Diff, line) || !strings.Contains(r.Diff, line) {
		t.Errorf("shown\n%s\ndone\n%s", shown.Diff, r.Diff)
	}
	tm.settled(decideDay)
}
