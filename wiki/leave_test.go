package wiki

import (
	"errors"
	"os"
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/imports"
	"telko/wiki/client"
	"telko/wiki/wikitest"
)

// A topic that was published and is private now is not taken out in silence.
func TestWithdrawn(t *testing.T) {
	t.Parallel()
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

// On a machine that does not have the private file, which git leaves out, the
// heading in the topic's place says that it is private.
func TestWithdrawnElsewhere(t *testing.T) {
	t.Parallel()
	tm := ownTeam(t)
	d, refs := tm.open(false)
	_, err := d.Workspace.EditBoth(refs[0], func(public, private []byte) ([]byte, []byte, error) {
		return minutes.MovePrivate(refs[0].Path, public, private, "Zaun", d.Workspace.Context())
	})
	if err == nil {
		err = os.Remove(strings.TrimSuffix(tm.file(decideDay), ".md") + ".private.md")
	}
	if err != nil {
		t.Fatal(err)
	}
	if c := tm.refused(tm.one(syncing), ReasonWithdrawn); len(c.Titles) != 1 || c.Titles[0] != "Zaun" {
		t.Errorf("%+v", c)
	}
}

func TestNobotsIsRead(t *testing.T) {
	t.Parallel()
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
	t.Parallel()
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
	t.Parallel()
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

// An imported page whose base is lost, or another machine's, reads as its file
// still: it is known again and not written. One that somebody edited meanwhile is
// for a person to decide about.
func TestImportedBaseLost(t *testing.T) {
	t.Parallel()
	for name, edited := range map[string]bool{"untouched": false, "edited": true} {
		t.Run(name, func(t *testing.T) {
			tm := newTeam(t, nil)
			tm.Edit(wikitest.Erika, tm.page(decideDay), "=Telko vom 6.3.2031=\n\nAnwesend: Lene, Ole\n\n==Beet==\n*umgegraben<br/>und '''geharkt''' \n"+
				"{{Kasten|a}}\n\n==Anträge==\n===Antrag 1: Tonne===\n;Begründung\n:Es ist trocken.\n\n==Planung der nächsten 7 Tage==\n*ole: Tor ölen")
			tm.imported(decideDay)
			if edited {
				tm.onWiki(wikitest.Otto, decideDay, replaced("geharkt", "gemulcht"))
			}
			page, file := tm.Get(tm.page(decideDay)), tm.read(decideDay)
			tm.state = t.TempDir()
			if edited {
				tm.refused(tm.one(syncing), ReasonExists)
			} else if r := tm.one(syncing); r.Outcome != Adopted || r.Err != nil {
				t.Errorf("%+v", r)
			} else {
				tm.settled(decideDay)
			}
			if tm.Get(tm.page(decideDay)) != page || tm.read(decideDay) != file {
				t.Errorf("the page is\n%s\nthe file is\n%s", tm.Get(tm.page(decideDay)), tm.read(decideDay))
			}
		})
	}
}

// Nothing that changed is asked for but revision numbers, and no more than a few
// requests are made however many meetings there are.
func TestFewRequests(t *testing.T) {
	t.Parallel()
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
