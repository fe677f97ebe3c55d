package archive

import (
	"fmt"
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

// life is an archive to which things happen, some through telko, some behind
// its back.
type life struct {
	*rand.Rand
	t testing.TB
	w *Workspace
	n int
}

func (l *life) pick(words ...string) string { return words[l.IntN(len(words))] }

func (l *life) id() tasks.ID {
	reg, _ := l.w.Register()
	if len(reg.Tasks) == 0 {
		return "100107-1"
	}
	return reg.Tasks[l.IntN(len(reg.Tasks))].ID
}

func (l *life) line() string {
	l.n++
	return fmt.Sprintf("- [%s] Aufgabe %d%s%s\n", l.pick(" ", " ", "x"), l.n, l.pick("", " (mia)", " (mia?, Ole)", " (alle)", " (orga)", " (wer)"), l.pick("", " bis 20.01.2010"))
}

func (l *life) ref() (Ref, bool) {
	refs, _ := l.w.Meetings()
	if len(refs) == 0 {
		return Ref{}, false
	}
	return refs[l.IntN(len(refs))], true
}

// step does one thing, and says what.
func (l *life) step() string {
	ref, any := l.ref()
	kind := l.IntN(21)
	if !any {
		kind = 0
	}
	log := filepath.Join(l.w.Root(), l.pick(taskLog, taskLog, privateLog))
	file := filepath.Join(l.w.Root(), ref.Path)
	switch kind {
	case 0, 1:
		id := fmt.Sprintf("2010-%02d-%02d-%s", 1+l.IntN(2), 1+l.IntN(4), l.pick("werk-telko", "sonder", "werk-telko-2"))
		l.w.Create(id, []byte(meeting(id[:10], l.line()+l.line())))
		return "create " + id
	case 2, 3, 4:
		l.w.Edit(ref, func(old []byte) ([]byte, error) { return append(old, l.line()...), nil })
		return "edit " + ref.ID
	case 5:
		l.w.EditPrivate(ref, func(old []byte) ([]byte, error) {
			if old == nil {
				old = []byte(meeting(ref.ID[:10], ""))
			}
			return append(old, l.line()...), nil
		})
		return "edit private " + ref.ID
	case 6, 7, 8, 9:
		e := tasks.Event{By: "mia", At: noon().Add(time.Duration(l.IntN(1e6)) * time.Second), Verb: tasks.Verb(l.pick("done", "reopen", "wait", "drop", "note")), Text: "x"}
		l.w.Change(l.id(), func(tasks.Task) (tasks.Event, error) { return e, nil })
		return "change"
	case 10:
		e := tasks.NewTask(tasks.Task{ID: tasks.PersonalID("", noonDay(), "mia", 1+l.IntN(3)), Text: "zwischendurch", Assignees: []tasks.Assignee{{Nick: "mia"}}, Due: noonDay()}, "mia", noon())
		e.Private = l.IntN(2) == 0
		l.w.Append(e)
		return "personal"
	case 11: // an editor adds a line without an id
		appendTo(file, l.line())
		return "by hand " + ref.ID
	case 12: // an editor takes a line out
		data, _ := os.ReadFile(file)
		lines := strings.SplitAfter(string(data), "\n")
		i := l.IntN(len(lines))
		os.WriteFile(file, []byte(strings.Join(slices.Delete(lines, i, i+1), "")), 0o666)
		return "line out " + ref.ID
	case 13: // a box is ticked, which keeps the file's size
		data, _ := os.ReadFile(file)
		os.WriteFile(file, []byte(strings.Replace(string(data), "- [ ]", "- [x]", 1)), 0o666)
		return "ticked " + ref.ID
	case 14:
		os.Remove(file)
		return "removed " + ref.ID
	case 15: // a file under another name: its ids are now foreign, or stand twice
		data, _ := os.ReadFile(file)
		os.WriteFile(filepath.Join(l.w.Root(), PathOf(ref.ID[:10]+"-kopie")), data, 0o666)
		return "copied " + ref.ID
	case 16: // a log is merged: lines in another order, some twice
		data, _ := os.ReadFile(log)
		lines := strings.SplitAfter(string(data), "\n")
		l.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		os.WriteFile(log, []byte(strings.Join(append(lines, lines[0]), "")), 0o666)
		return "merged"
	case 17:
		appendTo(log, l.pick("<<<<<<< HEAD\n", "2010-01-09T12:00:00+01:00 mia 100107-1 fly\n", "2010-01-09T12:00:00+01:00 mia 100107-1 do", "\n", "2010-01-09T12:00:00+01:00 telko M100107-1 add 0123456789\n"))
		return "damaged log"
	case 18: // broken, then whole again
		data, _ := os.ReadFile(file)
		text := string(data)
		if rest, ok := strings.CutPrefix(text, "---\nstart: 99:00\n"); ok {
			text = "---\n" + rest
		} else {
			text = strings.Replace(text, "---\n", "---\nstart: 99:00\n", 1)
		}
		os.WriteFile(file, []byte(text), 0o666)
		return "broken " + ref.ID
	case 19: // as if it had been moved from another day, with its ids
		data, _ := os.ReadFile(file)
		text := strings.Replace(string(data), "---\nseries", "---\nid-day: 2010-01-01\nseries", 1)
		if rest, ok := strings.CutPrefix(string(data), "---\nid-day: 2010-01-0"); ok {
			text = "---\nid-day: 2010-01-0" + l.pick("1", "2", "3") + rest[1:]
		}
		os.WriteFile(file, []byte(text), 0o666)
		return "moved " + ref.ID
	default:
		os.RemoveAll(filepath.Join(l.w.Root(), cacheDir))
		return "cache deleted"
	}
}

func appendTo(path, text string) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o666)
	if err == nil {
		f.WriteString(text)
		f.Close()
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
				time.Sleep(25 * time.Millisecond) // so that not everything is racy
			}
			sameAnswer(t, l.w, fmt.Sprintf("seed %d, after %s", seed, strings.Join(done, ", ")))
		}
	}
	if ways["updated"] < lives || ways["rebuilt"] < lives {
		t.Errorf("not both ways were gone: %v", ways)
	}
}

// settled waits until the files are old enough to be believed, and returns the
// index that was written then.
func settled(t testing.TB, w *Workspace) []byte {
	t.Helper()
	time.Sleep(30 * time.Millisecond)
	if _, err := w.OpenTasks(""); err != nil {
		t.Fatal(err)
	}
	old := w.readIndex()
	if old == nil || !w.fresh(old.head) {
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

// Whatever is in an index whose checksum is right, reading it does not panic,
// and makes no more of it than its size allows.
func FuzzIndex(f *testing.F) {
	w := smallArchive(f)
	f.Add(settled(f, w))
	f.Fuzz(func(t *testing.T, b []byte) {
		r := &reader{rest: string(b)}
		x := r.head()
		if !r.bad {
			r.body(x, "")
		}
		r = &reader{rest: string(b)}
		x = r.head()
		if !r.bad {
			r.body(x, "mia")
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
	x := w.readIndex().head
	if last := x.files[len(x.files)-1]; !last.racy || !x.dirs[1].racy || !x.logs[0].racy || w.fresh(x) {
		t.Error("what was written a moment ago is believed")
	}
	settled(t, w)
	x = w.readIndex().head
	for _, racy := range []*bool{&x.files[0].racy, &x.dirs[0].racy, &x.logs[0].racy} {
		if *racy = true; w.fresh(x) {
			t.Error("a racy entry is believed")
		}
		*racy = false
	}
	if !w.fresh(x) {
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
	b, err := w.survey(now)
	if err != nil {
		t.Fatal(err)
	}
	x := b.update(w.readIndex())
	if x == nil {
		t.Fatal("everything is read again")
	}
	if len(x.tasks) != 3 {
		t.Errorf("%d tasks", len(x.tasks))
	}
}

// Where nothing can be written, the answer is the same.
func TestIndexReadOnly(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	w := smallArchive(t)
	want, _ := w.OpenTasks("")
	os.RemoveAll(filepath.Join(w.Root(), cacheDir))
	os.Chmod(w.Root(), 0o555)
	defer os.Chmod(w.Root(), 0o755)
	got, err := w.OpenTasks("")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want.Tasks, got.Tasks); d != "" {
		t.Error(d)
	}
}
