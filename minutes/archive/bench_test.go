package archive

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// fill makes an archive: meetings of one a week, with n tasks each, of which
// one in ten is open, and the log of their lives.
func fill(t testing.TB, w *Workspace, meetings, n int) *Workspace {
	t.Helper()
	rnd := rand.New(rand.NewPCG(1, 2))
	var log []byte
	d := when.Day(1994, 9, 1)
	nicks := make([]string, 20)
	var people []minutes.Person
	for i := range nicks {
		nicks[i] = fmt.Sprintf("nick%02d", i)
		people = append(people, minutes.Person{Nick: nicks[i], Name: "Vorname" + nicks[i] + " Nachname"})
	}
	put(t, w, PeopleFile, string(peopleText(people, lang.German)))
	for range meetings {
		var b strings.Builder
		begin := d.At(when.ClockAt(20, 0), time.UTC)
		var later []byte
		for i := range n {
			if i%5 == 0 {
				fmt.Fprintf(&b, "\n## Thema %d\n\n", i/5)
			}
			text := fmt.Sprintf("Aufgabe %d am %s mit so viel Text, wie man eben schreibt, wenn es eilt", i+1, d)
			id := tasks.MeetingID("", d, i+1)
			fmt.Fprintf(&b, "- [ ] %s (%s) #%s\n", text, nicks[rnd.IntN(20)], id)
			for b.Len() < (i+1)*9000/n {
				b.WriteString("- Eine Notiz, wie sie in Protokollen steht: wer was sagte, und warum\n")
			}
			log = append(append(log, tasks.AddEvent(id, text, begin).Line()...), '\n')
			if rnd.IntN(2) == 0 {
				e := tasks.Event{At: begin.Add(24 * time.Hour), By: "nick01", ID: id, Verb: tasks.DueV, Due: d.AddDays(9), Text: "geht nicht eher"}
				later = append(append(later, e.Line()...), '\n')
			}
			if rnd.IntN(10) > 0 {
				e := tasks.Event{At: begin.Add(72 * time.Hour), By: "nick02", ID: id, Verb: tasks.DoneV}
				later = append(append(later, e.Line()...), '\n')
			}
		}
		log = append(log, later...)
		put(t, w, PathOf(d.String()+"-werk-telko"), meeting(d.String(), b.String()))
		d = d.AddDays(7)
	}
	put(t, w, "tasks.log", string(log))
	return open(t, w.Root())
}

func BenchmarkOpenTasks(b *testing.B) {
	for _, n := range []int{12, 125} {
		w := fill(b, newWorkspace(b), 800, n)
		age(b, w)
		run := func(name, nick string, before func()) {
			b.Run(fmt.Sprintf("%d/%s", 800*n, name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if before != nil {
						b.StopTimer()
						before()
						b.StartTimer()
					}
					r, err := w.OpenTasks(nick)
					if err != nil || len(r.Tasks) == 0 || len(r.Problems) > 0 {
						b.Fatal(err, r.Problems)
					}
				}
			})
		}
		run("rebuild", "", func() { os.Remove(filepath.Join(w.Root(), indexFile)) })
		run("all", "", nil)
		run("mine", "nick07", nil)
		i := 0
		run("after an event", "nick07", func() {
			i++
			id := tasks.MeetingID("", when.Day(1994, 9, 1).AddDays(7*(i%800)), 1)
			e := tasks.Event{At: noon().Add(time.Duration(i) * time.Second), By: "mia", ID: id, Verb: tasks.Note, Text: "x"}
			if err := w.appendLines(taskLog, taskLines([]tasks.Event{e}), 0o666); err != nil {
				b.Fatal(err)
			}
		})
	}
}

// cpu reports the processor time of all threads, which other programs on the
// machine do not lengthen.
func cpu(b *testing.B, fn func()) {
	var before, after syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &before)
	n := 0
	for b.Loop() {
		fn()
		n++
	}
	syscall.Getrusage(syscall.RUSAGE_SELF, &after)
	used := after.Utime.Nano() + after.Stime.Nano() - before.Utime.Nano() - before.Stime.Nano()
	b.ReportMetric(float64(used)/float64(n)/1e3, "cpu-µs/op")
}

func BenchmarkParts(b *testing.B) {
	w := fill(b, newWorkspace(b), 800, 12)
	l, _ := w.list()
	logs, _ := w.readLogs()
	w.OpenTasks("")
	age(b, w)
	w.OpenTasks("")
	for _, part := range []struct {
		name string
		run  func()
	}{
		{"open", func() {
			again, err := Open(w.Root(), Options{Now: noon})
			if err != nil {
				b.Fatal(err)
			}
			again.Close()
		}},
		{"list", func() { w.list() }},
		{"scan", func() { w.scan(l, nil) }},
		{"standing", func() { tasks.ReadStanding(logs.tasks) }},
		{"readlog", func() { readTaskLogs(logs) }},
		{"register", func() { w.Register() }},
		{"readindex", func() { w.readIndex().close() }},
		{"fresh", func() {
			old := w.readIndex()
			defer old.close()
			w.fresh(old)
		}},
		{"offer", func() { w.Offer("nick07") }},
		{"mine", func() { w.OpenTasks("nick07") }},
		{"rebuild", func() { os.Remove(filepath.Join(w.Root(), indexFile)); w.OpenTasks("nick07") }},
	} {
		b.Run(part.name, func(b *testing.B) { cpu(b, part.run) })
	}
}
