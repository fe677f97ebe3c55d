package imports

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/minutes"
	"telko/minutes/lang"
)

var update = flag.Bool("update", false, "write the golden files")

// titles are the wiki titles of the test pages that do not say theirs.
var titles = map[string]string{
	"telko.wiki":  "Netz/Protokolle/2015-03-12 - Netz-Telko",
	"plenum.wiki": "Plenum/2011-11-16",
	"noise.wiki":  "AG Kiel/Sitzung 2013-05-02",
	"board.wiki":  "Board/Minutes/2012-03-14",
}

func options(name string) Options {
	return Options{
		FileName: name,
		Title:    titles[name],
		DueDays:  7,
		TimeZone: "Europe/Berlin",
		Series: []SeriesHint{
			{Key: "netz-telko", Title: "Netz-Telko", Page: "Netz/Protokolle/{date} - Netz-Telko"},
			{Key: "plenum", Title: "Plenum", Page: "Plenum/{date}"},
		},
	}
}

func importFile(name string, src []byte, o Options) (Result, error) {
	switch filepath.Ext(name) {
	case ".wiki":
		return Wikitext(src, o)
	case ".txt":
		return Text(src, o)
	}
	return Markdown(src, o)
}

func pages(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, ext := range []string{"wiki", "txt", "md"} {
		names, err := filepath.Glob("testdata/*." + ext)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range names {
			if !strings.HasSuffix(n, ".golden.md") {
				out = append(out, filepath.Base(n))
			}
		}
	}
	if len(out) == 0 {
		t.Fatal("no pages in testdata")
	}
	return out
}

func readFile(t testing.TB, name string) []byte {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return src
}

func TestGolden(t *testing.T) {
	for _, name := range pages(t) {
		t.Run(name, func(t *testing.T) {
			res, err := importFile(name, readFile(t, name), options(name))
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			got.Write(res.Source)
			got.WriteString("\n<!-- " + res.ID + "\n")
			for _, w := range res.Warnings {
				fmt.Fprintf(&got, "%d: %s\n", w.Line, w.In(lang.English))
			}
			got.WriteString("-->\n")
			golden := filepath.Join("testdata", name+".golden.md")
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(want), got.String()); d != "" {
				t.Errorf("-want +got (go test -update writes it):\n%s", d)
			}
		})
	}
}

// TestSameBytes imports each page in both languages' workspaces, with and
// without a roster, and with other line ends: the same bytes must come out.
func TestSameBytes(t *testing.T) {
	people, err := minutes.NewPeople([]minutes.Person{{Nick: "zoe", Name: "Zoe Fremd"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range pages(t) {
		o := options(name)
		src := readFile(t, name)
		first, err := importFile(name, src, o)
		if err != nil {
			t.Fatal(err)
		}
		o.People, o.Lang = people, lang.English
		second, err := importFile(name, bytes.ReplaceAll(src, []byte("\n"), []byte("\r\n")), o)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(first.Source), string(second.Source)); d != "" {
			t.Errorf("%s: -first +second:\n%s", name, d)
		}
	}
}

// TestAgain imports what an import gave: nothing changes.
func TestAgain(t *testing.T) {
	for _, name := range pages(t) {
		first, err := importFile(name, readFile(t, name), options(name))
		if err != nil {
			t.Fatal(err)
		}
		again, err := Markdown(first.Source, Options{FileName: first.ID + ".md"})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !bytes.Equal(first.Source, again.Source) || again.ID != first.ID || again.Date != first.Date || again.Page != first.Page {
			t.Errorf("%s: imported again as %q of %v, page %q", name, again.ID, again.Date, again.Page)
		}
	}
}

// TestFormatLeavesImports checks that an imported file is in the form that
// telko writes, but for due dates: those in words are written as dates.
func TestFormatLeavesImports(t *testing.T) {
	due := regexp.MustCompile(`(?m)^\s*- \[[ x]\] .*\n`)
	for _, name := range pages(t) {
		res, err := importFile(name, readFile(t, name), options(name))
		if err != nil {
			t.Fatal(err)
		}
		out, err := minutes.Format(res.ID+".md", res.Source, minutes.Context{})
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(due.ReplaceAllString(string(res.Source), ""), due.ReplaceAllString(string(out), "")); d != "" {
			t.Errorf("%s: -imported +formatted:\n%s", name, d)
		}
	}
}
