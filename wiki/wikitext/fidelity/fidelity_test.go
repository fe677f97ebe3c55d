package fidelity_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/wiki/wikitest"
	"telko/wiki/wikitext/fidelity"
)

var update = flag.Bool("update", false, "rewrite testdata/known.txt")

// known is the score as it was last agreed on: how many of each set are as
// they must be, and which are not.
const known = "testdata/known.txt"

const (
	seed   = 1
	random = 2000

	randomPages = 400
	placesStep  = 5 // all of them are for make fidelity: they take a minute
)

// TestScore pins the score. A case that no longer comes out as it must fails
// the test, and so does one that does so at last: run it with -update, and
// read the diff.
func TestScore(t *testing.T) {
	w := wikitest.Start(t)
	wikis := []fidelity.Renderer{w.Parser(), w.Parser()}
	module, err := fidelity.Module()
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	score := func(name string, differ []string, of int) {
		fmt.Fprintf(&got, "%s: %d of %d\n", name, of-len(differ), of)
		for _, id := range differ {
			fmt.Fprintf(&got, "  %s\n", id)
		}
	}
	judge := func(name string, look fidelity.Look, convert func([]fidelity.Case) []string, cases []fidelity.Case, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		rs, err := fidelity.Judge(cases, convert(cases), look, wikis)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var differ []string
		for _, r := range rs {
			if !r.OK {
				differ = append(differ, r.ID)
				t.Logf("%s\n%s\nas\n%s\nmust show\n%sshows\n%s", r.ID, r.Source, r.Wikitext, r.Want, r.Got)
			}
		}
		score(name, differ, len(rs))
	}

	typed := fidelity.Look{Base: fidelity.Base}
	cases, _, err := fidelity.CommonMark(module)
	judge("commonmark", typed, fidelity.Telko, cases, err)
	cases, _, err = fidelity.GFM(module)
	judge("gfm", typed, fidelity.Telko, cases, err)
	cases, err = fidelity.EveryPlace()
	judge(fmt.Sprintf("places, each %dth", placesStep), typed, fidelity.Telko, each(placesStep, cases), err)
	cases, err = fidelity.Random(seed, random)
	judge(fmt.Sprintf("random, seed %d", seed), typed, fidelity.Telko, cases, err)
	pages, err := fidelity.Pages("testdata/pages", "../testdata/pages")
	judge("pages", fidelity.Look{Exact: true}, throughMarkdown, pages, err)
	judge(fmt.Sprintf("wikitext, seed %d", seed), fidelity.Look{Exact: true}, throughMarkdown, fidelity.RandomPages(seed, randomPages), nil)

	for _, s := range []struct {
		name  string
		edits []fidelity.Edit
	}{
		{"unedited", fidelity.Unedited(pages)},
		{"one word", fidelity.OneWord(pages, 5)},
	} {
		var differ []string
		for _, e := range s.edits {
			if !e.OK {
				differ = append(differ, e.Page+": "+e.What)
				t.Logf("%s: %s: %v\n%s", e.Page, e.What, e.Err, e.Got)
			}
		}
		score(s.name, differ, len(s.edits))
	}

	dirt, err := fidelity.Dirty(fidelity.Telko(ordinary()), wikis[0])
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(&got, "ordinary minutes: %d tags, %d entities, %d nowiki\n", dirt.Tags, dirt.Entities, dirt.Nowiki)
	score("needed of these", dirt.Needless, dirt.Sum())

	if *update {
		if err := os.WriteFile(known, []byte(got.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(known)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
		t.Errorf("another score than the known one (-known +now); -update writes it:\n%s", diff)
	}
}

// each returns every nth case.
func each(n int, cases []fidelity.Case) []fidelity.Case {
	var out []fidelity.Case
	for i := 0; i < len(cases); i += n {
		out = append(out, cases[i])
	}
	return out
}

func throughMarkdown(pages []fidelity.Case) []string {
	_, wikitexts := fidelity.ThroughMarkdown(pages)
	return wikitexts
}

func ordinary() []fidelity.Case {
	texts := fidelity.Ordinary(seed, 60)
	cases := make([]fidelity.Case, len(texts))
	for i, md := range texts {
		cases[i].Source = md
	}
	return cases
}
