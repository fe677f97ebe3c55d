package minutes_test

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/minutes"
	"telko/minutes/lang"
)

const publicHead = "---\ndate: 2031-03-06\nstart: 22:00\n---\n\n# Gartentelko\n\n"

// everythingPublic returns all that a caller can get out of p, as one string.
func everythingPublic(p minutes.Public) string {
	return fmt.Sprintf("%s\n%s\n%+v\n%+v\n%s", p.ID(), p.Markdown(), p.Meeting(), p.Sections(), minutes.HTML(p, minutes.HTMLOptions{})) +
		fmt.Sprintf("%+v", minutes.JSON(ptr(p.Meeting()), nil, p.Meeting().Date))
}

func ptr[T any](v T) *T { return &v }

// TestPublicLosesComments puts a comment where people put comments. Either
// nothing of it is in the public form, or there is none.
func TestPublicLosesComments(t *testing.T) {
	for name, body := range map[string]string{
		"block":              "text\n\n<!-- MARKER -->\n\nmore\n",
		"several lines":      "text\n\n<!--\nMARKER\n\n- MARKER\n-->\n\nmore\n",
		"in a paragraph":     "text <!-- MARKER --> more\n",
		"over a blank line":  "text <!-- MARKER\n\nMARKER --> more\n",
		"in a list":          "- one\n<!-- MARKER -->\n- two\n",
		"in an item":         "- one <!-- MARKER -->\n- two\n",
		"indented like code": "- one\n\n        <!-- MARKER -->\n",
		"in a code span":     "the ` key <!-- MARKER --> and the ` key\n",
		"in a fence":         "```\n<!-- MARKER -->\n```\n",
		"in a quote":         "> **Antwort:** ja <!-- MARKER\n> MARKER -->\n",
		"in a task":          "- [ ] Tonne kaufen <!-- MARKER --> (ole) #310306-1\n",
		"behind a task":      "- [ ] Tonne kaufen (ole) #310306-1 <!-- MARKER -->\n",
		"in a heading":       "## Bienen <!-- MARKER -->\n\n- Honig\n",
		"in a motion":        "### Antrag 1: Tonne <!-- MARKER -->\n\nText <!-- MARKER -->\n",
		"without spaces":     "text<!--MARKER-->more\n",
		"two on a line":      "<!-- MARKER --> a <!-- MARKER -->\n",
		"odd begin":          "<!--> MARKER -->\n",
		"odd begin 2":        "<!---> MARKER -->\n",
		"odd end":            "<!-- MARKER --!> MARKER -->\n",
		"html block":         "<div>\n<!-- MARKER -->\n</div>\n",
		"in an attribute":    "<a title=\"<!-- MARKER -->\">x</a>\n",
		"link definition":    "text\n\n[//]: # (MARKER)\n\nmore\n",
		"link definition 2":  "text\n\n[comment]: <> (MARKER)\n",
		"attendance":         "## Anwesend\n\n- Ole Brinkmann (ole) <!-- MARKER -->\n",
		"unclosed":           "text\n\n<!-- MARKER\n\n## Bienen\n",
		"unclosed inline":    "text <!-- MARKER\n\nmore\n",
		"nested":             "<!-- a <!-- b --> MARKER -->\n",
		"first unclosed":     "<!-- a\n\nMARKER\n\n<!-- b -->\n\nMARKER\n\n-->\n",
		"note over lines":    "[//]: # (one\nMARKER)\n",
		"escaped backslash":  "x \\\\<!-- MARKER -->\n",
		"any definition":     "[wofür]: # (MARKER)\n",
		"one letter":         "[x]: <> \"MARKER\"\n",
		"definition, blank":  "[//] : # (MARKER)\n",
		"title below":        "[//]: #\n(MARKER)\n",
		"title below 2":      "> [//]: #\n>   'MARKER'\n",
		"dash":               "text\n\n<!— MARKER —>\n",
		"dash 2":             "text <!– MARKER -->\n",
		"blank in it":        "<! -- MARKER -->\n",
		"a hyphen too few":   "<!- MARKER ->\n",
	} {
		t.Run(name, func(t *testing.T) {
			for _, nl := range []string{"\n", "\r\n"} {
				src := strings.ReplaceAll(publicHead+body, "\n", nl)
				f, err := minutes.Parse("2031-03-06-x.md", []byte(src), minutes.Context{})
				if err != nil {
					return // unreadable is not public either
				}
				p, err := minutes.NewPublic(f, minutes.PublicOptions{})
				if err != nil {
					var le *minutes.LineError
					if !errors.As(err, &le) || le.Line < 8 || le.File != "2031-03-06-x.md" {
						t.Errorf("refused without file and line: %v", err)
					}
					continue
				}
				if all := everythingPublic(p); strings.Contains(all, "MARKER") || strings.Contains(all, "<!--") {
					t.Errorf("leaked:\n%s", all)
				}
			}
		})
	}
}

// TestPublicRefusesDoubt lists the cases of the test above that must be
// refused: text might be lost, or shown, that was not meant to be.
func TestPublicRefusesDoubt(t *testing.T) {
	for _, body := range []string{
		"text\n\n<!-- MARKER\n\n## Bienen\n",
		"text <!-- MARKER\n\nmore\n",
		"<!-- a <!-- b --> MARKER -->\n",
		"[//]: # (one\nMARKER)\n",
		"```\ncode\n\n## Bienen\n",
		"~~~\ncode\n```\n\n## Bienen\n",
	} {
		f := fileOf(t, "2031-03-06-x.md", publicHead+body, minutes.Context{})
		if _, err := minutes.NewPublic(f, minutes.PublicOptions{}); err == nil {
			t.Errorf("%q is public", body)
		} else if lang.HintOf(err, lang.German) == "" {
			t.Errorf("%q: no hint: %v", body, err)
		}
	}
}

// TestPublicKeepsWhatIsNoComment holds that text which only looks like a
// comment stays.
func TestPublicKeepsWhatIsNoComment(t *testing.T) {
	for _, body := range []string{
		"a --> b, and <- c\n",
		"written \\<!-- like this --> it is text\n",
		"&lt;!-- so it is here --&gt;\n",
		"[1]: https://example.org\n\nsee [1]\n",
	} {
		f := fileOf(t, "2031-03-06-x.md", publicHead+body, minutes.Context{})
		p, err := minutes.NewPublic(f, minutes.PublicOptions{})
		if err != nil {
			t.Errorf("%q: %v", body, err)
		} else if want := publicHead + body; string(p.Markdown()) != want {
			t.Errorf("got %q, want %q", p.Markdown(), want)
		}
	}
}

// TestPublicStopsAtMarks holds that a heading with braces at its end stops
// publishing, wherever it stands and however it is written.
func TestPublicStopsAtMarks(t *testing.T) {
	for _, body := range []string{
		"## Personal {nichtöffentlich}\n",
		"## Personal {private}\n",
		"## Personal {anything}\n",
		"# Personal {privat}\n",
		"###### Personal {x}\n",
		"## Personal {privat}   \n",
		"## Personal {privat} ##\n",
		"## Personal {privat}##\n",
		"##Personal {privat}\n",
		"## **Personal {privat}**\n",
		"## *Personal* _{privat}_\n",
		"## Personal {*privat*}\n",
		"## Personal {privat}:\n",
		"## Personal {privat}\u00a0\n",
		"## Personal {privat}\u200b\n",
		"## Personal \\{privat\\}\n",
		"## Personal &#123;privat&#125;\n",
		"## Personal ｛privat｝\n",
		"## Personal {PRIVAT}\n",
		"## Personal {Nicht-Öffentlich}\n",
		"## Personal {nichto\u0308ffentlich}\n",
		"## Personal { privat }\n",
		"## Personal {privat\n",
		"## Personal {}\n",
		"## Personal {x} (Fortsetzung)\n",
		"## {privat} Personal\n",
		"## Personal {privat} <!-- warum -->\n",
		"## Personal <!-- a -->{privat}\n",
		"## Personal {privat} #M310306-1\n",
		"### Antrag 1: Personal {x} #M310306-1\n",
		"## Personal {privat}<br>\n",
		"## Personal [{privat}](https://example.org)\n",
		"## Personal {a}{b}\n",
		"Personal {privat}\n-----------------\n",
		"Personal {x}\n===\n",
		"Personal\nund Geld {x}\n---\n",
		"- ## Personal {x}\n",
		"  - ### Personal {x}\n",
		"1. # Personal {x}\n",
		"> ## Personal {x}\n",
		"> - ## Personal {x}\n",
		"- Personal {x}\n  ---\n",
		"   ## Personal {x}\n",
		"    ## Personal {x}\n",
		"\t## Personal {x}\n",
		"```\n## Personal {x}\n```\n",
		"```\ncode\n\n## Personal {privat}\n\n- Gehalt\n",
		"```\ncode\n\n## Personal {privat}\n\n```\nmore\n```\n",
		"<!-- vergessen\n\n## Personal {privat}\n\n- Gehalt\n",
		"<div>\n## Personal {x}\n</div>\n",
		"<!-- x -->## Personal {x}\n",
		"- Gehalt erhöht {nichtöffentlich}\n",
		"{privat}\n\n- Gehalt\n",
		"**Personal {vertraulich}**\n",
		"| Personal {intern} |\n|---|\n",
		"**Personal {streng vertraulich}**\n",
		"- Personal {nur intern}\n",
		"- Gehalt {bitte nicht öffentlich}\n",
		"- Gehalt {pri\u200bvat}\n",
		"- Gehalt ｛privat｝\n",
		"- Gehalt {.privat}\n",
		"- Gehalt {#privat}\n",
		"- Gehalt {privat!}\n",
		"- Gehalt {privat: ja}\n",
		"- Gehalt {privat\n",
		"## Personal {pr\u0456v\u0430t}\n", // two letters are not Latin
		"== Personal {x} ==\n",
		"<h2>Personal {x}</h2>\n",
		"<summary>Personal {x}</summary>\n",
		"## Personal {x}\u2028- Gehalt\n",
		"a\r## Personal {x}\r- Gehalt\n",
		"a\rPersonal {x}\r===\r- Gehalt\n",
		"Personal {x}\n\u200b===\n",
	} {
		for _, nl := range []string{"\n", "\r\n"} {
			src := strings.ReplaceAll(publicHead+"## Bienen\n\n- Honig\n\n"+body, "\n", nl)
			f, err := minutes.Parse("2031-03-06-x.md", []byte(src), minutes.Context{})
			if err != nil {
				t.Errorf("%q: %v", body, err)
				continue
			}
			_, err = minutes.NewPublic(f, minutes.PublicOptions{})
			var le *minutes.LineError
			switch {
			case err == nil:
				t.Errorf("%q is public", body)
			case !errors.As(err, &le) || le.Line < 12 || le.File == "":
				t.Errorf("%q: no file and line: %v", body, err)
			}
		}
	}
}

// TestPublicReadsTheFrontMatter holds that a meeting which says at its top that
// it is not public is not.
func TestPublicReadsTheFrontMatter(t *testing.T) {
	for key, public := range map[string]bool{
		"private: true": false, "Privat: ja": false, "vertraulich:": false, "nicht-öffentlich: x": false,
		"public: no": false, "öffentlich: nein": false, "publish: false": false, "visibility: internal": false,
		"place: bei Ole {privat}": false, "note: {nichtöffentlich}": false,
		"private: no": true, "public: yes": true, "note: privates": true, "internet: ja": true,
	} {
		src := strings.Replace(publicHead, "start:", key+"\nstart:", 1) + "text\n"
		_, err := minutes.NewPublic(fileOf(t, "2031-03-06-x.md", src, minutes.Context{}), minutes.PublicOptions{})
		var le *minutes.LineError
		if (err == nil) != public || err != nil && (!errors.As(err, &le) || le.Line != 3) {
			t.Errorf("%s: %v", key, err)
		}
	}
}

// TestMarksAreNotRepeated holds that messages, which go to logs, hold of a mark
// no more than that it is one.
func TestMarksAreNotRepeated(t *testing.T) {
	for heading, want := range map[string]string{
		"## Personal {MARKER}": "{…}", "## MARKER {privat}": "{privat}", "- MARKER {privat, MARKER}": "{…}", "- MARKER {privat MARKER}": "{…}",
		"## x {nur für MARKER} {intern}": "{intern}",
	} {
		_, err := minutes.NewPublic(fileOf(t, "2031-03-06-x.md", publicHead+heading+"\n", minutes.Context{}), minutes.PublicOptions{})
		if err == nil || strings.Contains(err.Error(), "MARKER") || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%s: %v", heading, err)
		}
	}
}

// TestPublicLetsBracesBe holds that braces elsewhere are text.
func TestPublicLetsBracesBe(t *testing.T) {
	for _, body := range []string{
		"## Personal {x} und Geld\n\n- a\n",
		"- set {a, b}\n- {{Vorlage}}\n",
		"write `{private}` behind the heading\n",
		"## Geld\n\nfunc() {}\n",
		"x {y}\n\n---\n\nz\n",
		"```\nclass X { private: int x; }\nvar internal_id = {internal_id}\n```\n",
		"= {y} und = z\n",
		"\\<!- so nicht, und `<!- so` auch nicht\n",
		"[1]: #ziel\n[2]: #\n\nsiehe [1] und [2]\n",
	} {
		f := fileOf(t, "2031-03-06-x.md", publicHead+body, minutes.Context{})
		if _, err := minutes.NewPublic(f, minutes.PublicOptions{}); err != nil {
			t.Errorf("%q: %v", body, err)
		}
	}
}

// TestPublicKnowsTemplates holds that a wiki's template in a heading of an
// imported page is no mark, and everywhere else is one.
func TestPublicKnowsTemplates(t *testing.T) {
	for _, c := range []struct {
		heading  string
		imported bool
		ok       bool
	}{
		{"## Geld {{erledigt}}", true, true},
		{"## Geld {{erledigt|ja}} {{x}}", true, true},
		{"## Geld {{erledigt}}", false, false},
		{"## Geld {{privat}}", true, false},
		{"## Geld {erledigt}", true, false},
		{"## Geld {x} {{erledigt}}", true, false},
		{"## Geld {{{x}", true, false},
	} {
		src := publicHead + c.heading + "\n\n- x\n"
		if c.imported {
			src = strings.Replace(src, "start:", "imported: wikitext\nstart:", 1)
		}
		_, err := minutes.NewPublic(fileOf(t, "2031-03-06-x.md", src, minutes.Context{}), minutes.PublicOptions{})
		if (err == nil) != c.ok {
			t.Errorf("%s (imported %v): %v", c.heading, c.imported, err)
		}
	}
}

func TestPublicIsNeverAPrivateFile(t *testing.T) {
	for _, name := range []string{
		"minutes/2031/2031-03-06-x.private.md", "2031-03-06-x.PRIVATE.md", `C:\minutes\2031-03-06-x.private.md`, "2031-03-06-x.private",
	} {
		f := fileOf(t, name, publicHead+"## Bienen\n", minutes.Context{})
		if _, err := minutes.NewPublic(f, minutes.PublicOptions{}); err == nil {
			t.Errorf("%s is public", name)
		}
	}
}

func TestPublicHasOnlyKnownKeys(t *testing.T) {
	src := "---\ndate: 2031-03-06\nnote: MARKER\nplace: Raum #1\nphone-pin: MARKER\n---\n\n# X\n\ntext\n"
	p, err := minutes.NewPublic(fileOf(t, "2031-03-06-x.md", src, minutes.Context{}), minutes.PublicOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if all := everythingPublic(p); strings.Contains(all, "MARKER") {
		t.Errorf("an unknown key is public:\n%s", all)
	}
	if want := "---\ndate: 2031-03-06\nplace: Raum #1\n---\n\n# X\n\ntext\n"; string(p.Markdown()) != want {
		t.Errorf("got %q", p.Markdown())
	}
}

// TestPublicHasAllKnownKeys gives every key that telko knows a value that
// changes what is read.
func TestPublicHasAllKnownKeys(t *testing.T) {
	src := "---\nseries: s\ndate: 2031-03-13\nstart: 22:00\nend: 1:00\nplace: Raum\nkeeper: ole\nstatus: final\npage: P\ndue-days: 3\n" +
		"timezone: Europe/Berlin\nimported: text\nid-day: 2031-03-06\n---\n\n# T\n\n- [ ] x #310306-1\n"
	f := fileOf(t, "2031-03-13-s.md", src, minutes.Context{})
	p, err := minutes.NewPublic(f, minutes.PublicOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(f.Meeting, p.Meeting()); diff != "" || len(p.Meeting().Tasks) != 1 {
		t.Errorf("(-file +public):\n%s", diff)
	}
	body := []minutes.Section{{Title: "A", Level: 2}}
	again := fileOf(t, "2031-03-13-s.md", string(minutes.Compose(f.Meeting, body, lang.German)), minutes.Context{}).Meeting
	again.Tasks, again.Agenda = f.Meeting.Tasks, f.Meeting.Agenda
	if diff := cmp.Diff(f.Meeting, again); diff != "" {
		t.Errorf("composed (-want +got):\n%s", diff)
	}
}

// TestPublicCannotBeChanged changes all that callers get.
func TestPublicCannotBeChanged(t *testing.T) {
	src := publicHead + "## Anwesend\n\n- Ole Brinkmann (ole) (ab 22:30)\n\n## A\n\n- x\n\n### B\n\n- [ ] t (ole) #310306-1\n\n### Antrag 1: T #M310306-1\n\nx\n\n**Abstimmung:** 1 dafür, 0 dagegen, 0 Enthaltungen\n"
	p, err := minutes.NewPublic(fileOf(t, "2031-03-06-x.md", src, minutes.Context{}), minutes.PublicOptions{})
	if err != nil {
		t.Fatal(err)
	}
	before := everythingPublic(p)
	m := p.Meeting()
	m.Present[0].Nick = "x"
	m.Present[0].Intervals[0].From = 0
	m.Agenda[0].Title = "x"
	m.Agenda[0].Items[0].Title = "x"
	m.Tasks[0].Text = "x"
	m.Tasks[0].Assignees[0].Nick = "x"
	m.Motions[0].Title = "x"
	for i := range m.Motions[0].Parts {
		m.Motions[0].Parts[i].Text = "y"
		if v := m.Motions[0].Parts[i].Vote; v != nil {
			v.For = 99
		}
	}
	for i, s := range p.Sections() {
		if s.Motion != nil {
			p.Sections()[i].Motion.Title = "x"
			s.Motion.Title = "x"
		}
	}
	copy(p.Markdown(), "xxxxxxxx")
	if after := everythingPublic(p); stable(before) != stable(after) {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
	var zero minutes.Public
	if zero.ID() != "" || zero.Markdown() != nil || zero.Sections() != nil || minutes.HTML(zero, minutes.HTMLOptions{}) != nil {
		t.Error("the zero Public holds something")
	}
}

var address = regexp.MustCompile(`0x[0-9a-f]+`)

// stable takes addresses out of s.
func stable(s string) string { return address.ReplaceAllString(s, "") }

// FuzzPublicHidesComments puts a comment into any text: it is gone, or the
// file is refused.
func FuzzPublicHidesComments(f *testing.F) {
	f.Add("text\n\n", "\n\nmore\n", " hidden ")
	f.Add("- a\n", "\n- b\n", "\n")
	f.Add("```\n", "\n```\n", "x")
	f.Add("a `", "` b", "x")
	f.Add("<!-- ", " -->", "x")
	f.Add("> ", "\n> x", "\n> ")
	f.Add("## A ", " {x}", "")
	f.Add("- [ ] a ", " (ole) #310306-1", "")
	f.Fuzz(func(t *testing.T, before, after, inside string) {
		const secret = "Qk7vXw"
		if strings.Contains(before+after+inside, secret) || strings.Contains(inside, "-->") || strings.HasSuffix(before, `\`) {
			t.Skip()
		}
		src := publicHead + before + "<!-- " + inside + secret + inside + "-->" + after
		file, err := minutes.Parse("2031-03-06-x.md", []byte(src), minutes.Context{})
		if err != nil {
			t.Skip()
		}
		p, err := minutes.NewPublic(file, minutes.PublicOptions{})
		if err != nil {
			return
		}
		if all := everythingPublic(p); strings.Contains(all, secret) {
			t.Errorf("leaked from %q:\n%s", src, all)
		}
		if bytes.Contains(bytes.ReplaceAll(p.Markdown(), []byte(`\<!--`), nil), []byte("<!--")) {
			t.Errorf("a comment is left of %q:\n%s", src, p.Markdown())
		}
	})
}
