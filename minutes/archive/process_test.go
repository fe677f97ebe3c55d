package archive

import (
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"telko/tasks"
)

// TestMain lets the test program be another process: TELKO_TEST_CHILD says what
// to do, in the workspace TELKO_TEST_ROOT.
func TestMain(m *testing.M) {
	if what := os.Getenv("TELKO_TEST_CHILD"); what != "" {
		if err := child(what, os.Getenv("TELKO_TEST_ROOT")); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

const childMeeting = "2010-01-07-werk-telko"

func child(what, root string) error {
	o := Options{Now: noon, LockWait: time.Minute}
	verb, arg, _ := strings.Cut(what, " ")
	if verb == "die" {
		o.step = func(where string) {
			if where == arg {
				syscall.Kill(os.Getpid(), syscall.SIGKILL)
				select {}
			}
		}
	}
	w, err := Open(root, o)
	if err != nil {
		return err
	}
	defer w.Close()
	ref, err := w.Resolve(childMeeting)
	if err != nil {
		return err
	}
	switch verb {
	case "edit": // 25 edits of one file, each with a task of its own
		for i := range 25 {
			if _, err := w.Edit(ref, func(old []byte) ([]byte, error) {
				return fmt.Appendf(old, "- [ ] Aufgabe %d von %s\n", i, arg), nil
			}); err != nil {
				return err
			}
		}
	case "note": // 25 events of one task
		for i := range 25 {
			if _, _, err := w.Change("100107-1", func(tasks.Task) (tasks.Event, error) {
				return tasks.Event{At: noon(), By: "mia", Verb: tasks.Note, Text: fmt.Sprintf("%d von %s", i, arg)}, nil
			}); err != nil {
				return err
			}
		}
	case "add": // 25 tasks between meetings, all by one person
		for i := range 25 {
			if _, err := w.Add(tasks.Task{Text: fmt.Sprintf("Ding %d von %s", i, arg), Due: noonDay()}, "mia"); err != nil {
				return err
			}
		}
	case "churn": // edits and events until somebody kills it; says what was accepted
		for i := 0; ; i++ {
			if _, err := w.Edit(ref, func(old []byte) ([]byte, error) {
				return fmt.Appendf(old, "- [ ] Aufgabe %s.%d\n", arg, i), nil
			}); err != nil {
				return err
			}
			fmt.Printf("Aufgabe %s.%d \n", arg, i)
			if _, _, err := w.Change("100107-1", func(tasks.Task) (tasks.Event, error) {
				return tasks.Event{At: noon(), By: "mia", Verb: tasks.Note, Text: fmt.Sprintf("Vermerk %s.%d.", arg, i)}, nil
			}); err != nil {
				return err
			}
			fmt.Printf("Vermerk %s.%d.\n", arg, i)
		}
	case "die":
		_, err = w.EditBoth(ref, func(public, private []byte) ([]byte, []byte, error) {
			return append(public, "- [ ] Papier\n- [ ] Toner\n"...), []byte(meeting(day, "- [ ] geheim\n")), nil
		})
		return err
	}
	return nil
}

func start(w *Workspace, what string) ([]byte, error) {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "TELKO_TEST_CHILD="+what, "TELKO_TEST_ROOT="+w.Root())
	return cmd.CombinedOutput()
}

// together runs four processes at once.
func together(t *testing.T, w *Workspace, what string) {
	t.Helper()
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			if out, err := start(w, what+" "+strconv.Itoa(i)); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
	wg.Wait()
}

// Four processes with 25 edits each of one file lose none, and no number is
// given out twice.
func TestFourProcesses(t *testing.T) {
	runs := 10
	if testing.Short() {
		runs = 1
	}
	for run := range runs {
		w := newWorkspace(t)
		ref := created(t, w, childMeeting, "")
		together(t, w, "edit")
		text := get(t, w, ref.Path)
		for p := range 4 {
			for i := range 25 {
				if n := strings.Count(text, fmt.Sprintf("Aufgabe %d von %d #100107-", i, p)); n != 1 {
					t.Errorf("run %d: edit %d of process %d is there %d times", run, i, p, n)
				}
			}
		}
		seen := map[tasks.ID]bool{}
		evs, bad := tasks.ReadLog("", []byte(get(t, w, taskLog)))
		for _, e := range evs {
			if seen[e.ID] {
				t.Errorf("run %d: %s was given out twice", run, e.ID)
			}
			seen[e.ID] = true
		}
		if len(seen) != 100 || len(bad) > 0 {
			t.Errorf("run %d: %d events, %v", run, len(seen), bad)
		}
		sameAnswer(t, w, "four processes")
	}
}

// Four processes that change one task lose no event, and their instants are in
// the order in which they were written.
func TestFourProcessesOneTask(t *testing.T) {
	w := newWorkspace(t)
	created(t, w, childMeeting, "- [ ] Toner holen (mia)\n")
	together(t, w, "note")
	task, err := w.Task("100107-1")
	if err != nil {
		t.Fatal(err)
	}
	if len(task.History) != 101 {
		t.Errorf("%d events", len(task.History))
	}
	evs, _ := tasks.ReadLog("", []byte(get(t, w, taskLog)))
	for i := 1; i < len(evs); i++ {
		if !evs[i].At.After(evs[i-1].At) {
			t.Errorf("%s after %s", evs[i].Line(), evs[i-1].Line())
		}
	}
}

// Four processes that add tasks for one person give out no number twice.
func TestFourProcessesAdd(t *testing.T) {
	w := newWorkspace(t)
	created(t, w, childMeeting, "")
	together(t, w, "add")
	reg, err := w.Register()
	if err != nil || len(reg.Problems) != 0 {
		t.Fatal(err, reg.Problems)
	}
	ids, texts := map[tasks.ID]bool{}, map[string]bool{}
	for _, k := range reg.Tasks {
		ids[k.ID], texts[k.Text] = true, true
	}
	if len(reg.Tasks) != 100 || len(ids) != 100 || len(texts) != 100 || !ids["100109-mia-100"] {
		t.Errorf("%d tasks, %d ids, %d texts", len(reg.Tasks), len(ids), len(texts))
	}
}

// Killed anywhere, the next run converges: no id is lost or given out twice,
// nothing is there double.
func TestKilled(t *testing.T) {
	for _, where := range []string{"prepared", "logged", "renamed"} {
		t.Run(where, func(t *testing.T) {
			w := newWorkspace(t)
			ref := created(t, w, childMeeting, "- [ ] Kabel\n")
			out, err := start(w, "die "+where)
			if e, ok := err.(*exec.ExitError); !ok || e.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
				t.Fatalf("was not killed: %v %s", err, out)
			}
			// Numbers may be lost to a crash, but none is in a file and not in
			// the log.
			lines := map[string]int{"prepared": 1, "logged": 3, "renamed": 3}
			if got := get(t, w, taskLog); strings.Count(got, "\n") != lines[where] {
				t.Errorf("log after the kill, want %d lines:\n%s", lines[where], got)
			}
			if _, err := w.EditBoth(ref, func(public, private []byte) ([]byte, []byte, error) {
				if strings.Contains(string(public), "Papier") {
					t.Error("the public file was written before the private one")
				}
				return append(public, "- [ ] Papier\n- [ ] Toner\n"...), []byte(meeting(day, "- [ ] geheim\n")), nil
			}); err != nil {
				t.Fatal(err)
			}
			if got := get(t, w, ref.Path); !strings.HasSuffix(got, "- [ ] Kabel #100107-1\n- [ ] Papier #100107-2\n- [ ] Toner #100107-3\n") {
				t.Error(got)
			}
			if got := get(t, w, strings.TrimSuffix(ref.Path, ".md")+".private.md"); !strings.HasSuffix(got, "- [ ] geheim #100107-4\n") {
				t.Error(got)
			}
			if got := get(t, w, taskLog); strings.Count(got, "\n") != 3 {
				t.Error(got)
			}
			if got := get(t, w, privateLog); strings.Count(got, "\n") != 1 {
				t.Error(got)
			}
			entries, _ := os.ReadDir(w.Root() + "/.telko")
			for _, e := range entries {
				if e.Name()[0] == '.' {
					t.Errorf("left over: %s", e.Name())
				}
			}
			sameAnswer(t, w, "killed")
		})
	}
}

// A telko that hangs holds up another only for a while.
func TestBusy(t *testing.T) {
	w := newWorkspace(t)
	ref := created(t, w, childMeeting, "")
	other, err := Open(w.Root(), Options{Now: noon, LockWait: 30 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	_, err = w.Edit(ref, func(old []byte) ([]byte, error) {
		_, err := other.Edit(ref, func(old []byte) ([]byte, error) { return old, nil })
		wantIs(t, err, ErrBusy)
		return old, nil
	})
	if err != nil {
		t.Error(err)
	}
}

// The lock is the file that is there: one of a .telko that was deleted, or made
// anew by another telko, is none.
func TestLockIsTheFileThatIsThere(t *testing.T) {
	w := newWorkspace(t)
	other := open(t, w.Root())
	err := w.locked(func(h *held) error {
		if !h.still() {
			t.Error("not held from the start")
		}
		os.RemoveAll(w.Root() + "/.telko")
		if h.still() {
			t.Error("held though it is gone")
		}
		return other.locked(func(*held) error {
			if h.still() {
				t.Error("held by two")
			}
			return nil
		})
	})
	if err != nil {
		t.Error(err)
	}
}

// Deleting .telko is allowed at any time, even under a telko at work: it then
// writes nothing rather than work without its lock.
func TestLockDeleted(t *testing.T) {
	w := newWorkspace(t)
	ref := created(t, w, childMeeting, "")
	before := get(t, w, ref.Path)
	_, err := w.Edit(ref, func(old []byte) ([]byte, error) {
		os.RemoveAll(w.Root() + "/.telko")
		os.Mkdir(w.Root()+"/.telko", 0o777)
		return append(old, 'x'), nil
	})
	wantIs(t, err, ErrBusy)
	if get(t, w, ref.Path) != before {
		t.Error("written without a lock")
	}
	if _, err = w.Edit(ref, func(old []byte) ([]byte, error) { return append(old, "x\n"...), nil }); err != nil {
		t.Error(err)
	}
}
