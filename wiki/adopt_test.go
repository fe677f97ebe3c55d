package wiki

import (
	"context"
	"errors"
	"strings"
	"testing"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/wiki/client"
	"telko/wiki/wikitest"
)

func TestSetBackIsDecidedByAPerson(t *testing.T) {
	t.Parallel()
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

// A wiki that was set back from a backup and went on since gives the numbers that
// telko knows to other edits. What is lost must not look like what somebody
// took out.
func TestSetBackAndGoneOn(t *testing.T) {
	t.Parallel()
	lost := func(t *testing.T, change func(tm *team, b *Base)) (*team, *Desk, archive.Ref) {
		tm := ownTeam(t)
		tm.change(decideDay, replaced("Zaun steht", "Zaun steht schief"))
		d, refs := tm.open(false)
		b, _, _ := d.Bases.Get(refs[0].ID)
		b.Wikitext = strings.Replace(b.Wikitext, "Zaun steht", "Zaun steht schief", 1)
		b.Markdown = strings.Replace(b.Markdown, "Zaun steht", "Zaun steht schief", 1)
		change(tm, &b)
		if err := d.Bases.Put(refs[0].ID, b); err != nil {
			t.Fatal(err)
		}
		tm.onWiki(wikitest.Erika, decideDay, func(text string) string { return text + "\n\nEin Nachtrag." })
		return tm, d, refs[0]
	}
	for name, change := range map[string]func(*team, *Base){
		"another text": func(*team, *Base) {},
		"another page": func(tm *team, b *Base) { b.Revision = tm.Edit(wikitest.Otto, tm.Title("Sonst"), "Ein Gruß.") },
		"gone with its page": func(tm *team, b *Base) {
			b.Revision = tm.Edit(wikitest.Otto, tm.Title("Weg"), "Ein Gruß.")
			tm.Delete(tm.Title("Weg"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			tm, d, ref := lost(t, change)
			before := tm.Get(tm.page(decideDay))
			tm.refused(tm.one(syncing), ReasonSetBack)
			if got := tm.read(decideDay); !strings.Contains(got, "steht schief") || strings.Contains(got, "Nachtrag") {
				t.Errorf("the file is\n%s", got)
			}
			if got := tm.Get(tm.page(decideDay)); got != before {
				t.Errorf("the page is\n%s", got)
			}
			// Of a revision that is gone, status cannot tell whether it is hidden.
			if all, err := d.Status(t.Context(), []archive.Ref{ref}); err != nil || all[0].State != StateSetBack && !strings.Contains(name, "gone") {
				t.Errorf("%+v, %v", all, err)
			}
			if r, err := d.Adopt(t.Context(), ref, AdoptOptions{Take: TakePage}); err != nil {
				t.Fatalf("%+v, %v", r, err)
			}
			tm.settled(decideDay)
		})
	}
}

// A page that somebody made where the minutes' page was deleted is one that telko
// does not know: a person decides what holds.
func TestDeletedAndMadeAnew(t *testing.T) {
	t.Parallel()
	setup := func(t *testing.T, text func(string) string) (*team, *Desk, archive.Ref) {
		tm := ownTeam(t)
		was := tm.Get(tm.page(decideDay))
		tm.Delete(tm.page(decideDay))
		tm.Edit(wikitest.Erika, tm.page(decideDay), text(was))
		d, refs := tm.open(false)
		return tm, d, refs[0]
	}
	for name, c := range map[string]struct {
		take Taking
		want string
	}{"ours": {TakeFile, "Zaun steht."}, "theirs": {TakePage, "Erikas Seite"}} {
		t.Run(name, func(t *testing.T) {
			tm, d, ref := setup(t, func(string) string { return "Erikas Seite" })
			tm.refused(tm.one(syncing), ReasonExists)
			if got := tm.Get(tm.page(decideDay)); got != "Erikas Seite" {
				t.Errorf("the page is\n%s", got)
			}
			if r, err := d.Adopt(t.Context(), ref, AdoptOptions{Take: c.take}); err != nil {
				t.Fatalf("%+v, %v", r, err)
			}
			if !strings.Contains(tm.read(decideDay), c.want) || !strings.Contains(tm.Get(tm.page(decideDay)), c.want) {
				t.Errorf("no %q on both sides", c.want)
			}
			tm.settled(decideDay)
		})
	}
	t.Run("with the same text", func(t *testing.T) {
		tm, _, _ := setup(t, func(was string) string { return was })
		if r := tm.one(syncing); r.Outcome != Adopted || r.Err != nil {
			t.Errorf("%+v", r)
		}
		tm.settled(decideDay)
	})
	t.Run("a redirect", func(t *testing.T) {
		tm, _, _ := setup(t, func(string) string { return "#WEITERLEITUNG [[Anderswo]]" })
		tm.refused(tm.one(syncing), ReasonDeleted)
	})
}

// A revision whose text was hidden is the one that telko knows.
func TestTheBaseIsHidden(t *testing.T) {
	t.Parallel()
	tm := ownTeam(t)
	d, refs := tm.open(false)
	b, _, _ := d.Bases.Get(refs[0].ID)
	tm.onWiki(wikitest.Erika, decideDay, func(text string) string { return text + "\n\nEin Nachtrag." })
	tm.Hide(tm.page(decideDay), b.Revision)
	if r := tm.one(syncing); r.Err != nil || !r.Pulled || !strings.Contains(tm.read(decideDay), "Ein Nachtrag.") {
		t.Errorf("%+v\n%s", r, tm.read(decideDay))
	}
	tm.settled(decideDay)
}

func TestAdoptWhatIsThere(t *testing.T) {
	t.Parallel()
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
		// Nor where it was so long ago that the wiki's log does not reach back.
		c = nil
		d.Wiki = shortLog{d.Wiki.(*client.Client)}
		if err := d.Sync(t.Context(), refs, syncing, func(r Result) { errors.As(r.Err, &c) }); err != nil || c == nil || c.Reason != ReasonDeleted ||
			c.Gone == nil || c.Gone.User != wikitest.Admin || tm.Exists(tm.page(decideDay)) {
			t.Errorf("%v, %+v", err, c)
		}
		if _, err := d.Adopt(t.Context(), refs[0], AdoptOptions{Take: TakePage}); err == nil {
			t.Error("took what is not there")
		}
		if r, err := d.Adopt(t.Context(), refs[0], AdoptOptions{Take: TakeFile}); err != nil || r.Outcome != Created || !tm.Exists(tm.page(decideDay)) {
			t.Errorf("%+v, %v", r, err)
		}
		tm.settled(decideDay)
	})
}

// shortLog is a wiki where much was deleted lately.
type shortLog struct{ *client.Client }

func (shortLog) Deletions(context.Context) (map[string]client.Event, error) { return nil, nil }

// A file that lost its text, to a full disk or an editor, does not take it from
// the page.
func TestTheFileIsEmptied(t *testing.T) {
	t.Parallel()
	front := func(s string) string { return s[:strings.Index(s, "---\n\n")+len("---\n")] }
	nothing := func(string) string { return "" }
	for name, c := range map[string]struct {
		empty func(string) string
		take  Taking
		want  bool // the text is there in the end
	}{
		"nothing is left, theirs":          {nothing, TakePage, true},
		"the front matter is, theirs":      {front, TakePage, true},
		"blank lines are":                  {func(s string) string { return front(s) + "\r\n \r\n" }, TakePage, true},
		"the front matter is, it is meant": {front, TakeFile, false},
	} {
		t.Run(name, func(t *testing.T) {
			tm := ownTeam(t)
			before, file := tm.Get(tm.page(decideDay)), tm.read(decideDay)
			tm.change(decideDay, c.empty)
			tm.refused(tm.one(syncing), ReasonEmptied)
			if got := tm.Get(tm.page(decideDay)); got != before {
				t.Errorf("the page is\n%s", got)
			}
			d, refs := tm.open(false)
			if r, err := d.Adopt(t.Context(), refs[0], AdoptOptions{Take: c.take}); err != nil {
				t.Fatalf("%+v, %v", r, err)
			}
			if c.want && (tm.read(decideDay) != file || tm.Get(tm.page(decideDay)) != before) {
				t.Errorf("the file is\n%s\nthe page is\n%s", tm.read(decideDay), tm.Get(tm.page(decideDay)))
			}
			if got := tm.Get(tm.page(decideDay)); !c.want && strings.Contains(got, "Zaun") {
				t.Errorf("the page is\n%s", got)
			}
			tm.settled(decideDay)
		})
	}
}

// Two meetings that name one page: it stays that of the first.
func TestOnePageOfTwoMeetings(t *testing.T) {
	t.Parallel()
	const second = "2031-03-13"
	tm := ownTeam(t)
	before := tm.Get(tm.page(decideDay))
	tm.write(second, decideBody)
	tm.change(second, replaced("status: final\n", "status: final\npage: "+tm.page(decideDay)+"\n"))
	all, err := tm.run(t.Context(), syncing)
	if err != nil || len(all) != 2 {
		t.Fatalf("%+v, %v", all, err)
	}
	c := tm.refused(all[1], ReasonTaken)
	if !strings.Contains(c.Error(), decideDay+"-gartentelko") || all[0].Err != nil {
		t.Errorf("%v, %+v", c, all[0])
	}
	d, refs := tm.open(false)
	for _, take := range []Taking{TakeFile, TakePage} {
		if r, err := d.Adopt(t.Context(), refs[1], AdoptOptions{Take: take}); !errors.As(err, &c) || c.Reason != ReasonTaken {
			t.Errorf("%+v, %v", r, err)
		}
	}
	if got := tm.Get(tm.page(decideDay)); !strings.HasPrefix(got, before) {
		t.Errorf("the page is\n%s", got)
	}
}

// A page on which a conflict was left open is not taken into the file.
func TestAdoptNoConflict(t *testing.T) {
	t.Parallel()
	tm := ownTeam(t)
	tm.onWiki(wikitest.Erika, decideDay, replaced("Der Zaun steht.", "<<<<<<< hier\nDer Zaun steht.\n=======\nDer Zaun fällt.\n>>>>>>> dort"))
	before := tm.snapshot(decideDay)
	d, refs := tm.open(false)
	_, err := d.Adopt(t.Context(), refs[0], AdoptOptions{Take: TakePage})
	var c *ConflictError
	if !errors.As(err, &c) || c.Reason != ReasonMarkers || lang.HintOf(err, lang.German) == "" {
		t.Errorf("%v", err)
	}
	if after := tm.snapshot(decideDay); differ(before, after) != "" {
		t.Errorf("something was written:\n%s", differ(before, after))
	}
}
