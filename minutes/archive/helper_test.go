package archive

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks/when"
)

// noon is when the tests happen: Saturday 2010-01-09.
func noon() time.Time { return time.Date(2010, 1, 9, 12, 0, 0, 0, time.UTC) }

func testSettings() Settings {
	s := DefaultSettings()
	s.ID, s.Team = "testteam", "Werkstatt"
	s.Series = []Series{{Key: "werk-telko", Title: "Werk-Telko", Page: "Werk/{date}", Weekday: time.Thursday, Regular: true, Time: when.ClockAt(20, 0)}}
	return s
}

func testPeople() []minutes.Person {
	return []minutes.Person{
		{Nick: "mia", Name: "Mia Muster", Groups: []string{"orga"}},
		{Nick: "Ole", Name: "Ole Olsen", Aliases: []string{"olli"}},
		{Nick: "kim", Name: "Kim Krug", Guest: true},
	}
}

// newWorkspace makes and opens a workspace.
func newWorkspace(t testing.TB) *Workspace {
	t.Helper()
	root := filepath.Join(t.TempDir(), "ws")
	if err := Init(root, InitOptions{Settings: testSettings(), People: testPeople()}); err != nil {
		t.Fatal(err)
	}
	return open(t, root)
}

func open(t testing.TB, root string) *Workspace {
	t.Helper()
	w, err := Open(root, Options{Now: noon, LockWait: 5 * time.Second, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

// put writes a file as an editor would.
func put(t testing.TB, w *Workspace, rel, text string) {
	t.Helper()
	path := filepath.Join(w.Root(), rel)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func get(t testing.TB, w *Workspace, rel string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(w.Root(), rel))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// meeting is the text of a meeting's file with these lines below one topic.
func meeting(day, lines string) string {
	return "---\nseries: werk-telko\ndate: " + day + "\nstart: 20:00\nstatus: draft\ndue-days: 7\ntimezone: Europe/Berlin\n---\n\n# Werk-Telko\n\n## Drucker\n\n" + lines
}

// wantError checks the message (file, line, what is wrong) and the hint.
func wantError(t testing.TB, err error, message, hint string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want %q", message)
	}
	if got := lang.Say(err, lang.English); got != message {
		t.Errorf("got  %s\nwant %s", got, message)
	}
	if got := lang.HintOf(err, lang.English); got != hint {
		t.Errorf("hint\ngot  %s\nwant %s", got, hint)
	}
}

func wantIs(t testing.TB, err, target error) {
	t.Helper()
	if !errors.Is(err, target) {
		t.Errorf("got %v, want %v", err, target)
	}
}

// begin is when the meetings of 2010-01-07 begin.
func begin(t testing.TB, w *Workspace) time.Time {
	t.Helper()
	return time.Date(2010, 1, 7, 20, 0, 0, 0, w.Location())
}

func noonDay() when.Date { return when.Of(noon()) }
