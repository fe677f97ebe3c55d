package archive

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/motions"
)

// likeAll asks for those like each motion, as texts.
func likeAll(t testing.TB, w *Workspace, few bool) []string {
	t.Helper()
	reg, err := w.MotionRegister()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for i, r := range reg.Motions {
		if r.ID == "" || few && i%7 != 0 {
			continue
		}
		one, alike, err := w.MotionAlike(r.ID, 3)
		if err != nil {
			t.Fatal(err)
		}
		found, err := alike()
		if err != nil {
			t.Fatal(err)
		}
		s := shown(&MotionRegister{Motions: []*motions.Record{one}}, true)[0]
		for _, l := range found {
			s += fmt.Sprintf("\n    %v %q %s", l.Score, l.Words, shown(&MotionRegister{Motions: []*motions.Record{l.Record}}, true)[0])
		}
		out = append(out, s)
	}
	return out
}

// searched is what a search through all texts finds.
func searched(t testing.TB, w *Workspace, few bool) []string {
	t.Helper()
	reg, err := w.MotionRegister()
	if err != nil {
		t.Fatal(err)
	}
	m := memoryOf(reg.Motions)
	var out []string
	for i, r := range reg.Motions {
		if r.ID == "" || few && i%7 != 0 {
			continue
		}
		s := shown(&MotionRegister{Motions: []*motions.Record{r}}, true)[0]
		for _, l := range m.Like(r.Told(), 3) {
			s += fmt.Sprintf("\n    %v %q %s", l.Score, l.Words, shown(&MotionRegister{Motions: []*motions.Record{reg.Motions[l.Index]}}, true)[0])
		}
		out = append(out, s)
	}
	return out
}

// kept reports whether what is on disk answers for every motion.
func kept(t testing.TB, w *Workspace) bool {
	t.Helper()
	reg, err := w.ListMotions()
	if err != nil {
		t.Fatal(err)
	}
	old := w.readMotionIndex()
	if old == nil {
		return false
	}
	defer old.close()
	names, ok := old.names()
	for _, r := range reg.Motions {
		_, some := w.keptAlike(old, names, r.ID, 3)
		ok = ok && some
	}
	return ok
}

// TestAlikeFromDisk: what is kept on disk finds what a search through all texts
// finds, whatever is done to the archive.
func TestAlikeFromDisk(t *testing.T) {
	w := newWorkspace(t)
	board(t, w, 60)
	age(t, w)
	rel := "minutes/2030/2030-01-10-deck.md"
	was := get(t, w, rel)
	for _, step := range []struct {
		what string
		do   func()
	}{
		{"the first", func() {}},
		{"another text", func() {
			put(t, w, rel, was+"\n### Antrag 7: Rettungsring für Boot 3 #M300110-7\n\nDer Hafen braucht Ringe, Anker und einen Kran.\n")
		}},
		{"a motion that only the log knows", func() {
			appendTo(filepath.Join(w.Root(), motionLog), "2030-02-01T20:00:00+01:00 kaja M300230-1 add 0123456789\n")
		}},
		{"a resolution", func() {
			put(t, w, rel, was+"\n## Kombüse\n\n**Abstimmung:** 2 dafür\n**Beschluss:** Der Herd kommt weg.\n")
		}},
		{"taken up again", func() {
			put(t, w, "minutes/2030/2030-01-17-deck.md", "---\nseries: deck\ndate: 2030-01-17\n---\n\n### Antrag 1: Anker 0 für Boot 1 #M300110-1\n\nEs möge ein Anker her, Nummer 4.\n\n> **Antwort:** Nein.\n")
		}},
		{"a file is gone", func() { remove(t, w, "minutes/2030/2030-01-24-deck.md") }},
	} {
		step.do()
		age(t, w)
		if _, err := w.ListMotions(); err != nil { // there is an index, and an old memory
			t.Fatal(err)
		}
		want := searched(t, w, false)
		if d := cmp.Diff(want, likeAll(t, w, false)); d != "" {
			t.Fatalf("%s: %s", step.what, d)
		}
		if !kept(t, w) {
			t.Fatalf("%s: nothing is kept", step.what)
		}
		if d := cmp.Diff(want, likeAll(t, w, false)); d != "" {
			t.Fatalf("%s, from disk: %s", step.what, d)
		}
	}
}

// TestAlikeWithoutID: what resembles a motion may have no id yet.
func TestAlikeWithoutID(t *testing.T) {
	w := newWorkspace(t)
	board(t, w, 8)
	put(t, w, "minutes/2030/2030-03-07-deck.md", "---\nseries: deck\ndate: 2030-03-07\n---\n\n### Antrag 1: Anker 1 für Boot 1\n\nEs möge ein Anker her, Nummer 4.\n")
	age(t, w)
	want := searched(t, w, false)
	for range 2 {
		if d := cmp.Diff(want, likeAll(t, w, false)); d != "" {
			t.Fatal(d)
		}
	}
}

// TestAlikeDamaged: every byte of what is kept may be wrong, and all of its end
// missing; the answer is the same.
func TestAlikeDamaged(t *testing.T) {
	w := newWorkspace(t)
	board(t, w, 20)
	age(t, w)
	want := searched(t, w, true)
	likeAll(t, w, true)
	if !kept(t, w) {
		t.Fatal("nothing is kept")
	}
	good := []byte(get(t, w, memoryFile))
	r := rand.New(rand.NewPCG(1, 1))
	for n := range 100 {
		bad := bytes.Clone(good)
		if n%3 == 0 {
			bad = bad[:r.IntN(len(bad))]
		} else {
			bad[r.IntN(len(bad))] ^= 1 << r.IntN(8)
		}
		put(t, w, memoryFile, string(bad))
		if d := cmp.Diff(want, likeAll(t, w, true)); d != "" {
			t.Fatalf("damage %d: %s", n, d)
		}
	}
}
