package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// measurement is everything that is measured.
type measurement struct {
	programs                                    programs
	tiny, small, large                          place
	hello, warm, deleted, damaged, grep         *subject
	large100, largeDeleted, completeIDs         *subject
	completePeople, taskwarrior, taskwarrior100 *subject
	warm1, todoTxt1, todoTxt, taskwarrior1      *subject
	subjects                                    []*subject
}

func newMeasurement(p programs, tiny, small, large place) *measurement {
	m := &measurement{programs: p, tiny: tiny, small: small, large: large}
	add := func(name, dir string, before func() error, args ...string) *subject {
		s := &subject{name: name, dir: dir, args: args, before: before}
		m.subjects = append(m.subjects, s)
		return s
	}
	list := []string{p.telko, "tasks", "--mine"}
	m.hello = add("a bare program with cobra", small.root, nil, p.hello)
	m.warm = add("telko tasks --mine, 10,000 tasks", small.root, nil, list...)
	m.warm1 = add("telko tasks --mine, 1,000 tasks", tiny.root, nil, list...)
	m.grep = add("grep -r over the same files", small.root, nil, "grep", "-rF", "("+me, "minutes")
	m.completeIDs = add("completion of ids", small.root, nil, p.telko, "__complete", "tasks", "done", "")
	m.completePeople = add("completion of people", small.root, nil, p.telko, "__complete", "tasks", "--assignee", "")
	m.large100 = add("telko tasks --mine, 100,000 tasks", large.root, nil, list...)
	if small.taskrc != "" {
		m.taskwarrior1 = add("Taskwarrior's list, 1,000 tasks", tiny.root, nil, "task", "rc:"+tiny.taskrc, "+"+me, "list")
		m.taskwarrior = add("Taskwarrior's list, 10,000 tasks", small.root, nil, "task", "rc:"+small.taskrc, "+"+me, "list")
		m.taskwarrior100 = add("Taskwarrior's list, 100,000 tasks", large.root, nil, "task", "rc:"+large.taskrc, "+"+me, "list")
		m.taskwarrior100.rarely = true
	}
	if small.todorc != "" {
		m.todoTxt1 = add("todo.txt-cli's list, 1,000 tasks", tiny.root, nil, todoTxt, "-d", tiny.todorc, "list", "@"+me)
		m.todoTxt = add("todo.txt-cli's list, 10,000 tasks", small.root, nil, todoTxt, "-d", small.todorc, "list", "@"+me)
		m.todoTxt.rarely = true
	}
	m.deleted = add("telko tasks --mine, 10,000 tasks, cache deleted", small.root, small.dropCache, list...)
	m.damaged = add("telko tasks --mine, 10,000 tasks, cache damaged", small.root, small.damageCache, list...)
	m.largeDeleted = add("telko tasks --mine, 100,000 tasks, cache deleted", large.root, large.dropCache, list...)
	m.largeDeleted.rarely = true
	for _, s := range []*subject{m.deleted, m.damaged, m.largeDeleted} {
		s.after = settle
	}
	return m
}

// cache returns the folder of everything that may be deleted.
func (p place) cache() string { return filepath.Join(p.root, ".telko") }

func (p place) dropCache() error { return os.RemoveAll(p.cache()) }

// damageCache flips a bit in every kilobyte of every file of the cache: telko
// reads only parts of some, and damage elsewhere would cost it nothing.
func (p place) damageCache() error {
	files, err := filepath.Glob(filepath.Join(p.cache(), "*"))
	for _, name := range files {
		data, rerr := os.ReadFile(name)
		if rerr != nil {
			return rerr
		}
		for i := len(data) / 2 % 1024; i < len(data); i += 1024 {
			data[i] ^= 1
		}
		if werr := overwrite(name, data); werr != nil {
			return werr
		}
	}
	return err
}

// overwrite puts data in the place of as many bytes, and waits until they are
// on disk: damage is old when it is met, and whoever replaced a file that is
// still being written out would wait for that.
func overwrite(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.Sync()
}

// settle waits until the cache that was made anew is older than a tick of the
// file system's clock: an index never trusts a file as young as itself.
func settle() { time.Sleep(30 * time.Millisecond) }

// verify makes sure that all list the same tasks, whatever the cache.
func (m *measurement) verify() error {
	want := ""
	for _, s := range []*subject{m.deleted, m.warm, m.damaged, m.warm} {
		out, err := s.output()
		if err != nil {
			return err
		}
		if n := lines(out); n != mine {
			return fmt.Errorf("%s: %d lines, want %d", s.name, n, mine)
		}
		if want == "" {
			want = out
		}
		if out != want {
			return fmt.Errorf("%s: another output than with the cache deleted", s.name)
		}
	}
	for _, s := range []*subject{m.warm1, m.warm1, m.largeDeleted, m.large100} {
		out, err := s.output()
		if err != nil {
			return err
		}
		if n := lines(out); n != mine {
			return fmt.Errorf("%s: %d lines, want %d", s.name, n, mine)
		}
	}
	return m.verifyOthers()
}

func (m *measurement) verifyOthers() error {
	for s, want := range map[*subject]int{m.completeIDs: mine, m.completePeople: team} {
		out, err := s.output()
		if err != nil {
			return err
		}
		if n := lines(out); n < want {
			return fmt.Errorf("%s: %d lines, want at least %d", s.name, n, want)
		}
	}
	said := map[*subject]string{}
	if m.taskwarrior != nil {
		for _, s := range []*subject{m.taskwarrior1, m.taskwarrior, m.taskwarrior100} {
			said[s] = fmt.Sprintf("%d tasks", mine)
		}
	}
	if m.todoTxt != nil {
		for _, s := range []*subject{m.todoTxt1, m.todoTxt} {
			said[s] = fmt.Sprintf("TODO: %d of", mine)
		}
	}
	for s, want := range said {
		out, err := s.output()
		if err != nil {
			return err
		}
		if !strings.Contains(out, want) {
			return fmt.Errorf("%s: does not say %q", s.name, want)
		}
	}
	return nil
}

// goals returns the numbers to reach.
func (m *measurement) goals() ([]goal, error) {
	all := []goal{
		ratio("tasks --mine : a bare program with cobra (2 is in sight)", m.warm, m.hello, 3),
		ratio("tasks --mine : grep -r", m.warm, m.grep, 1),
	}
	if m.taskwarrior != nil {
		all = append(all, ratio("tasks --mine : Taskwarrior", m.warm, m.taskwarrior, 0.1))
	}
	if m.todoTxt != nil {
		all = append(all,
			ratio("tasks --mine : todo.txt-cli", m.warm, m.todoTxt, 1),
			ratio("tasks --mine : todo.txt-cli, 1,000 tasks", m.warm1, m.todoTxt1, 1))
	}
	all = append(all,
		ratio("100,000 tasks : 10,000 tasks", m.large100, m.warm, 2.5),
		ratio("cache deleted : a bare program with cobra", m.deleted, m.hello, 10),
		ratio("cache damaged : a bare program with cobra", m.damaged, m.hello, 10),
		ratio("completion of ids : a bare program with cobra", m.completeIDs, m.hello, 2),
		ratio("completion of people : a bare program with cobra", m.completePeople, m.hello, 2),
	)
	for _, s := range []*subject{m.warm, m.large100, m.deleted} {
		peak, err := s.peak()
		if err != nil {
			return nil, err
		}
		all = append(all, goal{what: "memory of " + s.name, value: float64(peak) / 1e6, limit: 25, unit: "MB"})
	}
	for _, args := range [][]string{{"tasks", "--mine"}, {"tasks"}, {"list"}, {"show"}, {"people"}, {"--help"}} {
		s := &subject{name: strings.Join(args, " "), dir: m.small.root, args: append([]string{m.programs.telko}, args...)}
		first, text, err := s.firstOutput(5)
		if err != nil {
			return nil, fmt.Errorf("telko %s on a terminal: %w", s.name, err)
		}
		g := goal{what: "first output on a terminal: telko " + s.name, value: float64(first) / float64(time.Millisecond), limit: 100, unit: "ms"}
		if !text {
			g.value, g.note = 1e9, "an escape sequence comes first"
		}
		all = append(all, g)
	}
	return all, nil
}
