package archive

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"telko/minutes/lang"
	"telko/tasks"
)

// plain leaves of a register what OpenTasks promises: open tasks without their
// histories, and the problems of lines and files.
func plain(r *Register) (ts []tasks.Task, problems []string) {
	for _, t := range r.Tasks {
		if !t.Closed() {
			t.History = nil
			ts = append(ts, t)
		}
	}
	for _, p := range r.Problems {
		if _, ok := p.Err.(*EventError); !ok {
			problems = append(problems, fmt.Sprint(p.Path, ":", p.Line, ": ", lang.Say(p.Err, lang.German), "|", lang.HintOf(p.Err, lang.English)))
		}
	}
	slices.Sort(problems)
	return ts, problems
}

// sameAnswer holds the index to the register.
func sameAnswer(t testing.TB, w *Workspace, when string) {
	t.Helper()
	got, err := w.OpenTasks("")
	if err != nil {
		t.Fatal(when, err)
	}
	want, err := w.Register()
	if err != nil {
		t.Fatal(when, err)
	}
	gotTasks, gotProblems := plain(got)
	wantTasks, wantProblems := plain(want)
	if d := cmp.Diff(wantTasks, gotTasks, cmpopts.EquateEmpty()); d != "" {
		t.Fatalf("%s: tasks (-register +index)\n%s", when, d)
	}
	if d := cmp.Diff(wantProblems, gotProblems, cmpopts.EquateEmpty()); d != "" {
		t.Fatalf("%s: problems (-register +index)\n%s", when, d)
	}
	for _, nick := range []string{"mia", "Ole"} {
		mine, err := w.OpenTasks(nick)
		if err != nil {
			t.Fatal(when, err)
		}
		some := slices.DeleteFunc(slices.Clone(wantTasks), func(k tasks.Task) bool { return !concerns(&k, nick) })
		if d := cmp.Diff(some, mine.Tasks, cmpopts.EquateEmpty()); d != "" {
			t.Fatalf("%s: tasks of %s\n%s", when, nick, d)
		}
	}
}

// The index never changes the answer, whatever happens to an archive, and
// however quickly.
func TestIndexAnswersAsRegister(t *testing.T) {
	lives, steps := 12, 40
	if testing.Short() {
		lives = 3
	}
	ways := map[string]int{}
	for seed := range lives {
		l := &life{Rand: rand.New(rand.NewPCG(uint64(seed), 7)), t: t, w: newWorkspace(t)}
		l.w.opts.step = func(where string) { ways[where]++ }
		var done []string
		for range steps {
			done = append(done, l.step())
			if l.IntN(3) == 0 {
				continue
			}
			if l.IntN(4) == 0 {
				age(t, l.w) // so that not everything is racy
			}
			sameAnswer(t, l.w, fmt.Sprintf("seed %d, after %s", seed, strings.Join(done, ", ")))
		}
	}
	if ways["updated"] < lives || ways["rebuilt"] < lives {
		t.Errorf("not both ways were gone: %v", ways)
	}
}

// age waits until no file of the workspace is racy. Nobody can set change times
// back, so the file system's clock has to go on.
func age(t testing.TB, w *Workspace) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(time.Millisecond) {
		tmp, now := w.beginIndex()
		dropTemp(w, tmp)
		young := ""
		err := filepath.WalkDir(w.Root(), func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.Name() == cacheDir {
				return fs.SkipDir
			}
			info, err := d.Info()
			if err == nil && stampOf(info).racy(now) {
				young = path
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if young == "" {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("%s is still too young to be believed", young)
		}
	}
}

// settled lets the files grow old enough to be believed, and returns the index
// that was written then.
func settled(t testing.TB, w *Workspace) []byte {
	t.Helper()
	age(t, w)
	if _, err := w.OpenTasks(""); err != nil {
		t.Fatal(err)
	}
	old := w.readIndex()
	if old != nil {
		defer old.close()
	}
	if old == nil || !w.fresh(old) {
		t.Fatal("the index is not believed though nothing has changed")
	}
	return []byte(get(t, w, indexFile))
}

func smallArchive(t testing.TB) *Workspace {
	w := newWorkspace(t)
	created(t, w, "2010-01-07-werk-telko", "- [ ] Toner holen (mia)\n- [x] Kabel legen (Ole)\n- [ ] Papier (alle)\n")
	ref := created(t, w, "2010-01-14-werk-telko", "- [ ] Toner zählen (Ole?)\n")
	if _, err := w.EditPrivate(ref, func([]byte) ([]byte, error) { return []byte(meeting("2010-01-14", "- [ ] geheim (mia)\n")), nil }); err != nil {
		t.Fatal(err)
	}
	put(t, w, "minutes/2010/2010-01-21-werk-telko.md", "---\nstart: 99\n---\n")
	appendTo(filepath.Join(w.Root(), taskLog), "was ist das\n")
	return w
}

// A damaged index, wherever and however, gives the same answer and is mended.
func TestDamagedIndex(t *testing.T) {
	w := smallArchive(t)
	good := settled(t, w)
	want, _ := w.OpenTasks("")
	wantMine, _ := w.OpenTasks("mia")
	path := filepath.Join(w.Root(), indexFile)
	check := func(what string, bad []byte) {
		t.Helper()
		if err := os.WriteFile(path, bad, 0o666); err != nil {
			t.Fatal(err)
		}
		got, err := w.OpenTasks("")
		if err != nil {
			t.Fatal(what, err)
		}
		a, b := plain(want)
		c, d := plain(got)
		if diff := cmp.Diff(a, c) + cmp.Diff(b, d); diff != "" {
			t.Fatalf("%s\n%s", what, diff)
		}
		if again := get(t, w, indexFile); again != string(good) {
			t.Fatalf("%s: not mended", what)
		}
		if err := os.WriteFile(path, bad, 0o666); err != nil {
			t.Fatal(err)
		}
		mine, err := w.OpenTasks("mia")
		if err != nil {
			t.Fatal(what, err)
		}
		if diff := cmp.Diff(wantMine.Tasks, mine.Tasks); diff != "" {
			t.Fatalf("%s: tasks of mia\n%s", what, diff)
		}
	}
	for i := 0; i < len(good); i += 3 {
		bad := slices.Clone(good)
		bad[i] ^= 1 << (i % 8)
		check(fmt.Sprint("bit at ", i), bad)
		if i%9 == 0 {
			check(fmt.Sprint("cut at ", i), good[:i])
		}
	}
	check("longer", append(slices.Clone(good), 0))
	check("empty", nil)
}

// Whatever is in an index whose checksums are right, reading it does not panic,
// and makes no more of it than its size allows.
func FuzzIndex(f *testing.F) {
	w := smallArchive(f)
	good := settled(f, w)
	o := w.readIndex()
	defer o.close()
	end := o.parts[0].at
	f.Add(good[headStart:end], good[end:], uint8(o.n))
	f.Fuzz(func(t *testing.T, head, rest []byte, n uint8) {
		x, _, parts, ok := readHead(string(head), 0, len(rest))
		if !ok {
			return
		}
		for i := range parts {
			p := &parts[i]
			p.sum = checksum(string(rest[p.at : p.at+p.size]))
		}
		for _, nick := range []string{"", "mia"} {
			o := &oldIndex{head: x, begin: rest, parts: parts, n: int(n)}
			o.register(nick)
			o.readRest()
		}
	})
}

// An index of another program, or for other settings, is not believed.
func TestIndexBasis(t *testing.T) {
	w := smallArchive(t)
	settled(t, w)
	other, err := Open(w.Root(), Options{Now: noon, Version: "other"})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if other.readIndex() != nil {
		t.Error("an index of another program is believed")
	}
	put(t, w, PeopleFile, get(t, w, PeopleFile)+"\n[[person]]\nnick = \"neu\"\n")
	if open(t, w.Root()).readIndex() != nil {
		t.Error("an index for another roster is believed")
	}
}

// An edit that keeps size and modification time is seen.
func TestIndexSeesKeptTimes(t *testing.T) {
	w := smallArchive(t)
	settled(t, w)
	path := filepath.Join(w.Root(), "minutes/2010/2010-01-07-werk-telko.md")
	info, _ := os.Stat(path)
	data, _ := os.ReadFile(path)
	os.WriteFile(path, []byte(strings.Replace(string(data), "Toner", "Tonne", 1)), 0o666)
	os.Chtimes(path, info.ModTime(), info.ModTime())
	sameAnswer(t, w, "times set back")
}

// Two edits within one tick of the clock are both seen: what was written just
// before it was read is not believed, and read again.
func TestIndexIsNotRacy(t *testing.T) {
	w := smallArchive(t)
	index := func(w *Workspace) *oldIndex {
		old := w.readIndex()
		if old == nil || !old.readFiles() {
			t.Fatal("no index")
		}
		t.Cleanup(old.close)
		return old
	}
	path := filepath.Join(w.Root(), "minutes/2010/2010-01-07-werk-telko.md")
	data := get(t, w, "minutes/2010/2010-01-07-werk-telko.md")
	for i := range 50 {
		os.WriteFile(path, []byte(strings.Replace(data, "Toner", fmt.Sprintf("To%03d", i), 1)), 0o666)
		reg, err := w.OpenTasks("")
		if err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf("To%03d holen", i); reg.Tasks[0].Text != want {
			t.Fatalf("got %q, want %q", reg.Tasks[0].Text, want)
		}
	}
	w = smallArchive(t)
	if _, err := w.OpenTasks(""); err != nil {
		t.Fatal(err)
	}
	old := index(w)
	x := old.head
	if last := x.files[len(x.files)-1]; !last.racy || !x.dirs[1].racy || !x.logs[0].racy || w.fresh(old) {
		t.Error("what was written a moment ago is believed")
	}
	settled(t, w)
	old = index(w)
	x = old.head
	for _, racy := range []*bool{&x.files[0].racy, &x.dirs[0].racy, &x.logs[0].racy} {
		if *racy = true; w.fresh(old) {
			t.Error("a racy entry is believed")
		}
		*racy = false
	}
	if !w.fresh(old) {
		t.Error("not fresh")
	}
	second := int64(time.Second)
	for _, c := range []struct {
		ctime, now int64
		want       bool
	}{
		{100*second + 1, 100*second + 2, true},
		{100*second + 1, 101 * second, false},
		{100*second + 1, 99 * second, true}, // in the future
		{100 * second, 101 * second, true},  // a clock of seconds
		{100 * second, 103 * second, false},
	} {
		if got := (stamp{ctime: c.ctime}).racy(c.now); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

// Only what changed is read again: a new line of the log costs the files of
// its day, not of all.
func TestUpdateReadsLittle(t *testing.T) {
	w := smallArchive(t)
	settled(t, w)
	if err := w.Append(tasks.Event{At: noon(), By: "mia", ID: "100107-1", Verb: tasks.DoneV}); err != nil {
		t.Fatal(err)
	}
	_, now := w.beginIndex()
	b, err := w.survey(now, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.readLogs(); err != nil {
		t.Fatal(err)
	}
	old := w.readIndex()
	defer old.close()
	x := b.update(old)
	if x == nil {
		t.Fatal("everything is read again")
	}
	if len(x.tasks) != 3 {
		t.Errorf("%d tasks", len(x.tasks))
	}
}

// Where nothing can be written, the answer is the same.
func TestIndexReadOnly(t *testing.T) {
	w := smallArchive(t)
	want, _ := w.OpenTasks("")
	// A file where the folder should be stops even root.
	os.RemoveAll(filepath.Join(w.Root(), cacheDir))
	put(t, w, cacheDir, "")
	got, err := w.OpenTasks("")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want.Tasks, got.Tasks); d != "" {
		t.Error(d)
	}
}
