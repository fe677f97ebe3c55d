package archive

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"telko/motions"
)

// board fills a workspace with n motions over n/4 meetings, in the log as well.
func board(t testing.TB, w *Workspace, n int) {
	t.Helper()
	var log bytes.Buffer
	for m := range n / 4 {
		day := time.Date(2030, 1, 3, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 7*m)
		id := day.Format("2006-01-02") + "-deck"
		var b strings.Builder
		fmt.Fprintf(&b, "---\nseries: deck\ndate: %s\nstart: 20:00\nstatus: final\n---\n\n# Deck\n\n## Anwesend\n\n- Kaja Steuer (kaja)\n- Otto Ost (otto)\n\n## Anträge\n", day.Format("2006-01-02"))
		for i := range 4 {
			mo := fmt.Sprintf("M%s-%d", day.Format("060102"), i+1)
			fmt.Fprintf(&b, "\n### Antrag %d: Anker %d für Boot %d #%s\n\n**Antragsteller:** Otto Ost (Lotse)\n\nEs möge ein Anker her, Nummer %d.\n\n**Begründung:** %s\n\n> **Antwort der Werft:** Wir haben %d davon.\n\n",
				i+1, i, m, mo, m*4+i, strings.Repeat("Der alte ist weg und liegt im Hafen. ", 10), i)
			if i > 0 {
				fmt.Fprintf(&b, "**Abstimmung (21:%02d):** %d dafür, 1 dagegen, 0 Enthaltungen\n**Beschluss:** angenommen\n", i, i)
			}
			fmt.Fprintf(&log, "%sT20:00:00+01:00 telko %s add 0123456789\n", day.Format("2006-01-02"), mo)
			if i == 2 {
				fmt.Fprintf(&log, "%sT20:00:00+01:00 kaja %s realise - - am Steg\n", day.AddDate(0, 0, 2).Format("2006-01-02"), mo)
			}
		}
		put(t, w, "minutes/"+id[:4]+"/"+id+".md", b.String())
	}
	put(t, w, motionLog, log.String())
}

// shown is what a register says, as text.
func shown(r *MotionRegister, whole bool) []string {
	var out []string
	for _, m := range append(append([]*motions.Record{}, r.Motions...), r.Resolutions...) {
		c := m.Clone()
		s := fmt.Sprintf("%s %d %q %v %+v %v %v %d %v %v %q", c.ID, c.Number, c.Title, c.Petitioners, c.Tracks, c.Received, c.Links, c.Answers, c.Unanswered, c.Places, c.Advice)
		if c.Ruling != nil {
			s += fmt.Sprintf(" %+v", *c.Ruling)
			if c.Ruling.Vote != nil {
				s = strings.Replace(s, fmt.Sprintf("%p", c.Ruling.Vote), fmt.Sprint(*c.Ruling.Vote), 1)
			}
		}
		if whole {
			for _, p := range c.Parts {
				s += fmt.Sprintf("\n  %s %q %v %d %d", p.Kind, p.Text, p.There, p.Of, p.Line)
			}
			for _, h := range c.History {
				s += fmt.Sprintf("\n  %v %s %s", h.At.UTC(), h.What, h.Text)
			}
			for _, h := range c.Remarks {
				s += fmt.Sprintf("\n  %s %v", h.Code, h.Words)
			}
		}
		out = append(out, s)
	}
	for _, p := range r.Problems {
		out = append(out, fmt.Sprintf("%s:%d: %v", p.Path, p.Line, p.Err))
	}
	return out
}

// asked is what the workspace says of motions: a list, and everything.
func asked(t testing.TB, w *Workspace) (list, whole []string) {
	t.Helper()
	l, err := w.ListMotions()
	if err != nil {
		t.Fatal(err)
	}
	r, err := w.MotionRegister()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range r.Motions {
		one, err := w.Motion(m.ID)
		if err != nil {
			t.Fatal(err)
		}
		a, b := shown(&MotionRegister{Motions: []*motions.Record{m}}, true), shown(&MotionRegister{Motions: []*motions.Record{one}}, true)
		if d := cmp.Diff(a, b); d != "" && m.ID != "" {
			t.Fatalf("alone it is something else: %s", d)
		}
		if n := len(r.Motions); n > 20 && n < 100 {
			break // it is the same code for all
		}
	}
	return shown(l, false), shown(r, true)
}

// sameMotions compares what the index says with what files and logs do.
func sameMotions(t testing.TB, w *Workspace, after string) {
	t.Helper()
	list, whole := asked(t, w)
	if err := w.dir.Rename(motionIndexFile, cacheDir+"/aside"); err != nil {
		t.Fatal(after, err)
	}
	wantList, want := asked(t, w)
	if err := w.dir.Rename(cacheDir+"/aside", motionIndexFile); err != nil {
		t.Fatal(after, err)
	}
	if d := cmp.Diff(wantList, list); d != "" {
		t.Fatalf("%s: the list\n%s", after, d)
	}
	if d := cmp.Diff(want, whole); d != "" {
		t.Fatalf("%s: the register\n%s", after, d)
	}
}

// believed fails unless the index is believed now.
func believed(t testing.TB, w *Workspace) {
	t.Helper()
	age(t, w)
	asked(t, w)
	old := w.readMotionIndex()
	if old == nil {
		t.Fatal("there is no index")
	}
	defer old.close()
	if !w.freshMotions(old) || w.foldedMotions(old) == nil {
		t.Fatal("the index is not believed though nothing has changed")
	}
}

// TestMotionIndexAnswersAsTheFiles: whatever is done to an archive.
func TestMotionIndexAnswersAsTheFiles(t *testing.T) {
	w := newWorkspace(t)
	updated := 0
	w.opts.step = func(where string) {
		if where == "motions updated" {
			updated++
		}
	}
	asked(t, w) // nothing is there yet
	board(t, w, 40)
	sameMotions(t, w, "the first")
	believed(t, w)
	rel := "minutes/2030/2030-01-10-deck.md"
	was := get(t, w, rel)
	for _, step := range []struct {
		what string
		do   func()
	}{
		{"a decision", func() { put(t, w, rel, was+"\n**Beschluss:** abgelehnt\n") }},
		{"a resolution", func() {
			put(t, w, rel, was+"\n## Kombüse\n\n**Abstimmung:** 2 dafür\n**Beschluss:** Der Herd kommt weg.\n")
		}},
		{"an event", func() {
			appendTo(filepath.Join(w.Root(), motionLog), "2030-02-01T20:00:00+01:00 kaja M300110-1 withdraw von selbst erledigt\n")
		}},
		{"a bad line", func() {
			appendTo(filepath.Join(w.Root(), motionLog), "was ist das\n2030-02-01T20:00:00+01:00 kaja M300230-1 add 0123456789\n")
		}},
		{"a private file", func() {
			put(t, w, "minutes/2030/2030-01-10-deck.private.md", "---\nseries: deck\ndate: 2030-01-10\n---\n\n### Antrag 9: Geheim #M300110-9\n\nx\n")
		}},
		{"a broken file", func() { put(t, w, "minutes/2030/2030-01-17-deck.md", "---\nstart: 99\n---\n") }},
		{"a file is gone", func() { remove(t, w, "minutes/2030/2030-01-24-deck.md") }},
		{"mended", func() { put(t, w, "minutes/2030/2030-01-17-deck.md", was) }},
		{"the log is gone", func() { remove(t, w, motionLog) }},
	} {
		step.do()
		sameMotions(t, w, step.what)
		believed(t, w)
		sameMotions(t, w, step.what+", later")
	}
	if updated < 9 {
		t.Errorf("an old index was built on %d times", updated)
	}
}

func remove(t testing.TB, w *Workspace, rel string) {
	t.Helper()
	if err := os.Remove(filepath.Join(w.Root(), rel)); err != nil {
		t.Fatal(err)
	}
}

// TestMotionIndexDamaged: every byte of it may be wrong, and all of its end
// missing; the answer is the same.
func TestMotionIndexDamaged(t *testing.T) {
	w := newWorkspace(t)
	board(t, w, 8)
	believed(t, w)
	wantList, want := asked(t, w)
	good := []byte(get(t, w, motionIndexFile))
	r := rand.New(rand.NewPCG(1, 1))
	for n := range 150 {
		bad := bytes.Clone(good)
		if n%3 == 0 {
			bad = bad[:r.IntN(len(bad))]
		} else {
			bad[r.IntN(len(bad))] ^= 1 << r.IntN(8)
		}
		put(t, w, motionIndexFile, string(bad))
		list, whole := asked(t, w)
		if d := cmp.Diff(wantList, list) + cmp.Diff(want, whole); d != "" {
			t.Fatalf("damage %d: %s", n, d)
		}
	}
}

func BenchmarkMotions(b *testing.B) {
	w := newWorkspace(b)
	board(b, w, 1000)
	believed(b, w)
	for name, do := range map[string]func() (*MotionRegister, error){"list": w.ListMotions, "whole": w.MotionRegister} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if r, err := do(); err != nil || len(r.Motions) != 1000 {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("one file changed", func(b *testing.B) {
		text := get(b, w, "minutes/2030/2030-01-10-deck.md")
		for b.Loop() {
			put(b, w, "minutes/2030/2030-01-10-deck.md", text)
			if _, err := w.ListMotions(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			remove(b, w, motionIndexFile)
			if _, err := w.ListMotions(); err != nil {
				b.Fatal(err)
			}
		}
	})
}
