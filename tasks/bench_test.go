package tasks_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"telko/tasks"
	"telko/tasks/when"
)

// archive returns the tasks of n tasks' minutes and a log with 2.5 lines a task,
// as a year-long archive has them: nine of ten done, some moved, some assigned
// anew.
func archive(n int) ([]tasks.Task, []byte) {
	rnd := rand.New(rand.NewPCG(1, 2))
	zone := time.FixedZone("", 3600)
	var ts []tasks.Task
	var evs []tasks.Event
	day := when.Day(2000, time.January, 6)
	for len(ts) < n {
		start := day.At(when.ClockAt(22, 0), zone)
		for i := range min(n/800+1, n-len(ts)) {
			t := tasks.Task{
				ID: tasks.MeetingID("", day, i+1), Text: "die Kabel im zweiten Schrank beschriften und zählen", State: tasks.Open,
				Assignees: []tasks.Assignee{{Nick: fmt.Sprintf("nick%d", rnd.IntN(20))}}, Due: day.AddDays(7), Meeting: "m", MeetingDate: day,
			}
			ts = append(ts, t)
			evs = append(evs, tasks.AddEvent(t.ID, t.Text, start))
			at := start.Add(time.Duration(rnd.IntN(5*86400)+86400) * time.Second)
			if rnd.IntN(2) == 0 {
				e := tasks.Event{At: at, By: "ulla", ID: t.ID, Verb: tasks.Note, Text: "das dauert noch ein wenig länger"}
				switch rnd.IntN(3) {
				case 0:
					e.Verb, e.Due = tasks.DueV, day.AddDays(14)
				case 1:
					e.Verb, e.Assignees = tasks.Assign, []tasks.Assignee{{Nick: "bert"}, {Nick: "ulla", Tentative: true}}
				}
				evs = append(evs, e)
			}
			if rnd.IntN(10) > 0 {
				evs = append(evs, tasks.Event{At: at.Add(time.Hour), By: "nick7", ID: t.ID, Verb: tasks.DoneV, Text: "läuft"})
			}
		}
		day = day.AddDays(7)
	}
	// Appended as time went by, task by task within a week.
	for len(evs) < n*5/2 {
		evs = append(evs, tasks.Event{At: evs[len(evs)-1].At.Add(time.Minute), By: "bert", ID: ts[rnd.IntN(len(ts))].ID, Verb: tasks.Note, Text: "noch eine Notiz"})
	}
	return ts, tasks.AppendLines(nil, evs...)
}

func BenchmarkReadLog(b *testing.B) {
	_, log := archive(10_000)
	b.SetBytes(int64(len(log)))
	b.ReportAllocs()
	for b.Loop() {
		if evs, bad := tasks.ReadLog("tasks.log", log); len(evs) < 25_000 || bad != nil {
			b.Fatal(len(evs), bad)
		}
	}
}

func BenchmarkFold(b *testing.B) {
	ts, log := archive(10_000)
	evs, _ := tasks.ReadLog("tasks.log", log)
	b.ReportAllocs()
	for b.Loop() {
		tasks.Fold(ts, evs)
	}
}

func BenchmarkReadStanding(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		_, log := archive(n)
		b.Run(fmt.Sprint(bytes.Count(log, []byte("\n"))), func(b *testing.B) {
			b.SetBytes(int64(len(log)))
			b.ReportAllocs()
			for b.Loop() {
				tasks.ReadStanding(log)
			}
		})
	}
}

func BenchmarkStandingClosed(b *testing.B) {
	ts, log := archive(10_000)
	s := tasks.ReadStanding(log)
	ids := make([][]byte, len(ts))
	for i := range ts {
		ids[i] = []byte(ts[i].ID)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, id := range ids {
			s.Closed(id, false)
		}
	}
}
