package tasks_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"telko/tasks"
	"telko/tasks/when"
)

// one returns the first task of a meeting after what the log says of it.
func one(t *testing.T, minutes, lines string) tasks.Task {
	t.Helper()
	var ts []tasks.Task
	if minutes != "" {
		ts = promised(minutes)
	}
	got, _ := tasks.Fold(ts, events(t, lines))
	if len(got) != 1 {
		t.Fatalf("%d tasks", len(got))
	}
	return got[0]
}

func code(err error) tasks.Code {
	var r *tasks.Refused
	if errors.As(err, &r) {
		return r.Code
	}
	return ""
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		lines, event string
		want         tasks.Code
	}{
		{"", "done", ""},
		{"", "drop", ""},
		{"", "wait", ""},
		{"", "due 2010-02-02", ""},
		{"", "assign bert", ""},
		{"", "note hm", ""},
		{"", "reopen", tasks.Already},
		{"", "resume", tasks.Already},
		{"", "note", tasks.NoText},
		{"", "text Neues", tasks.InMinutes},
		{"", "add 0123456789", tasks.Exists},
		{"", "undo done@8", tasks.NoEvent},
		{"8 ulla 1 done", "done", tasks.Already},
		{"8 ulla 1 done", "reopen", ""},
		{"8 ulla 1 done", "drop", tasks.NotOpen},
		{"8 ulla 1 done", "wait", tasks.NotOpen},
		{"8 ulla 1 done", "resume", tasks.NotOpen},
		{"8 ulla 1 done", "due 2010-02-02", tasks.NotOpen},
		{"8 ulla 1 done", "note danke", ""},
		{"8 ulla 1 done", "assign bert", ""},
		{"8 ulla 1 drop", "done", tasks.NotOpen},
		{"8 ulla 1 drop", "drop", tasks.Already},
		{"8 ulla 1 drop", "reopen", ""},
		{"8 ulla 1 wait", "wait", tasks.Already},
		{"8 ulla 1 wait", "resume", ""},
		{"8 ulla 1 wait", "done", ""},
		{"8 ulla 1 done", "undo done@8", ""},
		{"8 ulla 1 done", "undo done@9", tasks.NotLast},
		{"8 ulla 1 done", "undo wait@8", tasks.NotLast},
		{"8 ulla 1 done\n9 bert 1 note danke", "undo done@8", tasks.NotLast},
		{"8 ulla 1 done\n9 bert 1 undo done@8", "undo done@8", tasks.NoEvent},
	} {
		task := one(t, "Kabel kaufen", "7 telko 1 add 0123456789\n"+c.lines)
		e := events(t, "20 ulla 1 "+c.event)[0]
		err := tasks.Check(&task, e)
		if code(err) != c.want {
			t.Errorf("%s, then %s: %v; want %q", c.lines, c.event, err, c.want)
		}
		if err != nil && strings.HasSuffix(err.Error(), ": "+string(c.want)) {
			t.Errorf("%s has no message", c.want)
		}
	}
	// What no minutes hold may get a new text.
	task := one(t, "", "9 ulla 100109-ulla-1 add 0123456789 due=- assign=- Licht")
	if err := tasks.Check(&task, tasks.Event{At: task.History[0].At.Add(time.Hour), Verb: tasks.Text, Text: "Lampe"}); err != nil {
		t.Error(err)
	}
}

// An event is never older than the newest of its task; a clock more than an
// hour off is refused, by name.
func TestSettle(t *testing.T) {
	task := one(t, "Kabel kaufen", "7 telko 1 add 0123456789\n8 bert 1 wait")
	newest := task.History[1].At
	zone := time.FixedZone("", 2*3600)
	for _, c := range []struct{ clock, want time.Duration }{
		{time.Hour, time.Hour},
		{time.Second, time.Second},
		{1500 * time.Millisecond, time.Second},
		{0, time.Second},
		{300 * time.Millisecond, time.Second},
		{-time.Minute, time.Second},
		{-time.Hour, time.Second},
	} {
		e := tasks.Event{At: newest.Add(c.clock).In(zone), By: "ulla", ID: task.ID, Verb: tasks.DoneV}
		got, err := tasks.Settle(&task, e)
		if err != nil || got.At.Sub(newest) != c.want || got.At.Location() != zone {
			t.Errorf("clock %v: %v, %v", c.clock, got.At.Sub(newest), err)
		}
	}
	_, err := tasks.Settle(&task, tasks.Event{At: newest.Add(-time.Hour - time.Second), By: "ulla", ID: task.ID, Verb: tasks.DoneV})
	if code(err) != tasks.ClockBehind || !strings.Contains(err.Error(), "bert") {
		t.Errorf("a clock an hour off: %v", err)
	}
	if err := tasks.Check(&task, tasks.Event{At: newest, Verb: tasks.DoneV}); code(err) != tasks.NotNewer {
		t.Errorf("as old as the newest: %v", err)
	}
	if err := tasks.Check(&task, tasks.Event{At: newest.Add(-2 * time.Hour), Verb: tasks.DoneV}); code(err) != tasks.ClockBehind {
		t.Errorf("two hours older: %v", err)
	}
	if _, err := tasks.Settle(&task, tasks.Event{At: newest.Add(time.Hour), Verb: tasks.Wait}); code(err) != tasks.Already {
		t.Errorf("Settle does not check: %v", err)
	}
	// Events written within one second keep their order.
	now := newest.Add(time.Hour)
	for _, verb := range []tasks.Verb{tasks.DoneV, tasks.Reopen, tasks.DoneV, tasks.Reopen, tasks.Drop} {
		e, err := tasks.Settle(&task, tasks.Event{At: now, By: "ulla", ID: task.ID, Verb: verb})
		if err != nil {
			t.Fatal(err)
		}
		got, _ := tasks.Fold(promised("Kabel kaufen"), append(task.History, e))
		task = got[0]
	}
	if task.State != tasks.Dropped || len(task.History) != 7 {
		t.Errorf("after five events in a second: %s, %d events", task.State, len(task.History))
	}
}

func TestInverse(t *testing.T) {
	for _, c := range []struct {
		lines, want string
	}{
		{"", ""},
		{"8 ulla 1 done", "done@2010-01-08T12:00:00+01:00"},
		{"8 ulla 1 due 2010-02-02\n9 ulla 1 done", "done@2010-01-09T12:00:00+01:00"},
		{"8 ulla 1 due 2010-02-02\n9 ulla 1 done\n10 bert 1 undo done@9", "due@2010-01-08T12:00:00+01:00"},
		{"8 ulla 1 done\n10 bert 1 undo done@8", ""},
	} {
		task := one(t, "Kabel kaufen", "7 telko 1 add 0123456789\n"+c.lines)
		before := task.State
		e, err := tasks.Inverse(&task)
		if c.want == "" {
			if code(err) != tasks.NoEvent {
				t.Errorf("%s: %v, %v", c.lines, e, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.lines, err)
			continue
		}
		e.By, e.At = "ulla", task.History[len(task.History)-1].At.Add(time.Minute)
		e, err = tasks.Settle(&task, e)
		if err != nil || !strings.HasSuffix(e.Line(), " undo "+c.want) {
			t.Errorf("%s: %s, %v", c.lines, e.Line(), err)
		}
		got, ps := tasks.Fold(promised("Kabel kaufen"), append(task.History, e))
		if got[0].State == before && before != tasks.Open || ps != nil {
			t.Errorf("%s: undone, it is %s; %v", c.lines, got[0].State, ps)
		}
	}
}

func TestMint(t *testing.T) {
	day := when.Day(2010, time.January, 7)
	start := day.At(when.ClockAt(22, 20), time.FixedZone("", 3600))
	add := func(id tasks.ID, text string) tasks.Event { return tasks.AddEvent(id, text, start) }
	ids := func(s ...tasks.ID) []tasks.ID { return s }
	for _, c := range []struct {
		name   string
		texts  string
		prefix string
		used   []tasks.ID
		log    []tasks.Event
		want   string
	}{
		{"numbers from one", "a b c", "", nil, nil, "100107-1 100107-2 100107-3"},
		{"with the prefix of the series", "a", "IT", ids("100107-4"), []tasks.Event{add("100107-5", "a")}, "IT-100107-1"},
		{"on from the maximum of the file", "a", "", ids("100107-4", "100106-9"), nil, "100107-5"},
		{"on from the maximum of the log", "a", "", ids("100107-4"), []tasks.Event{add("100107-9", "x"), add("100108-12", "x")}, "100107-10"},
		{"a number is never used again, whatever the event", "a", "", nil, []tasks.Event{{ID: "100107-3", Verb: tasks.Drop}}, "100107-4"},
		{"matches texts against add events first", "c b a", "", nil, []tasks.Event{add("100107-1", "a"), add("100107-2", "b")}, "100107-3 100107-2 100107-1"},
		{"an id that a line bears is taken", "a", "", ids("100107-1"), []tasks.Event{add("100107-1", "a")}, "100107-2"},
		{"the same text twice", "a a a", "", nil, []tasks.Event{add("100107-2", "a"), add("100107-1", "a")}, "100107-1 100107-2 100107-3"},
		{"an add that is there twice counts once", "a a", "", nil, []tasks.Event{add("100107-1", "a"), add("100107-1", "a")}, "100107-1 100107-2"},
		{"an id with two texts goes to one line", "a b", "", nil, []tasks.Event{add("100107-1", "a"), add("100107-1", "b")}, "100107-1 100107-2"},
		{"tasks between meetings number apart", "a", "", nil, []tasks.Event{add("100107-ulla-7", "a")}, "100107-1"},
	} {
		got := tasks.Mint(strings.Fields(c.texts), day, c.prefix, c.used, c.log)
		var s []string
		for _, id := range got {
			s = append(s, string(id))
		}
		if strings.Join(s, " ") != c.want {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
	}
}

// Two machines that import one page write the same bytes, whatever else each
// of them has minted before.
func TestMintAgain(t *testing.T) {
	day := when.Day(2010, time.January, 7)
	texts := []string{"Kabel kaufen", "Server taufen", "Kabel kaufen"}
	var log []tasks.Event
	first := tasks.Mint(texts, day, "", nil, nil)
	for i, id := range first {
		log = append(log, tasks.AddEvent(id, texts[i], day.At(0, time.UTC)))
	}
	for i, id := range tasks.Mint([]string{"Kabel  kaufen", "Server taufen ", "Kabel kaufen"}, day, "", nil, log) {
		if id != first[i] {
			t.Errorf("line %d: %s, then %s", i, first[i], id)
		}
		if again := tasks.AddEvent(id, texts[i], day.At(0, time.UTC)); again.Line() != log[i].Line() {
			t.Errorf("%s and %s", again.Line(), log[i].Line())
		}
	}
}

func TestNextPersonal(t *testing.T) {
	day := when.Day(2010, time.January, 9)
	log := events(t, "9 ulla 100109-ulla-1 add 0123456789 due=- assign=- Licht\n9 bert 100109-bert-7 add 0123456789 due=- assign=- Licht\n9 ulla 100110-ulla-4 add 0123456789 due=- assign=- Licht")
	for nick, want := range map[string]tasks.ID{"ulla": "100109-ulla-2", "bert": "100109-bert-8", "carl": "100109-carl-1"} {
		if got := tasks.NextPersonal("", day, nick, nil, log); got != want {
			t.Errorf("%s: %s, want %s", nick, got, want)
		}
	}
	e := tasks.NewTask(tasks.Task{ID: "100109-ulla-2", Text: " Licht\nan ", Due: day}, "ulla", day.At(0, time.UTC))
	got, _ := tasks.Fold(nil, []tasks.Event{e})
	if want := "100109-ulla-2 open 2010-01-09 Licht an\n"; became(got) != want {
		t.Errorf("got %s", became(got))
	}
}
