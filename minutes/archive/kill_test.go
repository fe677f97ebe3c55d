package archive

import (
	"bufio"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"telko/minutes"
	"telko/tasks"
)

// Killed 200 times at random moments of its work, telko loses nothing that it
// said was done, leaves no file half-written, and gives no number out twice.
func TestKilledAtRandom(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	rnd := rand.New(rand.NewPCG(seed, 1))
	w := newWorkspace(t)
	ref := created(t, w, childMeeting, "- [ ] Toner holen (mia)\n")
	for run := range 200 {
		accepted := churn(t, w, strconv.Itoa(run), time.Duration(rnd.IntN(6000))*time.Microsecond)
		if len(accepted) == 0 {
			t.Fatalf("run %d did nothing", run)
		}
		text, log := get(t, w, ref.Path), get(t, w, taskLog)
		for _, what := range accepted {
			if n := strings.Count(text+log, what); n != 1 {
				t.Fatalf("run %d: %q is there %d times", run, what, n)
			}
		}
		if _, err := minutes.Parse(ref.ID, []byte(text), w.Context()); err != nil {
			t.Fatalf("run %d: %v", run, err)
		}
	}

	// A line of the log may be cut off where its writer was killed, but none
	// that somebody was told of; no id is given out twice, and each is known.
	evs, _ := tasks.ReadLog("", []byte(get(t, w, taskLog)))
	added := map[tasks.ID]bool{}
	for _, e := range evs {
		if e.Verb != tasks.Add {
			continue
		}
		if added[e.ID] {
			t.Errorf("%s was given out twice", e.ID)
		}
		added[e.ID] = true
	}
	ts, err := minutes.ReadTasks(ref.ID, []byte(get(t, w, ref.Path)), w.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range ts {
		if !added[k.ID] {
			t.Errorf("%q has the id %q, which no event added", k.Text, k.ID)
		}
	}
	sameAnswer(t, w, "killed at random")
}

// churn lets another process work, kills it a while after the first thing it
// did, and returns what it said was done.
func churn(t *testing.T, w *Workspace, name string, after time.Duration) []string {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "TELKO_TEST_CHILD=churn "+name, "TELKO_TEST_ROOT="+w.Root())
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var done []string
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if len(done) == 0 {
			defer time.AfterFunc(after, func() { _ = cmd.Process.Kill() }).Stop()
		}
		done = append(done, lines.Text())
	}
	err = cmd.Wait()
	if e, ok := err.(*exec.ExitError); !ok || e.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
		t.Fatalf("was not killed: %v", err)
	}
	return done
}
