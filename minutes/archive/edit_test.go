package archive

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/tasks"
)

const day = "2010-01-07"

// created makes a meeting with the lines.
func created(t testing.TB, w *Workspace, id, lines string) Ref {
	t.Helper()
	ref, err := w.Create(id, []byte(meeting(id[:10], lines)))
	if err != nil {
		t.Fatal(err)
	}
	return ref
}

// replace edits a file by replacing text.
func replace(from, to string) func([]byte) ([]byte, error) {
	return func(old []byte) ([]byte, error) {
		if !strings.Contains(string(old), from) {
			return nil, errors.New("no " + from)
		}
		return []byte(strings.Replace(string(old), from, to, 1)), nil
	}
}

func TestCreate(t *testing.T) {
	w := newWorkspace(t)
	ref := created(t, w, "2010-01-07-werk-telko", "- [ ] Toner holen (mia)\n- [ ] Kabel legen (Ole, kim?)\n")
	want := meeting(day, "- [ ] Toner holen (mia) #100107-1\n- [ ] Kabel legen (Ole, kim?) #100107-2\n")
	if d := cmp.Diff(want, get(t, w, ref.Path)); d != "" {
		t.Error(d)
	}
	wantLog := tasks.AddEvent("100107-1", "Toner holen", begin(t, w)).Line() + "\n" + tasks.AddEvent("100107-2", "Kabel legen", begin(t, w)).Line() + "\n"
	if d := cmp.Diff(wantLog, get(t, w, "tasks.log")); d != "" {
		t.Error(d)
	}
	_, err := w.Create("2010-01-07-werk-telko", []byte("x"))
	wantIs(t, err, ErrExists)
	put(t, w, "minutes/2009/2010-01-09-werk-telko.md", "in the wrong folder")
	_, err = w.Create("2010-01-09-werk-telko", []byte("x"))
	wantIs(t, err, ErrExists)
	for _, id := range []string{"", "x", "2010-01-07-Ä", "2010-01-07-../../x", "2010-02-30-x", "2010-01-07x"} {
		if _, err := w.Create(id, []byte("x")); err == nil {
			t.Errorf("%q was made", id)
		}
	}
}

func TestEdit(t *testing.T) {
	w := newWorkspace(t)
	ref := created(t, w, "2010-01-07-werk-telko", "- [ ] Toner holen (mia)\n")
	log := get(t, w, "tasks.log")

	changed, err := w.Edit(ref, func(old []byte) ([]byte, error) { return old, nil })
	if changed || err != nil {
		t.Errorf("nothing new: %v, %v", changed, err)
	}
	changed, err = w.Edit(ref, func(old []byte) ([]byte, error) { return nil, nil })
	if changed || err != nil {
		t.Errorf("nil: %v, %v", changed, err)
	}
	if get(t, w, "tasks.log") != log {
		t.Error("the log grew for nothing")
	}
	changed, err = w.Edit(ref, replace("## Drucker\n", "## Drucker\n\n- [ ] Papier zählen\n"))
	if !changed || err != nil {
		t.Errorf("%v, %v", changed, err)
	}
	if got := get(t, w, ref.Path); !strings.Contains(got, "- [ ] Papier zählen #100107-2\n") {
		t.Error(got)
	}
	// A task written by hand gets its id with the next edit, whatever that is.
	put(t, w, ref.Path, get(t, w, ref.Path)+"- [ ] Von Hand (kim)\n")
	if changed, err = w.Edit(ref, func(old []byte) ([]byte, error) { return old, nil }); !changed || err != nil {
		t.Errorf("by hand: %v, %v", changed, err)
	}
	if got := get(t, w, ref.Path); !strings.HasSuffix(got, "- [ ] Von Hand (kim) #100107-3\n") {
		t.Error(got)
	}
}

// An error leaves everything as it is.
func TestEditFails(t *testing.T) {
	w := newWorkspace(t)
	ref := created(t, w, "2010-01-07-werk-telko", "- [ ] Toner holen (mia)\n")
	before, log := get(t, w, ref.Path), get(t, w, "tasks.log")
	boom := errors.New("boom")
	_, err := w.Edit(ref, func([]byte) ([]byte, error) { return []byte("- [ ] x\n"), boom })
	wantIs(t, err, boom)
	if _, err = w.Edit(ref, func([]byte) ([]byte, error) { return []byte("---\ndate: gestern\n---\n- [ ] x\n"), nil }); err == nil {
		t.Error("a date that is none was saved")
	}
	if _, err = w.Edit(ref, func([]byte) ([]byte, error) { return []byte("a\x00b"), nil }); err == nil {
		t.Error("a NUL was saved")
	}
	if get(t, w, ref.Path) != before || get(t, w, "tasks.log") != log {
		t.Error("something was written")
	}
	_, err = w.Edit(Ref{ID: "2010-01-08-x", Path: "minutes/2010/2010-01-08-x.md"}, func(old []byte) ([]byte, error) { return old, nil })
	wantIs(t, err, ErrNoMeeting)
}

// An editor that saves while telko works is not overwritten, at whatever moment
// it does.
func TestEditorSaves(t *testing.T) {
	for _, where := range []string{"asked", "prepared", "logged"} {
		t.Run(where, func(t *testing.T) {
			w := newWorkspace(t)
			ref := created(t, w, "2010-01-07-werk-telko", "- [ ] Toner holen (mia)\n")
			log := get(t, w, taskLog)
			save := func(at string) {
				if at == where {
					put(t, w, ref.Path, "von Hand\n")
				}
			}
			w.opts.step = save
			_, err := w.Edit(ref, func(old []byte) ([]byte, error) {
				save("asked")
				return append(old, "- [ ] neu\n"...), nil
			})
			wantIs(t, err, ErrChanged)
			if got := get(t, w, ref.Path); got != "von Hand\n" {
				t.Errorf("got %q", got)
			}
			if got := get(t, w, taskLog); got != log && where != "logged" {
				t.Errorf("an id was given out for nothing:\n%s", got)
			}
			left, _ := filepath.Glob(filepath.Join(w.Root(), ".telko", ".*"))
			if len(left) > 0 {
				t.Errorf("left over: %v", left)
			}
		})
	}
}

// The file's permissions stay; its lines without a change keep their bytes.
func TestEditKeeps(t *testing.T) {
	w := newWorkspace(t)
	ref := created(t, w, "2010-01-07-werk-telko", "- [ ] a (mia)\r\nNotiz  \r\n\tx")
	path := filepath.Join(w.Root(), ref.Path)
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Edit(ref, func(old []byte) ([]byte, error) { return append(old, "\n- [ ] b"...), nil }); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v", info.Mode())
	}
	if got := get(t, w, ref.Path); !strings.HasSuffix(got, "- [ ] a (mia) #100107-1\r\nNotiz  \r\n\tx\n- [ ] b #100107-2") {
		t.Errorf("%q", got)
	}
}

func TestPrivate(t *testing.T) {
	w := newWorkspace(t)
	ref := created(t, w, "2010-01-07-werk-telko", "- [ ] öffentlich (mia)\n")
	os.Remove(filepath.Join(w.Root(), ".gitignore"))
	_, err := w.EditBoth(ref, func(public, private []byte) ([]byte, []byte, error) {
		if private != nil {
			t.Error("there is a private file")
		}
		return append(public, "- [ ] auch öffentlich (mia)\n"...), []byte(meeting(day, "- [ ] geheim (Ole)\n")), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	rel := "minutes/2010/2010-01-07-werk-telko.private.md"
	if got := get(t, w, rel); !strings.HasSuffix(got, "- [ ] geheim (Ole) #100107-3\n") {
		t.Error(got)
	}
	if info, _ := os.Stat(filepath.Join(w.Root(), rel)); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
	if !strings.Contains(get(t, w, ".gitignore"), "*.private.md\n") {
		t.Error("git does not ignore it")
	}
	if strings.Contains(get(t, w, "tasks.log"), "100107-3") || !strings.Contains(get(t, w, "private.log"), "100107-3") {
		t.Error("the event is in the wrong log")
	}
	refs, _ := w.Meetings()
	if len(refs) != 1 || refs[0].PrivatePath != rel {
		t.Errorf("%+v", refs)
	}
	after, _, err := w.Change("100107-3", func(task tasks.Task) (tasks.Event, error) {
		if !task.Private {
			t.Error("not private")
		}
		return tasks.Event{At: noon(), By: "ole", Verb: tasks.DoneV, Text: "heimlich"}, nil
	})
	if err != nil || after.State != tasks.Done || !after.Private {
		t.Errorf("%+v, %v", after, err)
	}
	if err := w.Append(tasks.Event{At: noon(), By: "ole", ID: "100107-3", Verb: tasks.Note, Text: "heimlich"}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(get(t, w, "tasks.log"), "heimlich") || strings.Count(get(t, w, "private.log"), "heimlich") != 2 {
		t.Error("an event is in the wrong log")
	}
	// The next public task does not get the private one's number.
	if _, err := w.Edit(ref, func(old []byte) ([]byte, error) { return append(old, "- [ ] noch eine\n"...), nil }); err != nil {
		t.Fatal(err)
	}
	if got := get(t, w, ref.Path); !strings.HasSuffix(got, "- [ ] noch eine #100107-4\n") {
		t.Error(got)
	}
}

// A line with the text of a private task is another task.
func TestPrivateSameText(t *testing.T) {
	w := newWorkspace(t)
	ref := created(t, w, "2010-01-07-werk-telko", "")
	if _, err := w.EditPrivate(ref, func([]byte) ([]byte, error) { return []byte(meeting(day, "- [ ] Toner holen\n")), nil }); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Edit(ref, func(old []byte) ([]byte, error) { return append(old, "- [ ] Toner holen\n"...), nil }); err != nil {
		t.Fatal(err)
	}
	if got := get(t, w, ref.Path); !strings.HasSuffix(got, "- [ ] Toner holen #100107-2\n") {
		t.Error(got)
	}
}

// Two meetings of one day share its numbers, and no text of one is taken for
// the other's.
func TestSameDay(t *testing.T) {
	w := newWorkspace(t)
	created(t, w, "2010-01-07-werk-telko", "- [ ] Toner holen\n- [ ] Kabel legen\n")
	ref := created(t, w, "2010-01-07-werk-telko-2", "- [ ] Toner holen\n")
	if got := get(t, w, ref.Path); !strings.HasSuffix(got, "- [ ] Toner holen #100107-3\n") {
		t.Error(got)
	}
}

// The same page, imported where the log has been already, gives the same bytes.
func TestCreateElsewhere(t *testing.T) {
	w, other := newWorkspace(t), newWorkspace(t)
	ref := created(t, w, "2010-01-07-werk-telko", "- [ ] b\n- [ ] a\n- [ ] a\n")
	put(t, other, "tasks.log", get(t, w, "tasks.log"))
	created(t, other, "2010-01-07-werk-telko", "- [ ] b\n- [ ] a\n- [ ] a\n")
	if get(t, w, ref.Path) != get(t, other, ref.Path) || get(t, w, "tasks.log") != get(t, other, "tasks.log") {
		t.Errorf("%s\n%s", get(t, other, ref.Path), get(t, other, "tasks.log"))
	}
	for text, want := range map[string]bool{"- [ ] b\n- [ ] a\n- [ ] a\n": true, "- [ ] b\n- [ ] a\n": false} {
		if got, err := w.Holds(ref, []byte(meeting(day, text))); got != want || err != nil {
			t.Errorf("Holds: %v, %v, want %v", got, err, want)
		}
	}
}

// A meeting that was moved to another day keeps its ids, and goes on with them.
func TestMoved(t *testing.T) {
	w := newWorkspace(t)
	src := strings.Replace(meeting(day, "- [ ] Toner holen #100102-1\n- [ ] Kabel legen\n"), "date: ", "id-day: 2010-01-02\ndate: ", 1)
	ref, err := w.Create("2010-01-07-werk-telko", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	if got := get(t, w, ref.Path); !strings.HasSuffix(got, "- [ ] Toner holen #100102-1\n- [ ] Kabel legen #100102-2\n") {
		t.Error(got)
	}
	log := get(t, w, "tasks.log")
	if _, err := w.Edit(ref, func(old []byte) ([]byte, error) { return append(old, "Notiz\n"...), nil }); err != nil {
		t.Fatal(err)
	}
	if got := get(t, w, "tasks.log"); got != log || strings.Count(got, "\n") != 2 {
		t.Errorf("the log grew\n%s", got)
	}
	after, _, err := w.Change("100102-2", func(tasks.Task) (tasks.Event, error) {
		return tasks.Event{At: noon(), By: "mia", Verb: tasks.DoneV}, nil
	})
	if err != nil || after.State != tasks.Done || after.Meeting != ref.ID {
		t.Errorf("%+v, %v", after, err)
	}
}
