package terminal

import (
	"errors"
	"os/exec"
	"strings"
	"testing"
	"time"
)

const limit = 10 * time.Second

func start(t *testing.T, script string) *Terminal {
	t.Helper()
	term, err := Start(exec.Command("sh", "-c", script), 30, 5)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(term.Close)
	return term
}

func TestTerminal(t *testing.T) {
	term := start(t, `printf '\033[2J\033[2;3Hübung'; read word; printf '\033[4;1H%s' "<$word>"; stty size; read word`)
	if err := term.AwaitText("übung", limit); err != nil {
		t.Fatal(err)
	}
	if x, y, _ := term.Cursor(); x != 7 || y != 1 {
		t.Errorf("the cursor is at %d,%d", x, y)
	}
	if err := term.Resize(40, 6); err != nil {
		t.Fatal(err)
	}
	if err := term.Type("grün\r"); err != nil {
		t.Fatal(err)
	}
	if err := term.AwaitText("<grün>6 40", limit); err != nil {
		t.Fatal(err)
	}
	if err := term.Await("nothing", time.Millisecond, func(string) bool { return false }); !errors.Is(err, ErrTimeout) || !strings.Contains(err.Error(), "<grün>") {
		t.Error(err)
	}
	if err := term.Type("\r"); err != nil {
		t.Fatal(err)
	}
	if err := term.Wait(limit); err != nil {
		t.Error(err)
	}
}

func TestEnd(t *testing.T) {
	term := start(t, `echo weg; exit 3`)
	if err := term.AwaitText("niemals", limit); err == nil || !strings.Contains(err.Error(), "exit status 3") {
		t.Error(err)
	}
	if !strings.Contains(term.Written(), "weg\r\n") {
		t.Errorf("%q", term.Written())
	}
}

func TestHangUp(t *testing.T) {
	term := start(t, `trap 'exit 7' HUP; echo da; while read word; do :; done; exit 7`)
	if err := term.AwaitText("da", limit); err != nil {
		t.Fatal(err)
	}
	if err := term.HangUp(); err != nil {
		t.Fatal(err)
	}
	if err := term.Wait(limit); err == nil || !strings.Contains(err.Error(), "exit status 7") {
		t.Error(err)
	}
}
