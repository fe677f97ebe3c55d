package capture

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	gmtext "github.com/yuin/goldmark/text"

	"telko/minutes"
)

// What is typed on one line, and the Markdown that shows it.
func TestMarkdownOf(t *testing.T) {
	for typed, want := range map[string]string{
		"Die Fock ist gerissen":        "Die Fock ist gerissen",
		"1. Januar":                    `1\. Januar`,
		"1) Anker":                     `1\) Anker`,
		"1.5 Knoten":                   "1.5 Knoten",
		"2010. war gut":                `2010\. war gut`,
		"1234567890. zu viel":          "1234567890. zu viel",
		"> 3h":                         `\> 3h`,
		">3h":                          `\>3h`,
		`C:\neu`:                       `C:\\neu`,
		`ende\`:                        `ende\\`,
		"- x":                          `\- x`,
		"-":                            `\-`,
		"-x":                           "-x",
		"+ x":                          `\+ x`,
		"* x":                          `\* x`,
		"# x":                          `\# x`,
		"####### x":                    "####### x",
		"#100107-2 steht":              "#100107-2 steht",
		"---":                          `\---`,
		"- - -":                        `\- - -`,
		"***":                          `\***`,
		"___":                          `\___`,
		"===":                          `\===`,
		"= 5":                          "= 5",
		"```":                          "\\`\\`\\`",
		"```go":                        "\\`\\`\\`go",
		"``` x ```":                    "``` x ```",
		"~~~":                          `\~\~\~`,
		"~50 %":                        "~50 %",
		"<b>fett</b>":                  `\<b>fett\</b>`,
		"a <b":                         `a \<b`,
		"<!-- x":                       `\<!-- x`,
		"3 < 5 > 4":                    "3 < 5 > 4",
		"<https://a.example/_x_>":      "<https://a.example/_x_>",
		"<kaja@example.org>":           `\<kaja@example.org>`,
		"[ ] x":                        `\[ ] x`,
		"[x]":                          `\[x]`,
		"[X] y":                        `\[X] y`,
		"[xy] z":                       "[xy] z",
		"[Anker]: https://a":           `\[Anker]: https://a`,
		"[//]: # (weg)":                `\[//]: # (weg)`,
		"|---|":                        `\|---|`,
		"---|---":                      `\---|---`,
		":--|--:":                      `\:--|--:`,
		"| a | b |":                    "| a | b |",
		"AT&T; &amp; &#35; & b":        `AT\&T; \&amp; \&#35; & b`,
		"2*3*4":                        `2\*3\*4`,
		"2 * 3 * 4":                    "2 * 3 * 4",
		"(2)*3*(4)":                    `(2)\*3\*(4)`,
		"snake_case_name":              "snake_case_name",
		"*wichtig*":                    "*wichtig*",
		"**sehr wichtig**, ja":         "**sehr wichtig**, ja",
		"Kata*stro*phe":                `Kata\*stro\*phe`,
		`"*" und "*"`:                  `"\*" und "\*"`,
		"`a*b*c\\`":                    "`a*b*c\\`",
		"`<!-- x -->`":                 "\\`\\<!-- x -->`",
		"ein ` allein":                 "ein ` allein",
		"[[IT/Server_a*b*|S]]":         "[[IT/Server_a*b*|S]]",
		"[[offen":                      "[[offen",
		"[Seite](https://a.example/x)": "[Seite](https://a.example/x)",
		"liste[0](siehe)":              `liste\[0](siehe)`,
		"[sic](so)":                    `\[sic](so)`,
		"Gehälter {privat}":            "Gehälter {privat}",
		"a\tb":                         "a\tb",
		"  - x ":                       `\- x`,
		"":                             "",
	} {
		got := markdownOf(typed)
		if got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
		if back, ok := typedOf(got); !ok || back != strings.TrimSpace(typed) {
			t.Errorf("%q: %q is taken back to %q, %t", typed, got, back, ok)
		}
	}
}

func TestHeadingMarkdown(t *testing.T) {
	for typed, want := range map[string]string{
		"Backups":        "Backups",
		"C#":             "C#",
		"Kanal #":        `Kanal \#`,
		"#":              `\#`,
		"## ##":          `## \##`,
		"1. Anker":       "1. Anker",
		"- x":            "- x",
		"a <b>  und\n c": `a \<b> und c`,
	} {
		got := headingMarkdown(typed)
		if got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
		doc, src := parse("## " + got + "\n")
		h, ok := doc.FirstChild().(*ast.Heading)
		if !ok || h.Level != 2 || shown(h, src) != minutes.PlainText(markdownOf("x " + strings.Join(strings.Fields(typed), " ")))[2:] {
			t.Errorf("%q: shown as %q", typed, shown(doc.FirstChild(), src))
		}
	}
}

// No Markdown comes back that no line makes: an entry of the file keeps its
// own.
func TestTypedOfForeign(t *testing.T) {
	for _, md := range []string{`\a 1\*2`, `a\_b`, "- x", "# x", "2*3*4", "<b>", `1\.5`} {
		if line, ok := typedOf(md); ok {
			t.Errorf("%q comes from %q", md, line)
		}
	}
}

func parse(md string) (ast.Node, []byte) {
	src := []byte(md)
	return goldmark.DefaultParser().Parse(gmtext.NewReader(src)), src
}

// shown returns the text of a node, without emphasis.
func shown(n ast.Node, src []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		switch c := c.(type) {
		case *ast.Text:
			if entering {
				b.Write(c.Segment.Value(src))
			}
		case *ast.String:
			if entering {
				b.Write(c.Value)
			}
		}
		return ast.WalkContinue, nil
	})
	return minutes.PlainText(b.String())
}

// FuzzMarkdownOf: a line is one paragraph of one list item, shows as it was
// typed but for emphasis, and comes back as it was typed.
func FuzzMarkdownOf(f *testing.F) {
	for _, s := range []string{
		"1. Januar", "> 3h", `C:\neu`, "2*3*4 und *x*", "`a` ``b`", "<b> <!-- <https://a.example>", "[x](y) [[Z]]",
		"&amp; \\* \\`", "[a]: b", "***a** b*", "_a_b_", `"*"*`, "a](b)[c](d)", "~~~", "|-|", "*[a](/b)*", "`\\`", "[[a]b]]",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		if !utf8.ValidString(typed) || strings.IndexFunc(typed, func(r rune) bool { return unicode.IsControl(r) || r == '\u2028' }) >= 0 {
			return
		}
		md := markdownOf(typed)
		if back, ok := typedOf(md); !ok || back != strings.TrimSpace(typed) {
			t.Errorf("%q: %q is taken back to %q", typed, md, back)
		}
		if strings.TrimSpace(typed) == "" {
			return
		}
		doc, _ := parse("- " + md + "\n\nEnde\n")
		list, ok := doc.FirstChild().(*ast.List)
		if !ok || list.ChildCount() != 1 || doc.ChildCount() != 2 {
			t.Fatalf("%q: %q is no list of one item", typed, md)
		}
		item := list.FirstChild()
		if item.ChildCount() != 1 || item.FirstChild().Kind() != ast.KindTextBlock {
			t.Fatalf("%q: %q is more than a line", typed, md)
		}
		_ = ast.Walk(item, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if n.Kind() == ast.KindRawHTML {
				t.Errorf("%q: %q holds HTML", typed, md)
			}
			return ast.WalkContinue, nil
		})
		if strings.ContainsAny(typed, "`[<") {
			return // code, links and addresses show other than they are typed
		}
		bare := strings.NewReplacer("*", "", "_", "")
		want := strings.Join(strings.Fields(bare.Replace(typed)), " ")
		if got := strings.Join(strings.Fields(bare.Replace(minutes.PlainText(md))), " "); got != want {
			t.Errorf("%q: %q shows as %q", typed, md, got)
		}
		if !strings.ContainsAny(typed, "*_") && minutes.PlainText(md) != strings.TrimSpace(typed) {
			t.Errorf("%q: %q shows as %q", typed, md, minutes.PlainText(md))
		}
	})
}
