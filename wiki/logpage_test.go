package wiki

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/wiki/client"
	"telko/wiki/wikitest"

	"telko/minutes"
)

// shed is a machine with a workspace of its own, whose log is on the wiki.
type shed struct {
	t     *testing.T
	ws    *archive.Workspace
	pages *LogPages
	who   string
}

// PublicLog implements LogSource.
func (s *shed) PublicLog() (minutes.PublicLog, error) {
	ps, _, err := s.ws.Publics()
	if err != nil {
		return minutes.PublicLog{}, err
	}
	return s.ws.PublicLog(ps)
}

// Take implements LogSource.
func (s *shed) Take(evs []tasks.Event) ([]tasks.Event, error) { return s.ws.Take(evs, nil) }

const shedMinutes = "---\nseries: gartentelko\ndate: 2031-03-06\nstart: 20:00\nstatus: final\n---\n\n# Gartentelko\n\n## Beete\n\n" +
	"- [ ] Gießkanne holen (lene) #310306-1\n- [ ] Zaun streichen (ole) #310306-2\n"

func newShed(t *testing.T, w *wikitest.Wiki, title, who string, settings ...string) *shed {
	t.Helper()
	root := t.TempDir()
	files := map[string]string{
		"telko.toml": "id = \"garten\"\nteam = \"Garten\"\n[series.gartentelko]\ntitle = \"Gartentelko\"\n[wiki]\napi = \"" + w.API +
			"\"\nlog-page = \"" + title + "\"\n" + strings.Join(append(settings, ""), "\n"),
		"people.toml":                            "[[person]]\nnick = \"lene\"\nname = \"Lene Vogt\"\nemail = \"lene@garten.example\"\n[[person]]\nnick = \"ole\"\nname = \"Ole Brandt\"\n",
		"minutes/2031/2031-03-06-gartentelko.md": shedMinutes,
	}
	for name, text := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	now := func() time.Time { return time.Date(2031, 3, 10, 12, 0, 0, 0, time.UTC) }
	ws, err := archive.Open(root, archive.Options{Now: now, LockWait: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ws.Close() })
	user, password := w.BotLogin()
	c, err := client.New(client.Options{
		API: w.API, Version: "0.1", Now: time.Now, Sleep: pauseFor,
		Credentials: func(context.Context) (client.Credentials, error) {
			return client.Credentials{User: user, Password: password}, nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	state := t.TempDir()
	return &shed{t: t, ws: ws, who: who, pages: &LogPages{
		Wiki: c, States: OpenPageStates(state, w.API), Log: OpenLogState(state, w.API), Title: title, Version: "0.1",
		Lang: lang.German, Now: now, Sleep: pauseFor, Random: rand.Float64,
	}}
}

// pauseFor waits a hundredth of d.
func pauseFor(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d / 100):
		return nil
	}
}

// note writes a note into the log of this machine.
func (s *shed) note(id tasks.ID, text string, at time.Time) {
	s.t.Helper()
	if err := s.ws.Append(tasks.Event{At: at, By: s.who, ID: id, Verb: tasks.Note, Text: text}); err != nil {
		s.t.Fatal(err)
	}
}

func (s *shed) sync() (LogResult, error) {
	s.t.Helper()
	log, err := s.PublicLog()
	if err != nil {
		s.t.Fatal(err)
	}
	looks, err := s.pages.Wiki.LooksByTitle(s.t.Context(), s.pages.Titles(log))
	if err != nil {
		s.t.Fatal(err)
	}
	return s.pages.Sync(s.t.Context(), s, looks)
}

// log returns the lines of this machine's log.
func (s *shed) log() string {
	b, err := os.ReadFile(filepath.Join(s.ws.Root(), "tasks.log"))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		s.t.Fatal(err)
	}
	return string(b)
}

func day2031(m time.Month, d, h int) time.Time {
	return time.Date(2031, m, d, h, 0, 0, 0, time.FixedZone("", 3600))
}

func TestLogPage(t *testing.T) {
	t.Parallel()
	w := wikitest.Start(t)
	title := w.Title("Log")
	a, b := newShed(t, w, title, "lene"), newShed(t, w, title, "ole")
	wild := "~~~~ {{subst:PAGENAME}} [[X (y)|]] {{nobots}} <nowiki> cafe\u0301 ''x'' \u00a0 Ende"
	a.note("310306-1", wild, day2031(3, 7, 9))
	a.note("310306-2", "voriges Jahr", time.Date(2030, 12, 31, 23, 59, 0, 0, time.UTC))
	b.note("310306-2", "Farbe da", day2031(3, 8, 9))
	b.note("310306-2", "lange her", time.Date(2030, 12, 30, 0, 0, 0, 0, time.UTC))
	for i, c := range []struct {
		s                 *shed
		sent, taken, left int
	}{{a, 2, 0, 0}, {b, 2, 2, 0}, {a, 0, 2, 0}, {b, 0, 0, 0}, {a, 0, 0, 0}} {
		r, err := c.s.sync()
		if err != nil || r.Sent != c.sent || len(r.Taken) != c.taken || r.Left != c.left || len(r.Bad) != 0 {
			t.Errorf("%d: %+v, %v", i, r, err)
		}
	}
	page := w.Get(title + "/2031")
	if want := "2031-03-07T09:00:00+01:00 lene 310306-1 note ~~~~ {{subst:PAGENAME}} [[X (y)|]] {{nobots}} <nowiki> café ''x'' \u00a0 Ende\n" +
		"2031-03-08T09:00:00+01:00 ole 310306-2 note Farbe da"; page != want {
		t.Errorf("%q\nwant\n%q", page, want)
	}
	if got := w.Get(title + "/2030"); got != "2030-12-31T23:59:00Z lene 310306-2 note voriges Jahr\n2030-12-30T00:00:00Z ole 310306-2 note lange her" {
		t.Errorf("%q", got)
	}
	for _, s := range []*shed{a, b} {
		if n := strings.Count(s.log(), "\n"); n != 4 {
			t.Errorf("%s has %d lines:\n%s", s.who, n, s.log())
		}
		if at, left := s.pages.Log.Get(); !at.Equal(s.pages.Now()) || left != 0 {
			t.Errorf("%s: %v, %d", s.who, at, left)
		}
	}
	// Nothing new is no request but the looks.
	n := len(w.Requests())
	if r, err := a.sync(); err != nil || r.Sent+len(r.Taken) > 0 || len(w.Requests()) != n+1 {
		t.Errorf("%+v %v, %d requests", r, err, len(w.Requests())-n)
	}
	// What a person wrote there stays; what is no event is counted.
	w.Edit(wikitest.Erika, title+"/2030", w.Get(title+"/2030")+"\nals wir noch jung waren")
	w.Edit(wikitest.Erika, title+"/2031", "Nicht ändern!\n"+page)
	a.note("310306-1", "noch etwas", day2031(3, 9, 9))
	r, err := a.sync()
	if err != nil || r.Sent != 1 || len(r.Bad) != 2 || r.Bad[0].File != title+"/2030" || r.Bad[0].Line != 3 ||
		r.Bad[1].File != title+"/2031" || r.Bad[1].Line != 1 {
		t.Errorf("%+v %v", r, err)
	}
	if got := w.Get(title + "/2031"); got != "Nicht ändern!\n"+page+"\n2031-03-09T09:00:00+01:00 lene 310306-1 note noch etwas" {
		t.Errorf("%q", got)
	}
	// A person who deletes lines loses nothing that a machine knows.
	w.Edit(wikitest.Otto, title+"/2031", "Nicht ändern!")
	if r, err := a.sync(); err != nil || r.Sent != 3 {
		t.Errorf("%+v %v", r, err)
	}
}

func TestLogPageModel(t *testing.T) {
	t.Parallel()
	w := wikitest.Start(t)
	s := newShed(t, w, w.Title("Log"), "lene")
	w.Edit(wikitest.Erika, w.Title("Log")+"/2031", "* Wikitext")
	s.note("310306-1", "a", day2031(3, 7, 9))
	r, err := s.sync()
	var conflict *ConflictError
	if !errors.As(err, &conflict) || conflict.Reason != ReasonModel || r.Left != 1 {
		t.Errorf("%+v %v", r, err)
	}
	if got := w.Get(w.Title("Log") + "/2031"); got != "* Wikitext" {
		t.Errorf("%q", got)
	}
}

// What must not leave the machine does not: neither private tasks, nor names
// where nicks are shown, nor addresses, nor marks by which they could be
// guessed.
func TestLogPagePrivate(t *testing.T) {
	t.Parallel()
	w := wikitest.Start(t)
	s := newShed(t, w, w.Title("Log"), "lene", `names = "nick"`)
	ref, err := s.ws.Resolve("2031-03-06-gartentelko")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.ws.Edit(ref, func(old []byte) ([]byte, error) {
		return append(old, "- [ ] Ole Brandt anrufen (lene)\n- [ ] Schild <!-- Kosten: 4711 --> malen (lene)\n"...), nil
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.ws.EditPrivate(ref, func([]byte) ([]byte, error) {
		return []byte("---\nseries: gartentelko\ndate: 2031-03-06\n---\n\n# Gartentelko\n\n## Pacht\n\n- [ ] kündigen (ole)\n"), nil
	}); err != nil {
		t.Fatal(err)
	}
	for i, text := range []string{
		"Lene Vogt fragt", "lene@garten.example", "**Lene** <!-- x --> Vogt", "LENE  VOGT", "Lene_Vogt", "Lene%20Vogt", "Lene&nbsp;Vogt",
		"ok <!-- geheim", "<!-- geheim -->",
	} {
		s.note("310306-1", text, day2031(3, 7, i))
	}
	for _, id := range []tasks.ID{"310306-5", "310306-77"} { // private, and of no minutes
		s.note(id, "geheimnis", day2031(3, 8, 1))
	}
	if _, err := s.ws.Add(tasks.Task{Text: "Ole Brandt grüßen", Assignees: []tasks.Assignee{{Nick: "lene"}}}, "lene"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.sync(); err != nil {
		t.Fatal(err)
	}
	page := w.Get(w.Title("Log") + "/2031")
	for _, never := range []string{"Vogt", "VOGT", "Brandt", "garten.example", "geheim", "310306-5", "310306-77", "4711", tasks.Digest("Ole Brandt anrufen"), tasks.Digest("Ole Brandt grüßen"), tasks.Digest("Schild <!-- Kosten: 4711 --> malen")} {
		if strings.Contains(page, never) {
			t.Errorf("%q is there:\n%s", never, page)
		}
	}
	for _, there := range []string{"310306-1 note lene fragt", "310306-1 note ok", "310306-3 add " + tasks.Digest("ole anrufen"), "ole grüßen"} {
		if !strings.Contains(page, there) {
			t.Errorf("no %q:\n%s", there, page)
		}
	}
	// The same line in another form is not taken back.
	before := s.log()
	if r, err := s.sync(); err != nil || len(r.Taken) != 0 || s.log() != before {
		t.Errorf("%+v %v", r, err)
	}
}

// Two hundred events from four machines that all write at once are all kept,
// on the wiki and on every machine, whether the wiki merges or not.
func TestLogPageCrowd(t *testing.T) {
	t.Parallel()
	w := wikitest.Start(t)
	title := w.Title("Log")
	const machines, each = 4, 50
	var all []*shed
	for m := range machines {
		all = append(all, newShed(t, w, title, fmt.Sprintf("m%d", m)))
	}
	var wg sync.WaitGroup
	for m, s := range all {
		wg.Go(func() {
			for i := range each {
				s.note("310306-1", fmt.Sprintf("Nummer %d", i), day2031(3, 7, 0).Add(time.Duration(i*machines+m)*time.Second))
				if _, err := s.sync(); err != nil {
					t.Errorf("%s: %v", s.who, err)
				}
			}
		})
	}
	wg.Wait()
	lines := strings.Split(w.Get(title+"/2031"), "\n")
	seen := map[string]int{}
	for _, l := range lines {
		seen[l]++
	}
	if len(lines) != machines*each || len(seen) != machines*each {
		t.Errorf("%d lines, %d different, want %d", len(lines), len(seen), machines*each)
	}
	for _, s := range all {
		if _, err := s.sync(); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(s.log(), " note Nummer "); n != machines*each {
			t.Errorf("%s has %d", s.who, n)
		}
	}
}

// A machine that cannot send keeps what it has, and the next run sends it once.
func TestLogPageQueue(t *testing.T) {
	t.Parallel()
	w := wikitest.Start(t)
	s := newShed(t, w, w.Title("Log"), "lene")
	s.note("310306-1", "a", day2031(3, 7, 9))
	w.Arm(wikitest.APIError(wikitest.Edits, "protectedpage"))
	if r, err := s.sync(); err == nil || r.Left != 1 {
		t.Errorf("%+v %v", r, err)
	}
	s.note("310306-1", "b", day2031(3, 7, 10))
	ctx, cancel := context.WithCancel(t.Context())
	w.Arm(wikitest.Meanwhile(wikitest.Edits, cancel))
	if r, err := s.pages.Sync(ctx, s, nil); err == nil || r.Left != 2 {
		t.Errorf("%+v %v", r, err)
	}
	if at, left := s.pages.Log.Get(); left != 2 || !at.IsZero() {
		t.Errorf("%v %d", at, left)
	}
	// Saved, but nobody heard of it. What was cancelled may have been saved too,
	// so there is more to send.
	s.note("310306-1", "c", day2031(3, 7, 11))
	w.Arm(wikitest.DropAnswer(wikitest.Edits))
	if r, err := s.sync(); err != nil || r.Left != 0 {
		t.Errorf("%+v %v", r, err)
	}
	if got := w.Get(w.Title("Log") + "/2031"); strings.Count(got, "\n") != 2 {
		t.Errorf("%q", got)
	}
}
