package wiki

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/wiki/client"
	"telko/wiki/wikitest"
)

const hutMinutes = `---
series: gartentelko
date: 2031-03-06
start: 20:00
status: final
---

# Gartentelko 06.03.2031

## Anwesend

- Lene Vogt (lene)
- Ole Brandt (ole)

## Beete

- [ ] Gießkanne holen, Lene Vogt fragen (lene) bis 08.03.2031 #310306-1
- [ ] Zaun **streichen** (ole, lene?) bis 20.03.2031 #310306-2

## Anträge

### Antrag 1: Ein [[Kompost]] für | alle #M310306-1

**Antragsteller:** Ole Brandt

Der Verein möge einen Kompost anlegen.

> **Antwort:** Gute Sache.

**Abstimmung:** 5 dafür, 1 dagegen, 2 Enthaltungen

**Beschluss:** angenommen

### Antrag 2: ''Hühner'' #M310306-2

**Antragsteller:** Gesine Pohl

Der Verein möge Hühner halten.
`

const hutPrivate = "---\nseries: gartentelko\ndate: 2031-03-06\n---\n\n# Gartentelko\n\n## Pachtstreit\n\n- [ ] Anwalt Schnepfe anrufen (ole) #310306-3\n\n" +
	"## Anträge\n\n### Antrag 3: Rauswurf #M310306-3\n\nDer Verein möge Herrn Schnepfe ausschließen.\n"

const hutAgenda = "---\nseries: gartentelko\ndate: 2031-03-13\nstatus: agenda\n---\n\n# Gartentelko 13.03.2031\n\n## Überraschung\n\n- [ ] Torte backen (lene) #310313-1\n"

const hutMarked = "---\nseries: gartentelko\ndate: 2031-02-06\nstatus: final\n---\n\n# Gartentelko 06.02.2031\n\n## Kasse {privat}\n\n- [ ] Kassenloch melden (lene) #310206-1\n"

// hut is a workspace with its desk; pages are below the test's prefix.
func hut(t *testing.T, w *wikitest.Wiki, names string) *Desk {
	t.Helper()
	root := t.TempDir()
	for name, text := range map[string]string{
		"telko.toml": "id = \"hut\"\nteam = \"Garten\"\n[series.gartentelko]\ntitle = \"Gartentelko\"\npage = \"" + w.Title("{date}") + "\"\n[wiki]\napi = \"" + w.API +
			"\"\nindex-page = \"" + w.Title("Protokolle") + "\"\ntasks-page = \"" + w.Title("Aufgaben") + "\"\nmotions-page = \"" + w.Title("Anträge") +
			"\"\nlog-page = \"" + w.Title("Log") + "\"\nnames = \"" + names + "\"\n",
		"people.toml":                                    "[[person]]\nnick = \"lene\"\nname = \"Lene Vogt\"\nemail = \"lene@garten.example\"\n[[person]]\nnick = \"ole\"\nname = \"Ole Brandt\"\n[[person]]\nnick = \"gesine\"\nname = \"Gesine Pohl\"\n",
		"minutes/2031/2031-03-06-gartentelko.md":         hutMinutes,
		"minutes/2031/2031-03-06-gartentelko.private.md": hutPrivate,
		"minutes/2031/2031-03-13-gartentelko.md":         hutAgenda,
		"minutes/2031/2031-02-06-gartentelko.md":         hutMarked,
		"minutes/2030/2030-12-04-gartentelko.md":         "---\nseries: gartentelko\ndate: 2030-12-04\nstatus: draft\n---\n\n# Weihnachtstelko\n\n## Plätzchen\n",
		"private.log":                                    "2031-03-07T10:00:00Z ole 310306-3 note Schnepfe ist verreist\n",
		"tasks.log":                                      "2031-03-07T10:00:00Z ole 310306-3 note Schnepfe ist da\n2031-03-07T11:00:00Z ole 310306-2 wait Lene Vogt hat den Pinsel\n",
	} {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(text), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	now := func() time.Time { return time.Date(2031, 3, 10, 12, 0, 0, 0, time.UTC) }
	ws, err := archive.Open(root, archive.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ws.Close() })
	user, password := w.BotLogin()
	c, err := client.New(client.Options{API: w.API, Version: "0.1", Now: time.Now, Sleep: pauseFor, Credentials: func(context.Context) (client.Credentials, error) {
		return client.Credentials{User: user, Password: password}, nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	return OpenDesk(ws, c, t.TempDir(), "0.1")
}

// syncPages syncs and returns what became of the pages, by kind.
func syncPages(t *testing.T, d *Desk, o PagesOptions) map[string]OwnPage {
	t.Helper()
	o.Sleep, o.Random = pauseFor, rand.Float64
	got := map[string]OwnPage{}
	if err := d.SyncPages(t.Context(), o, func(p OwnPage) { got[p.Kind] = p }); err != nil {
		t.Fatal(err)
	}
	return got
}

var both = PagesOptions{Pull: true, Publish: true}

func TestSyncPages(t *testing.T) {
	t.Parallel()
	w := wikitest.Start(t)
	d := hut(t, w, "full")
	dry := both
	dry.DryRun = true
	for kind, p := range syncPages(t, d, dry) {
		if p.Err != nil || kind != "log" && (p.Outcome != Created || p.Diff == "") || w.Exists(p.Title) {
			t.Errorf("%s: %+v", kind, p)
		}
	}
	for kind, p := range syncPages(t, d, both) {
		if p.Err != nil || kind != "log" && p.Outcome != Created || kind == "log" && p.Log.Sent != 1 {
			t.Errorf("%s: %+v", kind, p)
		}
	}
	for name, file := range map[string]string{"Protokolle": "index_page.wiki", "Anträge": "motions_page.wiki", "Aufgaben": "hut_tasks.wiki"} {
		golden(t, file, strings.ReplaceAll(w.Get(w.Title(name)), w.Prefix, "T")+"\n")
	}
	// Unchanged, all of it is one request.
	n := len(w.Requests())
	for kind, p := range syncPages(t, d, both) {
		if p.Err != nil || p.Outcome != Unchanged {
			t.Errorf("%s: %+v", kind, p)
		}
	}
	if now := len(w.Requests()); now != n+1 {
		t.Errorf("%d requests", now-n)
	}
	// Pulling alone takes what people did, and writes nothing.
	text := w.Get(w.Title("Aufgaben"))
	w.Edit(wikitest.Otto, w.Title("Aufgaben"), strings.Replace(text, "☐ '''überfällig'''", "☑", 1))
	revs := len(w.Revisions(w.Title("Aufgaben")))
	if p := syncPages(t, d, PagesOptions{Pull: true})["tasks"]; p.Err != nil || len(p.Events) != 1 || p.Events[0].By != "wiki:Otto" {
		t.Errorf("%+v", p)
	}
	if now := len(w.Revisions(w.Title("Aufgaben"))); now != revs {
		t.Errorf("%d revisions", now-revs)
	}
	if task, err := d.Workspace.Task("310306-1"); err != nil || task.State != "done" {
		t.Errorf("%+v %v", task, err)
	}
	if p := syncPages(t, d, both)["tasks"]; p.Err != nil || p.Outcome != Updated || len(p.Events) != 0 {
		t.Errorf("%+v", p)
	}
	// One page that cannot be written keeps no other from it.
	w.Edit(wikitest.Otto, w.Title("Protokolle"), "Unsere Protokolle\n* [[Fremdes]]")
	got := syncPages(t, d, both)
	var conflict *ConflictError
	if !errors.As(got["index"].Err, &conflict) || conflict.Reason != ReasonMarks || got["tasks"].Err != nil || lang.HintOf(got["index"].Err, lang.English) == "" {
		t.Errorf("%+v", got)
	}
}

// What somebody ticks off on the page of tasks is in the log on the wiki after the
// same run: others may never look at that page.
func TestTicksReachTheLog(t *testing.T) {
	t.Parallel()
	w := wikitest.Start(t)
	d := hut(t, w, "full")
	syncPages(t, d, both)
	title := w.Title("Aufgaben")
	w.Edit(wikitest.Otto, title, strings.Replace(w.Get(title), "☐ '''überfällig'''", "☑", 1))
	if p := syncPages(t, d, both)["tasks"]; p.Err != nil || len(p.Events) != 1 {
		t.Errorf("%+v", p)
	}
	year := w.Revisions(title)[1].Time.UTC().Format("2006") // the event's instant is the revision's
	if log := w.Get(w.Title("Log/" + year)); !strings.Contains(log, "wiki:Otto 310306-1 done") {
		t.Errorf("the log of %s says\n%s", year, log)
	}
}

// While something keeps a meeting from being published, or as long as it is not,
// the lists show it as it is on the wiki; a topic that is marked as private is
// shown no more.
func TestListsShowWhatIsPublished(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, old, new, tasks, motions string
	}{
		{"as it is", "", "", "Gießkanne Zaun", "2"},
		{"a heading that stops it", "## Anträge", "## Anträge {wohin?}", "Gießkanne Zaun", "0"},
		{"a topic is private", "## Beete", "## Beete {privat}", "", "2"},
		{"a comment that hides all behind it", "## Beete", "<!-- ## Beete", "", "0"},
		{"it cannot be read", "date: 2031", "date: morgen", "Gießkanne Zaun", "2"},
		{"not published yet", "Zaun **streichen**", "Hecke schneiden", "Gießkanne Zaun", "2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := hut(t, &wikitest.Wiki{Prefix: "T", API: "https://wiki.example.org/api.php"}, "full")
			ref, err := d.Workspace.Resolve("2031-03-06-gartentelko")
			if err != nil {
				t.Fatal(err)
			}
			f, err := d.Files.Load(ref)
			if err != nil {
				t.Fatal(err)
			}
			p, err := d.public(f)
			if err != nil {
				t.Fatal(err)
			}
			if err := d.Bases.Put(ref.ID, Base{PageID: 1, Title: "T/06", Revision: 1, Wikitext: "x", Markdown: string(p.Markdown())}); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(d.Workspace.Root(), filepath.FromSlash(ref.Path))
			if err := os.WriteFile(path, []byte(strings.Replace(hutMinutes, c.old, c.new, 1)), 0o666); err != nil {
				t.Fatal(err)
			}
			s := &ownPages{ws: d.Workspace}
			if err := s.gather(d); err != nil {
				t.Fatal(err)
			}
			ts, err := s.PublicTasks()
			if err != nil {
				t.Fatal(err)
			}
			var shown []string
			for _, task := range ts.All() {
				if task.Meeting == ref.ID {
					shown = append(shown, strings.Fields(strings.ReplaceAll(task.Text, ",", ""))[0])
				}
			}
			ms, err := d.Workspace.PublicMotionsOf(s.ended())
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(shown, " "); got != c.tasks || strconv.Itoa(len(ms.All())) != c.motions {
				t.Errorf("tasks %q, %d motions", got, len(ms.All()))
			}
			if list := indexText(s.entries, lang.German); !strings.Contains(list, "[[T/06|06.03.2031") {
				t.Errorf("%s", list)
			}
		})
	}
}

// A list that the wiki merged with an edit that asks bots to stay away is told,
// and left alone from then on.
func TestListMergedWithNobots(t *testing.T) {
	t.Parallel()
	w := wikitest.Start(t)
	w.Configure(mergesEdits)
	d := hut(t, w, "full")
	title := w.Title("Aufgaben")
	syncPages(t, d, both)
	if err := d.Workspace.Append(tasks.Event{At: d.Workspace.Now(), By: "ole", ID: "310306-2", Verb: tasks.Resume}); err != nil {
		t.Fatal(err)
	}
	w.Arm(wikitest.Meanwhile(func(r wikitest.Request) bool {
		return wikitest.Edits(r) && r.Params.Get("pageid") != "" && strings.Contains(r.Params.Get("text"), tasksMark)
	}, func() { w.Edit(wikitest.Otto, title, "{{nobots}}\n"+w.Get(title)) }))
	excluded := func(p OwnPage) bool {
		var e *client.Error
		return errors.As(p.Err, &e) && e.Kind == client.Excluded
	}
	if p := syncPages(t, d, both)["tasks"]; !excluded(p) {
		t.Errorf("%+v", p)
	}
	revs := w.Revisions(title)
	if len(revs) != 3 || revs[0].User != wikitest.Bot || !strings.Contains(revs[0].Text, "{{nobots}}") {
		t.Fatalf("%d revisions, the last by %s:\n%s", len(revs), revs[0].User, revs[0].Text)
	}
	if err := d.Workspace.Append(tasks.Event{At: d.Workspace.Now(), By: "ole", ID: "310306-2", Verb: tasks.DoneV}); err != nil {
		t.Fatal(err)
	}
	if p := syncPages(t, d, both)["tasks"]; !excluded(p) || len(w.Revisions(title)) != 3 {
		t.Errorf("%+v, %d revisions", p, len(w.Revisions(title)))
	}
}

// A person's own line in the list of minutes goes below it.
func TestIndexPageStray(t *testing.T) {
	t.Parallel()
	w := wikitest.Start(t)
	d := hut(t, w, "full")
	title := w.Title("Protokolle")
	syncPages(t, d, both)
	text := w.Get(title)
	w.Edit(wikitest.Otto, title, strings.Replace(text, "== 2030 ==", "* [[Vereinsfest]]\n== 2030 ==\n* zur Not [[hier]]", 1))
	p := syncPages(t, d, both)["index"]
	if got := w.Get(title); p.Err != nil || got != text+"\n* [[Vereinsfest]]\n* zur Not [[hier]]" {
		t.Errorf("%v\n%s", p.Err, got)
	}
	if p := syncPages(t, d, both)["index"]; p.Outcome != Unchanged {
		t.Errorf("%+v", p)
	}
}

// Nothing that is private, and with names = "nick" no name, is on any page, in
// any summary, or in anything that is sent.
func TestSyncPagesPrivate(t *testing.T) {
	t.Parallel()
	w := wikitest.Start(t)
	d := hut(t, w, "nick")
	for kind, p := range syncPages(t, d, both) {
		if p.Err != nil {
			t.Errorf("%s: %v", kind, p.Err)
		}
	}
	for _, r := range w.Requests() {
		for key, values := range r.Params {
			for _, never := range []string{"Schnepfe", "Pacht", "Rauswurf", "Torte", "Kasse", "Vogt", "Brandt", "Pohl", "garten.example", "310306-3", "310313", "310206"} {
				if strings.Contains(strings.Join(values, " "), never) {
					t.Errorf("%s of %s holds %s", key, r.Action(), never)
				}
			}
		}
	}
	for name, want := range map[string]string{"Aufgaben": "lene fragen", "Anträge": "|| ole ||", "Protokolle": "06.03.2031", "Log/2031": "310306-2 wait lene hat"} {
		if got := w.Get(w.Title(name)); !strings.Contains(got, want) {
			t.Errorf("no %q on %s:\n%s", want, name, got)
		}
	}
}
