package cli

import (
	"context"
	"testing"

	"telko/minutes/archive"
)

// A meeting that a sync may be reading is not moved below its feet.
func TestMoveWaitsForSync(t *testing.T) {
	env, _, _ := testEnv(t, "en")
	home := t.TempDir()
	env.Getenv = func(name string) string {
		return map[string]string{"LANG": "en", "XDG_STATE_HOME": home, "HOME": home}[name]
	}
	settings := archive.DefaultSettings()
	settings.Wiki.API = "https://wiki.example.org/api.php"
	if err := archive.Init(env.Dir, archive.InitOptions{Settings: settings}); err != nil {
		t.Fatal(err)
	}
	a := newApp("test", env)
	ws, err := a.workspace()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ws.Create("2031-03-06-beet", []byte("---\ndate: 2031-03-06\nstart: 20:00\nstatus: final\n---\n\n## Beete\n\n- umgegraben\n")); err != nil {
		t.Fatal(err)
	}
	release, err := a.lockSync(context.Background(), ws, locking{by: "sync --bot"})
	if err != nil {
		t.Fatal(err)
	}
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	o := moveOptions{args: []string{"2031-03-06-beet", "2031-03-07"}}
	if err := a.runMove(gone, o); exitCode(err) != exitUsage {
		t.Errorf("beside a sync: %v", err)
	}
	if _, err := ws.Resolve("2031-03-06-beet"); err != nil {
		t.Error(err)
	}
	release()
	if err := a.runMove(context.Background(), o); err != nil {
		t.Error(err)
	}
	if _, err := ws.Resolve("2031-03-07-beet"); err != nil {
		t.Error(err)
	}
}
