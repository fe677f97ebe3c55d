package archive

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"telko/minutes"
)

// A meeting goes to another day with its private file, and its ids stay.
func TestMove(t *testing.T) {
	w := newWorkspace(t)
	ref := created(t, w, "2010-01-07-werk-telko", "- [ ] Toner holen (mia)\n")
	if _, err := w.EditPrivate(ref, func([]byte) ([]byte, error) { return []byte(meeting(day, "- [ ] geheim (Ole)\n")), nil }); err != nil {
		t.Fatal(err)
	}
	other := created(t, w, "2011-01-05-werk-telko", "")
	ref, err := w.Resolve("2010-01-07-werk-telko")
	if err != nil {
		t.Fatal(err)
	}
	log := get(t, w, taskLog)
	keep := func(f *minutes.File) ([]byte, error) { return f.Source(), nil }
	_, err = w.Move(ref, other.ID, keep)
	wantIs(t, err, ErrExists)
	boom := errors.New("boom")
	_, err = w.Move(ref, "2011-01-06-werk-telko", func(*minutes.File) ([]byte, error) { return nil, boom })
	wantIs(t, err, boom)
	if _, err := w.Move(ref, "../x", keep); err == nil {
		t.Error("a path as a name")
	}
	n := 0
	to, err := w.Move(ref, "2011-01-06-werk-telko", func(f *minutes.File) ([]byte, error) {
		n++
		return f.Moved(f.Meeting.Date.AddDays(364), "Werk/Anders", w.Context())
	})
	if err != nil || n != 2 {
		t.Fatal(n, err)
	}
	if refs, _ := w.Meetings(); len(refs) != 2 || refs[1] != to || to.PrivatePath != "minutes/2011/2011-01-06-werk-telko.private.md" {
		t.Errorf("%+v, %+v", refs, to)
	}
	got := get(t, w, to.Path)
	for _, want := range []string{"date: 2011-01-06\n", "id-day: 2010-01-07\n", "page: Werk/Anders\n", "#100107-1\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if get(t, w, taskLog) != log {
		t.Error("the log changed")
	}
	if _, err := os.Stat(filepath.Join(w.Root(), ref.Path)); err == nil {
		t.Error("the old file is still there")
	}
	if info, _ := os.Stat(filepath.Join(w.Root(), to.PrivatePath)); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
	// The same again, as after a kill, changes nothing; the next task goes on
	// in the numbers of the old day.
	if _, err := w.Move(to, to.ID, keep); err != nil || get(t, w, to.Path) != got {
		t.Error(err)
	}
	if _, err := w.Edit(to, func(old []byte) ([]byte, error) { return append(old, "- [ ] noch eine\n"...), nil }); err != nil {
		t.Fatal(err)
	}
	if s := get(t, w, to.Path); !strings.HasSuffix(s, "- [ ] noch eine #100107-3\n") {
		t.Error(s)
	}
}

// What git must know of a workspace is missed only where there is git.
func TestGit(t *testing.T) {
	w := newWorkspace(t)
	if err := os.Remove(filepath.Join(w.Root(), ".gitattributes")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(w.Root(), ".git"), 0o777); err != nil {
		t.Fatal(err)
	}
	problems, err := w.Git()
	if err != nil || len(problems) != 1 || problems[0].Path != ".gitattributes" {
		t.Errorf("%v, %v", problems, err)
	}
}
