package disk

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/capture"
	"telko/tasks/when"
)

// TestMain lets the test program be a telko that is recorded by another process.
func TestMain(m *testing.M) {
	if root := os.Getenv("TELKO_TEST_ROOT"); root != "" {
		if err := record(root); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

const meeting = "2032-05-06-deck"

func openWorkspace(root string) (*archive.Workspace, error) {
	return archive.Open(filepath.Join(root, "ws"), archive.Options{Now: time.Now, Version: "test"})
}

func startAt(root string, ws *archive.Workspace) (*capture.Session, error) {
	day := when.Day(2032, 5, 6)
	ref := archive.Ref{ID: meeting, Path: archive.PathOf(meeting), Date: day, Series: "deck"}
	o := capture.Options{Workspace: ws, Files: Dir(filepath.Join(root, "state")), Now: time.Now, Keeper: "kaja", PID: os.Getpid()}
	return capture.Start(o, capture.Plan{Ref: ref, Title: "Deck-Telko"})
}

// record types lines, says which it begins and which were accepted, and saves
// beside, until it is killed.
func record(root string) error {
	ws, err := openWorkspace(root)
	if err != nil {
		return err
	}
	s, err := startAt(root, ws)
	if err != nil {
		return err
	}
	saved := make(chan capture.Saved, 1)
	for n := len(s.View().Entries); ; n++ {
		line := fmt.Sprintf("Zeile %d aus Prozess %d", n, os.Getpid())
		if n%5 == 3 {
			line = "! " + line
		}
		for i := range len(line) {
			s.SetDraft(line[:i+1])
		}
		fmt.Println("typed", line)
		if _, err := s.Enter(line); err != nil {
			return err
		}
		fmt.Println("accepted", line)
		s.SetDraft("")
		select {
		case r := <-saved:
			if err := s.Finish(r); err != nil {
				return err
			}
		default:
		}
		if n%3 != 0 {
			continue
		}
		if v, ok := s.StartSaveNow(); ok {
			go func() { saved <- v.Run() }()
		}
	}
}

// Killed 200 times at random, nothing that was accepted is lost or there twice,
// in the file too; and the line that was being typed is there again.
func TestKilledAtRandom(t *testing.T) {
	rounds := 20
	if testing.Short() {
		rounds = 2
	}
	r := rand.New(rand.NewPCG(9, 9))
	for range rounds {
		root := newRoot(t)
		var accepted []string
		for kill := range 10 {
			lines, typed := killed(t, root, 1+r.IntN(9), time.Duration(r.IntN(3000))*time.Microsecond)
			accepted = append(accepted, lines...)
			if kill%5 == 4 {
				check(t, root, accepted, typed)
			}
		}
	}
}

// newRoot is a folder with a workspace.
func newRoot(t *testing.T) string {
	t.Helper()
	root, err := os.MkdirTemp("/dev/shm", "telko-test-") // in memory, if there is such a thing
	if err != nil {
		root = t.TempDir()
	} else {
		t.Cleanup(func() { os.RemoveAll(root) })
	}
	s := archive.DefaultSettings()
	s.ID, s.Team = "werft", "Werft"
	s.Series = []archive.Series{{Key: "deck", Title: "Deck-Telko"}}
	if err := archive.Init(filepath.Join(root, "ws"), archive.InitOptions{Settings: s, People: []minutes.Person{{Nick: "kaja"}}}); err != nil {
		t.Fatal(err)
	}
	return root
}

// check goes on with what the processes left.
func check(t *testing.T, root string, accepted []string, typed string) {
	t.Helper()
	ws, err := openWorkspace(root)
	if err != nil {
		t.Fatal(err)
	}
	defer ws.Close()
	s, err := startAt(root, ws)
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]int{}
	for _, e := range s.View().Entries {
		there[e.Text]++
	}
	// It may have been accepted, and nobody was told any more.
	if d := s.Draft(); typed != "" && d != typed && there[strings.TrimPrefix(typed, "! ")] == 0 {
		t.Errorf("%q was typed, %q is there", typed, d)
	}
	if err := s.SaveAll(); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(filepath.Join(root, "ws", archive.PathOf(meeting)))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range accepted {
		l = strings.TrimPrefix(l, "! ")
		if n := strings.Count(string(file), l+"\n") + strings.Count(string(file), l+" #"); n != 1 || there[l] != 1 {
			t.Fatalf("%q is there %d times, in the file %d times", l, there[l], n)
		}
	}
}

// killed has another process record until it has accepted some lines, and a
// moment longer. It returns the lines, and the one that was typed then, "" if
// that was accepted.
func killed(t *testing.T, root string, after int, moment time.Duration) (accepted []string, typed string) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "TELKO_TEST_ROOT="+root)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	sc := bufio.NewScanner(out)
	for sc.Scan() {
		line := sc.Text()
		if l, ok := strings.CutPrefix(line, "typed "); ok {
			typed = l
		}
		if l, ok := strings.CutPrefix(line, "accepted "); ok {
			accepted, typed = append(accepted, l), ""
			if len(accepted) == after {
				for end := time.Now().Add(moment); time.Now().Before(end); {
					continue
				}
				if err := cmd.Process.Kill(); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if err := cmd.Wait(); err == nil || len(accepted) < after {
		t.Fatalf("died by itself after %d lines: %v", len(accepted), err)
	}
	return accepted, typed
}
