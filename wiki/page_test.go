package wiki

import (
	"os"
	"strings"
	"testing"

	"telko/minutes/lang"
	"telko/tasks"
)

var pageOptions = PageOptions{
	Categories: []string{"Garten", "Protokoll", "schräg]]"},
	TasksPage:  "Garten/Aufgaben",
	Before:     "Garten/2031-02-27 - Telko",
	After:      "Projekt:Garten/2031-03-13 - Telko",
	TaskPage: func(id tasks.ID) (string, bool) {
		return "Garten/2031-02-27 - Telko", id == "310227-2"
	},
}

// TestPage holds the whole projection: a page that telko created, the same
// minutes imported, and one in English.
func TestPage(t *testing.T) {
	for _, c := range []struct {
		file, golden string
		lang         lang.Lang
		imported     bool
		options      PageOptions
	}{
		{"2031-03-06-gartentelko.md", "2031-03-06-gartentelko.golden.wiki", lang.German, false, pageOptions},
		{"2031-03-06-gartentelko.md", "2031-03-06-gartentelko.imported.golden.wiki", lang.German, true, pageOptions},
		{"2031-05-14-board-call.md", "2031-05-14-board-call.golden.wiki", lang.English, false, PageOptions{Categories: []string{"Board"}}},
	} {
		t.Run(c.golden, func(t *testing.T) {
			src, err := os.ReadFile("testdata/" + c.file)
			if err != nil {
				t.Fatal(err)
			}
			text := string(src)
			if c.imported {
				text = strings.Replace(text, "timezone:", "imported: wikitext\ntimezone:", 1)
			}
			p := public(t, c.file, text, c.lang)
			got := Page(p, c.options)
			golden(t, c.golden, got+"\n")
			crlf := public(t, c.file, strings.ReplaceAll(text, "\n", "\r\n"), c.lang)
			if Page(crlf, c.options) != got {
				t.Error("with CRLF the page is another")
			}
		})
	}
}

const head = "---\ndate: 2031-03-06\nstatus: final\n---\n\n# Telko\n\n"

func TestPageOfPieces(t *testing.T) {
	for _, c := range []struct{ name, md, want string }{
		{"label alone, blocks below", "### Antrag 1: A\n\n**Begründung:**\n\n- a\n\n- b\n", "=== Antrag 1: A ===\n\n;Begründung\n:* a\n:* b"},
		{"colon behind the mark-up", "### Antrag 1: A\n\n**Begründung**: kalt\n", "=== Antrag 1: A ===\n\n;Begründung\n:kalt"},
		{"outside a motion only the paragraph", "## Thema\n\n**Beschluss:** angenommen\n\nweiter\n", "== Thema ==\n\n;Beschluss\n:angenommen\n\nweiter"},
		{"a heading ends a passage", "### Antrag 1: A\n\n**Begründung:** kalt\n\n#### Nebenbei\n\nweiter\n", "=== Antrag 1: A ===\n\n;Begründung\n:kalt\n\n==== Nebenbei ====\n\nweiter"},
		{"misspelt", "### Antrag 1: A\n\n> **Antort der IT:** ja\n", "=== Antrag 1: A ===\n\n;Antort der IT\n:ja"},
		{"two in a quote", "### Antrag 1: A\n\n> **Antwort:** ja\n>\n> **Kommentar von ole:** nein\n", "=== Antrag 1: A ===\n\n;Antwort\n:ja\n\n;Kommentar von ole\n:nein"},
		{"lazy quote", "### Antrag 1: A\n\n> **Antwort:** ja\nund zwar\n", "=== Antrag 1: A ===\n\n;Antwort\n:ja und zwar"},
		{"a quote is a quote", "## Thema\n\n> so steht es da\n", "== Thema ==\n\n<blockquote>\nso steht es da\n</blockquote>"},
		{"bold is no label", "## Thema\n\n**Achtung:** nass\n", "== Thema ==\n\n'''Achtung:''' nass"},
		{"text that is a list mark", "### Antrag 1: A\n\n**Begründung:** \\* kein Punkt\n", ""},
		{"category in a sentence", "## Thema\n\nsiehe [[Kategorie:Garten]]\n", "== Thema ==\n\nsiehe [[:Kategorie:Garten]]"},
		{"categories alone", "## Thema\n\n[[Kategorie:Garten]] [[Category:Haus|H]]\n", "== Thema ==\n\n[[Kategorie:Garten]] [[Category:Haus|H]]"},
		{"task without an id", "## Thema\n\n- [ ] gießen (ole)\n", "== Thema ==\n\n* gießen (ole)"},
		{"empty section", "## Thema\n\n## Noch eins\n", "== Thema ==\n\n== Noch eins =="},
		{"underlined heading", "Thema\n-----\n\n- [ ] gießen (ole) #310306-1\n", "== Thema ==\n\n* <span id=\"310306-1\"></span>gießen (ole) #310306-1\n\n== Planung der nächsten 7 Tage ==\n\n<!-- telko:plan -->\n* [[#310306-1|gießen]] (ole)\n<!-- /telko:plan -->"},
		{"in an answer", "### Antrag 1: A\n\n> **Antwort:** ja, #310306-1\n\n## Thema\n\n* [ ] gießen (ole) #310306-1\n", "=== Antrag 1: A ===\n\n;Antwort\n:ja, [[#310306-1]]\n\n== Thema ==\n\n* <span id=\"310306-1\"></span>gießen (ole) #310306-1\n\n== Planung der nächsten 7 Tage ==\n\n<!-- telko:plan -->\n* [[#310306-1|gießen]] (ole)\n<!-- /telko:plan -->"},
		{"comments never leave", "## Thema\n\na <!-- geheim --> b\n", "== Thema ==\n\na  b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Page(public(t, "2031-03-06-telko.md", head+c.md, lang.German), PageOptions{})
			got = strings.TrimPrefix(got, "= Telko =\n\n")
			if c.want == "" {
				golden(t, "piece-"+strings.ReplaceAll(c.name, " ", "-")+".golden.wiki", got+"\n")
			} else if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestTimes(t *testing.T) {
	for _, c := range []struct {
		keys string
		lang lang.Lang
		want string
	}{
		{"start: 22:20\nend: 01:10\n", lang.German, "von 22:20 bis 1:10"},
		{"start: 22:20\nend: 01:10\n", lang.English, "from 22:20 to 1:10"},
		{"start: 09:05\n", lang.German, "ab 9:05"},
		{"end: 00:00\n", lang.German, "bis 0:00"},
		{"", lang.German, ""},
	} {
		src := "---\ndate: 2031-03-06\n" + c.keys + "status: final\n---\n\n## Thema\n"
		want := strings.TrimPrefix(c.want+"\n\n== Thema ==", "\n\n")
		if got := Page(public(t, "2031-03-06-telko.md", src, c.lang), PageOptions{}); got != want {
			t.Errorf("%q: got %q, want %q", c.keys, got, want)
		}
	}
}

// Nothing that stands in a page's front matter or in the settings may open
// mark-up.
func TestFrontMatterIsText(t *testing.T) {
	src := "---\ndate: 2031-03-06\nplace: {{raum}} [[X]] '''b''' <b>\nkeeper: ole]]\nstatus: final\n---\n\n# {{T}} oder <i>\n"
	got := Page(public(t, "2031-03-06-telko.md", src, lang.German), PageOptions{Before: "x]]y", Categories: []string{"a|b"}})
	for _, bad := range []string{"{{", "[[X]]", "'''b", "<b>", "<i>", "x]]y", "a|b"} {
		if strings.Contains(got, bad) {
			t.Errorf("%q in\n%s", bad, got)
		}
	}
}

// A page says what it is until its minutes are final.
func TestBanner(t *testing.T) {
	for status, want := range map[string]string{
		"agenda":   "<!-- telko:draft -->\n''Tagesordnung – die Telko kommt noch.''\n<!-- /telko:draft -->",
		"live":     "<!-- telko:draft -->\n''Die Telko läuft noch – hier wird gerade mitgeschrieben.''\n<!-- /telko:draft -->",
		"draft":    "<!-- telko:draft -->\n''Entwurf – dieses Protokoll kann sich noch ändern.''\n<!-- /telko:draft -->",
		"final":    "",
		"approved": "",
	} {
		md := strings.Replace(head, "final", status, 1)
		page := Page(public(t, "2031-03-06-x.md", md, lang.German), PageOptions{})
		if !strings.Contains(page, want) || (want == "") != !strings.Contains(page, "telko:draft") {
			t.Errorf("%s: got %q", status, page)
		}
		if page = Page(public(t, "2031-03-06-x.md", strings.Replace(md, "status", "imported: text\nstatus", 1), lang.German), PageOptions{}); strings.Contains(page, "telko:draft") {
			t.Errorf("%s, imported: got %q", status, page)
		}
	}
}
