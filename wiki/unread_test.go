package wiki

import (
	"strings"
	"testing"

	"telko/wiki/wikitest"
)

// Many new pages take little more than an edit each, and what the wiki made of
// them is known all the same.
func TestManyNewPages(t *testing.T) {
	t.Parallel()
	tm := newTeam(t, nil)
	days := []string{}
	for _, d := range strings.Fields("01 02 03 04 05 06 07 08 09 10 11 12") {
		day := "2031-05-" + d
		days = append(days, day)
		tm.write(day, "## Beet\n\n- umgegraben am "+d+".\n")
	}
	results := tm.sync()
	if n := len(tm.Requests()); n > len(days)+8 {
		t.Errorf("%d requests for %d new pages", n, len(days))
	}
	for i, r := range results {
		if r.Outcome != Created || r.URL == "" || r.Revision == 0 || r.Title != tm.page(days[i]) {
			t.Errorf("%+v", r)
		}
		d, refs := tm.open(false)
		b, ok, err := d.Bases.Get(refs[i].ID)
		if err != nil || !ok || b.Wikitext != tm.Get(r.Title) || b.Revision != r.Revision || b.Title != r.Title {
			t.Errorf("base %+v, %v, %v", b, ok, err)
		}
	}
	tm.settled(days...)
}

// A run that ends before it read its new pages again: the next one knows them.
func TestNewPagesThatNobodyReadAgain(t *testing.T) {
	t.Parallel()
	tm := newTeam(t, nil)
	tm.write(fileDay, "## Beet\n\n- umgegraben\n")
	tm.write(wikiDay, "## Beet\n\n- gejätet\n")
	revisions := func(q wikitest.Request) bool { return q.Params.Has("revids") }
	tm.Arm(wikitest.Status(revisions, 404, ""))
	if _, err := tm.run(t.Context(), syncing); err == nil {
		t.Fatal("no error")
	}
	tm.onWiki(wikitest.Otto, wikiDay, func(s string) string { return s + "\n* gegossen" })
	tm.change(fileDay, func(s string) string { return s + "- geharkt\n" })
	tm.sync()
	for _, want := range []string{"gegossen", "gejätet"} {
		if !strings.Contains(tm.read(wikiDay), want) {
			t.Errorf("the file says\n%s", tm.read(wikiDay))
		}
	}
	if got := tm.Get(tm.page(fileDay)); strings.Count(got, "* umgegraben") != 1 || !strings.Contains(got, "* geharkt") {
		t.Errorf("the page says\n%s", got)
	}
	tm.settled(fileDay, wikiDay)
}
