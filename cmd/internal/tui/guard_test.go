package tui

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/lang"
)

func TestGuardOfCommands(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	var reports []string
	s.opt.Crash = func(b []byte) (string, error) {
		reports = append(reports, string(b))
		return "crash.txt", nil
	}
	quits := 0
	g := &guard{app: s.app, quit: func() { quits++ }}
	boom := func() tea.Msg { panic("was niemand bedacht hat") }

	batch, ok := g.watch(tea.Batch(func() tea.Msg { return quietMsg{} }, boom))().(tea.BatchMsg)
	if !ok || len(batch) != 2 {
		t.Fatal("the batch is gone")
	}
	if _, ok := batch[0]().(quietMsg); !ok || quits > 0 || g.crashed() != nil {
		t.Error("a command that does well is disturbed")
	}
	if msg := batch[1](); msg != nil || quits != 1 {
		t.Errorf("the program goes on after a panic: %v", msg)
	}
	g.watch(boom)()
	if len(reports) != 1 || !strings.Contains(reports[0], "was niemand bedacht hat") || !strings.Contains(reports[0], "TestGuardOfCommands") {
		t.Errorf("the reports are %q", reports)
	}
	if got := lang.Say(g.crashed(), lang.German) + lang.HintOf(g.crashed(), lang.German); !strings.Contains(got, "abgestürzt") || !strings.Contains(got, "crash.txt") {
		t.Errorf("it says %q", got)
	}
}

func TestCrashWithoutReport(t *testing.T) {
	s := newScreen(t, lang.English, 80, 24)
	g := &guard{app: s.app, quit: func() {}}
	s.opt.Crash = func([]byte) (string, error) { return "", errors.New("read-only") }
	g.watch(func() tea.Msg { panic(1) })()
	if got := lang.HintOf(g.crashed(), lang.English); !strings.Contains(got, "read-only") {
		t.Errorf("it says %q", got)
	}
}

func TestInterruptAsksOnce(t *testing.T) {
	quits := 0
	g := &guard{quit: func() { quits++ }}
	g.interrupt() // a signal
	g.interrupt() // and the caller, who heard it too
	if quits != 1 || !g.interrupted.Load() {
		t.Errorf("it asked %d times", quits)
	}
}
