package archive

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// bothWays reads src as each kind of file, plainly and by the decoder, and
// holds the two to the same values and lines. It returns for how many kinds
// src was plain.
func bothWays(t *testing.T, src string) (plain int) {
	t.Helper()
	for _, make := range []func() any{
		func() any { return &settingsTOML{Language: "de", DueDays: 7, Wiki: wikiTOML{Names: "full"}} },
		func() any { return &peopleTOML{} },
		func() any { return &userTOML{} },
	} {
		quick := &document{src: []byte(src)}
		quick.forget()
		got, want := make(), make()
		if !readPlainTOML(quick.src, got, quick) {
			if d := cmp.Diff(make(), got); d != "" {
				t.Errorf("%q is not plain, but something is left of it:\n%s", src, d)
			}
			continue
		}
		plain++
		d, err := decodeTOML("x.toml", []byte(src), want)
		if err != nil {
			t.Errorf("%q is taken for plain, the decoder says %v", src, err)
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-decoder +plain)\n%s", src, diff)
		}
		for path, line := range quick.lines {
			if d.lines[path] != line {
				t.Errorf("%q: %s on line %d, not %d", src, path, line, d.lines[path])
			}
		}
		for path, keys := range quick.under {
			if path != "" && !reflect.DeepEqual(d.under[path], keys) {
				t.Errorf("%q: under %s %q, not %q", src, path, keys, d.under[path])
			}
		}
	}
	return plain
}

const plainSettings = `# Vereinsserver
id = "k7q2m4"   # nicht ändern
team="Gärten"
due-days = 10

[series.werk-telko]
title = "Werk \u002d Telko"
[series.rat]
title = 'Rat'
[wiki]
categories = ["A", "B, C" ] # zwei
`

var plainTests = []struct {
	src   string
	plain bool // as at least one kind of file
}{
	{"", true},
	{strings.NewReplacer(` \u002d `, " - ", "'", `"`).Replace(plainSettings), true},
	{plainSettings, false},
	{"[[person]]\nnick = \"mia\"\nguest = true\nname = \"Mia #1 [x]\"\naliases = [\"m\"]\n\n[[person]]\nnick = \"ole\" # Ole\n", true},
	{"[[person]]\r\nnick = \"mia\"\r\n", true},
	{"me = \"mia\"\n[[wiki]]\nuser = \"x\"", true},
	{"[[person]] # leer\n[[person]]\n", true},
	{"me = \"mia\"\nme = \"ole\"\n", false},
	{"me = \"mia\" x\n", false},
	{"me = \"mia\n", false},
	{"me = \"\"\"mia\"\"\"\n", false},
	{"me = \"a\\tb\"\n", false},
	{"me = \"a\tb\"\n", true},
	{"me = \"a\x01b\"\n", false},
	{"me = \"\xff\"\n", false},
	{"# \xff\n", false},
	{"# \x00\n", false},
	{"\ufeffme = \"mia\"\n", false},
	{"Me = \"mia\"\n", false},
	{"me = mia\n", false},
	{"me.x = \"mia\"\n", false},
	{"\"me\" = \"mia\"\n", false},
	{"due-days = 007\n", false},
	{"due-days = 0\n", true},
	{"due-days = 0x7\n", false},
	{"due-days = 7.0\n", false},
	{"due-days = 99999999999999999999\n", false},
	{"due-days = \n", false},
	{"due-days 7\n", false},
	{"[wiki]\n[wiki]\n", false},
	{"[series.a]\n[series.a]\n", false},
	{"[series.a]\ntitle = \"x\"\n[series]\n", false},
	{"[series.a.b]\n", false},
	{"[ series.a ]\n", false},
	{"[series.a\n", false},
	{"[series.]\n", false},
	{"[]\n", false},
	{"[[person]\n", false},
	{"[person]\n", false},
	{"[[person.x]]\n", false},
	{"[[series]]\n", false},
	{"[[person]]\nguest = yes\n", false},
	{"[[person]]\naliases = [\"a\",]\n", false},
	{"[[person]]\naliases = [\"a\" \"b\"]\n", false},
	{"[[person]]\naliases = []\n", false},
	{"[[person]]\naliases = [\n\"a\"]\n", false},
	{"[wiki]\ncategories = [1]\n", false},
	{"wiki = {}\n", false},
}

// What is taken for plain is read as the decoder reads it.
func TestPlainTOML(t *testing.T) {
	for _, c := range plainTests {
		if plain := bothWays(t, c.src) > 0; plain != c.plain {
			t.Errorf("%q: plain is %v", c.src, plain)
		}
	}
}

func FuzzPlainTOML(f *testing.F) {
	for _, c := range plainTests {
		f.Add(c.src)
	}
	f.Fuzz(func(t *testing.T, src string) { bothWays(t, src) })
}
