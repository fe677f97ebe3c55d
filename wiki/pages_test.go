package wiki

import (
	"context"
	"errors"
	"fmt"
	"html"
	"slices"
	"strings"
	"testing"
	"time"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
	"telko/wiki/client"
	"telko/wiki/wikitest"
)

// board is a team with minutes, a log, and a wiki that shows both.
type board struct {
	*wikitest.Wiki
	t     *testing.T
	title string
	pages *Pages
	src   []minutes.Public
	log   []tasks.Event
}

func newBoard(t *testing.T, body string) *board {
	t.Helper()
	b := &board{Wiki: wikitest.Start(t), t: t}
	b.title = b.Title("Aufgaben")
	b.pages = b.machine()
	b.src = []minutes.Public{public(t, meeting+".md", "---\nseries: gartentelko\ndate: 2031-03-06\nstatus: final\npage: "+
		b.Title("2031-03-06")+"\n---\n\n# Gartentelko 06.03.2031\n\n## Beete\n\n"+body, lang.German)}
	return b
}

// machine returns the pages as another machine knows them: not at all yet.
func (b *board) machine() *Pages {
	b.t.Helper()
	user, password := b.BotLogin()
	c, err := client.New(client.Options{
		API: b.API, Version: "0.1", Now: time.Now,
		Sleep: func(context.Context, time.Duration) error { return nil },
		Credentials: func(context.Context) (client.Credentials, error) {
			return client.Credentials{User: user, Password: password}, nil
		},
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return &Pages{
		Wiki: c, States: OpenPageStates(b.t.TempDir(), b.API), Version: "0.1", Lang: lang.German, Today: when.Day(2031, 3, 10),
	}
}

// PublicTasks implements TaskSource.
func (b *board) PublicTasks() (minutes.PublicTasks, error) {
	return minutes.NewPublicTasks(b.src, b.log, minutes.PublicOptions{}), nil
}

// Take implements TaskSource.
func (b *board) Take(evs []tasks.Event) ([]tasks.Event, error) {
	var out []tasks.Event
	for _, e := range evs {
		if !slices.ContainsFunc(b.log, func(o tasks.Event) bool { return o.Line() == e.Line() }) {
			b.log, out = append(b.log, e), append(out, e)
		}
	}
	return out, nil
}

func (b *board) entries() []Entry {
	var out []Entry
	for _, p := range b.src {
		out = append(out, Entry{Minutes: p, Page: p.Meeting().Page, OnWiki: true})
	}
	return out
}

func lookAt(t *testing.T, k *Pages, title string) client.Look {
	t.Helper()
	looks, err := k.Wiki.LooksByTitle(t.Context(), []string{title})
	if err != nil {
		t.Fatal(err)
	}
	return looks[title]
}

func (b *board) sync(k *Pages) (TasksResult, error) {
	b.t.Helper()
	return k.Tasks(b.t.Context(), b.title, b, b.entries(), lookAt(b.t, k, b.title))
}

// want syncs and wants an outcome.
func (b *board) want(k *Pages, o Outcome, events ...string) TasksResult {
	b.t.Helper()
	r, err := b.sync(k)
	if err != nil {
		b.t.Fatal(err)
	}
	var got []string
	for _, e := range r.Events {
		_, rest, _ := strings.Cut(e.Line(), " ")
		got = append(got, rest)
	}
	if r.Outcome != o || !slices.Equal(got, events) {
		b.t.Errorf("%s with %q, want %s with %q\n%s", r.Outcome, got, o, events, r.Diff)
	}
	return r
}

// hand edits the page as user.
func (b *board) hand(user, from, to string) {
	b.t.Helper()
	text := b.Get(b.title)
	if !strings.Contains(text, from) {
		b.t.Fatalf("no %q in\n%s", from, text)
	}
	b.Edit(user, b.title, strings.Replace(text, from, to, 1))
}

const promises = "- [ ] Gießkanne **voll** machen (lene) bis 08.03.2031 #310306-1\n" +
	"- [ ] [[Zaun]] streichen | a || b {{{x}}} (ole, lene?) bis 20.03.2031 #310306-2\n" +
	"- [x] Samen bestellen (nora) #310306-3\n" +
	"- [ ] ''Tor'' -- ölen, siehe #310306-1 (alle) bis 30.03.2031 #310306-4\n"

func TestTasksPage(t *testing.T) {
	t.Parallel()
	b := newBoard(t, promises)
	b.want(b.pages, Created)
	text := b.Get(b.title)
	golden(t, "tasks_page.wiki", strings.ReplaceAll(text, b.Prefix, "T")+"\n")
	html := html.UnescapeString(b.Parse(b.title))
	for _, want := range []string{`<tr id="310306-1" style="background:#fee7e6`, "überfällig", "wikitable sortable", "| a || b {{{x}}}", "''Tor'' -- ölen"} {
		if !strings.Contains(html, want) {
			t.Errorf("no %q in\n%s", want, html)
		}
	}
	if strings.Index(html, "310306-1") > strings.Index(html, "310306-2") || strings.Contains(html, "Samen") {
		t.Errorf("what is overdue is not first, or what was done long ago stands there:\n%s", html)
	}
	b.want(b.pages, Unchanged)
	if strings.Contains(text, "Samen") {
		t.Errorf("what was done long ago stands there:\n%s", text)
	}
	if n := len(b.Revisions(b.title)); n != 1 {
		t.Errorf("%d revisions", n)
	}

	// People tick, re-date, write around the list and into it.
	b.hand(wikitest.Erika, "☐ '''überfällig'''", "☑")
	b.hand(wikitest.Otto, "20.03.2031", "27.3.2031")
	b.hand(wikitest.Otto, "<!-- telko:tasks -->", "Bitte nachsehen!\n\n<!-- telko:tasks -->")
	b.hand(wikitest.Erika, "\n|}", "\n|-\n| ☐ || || || || Leiter suchen ||\n|}")
	b.hand(wikitest.Erika, "| 30.03.2031", "| wenn es warm ist")
	revs := b.Revisions(b.title)
	r := b.want(b.pages, Updated, "wiki:Erika 310306-1 done", "wiki:Otto 310306-2 due 2031-03-27",
		"wiki:Erika 310306-4 note 30.03.2031 → wenn es warm ist")
	if len(r.Events) == 3 && (!r.Events[0].At.Equal(revs[4].Time) || r.Events[0].At.Location() != time.UTC) {
		t.Errorf("at %v, the revision is of %v", r.Events[0].At, revs[4].Time)
	}
	if !slices.Equal(r.Moved, []string{"* Leiter suchen"}) {
		t.Errorf("moved %q", r.Moved)
	}
	text = b.Get(b.title)
	for _, want := range []string{"Bitte nachsehen!\n\n<!-- telko:tasks -->", "27.03.2031", "<!-- /telko:tasks -->\n* Leiter suchen"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	b.want(b.pages, Unchanged)

	// Another machine, with the same minutes and no memory, reads the same
	// events, and has nothing to change.
	log := b.log
	b.log = nil
	b.want(b.machine(), Unchanged, "wiki:Erika 310306-1 done", "wiki:Otto 310306-2 due 2031-03-27",
		"wiki:Erika 310306-4 note 30.03.2031 → wenn es warm ist")
	if fmt.Sprint(b.log) != fmt.Sprint(log) {
		t.Errorf("%v\nand\n%v", b.log, log)
	}
}

// A wiki that was set back from a backup gives the numbers that telko knows
// again: what people ticked under one of them counts.
func TestTasksPageSetBack(t *testing.T) {
	t.Parallel()
	b := newBoard(t, promises)
	b.want(b.pages, Created)
	known, _ := b.pages.States.Get(b.title)
	b.hand(wikitest.Erika, "☐ '''überfällig'''", "☑")
	known.Revision = b.Edit(wikitest.Otto, b.Title("Sonst"), "Ein Gruß.") // the page's own number once
	if err := b.pages.States.Put(b.title, known); err != nil {
		t.Fatal(err)
	}
	b.hand(wikitest.Otto, "<!-- telko:tasks -->", "Bitte nachsehen!\n\n<!-- telko:tasks -->")
	b.want(b.pages, Updated, "wiki:Erika 310306-1 done")
	b.want(b.pages, Unchanged)
}

// As long as the numbers are lower than what telko knows, all of the history is
// read.
func TestTasksPageSetBackFar(t *testing.T) {
	t.Parallel()
	b := newBoard(t, promises)
	b.want(b.pages, Created)
	b.hand(wikitest.Erika, "☐ '''überfällig'''", "☑")
	known, _ := b.pages.States.Get(b.title)
	known.Revision += 1 << 20
	if err := b.pages.States.Put(b.title, known); err != nil {
		t.Fatal(err)
	}
	b.want(b.pages, Updated, "wiki:Erika 310306-1 done")
	b.want(b.pages, Unchanged)
}

// Somebody ticks between our look and our edit: the wiki merges, or the edit is
// tried again; either way the tick counts.
func TestTasksPageRace(t *testing.T) {
	t.Parallel()
	for _, diff3 := range []string{`$wgDiff3 = "/usr/bin/diff3";`, `$wgDiff3 = "";`} {
		b := newBoard(t, promises)
		b.Configure(diff3)
		b.want(b.pages, Created)
		b.log = []tasks.Event{{At: time.Date(2031, 3, 9, 12, 0, 0, 0, time.UTC), By: "lene", ID: "310306-1", Verb: tasks.DoneV}}
		b.Arm(wikitest.Meanwhile(wikitest.Edits, func() {
			b.hand(wikitest.Otto, "☐ offen || style=\"white-space:nowrap\" | [["+b.Title("2031-03-06")+"#310306-4", "☑ || [["+b.Title("2031-03-06")+"#310306-4")
		}))
		if _, err := b.sync(b.pages); err != nil {
			t.Fatal(err)
		}
		if _, err := b.sync(b.pages); err != nil {
			t.Fatal(err)
		}
		if text := b.Get(b.title); !strings.Contains(text, "☑ erledigt") || strings.Contains(text, "ölen") || len(b.log) != 2 || b.log[1].By != "wiki:Otto" {
			t.Errorf("%s\n%v\n%s", diff3, b.log, text)
		}
		b.want(b.pages, Unchanged)
	}
}

func TestPagesLeftAlone(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		make func(b *board)
		want Reason
	}{
		"no marks":  {func(b *board) { b.Edit(wikitest.Erika, b.title, "Unsere Aufgaben") }, ReasonMarks},
		"one mark":  {func(b *board) { b.want(b.pages, Created); b.hand(wikitest.Otto, "<!-- telko:tasks -->", "") }, ReasonMarks},
		"redirect":  {func(b *board) { b.Edit(wikitest.Erika, b.title, "#WEITERLEITUNG [["+b.Title("X")+"]]") }, ReasonRedirect},
		"deleted":   {func(b *board) { b.want(b.pages, Created); b.Delete(b.title) }, ReasonDeleted},
		"forgotten": {func(b *board) { b.want(b.machine(), Created); b.Delete(b.title) }, ReasonDeleted},
		"model text": {func(b *board) {
			b.Call(wikitest.Erika, nil, "action", "edit", "title", b.title, "text", "x", "contentmodel", "text")
		}, ReasonModel},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := newBoard(t, promises)
			c.make(b)
			before := b.Revisions(b.title)
			_, err := b.sync(b.pages)
			var conflict *ConflictError
			if !errors.As(err, &conflict) || conflict.Reason != c.want {
				t.Fatalf("got %v, want a conflict: %s", err, c.want)
			}
			if lang.HintOf(err, lang.German) == "" || conflict.In(lang.German) == conflict.In(lang.English) {
				t.Errorf("no hint, or in one language: %v", err)
			}
			if after := b.Revisions(b.title); len(after) != len(before) {
				t.Errorf("something was written:\n%s", after[0].Text)
			}
		})
	}
}

func TestPageMoved(t *testing.T) {
	t.Parallel()
	b := newBoard(t, promises)
	b.want(b.pages, Created)
	b.hand(wikitest.Erika, "☐ '''überfällig'''", "☑")
	to := b.Title("Was zu tun ist")
	b.Move(b.title, to)
	r := b.want(b.pages, Updated, "wiki:Erika 310306-1 done")
	if r.Title != to || strings.Contains(b.Get(to), "Gießkanne") {
		t.Errorf("%q\n%s", r.Title, b.Get(to))
	}
	if !strings.HasPrefix(strings.ToUpper(b.Get(b.title)), "#WEITERLEITUNG") && !strings.HasPrefix(b.Get(b.title), "#REDIRECT") {
		t.Errorf("%s", b.Get(b.title))
	}
}

func TestPagesDryRun(t *testing.T) {
	t.Parallel()
	b := newBoard(t, promises)
	b.pages.DryRun = true
	if r := b.want(b.pages, Created); r.Diff == "" || b.Exists(b.title) {
		t.Errorf("%q", r.Diff)
	}
	b.want(b.machine(), Created)
	b.hand(wikitest.Erika, "☐ '''überfällig'''", "☑")
	n := len(b.Revisions(b.title))
	r, err := b.sync(b.pages)
	if err != nil || len(r.Events) != 1 || len(b.log) != 0 || len(b.Revisions(b.title)) != n {
		t.Errorf("%v %v %v", r, err, b.log)
	}
}
