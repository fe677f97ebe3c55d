package terminal

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
	"golang.org/x/sys/unix"
)

// Terminal is a program that runs in a terminal.
type Terminal struct {
	cmd *exec.Cmd
	pty *os.File

	mu      sync.Mutex
	emu     vt10x.Terminal
	raw     []byte        // the last of what the program wrote, for reports
	changed chan struct{} // closed and made anew when the screen may have changed
	ended   chan struct{} // closed when the program has
	err     error         // its end
}

// rawKept is how many bytes of a program's output are kept for reports.
const rawKept = 1 << 16

// Start runs cmd in a terminal of this size, in cells. Like a plain terminal it
// answers no query.
func Start(cmd *exec.Cmd, width, height int) (*Terminal, error) {
	t := &Terminal{
		cmd:     cmd,
		emu:     vt10x.New(vt10x.WithSize(width, height)),
		changed: make(chan struct{}),
		ended:   make(chan struct{}),
	}
	p, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)})
	if err != nil {
		return nil, err
	}
	t.pty, err = closable(p)
	if err != nil {
		return nil, errors.Join(err, cmd.Process.Kill(), cmd.Wait())
	}
	go t.read()
	return t, nil
}

// closable returns the file as one that Close takes away at once. Package pty
// leaves it so that somebody who reads from it keeps it open.
func closable(f *os.File) (*os.File, error) {
	fd, err := unix.FcntlInt(f.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err == nil {
		err = unix.SetNonblock(fd, true)
	}
	return os.NewFile(uintptr(fd), f.Name()), errors.Join(err, f.Close())
}

// read draws what the program writes, until it ends.
func (t *Terminal) read() {
	buf := make([]byte, 1<<16)
	for {
		n, err := t.pty.Read(buf)
		if n > 0 {
			t.draw(buf[:n])
		}
		if err != nil {
			break // a pty ends with EIO
		}
	}
	err := t.cmd.Wait()
	t.mu.Lock()
	t.err = err
	t.mu.Unlock()
	close(t.ended)
}

func (t *Terminal) draw(p []byte) {
	t.mu.Lock()
	defer t.mu.Unlock()
	_, _ = t.emu.Write(p)
	t.raw = append(t.raw, p...)
	if over := len(t.raw) - rawKept; over > 0 {
		t.raw = append(t.raw[:0], t.raw[over:]...)
	}
	close(t.changed)
	t.changed = make(chan struct{})
}

// Type sends keys as a keyboard would.
func (t *Terminal) Type(keys string) error {
	_, err := t.pty.WriteString(keys)
	return err
}

// Paste sends text as a terminal does that brackets what is pasted.
func (t *Terminal) Paste(text string) error {
	return t.Type("\x1b[200~" + text + "\x1b[201~")
}

// Resize changes the size of the terminal, and tells the program.
func (t *Terminal) Resize(width, height int) error {
	t.mu.Lock()
	t.emu.Resize(width, height)
	t.mu.Unlock()
	conn, err := t.pty.SyscallConn()
	if err != nil {
		return err
	}
	var failed error
	err = conn.Control(func(fd uintptr) {
		failed = unix.IoctlSetWinsize(int(fd), unix.TIOCSWINSZ, &unix.Winsize{Row: uint16(height), Col: uint16(width)})
	})
	return errors.Join(err, failed)
}

// Screen returns what a person sees, lines without blanks at their ends.
func (t *Terminal) Screen() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.screen()
}

func (t *Terminal) screen() string {
	w, h := t.emu.Size()
	var b strings.Builder
	for y := range h {
		line := make([]rune, 0, w)
		for x := range w {
			r := t.emu.Cell(x, y).Char
			if r == 0 {
				r = ' '
			}
			line = append(line, r)
		}
		b.WriteString(strings.TrimRight(string(line), " "))
		b.WriteByte('\n')
	}
	return strings.TrimRight(b.String(), "\n")
}

// Written returns the last bytes that the program wrote.
func (t *Terminal) Written() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return string(t.raw)
}

// Cursor returns the cell of the cursor and whether it can be seen.
func (t *Terminal) Cursor() (x, y int, visible bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	c := t.emu.Cursor()
	return c.X, c.Y, t.emu.CursorVisible()
}

// ErrTimeout says that a screen was not seen in time.
var ErrTimeout = errors.New("not seen in time")

// Await waits until the screen satisfies ok, at most for the given time. The
// error shows the screen as it was then.
func (t *Terminal) Await(what string, limit time.Duration, ok func(screen string) bool) error {
	deadline := time.NewTimer(limit)
	defer deadline.Stop()
	for {
		t.mu.Lock()
		screen, changed := t.screen(), t.changed
		t.mu.Unlock()
		if ok(screen) {
			return nil
		}
		select {
		case <-changed:
		case <-t.ended:
			if screen := t.Screen(); ok(screen) {
				return nil
			}
			return fmt.Errorf("%s: the program ended (%v); the screen:\n%s", what, t.err, t.Screen())
		case <-deadline.C:
			return fmt.Errorf("%s: %w; the screen:\n%s", what, ErrTimeout, screen)
		}
	}
}

// AwaitRune waits until r stands in a cell. It looks at that cell alone, so that
// it can be measured how long a key takes.
func (t *Terminal) AwaitRune(x, y int, r rune, limit time.Duration) error {
	deadline := time.NewTimer(limit)
	defer deadline.Stop()
	for {
		t.mu.Lock()
		at, changed := t.emu.Cell(x, y).Char, t.changed
		t.mu.Unlock()
		if at == r {
			return nil
		}
		select {
		case <-changed:
		case <-t.ended:
			return fmt.Errorf("%q: the program ended (%v); the screen:\n%s", r, t.err, t.Screen())
		case <-deadline.C:
			return fmt.Errorf("%q at %d,%d: %w; the screen:\n%s", r, x, y, ErrTimeout, t.Screen())
		}
	}
}

// AwaitText waits until text stands on the screen.
func (t *Terminal) AwaitText(text string, limit time.Duration) error {
	return t.Await(fmt.Sprintf("%q", text), limit, func(screen string) bool { return strings.Contains(screen, text) })
}

// Signal sends the program a signal.
func (t *Terminal) Signal(sig os.Signal) error { return t.cmd.Process.Signal(sig) }

// Pid returns the program's process number.
func (t *Terminal) Pid() int { return t.cmd.Process.Pid }

// Wait waits until the program has ended, at most for the given time, and
// returns what exec.Cmd's Wait said of it.
func (t *Terminal) Wait(limit time.Duration) error {
	deadline := time.NewTimer(limit)
	defer deadline.Stop()
	select {
	case <-t.ended:
		return t.err
	case <-deadline.C:
		return fmt.Errorf("the program's end: %w; the screen:\n%s", ErrTimeout, t.Screen())
	}
}

// HangUp takes the terminal away, as a closed window or a lost connection does.
func (t *Terminal) HangUp() error { return t.pty.Close() }

// Close kills the program, if it still runs, and takes the terminal away.
func (t *Terminal) Close() {
	_ = t.cmd.Process.Kill()
	<-t.ended
	_ = t.pty.Close()
}
