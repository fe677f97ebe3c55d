package cli

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"telko/cmd/internal/terminal"
)

// killedScreens is how often a screen is killed; sessions without one are killed
// 200 times by the tests of package disk.
const killedScreens = 25

// Killed while somebody types on the screen, the next screen has all that was
// accepted, and the line as it was typed.
func TestScreenKilledAtRandom(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	rnd, dir := rand.New(rand.NewPCG(seed, 4)), recordedTeam(t)
	const limit = time.Minute
	typed := "" // what stood in the entry line when telko was killed
	count := 0
	for run := range killedScreens {
		term, err := terminal.Start(screenCommand(dir), 80, 24)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(term.Close)
		if run == 0 {
			if err := term.AwaitText("Telko beginnen", limit); err != nil {
				t.Fatal(err)
			}
			if err := term.Type("\r"); err != nil {
				t.Fatal(err)
			}
		} else if err := term.AwaitText("› "+typed, limit); err != nil {
			t.Fatalf("run %d: %v", run, err)
		}
		if err := term.Type("\x15"); err != nil { // an empty line
			t.Fatal(err)
		}
		for range 2 {
			count++
			if err := term.Type(fmt.Sprintf("Zeile %d.\r", count)); err != nil {
				t.Fatal(err)
			}
		}
		typed = fmt.Sprintf("halb %d", run)
		if err := term.Type(typed); err != nil {
			t.Fatal(err)
		}
		if err := term.AwaitText("› "+typed, limit); err != nil {
			t.Fatalf("run %d: %v", run, err)
		}
		// The file is written meanwhile, or not yet.
		done := make(chan struct{})
		time.AfterFunc(time.Duration(rnd.IntN(30_000))*time.Microsecond, func() { _ = term.Signal(os.Kill); close(done) })
		<-done
		_ = term.Wait(limit)
	}
	r := record(t, dir)
	if err := r.in.Close(); err != nil {
		t.Fatal(err)
	}
	if code := r.code(); code != 0 {
		t.Fatalf("exit %d: %s", code, &r.stderr)
	}
	text := meetingFile(t, dir)
	for i := range count {
		line := fmt.Sprintf("Zeile %d.", i+1)
		if n := strings.Count(text, line); n != 1 {
			t.Errorf("%q is there %d times", line, n)
		}
	}
}

// screenCommand records on a screen in a workspace, with a home beside it.
func screenCommand(dir string) *exec.Cmd {
	c := exec.Command("telko", "record", "--me", "oke")
	c.Dir = dir
	c.Env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + filepath.Join(dir, "..", "home"), "TZ=Europe/Berlin",
		"TELKO_TEST_CLOCK=2031-03-13T20:03:00", "TERM=xterm-256color", "LC_ALL=C.UTF-8", briefly,
	}
	return c
}
