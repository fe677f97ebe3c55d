package archive

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/minutes/lang"
)

func TestInit(t *testing.T) {
	w := newWorkspace(t)
	if d := cmp.Diff(testSettings(), w.Settings()); d != "" {
		t.Error(d)
	}
	if n := len(w.People().All()); n != 3 {
		t.Errorf("%d people, want 3", n)
	}
	if got, want := get(t, w, ".gitignore"), "*.private.md\nprivate.log\n.telko/\n"; got != want {
		t.Errorf(".gitignore\n%s", got)
	}
	if got, want := get(t, w, ".gitattributes"), "tasks.log merge=union\nmotions.log merge=union\n"; got != want {
		t.Errorf(".gitattributes\n%s", got)
	}
	wantIs(t, Init(w.Root(), InitOptions{Settings: testSettings()}), ErrExists)
}

// A folder from somebody else: what its links lead to is not copied into the
// workspace, and nobody waits for its pipes.
func TestInitFollowsNoLinks(t *testing.T) {
	secret := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(secret, []byte("token\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, plant := range map[string]func(path string) error{
		".gitignore":     func(path string) error { return os.Symlink(secret, path) },
		".gitattributes": func(path string) error { return syscall.Mkfifo(path, 0o600) },
		"minutes":        func(path string) error { return os.Symlink(filepath.Dir(secret), path) },
	} {
		root := t.TempDir()
		if err := plant(filepath.Join(root, name)); err != nil {
			t.Fatal(err)
		}
		wantIs(t, Init(root, InitOptions{Settings: testSettings()}), ErrOutside)
		if _, err := os.Lstat(filepath.Join(root, SettingsFile)); err == nil {
			t.Errorf("%s: a workspace was made", name)
		}
	}
}

func TestInitKeepsFiles(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{".gitignore": "*.bak\nprivate.log", "people.toml": "[[person]]\nnick = \"zoe\"\n"} {
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := Init(root, InitOptions{Settings: testSettings(), People: testPeople()}); err != nil {
		t.Fatal(err)
	}
	w := open(t, root)
	if got, want := get(t, w, ".gitignore"), "*.bak\nprivate.log\n*.private.md\n.telko/\n"; got != want {
		t.Errorf("got %q", got)
	}
	if _, ok := w.People().Find("zoe"); !ok {
		t.Error("people.toml was replaced")
	}
}

// Each workspace gets a name of its own, which can be a folder's.
func TestInitID(t *testing.T) {
	ids := map[string]bool{}
	for range 3 {
		root := t.TempDir()
		s := testSettings()
		s.ID = ""
		if err := Init(root, InitOptions{Settings: s}); err != nil {
			t.Fatal(err)
		}
		id := open(t, root).Settings().ID
		if len(id) != 6 || !isKey(id) {
			t.Errorf("id %q", id)
		}
		ids[id] = true
	}
	if len(ids) != 3 {
		t.Errorf("ids %v", ids)
	}
}

// Nothing is made where the settings could not be read again.
func TestInitRefuses(t *testing.T) {
	root := filepath.Join(t.TempDir(), "ws")
	s := testSettings()
	s.DueDays = 4000
	if err := Init(root, InitOptions{Settings: s}); err == nil {
		t.Error("no error")
	}
	if _, err := os.Stat(root); err == nil {
		t.Error("the folder was made")
	}
}

// What Init writes is for people to read: this is the whole of it.
func TestInitText(t *testing.T) {
	s := testSettings()
	s.Team = `Die "Werkstatt" \o/`
	got := string(settingsText(s))
	want := `id = "testteam"
team = "Die \"Werkstatt\" \\o/"
language = "de"              # der Protokolle und des Bildschirms: de oder en
timezone = "Europe/Berlin"
due-days = 7

[series.werk-telko]
title = "Werk-Telko"
page = "Werk/{date}"
weekday = "Thursday"
time = "20:00"
# id-prefix = "IT"

[wiki]
# api = "https://wiki.example.org/api.php"
# index-page = "IT/Protokolle"
# tasks-page = "IT/Aufgaben"
# motions-page = "IT/Anträge"
# log-page = "IT/Aufgaben/Log"
names = "full"               # oder "nick"
`
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	// The examples are right: with their marks taken off they can be read.
	plain := strings.ReplaceAll(got, "\n# ", "\n")
	if _, err := ReadSettings(SettingsFile, []byte(plain)); err != nil {
		t.Error(err)
	}
	plain = strings.ReplaceAll(strings.ReplaceAll(string(peopleText(nil, lang.English)), "\n# ", "\n"), "\n#\n", "\n\n")
	if people, err := ReadPeople(PeopleFile, []byte(plain)); err != nil || len(people.All()) != 1 {
		t.Errorf("%v\n%s", err, plain)
	}
}
