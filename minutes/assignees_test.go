package minutes_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"telko/minutes"
	"telko/tasks/when"
)

func someone(t *testing.T) *minutes.People {
	people, err := minutes.NewPeople([]minutes.Person{
		{Nick: "ulla", Name: "Ulla Wendt", Aliases: []string{"uwe"}, Groups: []string{"technik"}},
		{Nick: "bert", Name: "Bert Krog"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return people
}

func TestReadAssignees(t *testing.T) {
	people := someone(t)
	for in, want := range map[string]string{
		"ulla":                     "[ulla] []",
		"ulla, BERT?":              "[ulla bert?] []",
		"Ulla Wendt und bert":      "[ulla bert] []",
		"@uwe; Technik,alle":       "[ulla technik alle] []",
		"niemand":                  "[niemand] []",
		"ulla, ulla":               "[ulla] []",
		"ulla, nemo, (bert), NEMO": "[ulla] [nemo (bert) NEMO]",
		" , ":                      "[] []",
	} {
		who, unknown := minutes.ReadAssignees(in, people)
		if got := fmt.Sprint(who, " ", unknown); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestReadTask(t *testing.T) {
	ctx := minutes.Context{People: someone(t)}
	cal := when.Calendar{From: when.Day(2010, time.January, 9)}
	for _, c := range []struct{ in, text, who, due, doubt string }{
		{"Kabel kaufen", "Kabel kaufen", "[]", "", ""},
		{" Kabel  kaufen (ulla, bert?) bis freitag", "Kabel kaufen", "[ulla bert?]", "2010-01-15", ""},
		{"Kabel kaufen (ulla) +7", "Kabel kaufen", "[ulla]", "2010-01-16", ""},
		{"Kabel kaufen bis 20.01.", "Kabel kaufen", "[]", "2010-01-20", ""},
		{"Kabel kaufen (z. B. rote)", "Kabel kaufen (z. B. rote)", "[]", "", ""},
		{"Kabel kaufen (ula)", "Kabel kaufen (ula)", "[]", "", "unknown-assignee"},
		{"Kabel kaufen bis nächsten mittwoch", "Kabel kaufen", "[]", "2010-01-13", ""},
		{"Kabel kaufen bis nächsten sonntag", "Kabel kaufen bis nächsten sonntag", "[]", "", "ambiguous-date"},
	} {
		got, problems := minutes.ReadTask(c.in, ctx, cal)
		var doubts []string
		for _, p := range problems {
			doubts = append(doubts, string(p.Code))
		}
		if got.Text != c.text || fmt.Sprint(got.Assignees) != c.who || got.Due.String() != c.due || strings.Join(doubts, " ") != c.doubt {
			t.Errorf("%q: %q %v %s %v", c.in, got.Text, got.Assignees, got.Due, doubts)
		}
	}
}
