package wiki

import (
	"strings"
	"testing"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/imports"
	"telko/minutes/lang"
	"telko/tasks/when"
	"telko/wiki/client"
)

// A machine that takes minutes from the wiki reads of a page that telko made
// what the file says: the same tasks with the same ids, the same head.
func TestReadOwn(t *testing.T) {
	t.Parallel()
	const src = `---
series: gartentelko
date: 2031-03-06
start: 20:05
end: 22:10
place: Laube 3, hinten
keeper: ole
status: draft
---

# Gartentelko 06.03.2031

## Anwesend

- Lene Vogt (lene)
- Ole Brandt (ole) (ab 20:30)

## Beete

- trocken
  - sehr
- [ ] Gießkanne *holen* (lene, ole?) bis 08.03.2031 #310306-1
- [x] Samen bestellen (nora) #310306-2
- siehe #310306-1

## Anträge

### Antrag 1: Kompost #M310306-1

**Antragsteller:** Ole Brandt

Der Verein möge einen Kompost anlegen.

**Begründung:** Es lohnt sich.

> **Antwort:** Gute Sache.

**Abstimmung:** 5 dafür, 1 dagegen, 2 Enthaltungen

**Beschluss:** angenommen

## Planung der nächsten 7 Tage

- [ ] Zaun streichen (ole) #310306-3
`
	people, err := minutes.NewPeople(roster)
	if err != nil {
		t.Fatal(err)
	}
	f, err := minutes.Parse("2031-03-06-gartentelko.md", []byte(src), minutes.Context{People: people})
	if err != nil {
		t.Fatal(err)
	}
	p, err := minutes.NewPublic(f, minutes.PublicOptions{People: people})
	if err != nil {
		t.Fatal(err)
	}
	page := Page(p, PageOptions{Categories: []string{"Garten"}, Before: "Davor", After: "Danach"})
	im := ownImporter(t)
	im.Options = imports.Options{Lang: lang.German}
	got, _ := im.readOwn(client.Page{Title: "Garten/2031-03-06", Text: page},
		imports.Result{ID: "2031-03-06-gartentelko", Series: "gartentelko", Date: when.Day(2031, 3, 6)})
	if got == nil {
		t.Fatal("not known for what it is")
	}
	squeeze := func(s string) string {
		return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' }), "\n")
	}
	// The page does not show the id of a motion.
	want := squeeze(strings.Replace(src, " #M310306-1", "", 1))
	if squeeze(string(got)) != want {
		t.Errorf("%s", unified("x", want, squeeze(string(got))))
	}
	// What people wrote is none.
	if got, _ := im.readOwn(client.Page{Title: "Garten/2031-03-06", Text: "== Beete ==\n* trocken"},
		imports.Result{Date: when.Day(2031, 3, 6)}); got != nil {
		t.Error("a page that somebody wrote is taken for one of telko's")
	}
}

// ownImporter is a machine that takes minutes from the wiki.
func ownImporter(t *testing.T) *Importer {
	t.Helper()
	root := t.TempDir()
	if err := archive.Init(root, archive.InitOptions{Settings: archive.Settings{
		ID: "x", Team: "Garten", TimeZone: "Europe/Berlin", DueDays: 7,
		Series: []archive.Series{{Key: "gartentelko", Title: "Gartentelko", Page: "Garten/{date}"}},
		Wiki:   archive.WikiSettings{Categories: []string{"Garten"}},
	}, People: roster}); err != nil {
		t.Fatal(err)
	}
	ws, err := archive.Open(root, archive.Options{Now: when2031})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ws.Close() })
	return &Importer{Workspace: ws, Options: imports.Options{Lang: lang.German, DueDays: 7, TimeZone: "Europe/Berlin"}}
}

// What the page does not show is found by the hash that was published with it.
func TestReadOwnExactly(t *testing.T) {
	t.Parallel()
	const front = "---\nseries: gartentelko\ndate: 2031-03-06\nstart: 20:05\nkeeper: ole\nstatus: final\ndue-days: 7\ntimezone: Europe/Berlin\n---\n\n"
	const body = "# Gartentelko 06.03.2031\n\n## Anwesend\n\n- Lene Vogt (lene)\n- Ole Brandt (ole)\n\n## Beete\n\n- trocken\n  - sehr\n- [ ] Samen holen (ole) #310306-1\n- gut\n- besser\n"
	for _, c := range []struct{ name, front, body string }{
		{"as telko writes it", front, body},
		{"approved", strings.Replace(front, "final", "approved", 1), body},
		{"a draft", strings.Replace(front, "final", "draft", 1), body},
		{"without what settings say", "---\nseries: gartentelko\ndate: 2031-03-06\nstart: 20:05\nkeeper: ole\nstatus: final\n---\n\n", body},
		{"blank lines between items", front, strings.NewReplacer("- [ ]", "\n- [ ]", "- besser", "\n- besser").Replace(body)},
		{"motions", front, body + "\n### Antrag 1: Kompost #M310306-1\n\nKompost anlegen.\n\n### Antrag 2: Zaun #M310306-2\n\nZaun streichen.\n\n> **Antwort:** Gern.\n"},
		{"nothing of telko's on it", "---\nseries: gartentelko\ndate: 2031-03-06\nstatus: final\n---\n\n", "# Gartentelko 06.03.2031\n\n## Beete\n\n- trocken\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			im := ownImporter(t)
			f, err := minutes.Parse("2031-03-06-gartentelko.md", []byte(c.front+c.body), im.Workspace.Context())
			if err != nil {
				t.Fatal(err)
			}
			p, err := minutes.NewPublic(f, im.Workspace.PublicOptions())
			if err != nil {
				t.Fatal(err)
			}
			page := client.Page{Title: "Garten/2031-03-06", Text: Page(p, PageOptions{}), Comment: summary(p, "1")}
			got, exact := im.readOwn(page, imports.Result{ID: f.Meeting.ID, Series: "gartentelko", Date: when.Day(2031, 3, 6)})
			if !exact || string(got) != c.front+c.body {
				t.Errorf("exact %v\n%s", exact, unified("x", c.front+c.body, string(got)))
			}
			page.Comment = "von Hand" // then it is as near as can be
			got, exact = im.readOwn(page, imports.Result{ID: f.Meeting.ID, Series: "gartentelko", Date: when.Day(2031, 3, 6)})
			if exact || (got == nil) != (c.name == "nothing of telko's on it") && len(anchorsOf(page.Text)) > 0 {
				t.Errorf("by hand: exact %v, %d bytes", exact, len(got))
			}
		})
	}
}

func when2031() time.Time { return time.Date(2031, 3, 10, 12, 0, 0, 0, time.UTC) }
