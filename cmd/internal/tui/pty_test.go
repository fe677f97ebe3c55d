package tui

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"telko/cmd/internal/terminal"
	"telko/minutes"
	"telko/minutes/capture"
	"telko/minutes/lang"
)

// The screen as a program in a terminal that answers no query: the test's own
// binary, started again.

const (
	childVar = "TELKO_TUI_CHILD" // the folder of a screen that runs in a terminal
	patience = time.Minute       // with a machine that has other things to do
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childVar); dir != "" {
		os.Exit(child(dir))
	}
	os.Exit(m.Run())
}

// noteBook is a journal in a file: one line an event.
type noteBook struct{ f *os.File }

func (n noteBook) Append(events []capture.Event) error {
	for _, e := range events {
		if e.Text == "boom" {
			panic("what nobody thought of")
		}
		if _, err := fmt.Fprintf(n.f, "%s %q\n", e.Verb, e.Text); err != nil {
			return err
		}
	}
	return nil
}

func child(dir string) int {
	f, err := os.OpenFile(filepath.Join(dir, "journal"), os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return 3
	}
	s, err := capture.New(capture.Config{
		Base:    []byte("---\nseries: deck\ndate: 2032-05-06\nkeeper: kaja\nstatus: live\n---\n\n# Deck-Telko 06.05.2032\n"),
		Journal: noteBook{f}, Writer: "k3f", Now: time.Now, Keeper: "kaja", Context: minutes.Context{Lang: lang.German},
	})
	if err != nil {
		return 4
	}
	crash := func(report []byte) (string, error) {
		path := filepath.Join(dir, "crash.txt")
		return path, os.WriteFile(path, report, 0o600)
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGHUP) // as telko record does
	defer stop()
	err = Run(ctx, Options{Session: s, Lang: lang.German, Now: time.Now, Crash: crash, Version: "test"})
	if err != nil {
		fmt.Printf("error: %s\n%s\n", lang.Say(err, lang.German), lang.HintOf(err, lang.German))
	}
	fmt.Printf("%d entries, the terminal is back\n", len(s.View().Entries))
	return 0
}

// running is a screen in a terminal.
type running struct {
	*terminal.Terminal
	t   *testing.T
	dir string
}

func start(t *testing.T, w, h int, environ ...string) *running {
	t.Helper()
	r := &running{t: t, dir: t.TempDir()}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(append(os.Environ(), childVar+"="+r.dir, "TERM=xterm-256color", "COLORTERM=", "NO_COLOR="), environ...)
	var err error
	if r.Terminal, err = terminal.Start(cmd, w, h); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	r.sees("›")
	return r
}

func (r *running) sees(text string) {
	r.t.Helper()
	if err := r.AwaitText(text, patience); err != nil {
		r.t.Fatal(err)
	}
}

func (r *running) types(keys string) {
	r.t.Helper()
	if err := r.Type(keys); err != nil {
		r.t.Fatal(err)
	}
}

// journal returns what was accepted.
func (r *running) journal() string {
	b, err := os.ReadFile(filepath.Join(r.dir, "journal"))
	if err != nil {
		r.t.Fatal(err)
	}
	return string(b)
}

// leaves ends the screen with the key for it.
func (r *running) leaves() {
	r.t.Helper()
	r.types("\x03")
	r.sees("Noch einmal")
	r.types("\x03")
	r.sees("the terminal is back")
	if err := r.Wait(patience); err != nil {
		r.t.Error(err)
	}
}

const restored = "\x1b[?1049l" // back from the alternate screen

func TestTypingFasterThanItDraws(t *testing.T) {
	r := start(t, 80, 24)
	var typed strings.Builder
	for i := range 80 {
		fmt.Fprintf(&typed, "Zeile %d: die Größe der Fock, „zehn“ Fuß\r", i)
	}
	r.types(typed.String())
	r.sees("• Zeile 79")
	j := r.journal()
	for i := range 80 {
		if want := fmt.Sprintf("Zeile %d: die Größe der Fock, „zehn“ Fuß", i); !strings.Contains(j, want) {
			t.Fatalf("%q is not in the journal", want)
		}
	}
	if n := strings.Count(j, "\n"); n != 80 {
		t.Errorf("the journal has %d lines", n)
	}
	r.types("häß")
	r.sees("› häß")
	if x, y, seen := r.Cursor(); x != 5 || y != 21 || !seen {
		t.Errorf("the cursor is at %d,%d (seen: %v), and an input method composes there", x, y, seen)
	}
	r.types("\x15") // clears the line
	r.leaves()
	r.sees("80 entries")
}

func TestPasteThroughTheTerminal(t *testing.T) {
	r := start(t, 80, 24)
	line := "Größe: „zehn“ \x1b[1mfett\x1b[m\r\n"
	n := 80000 / len([]rune(line))
	if err := r.Paste(strings.Repeat(line, n) + "Schluß"); err != nil {
		t.Fatal(err)
	}
	r.sees(fmt.Sprintf("Eingefügt: %d Zeilen", n+1))
	r.types("\r")
	r.sees("Schluß")
	if err := r.Await("the entry line", patience, func(s string) bool { return strings.Contains(s, "›") }); err != nil {
		t.Fatal(err)
	}
	if j := r.journal(); strings.Count(j, "Größe: „zehn“ fett") != n || strings.Count(j, "\n") != 1 || strings.Contains(j, "[1m") {
		t.Errorf("%d of %d lines are in the journal, in %d entries", strings.Count(j, "Größe: „zehn“ fett"), n, strings.Count(j, "\n"))
		for i, l := range strings.Split(j, `\n`) {
			if l != "Größe: „zehn“ fett" {
				t.Logf("line %d is %q", i, l)
			}
		}
	}
}

func TestPasteOfHalfSequences(t *testing.T) {
	r := start(t, 80, 24)
	if err := r.Paste("vorn \x1b]0;ohne Ende\nmitte \x1b[200~\x1bP\n\x1b"); err != nil {
		t.Fatal(err)
	}
	r.sees("Eingefügt: 2 Zeilen")
	r.types("\r")
	r.sees("• vorn")
	if j := r.journal(); !strings.Contains(j, `vorn ]0;ohne Ende\nmitte P`) {
		t.Errorf("the journal has %s", j)
	}
	r.types("weiter\r")
	r.sees("• weiter")
}

func TestResizeToOneCellAndBack(t *testing.T) {
	r := start(t, 80, 24)
	r.types("vorher\r")
	r.sees("• vorher")
	for _, size := range [][2]int{{1, 1}, {3, 2}, {40, 12}, {200, 60}, {1, 1}, {80, 24}} {
		if err := r.Resize(size[0], size[1]); err != nil {
			t.Fatal(err)
		}
		r.types("x")
	}
	r.sees("› xxxxxx")
	r.sees("• vorher")
	r.sees("Tagesordnung")
}

// A screen that grows is drawn whole, though nothing on it changes any more.
func TestGrowingIsDrawnWhole(t *testing.T) {
	r := start(t, 80, 24)
	r.types("\x1bOP") // F1
	r.sees("ein Beschluss ohne Antrag")
	r.sees("Esc zurück")
	if err := r.Resize(1, 1); err != nil {
		t.Fatal(err)
	}
	if err := r.Await("one cell", patience, func(s string) bool { return strings.TrimSpace(s) == "W" }); err != nil {
		t.Fatal(err)
	}
	if err := r.Resize(80, 24); err != nil {
		t.Fatal(err)
	}
	r.sees("Was man tippt")
	r.sees("ein Beschluss ohne Antrag")
	r.sees("Esc zurück")
}

func TestSuspendAndResume(t *testing.T) {
	r := start(t, 80, 24)
	r.types("halb\x1a")
	if err := r.Await("the terminal as it was", patience, func(s string) bool { return !strings.Contains(s, "Tagesordnung") }); err != nil {
		t.Fatal(err)
	}
	// It may be on its way to stopping: it is continued until it is there.
	for deadline := time.Now().Add(patience); ; {
		if err := r.Signal(syscall.SIGCONT); err != nil {
			t.Fatal(err)
		}
		err := r.AwaitText("› halb", 100*time.Millisecond)
		if err == nil {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal(err)
		}
	}
	r.types(" fertig\r")
	r.sees("• halb fertig")
}

func TestSignalsRestoreTheTerminal(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT} {
		r := start(t, 80, 24)
		r.types("angenommen\rhalb")
		r.sees("› halb")
		if err := r.Signal(sig); err != nil {
			t.Fatal(err)
		}
		r.sees("1 entries, the terminal is back")
		if err := r.Wait(patience); err != nil {
			t.Error(err)
		}
		if !strings.Contains(r.Written(), restored) {
			t.Errorf("%v: the alternate screen is still on", sig)
		}
	}
}

func TestClosedWindowEndsIt(t *testing.T) {
	r := start(t, 80, 24)
	r.types("angenommen\r")
	r.sees("• angenommen")
	if err := r.HangUp(); err != nil {
		t.Fatal(err)
	}
	if err := r.Wait(patience); err != nil {
		t.Error(err)
	}
	if j := r.journal(); !strings.Contains(j, "angenommen") {
		t.Errorf("the journal has %q", j)
	}
}

func TestPanicRestoresTheTerminalAndIsReported(t *testing.T) {
	r := start(t, 80, 24)
	r.types("angenommen\rboom\r")
	r.sees("telko ist abgestürzt")
	r.sees("1 entries, the terminal is back")
	if !strings.Contains(r.Written(), restored) {
		t.Error("the alternate screen is still on")
	}
	r.sees("crash.txt")
	b, err := os.ReadFile(filepath.Join(r.dir, "crash.txt"))
	if err != nil || !strings.Contains(string(b), "what nobody thought of") || !strings.Contains(string(b), "noteBook") {
		t.Errorf("the report is %s, %v", b, err)
	}
}

// colour finds what sets a colour, and not bold and the like.
var colour = regexp.MustCompile(`\x1b\[(\d+;)*([34]\d|9\d|10\d)(;\d+)*m`)

func TestColours(t *testing.T) {
	for _, tt := range []struct {
		environ string
		want    bool
	}{{"TERM=xterm-256color", true}, {"NO_COLOR=1", false}, {"NO_COLOR=yes", false}} {
		r := start(t, 80, 24, tt.environ)
		r.types("# Segel\r")
		r.sees("▸ Segel")
		if got := colour.MatchString(strings.NewReplacer("\x1b[39m", "", "\x1b[49m", "").Replace(r.Written())); got != tt.want {
			t.Errorf("%s: colours: %v, want %v", tt.environ, got, tt.want)
		}
		if !strings.Contains(r.Written(), "\x1b[1m") {
			t.Errorf("%s: nothing is bold", tt.environ)
		}
	}
}

func TestDumbTerminal(t *testing.T) {
	r := &running{t: t, dir: t.TempDir()}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childVar+"="+r.dir, "TERM=dumb")
	var err error
	if r.Terminal, err = terminal.Start(cmd, 80, 24); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	r.sees("für den Schirm braucht telko ein Terminal")
	r.sees("--plain")
	if strings.Contains(r.Written(), "\x1b") {
		t.Errorf("it wrote %q", r.Written())
	}
}
