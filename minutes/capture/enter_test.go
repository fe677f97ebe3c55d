package capture

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// A case file holds lines as they are typed, "HH:MM text", and behind a line
// "---" what the meeting's file is then, with all that is written to the log.
// With -update-grammar all behind that line is written anew.
func TestEntered(t *testing.T) {
	files, err := filepath.Glob("testdata/entered/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			script, want, _ := strings.Cut(string(src), "\n---\n")
			got := entered(t, script)
			if got == want {
				return
			}
			if *updateGrammar {
				if err := os.WriteFile(file, []byte(script+"\n---\n"+got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
			for i := range a {
				if i >= len(b) || a[i] != b[i] {
					t.Fatalf("%s, line %d of the result:\n got %s\nwant %s", file, i+1, a[i], b[min(i, len(b)-1)])
				}
			}
			t.Fatal(file, "is shorter")
		})
	}
}

// entered types a script into a session, takes all of it back and brings it
// back, and returns what there is then.
func entered(t *testing.T, script string) string {
	now := time.Date(2032, 5, 6, 22, 20, 0, 0, time.FixedZone("", 7200))
	earlier := []tasks.Task{
		{ID: "320429-2", Text: "Winsch fetten", Assignees: []tasks.Assignee{{Nick: "lotte"}}, State: tasks.Open, Due: when.Day(2032, 5, 1)},
		{ID: "320429-3", Text: "Bilge *lenzen*", State: tasks.Open, Due: when.Day(2032, 5, 10)},
	}
	c := Config{Now: func() time.Time { now = now.Add(time.Second); return now }, Earlier: earlier}
	if strings.HasPrefix(script, "lang en") {
		c.Context.Lang = lang.English
	}
	c.Context.NextTelco = func(_, _ string, d when.Date) []when.Date { return []when.Date{d.AddDays(7)} }
	s := newTestSession(t, c)
	var out strings.Builder
	for line := range strings.SplitSeq(script, "\n") {
		at, typed, ok := strings.Cut(line, " ")
		clock, err := when.ReadClock(at)
		if !ok || err != nil {
			continue
		}
		for now.Hour() != clock.Hour() || now.Minute() != clock.Minute() {
			now = now.Truncate(time.Minute).Add(time.Minute)
		}
		typed = strings.NewReplacer(`\n`, "\n", `\t`, "\t").Replace(typed)
		before := s.View().Rev
		if _, err := s.Enter(typed); err != nil {
			fmt.Fprintf(&out, "refused: %s: %s\n", typed, lang.Say(err, lang.German))
			if s.View().Rev != before {
				t.Errorf("%q is refused and changes something", typed)
			}
		}
	}
	file := publicText(s)
	steps := 0
	for ; s.View().CanUndo != ""; steps++ {
		if _, err := s.Enter("/undo"); err != nil || steps > 500 {
			t.Fatal(err, steps)
		}
	}
	for range steps {
		if _, err := s.Enter("/redo"); err != nil {
			t.Fatal(err)
		}
	}
	if again := publicText(s); again != file {
		t.Errorf("all undone and redone:\n%s\nbefore:\n%s", again, file)
	}
	for _, e := range s.Effects() {
		fmt.Fprintf(&out, "log: %s %s %s %v %q\n", e.Event.ID, e.Event.Verb, e.Event.Due, e.Event.Assignees, e.Event.Text)
	}
	_, private := s.Render()
	out.WriteString(file)
	if private != nil {
		out.WriteString("=== private\n" + string(private))
	}
	return out.String()
}

// A note with a mark that it is not public is a note, and keeps all of it from
// being published until somebody has looked.
func TestPrivateMarkStays(t *testing.T) {
	for _, line := range []string{"Gehälter {privat}", "! Gehälter zählen {intern} (kaja)", "# Gehälter {privat}", "= mehr für alle {vertraulich}"} {
		s := typedIn(t, lang.German, "# Segel")
		r, err := s.Enter(line)
		if err != nil || len(r.Warnings) != 1 {
			t.Errorf("%q: %v, %s", line, err, dumpReading(r, lang.German))
		}
		f, err := minutes.Parse("2032-05-06-deck.md", []byte(publicText(s)), minutes.Context{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := minutes.NewPublic(f, minutes.PublicOptions{}); err == nil {
			t.Errorf("%q would be published", line)
		}
	}
}
