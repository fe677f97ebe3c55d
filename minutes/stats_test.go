package minutes_test

import (
	"fmt"
	"testing"
	"time"

	"telko/minutes"
	"telko/tasks"
	"telko/tasks/when"
)

func TestCountStats(t *testing.T) {
	at := func(series string, day int, status minutes.Status, present ...minutes.Attendance) *minutes.Meeting {
		return &minutes.Meeting{Series: series, Date: when.Day(2010, time.January, day), Status: status, Present: present}
	}
	ulla, bert := minutes.Attendance{Nick: "ULLA"}, minutes.Attendance{Name: "Bert Krog"}
	guest := minutes.Attendance{Nick: "gast", Guest: true}
	away := at("it", 14, minutes.StatusFinal, ulla, guest)
	away.Absent = []minutes.Absence{{Nick: "bert", Excuse: minutes.Excused}, {Nick: "nemo"}}
	held := []*minutes.Meeting{
		at("it", 7, minutes.StatusDraft, ulla, bert, ulla), away,
		at("it", 21, minutes.StatusLive, ulla), at("it", 28, minutes.StatusFinal), at("orga", 8, minutes.StatusFinal, bert),
		{Series: "it", Date: when.Day(2009, 12, 31), Present: []minutes.Attendance{ulla}},
	}
	ts := []tasks.Task{
		{ID: "100107-1", Series: "it", State: tasks.Open, Assignees: []tasks.Assignee{{Nick: "ulla"}}},
		{ID: "100109-bert-1", State: tasks.Done, Assignees: []tasks.Assignee{{Nick: "bert"}}},
	}
	o := minutes.StatsOptions{
		People: someone(t), Period: tasks.Period{From: when.Day(2010, 1, 1), Until: when.Day(2010, 1, 31)},
		Today: when.Day(2010, 1, 31), Zone: time.UTC, Series: []string{"it", "orga"},
	}
	for only, want := range map[string]string{
		"":     "/bert 0/0 0 1/1; it/bert 1/2 1 0/0; it/nemo 0/2 0 0/0; it/ulla 2/2 0 1/0; orga/bert 1/1 0 0/0; ",
		"orga": "orga/bert 1/1 0 0/0; ",
	} {
		o.Only = only
		var got string
		for _, s := range minutes.CountStats(held, ts, o) {
			got += fmt.Sprintf("%s/%s %d/%d %d %d/%d; ", s.Series, s.Nick, s.Present, s.Meetings, s.Excused, s.Promised, s.InTime)
		}
		if got != want {
			t.Errorf("%q:\n got %s\nwant %s", only, got, want)
		}
	}
}
