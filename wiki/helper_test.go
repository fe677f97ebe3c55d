package wiki

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var roster = []minutes.Person{
	{Nick: "lene", Name: "Lene Vogt"},
	{Nick: "ole", Name: "Ole Brandt"},
	{Nick: "gesine", Name: "Gesine Pohl", Guest: true},
	{Nick: "nora", Name: "Nora Finch"},
	{Nick: "sam", Name: "Sam Rook"},
}

// public returns the minutes in src as they may leave the team.
func public(t *testing.T, name, src string, l lang.Lang) minutes.Public {
	t.Helper()
	p, err := readPublic(name, src, l)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func readPublic(name, src string, l lang.Lang) (minutes.Public, error) {
	people, err := minutes.NewPeople(roster)
	if err != nil {
		return minutes.Public{}, err
	}
	f, err := minutes.Parse(name, []byte(src), minutes.Context{People: people, Lang: l})
	if err != nil {
		return minutes.Public{}, err
	}
	return minutes.NewPublic(f, minutes.PublicOptions{People: people})
}

// golden compares got with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs:\n%s", name, unified(name, strings.TrimSuffix(string(want), "\n"), strings.TrimSuffix(got, "\n")))
	}
}
