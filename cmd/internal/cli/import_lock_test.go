package cli

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"telko/minutes/archive"
	"telko/minutes/lang"
)

const lockDump = `<mediawiki xml:lang="de"><siteinfo><base>https://wiki.example.org/wiki/Start</base></siteinfo>
<page><title>Garten/Telko 2031-03-06</title><ns>0</ns><id>7</id><revision><id>20</id><timestamp>2031-03-06T21:00:00Z</timestamp>
<model>wikitext</model><format>text/x-wiki</format><text xml:space="preserve">= Gartentelko 06.03.2031 =

== Beete ==
* feucht</text></revision></page></mediawiki>
`

// seeing calls do when it is told of word.
type seeing struct {
	word string
	do   func()
}

func (s seeing) Write(b []byte) (int, error) {
	if strings.Contains(string(b), s.word) {
		s.do()
	}
	return len(b), nil
}

// Pages do not become meetings while a sync is running: it could see a meeting
// whose page telko does not remember yet.
func TestImportWaitsForSync(t *testing.T) {
	env, _, _ := testEnv(t, "en")
	home := t.TempDir()
	env.Getenv = func(name string) string {
		return map[string]string{"LANG": "en", "XDG_STATE_HOME": home, "HOME": home}[name]
	}
	waited := 0
	ctx, cancel := context.WithCancel(t.Context())
	env.Stderr = seeing{lang.SyncWaiting.In(lang.English, " (telko sync --bot, pid "+strconv.Itoa(os.Getpid())+")"), func() {
		waited++
		cancel()
	}}
	settings := archive.DefaultSettings()
	settings.Lang, settings.Wiki.API = lang.English, "https://wiki.example.org/api.php"
	if err := archive.Init(env.Dir, archive.InitOptions{Settings: settings}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(env.Dir, "dump.xml"), []byte(lockDump), 0o600); err != nil {
		t.Fatal(err)
	}
	a := newApp("test", env)
	ws, err := a.workspace()
	if err != nil {
		t.Fatal(err)
	}
	held, err := a.lockSync(t.Context(), ws, locking{by: "sync --bot"})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.runImport(t.Context(), importOptions{args: []string{"dump.xml"}, dryRun: true}); err != nil || waited != 0 {
		t.Errorf("a dry run waited %d times, and ends with %v", waited, err)
	}
	if err := a.runImport(ctx, importOptions{args: []string{"dump.xml"}}); err == nil || waited != 1 {
		t.Errorf("beside a sync it waited %d times, and ends with %v", waited, err)
	}
	if all, err := ws.Meetings(); err != nil || len(all) != 0 {
		t.Errorf("beside a sync: %v, %v", all, err)
	}
	held()
	if err := a.runImport(t.Context(), importOptions{args: []string{"dump.xml"}}); err != nil || waited != 1 {
		t.Errorf("after the sync it waited %d times, and ends with %v", waited, err)
	}
	if all, err := ws.Meetings(); err != nil || len(all) != 1 {
		t.Errorf("after the sync: %v, %v", all, err)
	}
	if held, err = a.lockSync(t.Context(), ws, locking{by: "sync --bot"}); err != nil {
		t.Fatalf("the import keeps its lock: %v", err)
	}
	held()
}
