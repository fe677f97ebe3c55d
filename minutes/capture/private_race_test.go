package capture_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"telko/minutes/capture"
	"telko/minutes/capture/disk"
)

// A topic that is made private while the file is being written, with ids for
// its tasks, or is changed by another program, is private whatever comes back.
func TestPrivateWhileSaving(t *testing.T) {
	for _, outside := range []bool{false, true} {
		ws := boat(t, "2032-05-06T22:00", nil)
		plan, err := capture.PlanFor(ws, capture.Wish{}, ws.Now())
		if err != nil {
			t.Fatal(err)
		}
		s, err := capture.Start(capture.Options{Workspace: ws, Files: disk.Dir(t.TempDir()), Now: ws.Now, Keeper: "kaja"}, plan)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		enter := func(lines ...string) {
			t.Helper()
			for _, line := range lines {
				if _, err := s.Enter(line); err != nil {
					t.Fatalf("%s: %v", line, err)
				}
			}
		}
		path := filepath.Join(ws.Root(), plan.Ref.Path)
		enter("# Segel", "alle heil", "# Personal", "die Heuer von Piet", "! mit Piet reden (lotte)")
		if outside {
			if err := s.SaveAll(); err != nil {
				t.Fatal(err)
			}
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			writeFile(t, path, strings.Replace(string(b), "Heuer von Piet", "Heuer von Piet ist zu klein", 1))
		}
		save, ok := s.StartSaveNow()
		if !ok {
			t.Fatal("nothing to save")
		}
		if !outside {
			enter("/privat")
			if err := s.Finish(save.Run()); err != nil {
				t.Fatal(err)
			}
		} else {
			first := save.Run()
			enter("/privat")
			if err := s.Finish(first); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.SaveAll(); err != nil {
			t.Fatal(err)
		}
		public, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(public), "Piet") {
			t.Errorf("outside=%v: public:\n%s", outside, public)
		}
		private, err := os.ReadFile(strings.TrimSuffix(path, ".md") + ".private.md")
		if err != nil {
			t.Fatal(err)
		}
		if outside && !strings.Contains(string(private), "Heuer von Piet ist zu klein") {
			t.Errorf("what was changed is lost: %s", private)
		}
		if got := string(private); strings.Count(got, "die Heuer von Piet") != 1 || strings.Count(got, "mit Piet reden (lotte) #320506-1") != 1 {
			t.Errorf("outside=%v: private:\n%s", outside, private)
		}
		for _, p := range s.View().Problems {
			t.Errorf("outside=%v: %v", outside, p.Err)
		}
	}
}
