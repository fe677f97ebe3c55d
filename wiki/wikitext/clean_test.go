package wikitext_test

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"telko/wiki/wikitest"
	"telko/wiki/wikitext"
)

// ordinary are minutes as people type them, with all that looks like wiki
// markup and is none where it stands.
const ordinary = `# IT-Telko 07.01.2010

## Anwesend

- Jan Simons (jamasi)
- Stefan Ackermann (Trias) (Gast) (seit 22:50)

## Backups & Server: Stand [1]

Datenbank-Vollbackup läuft *täglich* um ~3:00 Uhr; siehe [[Backups]], [[Backups#Plan|den Plan]]
und http://example.org/backups?a=1&b=2#x_y (intern: [Wiki](https://example.org/wiki)).
Das kostet 3 * 5 = 15 €, d. h. < 20 € -> 50 % weniger als 2009! AT&T, R&D, #3, C# und a_b_c.

- [ ] Squid neu starten (jpru?, sebi) bis 20.01.2010
- [x] Platte > 80 % voll: "ausgetauscht" {sda}
  - Wer? Trias | gecko
  1. erst **prüfen**, dann ` + "`rm -rf /tmp/x`" + `
  2. it's done; l'eau :-)

Es gilt:
1 + 1 = 2, a = b, x_1 und y__2, 2^10 und 1/2 | 3/4. Was <name> soll, fragt @sebi: "so [sic]".

| Antrag | Dafür | Dagegen |
|--------|------:|:-------:|
| Haus!  | 5     | -1      |
| x = y  | +3    |         |

---

TODO (X): Protokoll -- schreiben... Umlaute ÄÖÜ, „Zitat“ – 20 °C § 5
`

// TestOrdinaryIsClean: minutes without markup of a wiki need no tag, entity or
// nowiki, but <code>, for which a wiki has none.
func TestOrdinaryIsClean(t *testing.T) {
	out := wikitext.FromMarkdown([]byte(ordinary), wikitext.WriteOptions{})
	if got := strings.Count(out, "<code>"); got != 1 {
		t.Errorf("%d of <code>", got)
	}
	if dirt := needless().FindAllString(strings.NewReplacer("<code>", "", "</code>", "", "<name>", "").Replace(out), -1); dirt != nil {
		t.Errorf("%q in\n%s", dirt, out)
	}
	w := wikitest.Start(t)
	if got, want := words(parse(w, out)), words(markdownHTML(ordinary)); got != want {
		t.Errorf("it shows\n%s\nwant\n%s", got, want)
	}
}

// needless finds what a person would not write if he had a choice.
func needless() *regexp.Regexp {
	return regexp.MustCompile(`<nowiki>(.*?)</nowiki>|<[/a-z!][^<>]*>|&(?:#\d+|\w+);`)
}

// TestNothingNeedless: without any one of the entities and nowiki that are
// written the wiki would show something else, now or as soon as what is open
// is closed further down.
func TestNothingNeedless(t *testing.T) {
	const below = "\n\n</ref></nowiki></pre></gallery></includeonly>-->}}}}]]\n|}"
	w := wikitest.Start(t)
	asked := 0
	for _, s := range []struct{ name, before, after string }{{"paragraph", "", ""}, {"item", "- x ", ""}, {"emphasis", "*x ", " y*"}} {
		for i, n := range nasty {
			if s.name != "paragraph" && i%4 > 0 {
				continue
			}
			out := wikitext.FromMarkdown([]byte(s.before+n+s.after), wikitext.WriteOptions{})
			shown := ""
			if why := stays[n]; why != "" {
				continue
			}
			for _, m := range needless().FindAllStringSubmatchIndex(out, -1) {
				was := out[m[0]:m[1]]
				without := html.UnescapeString(was)
				switch {
				case m[2] >= 0:
					without = out[m[2]:m[3]]
				case was == "<nowiki/>":
					without = ""
				case was[0] == '<' || excused(out[:m[0]], was, out[m[1]:]):
					continue
				}
				if shown == "" {
					shown = visible(parse(w, out+below))
				}
				asked++
				if visible(parse(w, out[:m[0]]+without+out[m[1]:]+below)) == shown {
					t.Errorf("%s: %q: the wiki shows the same without %s in %q", s.name, n, was, out)
				}
			}
		}
	}
	if asked < 100 {
		t.Errorf("asked for only %d", asked)
	}
}

func visible(h string) string {
	return words(h) + "\n" + marks(h) + "\n" + strings.Join(lines(h), "\n")
}

// stays says of some texts why they are written with more than this wiki needs
// on this page.
var stays = map[string]string{
	"{{{1}}}":       "an argument shows itself where there is none, but a page can be transcluded",
	"{{{{a}}}}":     "the same",
	"{{":            "what follows it on the line may be the name of a template",
	"{{{":           "the same",
	"[[Haus|[x]]]":  "MediaWiki gives ]]] a meaning of its own only if a bracket is open",
	"[[Haus|[x]]]]": "the same",
	"*'a'*":         "three and two apostrophes are balanced by guessing, line by line",
	"'*a*":          "the same",
	"*''*":          "the same",
}

// excused are those that the wiki of the tests does not need: others have
// magic links and language variants, and a hard blank cannot be seen.
func excused(before, was, after string) bool {
	switch {
	case was == "&nbsp;",
		was == "&#123;" && strings.HasSuffix(before, "-"),
		was == "&#32;" && strings.HasSuffix(before, "# ") && after == "", // an empty item has no words
		was == "&#91;" && strings.HasSuffix(after, "''"):                 // what is behind a mark may end a link
		return true
	}
	for _, magic := range []string{"ISBN", "RFC", "PMID"} {
		if strings.HasSuffix(before, magic) {
			return true
		}
	}
	return false
}
