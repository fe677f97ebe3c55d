package wiki

import (
	"errors"
	"strings"
	"testing"

	"telko/minutes/lang"
	"telko/wiki/client"
	"telko/wiki/wikitest"
)

// What a person did to the page meanwhile is never overwritten.
func TestHandEdits(t *testing.T) {
	one, two := "## Beet\n\n- umgegraben\n\n## Zaun\n\n- steht", "## Beet\n\n- umgegraben und gesät\n\n## Zaun\n\n- steht"

	t.Run("only the wiki changed", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.publish(d.minutes(one), Created)
		hand := d.Get(d.title) + "\n* Nachtrag"
		d.Edit(wikitest.Erika, d.title, hand)
		if r := d.publish(d.minutes(one), Unchanged); !r.WikiChanged {
			t.Error("says nothing about the wiki's change")
		}
		if d.Get(d.title) != hand {
			t.Error("overwritten")
		}
	})
	t.Run("both changed one block", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.publish(d.minutes(one), Created)
		d.Edit(wikitest.Erika, d.title, strings.Replace(d.Get(d.title), "umgegraben", "umgegraben und gejätet", 1))
		base := d.base()
		c := d.wantConflict(d.minutes(two), ReasonEdited)
		if c.Page.User != wikitest.Erika || !strings.Contains(c.Diff, "und gejätet") || !strings.Contains(c.Error(), wikitest.Erika) {
			t.Errorf("conflict %+v: %v", c, c)
		}
		if len(c.Conflicts) != 1 || c.Conflicts[0].Ours != "- umgegraben und gesät\n\n" || c.Conflicts[0].Theirs != "- umgegraben und gejätet\n\n" {
			t.Errorf("conflicts %+v", c.Conflicts)
		}
		if d.base() != base {
			t.Error("the base moved")
		}
	})
	t.Run("both changed, elsewhere", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.publish(d.minutes(one), Created)
		d.Edit(wikitest.Erika, d.title, d.Get(d.title)+"\n* Nachtrag")
		want := strings.Replace(d.Get(d.title), "umgegraben", "umgegraben und gesät", 1)
		if r := d.publish(d.minutes(two), Updated); !r.WikiChanged || strings.Contains(r.Diff, "+* Nachtrag") {
			t.Errorf("%+v", r)
		}
		if got := d.Get(d.title); got != want {
			t.Errorf("the page is\n%s", got)
		}
		// What the file has not is not undone, however often it is published.
		if r := d.publish(d.minutes(two), Unchanged); !r.WikiChanged {
			t.Error("says nothing about the wiki's change")
		}
		d.publish(d.minutes(strings.Replace(two, "steht", "steht nicht", 1)), Updated)
		d.publish(d.minutes(one), Updated)
		if got := d.Get(d.title); !strings.Contains(got, "Nachtrag") || strings.Contains(got, "gesät") || strings.Contains(got, "nicht") {
			t.Errorf("the page is\n%s", got)
		}
	})
	t.Run("both say the same now", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.publish(d.minutes(one), Created)
		rev := d.Edit(wikitest.Erika, d.title, Page(d.minutes(two), PageOptions{}))
		if r := d.publish(d.minutes(two), Unchanged); r.Revision != rev || r.WikiChanged {
			t.Errorf("%+v", r)
		}
		if b := d.base(); b.Revision != rev || b.Markdown != string(d.minutes(two).Markdown()) {
			t.Errorf("base %+v", b)
		}
	})
	t.Run("a null edit, a protection and a revert are no changes", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.publish(d.minutes(one), Created)
		page := d.Get(d.title)
		d.Edit(wikitest.Erika, d.title, page+"\n* Unfug")
		d.Edit(wikitest.Otto, d.title, page)
		d.Call(wikitest.Admin, nil, "action", "protect", "title", d.title, "protections", "move=sysop")
		r := d.publish(d.minutes(two), Updated)
		if d.Revisions(d.title)[0].ID != r.Revision || !strings.Contains(d.Get(d.title), "gesät") {
			t.Errorf("%+v", r)
		}
	})
	t.Run("a protection between look and edit", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.Configure(`$wgDiff3 = "";`)
		d.publish(d.minutes(one), Created)
		d.Arm(wikitest.Meanwhile(wikitest.Edits, func() {
			d.Call(wikitest.Admin, nil, "action", "protect", "title", d.title, "protections", "move=sysop")
		}))
		d.publish(d.minutes(two), Updated)
	})
	t.Run("an edit between look and edit", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.Configure(`$wgDiff3 = "";`)
		d.publish(d.minutes(one), Created)
		d.Arm(wikitest.Meanwhile(wikitest.Edits, func() { d.Edit(wikitest.Otto, d.title, d.Get(d.title)+"\n* Nachtrag") }))
		d.publish(d.minutes(two), Updated)
		if got := d.Get(d.title); !strings.Contains(got, "Nachtrag") || !strings.Contains(got, "gesät") {
			t.Errorf("the page is %s", got)
		}
	})
	t.Run("the wiki merges an edit between look and edit", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.Configure(`$wgDiff3 = "/usr/bin/diff3";`)
		d.publish(d.minutes(one), Created)
		d.Arm(wikitest.Meanwhile(wikitest.Edits, func() {
			d.Edit(wikitest.Otto, d.title, strings.Replace(d.Get(d.title), "steht", "steht schief", 1))
		}))
		r := d.publish(d.minutes(two), Updated)
		got := d.Get(d.title)
		if !r.Merged || !strings.Contains(got, "schief") || !strings.Contains(got, "gesät") {
			t.Fatalf("%+v\n%s", r, got)
		}
		// Otto's change is not in the file: the next run must not undo it.
		if r := d.publish(d.minutes(two), Unchanged); !r.WikiChanged {
			t.Error("the merged edit is forgotten")
		}
		d.publish(d.minutes(two+"\n- und"), Updated)
		if got := d.Get(d.title); !strings.Contains(got, "schief") || !strings.Contains(got, "gesät") || !strings.Contains(got, "* und") {
			t.Errorf("the page is %s", got)
		}
		d.wantConflict(d.minutes(two+" gerade"), ReasonEdited)
	})
}

func TestPagesThatMoveAndGo(t *testing.T) {
	one, two := "## Beet\n\n- umgegraben", "## Beet\n\n- gesät"
	t.Run("moved", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.publish(d.minutes(one), Created)
		d.Move(d.title, d.Title("Anders"))
		r := d.publish(d.minutes(two), Updated)
		if r.Title != d.Title("Anders") || r.MovedFrom != d.title || !strings.Contains(d.Get(r.Title), "gesät") {
			t.Errorf("%+v", r)
		}
		if d.base().Title != d.Title("Anders") {
			t.Error("the base has the old title")
		}
	})
	t.Run("deleted", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.publish(d.minutes(one), Created)
		d.Delete(d.title)
		d.wantConflict(d.minutes(two), ReasonDeleted)
		d.wantConflict(d.minutes(one), ReasonDeleted)
		d.Restore(d.title)
		d.publish(d.minutes(two), Updated)
	})
	t.Run("deleted and made anew", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.publish(d.minutes(one), Created)
		d.Delete(d.title)
		d.Edit(wikitest.Erika, d.title, "meins")
		d.wantConflict(d.minutes(two), ReasonDeleted)
	})
	t.Run("deleted between look and edit", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.publish(d.minutes(one), Created)
		d.Arm(wikitest.Meanwhile(wikitest.Edits, func() { d.Delete(d.title) }))
		d.wantConflict(d.minutes(two), ReasonDeleted)
	})
	t.Run("protected", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.publish(d.minutes(one), Created)
		d.Protect(d.title)
		_, err := d.pub.Publish(t.Context(), d.minutes(two), PageOptions{})
		var e *client.Error
		var said *lang.Error
		if !errors.As(err, &e) || e.Kind != client.Protected || !errors.As(err, &said) || e.StopsRun() {
			t.Errorf("got %v", err)
		}
	})
	t.Run("nobots", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.publish(d.minutes(one), Created)
		// With nobots taken into the file, the page is as telko left it, and asks
		// all the same to be left alone.
		d.Edit(wikitest.Erika, d.title, d.Get(d.title)+"\n\n{{nobots}}")
		b := d.base()
		b.Wikitext = d.Get(d.title)
		b.Revision = d.Revisions(d.title)[0].ID
		if err := d.pub.Bases.Put(meeting, b); err != nil {
			t.Fatal(err)
		}
		_, err := d.pub.Publish(t.Context(), d.minutes(two), PageOptions{})
		var e *client.Error
		if !errors.As(err, &e) || e.Kind != client.Excluded {
			t.Errorf("got %v", err)
		}
		dry := &Publisher{Reader: d.pub.Reader, Writer: DryRun{}, Bases: d.pub.Bases}
		if _, err := dry.Publish(t.Context(), d.minutes(two), PageOptions{}); !errors.As(err, &e) || e.Kind != client.Excluded {
			t.Errorf("the dry run says %v", err)
		}
	})
	t.Run("set back from a backup", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.publish(d.minutes(one), Created)
		b := d.base()
		b.Revision += 1000
		if err := d.pub.Bases.Put(meeting, b); err != nil {
			t.Fatal(err)
		}
		d.wantConflict(d.minutes(two), ReasonSetBack)
		b.Revision -= 1000
		b.Wikitext = "ein anderer Text mit dieser Nummer"
		if err := d.pub.Bases.Put(meeting, b); err != nil {
			t.Fatal(err)
		}
		d.wantConflict(d.minutes(two), ReasonSetBack)
	})
}

func TestAPageThatIsThereAlready(t *testing.T) {
	body := "## Beet\n\n- umgegraben"
	t.Run("equal", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		rev := d.Edit(wikitest.Erika, d.title, Page(d.minutes(body), PageOptions{})+"\n\n")
		if r := d.publish(d.minutes(body), Adopted); r.Revision != rev || r.Diff != "" {
			t.Errorf("%+v", r)
		}
		d.publish(d.minutes(body), Unchanged)
		d.publish(d.minutes(body+"\n- gesät"), Updated)
	})
	t.Run("different", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.Edit(wikitest.Erika, d.title, "Erikas Seite")
		c := d.wantConflict(d.minutes(body), ReasonExists)
		if !strings.Contains(c.Diff, "-Erikas Seite") {
			t.Errorf("diff %s", c.Diff)
		}
	})
	t.Run("redirect", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.Edit(wikitest.Erika, d.title, "#WEITERLEITUNG [[Anderswo]]")
		d.wantConflict(d.minutes(body), ReasonRedirect)
	})
	t.Run("no wikitext", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.Call(wikitest.Admin, nil, "action", "edit", "title", d.title, "text", "x", "contentmodel", "text")
		d.wantConflict(d.minutes(body), ReasonModel)
	})
	t.Run("made between look and edit", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.Arm(wikitest.Meanwhile(wikitest.Edits, func() { d.Edit(wikitest.Erika, d.title, "Erikas Seite") }))
		_, err := d.pub.Publish(t.Context(), d.minutes(body), PageOptions{})
		var c *ConflictError
		if !errors.As(err, &c) || c.Reason != ReasonExists || d.Get(d.title) != "Erikas Seite" {
			t.Errorf("got %v", err)
		}
	})
	t.Run("another machine published it", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.publish(d.minutes(body), Created)
		d.pub = d.publisher(t.TempDir())
		d.publish(d.minutes(body), Adopted)
	})
	t.Run("no page in minutes or settings", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.title = ""
		if _, err := d.pub.Publish(t.Context(), d.minutes(body), PageOptions{}); lang.HintOf(err, lang.German) == "" {
			t.Errorf("got %v", err)
		}
	})
}

// What is said of a line is text, also where the line is long.
func TestFirstDifference(t *testing.T) {
	long := strings.Repeat("ä", 100)
	for _, c := range []struct{ a, b, want string }{
		{"eins\nzwei\ndrei", "eins\nzwo\ndrei", "zwei"},
		{"eins", "eins\nzwei", "zwei"},
		{"eins\n", "eins\nzwei\n", "zwei"},
		{long, "x", strings.Repeat("ä", 40)},
		{"x" + long, "y", "x" + strings.Repeat("ä", 39)},
	} {
		if got := firstDifference(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %q, want %q", c.a, c.b, got, c.want)
		}
	}
}

// A disk that takes no more is said as such, whatever was done before.
func TestBaseNotKept(t *testing.T) {
	t.Parallel()
	tm := ownTeam(t)
	full := errors.New("kein Platz")
	tm.stops = func(where string) error {
		if where == "before base" {
			return full
		}
		return nil
	}
	tm.onWiki(wikitest.Erika, decideDay, replaced("Zaun steht", "Zaun steht schief"))
	r := tm.one(SyncOptions{Pull: true})
	if !errors.Is(r.Err, full) || !strings.Contains(lang.Say(r.Err, lang.German), "kein Platz") || lang.HintOf(r.Err, lang.German) == "" ||
		lang.Say(r.Err, lang.German) == lang.Say(r.Err, lang.English) {
		t.Errorf("%+v", r)
	}
	tm.stops = nil
	tm.sync()
	tm.settled(decideDay)
}
