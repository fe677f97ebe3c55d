package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"telko/motions"
	"telko/tasks/when"
)

// allMotions is how many motions the archive has, spread over all meetings.
const allMotions = 1000

// benchMotions measures motions in an archive that has 10,000 tasks too.
func benchMotions(dir string, p programs, rounds int) ([]goal, error) {
	root := filepath.Join(dir, "motions")
	fmt.Fprintf(os.Stderr, "inventing %d meetings with %d motions in %s\n", meetings, allMotions, root)
	a := invent(10_000)
	if err := a.write(root); err != nil {
		return nil, err
	}
	last, err := a.addMotions(root)
	if err != nil {
		return nil, err
	}
	time.Sleep(100 * time.Millisecond) // until no file is so young that no index may trust its time
	run := func(name string, args ...string) *subject {
		return &subject{name: name, dir: root, args: append([]string{p.telko}, args...)}
	}
	hello := &subject{name: "a bare program with cobra", dir: root, args: []string{p.hello}}
	tasks := run("telko tasks --mine, 10,000 tasks", "tasks", "--mine")
	list := run("telko motions, 1,000 motions", "motions", "--state", "all")
	show := run("telko motions show, with those like it", "motions", "show", last)
	// Nobody has searched yet: what a search needs is made, as after each change.
	anew := run("the same, what a search needs deleted", "motions", "show", last)
	anew.before = func() error { return os.Remove(filepath.Join(root, ".telko", "motions.memory")) }
	decisions := run("telko decisions", "decisions")
	for s, want := range map[*subject]int{list: allMotions, show: 5} {
		for range 2 { // the second time from the index
			out, err := s.output()
			if err != nil {
				return nil, err
			}
			if n := lines(out); n < want {
				return nil, fmt.Errorf("%s: %d lines, want %d at least", s.name, n, want)
			}
			settle()
		}
	}
	if _, err := tasks.output(); err != nil {
		return nil, err
	}
	if err := compare([]*subject{hello, tasks, list, show, anew, decisions}, rounds); err != nil {
		return nil, err
	}
	peak, err := anew.peak()
	if err != nil {
		return nil, err
	}
	search := float64(anew.median()-show.median()) / float64(time.Millisecond)
	return []goal{
		ratio("motions : tasks --mine", list, tasks, 2),
		ratio("motions show : tasks --mine", show, tasks, 2),
		{what: "motions like one, of 1,000 texts", value: search, limit: 200, unit: "ms", note: ms(anew.median()) + " with the motion itself"},
		{what: "memory of that", value: float64(peak) / 1e6, limit: 100, unit: "MB"},
	}, nil
}

// addMotions puts motions with reasons, an answer, a vote and a decision into
// the minutes, and their ids into the log. It returns the last one's id.
func (a *archive) addMotions(root string) (last string, err error) {
	var log bytes.Buffer
	given := map[when.Date]int{}
	for m := range meetings {
		day := dayOf(m)
		var b bytes.Buffer
		b.WriteString("\n## Anträge\n")
		for n := allMotions * m / meetings; n < allMotions*(m+1)/meetings; n++ {
			given[day]++
			id := motions.MeetingID("", day, given[day])
			title, text := a.sentence(30), a.sentence(400)
			fmt.Fprintf(&b, "\n### Antrag %d: %s #%s\n\n**Antragsteller:** Vorname%02d Nachname%02d\n\n%s\n\n**Begründung:** %s\n\n> **Antwort der Technik:** %s\n\n"+
				"**Abstimmung (22:%02d):** 5 dafür, 1 dagegen, 2 Enthaltungen\n**Beschluss:** %s\n",
				given[day], title, id, n%team, n%team, text, a.sentence(300), a.sentence(300), 10+n%50, []string{"angenommen", "abgelehnt"}[n%2])
			log.WriteString(motions.AddEvent(id, title+"\n"+text, start(m)).Line() + "\n")
			last = string(id)
		}
		name := filepath.Join(root, "minutes", strconv.Itoa(day.Year), day.String()+"-technik.md")
		old, err := os.ReadFile(name)
		if err != nil {
			return "", err
		}
		if err := os.WriteFile(name, append([]byte(strings.TrimRight(string(old), "\n")+"\n"), b.Bytes()...), 0o666); err != nil {
			return "", err
		}
	}
	return last, os.WriteFile(filepath.Join(root, "motions.log"), log.Bytes(), 0o666)
}
