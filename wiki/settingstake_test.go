package wiki

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"telko/minutes/archive"
	"telko/wiki/client"
)

const sharedText = `team = "Garten"
language = "de"
timezone = "Europe/Berlin"
due-days = 7

[series.beet]
title = "Beettelko"
page = "Garten/{date}"
time = "20:00"

[wiki]
index-page = "Garten"
log-page = "Garten/Log"

[[person]]
nick = "mila"
name = "Mila Brandt"

[[person]]
nick = "oke"`

// sharer is a workspace that is made of shared settings.
type sharer struct {
	*SharedSettings
	t    *testing.T
	root string
}

func newSharer(t *testing.T) *sharer {
	t.Helper()
	s := &sharer{t: t, root: t.TempDir()}
	settings, people, err := archive.ReadShared("x", []byte(sharedText))
	if err != nil {
		t.Fatal(err)
	}
	settings.Wiki.API, settings.Wiki.LogOnly = "https://wiki.example.org/api.php", true
	if err := archive.Init(s.root, archive.InitOptions{Settings: settings, People: people}); err != nil {
		t.Fatal(err)
	}
	s.open()
	if err := s.Made(settingsPageOf(sharedText)); err != nil {
		t.Fatal(err)
	}
	return s
}

// open opens the workspace as a run does.
func (s *sharer) open() {
	s.t.Helper()
	ws, err := archive.Open(s.root, archive.Options{Now: func() time.Time { return time.Date(2031, 4, 1, 12, 0, 0, 0, time.UTC) }})
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { ws.Close() })
	s.SharedSettings = &SharedSettings{Workspace: ws, States: OpenPageStates(filepath.Join(s.root, ".state"), "https://wiki.example.org/api.php")}
}

func settingsPageOf(text string) client.Page {
	return client.Page{ID: 7, Revision: 20, Title: "Garten/telko", Model: "text", Text: text, User: "Protokollbot"}
}

func (s *sharer) change(name, old, by string) {
	s.t.Helper()
	path := filepath.Join(s.root, name)
	src, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(src), old) {
		s.t.Fatalf("%v, %s", err, src)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(src), old, by, 1)), 0o666); err != nil {
		s.t.Fatal(err)
	}
}

// files returns both files as one text.
func (s *sharer) files() string {
	s.t.Helper()
	settings, people, err := s.Workspace.Configuration()
	if err != nil {
		s.t.Fatal(err)
	}
	return string(settings) + string(people)
}

// What the team changes comes into the workspace, beside what was changed there.
func TestTakeSettings(t *testing.T) {
	t.Parallel()
	const emma = "\n\n[[person]]\nnick = \"emma\""
	grown := strings.Replace(sharedText, "due-days = 7", "due-days = 14", 1) + emma
	for _, c := range []struct {
		name, file, old, by string // what is changed in the workspace
		page                string
		changed             bool
		err                 string
		has, not            []string
	}{
		{name: "nothing new", page: sharedText},
		{name: "new", page: grown, changed: true, has: []string{"due-days = 14", `nick = "emma"`, `writes = "log"`, `api = "https://wiki.example.org/api.php"`}},
		{
			name: "both", file: archive.PeopleFile, old: `name = "Mila Brandt"`, by: "name = \"Mila Brandt\"\nemail = \"mila@example.org\"",
			page: grown, changed: true, has: []string{"due-days = 14", `nick = "emma"`, `email = "mila@example.org"`},
		},
		{
			name: "the same line", file: archive.SettingsFile, old: "due-days = 7", by: "due-days = 3",
			page: grown, err: "cannot be merged", has: []string{"due-days = 3"}, not: []string{"emma"},
		},
		{
			name: "not to be read together", file: archive.PeopleFile, old: "# ", by: "# x\n[[person]]\nnick = \"emma\"\n\n# ",
			page: grown, err: "cannot be merged", not: []string{"due-days = 14"},
		},
		{name: "taken over by hand", file: archive.SettingsFile, old: "due-days = 7", by: "due-days = 14", page: grown, changed: true, has: []string{`nick = "emma"`}},
		{name: "not to be read", page: "team = ", err: "Garten/telko:1"},
		{name: "emptied", page: "", err: "index-page"},
		{name: "of another list", page: strings.Replace(grown, `index-page = "Garten"`, `index-page = "Hof"`, 1), err: "index-page"},
		{name: "without a log", page: strings.Replace(grown, `log-page = "Garten/Log"`, "", 1), err: "log-page"},
		{name: "the title written otherwise", page: strings.Replace(grown, `index-page = "Garten"`, `index-page = "garten"`, 1), changed: true, has: []string{`nick = "emma"`}},
		{name: "what may not be shared", page: grown + "\nemail = \"emma@example.org\"\n", changed: true, has: []string{`nick = "emma"`}, not: []string{"emma@"}},
		{name: "another api", page: strings.Replace(grown, "[wiki]", "[wiki]\napi = \"https://evil.example.org/api.php\"\nwrites = \"all\"", 1), changed: true, has: []string{`writes = "log"`}, not: []string{"evil"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newSharer(t)
			if c.file != "" {
				s.change(c.file, c.old, c.by)
			}
			before := s.files()
			changed, err := s.Take(settingsPageOf(c.page))
			if changed != c.changed || (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
				t.Errorf("changed %v, %v", changed, err)
			}
			after := s.files()
			if c.err != "" && after != before {
				t.Errorf("written in spite of the error:\n%s", after)
			}
			for _, want := range c.has {
				if !strings.Contains(after, want) {
					t.Errorf("no %s in\n%s", want, after)
				}
			}
			for _, not := range c.not {
				if strings.Contains(after, not) {
					t.Errorf("%s in\n%s", not, after)
				}
			}
			s.open() // as the next run does: it is a workspace, and nothing is new
			if changed, err := s.Take(settingsPageOf(c.page)); changed || (err != nil) != (c.err != "" && !strings.Contains(c.err, "merged")) {
				t.Errorf("again: %v, %v", changed, err)
			}
			if s.files() != after {
				t.Errorf("the next run writes\n%s", s.files())
			}
		})
	}
}

// What a run that was killed had written is not merged a second time; what is
// not known any more is not merged at all.
func TestTakeSettingsKilled(t *testing.T) {
	t.Parallel()
	s := newSharer(t)
	grown := settingsPageOf(sharedText + "\n\n[[person]]\nnick = \"emma\"")
	if _, err := s.Take(grown); err != nil {
		t.Fatal(err)
	}
	after := s.files()
	if err := s.Made(settingsPageOf(sharedText)); err != nil { // as it was before
		t.Fatal(err)
	}
	s.open()
	if changed, err := s.Take(grown); changed || err != nil || s.files() != after {
		t.Errorf("again: %v, %v\n%s", changed, err, s.files())
	}
	if err := os.RemoveAll(filepath.Join(s.root, ".state")); err != nil {
		t.Fatal(err)
	}
	s.open()
	if changed, err := s.Take(grown); changed || err != nil {
		t.Errorf("the same, but nothing is known: %v, %v", changed, err)
	}
	if err := os.RemoveAll(filepath.Join(s.root, ".state")); err != nil {
		t.Fatal(err)
	}
	s.open()
	if changed, err := s.Take(settingsPageOf(sharedText)); changed || err == nil || s.files() != after {
		t.Errorf("another, and nothing is known: %v, %v", changed, err)
	}
	if changed, err := s.Take(settingsPageOf(sharedText)); changed || err != nil {
		t.Errorf("said twice: %v, %v", changed, err)
	}
}

// Where there is no page of settings any more, the workspace keeps what it has.
func TestTakeNoSettings(t *testing.T) {
	t.Parallel()
	s := newSharer(t)
	before := s.files()
	if changed, err := s.Take(client.Page{Title: "Garten/telko"}); changed || err == nil || s.files() != before {
		t.Errorf("a page that is gone: %v, %v", changed, err)
	}
	other := settingsPageOf(sharedText)
	other.Model = "wikitext"
	if changed, err := s.Take(other); changed || err == nil || s.files() != before {
		t.Errorf("a page of another model: %v, %v", changed, err)
	}
}
