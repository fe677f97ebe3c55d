package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/creack/pty"
)

// subject is a command that is measured as a whole process, as a shell would
// run it, with its output thrown away.
type subject struct {
	name   string
	dir    string
	args   []string
	stdin  string       // a file that it reads
	before func() error // runs before each run, and is not measured
	after  func()       // likewise
	rarely bool         // runs in every fifth round only: slow, and no goal hangs on it
	times  []time.Duration
	cpu    []time.Duration // of user and system, which a busy machine does not lengthen
}

func (s *subject) command() *exec.Cmd {
	c := exec.Command(s.args[0], s.args[1:]...)
	c.Dir = s.dir
	c.Env = environment
	return c
}

// input makes c read what s reads, until the returned function is called.
func (s *subject) input(c *exec.Cmd) (func(), error) {
	if s.stdin == "" {
		return func() {}, nil
	}
	f, err := os.Open(s.stdin)
	if err != nil {
		return nil, err
	}
	c.Stdin = f
	return func() { f.Close() }, nil
}

// output runs s once for its output.
func (s *subject) output() (string, error) {
	if s.before != nil {
		if err := s.before(); err != nil {
			return "", err
		}
	}
	var stderr bytes.Buffer
	c := s.command()
	closeInput, err := s.input(c)
	if err != nil {
		return "", err
	}
	defer closeInput()
	c.Stderr = &stderr
	out, err := c.Output()
	if s.after != nil {
		s.after()
	}
	if err != nil {
		return "", fmt.Errorf("%s: %w\n%s", strings.Join(s.args, " "), err, stderr.String())
	}
	return string(out), nil
}

// run measures s once. Output goes to a file that forgets it: a pipe would
// measure its reader too.
func (s *subject) run(null *os.File) error {
	if s.before != nil {
		if err := s.before(); err != nil {
			return err
		}
	}
	c := s.command()
	closeInput, err := s.input(c)
	if err != nil {
		return err
	}
	defer closeInput()
	c.Stdout, c.Stderr = null, null
	begin := time.Now()
	err = c.Run()
	if c.ProcessState == nil {
		return err
	}
	s.times = append(s.times, time.Since(begin))
	s.cpu = append(s.cpu, c.ProcessState.UserTime()+c.ProcessState.SystemTime())
	if err != nil {
		return fmt.Errorf("%s: %w", strings.Join(s.args, " "), err)
	}
	if s.after != nil {
		s.after()
	}
	return nil
}

func median(times []time.Duration) time.Duration {
	times = slices.Sorted(slices.Values(times))
	return (times[(len(times)-1)/2] + times[len(times)/2]) / 2
}

func (s *subject) median() time.Duration { return median(s.times) }

// race runs all subjects in turn, each round in another order, so that whatever
// else the machine does, and whatever ran before, meets each alike: what grep or
// pandoc leave in the processor's caches is no help to the next.
func race(subjects []*subject, rounds int, progress io.Writer) error {
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer null.Close()
	for _, s := range subjects { // once to warm up what is warm
		if err := s.run(null); err != nil {
			return err
		}
		s.times, s.cpu = nil, nil
	}
	rnd := rand.New(rand.NewPCG(2010, 2))
	for i := range rounds {
		for _, j := range rnd.Perm(len(subjects)) {
			s := subjects[j]
			if s.rarely && i%5 != 0 {
				continue
			}
			if err := s.run(null); err != nil {
				return err
			}
		}
		fmt.Fprintf(progress, "\rround %d of %d ", i+1, rounds)
	}
	fmt.Fprint(progress, "\r                  \r")
	return nil
}

// A process begins with the peak memory of the one that started it, and this
// one is large. So a fresh copy of this program starts what is measured; it
// has some megabytes itself, below which nothing can be told.
const peakOf = "peak-of"

// peak returns the peak resident memory of s in bytes, the largest of some runs.
func (s *subject) peak() (int64, error) {
	self, err := os.Executable()
	if err != nil {
		return 0, err
	}
	most := int64(0)
	for range 5 {
		if s.before != nil {
			if err := s.before(); err != nil {
				return 0, err
			}
		}
		c := exec.Command(self, append([]string{peakOf}, s.args...)...)
		c.Dir, c.Env = s.dir, environment
		closeInput, err := s.input(c)
		if err != nil {
			return 0, err
		}
		out, err := c.Output()
		closeInput()
		if err != nil {
			return 0, err
		}
		kb, err := strconv.ParseInt(strings.TrimSpace(string(out)), 10, 64)
		if err != nil {
			return 0, err
		}
		most = max(most, kb*1024)
	}
	return most, nil
}

// printPeak runs a command and prints its peak memory in kilobytes.
func printPeak(args []string) error {
	c := exec.Command(args[0], args[1:]...)
	c.Stdin = os.Stdin
	if err := c.Run(); err != nil {
		return err
	}
	usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return errors.New("this system does not tell the memory of a process")
	}
	fmt.Println(usage.Maxrss)
	return nil
}

// firstOutput returns how long it takes until s shows something on a terminal
// that answers no query, the median of some runs, and whether the first thing
// it sends is a text and no escape sequence.
func (s *subject) firstOutput(runs int) (time.Duration, bool, error) {
	var times []time.Duration
	text := true
	for range runs {
		c := s.command()
		c.Env = append(slices.Clone(environment), "TERM=xterm-256color")
		begin := time.Now()
		tty, err := pty.StartWithSize(c, &pty.Winsize{Rows: 24, Cols: 80})
		if err != nil {
			return 0, false, err
		}
		first := make([]byte, 1)
		_, err = io.ReadFull(tty, first)
		times = append(times, time.Since(begin))
		text = text && err == nil && first[0] != 0x1b
		_, _ = io.Copy(io.Discard, tty)
		_ = tty.Close()
		if err := c.Wait(); err != nil {
			return 0, false, err
		}
	}
	slices.Sort(times)
	return times[len(times)/2], text, nil
}
