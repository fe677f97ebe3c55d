package wiki

import (
	"strings"
	"testing"

	"telko/wiki/wikitest"
)

// Every way in which a file and its page can stand to each other is told apart
// without a page being read, and looking changes nothing.
func TestStatus(t *testing.T) {
	t.Parallel()
	tm := newTeam(t, nil)
	body := "## Beet\n\n- umgegraben\n\n## Zaun\n\nDer Zaun steht.\n"
	inFile, onPage := replaced("umgegraben", "umgegraben und gesät"), replaced("Zaun steht", "Zaun steht schief")
	same := func(string) {}
	file := func(day string) { tm.change(day, inFile) }
	page := func(day string) { tm.onWiki(wikitest.Erika, day, onPage) }
	cases := []struct {
		day    string
		after  bool // the file is written after the others were published
		do     func(day string)
		want   State
		before bool // the page was moved
	}{
		{day: "2031-01-02", do: same, want: StateSame},
		{day: "2031-01-09", do: file, want: StateFile},
		{day: "2031-01-16", do: page, want: StateWiki},
		{day: "2031-01-23", do: func(day string) { file(day); page(day) }, want: StateBoth},
		{day: "2031-01-30", do: func(day string) { tm.Move(tm.page(day), tm.page(day)+" (alt)") }, want: StateWiki, before: true},
		{day: "2031-02-06", do: func(day string) { tm.Delete(tm.page(day)) }, want: StateDeleted},
		{day: "2031-02-13", do: func(day string) {
			tm.change(day, replaced("status: final\n", "status: final\npage: Anderswo\n"))
		}, want: StateElsewhere},
		{day: "2031-02-20", do: func(day string) {
			b, _, err := OpenBases(tm.state+"/garten", tm.API).Get(day + "-gartentelko")
			if b.Revision += 1 << 20; err == nil {
				err = OpenBases(tm.state+"/garten", tm.API).Put(day+"-gartentelko", b)
			}
			if err != nil {
				t.Fatal(err)
			}
		}, want: StateSetBack},
		{day: "2031-02-25", do: func(day string) { // a backup, on which people went on until the number was the same
			b, _, err := OpenBases(tm.state+"/garten", tm.API).Get(day + "-gartentelko")
			if b.Wikitext += "\n\nmehr"; err == nil {
				err = OpenBases(tm.state+"/garten", tm.API).Put(day+"-gartentelko", b)
			}
			if err != nil {
				t.Fatal(err)
			}
		}, want: StateWiki},
		{day: "2031-02-27", do: func(day string) { tm.change(day, replaced("## Zaun", "## Zaun {privat}")) }, want: StateUnread},
		{day: "2031-03-06", after: true, do: same, want: StateNew},
		{day: "2031-03-13", after: true, do: func(day string) { tm.Edit(wikitest.Erika, tm.page(day), "von Hand") }, want: StateUnknown},
		{day: "2031-03-20", after: true, do: func(day string) { tm.change(day, replaced("status: final", "status: agenda")) }, want: StateSkipped},
		{day: "2031-03-27", after: true, do: func(day string) { tm.change(day, replaced("status: final", "status: draft")) }, want: StateSkipped},
	}
	for _, c := range cases {
		if !c.after {
			tm.write(c.day, body)
		}
	}
	tm.sync()
	var days []string
	for _, c := range cases {
		if c.after {
			tm.write(c.day, body)
		}
		c.do(c.day)
		days = append(days, c.day)
	}

	before := tm.snapshot(days...)
	d, refs := tm.open(false)
	st, err := d.Status(t.Context(), refs)
	if err != nil || len(st) != len(cases) {
		t.Fatalf("%+v, %v", st, err)
	}
	for i, c := range cases {
		s := st[i]
		if !strings.HasPrefix(s.Ref.ID, c.day) || s.State != c.want || (s.Err != nil) != (c.want == StateUnread) || (s.Before != "") != c.before {
			t.Errorf("%s: want %s, got %+v", c.day, c.want, s)
		}
	}
	if after := tm.snapshot(days...); differ(before, after) != "" {
		t.Errorf("looking changed something:\n%s", differ(before, after))
	}
}

// What was published of a file while the page held more than it is not the
// file's to publish again: it is the wiki's to pull.
func TestStatusAfterPublishingAlone(t *testing.T) {
	t.Parallel()
	tm := ownTeam(t)
	tm.onWiki(wikitest.Erika, decideDay, replaced("Zaun steht", "Zaun steht schief"))
	tm.change(decideDay, replaced("- gejätet", "- gejätet\n- gegossen"))
	if r := tm.one(SyncOptions{Publish: true}); r.Err != nil || r.Outcome != Updated || !r.WikiChanged {
		t.Fatalf("%+v", r)
	}
	d, refs := tm.open(false)
	st, err := d.Status(t.Context(), refs)
	if err != nil || st[0].State != StateWiki {
		t.Errorf("%+v, %v", st, err)
	}
	if r := tm.one(syncing); r.Err != nil || !r.Pulled || !strings.Contains(tm.read(decideDay), "steht schief") {
		t.Errorf("%+v", r)
	}
	tm.settled(decideDay)
}
