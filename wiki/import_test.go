package wiki

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/imports"
	"telko/minutes/lang"
	"telko/tasks/when"
	"telko/wiki/client"
	"telko/wiki/wikitest"
)

// importDesk is a team that begins with telko, and a wiki that holds its minutes.
type importDesk struct {
	t    *testing.T
	ws   *archive.Workspace
	dir  string
	api  string
	page string // pattern of the pages of minutes
}

func newImportDesk(t *testing.T, api, prefix string) *importDesk {
	t.Helper()
	d := &importDesk{t: t, dir: t.TempDir(), api: api, page: prefix + "Telko {date}"}
	settings := archive.DefaultSettings()
	settings.ID, settings.Team = "garten", "Garten"
	settings.Series = []archive.Series{{Key: "gartentelko", Title: "Gartentelko", Page: d.page, Weekday: time.Thursday, Regular: true, Time: when.ClockAt(20, 0)}}
	settings.Wiki.API = api
	root := filepath.Join(d.dir, "ws")
	if err := archive.Init(root, archive.InitOptions{Settings: settings, People: []minutes.Person{{Nick: "mila", Name: "Mila Brandt"}}}); err != nil {
		t.Fatal(err)
	}
	ws, err := archive.Open(root, archive.Options{Now: func() time.Time { return time.Date(2031, 4, 1, 12, 0, 0, 0, time.UTC) }, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ws.Close() })
	d.ws = ws
	return d
}

func (d *importDesk) bases() *Bases { return OpenBases(filepath.Join(d.dir, "state"), d.api) }

// importer is what a run of its own has.
func (d *importDesk) importer() *Importer {
	s := d.ws.Settings()
	return &Importer{Workspace: d.ws, Bases: d.bases(), Options: imports.Options{
		Series: []imports.SeriesHint{{Key: s.Series[0].Key, Title: s.Series[0].Title, Page: s.Series[0].Page}}, DueDays: s.DueDays, TimeZone: s.TimeZone, Lang: s.Lang,
	}}
}

// minutesOf returns a page as a person writes it.
func minutesOf(day, note string) string {
	return "= Gartentelko " + day + " =\n\n== Anwesend ==\n* Mila Brandt (mila)\n\n== Beete ==\n* " + note +
		"\n\n== Planung der nächsten 7 Tage ==\n* Erde bestellen (mila)\n* Gießkannen zählen\n"
}

// pageOf is a page as a wiki, or its dump, has it.
func pageOf(id, revision int, title, text string) client.Page {
	return client.Page{ID: id, Revision: revision, Title: title, Text: client.AsSaved(text), Model: "wikitext"}
}

func (d *importDesk) take(im *Importer, pages ...client.Page) []Import {
	d.t.Helper()
	got, err := im.Take(pages)
	if err != nil {
		d.t.Fatal(err)
	}
	return got
}

// outcomes sums up results for comparison.
func outcomes(all []Import) string {
	var out []string
	for _, r := range all {
		out = append(out, string(r.Outcome)+":"+r.Ref.ID)
	}
	return strings.Join(out, " ")
}

func wantOutcomes(t *testing.T, got []Import, want string) {
	t.Helper()
	if s := outcomes(got); s != want {
		t.Errorf("%s\nwant %s", s, want)
		for _, r := range got {
			if r.Err != nil {
				t.Log(r.Title, r.Err)
			}
		}
	}
}

// A page is known from then on, by its id: as it is, edited since, and when its
// minutes are gone it is imported again.
func TestImportRemembers(t *testing.T) {
	t.Parallel()
	d := newImportDesk(t, "https://wiki.example.org/api.php", "Garten/")
	first := pageOf(7, 20, "Garten/Telko 2031-03-06", minutesOf("06.03.2031", "feucht"))
	got := d.take(d.importer(), first)
	wantOutcomes(t, got, "created:2031-03-06-gartentelko")
	ref := got[0].Ref
	base, ok, err := d.bases().Get(ref.ID)
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	f, err := d.ws.Load(ref)
	if err != nil {
		t.Fatal(err)
	}
	if base.PageID != 7 || base.Revision != 20 || base.Wikitext != first.Text || base.Title != first.Title ||
		base.Page != first.Title || base.Markdown != string(f.Source()) {
		t.Errorf("%+v", base)
	}
	if f.Meeting.Imported != "wikitext" || !strings.Contains(string(f.Source()), "Erde bestellen (mila) #310306-1") {
		t.Errorf("%s", f.Source())
	}
	wantOutcomes(t, d.take(d.importer(), first), "unchanged:2031-03-06-gartentelko")
	moved := first
	moved.Title = "Garten/Archiv/Telko 2031-03-06"
	wantOutcomes(t, d.take(d.importer(), moved), "unchanged:2031-03-06-gartentelko")
	edited := pageOf(7, 21, first.Title, minutesOf("06.03.2031", "sehr feucht"))
	wantOutcomes(t, d.take(d.importer(), edited), "newer:2031-03-06-gartentelko")
	if after, _, _ := d.bases().Get(ref.ID); after != base {
		t.Errorf("the base changed: %+v", after)
	}
}

// Killed before the page was remembered, or imported from a file before: the
// next import finds that the minutes are what the page says.
func TestImportAfterAKill(t *testing.T) {
	t.Parallel()
	d := newImportDesk(t, "https://wiki.example.org/api.php", "Garten/")
	p := pageOf(7, 20, "Garten/Telko 2031-03-06", minutesOf("06.03.2031", "feucht"))
	im := d.importer()
	im.Bases = nil
	wantOutcomes(t, d.take(im, p), "created:2031-03-06-gartentelko")
	if _, ok, _ := d.bases().Get("2031-03-06-gartentelko"); ok {
		t.Fatal("a base of no wiki")
	}
	wantOutcomes(t, d.take(d.importer(), p), "unchanged:2031-03-06-gartentelko")
	if b, ok, err := d.bases().Get("2031-03-06-gartentelko"); !ok || err != nil || b.Revision != 20 {
		t.Errorf("not remembered: %+v, %v", b, err)
	}

	other := pageOf(8, 22, "Garten/Telko 2031-03-13", minutesOf("13.03.2031", "trocken"))
	im = d.importer()
	im.Bases = nil
	d.take(im, other)
	other.Text += "\n* und noch etwas"
	got := d.take(d.importer(), other)
	wantOutcomes(t, got, "disputed:2031-03-13-gartentelko")
	if lang.HintOf(got[0].Err, lang.English) == "" {
		t.Error(got[0].Err)
	}
	if _, ok, _ := d.bases().Get("2031-03-13-gartentelko"); ok {
		t.Error("a base where nobody knows which text counts")
	}
}

// Two pages that would give one name are two meetings, in one run or in two.
func TestImportSameDay(t *testing.T) {
	t.Parallel()
	d := newImportDesk(t, "https://wiki.example.org/api.php", "Garten/")
	a := pageOf(7, 20, "Garten/Telko 2031-03-06", minutesOf("06.03.2031", "feucht"))
	b := pageOf(8, 21, "Garten/Alt/2031-03-06 Gartentelko", minutesOf("06.03.2031", "nass"))
	c := pageOf(9, 22, "Garten/Neu/2031-03-06 Gartentelko", minutesOf("06.03.2031", "klamm"))
	wantOutcomes(t, d.take(d.importer(), a, b, a), "created:2031-03-06-gartentelko created:2031-03-06-gartentelko-2 unchanged:2031-03-06-gartentelko")
	wantOutcomes(t, d.take(d.importer(), c, b), "created:2031-03-06-gartentelko-3 unchanged:2031-03-06-gartentelko-2")
	ref, err := d.ws.Resolve("2031-03-06-gartentelko-3")
	if err != nil {
		t.Fatal(err)
	}
	f, err := d.ws.Load(ref)
	if err != nil || f.Meeting.Page != c.Title || !strings.Contains(string(f.Source()), "#310306-6") {
		t.Errorf("%v, %s, %s", err, f.Meeting.Page, f.Source())
	}
}

// What is no minutes is skipped, with the reason, and keeps nothing else out. A
// dry run writes nothing.
func TestImportSkips(t *testing.T) {
	t.Parallel()
	d := newImportDesk(t, "https://wiki.example.org/api.php", "Garten/")
	redirect := pageOf(5, 18, "Garten/Telko", "#WEITERLEITUNG [[Garten]]")
	redirect.Redirect = true
	log := pageOf(6, 19, "Garten/Log", "x")
	log.Model = "text"
	pages := []client.Page{
		redirect, log, pageOf(7, 20, "Garten/Beete", "Es gibt drei Beete."),
		pageOf(8, 21, "Garten/Telko 2031-03-06", minutesOf("06.03.2031", "feucht")),
	}
	want := "skipped: skipped: skipped: created:2031-03-06-gartentelko"
	dry := d.importer()
	dry.DryRun = true
	got := d.take(dry, pages...)
	if refs, _ := d.ws.Meetings(); len(refs) > 0 || outcomes(got) != "skipped: skipped: skipped: created:" {
		t.Errorf("%s, %v", outcomes(got), refs)
	}
	got = d.take(d.importer(), pages...)
	wantOutcomes(t, got, want)
	for _, r := range got[:3] {
		if r.Err == nil {
			t.Errorf("%s: no reason", r.Title)
		}
	}
}

// From a wiki: hundreds of pages with few requests; broken off, and gone on
// with; and nothing of it is published again.
func TestImportUnder(t *testing.T) {
	t.Parallel()
	w := wikitest.Start(t)
	prefix := w.Title("Garten/")
	const n = 55
	for i := range n {
		day := when.Day(2030, time.January, 3).AddDays(7 * i)
		w.Edit(wikitest.Erika, prefix+"Telko "+day.String(), minutesOf(fmt.Sprintf("%02d.%02d.%d", day.Day, day.Month, day.Year), "feucht"))
	}
	w.Edit(wikitest.Otto, prefix+"Aufgaben", "eigene Liste")
	w.Edit(wikitest.Otto, prefix+"Beete", "Es gibt drei Beete.")
	w.Move(prefix+"Telko 2030-01-03", prefix+"Telko 2030-01-03b")
	w.Move(prefix+"Telko 2030-01-03b", prefix+"Telko 2030-01-02")
	d := newImportDesk(t, w.API, prefix)
	c := importClient(t, w)

	leave := func(title string) bool { return title == prefix+"Aufgaben" }
	ctx, stop := context.WithCancel(t.Context())
	count := map[ImportOutcome]int{}
	err := d.importer().Under(ctx, c, prefix, leave, func(done, of int, r Import) {
		count[r.Outcome]++
		if of != n+3 { // two redirects, and a page that is no minutes
			t.Errorf("of %d", of)
		}
		if r.Outcome == ImportCreated {
			stop() // somebody breaks it off in the first portion
		}
	})
	if !errors.Is(err, context.Canceled) || count[ImportCreated] < 40 || count[ImportCreated] == n {
		t.Errorf("%v, %v", count, err)
	}
	before := len(w.Requests())
	first := count[ImportCreated]
	count = map[ImportOutcome]int{}
	last := 0
	err = d.importer().Under(t.Context(), c, prefix, leave, func(done, of int, r Import) {
		count[r.Outcome]++
		if done != last+1 {
			t.Errorf("%d after %d", done, last)
		}
		last = done
	})
	if err != nil || count[ImportCreated] != n-first || count[ImportUnchanged] != first || count[ImportSkipped] != 3 || last != n+3 {
		t.Errorf("%v, %v", count, err)
	}
	if asked := len(w.Requests()) - before; asked > 3 {
		t.Errorf("%d requests for the rest", asked)
	}
	refs, err := d.ws.Meetings()
	if err != nil || len(refs) != n {
		t.Fatalf("%d meetings, %v", len(refs), err)
	}
	pub := &Publisher{Reader: c, Writer: &Live{c, d.bases()}, Bases: d.bases(), Version: "0.1"}
	for _, ref := range refs[:3] {
		f, err := d.ws.Load(ref)
		if err != nil {
			t.Fatal(err)
		}
		p, err := minutes.NewPublic(f, minutes.PublicOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if r, err := pub.Publish(t.Context(), p, PageOptions{Categories: []string{"Neu"}}); err != nil || r.Outcome != Unchanged {
			t.Errorf("%s: %+v, %v", ref.ID, r, err)
		}
	}
}

func importClient(t *testing.T, w *wikitest.Wiki) *client.Client {
	t.Helper()
	user, password := w.BotLogin()
	c, err := client.New(client.Options{
		API: w.API, Version: "0.1", Now: time.Now,
		Sleep: func(context.Context, time.Duration) error { return nil },
		Credentials: func(context.Context) (client.Credentials, error) {
			return client.Credentials{User: user, Password: password}, nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// By title: what is not there is said, and what is asked for twice is one.
func TestImportPages(t *testing.T) {
	t.Parallel()
	w := wikitest.Start(t)
	title := w.Title("Telko 2031-03-06")
	w.Edit(wikitest.Erika, title, minutesOf("06.03.2031", "feucht"))
	d := newImportDesk(t, w.API, w.Title(""))
	var got []Import
	err := d.importer().Pages(t.Context(), importClient(t, w), []string{title, w.Title("Nichts"), "[[bad"}, func(_, of int, r Import) { got = append(got, r) })
	if err != nil {
		t.Fatal(err)
	}
	wantOutcomes(t, got, "skipped: skipped: created:2031-03-06-gartentelko")
}

// The wiki's own dump gives what the wiki gives, base and all.
func TestImportDump(t *testing.T) {
	t.Parallel()
	w := wikitest.Start(t)
	prefix := w.Title("Garten/")
	title := prefix + "Telko 2031-03-06"
	w.Edit(wikitest.Erika, title, "erst")
	w.Edit(wikitest.Otto, title, minutesOf("06.03.2031", "<nowiki>&amp;</nowiki> \"feucht\" & kühl"))
	w.Edit(wikitest.Otto, prefix+"Beete", "Es gibt drei Beete.")
	var export struct{ Query struct{ Export string } }
	w.Call(wikitest.Erika, &export, "action", "query", "titles", title+"|"+prefix+"Beete", "export", "1")

	d := newImportDesk(t, w.API, prefix)
	var got []Import
	info, err := d.importer().Dump(t.Context(), strings.NewReader(export.Query.Export), DumpOptions{API: w.API}, func(r Import) { got = append(got, r) })
	if err != nil || info.Pages != 2 {
		t.Fatal(info, err)
	}
	if len(got) != 2 || got[0].Outcome == got[1].Outcome || got[0].Outcome != ImportCreated && got[1].Outcome != ImportCreated {
		t.Errorf("%+v", got)
	}
	base, ok, err := d.bases().Get("2031-03-06-gartentelko")
	if err != nil || !ok || base.Wikitext != w.Get(title) || base.Revision != w.Revisions(title)[0].ID {
		t.Errorf("%v, %v, %+v", ok, err, base)
	}
	got = nil
	err = d.importer().Under(t.Context(), importClient(t, w), prefix, nil, func(_, _ int, r Import) { got = append(got, r) })
	if err != nil || len(got) != 2 || !strings.Contains(outcomes(got), "unchanged:2031-03-06-gartentelko") {
		t.Errorf("%s, %v", outcomes(got), err)
	}

	// Of another wiki, the same numbers mean other pages.
	d = newImportDesk(t, "https://wiki.example.org/api.php", prefix)
	_, err = d.importer().Dump(t.Context(), strings.NewReader(export.Query.Export), DumpOptions{API: d.api}, func(Import) {})
	if _, ok, _ := d.bases().Get("2031-03-06-gartentelko"); ok || err != nil {
		t.Errorf("remembered as a page of this wiki; %v", err)
	}
	if refs, _ := d.ws.Meetings(); len(refs) != 1 {
		t.Errorf("%v", refs)
	}
}

// A dump that ends early gives what came before; repeated whole, the rest.
func TestImportDumpCut(t *testing.T) {
	d := newImportDesk(t, "https://wiki.example.org/api.php", "Garten/")
	dump := gardenDump(120)
	count := func(src string, o DumpOptions) (made int, err error) {
		_, err = d.importer().Dump(t.Context(), strings.NewReader(src), o, func(r Import) {
			if r.Outcome == ImportCreated {
				made++
			} else if r.Outcome != ImportUnchanged {
				t.Errorf("%s: %s, %v", r.Title, r.Outcome, r.Err)
			}
		})
		return made, err
	}
	whole := strings.Index(dump[len(dump)*2/3:], "<page>") + len(dump)*2/3
	first, err := count(dump[:whole+100], DumpOptions{API: d.api})
	if err == nil || first != strings.Count(dump[:whole], "<page>") {
		t.Errorf("%d, %v", first, err)
	}
	rest, err := count(dump, DumpOptions{API: d.api, Want: func(title string) bool { return !strings.HasSuffix(title, "2031-01-02") }})
	if err != nil || first+rest != 120 {
		t.Errorf("%d and %d, %v", first, rest, err)
	}
}

// gardenDump is a dump of n weeks of minutes.
func gardenDump(n int) string {
	var b strings.Builder
	b.WriteString("<mediawiki><siteinfo><base>https://wiki.example.org/wiki/Hauptseite</base></siteinfo>\n")
	for i := range n {
		day := when.Day(2031, time.January, 2).AddDays(7 * i)
		fmt.Fprintf(&b, "<page><title>Garten/Telko %s</title><ns>0</ns><id>%d</id><revision><id>%d</id><text>%s</text></revision></page>\n",
			day, i+10, i+100, client.AsSaved(minutesOf(fmt.Sprintf("%02d.%02d.%d", day.Day, day.Month, day.Year), "feucht")))
	}
	return b.String() + "</mediawiki>\n"
}

// A disk that takes no more ends the run with its error, and nobody waits for
// whoever is gone.
func TestImportDumpFails(t *testing.T) {
	d := newImportDesk(t, "https://wiki.example.org/api.php", "Garten/")
	im := d.importer()
	ctx, stop := context.WithCancel(t.Context())
	_, err := im.Dump(ctx, strings.NewReader(gardenDump(300)), DumpOptions{API: d.api}, func(Import) { stop() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestSameWiki(t *testing.T) {
	for _, c := range []struct {
		api, base string
		want      bool
	}{
		{"https://wiki.example.org/api.php", "http://wiki.example.org/wiki/Hauptseite", true},
		{"http://127.0.0.1:8080/api.php", "http://127.0.0.1:9090/index.php/Hauptseite", true},
		{"https://wiki.example.org/api.php", "https://wiki.example.com/wiki/Hauptseite", false},
		{"https://wiki.example.org/api.php", "", false},
		{"", "", false},
	} {
		if got := SameWiki(c.api, c.base); got != c.want {
			t.Errorf("%s and %s: %v", c.api, c.base, got)
		}
	}
}
