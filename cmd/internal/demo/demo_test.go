package demo

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
)

// now is a Sunday; the last telco of the year is the Thursday before it.
var now = time.Date(2026, 3, 15, 12, 0, 0, 0, time.UTC)

func written(t *testing.T, l lang.Lang) *archive.Workspace {
	t.Helper()
	root := filepath.Join(t.TempDir(), "demo")
	if err := Write(root, now, l, ""); err != nil {
		t.Fatal(err)
	}
	w, err := archive.Open(root, archive.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

func TestYearHasAllThereIsToShow(t *testing.T) {
	for _, l := range []lang.Lang{lang.German, lang.English} {
		t.Run(l.Code(), func(t *testing.T) {
			w := written(t, l)
			refs, err := w.Meetings()
			if err != nil {
				t.Fatal(err)
			}
			if len(refs) != weeks {
				t.Errorf("%d meetings, want %d", len(refs), weeks)
			}
			if got := refs[len(refs)-1].Date.String(); got != "2026-03-12" {
				t.Errorf("the last telco is on %s, want last week's Thursday", got)
			}
			var guests, late, twice, absent, decided, pastMidnight, mentions int
			for _, ref := range refs {
				f, err := w.Load(ref)
				if err != nil {
					t.Fatal(err)
				}
				m := f.Meeting
				for _, x := range minutes.Lint(f, w.Context()) {
					t.Errorf("lint: %s:%d %v", ref.Path, x.Line, x)
				}
				for _, a := range m.Present {
					if a.Guest {
						guests++
					}
					if !a.Intervals[0].From.IsZero() {
						late++
					}
					if len(a.Intervals) > 1 {
						twice++
					}
				}
				absent += len(m.Absent)
				mentions += len(m.Mentions)
				if m.End.Date != m.Date {
					pastMidnight++
				}
				for _, mo := range m.Motions {
					if mo.ID == "" {
						t.Errorf("%s: a motion has no id", ref.ID)
					}
					if mo.Outcome() == motions.Accepted && mo.Vote() != nil && mo.Vote().For > 0 {
						decided++
					}
				}
			}
			for what, n := range map[string]int{
				"guests": guests, "late joiners": late, "people who left and came back": twice, "absences": absent,
				"accepted motions": decided, "telcos past midnight": pastMidnight, "mentions": mentions,
			} {
				if n == 0 {
					t.Errorf("the year has no %s", what)
				}
			}
		})
	}
}

func TestTasksAreInEveryState(t *testing.T) {
	w := written(t, lang.German)
	reg, err := w.Register()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range reg.Problems {
		t.Errorf("%s:%d: %v", p.Path, p.Line, p.Err)
	}
	count := map[string]int{}
	for _, x := range reg.Tasks {
		if x.ID == "" || x.Orphan {
			t.Errorf("task %q: id %q, orphan %v", x.Text, x.ID, x.Orphan)
		}
		mine := false
		for _, a := range x.Assignees {
			mine = mine || a.Nick == Me
		}
		count[string(x.State)]++
		if x.Extended > 0 {
			count["extended"]++
		}
		if x.Overdue(w.Today()) {
			count["overdue"]++
			if mine {
				count["mine overdue"]++
			}
		}
		if mine && x.State == tasks.Open {
			count["mine open"]++
		}
	}
	for _, k := range []string{"open", "waiting", "done", "dropped", "extended", "overdue", "mine overdue", "mine open"} {
		if count[k] == 0 {
			t.Errorf("no task is %s", k)
		}
	}
	t.Log(count)
}

func TestSameDaySameBytes(t *testing.T) {
	first, second := written(t, lang.German), written(t, lang.German)
	a, b := tree(t, first.Root()), tree(t, second.Root())
	// What is kept on a machine for one demo must not be taken for another's.
	if first.Settings().ID == second.Settings().ID {
		t.Error("two demos have one id")
	}
	a["telko.toml"] = strings.Replace(a["telko.toml"], first.Settings().ID, second.Settings().ID, 1)
	if d := cmp.Diff(a, b); d != "" {
		t.Error(d)
	}
}

func TestWorkspaceThatIsThereIsLeftAlone(t *testing.T) {
	w := written(t, lang.German)
	before := tree(t, w.Root())
	if err := Write(w.Root(), now, lang.German, ""); err == nil {
		t.Error("a second demo was written over the first")
	}
	if d := cmp.Diff(before, tree(t, w.Root())); d != "" {
		t.Error(d)
	}
}

// tree returns what every file below root holds, the cache left out.
func tree(t *testing.T, root string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == ".telko" {
				return fs.SkipDir
			}
			return nil
		}
		b, err := os.ReadFile(p)
		rel, _ := filepath.Rel(root, p)
		out[rel] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
