package cli

import (
	"bufio"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// recording is a telko that records line by line, with somebody at its stdin.
type recording struct {
	t      *testing.T
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    *bufio.Reader
	stderr strings.Builder
}

// record starts one in a workspace, with a home beside it.
func record(t *testing.T, dir string) *recording {
	t.Helper()
	r := &recording{t: t, cmd: exec.Command("telko", "record", "--plain", "--me", "oke")}
	r.cmd.Dir = dir
	r.cmd.Env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + filepath.Join(dir, "..", "home"), "TZ=Europe/Berlin", "TELKO_TEST_CLOCK=2031-03-13T20:03:00",
		"GOCOVERDIR=" + os.Getenv("GOCOVERDIR"), briefly,
	}
	r.cmd.Stderr = &r.stderr
	in, err := r.cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := r.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	r.in, r.out = in, bufio.NewReader(out)
	if err := r.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	watchdog := time.AfterFunc(time.Minute, func() { _ = r.cmd.Process.Kill() })
	t.Cleanup(func() { watchdog.Stop(); _ = r.cmd.Process.Kill() })
	return r
}

// says waits for an answer that holds text.
func (r *recording) says(text string) {
	r.t.Helper()
	for {
		line, err := r.out.ReadString('\n')
		if strings.Contains(line, text) {
			return
		}
		if err != nil {
			r.t.Fatalf("%q was never said: %v\n%s", text, err, &r.stderr)
		}
	}
}

func (r *recording) line(text string) {
	r.t.Helper()
	if _, err := io.WriteString(r.in, text+"\n"); err != nil {
		r.t.Fatal(err)
	}
}

// code waits for the end.
func (r *recording) code() int {
	r.t.Helper()
	rest, _ := io.ReadAll(r.out)
	err := r.cmd.Wait()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		r.t.Fatalf("%v\n%s", err, rest)
	}
	return r.cmd.ProcessState.ExitCode()
}

// recordedTeam is a workspace of its own.
func recordedTeam(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "team")
	if err := os.CopyFS(dir, os.DirFS("../../../testdata/script/team")); err != nil {
		t.Fatal(err)
	}
	return dir
}

func meetingFile(t *testing.T, dir string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "minutes/2031/2031-03-13-plenum.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Whatever ends the program, no line that was answered is lost, and the telco
// goes on.
func TestRecordEndsBySignal(t *testing.T) {
	for _, c := range []struct {
		signal syscall.Signal
		code   int
	}{{syscall.SIGINT, exitUsage}, {syscall.SIGTERM, exitUsage}, {syscall.SIGHUP, exitUsage}, {syscall.SIGKILL, -1}} {
		t.Run(c.signal.String(), func(t *testing.T) {
			dir := recordedTeam(t)
			r := record(t, dir)
			r.line("# Technik")
			r.says("Thema · Technik")
			r.line("der Beamer flackert")
			r.says("Notiz")
			if err := r.cmd.Process.Signal(c.signal); err != nil {
				t.Fatal(err)
			}
			if code := r.code(); code != c.code {
				t.Errorf("exit code %d, want %d\n%s", code, c.code, &r.stderr)
			}
			if c.signal != syscall.SIGKILL && (!strings.Contains(meetingFile(t, dir), "- der Beamer flackert\n") || !strings.Contains(r.stderr.String(), "telko record")) {
				t.Errorf("the file:\n%s\nstderr: %s", meetingFile(t, dir), &r.stderr)
			}
			r = record(t, dir)
			r.says("begann: 2 Einträge")
			r.line("auch mit neuem Kabel")
			r.says("Notiz")
			r.in.Close()
			if code := r.code(); code != exitDone {
				t.Errorf("exit code %d\n%s", code, &r.stderr)
			}
			if got := meetingFile(t, dir); !strings.Contains(got, "status: live\n") || !strings.HasSuffix(got, "## Technik\n\n- der Beamer flackert\n- auch mit neuem Kabel\n") {
				t.Errorf("the file:\n%s", got)
			}
		})
	}
}

// Two cannot record one meeting: the second is told who has it.
func TestRecordIsHeld(t *testing.T) {
	dir := recordedTeam(t)
	first := record(t, dir)
	first.line("# Technik")
	first.says("Thema · Technik")
	second := record(t, dir)
	if code := second.code(); code != exitConflict || !strings.Contains(second.stderr.String(), "oke") {
		t.Errorf("exit code %d\n%s", code, &second.stderr)
	}
	first.line("/ende")
	first.says("Noch einmal")
	first.line("/ende")
	first.says("Das Protokoll steht in")
	first.in.Close()
	if code := first.code(); code != exitDone {
		t.Errorf("exit code %d\n%s", code, &first.stderr)
	}
	third := record(t, dir)
	third.says("wird wieder geöffnet")
	third.in.Close()
	if code := third.code(); code != exitDone {
		t.Errorf("exit code %d\n%s", code, &third.stderr)
	}
}
