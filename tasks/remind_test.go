package tasks_test

import (
	"fmt"
	"testing"
	"time"

	"telko/tasks"
	"telko/tasks/when"
)

func TestReminders(t *testing.T) {
	ts := append([]tasks.Task{
		{ID: "100107-7", State: tasks.Open, Due: when.Day(2010, 1, 16), Assignees: []tasks.Assignee{{Nick: "Ulla", Tentative: true}}},
		{ID: "100107-8", State: tasks.Waiting, Due: when.Day(2010, 1, 18), Assignees: []tasks.Assignee{{Nick: "ulla"}}},
		{ID: "100107-9", State: tasks.Open, Due: when.Day(2010, 1, 19), Assignees: []tasks.Assignee{{Nick: "ulla"}}},
		{ID: "100107-10", State: tasks.Open, Due: when.Day(2010, 1, 15), Assignees: []tasks.Assignee{{Nick: "alle", Kind: tasks.Everyone}}},
		{ID: "100107-11", State: tasks.Open, Assignees: []tasks.Assignee{{Nick: "ulla"}}},
	}, several...)
	plan := tasks.ReminderPlan{
		Today: when.Day(2010, time.January, 15), Days: 3, People: []string{"ulla", "bert", "carl", "dora"},
		Members: func(group string) []string {
			if group == "technik" {
				return []string{"carl"}
			}
			return nil
		},
	}
	var got string
	for _, r := range plan.Reminders(ts) {
		got += fmt.Sprintf("%s: %s / %s\n", r.Nick, listed(r.Overdue), listed(r.Soon))
	}
	want := "ulla: 100107-1 / 100107-10 100107-7 100107-8\ncarl: 100114-2 / 100107-10\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// Once a day, and what was remembered is read again.
func TestReminded(t *testing.T) {
	today := when.Day(2010, time.January, 15)
	r := tasks.ReadReminded([]byte("bert 2010-01-14\nulla 2010-01-15\nzu viele worte\n\nodd 2010-02-30\nfuture 2010-01-16\nfar 2030-01-01\n"))
	for nick, want := range map[string]bool{"bert": true, "ulla": false, "new": true, "odd": true, "future": false, "far": true} {
		if r.Due(nick, today) != want {
			t.Errorf("%s: %t", nick, !want)
		}
	}
	r["bert"] = today
	again := tasks.ReadReminded(r.Bytes())
	if again.Due("bert", today) || string(again.Bytes()) != "bert 2010-01-15\nfar 2030-01-01\nfuture 2010-01-16\nulla 2010-01-15\n" {
		t.Errorf("%s", again.Bytes())
	}
}
