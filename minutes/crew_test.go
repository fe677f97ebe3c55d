package minutes_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"telko/minutes"
	"telko/tasks"
)

// crew is a roster whose nicks are as bad as they come: some are words.
func crew(t testing.TB) *minutes.People {
	t.Helper()
	p, err := minutes.NewPeople([]minutes.Person{
		{Nick: "kaja", Name: "Kaja Steuer", Groups: []string{"werft"}},
		{Nick: "Bente", Name: "Bente Lund", Aliases: []string{"benny"}},
		{Nick: "morgen", Name: "Ida Morgen"},
		{Nick: "Gast", Name: "Peer Gast"},
		{Nick: "müller", Name: "Jo Müller"},
		{Nick: "max_m", Name: "Max Mast"},
		{Nick: "alle", Name: "Alva Lee"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

const crewHead = "---\nseries: deck\ndate: 2032-05-06\nstart: 21:00\n---\n\n# Deck-Telko 06.05.2032\n\n"

// read parses a file of 6 May 2032, a Thursday, with body below its title.
func read(t testing.TB, body string) *minutes.File {
	t.Helper()
	f, err := minutes.Parse("minutes/2032/2032-05-06-deck.md", []byte(crewHead+body), minutes.Context{People: crew(t)})
	if err != nil {
		t.Fatal(err)
	}
	sameTasks(t, f, minutes.Context{People: crew(t)})
	return f
}

// sameTasks fails if the quick way to a file's tasks gives others than Parse.
func sameTasks(t testing.TB, f *minutes.File, ctx minutes.Context) {
	t.Helper()
	ts, err := minutes.ReadTasks(f.Name(), f.Source(), ctx)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(f.Meeting.Tasks, ts, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("ReadTasks differs from Parse (-Parse +ReadTasks):\n%s\n%s", diff, f.Source())
	}
}

// said is a task in one line: text | assignees | due | id | state.
func said(k tasks.Task) string {
	var who []string
	for _, a := range k.Assignees {
		who = append(who, a.String())
	}
	return fmt.Sprintf("%s | %s | %s | %s | %s", k.Text, strings.Join(who, " "), k.Due, k.ID, k.State)
}

func saidAll(ts []tasks.Task) []string {
	var out []string
	for _, k := range ts {
		out = append(out, said(k))
	}
	return out
}

func codes(f *minutes.File) string {
	var out []string
	for _, p := range f.Problems() {
		out = append(out, fmt.Sprintf("%d:%s", p.Line, p.Code))
	}
	return strings.Join(out, " ")
}
