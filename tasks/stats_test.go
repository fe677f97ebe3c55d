package tasks_test

import (
	"fmt"
	"testing"
	"time"

	"telko/tasks"
	"telko/tasks/when"
)

func TestCountKept(t *testing.T) {
	zone := time.FixedZone("", 3600)
	day := func(d, h int) time.Time { return time.Date(2010, 1, d, h, 0, 0, 0, time.UTC) }
	ev := func(id tasks.ID, v tasks.Verb, at time.Time) tasks.Event {
		return tasks.Event{At: at, By: "ulla", ID: id, Verb: v}
	}
	ulla, bert := tasks.Assignee{Nick: "ulla"}, tasks.Assignee{Nick: "bert", Tentative: true}
	task := func(n int, who ...tasks.Assignee) tasks.Task {
		return tasks.Task{
			ID: tasks.MeetingID("", when.Day(2010, 1, 7), n), State: tasks.Open, Due: when.Day(2010, 1, 14),
			MeetingDate: when.Day(2010, 1, 7), Meeting: "2010-01-07-it", Assignees: who,
		}
	}
	ticked := task(6, ulla)
	ticked.State = tasks.Done
	old := task(7, ulla)
	old.MeetingDate = when.Day(2009, 12, 31)
	base := []tasks.Task{
		task(1, ulla), task(2, ulla, bert), task(3, ulla), task(4, ulla), task(5, bert), ticked, old,
		task(8, tasks.Assignee{Nick: "alle", Kind: tasks.Everyone}, tasks.Assignee{Nick: "technik", Kind: tasks.Group}),
	}
	later := ev("100107-3", tasks.DueV, day(9, 10))
	later.Due = when.Day(2010, 1, 20)
	ts, _ := tasks.Fold(base, []tasks.Event{
		ev("100107-1", tasks.DoneV, day(14, 22)), // 23:00 of the last day
		ev("100107-2", tasks.DoneV, day(14, 23)), // 00:00 of the day after
		later, ev("100107-3", tasks.DoneV, day(19, 10)),
		ev("100107-4", tasks.Drop, day(9, 10)),
		ev("100199-x", tasks.Drop, day(9, 10)),
	})
	got := tasks.CountKept(ts, tasks.Period{From: when.Day(2010, 1, 1), Until: when.Day(2010, 1, 31)}, when.Day(2010, 1, 15), zone)
	want := map[string]tasks.Kept{
		"ulla": {Promised: 5, InTime: 3, Late: 1, Dropped: 1, Extended: 1},
		"bert": {Promised: 2, Late: 1, Open: 1, Overdue: 1},
	}
	if len(got) != len(want) {
		t.Errorf("%v", got)
	}
	for nick, w := range want {
		if got[nick] == nil || *got[nick] != w {
			t.Errorf("%s: %+v, want %+v", nick, got[nick], w)
		}
	}
	if all := tasks.CountKept(ts, tasks.Period{}, when.Day(2010, 1, 15), zone); all["ulla"].Promised != 6 || all["ulla"].Overdue != 1 {
		t.Errorf("%s", fmt.Sprintf("%+v", all["ulla"]))
	}
}
