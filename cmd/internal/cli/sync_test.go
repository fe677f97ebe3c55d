package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gofrs/flock"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/wiki"
	"telko/wiki/client"
)

// A person's command waits for a run that goes on, a bot's does not; who was
// waited for is said.
func TestOneSyncAtATime(t *testing.T) {
	env, _, talk := testEnv(t, "en")
	home := t.TempDir()
	env.Getenv = func(name string) string {
		return map[string]string{"LANG": "en", "XDG_STATE_HOME": home, "HOME": home}[name]
	}
	if err := archive.Init(env.Dir, archive.InitOptions{Settings: archive.DefaultSettings()}); err != nil {
		t.Fatal(err)
	}
	a := newApp("test", env)
	ws, err := a.workspace()
	if err != nil {
		t.Fatal(err)
	}
	release, err := a.lockSync(context.Background(), ws, locking{by: "sync --bot"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.lockSync(context.Background(), ws, locking{by: "sync --bot"}); exitCode(err) != exitBusy {
		t.Errorf("a bot beside another run: %v", err)
	}
	if talk.Len() > 0 {
		t.Errorf("a bot was told %q", talk)
	}
	holder := fmt.Sprintf(" (telko sync --bot, pid %d)", os.Getpid())
	_, err = a.lockSync(context.Background(), ws, locking{by: "publish", wait: time.Millisecond})
	if exitCode(err) != exitBusy || !strings.Contains(say(err, a.lang), holder) {
		t.Errorf("a person beside a run that does not end: %v", err)
	}
	if !strings.Contains(talk.String(), lang.SyncWaiting.In(a.lang, holder)) {
		t.Errorf("a person was told %q", talk)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := a.lockSync(ctx, ws, locking{by: "publish", wait: time.Minute}); exitCode(err) != exitUsage {
		t.Errorf("a person who does not wait: %v", err)
	}
	release()
	release, err = a.lockSync(context.Background(), ws, locking{by: "publish", wait: time.Minute})
	if err != nil {
		t.Fatalf("after the run: %v", err)
	}
	defer release()
	files, _ := filepath.Glob(filepath.Join(home, "telko", "*", "sync.lock"))
	if len(files) != 1 {
		t.Fatalf("locks: %q", files)
	}
	if ok, err := flock.New(files[0]).TryLock(); ok || err != nil {
		t.Errorf("the lock is free: %v, %v", ok, err)
	}
	if _, err := os.Stat(filepath.Join(env.Dir, "sync.lock")); err == nil {
		t.Error("the lock is in the workspace")
	}
}

// The line of progress is one line, replaced and taken away, and only for who
// watches.
func TestProgress(t *testing.T) {
	env, out, talk := testEnv(t, "en")
	o := newOutput(env, lang.English)
	o.Progress(lang.SyncProgress, 1, 2)
	if talk.Len() > 0 {
		t.Errorf("nobody watches, and reads %q", talk)
	}
	o.outTTY, o.errTTY = true, true
	o.Progress(lang.SyncProgress, 99, 200)
	o.Progress(lang.SyncProgress, 1, 2)
	o.talk("hello")
	o.Progressed()
	if want := "\r99 of 200\r1 of 2   \r      \rhello\n"; talk.String() != want {
		t.Errorf("%q, want %q", talk, want)
	}
	o.Print("result\n")
	if err := o.Flush(); err != nil || out.String() != "result\n" {
		t.Errorf("stdout: %q, %v", out, err)
	}
}

// Whoever ends a run hears that what was done holds, not that nothing was.
func TestStoppedRun(t *testing.T) {
	for _, bot := range []bool{false, true} {
		env, out, talk := testEnv(t, "en")
		a := newApp("test", env)
		teller := a.syncTeller(syncOptions{bot: bot, logJSON: bot})
		err := teller.end(wiki.Explain(&client.Error{Kind: client.Unreachable, Err: context.Canceled}))
		if code := a.fail(err); code != exitUsage {
			t.Errorf("exit code %d", code)
		}
		a.out.Flush()
		if said := out.String() + talk.String(); !strings.Contains(said, lang.CLIStopped.In(lang.English)) || strings.Contains(said, "context") {
			t.Errorf("it said %q", said)
		}
	}
}
