package wiki

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/wiki/client"
	"telko/wiki/wikitest"
)

// desk is a team with a wiki and one meeting.
type desk struct {
	*wikitest.Wiki
	t     *testing.T
	title string
	state string
	pub   *Publisher
	slept time.Duration
}

const meeting = "2031-03-06-gartentelko"

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{Wiki: wikitest.Start(t), t: t, state: t.TempDir()}
	d.title = d.Title("2031-03-06 - Telko")
	d.pub = d.publisher(d.state)
	return d
}

// publisher returns a publisher of another machine, with a state of its own.
func (d *desk) publisher(state string) *Publisher {
	d.t.Helper()
	user, password := d.BotLogin()
	c, err := client.New(client.Options{
		API: d.API, Version: "0.1", Now: time.Now,
		Sleep: func(_ context.Context, s time.Duration) error { d.slept += s; return nil },
		Credentials: func(context.Context) (client.Credentials, error) {
			return client.Credentials{User: user, Password: password}, nil
		},
	})
	if err != nil {
		d.t.Fatal(err)
	}
	bases := OpenBases(state, d.API)
	return &Publisher{Reader: c, Writer: &Live{c, bases}, Bases: bases, Version: "0.1"}
}

// minutes returns the minutes of the meeting, with body below the title.
func (d *desk) minutes(body string, keys ...string) minutes.Public {
	d.t.Helper()
	src := "---\nseries: gartentelko\ndate: 2031-03-06\nstatus: final\npage: " + d.title + "\n" +
		strings.Join(append(keys, ""), "\n") + "---\n\n# Gartentelko\n\n" + body + "\n"
	return public(d.t, meeting+".md", src, lang.German)
}

// publish publishes and wants an outcome.
func (d *desk) publish(p minutes.Public, want Outcome) Result {
	d.t.Helper()
	r, err := d.pub.Publish(d.t.Context(), p, PageOptions{})
	if err != nil {
		d.t.Fatal(err)
	}
	if r.Outcome != want {
		d.t.Fatalf("%s, want %s", r.Outcome, want)
	}
	return r
}

// wantConflict publishes and wants a conflict that wrote nothing.
func (d *desk) wantConflict(p minutes.Public, want Reason) *ConflictError {
	d.t.Helper()
	title := d.title
	before := d.Revisions(title)
	_, err := d.pub.Publish(d.t.Context(), p, PageOptions{})
	var c *ConflictError
	if !errors.As(err, &c) || c.Reason != want {
		d.t.Fatalf("got %v, want a conflict: %s", err, want)
	}
	if len(before) > 0 && d.Exists(title) && d.Revisions(title)[0].ID != before[0].ID || len(before) == 0 && d.Exists(title) {
		d.t.Errorf("something was written")
	}
	if c.In(lang.German) == c.In(lang.English) || lang.HintOf(err, lang.German) == "" {
		d.t.Errorf("not said in both languages, or no hint: %v", err)
	}
	return c
}

func (d *desk) base() Base {
	d.t.Helper()
	b, ok, err := d.pub.Bases.Get(meeting)
	if err != nil || !ok {
		d.t.Fatalf("no base: %v", err)
	}
	return b
}

func TestPublish(t *testing.T) {
	d := newDesk(t)
	first := d.minutes("## Beet\n\n- umgegraben")
	r := d.publish(first, Created)
	page := d.Get(d.title)
	if page != Page(first, PageOptions{}) || r.Title != d.title || !strings.HasPrefix(r.URL, d.URL) ||
		!strings.Contains(r.Diff, "\n+* umgegraben\n") {
		t.Errorf("result %+v\npage %s", r, page)
	}
	rev := d.Revisions(d.title)[0]
	if rev.ID != r.Revision || rev.User != wikitest.Bot ||
		rev.Comment != "telko 0.1: Protokoll vom 06.03.2031 "+Tag(first.Markdown()) {
		t.Errorf("revision %+v", rev)
	}
	b := d.base()
	if b.Revision != r.Revision || b.Wikitext != page || b.Markdown != string(first.Markdown()) || b.Title != d.title || b.PageID == 0 {
		t.Errorf("base %+v", b)
	}

	sent := len(d.Requests())
	if r := d.publish(first, Unchanged); r.Diff != "" || r.WikiChanged || len(d.Requests()) != sent+1 {
		t.Errorf("unchanged: %+v, %d requests", r, len(d.Requests())-sent)
	}

	second := d.minutes("## Beet\n\n- umgegraben\n- gesät")
	r = d.publish(second, Updated)
	if !strings.Contains(r.Diff, "\n+* gesät\n") || strings.Contains(r.Diff, "+* umgegraben") || !strings.Contains(d.Get(d.title), "* gesät") {
		t.Errorf("updated: %+v", r)
	}
	if b := d.base(); b.Revision != r.Revision || b.Wikitext != d.Get(d.title) {
		t.Errorf("base %+v", b)
	}
	d.publish(second, Unchanged)
	if n := len(d.Revisions(d.title)); n != 2 {
		t.Errorf("%d revisions", n)
	}
}

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
	t.Run("both changed", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t)
		d.publish(d.minutes(one), Created)
		d.Edit(wikitest.Erika, d.title, d.Get(d.title)+"\n* Nachtrag")
		base := d.base()
		c := d.wantConflict(d.minutes(two), ReasonEdited)
		if c.Page.User != wikitest.Erika || !strings.Contains(c.Diff, "+* Nachtrag") || !strings.Contains(c.Error(), wikitest.Erika) {
			t.Errorf("conflict %+v: %v", c, c)
		}
		if d.base() != base {
			t.Error("the base moved")
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
		_, err := d.pub.Publish(t.Context(), d.minutes(two), PageOptions{})
		var c *ConflictError
		if !errors.As(err, &c) || c.Reason != ReasonEdited || c.Page.User != wikitest.Otto {
			t.Fatalf("got %v", err)
		}
		if got := d.Get(d.title); !strings.Contains(got, "Nachtrag") || strings.Contains(got, "gesät") {
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
		d.wantConflict(d.minutes(two+"\n- und"), ReasonEdited)
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

// A run that was killed after the save and before the base was kept: the next
// one finds its own text and goes on from there.
func TestKilledBeforeTheBase(t *testing.T) {
	d := newDesk(t)
	one, two := d.minutes("## Beet\n\n- umgegraben"), d.minutes("## Beet\n\n- gesät")
	live := d.pub.Writer
	d.pub.Writer = forgetful{live}
	if _, err := d.pub.Publish(t.Context(), one, PageOptions{}); err == nil {
		t.Fatal("a base that cannot be kept is no error")
	}
	d.pub.Writer = live
	d.publish(one, Adopted)
	d.pub.Writer = forgetful{live}
	if _, err := d.pub.Publish(t.Context(), two, PageOptions{}); err == nil {
		t.Fatal("a base that cannot be kept is no error")
	}
	d.pub.Writer = live
	d.publish(two, Unchanged)
	if b := d.base(); b.Markdown != string(two.Markdown()) || len(d.Revisions(d.title)) != 2 {
		t.Errorf("base %+v", b)
	}
}

// forgetful is a Writer whose disk is full.
type forgetful struct{ Writer }

func (forgetful) Keep(string, Base) error { return errors.New("disk full") }

func TestLostAnswer(t *testing.T) {
	d := newDesk(t)
	d.Arm(wikitest.DropAnswer(wikitest.Edits))
	d.publish(d.minutes("## Beet\n\n- umgegraben"), Created)
	d.Arm(wikitest.DropAnswer(wikitest.Edits))
	d.publish(d.minutes("## Beet\n\n- gesät"), Updated)
	if n := len(d.Revisions(d.title)); n != 2 {
		t.Errorf("%d revisions", n)
	}
	d.publish(d.minutes("## Beet\n\n- gesät"), Unchanged)
}

func TestDryRun(t *testing.T) {
	d := newDesk(t)
	dry := &Publisher{Reader: d.pub.Reader, Writer: DryRun{}, Bases: d.pub.Bases, Version: "0.1"}
	one, two := d.minutes("## Beet\n\n- umgegraben"), d.minutes("## Beet\n\n- gesät")
	r, err := dry.Publish(t.Context(), one, PageOptions{})
	if err != nil || r.Outcome != Created || !strings.Contains(r.Diff, "+* umgegraben\n") || d.Exists(d.title) {
		t.Fatalf("%+v, %v", r, err)
	}
	if _, ok, _ := d.pub.Bases.Get(meeting); ok {
		t.Error("a dry run keeps a base")
	}
	d.publish(one, Created)
	r, err = dry.Publish(t.Context(), two, PageOptions{})
	want := "-* umgegraben\n+* gesät\n"
	if err != nil || r.Outcome != Updated || !strings.Contains(r.Diff, want) || !strings.HasPrefix(r.Diff, "diff "+d.title) {
		t.Errorf("%+v, %v", r, err)
	}
	if strings.Contains(d.Get(d.title), "gesät") || d.base().Markdown != string(one.Markdown()) {
		t.Error("a dry run changed something")
	}
	live := d.publish(two, Updated)
	if live.Diff != r.Diff {
		t.Errorf("the dry run said\n%s\nand it was\n%s", r.Diff, live.Diff)
	}
	for _, q := range d.Requests() {
		if q.Action() == "edit" && q.Params.Get("text") == "" {
			t.Error("an edit without text")
		}
	}
}

// A page that telko imported gets nothing of telko's, and an unedited file is
// never published again, whatever today's renderer makes of it.
func TestImportedPages(t *testing.T) {
	d := newDesk(t)
	p := d.minutes("## Beet\n\n- [ ] umgraben (ole) #310306-1", "imported: wikitext")
	o := PageOptions{Before: "A", After: "B", Categories: []string{"C"}, TasksPage: "D"}
	r, err := d.pub.Publish(t.Context(), p, o)
	if err != nil || r.Outcome != Created {
		t.Fatalf("%+v, %v", r, err)
	}
	if got, want := d.Get(d.title), "= Gartentelko =\n\n== Beet ==\n\n* umgraben (ole)"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	b := d.base()
	b.Wikitext = "wie es ein älteres telko schrieb"
	rev := d.Edit(wikitest.Erika, d.title, b.Wikitext)
	b.Revision = rev
	if err := d.pub.Bases.Put(meeting, b); err != nil {
		t.Fatal(err)
	}
	if r, err := d.pub.Publish(t.Context(), p, o); err != nil || r.Outcome != Unchanged || r.WikiChanged {
		t.Errorf("%+v, %v", r, err)
	}
}

// The link to the next telco is written once.
func TestTheLaterTelcoIsLinkedOnce(t *testing.T) {
	d := newDesk(t)
	p := d.minutes("## Beet")
	step := func(after string, want Outcome) {
		t.Helper()
		r, err := d.pub.Publish(t.Context(), p, PageOptions{Before: "Vorher", After: after})
		if err != nil || r.Outcome != want {
			t.Fatalf("%+v, %v; want %s", r, err, want)
		}
	}
	step("", Created)
	step("", Unchanged)
	step("Nachher", Updated)
	step("Nachher", Unchanged)
	step("Noch später", Unchanged)
	if got := d.Get(d.title); !strings.Contains(got, "[[Nachher|nächste Telko]]") || !strings.Contains(got, "[[Vorher|vorige Telko]]") {
		t.Errorf("the page is\n%s", got)
	}
}

func TestBases(t *testing.T) {
	dir := t.TempDir()
	a, b := OpenBases(dir, "https://a.example/api.php"), OpenBases(dir, "https://b.example/api.php")
	want := Base{PageID: 7, Title: "Ä/B", Revision: 9, Wikitext: "x <b>\u2028&\ny", Markdown: "ü\r\n"}
	if err := a.Put(meeting, want); err != nil {
		t.Fatal(err)
	}
	if got, ok, err := a.Get(meeting); err != nil || !ok || got != want {
		t.Errorf("%+v, %v, %v", got, ok, err)
	}
	if _, ok, err := b.Get(meeting); ok || err != nil {
		t.Errorf("another wiki has the base too: %v, %v", ok, err)
	}
	for _, name := range []string{"../x", "", "a/b", "A", "-x"} {
		if err := a.Put(name, want); err == nil {
			t.Errorf("a base for %q", name)
		}
		if _, _, err := a.Get(name); err == nil {
			t.Errorf("a base of %q", name)
		}
	}
	files, err := filepath.Glob(filepath.Join(dir, "wiki", "*", meeting+".json"))
	if err != nil || len(files) != 1 {
		t.Fatalf("files %q, %v", files, err)
	}
	if info, err := os.Stat(files[0]); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	for _, broken := range []string{"", "{", `{"pageid":1}`, "null"} {
		if err := os.WriteFile(files[0], []byte(broken), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, _, err := a.Get(meeting); err == nil || !strings.Contains(err.Error(), files[0]) {
			t.Errorf("%q: got %v", broken, err)
		}
	}
}

// Every kind of a client's error is said in both languages.
func TestExplain(t *testing.T) {
	for k := client.Refused; k <= client.Insecure; k++ {
		err := Explain(&client.Error{Kind: k, Op: "update", Title: "Seite", Info: "Worte des Wikis", Status: 503, Location: "https://x.example/api.php"})
		var said *lang.Error
		var e *client.Error
		if !errors.As(err, &said) || !errors.As(err, &e) || e.Kind != k {
			t.Errorf("%v: %v", k, err)
			continue
		}
		if said.In(lang.German) == said.In(lang.English) {
			t.Errorf("%v: %q in both languages", k, said)
		}
	}
	if err := errors.New("x"); Explain(err) != err {
		t.Error("another error is changed")
	}
}
