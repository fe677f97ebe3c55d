package capture

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"telko/minutes/lang"
)

const (
	testMeeting = "2010-01-07-werk-telko"
	testJournal = testMeeting + ".k3f" + journalEnd
)

var journalStart = time.Date(2010, 1, 7, 20, 0, 0, 0, berlin)

// noteEvent is a note with the number n.
func noteEvent(n int) Event {
	return Event{At: journalStart.Add(time.Duration(n) * time.Second), By: "mia", ID: EntryID(fmt.Sprintf("k3f-%d", n)), Verb: MakeNote, Text: fmt.Sprintf("Zeile %d: Schiff & Öl\nzweite Zeile", n)}
}

// writtenJournal is a journal with n notes, and its lines.
func writtenJournal(t testing.TB, n int) (*simFS, []byte) {
	t.Helper()
	sim := newSimFS()
	j, err := createJournal(sim, testMeeting, "k3f", []byte("# Werk-Telko\n\n## Drucker\n"), nil, journalStart)
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		if err := j.Append([]Event{noteEvent(i + 1)}); err != nil {
			t.Fatal(err)
		}
	}
	return sim, slices.Clone(sim.files[testJournal].now)
}

func eventTexts(evs []Event) []string {
	var all []string
	for _, e := range evs {
		all = append(all, e.Text)
	}
	return all
}

func TestJournalReadBack(t *testing.T) {
	_, data := writtenJournal(t, 3)
	j := readJournal(testJournal, data)
	if j.version != 1 || j.meeting != testMeeting || j.writer != "k3f" || string(j.base) != "# Werk-Telko\n\n## Drucker\n" || j.private != nil || j.next != 4 || j.torn || j.cut || len(j.issues) > 0 {
		t.Errorf("%+v", j)
	}
	for i, e := range j.events {
		if !sameEvent(e, noteEvent(i+1)) {
			t.Errorf("%+v", e)
		}
	}
	if len(j.events) != 3 || !j.last.Equal(noteEvent(3).At) {
		t.Error(len(j.events), j.last)
	}
}

// Cut at every byte, the lines before the cut are there, and one can go on.
func TestJournalCutAnywhere(t *testing.T) {
	_, data := writtenJournal(t, 4)
	ends := []int{}
	for i, c := range data {
		if c == '\n' {
			ends = append(ends, i)
		}
	}
	for cut := range len(data) {
		whole := 0
		for _, e := range ends[2:] {
			if cut >= e {
				whole++
			}
		}
		sim := newSimFS()
		sim.files[testJournal] = &simData{now: slices.Clone(data[:cut])}
		j := readJournal(testJournal, data[:cut])
		if len(j.events) != whole {
			t.Fatalf("cut at %d: %d lines of %d", cut, len(j.events), whole)
		}
		w, err := resumeJournal(sim, j)
		if err != nil {
			t.Fatal(err)
		}
		more := noteEvent(20)
		if err := w.Append([]Event{more}); err != nil {
			t.Fatal(err)
		}
		again := readJournal(testJournal, sim.files[testJournal].now)
		if len(again.events) != whole+1 || again.events[whole].Text != more.Text || again.next != 21 || again.torn || again.cut {
			t.Fatalf("cut at %d, then one more: %q\n%s", cut, eventTexts(again.events), sim.files[testJournal].now)
		}
		if len(again.issues) > 1 || again.writer != "k3f" || again.meeting != testMeeting {
			t.Fatalf("cut at %d: %+v", cut, again)
		}
	}
}

// Whatever happens to some bytes, the lines that they are not in are all there,
// in their order, and what is left of the others is reported.
func TestJournalDamagedAnywhere(t *testing.T) {
	_, data := writtenJournal(t, 12)
	lines := bytes.SplitAfter(data, []byte("\n"))
	starts := []int{}
	at := 0
	for _, l := range lines {
		starts = append(starts, at)
		at += len(l)
	}
	r := rand.New(rand.NewPCG(4, 4))
	for range 3000 {
		damaged := slices.Clone(data)
		hit := map[int]bool{}
		for range 1 + r.IntN(4) {
			i := r.IntN(len(data))
			for range 1 + r.IntN(9) {
				if i < len(data) {
					damaged[i] = byte(r.IntN(256))
					n, _ := slices.BinarySearch(starts, i+1)
					hit[n-1] = true
					i++
				}
			}
		}
		j := readJournal(testJournal, damaged)
		got := eventTexts(j.events)
		for n := range 12 {
			if hit[n+2] || hit[n+1] && damaged[starts[n+2]-1] != '\n' {
				continue
			}
			if i := slices.Index(got, noteEvent(n+1).Text); i < 0 {
				t.Fatalf("line %d is lost\n%s\n%q", n+1, damaged, got)
			} else {
				got = got[i+1:]
			}
		}
		if len(hit) > 0 && !bytes.Equal(damaged, data) && len(j.issues) == 0 && len(j.events) < 12 {
			t.Fatalf("nothing is reported\n%s", damaged)
		}
		ids := map[EntryID]bool{}
		for _, e := range j.events {
			if ids[e.ID] {
				t.Fatalf("%s twice\n%s", e.ID, damaged)
			}
			ids[e.ID] = true
			if w, n := e.ID.split(); w == j.writer && n >= j.next {
				t.Fatalf("next is %d after %s\n%s", j.next, e.ID, damaged)
			}
		}
	}
}

// Two lines that lost the line break between them are both read.
func TestJournalLostLineBreak(t *testing.T) {
	_, data := writtenJournal(t, 3)
	for i, c := range data[:len(data)-1] {
		if c != '\n' {
			continue
		}
		damaged := slices.Clone(data)
		damaged[i] = 'x'
		if j := readJournal(testJournal, damaged); len(j.events) != 3 {
			t.Errorf("%q\n%s", eventTexts(j.events), damaged)
		}
	}
}

// A line that somebody changed by hand counts as it stands.
func TestJournalChangedByHand(t *testing.T) {
	_, data := writtenJournal(t, 2)
	j := readJournal(testJournal, bytes.Replace(data, []byte("Zeile 1"), []byte("ZEILE 1"), 1))
	if len(j.events) != 2 || !strings.HasPrefix(j.events[0].Text, "ZEILE 1") || len(j.issues) != 1 || !j.issues[0].Kept || j.issues[0].Line != 3 {
		t.Errorf("%+v", j)
	}
	// What was copied, by a union of two files say, counts once.
	j = readJournal(testJournal, append(slices.Clone(data), data...))
	if len(j.events) != 2 || len(j.issues) != 0 {
		t.Errorf("%+v", j)
	}
}

// However an append fails, nothing of it counts, all before it does, and the
// next one is as good as ever.
func TestJournalAppendFails(t *testing.T) {
	boom := errors.New("input/output error")
	for name, spoil := range map[string]func(*simFS){
		"short":     func(s *simFS) { s.short = 17 },
		"nothing":   func(s *simFS) { s.short = 0 },
		"sync":      func(s *simFS) { s.syncErr = boom },
		"read-only": func(s *simFS) { s.readOnly = boom },
	} {
		sim := newSimFS()
		j, err := createJournal(sim, testMeeting, "k3f", nil, nil, journalStart)
		if err != nil {
			t.Fatal(err)
		}
		if err := j.Append([]Event{noteEvent(1)}); err != nil {
			t.Fatal(err)
		}
		spoil(sim)
		err = j.Append([]Event{noteEvent(2), noteEvent(3)})
		if err == nil {
			t.Fatalf("%s: no error", name)
		}
		if lang.HintOf(err, lang.German) == "" || !strings.HasPrefix(lang.Say(err, lang.German), "nicht gespeichert: ") {
			t.Errorf("%s: %v", name, err)
		}
		if name != "read-only" { // there what was written cannot be taken back
			if got := readJournal(testJournal, sim.files[testJournal].now); len(got.events) != 1 || len(got.issues) != 0 {
				t.Errorf("%s: %q", name, eventTexts(got.events))
			}
		}
		sim.syncErr, sim.readOnly, sim.short = nil, nil, -1
		if err := j.Append([]Event{noteEvent(4)}); err != nil {
			t.Fatal(err)
		}
		sim.reboot(true)
		if got := readJournal(testJournal, sim.files[testJournal].now); len(got.events) != 2 || got.events[1].ID != "k3f-4" || len(got.issues) != 0 {
			t.Errorf("%s: %q", name, eventTexts(got.events))
		}
	}
}

// A full disk: the reserve makes room for lines; when that is used up, they are
// refused until there is room.
func TestJournalFullDisk(t *testing.T) {
	sim := newSimFS()
	j, err := createJournal(sim, testMeeting, "k3f", nil, nil, journalStart)
	if err != nil {
		t.Fatal(err)
	}
	if j.reserve.used {
		t.Error("used from the start")
	}
	sim.room = 10
	n := 1
	for ; ; n++ {
		if err = j.Append([]Event{noteEvent(n)}); err != nil {
			break
		}
		if n == 1 && !j.reserve.used {
			t.Error("nobody is told")
		}
	}
	if n < 1000 || !errors.Is(err, ErrFull) {
		t.Errorf("%d lines had room: %v", n, err)
	}
	sim.room = 1 << 20
	if err := j.Append([]Event{noteEvent(n)}); err != nil {
		t.Fatal(err)
	}
	sim.reboot(true)
	if got := readJournal(testJournal, sim.files[testJournal].now); len(got.events) != n || len(got.issues) != 0 {
		t.Errorf("%d lines of %d, %v", len(got.events), n, got.issues)
	}
}

// Order in a journal is order in time, whatever somebody does to the clock.
func TestJournalClockSetBack(t *testing.T) {
	sim, _ := writtenJournal(t, 2)
	j, err := resumeJournal(sim, readJournal(testJournal, sim.files[testJournal].now))
	if err != nil {
		t.Fatal(err)
	}
	old, sub := noteEvent(3), noteEvent(4)
	old.At = old.At.Add(-time.Hour)
	sub.At = sub.At.Add(1234567 * time.Nanosecond)
	evs := []Event{old, sub}
	if err := j.Append(evs); err != nil {
		t.Fatal(err)
	}
	got := readJournal(testJournal, sim.files[testJournal].now).events
	for i, e := range got {
		if i > 0 && e.At.Before(got[i-1].At) {
			t.Errorf("%s before %s", e.At, got[i-1].At)
		}
	}
	if !got[2].At.Equal(evs[0].At) || !got[3].At.Equal(evs[1].At) {
		t.Error("what is read is not what the session was told")
	}
}

// Killed in any call, in its middle too, the journal has every line that was
// accepted; and the machine may lose power.
func TestJournalKilledAnywhere(t *testing.T) {
	run := func(sim *simFS) (accepted int) {
		defer func() {
			if c, ok := recover().(crash); !ok && sim.dieAt > 0 {
				panic(c)
			}
		}()
		data, _ := sim.ReadFile(testJournal)
		var j *journalFile
		var err error
		if data == nil {
			j, err = createJournal(sim, testMeeting, "k3f", []byte("base"), nil, journalStart)
		} else {
			j, err = resumeJournal(sim, readJournal(testJournal, data))
		}
		if err != nil {
			return 0
		}
		for i := range 3 {
			if j.Append([]Event{noteEvent(2*i + 1), noteEvent(2*i + 2)}) == nil {
				accepted += 2
			}
		}
		return accepted
	}
	whole := newSimFS()
	run(whole)
	for die := 1; die <= whole.ops; die++ {
		for _, half := range []bool{false, true} {
			for _, power := range []bool{false, true} {
				sim := newSimFS()
				sim.dieAt, sim.half = die, half
				accepted := run(sim)
				sim.reboot(power)
				data, err := sim.ReadFile(testJournal)
				if err != nil {
					if accepted > 0 {
						t.Fatalf("died in %d: the journal is gone", die)
					}
					continue
				}
				got := readJournal(testJournal, data)
				if len(got.events) < accepted {
					t.Errorf("died in %d (half %v, power %v): %d of %d\n%s", die, half, power, len(got.events), accepted, data)
				}
				w, err := resumeJournal(sim, got)
				if err != nil {
					t.Fatal(err)
				}
				if err := w.Append([]Event{noteEvent(50)}); err != nil {
					t.Fatal(err)
				}
				again := readJournal(testJournal, sim.files[testJournal].now)
				if len(again.events) != len(got.events)+1 || again.next != 51 {
					t.Errorf("died in %d: after going on %q", die, eventTexts(again.events))
				}
			}
		}
	}
}
