package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"telko/minutes/capture"
)

func TestFiles(t *testing.T) {
	d := Dir(filepath.Join(t.TempDir(), "telko", "k7q2m4", "journals"))
	if names, err := d.List("."); len(names) != 0 || err != nil {
		t.Errorf("a folder that is not there: %v %v", names, err)
	}
	if _, err := d.ReadFile("x"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	f, err := d.Create("a.journal")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := d.Create("a.journal"); !errors.Is(err, fs.ErrExist) {
		t.Error(err)
	}
	for _, step := range []func() error{
		func() error { _, err := f.WriteAt([]byte("eins\n"), 0); return err },
		func() error { _, err := f.WriteAt([]byte("zwei\n"), 5); return err },
		f.Sync,
		func() error { return f.Truncate(5) },
		func() error { return d.WriteFile("b", []byte("x")) },
		func() error { return d.WriteFile("b", []byte("neu")) },
		func() error { return d.Rename("b", "ended/b") },
		func() error { return d.Remove("nicht da") },
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	g, err := d.Open("a.journal")
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	if got, _ := d.ReadFile("a.journal"); string(got) != "eins\n" {
		t.Errorf("%q", got)
	}
	if got, _ := d.ReadFile("ended/b"); string(got) != "neu" {
		t.Errorf("%q", got)
	}
	if names, err := d.List("."); !slices.Equal(names, []string{"a.journal"}) || err != nil {
		t.Error(names, err)
	}
	// Journals may hold what is private.
	for _, name := range []string{"a.journal", "ended/b", "ended", "."} {
		info, err := os.Stat(d.path(name))
		if err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v %v", name, info.Mode(), err)
		}
	}
}

func TestHold(t *testing.T) {
	d := Dir(t.TempDir())
	release, _, err := d.Hold("m.hold", []byte("mia"))
	if err != nil {
		t.Fatal(err)
	}
	if _, holder, err := d.Hold("m.hold", []byte("ole")); !errors.Is(err, capture.ErrHeld) || string(holder) != "mia" {
		t.Errorf("%q %v", holder, err)
	}
	if err := release(); err != nil {
		t.Error(err)
	}
	release, _, err = d.Hold("m.hold", []byte("ole"))
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := d.ReadFile("m.hold"); string(got) != "ole" {
		t.Errorf("%q", got)
	}
	// A hold file that somebody deleted: the next one holds another.
	os.Remove(d.path("m.hold"))
	again, _, err := d.Hold("m.hold", []byte("kim"))
	if err != nil {
		t.Fatal(err)
	}
	if err := release(); err != nil {
		t.Error(err)
	}
	if _, _, err := d.Hold("m.hold", nil); !errors.Is(err, capture.ErrHeld) {
		t.Errorf("what another telko holds was given back: %v", err)
	}
	if err := again(); err != nil {
		t.Error(err)
	}
}

// A disk without room says so.
func TestFull(t *testing.T) {
	f, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := (file{f}).WriteAt([]byte("x"), 0); !errors.Is(err, capture.ErrFull) {
		t.Error(err)
	}
}
