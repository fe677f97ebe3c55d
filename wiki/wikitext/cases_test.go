package wikitext

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what is into testdata")

const (
	caseSeparator = "//- - - - - - - - -//\n"
	caseEnd       = "//= = = = = = = = = = = = = = = = = = = = = = = =//\n"
)

// A testCase is a part of a case file: a title, what goes in, what comes out.
type testCase struct{ title, in, out string }

// readCases reads a file of numbered cases, as goldmark has them.
func readCases(t testing.TB, name string) []testCase {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "cases", name))
	if err != nil {
		t.Fatal(err)
	}
	var cases []testCase
	for i, part := range strings.Split(strings.TrimSuffix(string(data), caseEnd), caseEnd) {
		f := strings.Split(strings.TrimLeft(part, "\n"), caseSeparator)
		if len(f) != 3 {
			t.Fatalf("%s: case %d has %d parts, want title, input, output", name, i+1, len(f))
		}
		_, title, _ := strings.Cut(strings.TrimSpace(f[0]), ": ")
		cases = append(cases, testCase{title, f[1], f[2]})
	}
	return cases
}

// runCases holds the cases of a file to convert.
func runCases(t *testing.T, name string, convert func(in string) string) {
	t.Helper()
	cases := readCases(t, name)
	var b strings.Builder
	for i, c := range cases {
		got := strings.TrimSuffix(convert(strings.TrimSuffix(c.in, "\n")), "\n") + "\n"
		if got != c.out && !*update {
			t.Errorf("%s, %d: %s\n--- in\n%s--- got\n%s--- want\n%s", name, i+1, c.title, c.in, got, c.out)
		}
		fmt.Fprintf(&b, "%d: %s\n%s%s%s%s%s\n", i+1, c.title, caseSeparator, c.in, caseSeparator, got, caseEnd)
	}
	if *update {
		if err := os.WriteFile(filepath.Join("testdata", "cases", name), []byte(strings.TrimSuffix(b.String(), "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func taskLink(id string) (string, bool) {
	return "Technik-Telko 2010-01-07#" + id, strings.HasPrefix(id, "100107-")
}

func TestFromMarkdown(t *testing.T) {
	runCases(t, "write.txt", func(in string) string {
		return FromMarkdown([]byte(in), WriteOptions{TaskLink: taskLink})
	})
}

func TestFromMarkdownIndented(t *testing.T) {
	runCases(t, "indent.txt", func(in string) string {
		return FromMarkdown([]byte(in), WriteOptions{Indent: ":", HeadingShift: 1, TaskLink: taskLink})
	})
}

func TestToMarkdown(t *testing.T) {
	runCases(t, "read.txt", func(in string) string { return ToMarkdown(in, ReadOptions{}) })
}

// TestBackAgain holds the cases of reading to coming back as they were, but for
// spelling.
func TestBackAgain(t *testing.T) {
	for i, c := range readCases(t, "read.txt") {
		again := FromMarkdown([]byte(c.out), WriteOptions{})
		if got, want := ToMarkdown(again, ReadOptions{}), c.out; got != want {
			t.Errorf("%d: %s\n--- wikitext\n%s\n--- got\n%s--- want\n%s", i+1, c.title, again, got, want)
		}
	}
}
