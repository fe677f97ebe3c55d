// Command bench measures telko as a whole program against what a user would
// take instead: a bare program with cobra, grep, Taskwarrior, todo.txt-cli, pandoc. It prints
// medians and ratios of runs that alternate, each goal, and whether it is
// reached.
//
//	go run ./cmd/internal/bench [-n 25] [-dir FOLDER] [-strict] [-only tasks|motions|convert|screen|wiki|dump]
//
// It runs in telko's own source folder, builds bin/telko, and invents its
// archives, always the same ones, in a temporary folder.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// environment is what all programs see: nothing of the user's own.
var environment []string

func main() {
	if len(os.Args) > 2 && os.Args[1] == peakOf {
		exit(printPeak(os.Args[2:]))
	}
	rounds := flag.Int("n", 25, "how often each command runs")
	dir := flag.String("dir", "", "folder to put the archives in and keep them (default: a temporary one)")
	strict := flag.Bool("strict", false, "fail if a goal is missed")
	only := flag.String("only", "", "measure only `tasks`, motions, convert, screen, wiki or dump")
	flag.Parse()
	missed, err := inFolder(*dir, *rounds, *only)
	if err == nil && missed > 0 && *strict {
		err = fmt.Errorf("%d goals missed", missed)
	}
	exit(err)
}

// inFolder runs the benchmarks in dir, or in a temporary folder.
func inFolder(dir string, rounds int, only string) (missed int, err error) {
	if dir == "" {
		if dir, err = os.MkdirTemp("", "telko-bench-"); err != nil {
			return 0, err
		}
		defer os.RemoveAll(dir)
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return 0, err
	}
	return bench(dir, rounds, only)
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

// programs are the two that are built from source.
type programs struct{ telko, hello string }

// build builds telko as the Makefile does, and the bare program as anybody would
// who has go and cobra; but as a copy of what was linked, like telko, since
// linked files start slower.
func build(dir string) (p programs, err error) {
	if p.telko, err = filepath.Abs("bin/telko"); err != nil {
		return p, err
	}
	p.hello = filepath.Join(dir, "hello")
	linked := p.hello + ".linked"
	for _, args := range [][]string{
		{".ci/build", p.telko, "./cmd/telko"},
		{"go", "build", "-trimpath", "-o", linked, "./cmd/internal/bench/hello"},
		{"cp", linked, p.hello},
	} {
		c := exec.Command(args[0], args[1:]...)
		c.Env = append(os.Environ(), "CGO_ENABLED=0")
		c.Stderr = os.Stderr
		if err := c.Run(); err != nil {
			return p, fmt.Errorf("%s: %w", strings.Join(args, " "), err)
		}
	}
	return p, nil
}

// place is an archive on disk, and the same tasks for Taskwarrior and
// todo.txt-cli, "" where there is none.
type place struct {
	root, taskrc, todorc string
}

func prepare(dir string, n int) (place, error) {
	a := invent(n)
	p := place{root: filepath.Join(dir, fmt.Sprint(n)), taskrc: filepath.Join(dir, fmt.Sprint("task", n), "taskrc")}
	if err := a.write(p.root); err != nil {
		return p, err
	}
	err := a.writeTaskwarrior(filepath.Dir(p.taskrc))
	if errors.Is(err, errNoTaskwarrior) {
		fmt.Fprintln(os.Stderr, "bench:", err)
		p.taskrc, err = "", nil
	}
	if err != nil {
		return p, err
	}
	p.todorc = filepath.Join(dir, fmt.Sprint("todo", n), "config")
	err = a.writeTodoTxt(filepath.Dir(p.todorc))
	if errors.Is(err, errNoTodoTxt) {
		fmt.Fprintln(os.Stderr, "bench:", err)
		p.todorc, err = "", nil
	}
	return p, err
}

func bench(dir string, rounds int, only string) (missed int, err error) {
	environment = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "TMPDIR=" + dir, "LC_ALL=C.UTF-8", "TELKO_USER=" + me, "TZ=Europe/Berlin",
	}
	fmt.Fprintln(os.Stderr, "building telko, and a bare program with cobra")
	p, err := build(dir)
	if err != nil {
		return 0, err
	}
	var all []goal
	known := only == ""
	for _, b := range []struct {
		name string
		run  func() ([]goal, error)
	}{
		{"tasks", func() ([]goal, error) { return benchTasks(dir, p, rounds) }},
		{"motions", func() ([]goal, error) { return benchMotions(dir, p, rounds) }},
		{"convert", func() ([]goal, error) { return benchConvert(dir, p, (rounds+2)/3) }}, // these take long, and differ more
		{"screen", func() ([]goal, error) { return benchScreen(dir, p) }},
		{"wiki", func() ([]goal, error) { return benchWiki(dir, p, rounds) }},
		{"dump", func() ([]goal, error) { return benchDumps(filepath.Join(dir, "dumps"), p, rounds) }},
	} {
		if only != "" && only != b.name {
			continue
		}
		known = true
		more, err := b.run()
		if err != nil {
			return 0, err
		}
		all = append(all, more...)
	}
	if !known {
		return 0, fmt.Errorf("-only %s: tasks, motions, convert, screen, wiki or dump", only)
	}
	return goals(os.Stdout, all)
}

func benchTasks(dir string, p programs, rounds int) ([]goal, error) {
	fmt.Fprintf(os.Stderr, "inventing %d meetings with 1,000, 10,000 and 100,000 tasks in %s\n", meetings, dir)
	tiny, err := prepare(dir, 1000)
	if err != nil {
		return nil, err
	}
	small, err := prepare(dir, 10_000)
	if err != nil {
		return nil, err
	}
	large, err := prepare(dir, 100_000)
	if err != nil {
		return nil, err
	}
	time.Sleep(100 * time.Millisecond) // until no file is so young that no index may trust its time
	m := newMeasurement(p, tiny, small, large)
	if err := m.verify(); err != nil {
		return nil, err
	}
	if err := compare(m.subjects, rounds); err != nil {
		return nil, err
	}
	return m.goals()
}

func benchConvert(dir string, p programs, rounds int) ([]goal, error) {
	c, err := newConversions(dir, p)
	if err != nil {
		return nil, err
	}
	hello := &subject{name: "a bare program with cobra", dir: dir, args: []string{p.hello}}
	if err := compare(append([]*subject{hello}, c.subjects()...), rounds); err != nil {
		return nil, err
	}
	return c.goals()
}

// compare runs subjects and prints their times.
func compare(subjects []*subject, rounds int) error {
	if err := race(subjects, rounds, os.Stderr); err != nil {
		return err
	}
	if err := table(os.Stdout, subjects); err != nil {
		return err
	}
	fmt.Println()
	return nil
}

// lines counts the lines of an output.
func lines(s string) int { return strings.Count(s, "\n") }
