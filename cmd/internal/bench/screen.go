package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"telko/cmd/internal/terminal"
)

// How the keeper's screen is measured: through a terminal of its own, key by
// key, until the key stands in its cell.
const (
	screenWidth, screenHeight = 80, 24

	screenEntries = 2000 // and 5,000 lines on a screen of 80 cells

	screenKeys  = 400
	keyPause    = 30 * time.Millisecond // 33 keys a second
	screenLimit = 30 * time.Second      // by which something must have been seen
)

// benchScreen measures the screen of a telco that has just begun, and that of
// one with 2,000 entries.
func benchScreen(dir string, p programs) ([]goal, error) {
	fmt.Fprintf(os.Stderr, "recording telcos in %s, and typing %d keys into each at 33 a second\n", dir, screenKeys)
	empty, err := newTelco(p.telko, filepath.Join(dir, "telco-empty"), 0)
	if err != nil {
		return nil, err
	}
	full, err := newTelco(p.telko, filepath.Join(dir, "telco-full"), screenEntries)
	if err != nil {
		return nil, err
	}
	if err := empty.type33(); err != nil {
		return nil, fmt.Errorf("the screen of an empty meeting: %w", err)
	}
	if err := full.type33(); err != nil {
		return nil, fmt.Errorf("the screen of a meeting with %d entries: %w", screenEntries, err)
	}
	const msec = float64(time.Millisecond)
	all := []goal{
		{what: "key to screen, empty meeting: 99 of 100", value: float64(percentile(empty.keys, 99)) / msec, limit: 16, unit: "ms", note: "median " + ms(median(empty.keys))},
		{what: "key to screen, 2,000 entries: 99 of 100", value: float64(percentile(full.keys, 99)) / msec, limit: 16, unit: "ms", note: "median " + ms(median(full.keys))},
		{
			what: "key to screen: 2,000 entries : empty meeting", value: float64(median(full.keys)) / float64(median(empty.keys)), limit: 2, unit: "×",
			note: fmt.Sprintf("%s : %s; of 99 in 100 %s : %s", ms(median(full.keys)), ms(median(empty.keys)), ms(percentile(full.keys, 99)), ms(percentile(empty.keys, 99))),
		},
		{what: "the last of 40 keys at 33 a second, 2,000 entries", value: float64(full.backlog) / msec, limit: 16, unit: "ms"},
		{what: "first frame of the screen, 2,000 entries", value: float64(full.first) / msec, limit: 100, unit: "ms", note: "empty meeting " + ms(empty.first)},
		{what: "memory of the screen, 2,000 entries", value: float64(full.peak) / 1e6, limit: 60, unit: "MB"},
	}
	beyond := make([]time.Duration, len(full.accepted))
	for i, d := range full.accepted {
		beyond[i] = d - median(full.synced)
	}
	return append(all, goal{
		what: "an accepted entry on disk, beyond the disk's own fsync: 99 of 100", value: float64(percentile(beyond, 99)) / msec, limit: 10, unit: "ms",
		note: fmt.Sprintf("median %s : fsync %s", ms(median(full.accepted)), ms(median(full.synced))),
	}), nil
}

// percentile returns the least time that p of 100 are not above.
func percentile(times []time.Duration, p int) time.Duration {
	times = slices.Sorted(slices.Values(times))
	return times[(len(times)*p+99)/100-1]
}

// telco is one that is being recorded, and what was measured of it.
type telco struct {
	telko, root, home string

	accepted, synced []time.Duration // how long a line took to be answered, and a bare fsync beside it
	first            time.Duration   // until the first frame
	keys             []time.Duration // until each key stood on the screen
	backlog          time.Duration   // until the last of many did that were not waited for
	peak             int64           // memory in bytes
}

// newTelco makes a workspace in root, in which a telco with n entries is being
// recorded.
func newTelco(telko, root string, n int) (*telco, error) {
	t := &telco{telko: telko, root: root, home: root + "-home"}
	if err := invent(1000).write(root); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(t.home, 0o700); err != nil {
		return nil, err
	}
	return t, t.record(n)
}

func (t *telco) command(args ...string) *exec.Cmd {
	c := exec.Command(t.telko, args...)
	c.Dir = t.root
	c.Env = append(slices.Clone(environment), "HOME="+t.home, "TERM=xterm-256color")
	return c
}

// record begins the telco and enters n lines, each when the one before was
// answered, and leaves it to be gone on with. Every tenth line begins a topic
// or is a task.
func (t *telco) record(n int) error {
	c := t.command("record", "--plain")
	in, err := c.StdinPipe()
	if err != nil {
		return err
	}
	out, err := c.StdoutPipe()
	if err != nil {
		return err
	}
	var said bytes.Buffer
	c.Stderr = &said
	if err := c.Start(); err != nil {
		return err
	}
	defer c.Process.Kill()
	answers := make(chan struct{}, 4096)
	ended := make(chan error, 1)
	go func() {
		buf := make([]byte, 1<<16)
		for {
			k, err := out.Read(buf)
			for range bytes.Count(buf[:k], []byte("\n")) {
				answers <- struct{}{}
			}
			if err != nil {
				ended <- err
				return
			}
		}
	}()
	answer := func() error {
		select {
		case <-answers:
			return nil
		case <-ended:
			return fmt.Errorf("telko record --plain ended: %s", said.String())
		case <-time.After(screenLimit):
			return fmt.Errorf("telko record --plain does not answer: %s", said.String())
		}
	}
	probe, err := os.Create(filepath.Join(t.home, "probe"))
	if err != nil {
		return err
	}
	defer probe.Close()

	a := invent(1)
	for i := range n + 1 {
		line := a.sentence(175)
		switch {
		case i%50 == 0:
			line = "# " + "Thema " + strconv.Itoa(i/50+1)
		case i%10 == 0:
			line = "! " + a.sentence(60) + " (nick03)"
		}
		for drained := false; !drained; { // what was said beyond an answer each
			select {
			case <-answers:
			default:
				drained = true
			}
		}
		begin := time.Now()
		if _, err := in.Write([]byte(line + "\n")); err != nil {
			return errors.Join(err, errors.New(said.String()))
		}
		if err := answer(); err != nil {
			return err
		}
		t.accepted = append(t.accepted, time.Since(begin))
		begin = time.Now()
		if _, err := probe.WriteString(line + "\n"); err != nil {
			return err
		}
		if err := probe.Sync(); err != nil {
			return err
		}
		t.synced = append(t.synced, time.Since(begin))
	}
	if err := in.Close(); err != nil {
		return err
	}
	for err == nil {
		err = answer()
	}
	if err := c.Wait(); err != nil {
		return errors.Join(err, errors.New(said.String()))
	}
	return nil
}

// type33 goes on with the telco on a screen, types keys at 33 a second, and
// measures each; then some without waiting for any.
func (t *telco) type33() error {
	begin := time.Now()
	term, err := terminal.Start(t.command("record"), screenWidth, screenHeight)
	if err != nil {
		return err
	}
	defer term.Close()
	if err := term.Await("the first frame", screenLimit, func(screen string) bool { return strings.TrimSpace(screen) != "" }); err != nil {
		return err
	}
	t.first = time.Since(begin)

	homeX, homeY, err := t.lineStart(term)
	if err != nil {
		return err
	}
	key := func(i int) (rune, string) {
		r := rune('a' + i%26)
		return r, string(r)
	}
	tick := time.NewTicker(keyPause)
	defer tick.Stop()
	for i := range screenKeys {
		if i%40 == 0 { // an empty line again, before it scrolls
			if err := t.clear(term, homeX, homeY); err != nil {
				return err
			}
		}
		<-tick.C
		x, y, _ := term.Cursor()
		r, keys := key(i)
		begin := time.Now()
		if err := term.Type(keys); err != nil {
			return err
		}
		if err := term.AwaitRune(x, y, r, screenLimit); err != nil {
			return err
		}
		t.keys = append(t.keys, time.Since(begin))
	}

	if err := t.clear(term, homeX, homeY); err != nil {
		return err
	}
	for i := range 40 {
		<-tick.C
		_, keys := key(i)
		begin = time.Now()
		if err := term.Type(keys); err != nil {
			return err
		}
	}
	if err := term.AwaitText("xyzabcdefghijklmn", screenLimit); err != nil {
		return err
	}
	t.backlog = time.Since(begin)

	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", term.Pid()))
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(status)) {
		if kb, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			n, err := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(kb), "kB")), 10, 64)
			if err != nil {
				return err
			}
			t.peak = n << 10
		}
	}
	return nil
}

// lineStart returns the cell in which the empty entry line begins: that of the
// cursor, once the screen shows what is typed.
func (t *telco) lineStart(term *terminal.Terminal) (x, y int, err error) {
	if err := term.Type("qjx"); err != nil {
		return 0, 0, err
	}
	if err := term.AwaitText("qjx", screenLimit); err != nil {
		return 0, 0, err
	}
	x, y, _ = term.Cursor()
	return x - len("qjx"), y, t.clear(term, x-len("qjx"), y)
}

// clear empties the entry line, and waits until the cursor is where the line
// begins.
func (t *telco) clear(term *terminal.Terminal, x, y int) error {
	if err := term.Type("\x15"); err != nil { // Ctrl-U
		return err
	}
	return term.Await("an empty line", screenLimit, func(string) bool {
		atX, atY, _ := term.Cursor()
		return atX == x && atY == y
	})
}
