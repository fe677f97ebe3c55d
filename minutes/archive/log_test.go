package archive

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"telko/minutes/lang"
	"telko/tasks"
)

func done(by string, at time.Time) func(tasks.Task) (tasks.Event, error) {
	return func(tasks.Task) (tasks.Event, error) {
		return tasks.Event{At: at, By: by, Verb: tasks.DoneV, Text: "läuft"}, nil
	}
}

func TestChange(t *testing.T) {
	w := newWorkspace(t)
	created(t, w, "2010-01-07-werk-telko", "- [ ] Toner holen (mia)\n- [ ] Kabel (Ole)\n")
	after, e, err := w.Change("100107-2", done("mia", noon()))
	if err != nil {
		t.Fatal(err)
	}
	if after.State != tasks.Done || after.Text != "Kabel" || len(after.History) != 2 {
		t.Errorf("%+v", after)
	}
	if want := "2010-01-09T12:00:00Z mia 100107-2 done läuft\n"; !strings.HasSuffix(get(t, w, taskLog), want) || e.Line()+"\n" != want {
		t.Errorf("%s\n%s", e.Line(), get(t, w, taskLog))
	}
	log := get(t, w, taskLog)
	_, _, err = w.Change("100107-2", done("mia", noon()))
	var no *tasks.Refused
	if !errors.As(err, &no) || no.Code != tasks.Already {
		t.Errorf("done twice: %v", err)
	}
	_, _, err = w.Change("100107-9", done("mia", noon()))
	wantIs(t, err, ErrNoTask)
	boom := errors.New("boom")
	_, _, err = w.Change("100107-1", func(tasks.Task) (tasks.Event, error) { return tasks.Event{}, boom })
	wantIs(t, err, boom)
	// A clock that is a little behind is moved on, one that is far behind is not.
	if _, _, err = w.Change("100107-2", func(tasks.Task) (tasks.Event, error) {
		return tasks.Event{At: noon().Add(-2 * time.Hour), By: "ole", Verb: tasks.Reopen}, nil
	}); !errors.As(err, &no) || no.Code != tasks.ClockBehind {
		t.Errorf("a clock two hours behind: %v", err)
	}
	if get(t, w, taskLog) != log {
		t.Error("what was refused was written")
	}
	_, e, err = w.Change("100107-2", func(tasks.Task) (tasks.Event, error) {
		return tasks.Event{At: noon().Add(-time.Minute), By: "ole", Verb: tasks.Reopen}, nil
	})
	if err != nil || !e.At.Equal(noon().Add(time.Second)) {
		t.Errorf("%v, %v", e.At, err)
	}
}

// A log that a crash cut off is kept and reported; the next event is on a line
// of its own.
func TestTornLog(t *testing.T) {
	w := newWorkspace(t)
	created(t, w, "2010-01-07-werk-telko", "- [ ] Toner holen (mia)\n")
	appendTo(filepath.Join(w.Root(), taskLog), "2010-01-08T10:00:00+01:00 mia 100107-1 do")
	torn := get(t, w, taskLog)
	reg, err := w.Register()
	if err != nil {
		t.Fatal(err)
	}
	if len(reg.Problems) == 0 || reg.Problems[0].Path != taskLog || reg.Problems[0].Line != 2 {
		t.Errorf("%v", reg.Problems)
	}
	if _, _, err := w.Change("100107-1", done("mia", noon())); err != nil {
		t.Fatal(err)
	}
	if got := get(t, w, taskLog); got != torn+"\n2010-01-09T12:00:00Z mia 100107-1 done läuft\n" {
		t.Errorf("%s", got)
	}
	sameAnswer(t, w, "torn")
}

// Damaged lines, conflict marks and verbs of a newer telko stay where they are,
// are reported with their numbers, and nothing else is lost.
func TestDamagedLog(t *testing.T) {
	w := newWorkspace(t)
	created(t, w, "2010-01-07-werk-telko", "- [ ] Toner holen (mia)\n")
	first := get(t, w, taskLog)
	log := "<<<<<<< HEAD\n" + first + "=======\nwas\n>>>>>>> other\n2010-01-08T10:00:00+01:00 mia 100107-1 fly hoch\n2010-01-08T11:00:00+01:00 mia 100107-1 wait\n"
	put(t, w, taskLog, log)
	reg, err := w.Register()
	if err != nil {
		t.Fatal(err)
	}
	var lines []int
	for _, p := range reg.Problems {
		lines = append(lines, p.Line)
	}
	if len(lines) != 5 || lines[0] != 1 || lines[1] != 3 || lines[2] != 4 || lines[3] != 5 || lines[4] != 6 {
		t.Errorf("%v", lines)
	}
	if reg.Tasks[0].State != tasks.Waiting || len(reg.Tasks[0].History) != 3 {
		t.Errorf("%+v", reg.Tasks[0])
	}
	if _, _, err := w.Change("100107-1", done("mia", noon())); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(get(t, w, taskLog), log) {
		t.Error("lines were lost")
	}
}

// A meeting that cannot be read takes only its own tasks with it.
func TestBrokenMeeting(t *testing.T) {
	w := newWorkspace(t)
	created(t, w, "2010-01-07-werk-telko", "- [ ] Toner holen (mia)\n")
	bad := created(t, w, "2010-01-08-werk-telko", "- [ ] Kabel (mia)\n")
	before := strings.Replace(get(t, w, bad.Path), "start: 20:00", "start: 88:00", 1)
	put(t, w, bad.Path, before)
	reg, err := w.Register()
	if err != nil {
		t.Fatal(err)
	}
	if len(reg.Problems) != 1 || reg.Problems[0].Path != bad.Path || reg.Problems[0].Line != 4 {
		t.Errorf("%v", reg.Problems)
	}
	// Its task is an orphan of the log: listed, not lost.
	if len(reg.Tasks) != 2 || reg.Tasks[0].Orphan || !reg.Tasks[1].Orphan || reg.Tasks[1].ID != "100108-1" {
		t.Errorf("%+v", reg.Tasks)
	}
	if _, _, err := w.Change("100107-1", done("mia", noon())); err != nil {
		t.Errorf("another meeting's task: %v", err)
	}
	_, err = w.Edit(bad, func(old []byte) ([]byte, error) { return append(old, "- [ ] x\n"...), nil })
	if err == nil || !strings.HasPrefix(lang.Say(err, lang.English), bad.Path+":4: ") {
		t.Errorf("%v", err)
	}
	if get(t, w, bad.Path) != before {
		t.Error("the broken file was touched")
	}
	sameAnswer(t, w, "broken")
}

// A full disk leaves no half line in the log.
func TestDiskFull(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Fatalf("no full disk to test with: %v", err)
	}
	w := newWorkspace(t)
	created(t, w, "2010-01-07-werk-telko", "- [ ] Toner holen (mia)\n")
	os.Remove(filepath.Join(w.Root(), taskLog))
	link(t, "/dev/full", filepath.Join(w.Root(), taskLog))
	if _, err := w.Create("2010-01-08-x", []byte(meeting("2010-01-08", "- [ ] y\n"))); err == nil {
		t.Error("no error")
	}
	if _, err := os.Stat(filepath.Join(w.Root(), "minutes/2010/2010-01-08-x.md")); err == nil {
		t.Error("the file was written without its log")
	}
}

func TestMotions(t *testing.T) {
	w := newWorkspace(t)
	ref := created(t, w, "2010-01-07-werk-telko", "## Anträge\n\n### Antrag 1: Drucker kaufen\n\nDer Drucker möge gekauft werden.\n")
	if got := get(t, w, ref.Path); !strings.Contains(got, "### Antrag 1: Drucker kaufen #M100107-1\n") {
		t.Error(got)
	}
	if got := get(t, w, motionLog); !strings.Contains(got, " telko M100107-1 add ") {
		t.Error(got)
	}
	all, err := w.MotionRegister()
	if err != nil || len(all.Problems) > 0 || len(all.Motions) != 1 || all.Motions[0].ID != "M100107-1" {
		t.Errorf("%+v, %v", all, err)
	}
	if _, err := w.EditPrivate(ref, func([]byte) ([]byte, error) {
		return []byte(meeting(day, "## Anträge\n\n### Antrag 2: Geheimes\n\nEtwas Geheimes möge geschehen.\n\n- [ ] geheim\n")), nil
	}); err != nil {
		t.Fatal(err)
	}
	if got := get(t, w, privateLog); !strings.Contains(got, " M100107-2 add ") || !strings.Contains(got, " 100107-1 add ") || strings.Contains(get(t, w, motionLog), "-2") {
		t.Errorf("%s", got)
	}
	reg, err := w.Register()
	if err != nil || len(reg.Problems) > 0 || len(reg.Tasks) != 1 || !reg.Tasks[0].Private {
		t.Errorf("%+v, %v", reg, err)
	}
}
