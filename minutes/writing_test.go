package minutes_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks/when"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// garden is the roster of the test files.
func garden(t testing.TB) *minutes.People {
	t.Helper()
	p, err := minutes.NewPeople([]minutes.Person{
		{Nick: "lene", Name: "Lene Marquardt", Email: "lene@garten.example", Wiki: "LeneM"},
		{Nick: "ole", Name: "Ole Brinkmann", Aliases: []string{"Ole B. Brinkmann", "olli"}, Email: "ole@garten.example"},
		{Nick: "tariq", Name: "Tariq Yıldız", Aliases: []string{"Tariq Yildiz"}},
		{Nick: "wim", Name: "Wim Haller", Groups: []string{"technik"}},
		{Nick: "jürg", Name: "Jürg Öhm"},
		{Nick: "ada", Name: "Ada Quill"},
		{Nick: "bram", Name: "Bram Stone"},
		{Nick: "cleo", Name: "Cleo Finch"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func gardenContext(t testing.TB, l lang.Lang) minutes.Context {
	return minutes.Context{People: garden(t), Lang: l, TimeZone: "Europe/Berlin"}
}

// fileOf parses src; name is in the folder of the year.
func fileOf(t testing.TB, name, src string, ctx minutes.Context) *minutes.File {
	t.Helper()
	f, err := minutes.Parse(name, []byte(src), ctx)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return f
}

// compareGolden compares got with a file of testdata, or rewrites it.
func compareGolden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got; -update rewrites):\n%s", file, diff)
	}
}

func samples(t testing.TB) []string {
	t.Helper()
	all, err := filepath.Glob("testdata/[0-9]*.md")
	if err != nil || len(all) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	var out []string
	for _, f := range all {
		if !strings.Contains(f, ".golden.") {
			out = append(out, f)
		}
	}
	return out
}

func languageOf(src []byte) lang.Lang {
	if bytes.Contains(src, []byte("## Present")) {
		return lang.English
	}
	return lang.German
}

// TestSamples shows every sample as JSON, HTML and public Markdown.
func TestSamples(t *testing.T) {
	for _, file := range samples(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			ctx := gardenContext(t, languageOf(src))
			f := fileOf(t, file, string(src), ctx)
			base := strings.TrimSuffix(file, ".md")

			j, err := json.MarshalIndent(minutes.JSON(&f.Meeting, nil, when.Day(2031, 3, 14)), "", "  ")
			if err != nil {
				t.Fatal(err)
			}
			compareGolden(t, base+".golden.json", append(j, '\n'))

			p, err := minutes.NewPublic(f, minutes.PublicOptions{People: ctx.People})
			if err != nil {
				t.Fatal(err)
			}
			compareGolden(t, base+".golden.html", minutes.HTML(p, minutes.HTMLOptions{
				TaskURL: func(id string) string { return "tasks.html#" + id },
			}))
			p, err = minutes.NewPublic(f, minutes.PublicOptions{People: ctx.People, NamesAsNick: true})
			if err != nil {
				t.Fatal(err)
			}
			compareGolden(t, base+".golden.md", p.Markdown())
		})
	}
}

// TestFormatLeavesWhatTelkoWrote holds that the samples, which are as telko
// writes, stay byte for byte.
func TestFormatLeavesWhatTelkoWrote(t *testing.T) {
	for _, file := range samples(t) {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		got, err := minutes.Format(file, src, gardenContext(t, languageOf(src)))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(src), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file, diff)
		}
	}
}
