package tasks_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"telko/tasks"
	"telko/tasks/when"
)

// scramble returns a log of n events on a few tasks in which little fits: same
// instants, wrong undos, adds that come late, twice or never.
func scramble(rnd *rand.Rand, n int) []tasks.Event {
	ids := []tasks.ID{"100107-1", "100107-2", "100107-3", "100109-ulla-1"}
	verbs := []tasks.Verb{tasks.Add, tasks.DoneV, tasks.Reopen, tasks.DueV, tasks.Assign, tasks.Wait, tasks.Resume, tasks.Drop, tasks.Text, tasks.Note, tasks.Undo, "rate"}
	zones := []*time.Location{time.UTC, time.FixedZone("", 3600)}
	at := func() time.Time {
		return time.Date(2010, 1, 8, 12, 0, rnd.IntN(n/2+1), 0, time.UTC).In(zones[rnd.IntN(2)])
	}
	var evs []tasks.Event
	for range n {
		e := tasks.Event{At: at(), By: []string{"ulla", "bert"}[rnd.IntN(2)], ID: ids[rnd.IntN(len(ids))], Verb: verbs[rnd.IntN(len(verbs))]}
		switch e.Verb {
		case tasks.Add:
			e.Digest = fmt.Sprintf("012345678%d", rnd.IntN(2))
			if e.ID.Nick() != "" {
				e.Text, e.Due = "Licht", when.Day(2010, 1, 10)
			}
		case tasks.DueV:
			e.Due = when.Day(2010, 1, 10+rnd.IntN(5))
		case tasks.Assign:
			e.Assignees = []tasks.Assignee{{Nick: "bert", Tentative: rnd.IntN(2) == 0}}
		case tasks.Text, tasks.Note:
			e.Text = fmt.Sprint("Text ", rnd.IntN(3))
		case tasks.Undo:
			e.Of, e.OfAt = verbs[rnd.IntN(len(verbs))], at()
			if len(evs) > 0 && rnd.IntN(4) > 0 { // mostly one that could be right
				last := evs[rnd.IntN(len(evs))]
				e.ID, e.Of, e.OfAt, e.At = last.ID, last.Verb, last.At, last.At.Add(time.Second)
			}
		}
		evs = append(evs, e)
	}
	return evs
}

// all writes down everything that a fold gives.
func all(ts []tasks.Task, ps []tasks.Problem) string {
	var b bytes.Buffer
	b.WriteString(became(ts))
	for i := range ts {
		b.Write(tasks.AppendLines(nil, ts[i].History...))
	}
	var sorted []string
	for _, p := range ps {
		sorted = append(sorted, p.String()+" "+p.Event.Line())
	}
	slices.Sort(sorted)
	fmt.Fprint(&b, sorted)
	return b.String()
}

// The order of the lines is of no matter; a line that is there twice counts
// once; so the union of two logs is a log.
func TestFoldIsOfASet(t *testing.T) {
	for seed := range uint64(3000) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		evs := scramble(rnd, 2+rnd.IntN(12))
		minutes := promised("Kabel kaufen", "[x] Server taufen")
		want := all(tasks.Fold(minutes, evs))

		// Two machines, each with a part, merge by union, in either order.
		var a, b []tasks.Event
		for _, e := range evs {
			switch rnd.IntN(3) {
			case 0:
				a = append(a, e)
			case 1:
				b = append(b, e)
			default:
				a, b = append(a, e), append(b, e)
			}
		}
		for _, union := range [][]tasks.Event{slices.Concat(a, b), slices.Concat(b, a), slices.Concat(evs, evs)} {
			rnd.Shuffle(len(union), func(i, j int) { union[i], union[j] = union[j], union[i] })
			if diff := cmp.Diff(want, all(tasks.Fold(minutes, union))); diff != "" {
				t.Fatalf("seed %d: (-want +got)\n%s\n%s", seed, diff, tasks.AppendLines(nil, union...))
			}
		}
	}
}

// A Standing says what Fold says, however odd the log.
func TestStandingIsFold(t *testing.T) {
	for seed := range uint64(5000) {
		rnd := rand.New(rand.NewPCG(seed, 2))
		evs := scramble(rnd, 1+rnd.IntN(12))
		cut := rnd.IntN(len(evs) + 1)
		for i := range evs[cut:] {
			evs[cut+i].Private = true
		}
		minutes := promised("Kabel kaufen", "[x] Server taufen")
		want, _ := tasks.Fold(minutes, evs)
		got := stand(slices.Clone(minutes), tasks.AppendLines(nil, evs[:cut]...), tasks.AppendLines(nil, evs[cut:]...))
		if diff := cmp.Diff(became(want), became(got)); diff != "" {
			t.Fatalf("seed %d: (-fold +standing)\n%s\n%s", seed, diff, tasks.AppendLines(nil, evs...))
		}
		s := tasks.ReadStanding(tasks.AppendLines(nil, evs...))
		for i := range minutes {
			if closed := s.Closed([]byte(minutes[i].ID), minutes[i].State == tasks.Done); closed != want[i].Closed() {
				t.Fatalf("seed %d: %s is %s, closed %t", seed, minutes[i].ID, want[i].State, closed)
			}
		}
	}
}

// What Settle lets through fits, on any task: nothing is refused later.
func TestSettledEventsFit(t *testing.T) {
	for seed := range uint64(2000) {
		rnd := rand.New(rand.NewPCG(seed, 3))
		minutes := promised("Kabel kaufen")
		log := []tasks.Event{tasks.AddEvent("100107-1", "Kabel kaufen", time.Date(2010, 1, 7, 22, 0, 0, 0, time.UTC))}
		for range 12 {
			ts, ps := tasks.Fold(minutes, log)
			if ps != nil {
				t.Fatalf("seed %d: %v\n%s", seed, ps, tasks.AppendLines(nil, log...))
			}
			e := scramble(rnd, 1)[0]
			e.ID = "100107-1"
			if rnd.IntN(3) == 0 {
				if u, err := tasks.Inverse(&ts[0]); err == nil {
					u.At, u.By = e.At, e.By
					e = u
				}
			}
			before := ts[0]
			e, err := tasks.Settle(&ts[0], e)
			if err != nil {
				continue
			}
			log = append(log, e)
			after, _ := tasks.Fold(minutes, log)
			if h := after[0].History; h[len(h)-1].Line() != e.Line() {
				t.Fatalf("seed %d: the newest event is %s, not %s", seed, h[len(h)-1].Line(), e.Line())
			}
			if before.Closed() && !after[0].Closed() && e.Verb != tasks.Reopen && e.Verb != tasks.Undo {
				t.Fatalf("seed %d: %s leaves %s", seed, e.Line(), before.State)
			}
		}
	}
}

func reports(bad []*tasks.LineError) []string {
	var out []string
	for _, b := range bad {
		out = append(out, b.Error()+" "+b.Text)
	}
	return out
}

// Damage in one line changes nothing about the others.
func FuzzReadLog(f *testing.F) {
	f.Add([]byte(lines[0]+"\n"+lines[1]+"\n"), []byte("<<<<<<< HEAD"))
	f.Add([]byte(lines[5]+"\n"+lines[14]+"\n"+lines[16]), []byte("\xff\x00"))
	f.Fuzz(func(t *testing.T, log, junk []byte) {
		evs, bad := tasks.ReadLog("tasks.log", log)
		got, _ := tasks.Fold(promised("Kabel kaufen", "[x] Server taufen"), evs)
		if len(evs) > bytes.Count(log, []byte("\n"))+1 {
			t.Fatalf("%d events", len(evs))
		}
		for _, b := range bad {
			if b.Line < 1 || b.Line > bytes.Count(log, []byte("\n"))+1 {
				t.Fatal(b)
			}
		}
		if diff := cmp.Diff(became(got), became(stand(promised("Kabel kaufen", "[x] Server taufen"), log))); diff != "" {
			t.Fatalf("(-fold +standing)\n%s", diff)
		}
		if diff := cmp.Diff(reports(bad), reports(tasks.ReadStanding(log).Errors("tasks.log"))); diff != "" {
			t.Fatalf("(-log +standing)\n%s", diff)
		}
		// Junk of its own line: the same events, one report more at most.
		if bytes.ContainsAny(junk, "\n\r") || len(log) > 0 && log[len(log)-1] != '\n' {
			return
		}
		if _, err := tasks.ParseEvent(string(junk)); err == nil || len(junk) == 0 {
			return
		}
		more, worse := tasks.ReadLog("tasks.log", slices.Concat(log, junk, []byte("\n")))
		if len(worse) != len(bad)+1 && !bytes.HasPrefix(junk, []byte("\ufeff")) || len(more) < len(evs) {
			t.Fatalf("%d events and %d reports, then %d and %d", len(evs), len(bad), len(more), len(worse))
		}
	})
}
