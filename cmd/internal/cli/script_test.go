package cli

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expectations of cmp in scripts")

// TestMain lets scripts run this test binary as the telko command. Only here
// can a variable fix the clock: the program that ships knows none.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"telko": func() {
			env := System()
			if at := os.Getenv("TELKO_TEST_CLOCK"); at != "" {
				now, err := time.ParseInLocation("2006-01-02T15:04:05", at, time.Local)
				if err != nil {
					panic(err)
				}
				env.Now = func() time.Time { return now }
			}
			env.Sleep = func(context.Context, time.Duration) error { return nil }
			os.Exit(Main("0.0.0-test", os.Args[1:], env))
		},
	})
}

// briefly is for programs that tests start: with the race detector each would
// sleep for a second before it ends, so that what still runs can race.
const briefly = "GORACE=atexit_sleep_ms=10"

// TestScripts runs the contract with users: every command as a person or a
// program calls it, and what it answers to bad input.
func TestScripts(t *testing.T) {
	root, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join(root, "testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Cmds:                scriptCommands,
		Setup: func(env *testscript.Env) error {
			env.Vars = append(env.Vars, briefly)
			home := filepath.Join(env.WorkDir, "home")
			env.Setenv("HOME", home)
			env.Setenv("XDG_CONFIG_HOME", filepath.Join(home, "config"))
			env.Setenv("XDG_STATE_HOME", filepath.Join(home, "state"))
			env.Setenv("LANG", "en_GB.UTF-8")
			env.Setenv("TZ", "Europe/Berlin")
			env.Setenv("TERM", "xterm")
			env.Setenv("TELKO_TEST_CLOCK", "2031-03-10T12:00:00")
			// Beside the repository; tests with it run only where it is.
			env.Setenv("SEEDS", filepath.Join(root, "..", "shared", "seeds"))
			return os.MkdirAll(home, 0o755)
		},
		Condition: func(cond string) (bool, error) {
			if cond == "seeds" {
				_, err := os.Stat(filepath.Join(root, "..", "shared", "seeds"))
				return err == nil, nil
			}
			return false, os.ErrInvalid
		},
	})
}
