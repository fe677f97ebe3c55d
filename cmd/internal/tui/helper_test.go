package tui

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"telko/minutes"
	"telko/minutes/capture"
	"telko/minutes/lang"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var berlin = time.FixedZone("CEST", 7200)

// clock is a clock that tests set.
type clock struct{ t time.Time }

func (c *clock) now() time.Time       { return c.t }
func (c *clock) pass(d time.Duration) { c.t = c.t.Add(d) }
func newClock() *clock                { return &clock{time.Date(2032, 5, 6, 22, 43, 0, 0, berlin)} }

// screen is a screen under test, without a terminal.
type screen struct {
	*app
	t     *testing.T
	clock *clock
	log   *capture.Memory
}

// newScreen returns a screen of a size over a telco that nothing was typed in.
func newScreen(t *testing.T, l lang.Lang, w, h int) *screen {
	t.Helper()
	c := newClock()
	j := &capture.Memory{}
	s, err := capture.New(capture.Config{
		Base:    []byte("---\nseries: deck\ndate: 2032-05-06\nkeeper: kaja\nstatus: live\n---\n\n# Deck-Telko 06.05.2032\n"),
		Journal: j, Writer: "k3f", Now: c.now, Keeper: "kaja", Context: minutes.Context{Lang: l},
	})
	if err != nil {
		t.Fatal(err)
	}
	a := newApp(&Options{Session: s, Lang: l, Now: c.now})
	sc := &screen{app: a, t: t, clock: c, log: j}
	sc.send(tea.WindowSizeMsg{Width: w, Height: h})
	return sc
}

// send hands a message to the screen and drops the command, unless it is one
// that answers at once.
func (s *screen) send(msg tea.Msg) tea.Cmd {
	_, cmd := s.Update(msg)
	return cmd
}

// press sends keys by name.
func (s *screen) press(keys ...string) *screen {
	for _, k := range keys {
		s.send(keyPress(k))
	}
	return s
}

// write types characters, one key each.
func (s *screen) write(text string) *screen {
	for _, r := range text {
		s.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return s
}

// enter types a line and takes it in.
func (s *screen) enter(lines ...string) *screen {
	for _, l := range lines {
		s.write(l).press("enter")
	}
	return s
}

// keyPress returns the message of a key that Bubble Tea calls k.
func keyPress(k string) tea.KeyPressMsg {
	var m tea.KeyPressMsg
	for {
		i := strings.IndexByte(k, '+')
		if i <= 0 {
			break
		}
		switch k[:i] {
		case "ctrl":
			m.Mod |= tea.ModCtrl
		case "shift":
			m.Mod |= tea.ModShift
		case "alt":
			m.Mod |= tea.ModAlt
		}
		k = k[i+1:]
	}
	special := map[string]rune{
		"enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape, "space": ' ', "up": tea.KeyUp, "down": tea.KeyDown,
		"left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp,
		"pgdown": tea.KeyPgDown, "delete": tea.KeyDelete, "backspace": tea.KeyBackspace,
		"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6, "f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9,
		"f10": tea.KeyF10,
	}
	if c, ok := special[k]; ok {
		m.Code = c
		return m
	}
	m.Code = []rune(k)[0]
	if m.Mod&^tea.ModShift == 0 {
		m.Text = k
	}
	return m
}

// plain returns what stands on the screen, without colours; the cursor is a
// bar where it stands.
func (s *screen) plain() string {
	rows, cursor := s.draw()
	for y, r := range rows {
		r = ansi.Strip(r)
		if w := s.cells.width(r); w > s.width {
			s.t.Errorf("row %d is %d cells wide of %d: %q", y, w, s.width, r)
		}
		if cursor != nil && cursor.y == y {
			head, w := s.cells.cut(r+blanks(s.width), cursor.x)
			if w != cursor.x {
				s.t.Errorf("the cursor stands within a character: %d of %q", cursor.x, r)
			}
			r = head + "▏" + strings.TrimPrefix(r, head)
		}
		rows[y] = strings.TrimRight(r, " ")
	}
	if len(rows) > s.height {
		s.t.Errorf("%d rows in a window of %d", len(rows), s.height)
	}
	return strings.Join(rows, "\n") + "\n"
}

// has fails unless every text stands on the screen.
func (s *screen) has(texts ...string) {
	s.t.Helper()
	p := s.plain()
	for _, want := range texts {
		if !strings.Contains(p, want) {
			s.t.Errorf("%q is not on the screen:\n%s", want, p)
		}
	}
}

// lacks fails if any of the texts stands on the screen.
func (s *screen) lacks(texts ...string) {
	s.t.Helper()
	p := s.plain()
	for _, no := range texts {
		if strings.Contains(p, no) {
			s.t.Errorf("%q is on the screen:\n%s", no, p)
		}
	}
}

// golden compares text with a file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: the screen is\n%s\nand should be\n%s", name, got, want)
	}
}

// notes returns n lines as somebody types them.
func notes(n int) []string {
	lines := make([]string, n)
	for i := range lines {
		lines[i] = fmt.Sprintf("Notiz %d: die Fock ist gerissen und wird geflickt", i)
	}
	return lines
}

var errFull = errors.New("kein Platz auf dem Gerät")
