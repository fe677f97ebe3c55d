package wiki

import (
	"os"
	"strings"
	"testing"

	"telko/minutes/lang"
)

// TestReadIsTheInverseOfPage: what Page writes is read back as the file has it,
// but for the spelling of what Markdown can say in several ways.
func TestReadIsTheInverseOfPage(t *testing.T) {
	for _, c := range []struct {
		file, golden string
		lang         lang.Lang
	}{
		{"2031-03-06-gartentelko.md", "2031-03-06-gartentelko.read.golden.md", lang.German},
		{"2031-05-14-board-call.md", "2031-05-14-board-call.read.golden.md", lang.English},
	} {
		src, err := os.ReadFile("testdata/" + c.file)
		if err != nil {
			t.Fatal(err)
		}
		p := public(t, c.file, string(src), c.lang)
		page := Page(p, pageOptions)
		r := newPageReader(p, pageOptions, page)
		golden(t, c.golden, r.read(r.core(page)))
	}
}

// What people do to what telko keeps on a page, and to what the file says in its
// head, is read for what it means.
func TestReadEdits(t *testing.T) {
	src, err := os.ReadFile("testdata/2031-03-06-gartentelko.md")
	if err != nil {
		t.Fatal(err)
	}
	p := public(t, "2031-03-06-gartentelko.md", string(src), lang.German)
	page := Page(p, pageOptions)
	for _, c := range []struct{ name, old, new, removed, added string }{
		{"end", "von 22:10 bis 0:40", "von 22:10 bis 1:15", "end: 00:40", "end: 01:15"},
		{"keeper", "Protokoll: lene", "Protokoll: ole", "keeper: lene", "keeper: ole"},
		{"place", "Konferenzraum #4711, &#91;[Garten]] & '&#39;Hof'&#39;", "Gartenhaus", "place: Konferenzraum #4711, [[Garten]] & ''Hof''", "place: Gartenhaus"},
		{"banner", "Entwurf – dieses Protokoll kann sich noch ändern.", "Bitte nicht zitieren", "", "*Bitte nicht zitieren*"},
		{"no banner", "<!-- telko:draft -->\n''Entwurf – dieses Protokoll kann sich noch ändern.''\n<!-- /telko:draft -->\n\n", "", "", ""},
		{"half a mark", "<!-- /telko:nav -->\n", "", "", ""},
		{
			"plan", " (lene, ole?)\n* [[#310306-2", " (lene)\n* [[#310306-2",
			"- [ ] Angebot für `Glas [ ]` [A|B] einholen (lene, ole?) #310306-1", "- [ ] Angebot für `Glas [ ]` [A|B] einholen (lene) #310306-1",
		},
		{"category", "\n\n[[Kategorie:Protokoll]]", "", "", ""},
		{"a category more", "\n\n[[Kategorie:Protokoll]]", "\n\n[[Kategorie:Protokoll]]\n[[Kategorie:Regen]]", "", "[[Kategorie:Regen]]"},
		{"a comment", "* lene\n", "* lene <!-- wirklich? -->\n<!-- ja -->\n", "", ""},
		{"an anchor less", `<span id="310306-3"></span>`, "", "", ""},
		{"an id less", "(gesine) #310306-3", "(gesine)", "", ""},
		{"ticked", `* <span id="310306-3"></span>`, `* ☑ <span id="310306-3"></span>`, "- [ ] Tonne aussuchen (gesine) #310306-3", "- [x] Tonne aussuchen (gesine) #310306-3"},
		{"a task more", "(gesine) #310306-3", "(gesine) #310306-3\n* Deckel suchen (ole)", "", "- [ ] Deckel suchen (ole)"},
		{"a line in the plan that promises nothing", "(gesine) #310306-3", "(gesine) #310306-3\n* Deckel fehlt", "", "- Deckel fehlt"},
		{"a box elsewhere", "* lene\n", "* lene\n* ☐ Liste holen (ole)\n", "", "- [ ] Liste holen (ole)"},
		{"a passage goes on", ":* im August\n", ":* im August\n:Immer.\n", "", "Immer."},
		{"a paragraph behind a passage", ":* im August\n", ":* im August\n\nImmer.\n", "", "Immer."},
		{"an answer goes on", ":Bis Mai.\n", ":Bis Juni.\n", "> Bis Mai.", "> Bis Juni."},
		{"a recount", ":5 dafür, 1 dagegen", ":6 dafür, 1 dagegen", "**Abstimmung (23:41):** 5 dafür, 1 dagegen, 2 Enthaltungen", "**Abstimmung (23:41):** 6 dafür, 1 dagegen, 2 Enthaltungen"},
		{"a motion's title", "=== Antrag 1: Regentonne: anschaffen ===", "=== Antrag 1: Regentonne anschaffen ===", "### Antrag 1: Regentonne: anschaffen #M310306-1", "### Antrag 1: Regentonne anschaffen #M310306-1"},
		{"above the times", "= Gartentelko 06.03.2031 =\n", "= Gartentelko 06.03.2031 =\n\nVorweg.\n", "", "Vorweg."},
	} {
		t.Run(c.name, func(t *testing.T) {
			edited := strings.Replace(page, c.old, c.new, 1)
			if edited == page {
				t.Fatalf("no %q on the page", c.old)
			}
			s := &sides{base: Base{Wikitext: page, Markdown: string(p.Markdown())}, page: edited, file: p, markdown: string(p.Markdown()), o: pageOptions}
			md, err := s.taken()
			if err != nil {
				t.Fatal(err)
			}
			if got := changes(string(p.Markdown()), md); got != changed(c.removed, c.added) {
				t.Errorf("changed:\n%s", got)
			}
		})
	}
}

// changes returns the lines that differ, those that are empty left out.
func changes(before, after string) string {
	var removed, added string
	for _, line := range strings.Split(unified("", before, after), "\n") {
		switch {
		case strings.HasPrefix(line, "---"), strings.HasPrefix(line, "+++"), len(line) < 2:
		case line[0] == '-':
			removed += line[1:]
		case line[0] == '+':
			added += line[1:]
		}
	}
	return changed(removed, added)
}

func changed(removed, added string) string { return "- " + removed + "\n+ " + added }
