package wiki

import (
	"errors"
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/imports"
	"telko/minutes/lang"
	"telko/wiki/client"
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
	tm := newTeam(t, nil)
	tm.write(decideDay, decideBody+"\n<<<<<<< HEAD\n- a\n=======\n- b\n>>>>>>> dort\n")
	tm.refused(tm.one(syncing), ReasonMarkers)
	if tm.Exists(tm.page(decideDay)) {
		t.Error("published")
	}
	for _, text := range []string{"> > > > > > > tief", "x <<<<<<< y", "Titel\n=========", "<<<<<<<<"} {
		if hasMarkers(text) {
			t.Errorf("%q is no mark", text)
		}
	}
}

func TestHeld(t *testing.T) {
	for name, edit := range map[string]func(string) string{
		"blanked": func(string) string { return "" },
		"half":    func(s string) string { return s[:strings.Index(s, "== Zaun")-12] },
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
			if r.Err != nil || !r.Pulled || strings.Contains(tm.read(decideDay), "Tor ölen") {
				t.Errorf("%+v\n%s", r, tm.read(decideDay))
			}
		})
	}
}

func TestApproved(t *testing.T) {
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

func TestSetBackIsDecidedByAPerson(t *testing.T) {
	for name, take := range map[string]Taking{"ours": TakeFile, "theirs": TakePage} {
		t.Run(name, func(t *testing.T) {
			tm := ownTeam(t)
			d, refs := tm.open(false)
			b, _, _ := d.Bases.Get(refs[0].ID)
			b.Revision += 1000
			if err := d.Bases.Put(refs[0].ID, b); err != nil {
				t.Fatal(err)
			}
			tm.onWiki(wikitest.Admin, decideDay, replaced("Zaun steht", "Zaun stand"))
			tm.refused(tm.one(syncing), ReasonSetBack)
			r, err := d.Adopt(t.Context(), refs[0], AdoptOptions{Take: take})
			if err != nil {
				t.Fatalf("%+v, %v", r, err)
			}
			want := map[Taking]string{TakeFile: "Zaun steht", TakePage: "Zaun stand"}[take]
			if !strings.Contains(tm.read(decideDay), want) || !strings.Contains(tm.Get(tm.page(decideDay)), want) {
				t.Errorf("no %q on both sides", want)
			}
			tm.settled(decideDay)
		})
	}
}

func TestAdoptWhatIsThere(t *testing.T) {
	setup := func(t *testing.T) (*team, *Desk, archive.Ref) {
		tm := newTeam(t, nil)
		tm.write(decideDay, decideBody)
		tm.Edit(wikitest.Erika, tm.page(decideDay), "== Beet ==\n* umgegraben\n* '''gemulcht'''\n")
		tm.refused(tm.one(syncing), ReasonExists)
		d, refs := tm.open(false)
		var c *ConflictError
		if _, err := d.Adopt(t.Context(), refs[0], AdoptOptions{}); !errors.As(err, &c) || c.Reason != ReasonExists || c.Diff == "" {
			t.Errorf("got %v", err)
		}
		return tm, d, refs[0]
	}
	t.Run("ours", func(t *testing.T) {
		tm, d, ref := setup(t)
		r, err := d.Adopt(t.Context(), ref, AdoptOptions{Take: TakeFile})
		if err != nil || r.Outcome != Updated || !strings.Contains(tm.Get(tm.page(decideDay)), "* gejätet") || strings.Contains(tm.Get(tm.page(decideDay)), "gemulcht") {
			t.Errorf("%+v, %v", r, err)
		}
		tm.settled(decideDay)
	})
	t.Run("theirs", func(t *testing.T) {
		tm, d, ref := setup(t)
		page := tm.Get(tm.page(decideDay))
		r, err := d.Adopt(t.Context(), ref, AdoptOptions{Take: TakePage})
		if err != nil || r.Outcome != Adopted || !r.Pulled || tm.Get(tm.page(decideDay)) != page {
			t.Errorf("%+v, %v", r, err)
		}
		if got := tm.read(decideDay); !strings.Contains(got, "- **gemulcht**") || strings.Contains(got, "gejätet") || !strings.Contains(got, "status: final") {
			t.Errorf("the file is\n%s", got)
		}
		tm.settled(decideDay)
	})
	t.Run("deleted", func(t *testing.T) {
		tm := ownTeam(t)
		tm.Delete(tm.page(decideDay))
		c := tm.refused(tm.one(syncing), ReasonDeleted)
		if c.Gone == nil || c.Gone.User != wikitest.Admin {
			t.Errorf("by %+v", c.Gone)
		}
		// A machine that never saw the page does not make it anew either.
		tm.state = t.TempDir()
		c = tm.refused(tm.one(syncing), ReasonDeleted)
		if c.Gone == nil || c.Gone.User != wikitest.Admin || !strings.Contains(c.Error(), wikitest.Admin) {
			t.Errorf("by %+v: %v", c.Gone, c)
		}
		d, refs := tm.open(false)
		if _, err := d.Adopt(t.Context(), refs[0], AdoptOptions{Take: TakePage}); err == nil {
			t.Error("took what is not there")
		}
		if r, err := d.Adopt(t.Context(), refs[0], AdoptOptions{Take: TakeFile}); err != nil || r.Outcome != Created || !tm.Exists(tm.page(decideDay)) {
			t.Errorf("%+v, %v", r, err)
		}
		tm.settled(decideDay)
	})
}

// The base is found again from the page's history: another machine, or one whose
// state folder is gone, goes on where the first one was.
func TestTheBaseIsFoundAgain(t *testing.T) {
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

// A topic that was published and is private now is not taken out in silence.
func TestWithdrawn(t *testing.T) {
	tm := ownTeam(t)
	d, refs := tm.open(false)
	_, err := d.Workspace.EditBoth(refs[0], func(public, private []byte) ([]byte, []byte, error) {
		return minutes.MovePrivate(refs[0].Path, public, private, "Zaun", d.Workspace.Context())
	})
	if err != nil {
		t.Fatal(err)
	}
	before := tm.snapshot(decideDay)
	c := tm.refused(tm.one(syncing), ReasonWithdrawn)
	if len(c.Titles) != 1 || c.Titles[0] != "Zaun" || !strings.Contains(c.Error(), "Zaun") {
		t.Errorf("%+v", c)
	}
	if after := tm.snapshot(decideDay); differ(before, after) != "" {
		t.Errorf("something was written:\n%s", differ(before, after))
	}
	if r := tm.one(SyncOptions{Pull: true, Publish: true, Withdrawn: true}); r.Err != nil || r.Outcome != Updated || strings.Contains(tm.Get(tm.page(decideDay)), "Zaun") {
		t.Errorf("%+v", r)
	}
	tm.settled(decideDay)
}

func TestNobotsIsRead(t *testing.T) {
	tm := ownTeam(t)
	tm.onWiki(wikitest.Erika, decideDay, func(s string) string {
		return strings.Replace(s, "Zaun steht", "Zaun steht schief", 1) + "\n\n{{nobots}}"
	})
	tm.change(decideDay, replaced("- gejätet", "- gejätet\n- gegossen"))
	page := tm.Get(tm.page(decideDay))
	r := tm.one(syncing)
	if r.Err != nil || r.Left != ReasonExcluded || !r.Pulled || tm.Get(tm.page(decideDay)) != page || !strings.Contains(tm.read(decideDay), "schief") {
		t.Errorf("%+v\n%s", r, tm.read(decideDay))
	}
	if r := tm.one(syncing); r.Err != nil || r.Left != ReasonExcluded || r.Pulled {
		t.Errorf("%+v", r)
	}
	tm.onWiki(wikitest.Erika, decideDay, replaced("\n\n{{nobots}}", ""))
	if r := tm.one(syncing); r.Err != nil || r.Outcome != Updated || !strings.Contains(tm.Get(tm.page(decideDay)), "gegossen") {
		t.Errorf("%+v", r)
	}
	tm.settled(decideDay)
}

// What is not for the wiki yet is left out and said.
func TestWhatSyncLeavesOut(t *testing.T) {
	tm := newTeam(t, nil)
	for day, status := range map[string]string{"2031-03-06": "agenda", "2031-03-07": "live", "2031-03-08": "draft", "2031-03-09": "final"} {
		tm.write(day, decideBody)
		tm.change(day, replaced("status: final", "status: "+status))
	}
	tm.write("2031-03-10", "## Beet {intern}\n\ngeheim\n")
	all, err := tm.run(t.Context(), syncing)
	if err != nil || len(all) != 5 {
		t.Fatalf("%+v, %v", all, err)
	}
	for i, want := range []Reason{ReasonNotEnded, ReasonNotEnded, ReasonDraft, "", ""} {
		if all[i].Left != want || want != "" && all[i].Outcome != Skipped {
			t.Errorf("%+v", all[i])
		}
	}
	var line *minutes.LineError
	if all[3].Outcome != Created || all[4].Outcome != Failed || !errors.As(all[4].Err, &line) {
		t.Errorf("%+v, %+v", all[3], all[4])
	}
	d, refs := tm.open(false)
	st, err := d.Status(t.Context(), refs)
	if err != nil || st[2].State != StateSkipped || st[3].State != StateSame || st[4].State != StateUnread {
		t.Errorf("%+v, %v", st, err)
	}
	r := tm.drafts()
	if r[2].Outcome != Created || !strings.Contains(tm.Get(tm.page("2031-03-08")), "Entwurf") {
		t.Errorf("%+v", r[2])
	}
	// Now that it is there, it is synced; and its end takes the banner away.
	tm.change("2031-03-08", replaced("status: draft", "status: final"))
	tm.run(t.Context(), syncing)
	if strings.Contains(tm.Get(tm.page("2031-03-08")), "Entwurf") {
		t.Error("the banner is still there")
	}
}

func (tm *team) drafts() []Result {
	tm.t.Helper()
	all, err := tm.run(tm.t.Context(), SyncOptions{Publish: true, Drafts: true})
	if err != nil {
		tm.t.Fatal(err)
	}
	return all
}

// An imported page that nobody touched is never written, whatever today's
// renderer makes of it; one that somebody edits is read as it was imported.
func TestImportedPagesAreLeftAlone(t *testing.T) {
	tm := newTeam(t, nil)
	page := "=Telko vom 6.3.2031=\n\n==Anwesend==\n*Lene Vogt (lene)\n*ole\n\n==Beet==\n*umgegraben<br/>und '''geharkt'''\n{{Kasten|a}}\n\n" +
		"==Anträge==\n===Antrag 1: Tonne===\n;Begründung\n:Es ist trocken.\n;Antwort des Vorstands: Ja.\n\n==Planung der nächsten 7 Tage==\n*ole: Tor ölen\n"
	tm.Edit(wikitest.Erika, tm.page(decideDay), page)
	page = tm.Get(tm.page(decideDay))
	tm.imported(decideDay)
	for range 2 {
		if r := tm.one(syncing); r.Outcome != Unchanged || r.Pulled || r.Err != nil {
			t.Errorf("%+v", r)
		}
	}
	if tm.Get(tm.page(decideDay)) != page || len(tm.Revisions(tm.page(decideDay))) != 1 {
		t.Error("the page was rewritten")
	}
	tm.onWiki(wikitest.Otto, decideDay, func(s string) string {
		s = strings.Replace(s, "Es ist trocken.", "Es ist sehr trocken.", 1)
		return strings.Replace(s, "*ole: Tor ölen", "*ole: Tor ölen und streichen\n*lene: Latten kaufen", 1)
	})
	edited := tm.Get(tm.page(decideDay))
	r := tm.one(syncing)
	file := tm.read(decideDay)
	if r.Err != nil || !r.Pulled || tm.Get(tm.page(decideDay)) != edited {
		t.Fatalf("%+v\n%s", r, file)
	}
	for _, want := range []string{"Es ist sehr trocken.", "- [ ] Tor ölen und streichen (ole) #310306-1", "Latten kaufen (lene) #310306-2"} {
		if !strings.Contains(file, want) {
			t.Errorf("no %q in\n%s", want, file)
		}
	}
	tm.change(decideDay, replaced("sehr trocken", "viel zu trocken"))
	if r := tm.one(syncing); r.Err != nil || r.Outcome != Updated || tm.Get(tm.page(decideDay)) != strings.Replace(edited, "sehr trocken", "viel zu trocken", 1) {
		t.Errorf("%+v\n%s", r, tm.Get(tm.page(decideDay)))
	}
	tm.settled(decideDay)
}

// imported imports the page of a day as telko does: file, and what was seen of it.
func (tm *team) imported(day string) {
	tm.t.Helper()
	d, _ := tm.open(false)
	page, err := d.Wiki.Page(tm.t.Context(), tm.page(day))
	if err != nil {
		tm.t.Fatal(err)
	}
	s := d.Workspace.Settings()
	im := &Importer{Workspace: d.Workspace, Bases: d.Bases, Options: imports.Options{
		Series:  []imports.SeriesHint{{Key: s.Series[0].Key, Title: s.Series[0].Title, Page: s.Series[0].Page}},
		DueDays: s.DueDays, TimeZone: s.TimeZone, Lang: s.Lang,
	}}
	got, err := im.Take([]client.Page{page})
	if err != nil || got[0].Outcome != ImportCreated {
		tm.t.Fatalf("%+v, %v", got, err)
	}
}

// Nothing that changed is asked for but revision numbers, and no more than a few
// requests are made however many meetings there are.
func TestFewRequests(t *testing.T) {
	tm := newTeam(t, nil)
	var days []string
	for _, day := range []string{"2031-03-06", "2031-03-13", "2031-03-20", "2031-03-27", "2031-04-03"} {
		tm.write(day, decideBody)
		days = append(days, day)
	}
	tm.sync()
	tm.settled(days...)
	sent := len(tm.Requests())
	tm.sync()
	if n := len(tm.Requests()) - sent; n > 6 {
		t.Errorf("%d requests for nothing", n)
	}
	for _, q := range tm.Requests()[sent:] {
		if strings.Contains(q.Params.Get("rvprop"), "content") {
			t.Errorf("texts were read: %v", q.Params)
		}
	}
}
