package capture

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"telko/minutes/archive"
	"telko/tasks"
)

func TestPagesOf(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		"telko.toml": "id = \"boat33\"\nteam = \"Hafen\"\n\n[series.deck]\ntitle = \"Deck-Telko\"\npage = \"Hafen/{date}\"\n\n" +
			"[wiki]\napi = \"https://wiki.example.org/api.php\"\nindex-page = \"Hafen/Protokolle\"\n",
		"minutes/2032/2032-04-22-deck.md": "---\ndate: 2032-04-22\n---\n\n## A\n\n- siehe [[Hafen/Alt]]\n",
		"minutes/2032/2032-04-29-deck.md": "---\ndate: 2032-04-29\n---\n\n## A\n\n- siehe [[Hafen/Kran|Kran]] und [[Hafen/Protokolle]]\n",
	} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ws, err := archive.Open(root, archive.Options{Now: func() time.Time { return time.Date(2032, 5, 6, 22, 0, 0, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	defer ws.Close()
	got := strings.Join(pagesOf(ws, "deck"), ", ")
	if want := "Hafen/Kran, Hafen/Protokolle, Hafen/Alt, Hafen/2032-04-29, Hafen/2032-04-22"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// What this telco has made of an earlier task is known when the next line is
// read, and taken back with it.
func TestEarlierTasksChange(t *testing.T) {
	s := newTestSession(t, Config{Earlier: []tasks.Task{{ID: "320429-2", Text: "Winsch fetten", State: tasks.Open}}})
	warned := func(line string) bool { return len(s.Read(line).Warnings) > 0 }
	if !warned("#320429-2 offen") || warned("#320429-2 erledigt") {
		t.Error("an open task is not open")
	}
	if _, err := s.Enter("#320429-2 erledigt"); err != nil {
		t.Fatal(err)
	}
	if warned("#320429-2 offen") || !warned("#320429-2 erledigt") {
		t.Error("a task that was done is not done")
	}
	if _, err := s.Enter("/undo"); err != nil {
		t.Fatal(err)
	}
	if !warned("#320429-2 offen") {
		t.Error("what was taken back still counts")
	}
}
