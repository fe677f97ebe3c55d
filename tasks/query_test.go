package tasks_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"telko/tasks"
	"telko/tasks/when"
)

func listed(ts []tasks.Task) string {
	var ids []string
	for _, t := range ts {
		ids = append(ids, string(t.ID))
	}
	return strings.Join(ids, " ")
}

var several = []tasks.Task{
	{ID: "100107-1", Text: "Kabel für Köln", State: tasks.Open, Due: when.Day(2010, 1, 14), Assignees: []tasks.Assignee{{Nick: "ulla"}, {Nick: "Jürg", Tentative: true}}, Meeting: "2010-01-07-runde", Series: "runde", Topic: "Netz"},
	{ID: "100107-2", Text: "Server taufen", State: tasks.Done, Due: when.Day(2010, 1, 14), Assignees: []tasks.Assignee{{Nick: "ulla"}}, Meeting: "2010-01-07-runde", Series: "runde", Topic: "Server"},
	{ID: "100114-2", Text: "Licht", State: tasks.Waiting, Due: when.Day(2010, 1, 10), Assignees: []tasks.Assignee{{Nick: "technik", Kind: tasks.Group}}, Meeting: "2010-01-14-runde", Series: "runde"},
	{ID: "100114-12", Text: "Strom", State: tasks.Open, Due: when.Day(2010, 1, 21), Assignees: []tasks.Assignee{{Nick: "alle", Kind: tasks.Everyone}}, Meeting: "2010-01-14-runde", Series: "runde"},
	{ID: "IT-100114-1", Text: "Strom sparen", State: tasks.Open, Due: when.Day(2010, 1, 21), Assignees: []tasks.Assignee{{Nick: "niemand", Kind: tasks.Nobody}}, Meeting: "2010-01-14-it", Series: "it"},
	{ID: "100115-bert-1", Text: "Wände", State: tasks.Dropped, Assignees: []tasks.Assignee{{Nick: "bert"}}},
	{ID: "100108-3", State: tasks.Open, Orphan: true},
}

func TestQuery(t *testing.T) {
	today := when.Day(2010, time.January, 15)
	for _, c := range []struct {
		name string
		q    tasks.Query
		want string
	}{
		{"all", tasks.Query{}, "100107-1 100107-2 100114-2 100114-12 IT-100114-1 100115-bert-1 100108-3"},
		{"mine: assigned, and what all do", tasks.Query{Mine: "Ulla"}, "100107-1 100107-2 100114-12"},
		{"mine: tentatively, in another form", tasks.Query{Mine: "JU\u0308RG"}, "100107-1 100114-12"},
		{"mine: by my groups", tasks.Query{Mine: "carl", Groups: []string{"Technik"}}, "100114-2 100114-12"},
		{"mine: not nobody's", tasks.Query{Mine: "niemand"}, "100114-12"},
		{"mine: a group is no person", tasks.Query{Mine: "technik"}, "100114-12"},
		{"assigned to any of", tasks.Query{Assignees: []string{"bert", "TECHNIK", "niemand"}}, "100114-2 IT-100114-1 100115-bert-1"},
		{"in any of the states", tasks.Query{States: []tasks.State{tasks.Waiting, tasks.Dropped}}, "100114-2 100115-bert-1"},
		{"overdue", tasks.Query{Overdue: true, Today: today}, "100107-1 100114-2"},
		{"due until", tasks.Query{DueUntil: when.Day(2010, 1, 14)}, "100107-1 100107-2 100114-2"},
		{"due from", tasks.Query{DueFrom: when.Day(2010, 1, 14)}, "100107-1 100107-2 100114-12 IT-100114-1"},
		{"due on", tasks.Query{DueFrom: when.Day(2010, 1, 14), DueUntil: when.Day(2010, 1, 14)}, "100107-1 100107-2"},
		{"of a meeting", tasks.Query{Meeting: "2010-01-07-runde"}, "100107-1 100107-2"},
		{"of a series", tasks.Query{Series: "it"}, "IT-100114-1"},
		{"of a topic", tasks.Query{Topic: "NETZ"}, "100107-1"},
		{"orphans", tasks.Query{Orphans: true}, "100108-3"},
		{"search: all words", tasks.Query{Search: "KÖLN kabel"}, "100107-1"},
		{"search: topic, id, assignee", tasks.Query{Search: "#100107 ulla serv"}, "100107-2"},
		{"search: not there", tasks.Query{Search: "kabel strom"}, ""},
		{"both", tasks.Query{Mine: "ulla", States: []tasks.State{tasks.Open}, Overdue: true, Today: today}, "100107-1"},
	} {
		if got := listed(c.q.Select(several)); got != c.want {
			t.Errorf("%s: %s; want %s", c.name, got, c.want)
		}
	}
}

// Overdue first by due date, then by due date, then by id.
func TestSort(t *testing.T) {
	ts := append([]tasks.Task(nil), several...)
	tasks.Sort(ts, when.Day(2010, time.January, 15))
	if got, want := listed(ts), "100114-2 100107-1 100107-2 100114-12 IT-100114-1 100108-3 100115-bert-1"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// What an order leaves equal comes as Sort has it.
func TestSortBy(t *testing.T) {
	for o, want := range map[tasks.Order]string{
		tasks.ByUrgency:  "100114-2 100107-1 100107-2 100114-12 IT-100114-1 100108-3 100115-bert-1",
		tasks.ByDue:      "100114-2 100107-1 100107-2 100114-12 IT-100114-1 100108-3 100115-bert-1",
		tasks.ByID:       "100107-1 100107-2 100108-3 100114-2 100114-12 IT-100114-1 100115-bert-1",
		tasks.ByAssignee: "100114-12 100115-bert-1 IT-100114-1 100114-2 100107-1 100107-2 100108-3",
		tasks.ByState:    "100107-1 100114-12 IT-100114-1 100108-3 100114-2 100107-2 100115-bert-1",
		tasks.ByMeeting:  "100107-1 100107-2 IT-100114-1 100114-2 100114-12 100108-3 100115-bert-1",
		tasks.ByText:     "100108-3 100107-1 100114-2 100107-2 100114-12 IT-100114-1 100115-bert-1",
	} {
		ts := slices.Clone(several)
		tasks.SortBy(ts, o, when.Day(2010, time.January, 15))
		if got := listed(ts); got != want {
			t.Errorf("%q:\ngot  %s\nwant %s", o, got, want)
		}
	}
}

func TestMatch(t *testing.T) {
	for _, c := range []struct{ short, me, want string }{
		{"100107-2", "", "100107-2"},
		{"#100107-2", "", "100107-2"},
		{"2", "", "100107-2 100114-2"},
		{"2", "ulla", "100107-2"},
		{"#2", "bert", "100107-2 100114-2"},
		{"12", "", "100114-12"},
		{"1", "", "100107-1 IT-100114-1 100115-bert-1"},
		{"100114-1", "", "IT-100114-1"},
		{"it-100114-1", "", "IT-100114-1"},
		{"Bert-1", "", "100115-bert-1"},
		{"ert-1", "", ""},
		{"4-12", "", ""},
		{"02", "", ""},
		{"100114", "", ""},
		{"IT", "", ""},
		{"-2", "", ""},
		{"", "", ""},
		{"#", "", ""},
	} {
		if got := listed(tasks.Match(c.short, several, c.me)); got != c.want {
			t.Errorf("%q for %q: %s; want %s", c.short, c.me, got, c.want)
		}
	}
}
